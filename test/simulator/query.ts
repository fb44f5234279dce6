import type { District } from './district.ts';
import { type Person, plausibleValue } from './query/plausible.ts';
import type { DataSet } from './types.ts';

/** The rows of a data set, values in the order of its columns. */
export interface Table {
  count: number;
  /** Rows from `from` up to but without `to`, both held to the table's size. */
  rows(from: number, to: number): string[][];
}

interface Source {
  count: number;
  /** What a column says where the district knows it; undefined asks for a plausible value. */
  row(index: number): (field: string) => string | undefined;
  person(index: number): Person;
}

/**
 * Answers a data set from the district. The SQL is never run: the ClassTag queries are recognized by their names and
 * show the district's three files; any other data set shows plausible values by its columns' names, about the
 * district's people.
 * @param args values of the query's arguments by name. One that is named as a column, and that the SQL compares by `=`,
 * keeps the rows with that value; any other, or a blank one, keeps all.
 */
export function rowsOf(dataSet: DataSet, district: District, args: Record<string, string>): Table {
  const source = sourceOf(dataSet, district);
  const rowAt = (index: number): string[] => {
    const known = source.row(index);
    let person: Person | undefined;
    return dataSet.columns.map(({ field, name }) => {
      const value = known(field);
      if (value !== undefined) return value;
      person ??= source.person(index);
      return plausibleValue(field, { seed: district.options.seed, column: name, index, person });
    });
  };
  const filters = filtersOf(dataSet, args);
  if (filters.length === 0) {
    return {
      count: source.count,
      rows: (from, to) => range(Math.max(0, from), Math.min(to, source.count)).map(rowAt),
    };
  }
  const kept = range(0, source.count).filter((index) => {
    const row = rowAt(index);
    return filters.every(({ position, wanted }) => isSame(row[position] ?? '', wanted));
  });
  return {
    count: kept.length,
    rows: (from, to) => kept.slice(Math.max(0, from), Math.max(0, to)).map(rowAt),
  };
}

function filtersOf(dataSet: DataSet, args: Record<string, string>): { position: number; wanted: string }[] {
  return Object.entries(args).flatMap(([name, wanted]) => {
    const position = dataSet.columns.findIndex(({ field }) => isSame(field, name));
    const compared = new RegExp(`=\\s*:${name.replace(/\W/g, '\\$&')}\\b`, 'i').test(dataSet.sql);
    return wanted === '' || position < 0 || !compared ? [] : [{ position, wanted }];
  });
}

function sourceOf(dataSet: DataSet, district: District): Source {
  const { counts } = district;
  const students = { count: counts.students, person: personFrom(district.student, counts.students) };
  const teachers = { count: counts.teachers, person: personFrom(district.teacher, counts.teachers) };
  switch (dataSet.id) {
    case 'com.classtag.one_roster_users':
      return { ...students, count: district.count('users'), row: (index) => fieldsOf(district.user(index)) };
    case 'com.classtag.one_roster_classes':
      return { ...teachers, count: district.count('classes'), row: (index) => fieldsOf(district.schoolClass(index)) };
    case 'com.classtag.one_roster_enrollments':
      return {
        ...students,
        count: district.count('enrollments'),
        row: (index) => fieldsOf(district.enrollment(index)),
      };
  }
  const row = () => () => undefined;
  switch (dataSet.columns[0]?.table.toLowerCase()) {
    case 'schools':
      return { ...teachers, count: counts.schools, row };
    case 'teachers':
    case 'schoolstaff':
      return { ...teachers, row };
    case 'courses':
    case 'sections':
      return { ...teachers, count: counts.classes, row };
    case 'cc':
      return { ...students, count: district.count('enrollments'), row };
    default:
      return { ...students, row };
  }
}

/** Rows beyond the number of people go round again. */
function personFrom(person: (index: number) => Person, count: number): (index: number) => Person {
  return (index) => person(count === 0 ? 0 : index % count);
}

function fieldsOf(row: object): (field: string) => string | undefined {
  const values = new Map<string, string>(Object.entries(row));
  return (field) => values.get(field);
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
