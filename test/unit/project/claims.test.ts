import { describe, expect, it } from 'vitest';
import { read, repositoryFiles, sourcesUnder } from './sources.ts';

/** What the documents claim has its test; and what no single test can show of the whole of the code. */

const DOCUMENTS = ['docs/security.md', 'docs/privacy.md', 'docs/permissions.md', 'docs/deploying.md'];
/** `path` “title”, as the documents name a test. */
const NAMED = /`(test\/[\w./-]+)` “([^”]+)”/g;

/** The tests that a document names and that are not there. */
function missingTests(text: string): string[] {
  const files = new Set(repositoryFiles());
  return [...text.matchAll(NAMED)].flatMap(([, path = '', title = '']) => {
    const isThere = files.has(path) && ["'", '"', '`'].some((quote) => read(path).text.includes(quote + title + quote));
    return isThere ? [] : [`${path} has no test “${title}”`];
  });
}

/** Rows that name no test, of a document's tables whose last column is for that. */
function untested(text: string): string[] {
  let isOfTests = false;
  return text.split('\n').filter((line, at, lines) => {
    const isHeading = line.startsWith('|') && !lines[at - 1]?.startsWith('|');
    if (isHeading) isOfTests = line.endsWith('| test |');
    return isOfTests && !isHeading && /^\| (?!---)/.test(line) && !new RegExp(NAMED).test(line);
  });
}

describe.each(DOCUMENTS)('%s', (path) => {
  const { text } = read(path);

  it('names tests that exist', () => {
    expect([...text.matchAll(NAMED)].length).toBeGreaterThan(7);
    expect(missingTests(text)).toEqual([]);
  });

  it('has a test for each claim', () => {
    expect(untested(text)).toEqual([]);
  });
});

describe('the search for claims itself', () => {
  it('finds a test that is not there, and a row without one', () => {
    expect(missingTests('`test/e2e/job.spec.ts` “no such thing” `test/none.ts` “x”')).toHaveLength(2);
    expect(missingTests('`test/e2e/job.spec.ts` “all three templates”')).toEqual([]);
    expect(untested('| threat | test |\n| --- | --- |\n| a | b |\n| a | `test/x.ts` “y” |')).toEqual(['| a | b |']);
    expect(untested('| name | why |\n| --- | --- |\n| a | b |')).toEqual([]);
  });
});

const shipped = sourcesUnder('utils/', 'components/', 'entrypoints/', 'wxt.config.ts');

it('nothing that is shipped listens to other extensions or to web pages', () => {
  const ways =
    /\b(?:onMessageExternal|onConnectExternal|onUserScript\w+|externally_connectable|web_accessible_resources)\b|\b(?:window|globalThis)\.addEventListener\('message'|\bonmessage\b(?! = \(\{ data \}: MessageEvent<Message>\))/;
  expect(shipped.filter(({ text }) => ways.test(text)).map(({ path }) => path)).toEqual([]);
  expect(ways.test("window.addEventListener('message', hear)")).toBe(true);
});

it('nothing that is shipped makes markup of a text', () => {
  const markup =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|DOMParser|document\.write)\b/;
  expect(shipped.filter(({ text }) => markup.test(text)).map(({ path }) => path)).toEqual([]);
  expect(markup.test('<p dangerouslySetInnerHTML={x} />')).toBe(true);
});
