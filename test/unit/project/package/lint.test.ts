/** What Mozilla says of the add-on when it is uploaded: addons-linter is what `web-ext lint` runs. */
import { join } from 'node:path';
import linter from 'addons-linter';
import { expect, it } from 'vitest';
import { read, repositoryFiles } from '../sources.ts';
import { readPackage, text } from './output.ts';

const directory = join(import.meta.dirname, '../../../../.output/firefox-mv3');
const files = readPackage('firefox');

/** Messages of the linter that docs/browsers.md explains, by their codes. */
const explained = read('docs/browsers.md').text.match(/(?<=^\| `)[A-Z_]+(?=` \|)/gm) ?? [];

// It parses every script of the package, some seconds long.
it('has no errors, and no warnings but those that docs/browsers.md explains', { timeout: 60_000 }, async () => {
  const config = { _: [directory], logLevel: 'fatal', output: 'none', metadata: false, shouldScanFile: () => true };
  const { errors, warnings, notices } = await linter.createInstance({ config, runAsBinary: false }).run();
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  expect([...new Set(warnings.map(({ code }) => code))]).toEqual(explained);
  // The one that is explained is Preact's own: there `innerHTML` is set to what a component gives as `__html`.
  const elsewhere = warnings.filter(({ file = '', line = 0, column = 0 }) => {
    const here =
      text(files, file)
        .split('\n')
        [line - 1]?.slice(column - 1, column + 40) ?? '';
    return !/^\w+\.innerHTML=\w+\.__html\b/.test(here);
  });
  expect(elsewhere).toEqual([]);
});

it('gives Preact no markup to set', () => {
  const sources = repositoryFiles().filter((name) => /^(?:components|entrypoints|utils)\/.*\.tsx?$/.test(name));
  expect(sources.filter((name) => /innerHTML|outerHTML|insertAdjacentHTML|__html/i.test(read(name).text))).toEqual([]);
});
