import { describe, expect, test } from 'vitest';
import { makeDistrict } from '../district.ts';
import { CLASSTAG_PLUGIN, loadPlugin } from '../plugin.ts';
import { rowsOf } from '../query.ts';
import { plainTables } from '../tables.ts';
import type { DataSet } from '../types.ts';

const district = makeDistrict({ seed: 7, students: 120, faults: [] });
const { dataSets: classTag } = await loadPlugin(CLASSTAG_PLUGIN);

function dataSet(fields: string[], sql = ''): DataSet {
  const columns = fields.map((field) => ({ table: 'STUDENTS', field, name: `STUDENTS.${field}` }));
  return { id: 'org.example.q', kind: 'query', optionText: '', descriptionHtml: '', columns, arguments: [], sql };
}

describe('the ClassTag data sets', () => {
  test.each([
    ['com.classtag.one_roster_users', 'users', (index: number) => district.user(index)],
    ['com.classtag.one_roster_classes', 'classes', (index: number) => district.schoolClass(index)],
    ['com.classtag.one_roster_enrollments', 'enrollments', (index: number) => district.enrollment(index)],
  ] as const)('%s shows the district’s %s', (id, file, rowAt) => {
    const set = classTag.find((each) => each.id === id);
    if (!set) throw new Error(`No ${id}.`);
    const table = rowsOf(set, district, {});
    expect(table.count).toBe(district.count(file));
    const fields = set.columns.map(({ field }) => field);
    const shown = table
      .rows(0, table.count)
      .map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at]])));
    expect(shown).toEqual(Array.from({ length: table.count }, (_, index) => rowAt(index)));
  });
});

describe('any data set', () => {
  test.each(plainTables.map((table) => [table.id, table] as const))('%s has rows, the same each time', (_, table) => {
    const shown = rowsOf(table, district, {});
    const rows = shown.rows(0, shown.count);
    expect(rows).toHaveLength(shown.count);
    expect(shown.count).toBeGreaterThan(0);
    expect(rows.every((row) => row.length === table.columns.length)).toBe(true);
    expect(rowsOf(table, district, {}).rows(0, shown.count)).toEqual(rows);
    expect(new Set(rows.map(([id]) => id)).size).toBe(shown.count);
  });

  test('a range is held to the table’s size', () => {
    const table = rowsOf(dataSet(['id']), district, {});
    expect(table.count).toBe(120);
    expect(
      [table.rows(-5, 2), table.rows(118, 500), table.rows(500, 600), table.rows(3, 1)].map((rows) => rows.length),
    ).toEqual([2, 2, 0, 0]);
  });

  test.each([
    ['First_Name', /^\p{L}[\p{L}' -]*$/u],
    ['LastFirst', /^[^,]+, [^,]+$/],
    ['a_sourcedId', /^\d+$/],
    ['01StudentNumber', /^\d+$/],
    ['S_CA_Stu_X.email', /@/],
    ['k_email', /^[^@\s]+@(students\.)?example\.org$/],
    ['Home_Phone', /^212-555-01\d\d$/],
    ['EntryDate', /^\d\d\/\d\d\/\d{4}$/],
    ['is_active', /^(Yes|No)$/],
    ['Grade_Level', /^\d+$/],
    ['ride_on_enabledToday', /^(Yes|No)$/],
    ['CumulativeDaysAbsent', /^cumulativedaysabsent \d+$/],
  ])('%s holds what its name says', (field, pattern) => {
    const table = rowsOf(dataSet([field]), district, {});
    expect(
      table
        .rows(0, 40)
        .flat()
        .filter((value) => !pattern.test(value)),
    ).toEqual([]);
  });

  test('of a district of nobody has no rows', () => {
    const nobody = makeDistrict({ seed: 1, students: 0, faults: [] });
    for (const table of [...plainTables, ...classTag]) expect(rowsOf(table, nobody, {}).rows(0, 5)).toEqual([]);
  });
});

describe('an argument', () => {
  const filtered = dataSet(
    ['Grade_Level', 'First_Name'],
    'select * from students where grade_level = :grade_level and x > :first_name',
  );

  test('named as a column and compared by = keeps the rows with its value', () => {
    const rows = rowsOf(filtered, district, { grade_level: '2' });
    expect(rows.count).toBe(25);
    expect(new Set(rows.rows(0, 100).map(([grade]) => grade))).toEqual(new Set(['2']));
    expect(rows.rows(20, 100)).toHaveLength(5);
  });

  test.each([{ grade_level: '' }, { other: '2' }, { first_name: 'Ana' }, {}])('%j keeps all', (args) => {
    expect(rowsOf(filtered, district, args).count).toBe(120);
  });
});
