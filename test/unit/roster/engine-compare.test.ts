import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fingerprint } from '../../../utils/roster/fingerprint.ts';
import { asFingerprint } from '../../../utils/roster/kept-fingerprint.ts';
import type { FileComparison } from '../../../utils/roster/report.ts';
import { bare, checkFully, type SetOfFiles } from './check-help.ts';

interface Person {
  id: string;
  name: string;
}

const HEADER = ['sourcedId', 'orgSourcedIds', 'role', 'givenName', 'familyName', 'email'];
const usersOf = (people: readonly Person[], header = HEADER): SetOfFiles => {
  const rows = people.map(({ id, name }) => {
    const cells: Record<string, string> = {
      sourcedId: id,
      orgSourcedIds: '0101',
      role: 'teacher',
      givenName: name,
      familyName: 'Okafor',
      email: 'a@example.org',
    };
    return header.map((column) => cells[column] ?? '');
  });
  return { 'users.csv': bare([header, ...rows]) };
};

const people = (count: number, from = 0, name = (at: number) => `N${at}`): Person[] =>
  Array.from({ length: count }, (_, at) => ({ id: `T${at + from}`, name: name(at + from) }));

interface Compared {
  /** Of whole files. */
  files: Omit<FileComparison, 'group'>[];
  /** Of kinds of people. */
  groups: FileComparison[];
  findings: string[];
}

/** Compares, both ways: with the earlier files, and with their fingerprint. */
async function compare(
  before: SetOfFiles,
  now: SetOfFiles,
  threshold = 10,
): Promise<{ files: Compared; fingerprint: Compared }> {
  const settings = { threshold };
  const fingerprint = (await checkFully(before, { settings })).fingerprint();
  const of = ({ report: { comparison, findings } }: Awaited<ReturnType<typeof checkFully>>): Compared => ({
    files: (comparison?.files ?? []).filter(({ group }) => group === null).map(({ group: _, ...file }) => file),
    groups: (comparison?.files ?? []).filter(({ group }) => group !== null),
    findings: findings
      .filter(({ code }) => /^X[2-5]$/.test(code))
      .map(({ code, cause, file, count, message }) => `${code} ${cause} ${file} ${count}: ${message}`)
      .sort(),
  });
  return {
    files: of(await checkFully(now, { settings, earlier: before })),
    fingerprint: of(await checkFully(now, { settings, fingerprint })),
  };
}

