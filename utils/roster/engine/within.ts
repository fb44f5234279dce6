import type { Rule, Test } from '../../profile/checks.ts';
import { isNumber, SPACE, withoutZeros } from '../bytes.ts';
import { type Found, note, nothingFound } from './found.ts';
import { KeyTable } from './keys.ts';
import { Stored, type StoredColumn } from './stored.ts';

/** What a rule that looks at several rows of one file found; null for a rule of another kind, or without its columns. */
export function checkWithin(rule: Rule, stored: Stored, complete: boolean): Found | null {
  const { test } = rule;
  const column = stored.column(rule.column);
  if (!column) return null;
  if (test.is === 'repeated' && test.of.length > 1) return repeated(test, stored);
  if (test.is === 'lost-zeros') return lostZeros(stored, column);
  if (test.is === 'nearly-repeated') return nearlyRepeated(stored, column);
  if (test.is === 'holds') return holds(test, stored, column);
  if (test.is === 'refers') return refers(test, stored, column, complete);
  return null;
}

function holds({ values }: Extract<Test, { is: 'holds' }>, stored: Stored, column: StoredColumn): Found | null {
  const numbers = [...column.numbersOf(values)].filter((number) => number >= 0);
  // Mostly; then nothing as long as the table need be made.
  if (numbers.length === 0) return null;
  const marked = new Uint8Array(column.table.size);
  for (const number of numbers) marked[number] = 1;
  return stored.rowsOf(column, marked);
}

/**
 * Rows whose values in all of these columns came before. Rows are put into groups by one of the columns; in a group,
 * which is small, each row is compared with those before it by a number that stands for its other values.
 */
function repeated(test: Extract<Test, { is: 'repeated' }>, stored: Stored): Found | null {
  // A column that must be the same, too, is one more of them, where it is there.
  const also = test.also && stored.column(test.also.column) ? [test.also.column] : [];
  const columns = [...test.of, ...also].map((name) => stored.column(name));
  const applies = stored.condition(test.when);
  if (!applies || columns.some((column) => !column?.rows)) return null;
  const known = columns as StoredColumn[];
  // The other column may be blank: two rows without a date are the same twice.
  const filled = known.slice(0, test.of.length);
  const grouped = known.find((column) => isGrouped(column, stored.count));
  const by = grouped ?? [...known].sort((a, b) => b.table.size - a.table.size)[0];
  if (!by?.rows) return null;
  const others = numbersOf(
    known.filter((column) => column !== by),
    stored.count,
  );
  const mayBeLeftOut =
    filled.some(({ blanks }) => blanks.size > 0) || test.when !== undefined || stored.broken.size > 0;
  const isTaken = (row: number): boolean =>
    !stored.broken.has(row) && applies(row) && filled.every(({ blanks, rows }) => !blanks.has(rows?.at(row) ?? 0));
  const found: number[] = [];
  const look: Look = (rows, from, to) => {
    if (mayBeLeftOut) {
      const taken = rows.subarray(from, to).filter(isTaken);
      inGroup(taken, 0, taken.length, others, found);
    } else inGroup(rows, from, to, others, found);
  };
  if (grouped) eachRun(by, stored.count, look);
  else eachGroup(by, stored.count, look);
  const result = nothingFound();
  for (const row of found.sort((a, b) => a - b)) note(result, row);
  return result;
}

/** Do the rows with the same value stand together, each value in one place? Exports are often in such an order. */
function isGrouped({ rows, table }: StoredColumn, count: number): boolean {
  let runs = 0;
  let last = -1;
  for (let index = 0, row = 0; rows && row < count; index += 1) {
    const part = rows.part(index);
    for (let at = 0; at < part.length; at += 1) {
      const code = part[at] as number;
      if (code === last) continue;
      last = code;
      runs += 1;
      if (runs > table.size) return false;
    }
    row += part.length;
  }
  return true;
}

