import { describe, expect, it } from 'vitest';
import { oneroster } from '../../../utils/profile/oneroster.ts';
import { checkManifest, manifestModes } from '../../../utils/roster/manifest.ts';
import { english } from '../../../utils/roster/words.ts';

const HEADER = ['propertyName', 'value'];
const ABSENT = ['categories', 'classResources', 'courseResources', 'lineItems', 'resources', 'results'];
const BULK = ['academicSessions', 'classes', 'courses', 'demographics', 'enrollments', 'orgs', 'users'];

/** A manifest of a whole set, with other values; null takes a property out. */
function manifest(changes: Record<string, string | null> = {}): string[][] {
  const properties: Record<string, string | null> = {
    'manifest.version': '1.0',
    'oneroster.version': '1.1',
    ...Object.fromEntries(ABSENT.map((file) => [`file.${file}`, 'absent'])),
    ...Object.fromEntries(BULK.map((file) => [`file.${file}`, 'bulk'])),
    ...changes,
  };
  return Object.entries(properties).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

const whole = oneroster.files.map(({ id, fileName }) => ({ file: id, fileName }));
const check = (rows: string[][], header = HEADER, present = whole) =>
  checkManifest(rows, header, present, oneroster).map(
    ({ what, file, count, words }) =>
      `${what} ${file ?? '-'} ${count} ${Object.entries(words)
        .filter(([name]) => name !== 'line')
        .map(([name, word]) => `${name}=${english(word)}`)
        .join(' ')}`,
  );

type Case = [what: string, rows: string[][], found: string[]];
const cases: Case[] = [
  ['a whole set', manifest(), []],
  ['with the names of the source', manifest({ 'source.systemName': 'SIS', 'source.systemCode': '' }), []],
  ['Excel’s version', manifest({ 'manifest.version': '1' }), ['manifest-version - 1 found=1 wanted=1.0']],
  ['no version', manifest({ 'manifest.version': null }), ['manifest-missing-property - 1 name=manifest.version']],
  ['a blank version', manifest({ 'manifest.version': '' }), ['manifest-version - 1 found=blank wanted=1.0']],
  ['another OneRoster', manifest({ 'oneroster.version': '1.2' }), ['oneroster-version - 1 found=1.2 wanted=1.1']],
  ['a file it does not name', manifest({ 'file.results': null }), ['manifest-missing-property - 1 name=file.results']],
  [
    'a property in other capitals',
    manifest({ 'file.classresources': 'absent' }),
    ['manifest-unknown-property - 1 name=file.classresources'],
  ],
  [
    'a property three times',
    [...manifest(), ['file.users', 'bulk'], ['file.users', 'absent']],
    ['manifest-duplicate-property - 1 name=file.users'],
  ],
  ['a value in capitals', manifest({ 'file.users': 'Bulk' }), ['manifest-value - 1 name=file.users found=Bulk']],
  ['no value', manifest({ 'file.users': '' }), ['manifest-value - 1 name=file.users found=nothing']],
  ['a row of three cells', [...manifest(), ['source.systemName', 'A', '']], ['manifest-width - 1 file=manifest.csv']],
  ['a row of one cell', [...manifest(), ['source.systemName']], ['manifest-width - 1 file=manifest.csv']],
  [
    'a file that is here, but declared absent',
    manifest({ 'file.users': 'absent' }),
    ['manifest-undeclared users 1 file=users.csv'],
  ],
  [
    'a file that nobody reads',
    manifest({ 'file.results': 'bulk' }),
    ['manifest-unwanted - 1 file=results.csv found=bulk'],
  ],
  ['both ways', manifest({ 'file.users': 'delta' }), ['manifest-mixed - 1 found=bulk, delta']],
  ['all in delta', manifest(Object.fromEntries(BULK.map((file) => [`file.${file}`, 'delta']))), []],
];

describe('manifest.csv', () => {
  it.each(cases)('%s', (_, rows, found) => expect(check(rows)).toEqual(found));

  it('tells a file that is declared and not here', () => {
    const present = whole.filter(({ file }) => file !== 'demographics');
    expect(check(manifest(), HEADER, present)).toEqual([
      'manifest-declared-missing demographics 1 file=demographics.csv found=bulk',
    ]);
    expect(check(manifest({ 'file.demographics': 'absent' }), HEADER, present)).toEqual([]);
  });

  it.each([[['propertyName', 'propertyValue']], [['PropertyName', 'value']], [['propertyName', 'value', '']], [[]]])(
    'tells another header: %j',
    (header) => {
      expect(check(manifest(), header)).toEqual([
        `manifest-header - 1 found=${header.join(',')} wanted=propertyName,value`,
      ]);
    },
  );

  it('tells everything of an empty one', () => {
    expect(check([])).toHaveLength(15);
  });

  it('says of each file how it is sent, the first time it is said', () => {
    const rows = [...manifest({ 'file.users': 'delta', 'file.orgs': 'Bulk' }), ['file.users', 'bulk']];
    const modes = manifestModes(rows);
    expect(modes.get('users')).toBe('delta');
    expect(modes.get('results')).toBe('absent');
    expect(modes.has('orgs')).toBe(false);
  });
});