describe('a set compared with the last one', () => {
  it('has added, removed and changed rows', async () => {
    const before = usersOf(people(20));
    const now = usersOf([...people(17, 2, (at) => (at < 5 ? 'Other' : `N${at}`)), ...people(4, 100)]);
    const { files, fingerprint } = await compare(before, now, 20);
    const counts = { file: 'users', before: 20, now: 21, added: 4, removed: 3, isOver: false };
    expect(files).toMatchObject({ files: [{ ...counts, changed: 3 }], findings: [] });
    expect(fingerprint).toMatchObject({ files: [{ ...counts, changed: null }], findings: [] });
  });

  it.each([
    [9, false],
    [10, false],
    [11, true],
  ])('with %i of 100 gone is over a threshold of 10: %s', async (gone, isOver) => {
    const both = await compare(usersOf(people(100)), usersOf(people(100 - gone)));
    for (const { files, findings } of Object.values(both)) {
      expect(files).toMatchObject([{ removed: gone, isOver }]);
      const said = `X2 threshold users ${gone}: ${gone} rows of users.csv have gone since last time: ${gone} %. The threshold is 10 %: the sync will stop archiving.`;
      expect(findings).toEqual(isOver ? [said] : []);
    }
  });

  it('does not round what is over the limit to the limit', async () => {
    // 101 of 1,005 are 10.0498 %.
    for (const { findings } of Object.values(await compare(usersOf(people(1005)), usersOf(people(904)))))
      expect(findings.map((one) => one.replace(/^.*last time: | stop.*$/g, ''))).toEqual([
        'just over 10 %. The threshold is 10 %: the sync will',
      ]);
    // 754 of 1,005 are 75.02 %.
    const { files } = await compare(
      usersOf(people(1005)),
      usersOf(people(1005, 0, (at) => (at < 754 ? 'O' : `N${at}`))),
    );
    expect(files.findings).toEqual([
      'X3 many-changed users 754: 754 rows of users.csv have other values than last time: just over 75 % of all.',
    ]);
  });

  it('is over a threshold of 0 with one row gone, and never over 100', async () => {
    const [before, now] = [usersOf(people(3)), usersOf(people(1, 50))];
    for (const { files } of Object.values(await compare(usersOf(people(3)), usersOf(people(2)), 0)))
      expect(files).toMatchObject([{ removed: 1, isOver: true }]);
    for (const { files } of Object.values(await compare(before, now, 100)))
      expect(files).toMatchObject([{ removed: 3, added: 1, isOver: false }]);
  });

  it('is told of people with another id from five on', async () => {
    const before = usersOf(people(30));
    for (const count of [4, 5]) {
      const now = usersOf(people(30).map(({ id, name }, at) => ({ id: at < count ? `X${id}` : id, name })));
      const { files, fingerprint } = await compare(before, now, 50);
      expect(files.findings).toEqual(
        count < 5
          ? []
          : ['X4 re-keyed users 5: 5 rows of users.csv have another id than last time for the same record.'],
      );
      expect(fingerprint.findings).toEqual([]);
    }
  });

  it('is told when more than 75 of a hundred have other values', async () => {
    const before = usersOf(people(100));
    for (const count of [75, 76]) {
      const { files } = await compare(before, usersOf(people(100, 0, (at) => (at < count ? 'Other' : `N${at}`))));
      expect(files.files).toMatchObject([{ changed: count }]);
      expect(files.findings).toEqual(
        count === 75
          ? []
          : ['X3 many-changed users 76: 76 rows of users.csv have other values than last time: 76 % of all.'],
      );
    }
  });

  it('does not take another order of rows or columns, or other line ends and quotes, for a change', async () => {
    const before = usersOf(people(12));
    const text = (usersOf(people(12).reverse(), HEADER.toReversed())['users.csv'] as string)
      .split('\r')
      .map((line) =>
        line
          .split(',')
          .map((cell) => (cell === '' ? '' : `"${cell}"`))
          .join(','),
      )
      .join('\r\n');
    const { files } = await compare(before, { 'users.csv': text });
    expect(files.files).toEqual([
      { file: 'users', before: 12, now: 12, added: 0, removed: 0, changed: 0, isOver: false },
    ]);
  });

  it('does not count rows without an id as people', async () => {
    const blank = [
      { id: '', name: 'A' },
      { id: ' ', name: 'B' },
    ];
    const both = await compare(usersOf([...people(10), ...blank]), usersOf(people(10)), 10);
    for (const { files } of Object.values(both))
      expect(files).toMatchObject([{ before: 12, now: 10, added: 0, removed: 0 }]);
  });

  it('is told of files that are missing or new, and not compared in them', async () => {
    const classes = { 'classes.csv': 'sourcedId,title,grades,schoolSourcedId\r1,Art,05,0101\r' };
    const users = usersOf(people(3));
    for (const { files, findings } of Object.values(await compare(users, classes))) {
      expect(files).toEqual([]);
      expect(findings).toEqual([
        'X5 file-set null 2: The files are not the same ones as last time: users.csv is missing, classes.csv is new.',
      ]);
    }
  });

  it('tells enrollments by class, person and role', async () => {
    const enrollments = (from: number, count: number) => ({
      'enrollments.csv': `classSourcedId,schoolSourcedId,userSourcedId,role\r${Array.from(
        { length: count },
        (_, at) => `1,0101,${from + at},student\r`,
      ).join('')}`,
    });
    for (const { files } of Object.values(await compare(enrollments(0, 10), enrollments(3, 9))))
      expect(files).toEqual([
        { file: 'enrollments', before: 10, now: 9, added: 2, removed: 3, changed: null, isOver: true },
      ]);
  });

  it('counts rows alone where the columns that tell them apart are not there', async () => {
    const enrollments = (count: number) => ({
      'enrollments.csv': `classSourcedId,schoolSourcedId,role\r${'1,0101,student\r'.repeat(count)}`,
    });
    for (const { files } of Object.values(await compare(enrollments(10), enrollments(8))))
      expect(files).toMatchObject([{ before: 10, now: 8, added: 0, removed: 2, changed: null, isOver: true }]);
  });

  it('is over a threshold for students that all users together hide', async () => {
    const rows = (role: string, from: number, count: number) =>
      Array.from({ length: count }, (_, at) => [`${role}${from + at}`, '0101', role, 'A', 'B', '']);
    const head = ['sourcedId', 'orgSourcedIds', 'role', 'givenName', 'familyName', 'email'];
    const set = (students: number) => ({
      'users.csv': bare([head, ...rows('student', 0, students), ...rows('guardian', 0, 300)]),
    });
    for (const { files, groups, findings } of Object.values(await compare(set(100), set(70)))) {
      expect(files).toMatchObject([{ before: 400, now: 370, removed: 30, isOver: false }]);
      expect(groups).toMatchObject([
        { group: 'students', before: 100, now: 70, removed: 30, isOver: true },
        { group: 'staff', before: 0, now: 0, removed: 0, isOver: false },
        { group: 'guardians', before: 300, now: 300, removed: 0, isOver: false },
      ]);
      expect(findings).toEqual([
        'X2 threshold users 30: 30 rows of the students in users.csv have gone since last time: 30 %. The threshold is 10 %: the sync will stop archiving.',
      ]);
    }
  });

  it('is not compared with a set that cannot be read, and says so', async () => {
    const { report } = await checkFully(usersOf(people(5)), { earlier: { 'notes.txt': 'Nothing.' } });
    expect(report.comparison).toBeNull();
    expect(
      report.findings.filter(({ code }) => code.startsWith('X')).map(({ code, message }) => `${code} ${message}`),
    ).toEqual([
      'X6 None of the three files of the sync, and not read: notes.txt. So the earlier set could not be read, and nothing was compared.',
    ]);
  });

  it('counts as a slow comparison does', async () => {
    const person = fc.record({
      id: fc.constantFrom('', ' ', 'a', 'A', 'é', '1', '01', 'x'.repeat(50), `${'x'.repeat(49)}y`, 'b', 'c', 'd'),
      name: fc.constantFrom('Noor', 'Sam'),
    });
    const set = fc.array(person, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(set, set, async (before, now) => {
        const firsts = (all: Person[]) =>
          new Map(all.toReversed().flatMap(({ id, name }) => (id.trim() === '' ? [] : [[id, name] as const])));
        const [old, recent] = [firsts(before), firsts(now)];
        const added = [...recent.keys()].filter((id) => !old.has(id)).length;
        const removed = [...old.keys()].filter((id) => !recent.has(id)).length;
        const changed = [...old].filter(([id, name]) => recent.has(id) && recent.get(id) !== name).length;
        const { files, fingerprint } = await compare(usersOf(before), usersOf(now));
        expect(files.files).toMatchObject([{ before: before.length, now: now.length, added, removed, changed }]);
        expect(fingerprint.files).toMatchObject([{ before: before.length, now: now.length, added, removed }]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the fingerprint of a set', () => {
  it('holds the ids’ hashes alone, which are those of the same ids in any order', async () => {
    const one = (await checkFully(usersOf(people(10)))).fingerprint();
    const again = await checkFully(usersOf(people(10).reverse()), { fingerprint: one });
    expect(one.files.map(({ file, rows, ids }) => [file, rows, ids?.length])).toEqual([
      ['users', 10, 10],
      ['users', 0, 0],
      ['users', 10, 10],
      ['users', 0, 0],
    ]);
    expect(again.report.comparison?.files.map(({ added, removed }) => [added, removed])).toEqual(Array(4).fill([0, 0]));
    const text = JSON.stringify(one.files, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    expect(text).not.toMatch(/T\d|Okafor/);
  });

  it('has another salt each time', async () => {
    const [one, other] = [await checkFully(usersOf(people(3))), await checkFully(usersOf(people(3)))];
    expect(one.fingerprint().salt).not.toBe(other.fingerprint().salt);
    expect(one.fingerprint().files).not.toEqual(other.fingerprint().files);
  });

  it('can be kept as it is', async () => {
    const fingerprint = (await checkFully(usersOf(people(10)))).fingerprint();
    const kept = asFingerprint(structuredClone(fingerprint));
    const { report } = await checkFully(usersOf(people(9)), { fingerprint: kept as Fingerprint });
    expect(report.comparison?.with).toEqual({ kind: 'fingerprint', at: fingerprint.at });
    const counts = { file: 'users', before: 10, now: 9, added: 0, removed: 1, changed: null, isOver: false };
    expect(report.comparison?.files[0]).toEqual({ ...counts, group: null });
  });
});
