import { expect, it } from 'vitest';
import { read, repositoryFiles, sourcesUnder } from './sources.ts';

const packageFile = JSON.parse(read('package.json').text) as Record<string, Record<string, string>>;
const dependencies = Object.entries({ ...packageFile.dependencies, ...packageFile.devDependencies });
const names = dependencies.map(([name]) => name);

it('has a lock file that names no registry, so that it works with any', () => {
  const { packages } = JSON.parse(read('package-lock.json').text) as {
    packages: Record<string, { resolved?: string }>;
  };
  const resolved = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined);
  expect(resolved).toEqual([]);
});

it('pins every dependency to one version', () => {
  expect(dependencies.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

it('accounts for every dependency in docs/dependencies.md, in one line, and for no other', () => {
  const rows = read('docs/dependencies.md').text.split('\n');
  const described = rows.flatMap((row) => row.match(/^\| `([^`]+)` \|/)?.[1] ?? []);
  expect(described.sort()).toEqual([...names].sort());
});

const inTests: [what: string, pattern: RegExp][] = [
  ['a test that is run alone', /\b(?:it|test|describe|suite)\b[\w.]*\.only\b/],
  ['a test that is not run', /\.(?:skip|skipIf|runIf|todo|fixme)\b|\bx(?:it|describe)\(/],
  ['a sleep', /\bwaitForTimeout\b/],
];

it.each(inTests)('has no tests with %s', (_, pattern) => {
  const tests = sourcesUnder('test/').filter(({ path }) => !path.startsWith('test/unit/project/'));
  expect(tests.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

it('silences no checker and leaves nothing for later', () => {
  const marks = new RegExp(
    ['@ts-' + '(ignore|nocheck)', 'biome-' + 'ignore', '\\bTO' + 'DO\\b', '\\bFIX' + 'ME\\b'].join('|'),
  );
  // AssemblyScript, whose types TypeScript does not know; its own compiler checks it.
  const checked = sourcesUnder('').filter(
    ({ path }) => !/^utils\/roster\/engine\/wasm\/(scanner|loops)\.ts$/.test(path),
  );
  const marked = checked.filter(({ text }) => marks.test(text));
  expect(marked.map(({ path }) => path)).toEqual([]);
});

it('names no path of a machine and no registry', () => {
  const path = /(?<![\w.:/}*])\/(?:root|work|home\/\w+|Users\/\w+)\//;
  const registry = new RegExp(
    ['\\bregistry\\.' + 'npm', '\\bdeb\\.' + 'debian', '\\bnex' + 'us\\b', '\\barti' + 'factory\\b'].join('|'),
  );
  const texts = repositoryFiles().filter((name) => !/\.(png|zip|ico|gz)$/.test(name));
  const faults = texts.filter((name) => path.test(read(name).text) || registry.test(read(name).text));
  expect(faults).toEqual([]);
});