/** For each row one number that stands for its values in several columns. */
function numbersOf(columns: StoredColumn[], count: number): Float64Array | Int32Array {
  const most = columns.reduce((product, { table }) => product * Math.max(1, table.size), 1);
  const numbers = most < 2 ** 31 ? new Int32Array(count) : new Float64Array(count);
  for (const { rows, table } of columns) {
    for (let index = 0, row = 0; rows && row < count; index += 1) {
      const part = rows.part(index);
      for (let at = 0; at < part.length; at += 1, row += 1) {
        numbers[row] = (numbers[row] as number) * table.size + (part[at] as number);
      }
    }
  }
  return numbers;
}

/** Looks at a group: the rows in an array from one place up to another, at least two. */
type Look = (rows: Int32Array, from: number, to: number) => void;

/** Groups that stand together in the file. */
function eachRun({ rows }: StoredColumn, count: number, look: Look): void {
  let group = new Int32Array(1024);
  let size = 0;
  let last = -1;
  for (let index = 0, row = 0; rows && row < count; index += 1) {
    const part = rows.part(index);
    for (let at = 0; at < part.length; at += 1, row += 1) {
      const code = part[at] as number;
      if (code !== last) {
        if (size > 1) look(group, 0, size);
        size = 0;
        last = code;
      }
      if (size === group.length) {
        const larger = new Int32Array(size * 2);
        larger.set(group);
        group = larger;
      }
      group[size] = row;
      size += 1;
    }
  }
  if (size > 1) look(group, 0, size);
}

/** Groups that stand anywhere: where each begins, then the rows of each, in their order. */
function eachGroup({ rows, table }: StoredColumn, count: number, look: Look): void {
  const starts = new Int32Array(table.size + 1);
  rows?.each((code) => {
    starts[code + 1] = (starts[code + 1] as number) + 1;
  });
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const next = starts.slice();
  const grouped = new Int32Array(count);
  rows?.each((code, row) => {
    grouped[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  });
  for (let group = 0; group + 1 < starts.length; group += 1) {
    const from = starts[group] as number;
    const to = starts[group + 1] as number;
    if (to - from > 1) look(grouped, from, to);
  }
}

/** Up to this many rows each is compared with each. */
const SMALL = 48;

type Group = (rows: Int32Array, from: number, to: number, others: Float64Array | Int32Array, found: number[]) => void;

/** Finds the rows of a group whose other values came before in it. */
const inGroup: Group = (rows, from, to, others, found) => {
  if (to - from > SMALL) inLargeGroup(rows, from, to, others, found);
  else inSmallGroup(rows, from, to, others, found);
};

const inSmallGroup: Group = (rows, from, to, others, found) => {
  for (let later = from + 1; later < to; later += 1) {
    const number = others[rows[later] as number];
    for (let earlier = from; earlier < later; earlier += 1) {
      if (others[rows[earlier] as number] !== number) continue;
      found.push(rows[later] as number);
      break;
    }
  }
};

const inLargeGroup: Group = (rows, from, to, others, found) => {
  const seen = new Set<number>();
  for (let at = from; at < to; at += 1) {
    const row = rows[at] as number;
    const number = others[row] as number;
    if (seen.has(number)) found.push(row);
    else seen.add(number);
  }
};

/** Ids of digits alone, compared without their leading zeros: of several spellings the one without has lost some. */
function lostZeros(stored: Stored, column: StoredColumn): Found {
  if (!column.traits.hasZeros) return nothingFound();
  const marked = new Uint8Array(column.table.size);
  let any = false;
  column.table.each((_, bytes, start, end) => {
    const from = withoutZeros(bytes, start, end);
    if (from === start || !isNumber(bytes, start, end)) return;
    const shorter = column.table.find(bytes, from, end);
    if (shorter < 0) return;
    marked[shorter] = 1;
    any = true;
  });
  return any ? stored.rowsOf(column, marked) : nothingFound();
}

/**
 * Ids that are another's but for capitals and the spaces around. An id of small letters and digits is its own plain
 * form, so most need not be looked up.
 */
function nearlyRepeated(stored: Stored, column: StoredColumn): Found {
  const { table } = column;
  const { hasCapitals, hasSmalls, hasSpaces } = column.traits;
  // Without both kinds of letters none differ in them alone.
  if (!hasSpaces && !(hasCapitals && hasSmalls)) return nothingFound();
  const plain = new KeyTable();
  // For each plain form the first of the ids that have it, by where they come in the file.
  const firsts: number[] = [];
  const others: number[] = [];
  const form = new Copy();
  const take = (code: number) => {
    const index = plain.add(form.bytes, 0, form.length);
    const first = firsts[index];
    if (first === undefined) firsts[index] = code;
    else if (first !== code) {
      others.push(Math.max(first, code));
      firsts[index] = Math.min(first, code);
    }
  };
  table.each((code, bytes, start, end) => {
    if (isPlain(bytes, start, end) || column.blanks.has(code)) return;
    let [from, to] = [start, end];
    while (from < to && bytes[from] === SPACE) from += 1;
    while (to > from && bytes[to - 1] === SPACE) to -= 1;
    form.small(bytes, from, to);
    const itself = table.find(form.bytes, 0, form.length);
    if (itself >= 0) take(itself);
    take(code);
  });
  const marked = new Uint8Array(table.size);
  for (const code of others) marked[code] = 1;
  return others.length > 0 ? stored.rowsOf(column, marked) : nothingFound();
}

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] === SPACE || bytes[end - 1] === SPACE) return false;
  for (let at = start; at < end; at += 1) if (isCapital(bytes[at] ?? 0)) return false;
  return true;
}

