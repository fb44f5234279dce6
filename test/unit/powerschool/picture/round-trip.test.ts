import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takePicture } from '../../../../utils/powerschool/picture/picture.ts';
import { readPage } from '../../../../utils/powerschool/read.ts';
import { classtag } from '../../../../utils/profile/classtag.ts';
import { namesOf } from '../../../../utils/profile/names.ts';
import { add } from '../../../fixtures/add.ts';
import { addressOf, expectationOf, fixtureOf } from '../../../fixtures/from-picture.ts';
import { allFixtures, openFixture, openPage } from '../fixtures.ts';

const names = namesOf(classtag);
const EXPECTED = join(import.meta.dirname, '../../../fixtures/expected');

function pictureOf(name: string): string {
  const { document, location } = openFixture(name);
  return takePicture(document, location, names);
}

const readingOf = (html: string) => {
  const { document, location } = openPage(html, addressOf(html));
  return expectationOf(readPage(document, location));
};

/** Columns that are on no list look alike in the picture where they are of one shape, and are then told apart no more. */
const ALIKE = new Set(['columns/hand-extension-tables', 'columns/hand-fixed-heading', 'columns/hand-screenshot']);
/** Every page written by hand, every step as it is by default, and the variants that change how things are found. */
const chosen = allFixtures.filter((name) => /\/hand-|^[^-]+$|--(?:language|formRows)-/.test(name) && !ALIKE.has(name));

describe('a fixture made of the picture of a page', () => {
  it('is looked at for every place', () => {
    expect(chosen.length).toBeGreaterThan(50);
  });

  it.each(chosen)('reads as the page does: %s', (name) => {
    const { document, location } = openFixture(name);
    const html = fixtureOf(takePicture(document, location, names));
    expect(readingOf(html)).toEqual(expectationOf(readPage(document, location)));
  });

  it.each([...ALIKE])('is the same step, with columns that look alike: %s', (name) => {
    const { document, location } = openFixture(name);
    const { place, exportFrom, category } = readingOf(fixtureOf(takePicture(document, location, names)));
    const page = expectationOf(readPage(document, location));
    expect({ place, exportFrom, category }).toEqual({
      place: page.place,
      exportFrom: page.exportFrom,
      category: page.category,
    });
  });

  it('bears what a mail program does to it', () => {
    const picture = pictureOf('columns/ticked');
    const wrapped = picture.replace(/(.{60,76}) /g, '$1\n');
    const quoted = wrapped.replace(/^/gm, '> ');
    const mail = `Hello,\n\nit shows step 1.\n\n${quoted}\n\nRegards`;
    expect(readingOf(fixtureOf(mail))).toEqual(readingOf(fixtureOf(picture)));
  });
});

describe('npm run fixtures -- add', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fixtures-'));
  for (const place of ['columns', 'none', 'save']) mkdirSync(join(folder, 'pages', place), { recursive: true });
  const file = join(folder, 'picture.txt');
  const said: string[] = [];
  const run = (...args: string[]) => add(args, (line) => said.push(line), folder);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  it('writes the page and what is read of it', () => {
    writeFileSync(file, pictureOf('columns/ticked'));
    expect(run(file, 'columns/maplewood')).toBe(0);
    const html = read('pages/columns/hand-maplewood.html');
    expect(html.split('\n')[0]).toBe('<!-- address: /admin/datamgmt/exportmanager.action -->');
    expect(JSON.parse(read('expected/columns/hand-maplewood.json'))).toEqual(readingOf(html));
  });

  it('expects the place that it is told', () => {
    expect(run(file, 'save/maplewood')).toBe(0);
    expect(JSON.parse(read('expected/save/hand-maplewood.json')).place).toBe('summary');
  });

  it.each([
    ['without a name', () => [file], 2],
    ['for a place that there is not', () => [file, 'elsewhere/x'], 2],
    ['out of its folder', () => [file, 'columns/..'], 2],
    ['over another', () => [file, 'columns/maplewood'], 1],
    ['of no picture', () => [join(import.meta.dirname, 'round-trip.test.ts'), 'columns/other'], 1],
    ['of no file', () => [join(folder, 'nothing.txt'), 'columns/other'], 1],
  ])('writes nothing %s', (_, args, code) => {
    const before = readdirSync(folder, { recursive: true });
    expect(run(...args())).toBe(code);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});

const expectations = readdirSync(EXPECTED, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);

it.each(expectations)('reads what is expected of %s', (file) => {
  const { document, location } = openFixture(file.replace(/\.json$/, ''));
  const expected = JSON.parse(readFileSync(join(EXPECTED, file), 'utf8'));
  expect(expectationOf(readPage(document, location))).toEqual(expected);
});
