import type { Checks, Rule } from '../../profile/checks.ts';
import { isNumber, SPACE } from '../bytes.ts';
import { type Found, note, nothingFound } from './found.ts';
import type { Batch, OddRow } from './types.ts';
import { compileValue, type ValueTest } from './values.ts';

/** What a row with a comma too many costs where a cell does not look like its column's. */
const WRONG = 100;
/** A comma followed by a space belongs to a text: `Okafor, Jr.`. */
const NO_SPACE = 1;
/** So many rows are looked at to see what a column holds. */
const LEARNED = 100;

/** Rows that are wider than the header, by the column whose value holds the comma; -1 where that cannot be told. */
export type WideRows = Map<number, Found>;

/** The number of rows that hold nothing but commas. */
export interface Mended {
  wide: WideRows;
  empty: Found;
}

/**
 * Puts rows right whose cells can be told apart although there are too many: an unquoted comma stands in one of the
 * values, and the typed neighbors (a role, an email, a grade) tell in which. What cannot be told is left out of the
 * judging, and so are rows that are too narrow and rows of commas alone.
 */
export class Mender {
  readonly #typed: (ValueTest[] | null)[];
  /** Columns that no rule is about. */
  readonly #isFree: boolean[];
  /** Of those, which hold numbers alone. */
  #isNumber: boolean[] | null = null;
  readonly #isId: boolean[];
  readonly #wide: WideRows = new Map();
  readonly #empty = nothingFound();
  #skip = new Uint8Array(0);

  /** @param columns the receiver's name of each column, null for one it does not know */
  constructor(checks: Checks, file: string, columns: readonly (string | null)[]) {
    const rules = checks.rules.filter((rule) => rule.file === file);
    this.#typed = columns.map((name) => (name === null ? null : typesOf(rules, name)));
    this.#isFree = columns.map((name) => name !== null && !rules.some((rule) => rule.column === name));
    this.#isId = columns.map((name) => name !== null && isSingleId(rules, name));
  }

  /** Mends the batch in place. */
  mend(batch: Batch): void {
    const { odd, rows } = batch;
    if (odd.length > 0) {
      this.#isNumber ??= this.#learn(batch);
      for (const row of odd) {
        const at = row.starts.length > batch.columns ? this.#columnOf(batch, row) : null;
        if (at === null || at < 0) this.#leaveOut(batch, row.row);
        else join(batch, row, at);
        if (at !== null) this.#tell(at, batch.firstRow + row.row);
      }
    }
    for (let row = 0; row < rows; row += 1) {
      if (batch.starts[row] !== batch.ends[row] || !isEmpty(batch, row)) continue;
      this.#leaveOut(batch, row);
      note(this.#empty, batch.firstRow + row);
    }
  }

  finish(): Mended {
    return { wide: this.#wide, empty: this.#empty };
  }

  #tell(column: number, row: number): void {
    const found = this.#wide.get(column) ?? nothingFound();
    note(found, row);
    this.#wide.set(column, found);
  }

  #leaveOut(batch: Batch, row: number): void {
    if (!batch.skip) {
      if (this.#skip.length < batch.capacity) this.#skip = new Uint8Array(batch.capacity);
      else this.#skip.fill(0);
      batch.skip = this.#skip;
    }
    batch.skip[row] = 1;
  }

  /** The column that takes the cells too many at the least cost; -1 where several cost the same. */
  #columnOf({ bytes, columns }: Batch, { starts, ends }: OddRow): number {
    const more = starts.length - columns;
    const cost = (column: number, from: number, to: number) =>
      this.#cost(bytes, column, starts[from] ?? 0, ends[to] ?? 0);
    // Costs of the cells to the left where they stand, and of those to the right moved back.
    const right: number[] = new Array(columns + 1).fill(0);
    for (let column = columns - 1; column >= 0; column -= 1) {
      right[column] = (right[column + 1] ?? 0) + cost(column, column + more, column + more);
    }
    let left = 0;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let column = 0; column < columns; column += 1) {
      const isUnlikely = this.#isId[column] || isOnlyCommas(starts, ends, column, column + more);
      const own = cost(column, column, column + more) + (isUnlikely ? WRONG : 0);
      const total = left + own + (right[column + 1] ?? 0) + this.#spaces(bytes, starts, column, more);
      if (total < least) {
        least = total;
        best = column;
      } else if (total === least) best = -1;
      left += cost(column, column, column);
    }
    return best;
  }

  /** What nobody has a rule about may still look all alike: PowerSchool's own numbers. */
  #learn({ bytes, starts, ends, capacity, rows, odd }: Batch): boolean[] | null {
    const isOdd = new Set(odd.map(({ row }) => row));
    const seen = Array.from({ length: Math.min(rows, LEARNED + isOdd.size) }, (_, row) => row);
    const good = seen.filter((row) => !isOdd.has(row)).slice(0, LEARNED);
    if (good.length === 0) return null;
    return this.#isFree.map(
      (isFree, column) =>
        isFree &&
        good.every((row) => isNumber(bytes, starts[column * capacity + row] ?? 0, ends[column * capacity + row] ?? 0)),
    );
  }

  #cost(bytes: Uint8Array, column: number, start: number, end: number): number {
    let cost = this.#isNumber?.[column] && !isNumber(bytes, start, end) ? WRONG : 0;
    for (const test of this.#typed[column] ?? []) if (test(bytes, start, end) > 0) cost += WRONG;
    return cost;
  }

  /** A comma in a text has a space behind it, and one between cells has none. */
  #spaces(bytes: Uint8Array, starts: Int32Array, column: number, more: number): number {
    let cost = 0;
    for (let at = 1; at < starts.length; at += 1) {
      const isInside = at > column && at <= column + more;
      const hasSpace = bytes[starts[at] ?? 0] === SPACE;
      if (isInside !== hasSpace) cost += NO_SPACE;
    }
    return cost;
  }
}

/** The tests by which a column's values are told from others'. */
function typesOf(rules: readonly Rule[], column: string): ValueTest[] {
  return rules
    .filter((rule) => rule.column === column)
    .filter(({ test }) => (test.is === 'not-in' && test.case === 'never') || test.is === 'not')
    .flatMap(({ test }) => compileValue(test, null) ?? []);
}

/** A column of one id: no list of them. */
function isSingleId(rules: readonly Rule[], column: string): boolean {
  const own = rules.filter((rule) => rule.column === column);
  const isList = own.some(
    // There the items are another column's.
    ({ test }) =>
      test.is === 'refers' || (test.is !== 'unnamed' && test.is !== 'differs' && 'items' in test && test.items),
  );
  return own.some(({ test }) => test.is === 'lost-zeros') && !isList;
}

function isEmpty({ starts, ends, capacity, columns }: Batch, row: number): boolean {
  for (let column = 1; column < columns; column += 1) {
    const at = column * capacity + row;
    if (starts[at] !== ends[at]) return false;
  }
  return true;
}

/** Commas alone are no value, not even of a list: several blank cells stand beside one another. */
function isOnlyCommas(starts: Int32Array, ends: Int32Array, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (starts[at] !== ends[at]) return false;
  return true;
}

/** Makes one cell of those between which the comma stood: they lie behind one another with it between them. */
function join({ starts, ends, capacity, columns }: Batch, odd: OddRow, at: number): void {
  const more = odd.starts.length - columns;
  for (let column = 0; column < columns; column += 1) {
    const cell = column * capacity + odd.row;
    const from = column <= at ? column : column + more;
    const to = column < at ? column : column + more;
    starts[cell] = odd.starts[from] ?? 0;
    ends[cell] = odd.ends[to] ?? 0;
  }
}
