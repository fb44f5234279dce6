import { describe, expect, it } from 'vitest';
import { browserGlobals, importsOf, type Source, sourcesUnder, withoutComments } from './sources.ts';

interface Room {
  path: string;
  /** Our own files it may use; its own are always allowed. */
  uses: string[];
  /** Our own files whose types alone it may use. */
  types: string[];
  /** Packages; one ending in `/` stands for all below it. */
  packages: string[];
}

/** Who may import whom. A path ending in `/` stands for all below it. */
const ROOMS: Room[] = [
  { path: 'utils/words/', uses: [], types: [], packages: ['node:fs', 'node:url'] },
  { path: 'utils/sites/', uses: [], types: [], packages: [] },
  { path: 'utils/profile/', uses: [], types: [], packages: ['zod/mini'] },
  { path: 'utils/powerschool/', uses: [], types: [], packages: [] },
  { path: 'utils/roster/', uses: ['utils/profile/', 'utils/words/'], types: [], packages: ['zod/mini'] },
  {
    path: 'utils/template/',
    uses: ['utils/profile/', 'utils/words/'],
    types: ['utils/powerschool/types.ts'],
    packages: [],
  },
  {
    path: 'utils/checklist/',
    uses: [],
    types: ['utils/profile/', 'utils/template/', 'utils/powerschool/types.ts'],
    packages: ['zod/mini'],
  },
  {
    path: 'utils/assistant/',
    uses: [
      'utils/profile/',
      'utils/powerschool/',
      'utils/template/',
      'utils/checklist/',
      'utils/roster/',
      'utils/sites/',
      'utils/words/',
    ],
    types: ['components/view.ts', 'components/popup/', 'components/later/', 'components/finish/', 'components/check/'],
    packages: ['zod/mini'],
  },
  {
    path: 'utils/browser/',
    uses: [
      'utils/checklist/',
      'utils/sites/',
      'utils/words/',
      'utils/roster/kept-fingerprint.ts',
      'utils/roster/settings.ts',
    ],
    types: ['utils/template/', 'utils/roster/', 'components/view.ts'],
    packages: ['webextension-polyfill', 'wxt/', 'zod/mini'],
  },
  { path: 'components/', uses: ['utils/words/'], types: ['utils/'], packages: ['preact', 'preact/hooks'] },
  {
    path: 'entrypoints/',
    uses: ['utils/', 'components/'],
    types: [],
    packages: ['preact', 'preact/hooks', 'preact/jsx-runtime', 'wxt/utils/'],
  },
];

/** Who outside the simulator may use it, and only by its front door. */
const SIMULATOR = 'test/simulator/';
const SIMULATOR_USERS = [
  'test/data/',
  'test/e2e/',
  'test/firefox/',
  'test/fixtures/',
  'test/bench/',
  'test/run/',
  'test/unit/',
];
const SIMULATOR_DOOR = 'test/simulator/index.ts';

const LONGEST_ENTRY_POINT = 80;

const within = (path: string, places: string[]) =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/** What a file imports against the rules, one sentence each. */
function importFaults(source: Source): string[] {
  if (source.path.startsWith(SIMULATOR)) return simulatorFaults(source);
  const room = ROOMS.find((one) => source.path.startsWith(one.path));
  if (!room) return [`${source.path} is in no room of the architecture`];
  return importsOf(source).flatMap(({ from, ours, typesOnly }) => {
    const places = ours ? [room.path, ...room.uses, ...(typesOnly ? room.types : [])] : room.packages;
    return within(from, places) ? [] : [`${source.path} may not import ${typesOnly ? 'types of ' : ''}${from}`];
  });
}

/** The simulator is an independent reading of the evidence: nothing of ours reaches in, and nothing leaks out. */
function simulatorFaults(source: Source): string[] {
  const outside = importsOf(source).filter(({ from, ours }) => ours && !from.startsWith(SIMULATOR));
  return outside.map(({ from }) => `${source.path} may not import ${from}`);
}

function simulatorUseFaults(source: Source): string[] {
  const uses = importsOf(source).filter(({ from }) => from.startsWith(SIMULATOR));
  const allowed = within(source.path, SIMULATOR_USERS) ? SIMULATOR_DOOR : '';
  return uses.filter(({ from }) => from !== allowed).map(({ from }) => `${source.path} may not import ${from}`);
}

/** A vendor's name outside its profile is an `if (classtag)` in the making; an entry point picks the profile, once. */
function vendorFaults(source: Source): string[] {
  if (source.path.startsWith('utils/profile/')) return [];
  const lines = withoutComments(source)
    .split('\n')
    .filter((line) => /classtag/i.test(line));
  const named = source.path.startsWith('entrypoints/') ? lines.filter((line) => !/^import\b/.test(line)) : lines;
  return named.map((line) => `${source.path}: ${line.trim()}`);
}

/** `say` asks for texts, which every layer needs; it is handed others in tests and in Node. */
const BROWSER_USERS = ['utils/browser/', 'utils/words/say.ts'];