/** A copy of a key in another form, in memory that is used again: many keys are looked at so. */
export class Copy {
  bytes: Uint8Array = new Uint8Array(64);
  length = 0;

  /** Makes the copy the key without capitals. */
  small(bytes: Uint8Array, start: number, end: number): this {
    return this.#turn(bytes, start, end, isCapital);
  }

  /** Makes the copy the key with capitals only. */
  large(bytes: Uint8Array, start: number, end: number): this {
    return this.#turn(bytes, start, end, isSmall);
  }

  /** @param isOther letters that become capitals, or small ones */
  #turn(bytes: Uint8Array, start: number, end: number, isOther: (byte: number) => boolean): this {
    const length = end - start;
    if (length > this.bytes.length) this.bytes = new Uint8Array(length * 2);
    const copy = this.bytes;
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[start + at] as number;
      copy[at] = isOther(byte) ? byte ^ 0x20 : byte;
    }
    this.length = length;
    return this;
  }
}

/** Items that name a row of the same file. */
function refers(
  test: Extract<Test, { is: 'refers' }>,
  stored: Stored,
  column: StoredColumn,
  complete: boolean,
): Found | null {
  const ids = stored.column(test.to);
  const fits = stored.condition({ column: test.column, in: test.in });
  if (!ids || !fits || !column.items || (test.finds === 'nobody' && !complete)) return null;
  const fitting =
    test.finds === 'other'
      ? stored.anyRow(ids, stored.broken.size === 0 ? fits : (row) => stored.broken.has(row) || fits(row))
      : null;
  const marked = new Uint8Array(column.items.table.size);
  const targets = Stored.located(column.items.table, ids.table);
  for (let code = 0; code < targets.length; code += 1) {
    const target = targets[code] as number;
    if (fitting ? target >= 0 && fitting[target] !== 1 : target < 0) marked[code] = 1;
  }
  if (!fitting) return stored.rowsOfItems(column, marked);
  // One's own id is another rule's.
  const again = new Map<number, number>();
  for (let at = 0; at < ids.again.length; at += 2) again.set(ids.again[at] ?? 0, ids.again[at + 1] ?? 0);
  const isOther = (row: number, code: number): boolean =>
    ids.first?.[targets[code] ?? 0] !== row && again.get(row) !== targets[code];
  return stored.rowsOfItems(column, marked, undefined, isOther);
}
