import { describe, expect, it } from 'vitest';
import { readPage } from '../../../utils/powerschool/read.ts';
import type { ExportPage, Reading, SummaryControl, Trouble } from '../../../utils/powerschool/types.ts';
import { fixturesOf, openFixture } from './fixtures.ts';
import { replaceWords } from './foreign-words.ts';

type Read = Reading | Trouble;

/** A list by its chosen option's value, which stays the same; anything else as it stands. */
const held = (reading: Read | undefined) =>
  typeof reading === 'object' ? [reading.option ?? reading.value, reading.editable] : reading;

const told = (page: ExportPage) => ({
  place: page.unclear ? 'unclear' : page.place,
  state: [page.loading, page.signedOut],
  category: held(page.category),
  exportFrom: typeof page.exportFrom === 'string' ? page.exportFrom : [page.exportFrom.value, page.exportFrom.options],
  tree: page.tree,
  grid: page.grid,
  ambiguous: page.ambiguousRows,
  ...Object.fromEntries(Object.entries(page.summary ?? {}).map(([name, reading]) => [name, held(reading)])),
  dialog: page.saveDialog && [held(page.saveDialog.name), held(page.saveDialog.description)],
  error: page.saveDialog && page.saveDialog.error !== '',
});

const NO_LISTS = { lineDelimiter: 'missing', fieldDelimiter: 'missing', characterSet: 'missing' };
const NO_BOXES = { includeHeaders: 'missing', surroundInQuotes: 'missing' };

const foreign = (name: string) => {
  const { document, location } = openFixture(name);
  const before = told(readPage(document, location));
  replaceWords(document, location);
  return { before, after: told(readPage(document, location)) };
};

/**
 * What a page tells less, or otherwise, once its words are gone, and why. Category's options tell nothing, so it is
 * missing everywhere; a page that is read better after all must leave this list.
 */
const DECLARED: Record<string, Partial<Record<keyof ReturnType<typeof told> | SummaryControl, unknown>>> = {
  // Without its two radio buttons it might be any step: the one after it has Export where this one has Next.
  'records/hand-heading-alone': { place: 'elsewhere' },
  // Hidden, and nothing in its options names a query.
  'records/records--optionText-summary': { exportFrom: 'missing' },
  // With the words go the contradictions between words and options.
  'summary/hand-ambiguous': {
    fieldDelimiter: ['Comma', true],
    lineDelimiter: ['CR', true],
    includeHeaders: 'missing',
  },
  // Options whose texts and values tell nothing.
  'summary/hand-dl': { lineDelimiter: 'missing', fieldDelimiter: 'missing' },
  'summary/summary--optionValues-numeric': NO_LISTS,
  'save/open--optionValues-numeric': NO_LISTS,
  // Two tick boxes, and their order alone.
  'summary/summary--quotesInText-none': NO_BOXES,
  'save/open--quotesInText-none': NO_BOXES,
};

/**
 * Pages written by hand, pages that tell less, and an eighth of the variants of each place: a page takes a tenth of a
 * second, and the others differ in parts that words have nothing to do with. `ALL_PAGES=1` looks at every one.
 */
const chosen = ['columns', 'records', 'summary', 'save', 'templates'].flatMap((place) =>
  fixturesOf(place).filter(
    (name, at) => process.env.ALL_PAGES || at % 8 === 0 || name in DECLARED || /\/hand-|--language-/.test(name),
  ),
);

describe('pages with every word replaced', () => {
  it.each(chosen)('%s', (name) => {
    const { before, after } = foreign(name);
    expect(after).toEqual({ ...before, category: 'missing', ...DECLARED[name] });
  });

  it.each(fixturesOf('none'))('%s is none of the Data Export Manager', (name) => {
    expect(foreign(name).after).toMatchObject({ place: 'elsewhere', grid: [], tree: [], dialog: null });
  });
});
