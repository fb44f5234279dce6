import type { When } from '../../profile/checks.ts';
import { encode } from '../bytes.ts';
import type { ColumnData } from './column.ts';
import { type Found, note, nothingFound } from './found.ts';
import { KeyTable, type KeyTraits } from './keys.ts';
import { Codes } from './vectors.ts';

/** What is kept of a file when its rows have been read: numbers, and each different id once. */
export interface FileData {
  file: string;
  rows: number;
  columns: Record<string, ColumnData>;
  /** Rows whose cells could not be told apart surely, ascending: their ids count as there, nothing else does. */
  broken: number[];
  /** A hash of each row but its id, where a comparison was asked for. */
  hashes: Int32Array | null;
}

/** A column as it was kept. */
export class StoredColumn {
  readonly table: KeyTable;
  readonly rows: Codes | null;
  readonly first: Int32Array | null;
  readonly again: Int32Array;
  readonly blanks: ReadonlySet<number>;
  readonly items: { table: KeyTable; rows: Codes; codes: Codes } | null;

  #traits: KeyTraits | null = null;

  constructor(data: ColumnData) {
    this.table = KeyTable.from(data.keys);
    this.rows = data.rows && Codes.from(data.rows);
    this.first = data.first;
    this.again = data.again;
    this.blanks = new Set(data.blanks);
    this.items = data.items && {
      table: KeyTable.from(data.items.keys),
      rows: Codes.from(data.items.rows),
      codes: Codes.from(data.items.codes),
    };
  }

  /** What letters the values have; asked once. */
  get traits(): KeyTraits {
    this.#traits ??= this.table.traits();
    return this.#traits;
  }

  /** The numbers of these values. */
  numbersOf(values: readonly string[]): Set<number> {
    return new Set(
      values.map((value) => {
        const bytes = encode(value);
        return this.table.find(bytes, 0, bytes.length);
      }),
    );
  }
}

const located = new WeakMap<KeyTable, Map<KeyTable, Int32Array>>();

/** A file as it was kept, for rules that look at several rows or files. */
export class Stored {
  readonly file: string;
  readonly count: number;
  readonly broken: ReadonlySet<number>;
  readonly hashes: Int32Array | null;
  readonly #columns: Map<string, StoredColumn>;

  constructor({ file, rows, columns, broken, hashes }: FileData) {
    this.hashes = hashes;
    this.file = file;
    this.count = rows;
    this.broken = new Set(broken);
    this.#columns = new Map(Object.entries(columns).map(([name, data]) => [name, new StoredColumn(data)]));
  }

  /** For each number of one table the number of the same key in another one, -1 for none; asked once for each pair. */
  static located(keys: KeyTable, among: KeyTable): Int32Array {
    const known = located.get(keys) ?? new Map<KeyTable, Int32Array>();
    located.set(keys, known);
    const before = known.get(among);
    if (before) return before;
    const codes = among.locate(keys);
    known.set(among, codes);
    return codes;
  }

  /** Null where the file does not have the column, or nobody asked to keep it. */
  column(name: string): StoredColumn | null {
    return this.#columns.get(name) ?? null;
  }

  /**
   * A test of rows by `when`; null where its column is not there. Everything passes without a `when`.
   */
  condition(when: When | undefined): ((row: number) => boolean) | null {
    if (!when) return () => true;
    const column = this.column(when.column);
    if (!column?.rows) return null;
    const { rows } = column;
    const fits = new Uint8Array(column.table.size);
    for (const number of column.numbersOf(when.in)) if (number >= 0) fits[number] = 1;
    return (row) => fits[rows.at(row)] === 1;
  }

  /** The rows whose value has one of the numbers that are marked, but broken ones. */
  rowsOf(column: StoredColumn, marked: Uint8Array, applies: (row: number) => boolean = () => true): Found {
    const found = nothingFound();
    if (!marked.includes(1)) return found;
    const { broken } = this;
    const take = (row: number) => {
      if (applies(row) && (broken.size === 0 || !broken.has(row))) note(found, row);
    };
    const { rows: codes } = column;
    if (codes) {
      for (let index = 0, row = 0; row < codes.length; index += 1) {
        const part = codes.part(index);
        for (let at = 0; at < part.length; at += 1, row += 1) if (marked[part[at] as number] === 1) take(row);
      }
      return found;
    }
    const { first, again } = column;
    if (!first) return found;
    if (again.length === 0) {
      // Numbers are given as values come, so their first rows are in order.
      for (let code = 0; code < marked.length; code += 1) if (marked[code] === 1) take(first[code] as number);
      return found;
    }
    const rows: number[] = [];
    for (let code = 0; code < marked.length; code += 1) if (marked[code] === 1) rows.push(first[code] as number);
    for (let at = 0; at < again.length; at += 2) if (marked[again[at + 1] ?? 0] === 1) rows.push(again[at] ?? 0);
    for (const row of rows.sort((a, b) => a - b)) take(row);
    return found;
  }

  /** For each number of an id, whether a row that has it passes the test. */
  anyRow(ids: StoredColumn, passes: (row: number) => boolean): Uint8Array {
    const passing = new Uint8Array(ids.table.size);
    const { rows, first, again } = ids;
    if (rows) {
      for (let index = 0, row = 0; row < rows.length; index += 1) {
        const part = rows.part(index);
        for (let at = 0; at < part.length; at += 1, row += 1) if (passes(row)) passing[part[at] as number] = 1;
      }
      return passing;
    }
    for (let code = 0; first && code < passing.length; code += 1) if (passes(first[code] as number)) passing[code] = 1;
    for (let at = 0; at < again.length; at += 2) if (passes(again[at] ?? 0)) passing[again[at + 1] ?? 0] = 1;
    return passing;
  }

  /** The rows with an item whose number is marked, each once. */
  rowsOfItems(
    { items }: StoredColumn,
    marked: Uint8Array,
    applies: (row: number) => boolean = () => true,
    isMeant: (row: number, code: number) => boolean = () => true,
  ): Found {
    const found = nothingFound();
    if (!marked.includes(1)) return found;
    let last = -1;
    items?.codes.each((code, at) => {
      if (marked[code] !== 1) return;
      const row = items.rows.at(at);
      if (row === last || this.broken.has(row) || !applies(row) || !isMeant(row, code)) return;
      last = row;
      note(found, row);
    });
    return found;
  }
}
