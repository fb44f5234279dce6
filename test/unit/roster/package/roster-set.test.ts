import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { classtagChecks } from '../../../../utils/profile/classtag-checks.ts';
import { checkPreview } from '../../../../utils/roster/preview.ts';
import { type RosterSetWish, writeSet } from '../../../data/roster-set.ts';

const folder = mkdtempSync(join(tmpdir(), 'roster-set-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Id = 'users' | 'classes' | 'enrollments';
const IDS: Id[] = ['users', 'classes', 'enrollments'];

function made(wish: RosterSetWish) {
  const set = writeSet(join(folder, Object.values(wish).join('-')), wish);
  const tables = IDS.map((id) => {
    const text = readFileSync(set.files[id], 'utf8');
    const rows: string[][] = parse(text, { record_delimiter: wish.form === 'cr-unquoted' ? '\r' : '\n' });
    return { id, text, header: rows[0] ?? [], rows: rows.slice(1) };
  });
  const table = (id: Id) => tables.find((one) => one.id === id) ?? { id, text: '', header: [], rows: [] };
  const column = (id: Id, name: string) => table(id).rows.map((row) => row[table(id).header.indexOf(name)] ?? '');
  const findings = () =>
    tables.flatMap(({ id, header, rows }) =>
      checkPreview(classtagChecks, {
        fileId: id,
        header,
        columns: header,
        rows,
        parameters: {
          level: 'district',
          guardians: 'users',
          schoolIds: null,
          complete: true,
          quotes: wish.form === 'lf-quoted',
          fieldDelimiter: ',',
        },
      }).map((finding) => ({ key: `${id} ${finding.code} ${finding.cause}`, count: finding.count })),
    );
  return { set, table, column, findings };
}

describe.each(['cr-unquoted', 'lf-quoted'] as const)('a seeded set, %s', (form) => {
  it.each([3, 4, 5, 38, 999, 1001, 2002, 5000])('of %i users has that many, and no fault', (users) => {
    const { set, table, column, findings } = made({ users, seed: 7, form });
    for (const id of IDS) expect(table(id).rows).toHaveLength(set.rows[id]);
    expect(set.rows.users).toBe(users);
    expect(findings()).toEqual([]);
    expect(set.bytes).toBe(IDS.reduce((sum, id) => sum + Buffer.byteLength(table(id).text), 0));

    const classes = new Set(column('classes', 'sourcedId'));
    expect(new Set(column('enrollments', 'classSourcedId'))).toEqual(classes);
    const roles = column('users', 'role');
    const ids = column('users', 'sourcedId');
    const enrolled = ids.filter((_, at) => roles[at] === 'student' || roles[at] === 'teacher');
    expect(new Set(column('enrollments', 'userSourcedId'))).toEqual(new Set(enrolled));
    const agents = column('users', 'agentSourcedIds').flatMap((cell) => (cell === '' ? [] : cell.split(',')));
    expect(new Set(agents)).toEqual(new Set(ids.filter((id) => !enrolled.includes(id))));

    // Who is enrolled, the class and the enrollment are of one school.
    const schoolOf = (id: Id, school: string) => {
      const schools = column(id, school);
      return new Map(column(id, 'sourcedId').map((one, at) => [one, schools[at]]));
    };
    const ofUser = schoolOf('users', 'orgSourcedIds');
    const ofClass = schoolOf('classes', 'schoolSourcedId');
    const schools = column('enrollments', 'schoolSourcedId');
    expect(column('enrollments', 'userSourcedId').map((id) => ofUser.get(id))).toEqual(schools);
    expect(column('enrollments', 'classSourcedId').map((id) => ofClass.get(id))).toEqual(schools);
  });

  it('is the same for the same seed only', () => {
    const one = made({ users: 50, seed: 1, form }).table('users').text;
    expect(made({ users: 50, seed: 1, form }).table('users').text).toBe(one);
    expect(made({ users: 50, seed: 2, form }).table('users').text).not.toBe(one);
  });

  it('with a fault in every row has just as many as it says, in a file of nearly that size', () => {
    const clean = made({ users: 3000, seed: 7, form });
    const { set, findings } = made({ users: 3000, seed: 7, form, faults: 'every-row' });
    expect(Math.abs(set.bytes - clean.set.bytes)).toBeLessThan(clean.set.bytes * 0.03);
    const planted = Object.values(set.planted).reduce((sum, count) => sum + count, 0);
    expect(planted).toBe(set.rows.users + set.rows.classes + set.rows.enrollments);
    const counts = new Map<string, number>();
    for (const { key: told, count } of findings()) {
      // A number that means a grade is told for each grade by itself: `raw-number 7`.
      const key = told.split(' ').slice(0, 3).join(' ');
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    // What takes another file is not in a preview of one.
    const { 'enrollments N1 nobody': _, 'enrollments N2 nobody': __, ...seen } = set.planted;
    for (const [key, count] of Object.entries(seen)) expect([key, counts.get(key)]).toEqual([key, count]);
  });
});

it('of fewer than three users is not made', () => {
  expect(() => writeSet(folder, { users: 2, seed: 1, form: 'cr-unquoted' })).toThrow();
});
