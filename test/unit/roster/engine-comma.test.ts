import { describe, expect, it } from 'vitest';
import { makeDistrict, type RosterFile } from '../../simulator/index.ts';
import { bare, checkSet } from './check-help.ts';
import { COLUMNS, rowsOf } from './help.ts';

const DISTRICT = makeDistrict({ seed: 3, students: 60, faults: [] });
const FILES: RosterFile[] = ['users', 'classes', 'enrollments'];
const ROWS = Object.fromEntries(FILES.map((file) => [file, rowsOf(DISTRICT, file)])) as Record<RosterFile, string[][]>;

/** The set with other values in one row; as it is exported, without quotes. */
function withRow(file: RosterFile, at: number, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    FILES.map((one) => {
      const rows = ROWS[one].map((row, index) =>
        one === file && index === at ? row.map((cell, column) => values[COLUMNS[one][column] ?? ''] ?? cell) : row,
      );
      return [`${one}.csv`, bare([COLUMNS[one], ...rows])];
    }),
  );
}

/** The first row whose role is this, and a column's value in it. */
const rowWith = (role: string): number => ROWS.users.findIndex((row) => row[COLUMNS.users.indexOf('role')] === role);
const valueIn = (file: RosterFile, at: number, column: string): string =>
  ROWS[file][at]?.[COLUMNS[file].indexOf(column)] ?? '';

type Case = [file: RosterFile, role: string, column: string, value: (value: string) => string, found: string[]];

/** Lists and texts with a comma, where a human would say at once which column it is in. */
const TOLD: Case[] = [
  ['users', 'student', 'orgSourcedIds', (value) => `${value},${value}`, []],
  ['users', 'teacher', 'orgSourcedIds', (value) => `${value},${value}`, []],
  ['users', 'parent', 'orgSourcedIds', (value) => `${value},${value},${value}`, []],
  ['users', 'student', 'givenName', (value) => `${value}, Ann`, []],
  ['users', 'teacher', 'familyName', (value) => `${value}, Jr.`, []],
  ['users', 'parent', 'familyName', (value) => `García-${value}, Jr.`, []],
  ['users', 'parent', 'familyName', (value) => `${value}, Jr., M. D.`, []],
  ['users', 'teacher', 'email', (value) => `${value}, second@example.org`, ['U7 form users.email 1']],
  ['users', 'student', 'agentSourcedIds', (value) => `${value}, ${value}`, ['U5 twice users.agentSourcedIds 1']],
  ['classes', '', 'title', (value) => `${value}, advanced`, []],
  ['classes', '', 'title', (value) => `${value}, Émile`, []],
  ['classes', '', 'location', (value) => `${value}, upstairs`, []],
];

/** Where nothing tells: the column is left open, and so is everything else of the row. */
const OPEN: Case[] = [
  ['users', 'teacher', 'givenName', (value) => `${value},Ann`, []],
  ['users', 'teacher', 'familyName', (value) => `${value},Jr.`, []],
  ['users', 'teacher', 'language', () => 'es,en', []],
  ['classes', '', 'location', (value) => `${value},upstairs`, []],
  ['classes', '', 'periods', () => '1,3', []],
  ['enrollments', '', 'role', (value) => `${value},${value}`, []],
  ['enrollments', '', 'userSourcedId', (value) => `${value},${value}`, []],
];

describe('a comma that nobody put into quotes', () => {
  it.each([...TOLD.map((one) => [...one, true] as const), ...OPEN.map((one) => [...one, false] as const)])(
    'in %s (%s), %s',
    async (file, role, column, how, others, isTold) => {
      const at = file === 'users' ? rowWith(role) : 4;
      const value = how(valueIn(file, at, column));
      const { findings } = await checkSet(withRow(file, at, { [column]: value }));
      const wide = findings.find(({ cause }) => cause === 'wide');
      expect(wide).toMatchObject({ code: 'F5', file, column: isTold ? column : null, count: 1 });
      expect(wide?.places).toMatchObject([
        { row: at + 1, column: isTold ? column : null, value: isTold ? value : null },
      ]);
      const rest = findings.filter((one) => one !== wide);
      expect(rest.map((one) => `${one.code} ${one.cause} ${one.file}.${one.column} ${one.count}`)).toEqual(others);
    },
  );

  it('does not hide what else is wrong with the row', async () => {
    const at = rowWith('teacher');
    const { findings } = await checkSet(
      withRow('users', at, { familyName: 'Okafor, Jr.', email: 'kim', phone: '212\u200b5550111', language: 'Spanish' }),
    );
    expect(findings.map(({ code, cause, places }) => [code, cause, places[0]?.column, places[0]?.value])).toEqual([
      ['F5', 'wide', 'familyName', 'Okafor, Jr.'],
      ['U7', 'form', 'email', 'kim'],
      ['U8', 'form', 'phone', '212\u200b5550111'],
      ['U9', 'form', 'language', 'Spanish'],
      ['F3', 'invisible', 'phone', '212\u200b5550111'],
    ]);
  });

  it('takes commas between blank cells for no list', async () => {
    const header = 'sourcedId,orgSourcedIds,role,givenName,familyName,email,sms,phone,agentSourcedIds,grades,language';
    const row = 'A1,0101,administrator,Kim,Okafor,kim@example.org,212-555-0111, 212-555-0112,,,,en';
    const { findings } = await checkSet({ 'users.csv': bare([[header], [row]]) });
    expect(findings.filter(({ file }) => file === 'users').map(({ cause, column }) => [cause, column])).toEqual([
      ['wide', 'sms'],
      ['form', 'sms'],
    ]);
  });

  it('leaves rows that are told apart by phone alone two accounts', async () => {
    const people = [1, 2].map((n) => [
      '0101',
      `T${n}`,
      'teacher',
      'Noor',
      'Okafor, Jr.',
      'noor@example.org',
      '',
      `212-555-011${n}`,
    ]);
    const header = ['orgSourcedIds', 'sourcedId', 'role', 'givenName', 'familyName', 'email', 'sms', 'phone'];
    const { findings } = await checkSet({ 'users.csv': bare([header, ...people]) });
    expect(findings.find(({ cause }) => cause === 'two-accounts')).toMatchObject({ count: 1, places: [{ row: 2 }] });
  });
});
