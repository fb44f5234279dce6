import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanner, PlainScanner, type Scanner } from '../../../utils/roster/engine/scan.ts';
import { checkSet } from './check-help.ts';

let simd: Scanner;
beforeAll(async () => {
  simd = await makeScanner();
});

/** Ids that are easily taken for one another: prefixes, zeros, capitals, spaces, NULs, letters of two bytes. */
const NEAR = [
  ...['1', '01', '001', '10', '12345678', '012345678', '123456789', '1234567', '00012345', '12345', '0'],
  ...['a', 'A', 'ab', 'AB', 'a\0', 'a\0\0', '\0', 'é', 'e\u0301', '学校', 'a ', ' a', 'a-1', 'a/1'],
  ...['x'.repeat(40), `${'x'.repeat(39)}y`, 'X'.repeat(40), 'x'.repeat(41), 'x'.repeat(600)],
];
const id = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NEAR) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ') },
);
const role = fc.constantFrom('student', 'teacher', 'parent', 'aide', 'Student', '');
const school = fc.constantFrom('1', '01', '2', '');

interface Line {
  cells: string[];
  /** Every cell in quotes. */
  isQuoted: boolean;
  end: '\r' | '\n' | '\r\n';
  /** Cells added behind, or only the first cell kept. */
  odd: 'no' | 'wide' | 'narrow';
}

const line = (cells: fc.Arbitrary<string[]>, isOdd: boolean): fc.Arbitrary<Line> =>
  fc.record({
    cells,
    isQuoted: fc.boolean(),
    end: fc.constantFrom('\r', '\n', '\r\n'),
    odd: isOdd
      ? fc.oneof(
          { weight: 9, arbitrary: fc.constant('no' as const) },
          { weight: 1, arbitrary: fc.constantFrom('wide' as const, 'narrow' as const) },
        )
      : fc.constant('no' as const),
  });

const HEADERS = {
  users: ['sourcedId', 'role', 'orgSourcedIds'],
  classes: ['sourcedId', 'schoolSourcedId'],
  enrollments: ['classSourcedId', 'userSourcedId', 'schoolSourcedId', 'role'],
};
type File = keyof typeof HEADERS;

const set = fc.record({
  users: fc.array(line(fc.tuple(id, role, school), true), { maxLength: 14 }),
  classes: fc.array(line(fc.tuple(id, school), true), { maxLength: 10 }),
  enrollments: fc.array(line(fc.tuple(id, id, school, role), false), { maxLength: 20 }),
});
type Set_ = Record<File, Line[]>;

/** A file that begins with its header; a line end of one byte never meets another one that would make it CRLF. */
function written(file: File, lines: Line[]): string {
  const all = [{ cells: HEADERS[file], isQuoted: false, end: '\n' as const, odd: 'no' as const }, ...lines];
  return all
    .map(({ cells, isQuoted, end, odd }) => {
      const row = odd === 'narrow' ? cells.slice(0, 1) : odd === 'wide' ? [...cells, 'x', 'y', 'z'] : cells;
      const text = row.map((cell) => (isQuoted ? `"${cell}"` : cell)).join(',');
      // A row of one blank cell would be no row at all.
      return (text === '' ? '""' : text) + end;
    })
    .join('');
}

const isBlank = (text: string) => /^ *$/.test(text);
const digits = (text: string) => (/^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : null);
const small = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const trimmed = (text: string) => text.replace(/^ +| +$/g, '');

