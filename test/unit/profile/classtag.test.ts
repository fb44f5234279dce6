import { describe, expect, it } from 'vitest';
import { classtag } from '../../../utils/profile/classtag.ts';
import { classtagAfterwards } from '../../../utils/profile/classtag-afterwards.ts';
import { profileSchema } from '../../../utils/profile/schema.ts';
import { catalogOf } from '../../../utils/words/catalogs.ts';
import { inWords } from '../../../utils/words/say.ts';

const columnsOf = (id: string) => classtag.files.find((file) => file.id === id)?.columns ?? [];
const needing = (id: string, need: string) =>
  columnsOf(id)
    .filter((column) => column.need === need)
    .map(({ name }) => name)
    .sort();

describe("ClassTag's profile", () => {
  it('is what the schema says, to the letter', () => {
    expect(profileSchema.parse(classtag)).toEqual(classtag);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(classtag))).toEqual(classtag);
  });

  it("sets the output as the guide's three lists do", () => {
    expect(classtag.output).toEqual({
      lineDelimiter: 'CR',
      fieldDelimiter: 'Comma',
      characterSet: 'UTF-8',
      includeHeaders: true,
      surroundInQuotes: false,
    });
  });

  it.each([
    ['users', 'users.csv', 'com.classtag.one_roster_users', 'classtag_users', 'USERS'],
    ['classes', 'classes.csv', 'com.classtag.one_roster_classes', 'classtag_classes', 'SECTIONS'],
    ['enrollments', 'enrollments.csv', 'com.classtag.one_roster_enrollments', 'classtag_enrollments', 'CC'],
  ])('names %s as the guide does', (id, fileName, query, template, table) => {
    expect(classtag.files.find((file) => file.id === id)).toMatchObject({
      fileName,
      query,
      template: { name: template },
      tables: [table],
    });
  });

  it.each([
    ['users', 'required', ['familyName', 'givenName', 'role', 'sourcedId']],
    ['users', 'expected', ['orgSourcedIds']],
    ['classes', 'required', ['grades', 'sourcedId', 'title']],
    ['classes', 'expected', ['schoolSourcedId']],
    ['enrollments', 'required', ['classSourcedId', 'role', 'userSourcedId']],
    ['enrollments', 'expected', ['schoolSourcedId']],
  ])("%s: %s columns are those of ClassTag's article", (id, need, names) => expect(needing(id, need)).toEqual(names));

  it('makes the plural singular', () => {
    expect(columnsOf('users').find(({ name }) => name === 'language')?.fieldNames).toEqual(['languages']);
  });
});

describe('what ClassTag does once it has the files', () => {
  it.each([
    ['starts the first sync by hand', 'receiver', /first sync by hand/],
    ['notifies nobody of it', 'receiver', /notifies none/],
    ['waits for the approval', 'you', /approve/],
    ['syncs once a day, with a report for each file', 'receiver', /once a day.*report for each file/],
  ])('%s', (_, who, words) => {
    expect(
      classtagAfterwards.steps.filter((step) => step.who === who).some(({ text }) => words.test(inWords(text))),
    ).toBe(true);
  });
});

it('says everything by a key of the catalogs', () => {
  const said = [
    classtag.sync.note,
    classtagAfterwards.source,
    ...classtagAfterwards.steps.map(({ text }) => text),
    ...classtag.choices.flatMap(({ label, explanation }) => [label, explanation]),
    ...classtag.files.flatMap(({ columns }) => columns.map(({ note }) => note).filter((note) => note !== '')),
  ];
  const english = catalogOf('en');
  expect(said.filter((key) => !(key in english))).toEqual([]);
});

describe('what a profile must hold together', () => {
  it.each(classtag.files)('$fileName: no spelling means two columns', ({ columns }) => {
    const spellings = columns.flatMap(({ name, aliases, fieldNames }) => [name, ...aliases, ...fieldNames]);
    expect(new Set(spellings).size).toBe(spellings.length);
    expect(new Set(columns.map(({ name }) => name.toLowerCase())).size).toBe(columns.length);
  });

  it('chooses only files and columns that there are', () => {
    for (const { file, swap, leaveOut } of classtag.choices) {
      const names = columnsOf(file).map(({ name }) => name);
      for (const name of [...(swap ?? []), ...(leaveOut === undefined ? [] : [leaveOut])]) {
        expect(names).toContain(name);
      }
    }
  });

  it('never lets a required column be left out', () => {
    for (const { file, leaveOut } of classtag.choices) expect(needing(file, 'required')).not.toContain(leaveOut);
  });

  it.each([
    ['an unknown delimiter', { output: { ...classtag.output, lineDelimiter: 'FF' } }],
    ['a file without a name', { files: [{ ...classtag.files[0], fileName: '' }] }],
    ['an id with spaces', { id: 'class tag' }],
    ['a need of its own', { files: [{ ...classtag.files[0], columns: [{ ...columnsOf('users')[0], need: 'nice' }] }] }],
  ])('is refused with %s', (_, change) => {
    expect(profileSchema.safeParse({ ...classtag, ...change }).success).toBe(false);
  });
});
