import { COMMA, isBlank, SPACE } from '../bytes.ts';
import { type KeyData, KeyTable } from './keys.ts';
import type { Batch } from './types.ts';
import { Codes, type CodesData, Numbers } from './vectors.ts';

/** What is kept of a column's values when a file has been read: plain arrays, so that a worker can hand them over. */
export interface ColumnData {
  keys: KeyData;
  /** The value's number for each row; null where only the first row of each value is kept. */
  rows: CodesData | null;
  /** For each number the first row that has it. */
  first: Int32Array | null;
  /** Rows that repeat a value, where that was asked for: row and number in turn. */
  again: Int32Array;
  /** Numbers of values that are blank. */
  blanks: number[];
  /** Items of lists, where the column is a list of ids. */
  items: { keys: KeyData; rows: CodesData; codes: CodesData } | null;
}

/** What a column has to remember. */
export interface ColumnNeeds {
  /** Each row's number. */
  everyRow: boolean;
  /** The first row of each value. */
  first: boolean;
  /** The rows that repeat a value. */
  again: boolean;
  items: boolean;
  /** Only items are asked for: the values as wholes are not numbered. */
  itemsOnly: boolean;
}

/**
 * Numbers the values of a column: the first one is 0, the next different one 1, and so on. What rules ask of a value by
 * itself is then asked once for each different value; and what they ask of several rows is asked of numbers.
 */
export class Column {
  readonly table = new KeyTable();
  readonly needs: ColumnNeeds;
  readonly at: number;
  /** Of the batch: the number of each row's value. */
  codes = new Int32Array(0);
  /** How many different values there were before the batch. */
  before = 0;
  readonly rows = new Codes();
  readonly first = new Numbers();
  readonly again: number[] = [];
  readonly blanks: number[] = [];
  readonly itemTable = new KeyTable();
  readonly itemRows = new Codes();
  readonly itemCodes = new Codes();

  constructor(at: number, needs: ColumnNeeds) {
    this.at = at;
    this.needs = needs;
  }

  /** Numbers the batch's values. */
  add(batch: Batch): void {
    if (!this.needs.itemsOnly) this.#addValues(batch);
    if (this.needs.items) this.#addItems(batch);
  }

  #addValues({ bytes, starts, ends, capacity, rows, firstRow }: Batch): void {
    if (this.codes.length < rows) this.codes = new Int32Array(capacity);
    const { table, codes, first, needs } = this;
    this.before = table.size;
    let size = this.before;
    const base = this.at * capacity;
    for (let row = 0; row < rows; row += 1) {
      const start = starts[base + row] as number;
      const end = ends[base + row] as number;
      const code = table.add(bytes, start, end);
      codes[row] = code;
      if (code === size) {
        size += 1;
        if (needs.first) first.set(code, firstRow + row);
        if (start === end || (bytes[start] === SPACE && isBlank(bytes, start, end))) this.blanks.push(code);
      } else if (needs.again) this.again.push(firstRow + row, code);
    }
    if (needs.everyRow) this.rows.append(codes, rows);
  }

  #addItems({ bytes, starts, ends, capacity, rows, firstRow, skip }: Batch): void {
    const base = this.at * capacity;
    for (let row = 0; row < rows; row += 1) {
      const end = ends[base + row] as number;
      let from = starts[base + row] as number;
      if (from === end || skip?.[row]) continue;
      for (let at = from; at <= end; at += 1) {
        if (at < end && bytes[at] !== COMMA) continue;
        let last = at;
        while (from < last && bytes[from] === SPACE) from += 1;
        while (last > from && bytes[last - 1] === SPACE) last -= 1;
        if (last > from) {
          this.itemRows.push(firstRow + row);
          this.itemCodes.push(this.itemTable.add(bytes, from, last));
        }
        from = at + 1;
      }
    }
  }

  /** What is kept, as plain arrays; the column must not be used afterwards. */
  data(): ColumnData {
    const { needs, table } = this;
    return {
      keys: table.data(),
      rows: needs.everyRow ? this.rows.data() : null,
      first: needs.first ? this.first.take(table.size) : null,
      again: Int32Array.from(this.again),
      blanks: this.blanks,
      items: needs.items
        ? { keys: this.itemTable.data(), rows: this.itemRows.data(), codes: this.itemCodes.data() }
        : null,
    };
  }
}