function browserFaults(source: Source): string[] {
  return within(source.path, BROWSER_USERS) ? [] : browserGlobals(source);
}

const shipped = sourcesUnder('utils/', 'components/', 'entrypoints/');
const simulator = sourcesUnder(SIMULATOR);
const others = sourcesUnder('').filter((source) => !source.path.startsWith(SIMULATOR));

describe('the architecture', () => {
  it('has files to look at', () => {
    expect(shipped.length).toBeGreaterThan(5);
    expect(simulator.length).toBeGreaterThan(0);
  });

  it.each(ROOMS)('lets $path import only what it may', ({ path }) => {
    expect(shipped.filter((source) => source.path.startsWith(path)).flatMap(importFaults)).toEqual([]);
  });

  it('has a room for every file that is shipped', () => {
    const homeless = shipped.filter((source) => !ROOMS.some((room) => source.path.startsWith(room.path)));
    expect(homeless.map((source) => source.path)).toEqual([]);
  });

  it('keeps the simulator and the extension apart', () => {
    expect(simulator.flatMap(importFaults)).toEqual([]);
    expect(others.flatMap(simulatorUseFaults)).toEqual([]);
  });

  it('touches the browser API in utils/browser only, and asks for texts in utils/words', () => {
    expect(shipped.flatMap(browserFaults)).toEqual([]);
  });

  it('names no vendor outside its profile', () => {
    expect(shipped.flatMap(vendorFaults)).toEqual([]);
  });

  it(`has entry points of at most ${LONGEST_ENTRY_POINT} lines`, () => {
    const lines = (source: Source) => source.text.trimEnd().split('\n').length;
    const long = shipped.filter(
      (source) => source.path.startsWith('entrypoints/') && lines(source) > LONGEST_ENTRY_POINT,
    );
    expect(long.map((source) => `${source.path}: ${lines(source)} lines`)).toEqual([]);
  });
});

describe('the architecture test itself', () => {
  it.each([
    ['utils/profile/x.ts', `import { a } from '../powerschool/a.ts';`],
    ['utils/profile/x.ts', `export { a } from '../powerschool/a.ts';`],
    ['utils/profile/x.ts', `const { a } = await import('../powerschool/a.ts');`],
    ['utils/profile/x.ts', `type A = import('../powerschool/a.ts').A;`],
    ['utils/template/x.ts', `import { a } from '../powerschool/types.ts';`],
    ['utils/template/x.ts', `import { type A, b } from '../powerschool/types.ts';`],
    ['utils/template/x.ts', `import type { A } from '../powerschool/read.ts';`],
    ['utils/checklist/x.ts', `import * as z from 'zod';`],
    ['utils/assistant/x.ts', `import browser from 'webextension-polyfill';`],
    ['components/x.tsx', `import { plan } from '../utils/template/plan.ts';`],
    ['entrypoints/x.ts', `import browser from 'webextension-polyfill';`],
    ['entrypoints/x.ts', `import { browser } from 'wxt/browser';`],
    ['test/simulator/x.ts', `import { a } from '../../utils/profile/a.ts';`],
    ['utils/new/x.ts', ''],
  ])('finds the fault in %s: %s', (path, text) => {
    expect(importFaults({ path, text })).toHaveLength(1);
  });

  it.each([
    ['utils/template/x.ts', `import type { A } from '../powerschool/types.ts';`],
    ['utils/template/x.ts', `import { type A } from '../powerschool/types.ts';`],
    ['components/x.tsx', `import css from './x.css?inline';`],
    ['entrypoints/x/index.tsx', `import { a } from '../../utils/browser/a.ts';`],
    ['test/simulator/x.ts', `import jsdom from 'jsdom';`],
  ])('finds none in %s: %s', (path, text) => {
    expect(importFaults({ path, text })).toEqual([]);
  });

  it('passes over comments', () => {
    expect(vendorFaults({ path: 'utils/template/x.ts', text: '/* as ClassTag\n does */ a(); // classtag' })).toEqual(
      [],
    );
  });

  it('finds other faults', () => {
    const globals = `chrome.tabs.query({}); globalThis.browser.x; const t = 'chrome.tabs'; a.browser.b();`;
    expect(browserFaults({ path: 'components/x.tsx', text: globals })).toHaveLength(2);
    expect(vendorFaults({ path: 'utils/template/x.ts', text: `if (id === 'classtag') a();` })).toHaveLength(1);
    const imported = {
      path: 'entrypoints/x.ts',
      text: `import { classtag as profile } from '../utils/profile/classtag.ts';`,
    };
    expect(vendorFaults(imported)).toEqual([]);
    const byTheWindow = { path: 'test/e2e/x.ts', text: `import { a } from '../simulator/words.ts';` };
    expect(simulatorUseFaults(byTheWindow)).toHaveLength(1);
    const byTheDoor = { path: 'test/e2e/x.ts', text: `import { startSimulator } from '../simulator/index.ts';` };
    expect(simulatorUseFaults(byTheDoor)).toEqual([]);
  });
});