/** What must be said of repeated and of unknown ids: rows from 1. */
function slowly({ users, classes, enrollments }: Set_): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  const tell = (what: string, row: number) => {
    found[what] = [...(found[what] ?? []), row + 1];
  };
  const ids = (lines: Line[]) => lines.map(({ cells }) => cells[0] ?? '');
  const known = { users: ids(users), classes: ids(classes) };
  const isWhole = ({ odd }: Line) => odd === 'no';
  // A list of schools may hold commas, so what is too much belongs there, and the row can be judged.
  const isRead = ({ odd }: Line) => odd !== 'narrow';
  users.forEach((own, row) => {
    const [name = '', as] = own.cells;
    if (!isRead(own) || isBlank(name)) return;
    const before = users.slice(0, row).filter((one) => isRead(one) && one.cells[0] === name);
    if (before.some(({ cells }) => cells[1] === as)) tell('U1 repeated', row);
    else if (before.length > 0) tell('U1 two-roles', row);
    if (as === 'student' && enrollments.length > 0 && !enrollments.some(({ cells }) => cells[1] === name))
      tell('U13 no-class', row);
  });
  classes.forEach((own, row) => {
    const [name = ''] = own.cells;
    if (!isWhole(own) || isBlank(name)) return;
    // An id is there also in a row that is broken otherwise.
    if (known.classes.slice(0, row).includes(name)) tell('C1 repeated', row);
    if (enrollments.length > 0 && !enrollments.some(({ cells }) => cells[0] === name)) tell('C5 no-enrollment', row);
  });
  enrollments.forEach(({ cells }, row) => {
    const [ofClass = '', ofUser = '', at = '', as = ''] = cells;
    if (![ofClass, ofUser, as].some(isBlank)) {
      const isSame = (one: Line) => [0, 1, 3].every((column) => one.cells[column] === cells[column]);
      if (enrollments.slice(0, row).some(isSame)) tell('N5 repeated', row);
    }
    for (const [what, name, all] of [
      ['N1 unknown', ofClass, known.classes],
      ['N2 unknown', ofUser, known.users],
    ] as const) {
      // A file without rows says nothing of what is not in it.
      if (all.length === 0 || isBlank(name) || all.includes(name)) continue;
      tell(what, row);
      if (digits(name) !== null && all.some((one) => digits(one) === digits(name))) tell(`${what} zeros`, row);
      else if (all.some((one) => !isBlank(one) && trimmed(one) === trimmed(name))) tell(`${what} spaces`, row);
      else if (all.some((one) => small(one) === small(name))) tell(`${what} capitals`, row);
    }
    const named = classes.filter((one) => one.cells[0] === ofClass);
    const there = named.map((one) => one.cells[1] ?? '');
    // Which school a broken row has is not known.
    const isKnown = named.length > 0 && named.every(isWhole) && !isBlank(there[0] ?? '');
    if (isKnown && !isBlank(ofClass) && !isBlank(at) && !there.includes(at)) tell('N3 other-school', row);
  });
  return found;
}

const HINTS = { zeros: 'only in leading zeros', spaces: 'only in a space', capitals: 'only in capitals' };
const WANTED = [
  'U1 repeated',
  'U1 two-roles',
  'C1 repeated',
  'N5 repeated',
  'N1 unknown',
  'N2 unknown',
  'N3 other-school',
  'C5 no-enrollment',
  'U13 no-class',
];

async function check(
  all: Set_,
  order: readonly File[],
  chunk: number,
  scanner: Scanner,
): Promise<Record<string, number[]>> {
  const files = Object.fromEntries(order.map((file) => [`${file}.csv`, written(file, all[file])]));
  // Those before the last one are looked at before it is there.
  const { findings } = await checkSet(files, {}, { chunk, scanner, related: order.slice(0, -1) });
  const found: Record<string, number[]> = {};
  for (const { code, cause, places, count, message } of findings) {
    const name = `${code} ${cause}`;
    if (!WANTED.includes(name)) continue;
    found[name] = places.map(({ row }) => row);
    expect(count).toBe(places.length);
    for (const [hint, words] of Object.entries(HINTS)) {
      const told = new RegExp(`([\\d,]+) rows? differs? from a known id ${words}`).exec(message)?.[1];
      if (told) found[`${name} ${hint}`] = [Number(told)];
    }
  }
  return found;
}

const asTold = (found: Record<string, number[]>) =>
  Object.fromEntries(
    Object.entries(found).map(([name, rows]) => [name, /zeros|spaces|capitals/.test(name) ? [rows.length] : rows]),
  );

describe('ids that are repeated, or that no row has', () => {
  const how = fc.record({
    order: fc.shuffledSubarray(['users', 'classes', 'enrollments'] as const, { minLength: 3 }),
    chunk: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(1e6)),
    isSimd: fc.boolean(),
  });

  it('are those that a slow comparison of all with all finds, whatever the ids', async () => {
    await fc.assert(
      fc.asyncProperty(set, how, async (all, { order, chunk, isSimd }) => {
        const found = await check(all, order, chunk, isSimd ? simd : new PlainScanner());
        expect(found).toEqual(asTold(slowly(all)));
      }),
      { numRuns: 120 },
    );
  });
});
