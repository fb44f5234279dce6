import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type District, FAULTS, makeDistrict, type RosterFile } from '../district.ts';
import { findingsIn } from './data-rules.ts';

const FILES: RosterFile[] = ['users', 'classes', 'enrollments'];

function district(options: { seed?: number; students?: number; faults?: string[] } = {}): District {
  return makeDistrict({ seed: 1, students: 200, faults: [], ...options });
}

function rowsOfFile(made: District, file: RosterFile): object[] {
  const rowAt = { users: made.user, classes: made.schoolClass, enrollments: made.enrollment }[file];
  return Array.from({ length: made.count(file) }, (_, index) => rowAt(index));
}

const seeds = fc.integer();
const sizes = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 495, max: 1050 }));

describe('a clean district', () => {
  test('breaks no rule, whatever its seed and size', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, students) => {
        expect(findingsIn(district({ seed, students }))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is the same again, in any order of asking', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 130 }), (seed, students) => {
        const [once, again] = [district({ seed, students }), district({ seed, students })];
        for (const file of FILES) {
          const backwards = { users: again.user, classes: again.schoolClass, enrollments: again.enrollment }[file];
          const rows = Array.from({ length: again.count(file) }, (_, index) =>
            backwards(again.count(file) - 1 - index),
          );
          expect(rows.reverse()).toEqual(rowsOfFile(once, file));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is another with another seed', () => {
    expect(district({ seed: 1 }).student(0)).not.toEqual(district({ seed: 2 }).student(0));
  });

  test('has unique dcids and e-mail addresses', () => {
    const made = district({ students: 1000 });
    const users = Array.from({ length: made.count('users') }, (_, index) => made.user(index));
    const emails = users.map(({ email }) => email).filter((email) => email !== '');
    expect(new Set(users.map(({ dcid }) => dcid)).size).toBe(users.length);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.filter((email) => !/^[a-z.]+\.\d+@(students\.)?example\.org$/.test(email))).toEqual([]);
  });

  test('has only phones that nobody has', () => {
    const made = district({ students: 300 });
    const users = Array.from({ length: made.count('users') }, (_, index) => made.user(index));
    const phones = users.flatMap(({ sms, phone }) => [sms, phone]).filter((phone) => phone !== '');
    expect(phones.length).toBeGreaterThan(300);
    expect(phones.filter((phone) => !/555[-. ]01\d\d$/.test(phone))).toEqual([]);
  });

  test('has ids that begin with a zero, siblings, several schools, grades and languages', () => {
    const made = district({ students: 1600 });
    const students = Array.from({ length: 1600 }, (_, index) => made.student(index));
    expect(students.every(({ sourcedId }) => sourcedId.startsWith('0'))).toBe(true);
    expect(new Set(students.map(({ orgSourcedIds }) => orgSourcedIds))).toEqual(
      new Set(['00101', '00102', '00103', '00104']),
    );
    expect(new Set(students.map(({ agentSourcedIds }) => agentSourcedIds)).size).toBe(made.counts.guardians);
    expect(made.counts.guardians).toBe(1440);
    expect(new Set(students.map(({ grades }) => grades)).size).toBe(13);
    expect(new Set(students.map(({ languages }) => languages)).size).toBeGreaterThan(8);
  });

  test('of nobody has no rows', () => {
    const made = district({ students: 0, faults: Object.keys(FAULTS) });
    expect(FILES.map((file) => made.count(file))).toEqual([0, 0, 0]);
  });

  test('of a million answers for its last row at once', () => {
    const made = district({ students: 1_000_000 });
    const last = made.user(made.count('users') - 1);
    const child = made.student(999_999);
    expect(made.counts).toMatchObject({ schools: 2000, students: 1_000_000, classes: 200_000, enrollments: 5_200_000 });
    expect(child.agentSourcedIds).toBe(last.sourcedId);
    expect(child.familyName).toBe(last.familyName);
    expect(made.enrollment(5_199_999)).toMatchObject({ userSourcedId: child.sourcedId, role: 'student' });
  });
});

describe.each(Object.keys(FAULTS))('the fault %s', (name) => {
  const { file = 'users', rule = '', explanation = '' } = FAULTS[name] ?? {};
  const clean = district();
  const faulty = district({ faults: [name] });
  const planted = faulty.plantedRows(name);

  test('changes the rows it says and no others', () => {
    expect(explanation).toMatch(/^[A-Z].+\.$/);
    expect(planted.length).toBeGreaterThan(0);
    expect(clean.plantedRows(name)).toEqual([]);
    for (const each of FILES) {
      const before = rowsOfFile(clean, each);
      const after = rowsOfFile(faulty, each);
      const changed = after.flatMap((row, index) =>
        JSON.stringify(row) === JSON.stringify(before[index]) ? [] : [index],
      );
      const untouched = planted.filter((row) => !changed.includes(row));
      expect(changed.filter((row) => each !== file || !planted.includes(row))).toEqual([]);
      // A whole column's fault leaves alone the guardians whose value it would not change.
      if (each === file && planted.length <= 2) expect(untouched).toEqual([]);
    }
  });

  test(`is found by rule ${rule} in each of those rows`, () => {
    const found = findingsIn(faulty).filter((finding) => finding.rule === rule && finding.file === file);
    const missed = planted.filter((row) => !found.some((finding) => finding.row === row));
    expect(missed).toEqual([]);
  });
});

describe('several faults', () => {
  const names = Object.keys(FAULTS).filter((name) => name !== 'mobiles-in-phone-column');

  test('lie in rows of their own, and where they lie does not depend on the others', () => {
    const together = district({ students: 400, faults: names });
    for (const file of FILES) {
      const ofFile = names.filter((name) => FAULTS[name]?.file === file);
      const rows = ofFile.flatMap((name) => together.plantedRows(name));
      expect(new Set(rows).size).toBe(ofFile.length * 2);
    }
    const alone = district({ students: 400, faults: ['comma-in-name'] });
    expect(alone.plantedRows('comma-in-name')).toEqual(together.plantedRows('comma-in-name'));
  });

  test('fit into a district of one', () => {
    const made = district({ students: 1, faults: Object.keys(FAULTS) });
    expect(FILES.map((file) => rowsOfFile(made, file).length)).toEqual(FILES.map((file) => made.count(file)));
  });
});

test('every rule about rows has a fault', () => {
  const rules = new Set(Object.values(FAULTS).map(({ rule }) => rule));
  // U10 is about a column, X2 about the last export.
  const wanted = 'U1 U2 U3 U4 U5 U6 U7 U8 U9 U11 U12 C1 C2 C3 C4 C5 C6 N1 N2 N3 N4 N5 N6 X1'.split(' ');
  expect(wanted.filter((rule) => !rules.has(rule))).toEqual([]);
});

test('what cannot be made is said in a sentence', () => {
  expect(() => district({ students: -1 })).toThrow('A district cannot have -1 students.');
  expect(() => district({ students: 1.5 })).toThrow('A district cannot have 1.5 students.');
  expect(() => district({ faults: ['toString'] })).toThrow('There is no fault toString; see FAULTS.');
});
