import { COMMA, isBlank, SPACE } from '../bytes.ts';
import { type KeyData, KeyTable } from './keys.ts';
import type { Batch } from './types.ts';
import { Codes, type CodesData, Numbers } from './vectors.ts';

/** A table of ids that are named in other rows begins with room for one in so many rows. */
const NAMED_EACH = 4;
/** Items that are numbered in one go. */
const ITEMS_TOGETHER = 4096;

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
  readonly table: KeyTable;
  readonly needs: ColumnNeeds;
  readonly at: number;
  /** Of the batch: the number of each row's value. */
  codes = new Int32Array(0);
  readonly rows = new Codes();
  readonly first: Numbers;
  readonly again: number[] = [];
  readonly blanks: number[] = [];
  readonly itemTable: KeyTable;
  readonly itemRows = new Codes();
  readonly itemCodes = new Codes();
  readonly #itemStarts: Int32Array;
  readonly #itemEnds: Int32Array;
  #itemNumbers: Int32Array;
  #waiting = 0;

  /** @param expected about so many rows will come */
  constructor(at: number, needs: ColumnNeeds, expected: number) {
    this.at = at;
    this.needs = needs;
    // A column whose first rows are asked for is one of ids, and each is another one. Others name ids, several times.
    const ids = needs.first ? expected : 0;
    this.table = new KeyTable(needs.first || !needs.everyRow ? ids : expected / NAMED_EACH);
    this.first = new Numbers(ids);
    this.itemTable = new KeyTable(needs.items ? expected / NAMED_EACH : 0);
    const items = needs.items ? ITEMS_TOGETHER : 0;
    this.#itemStarts = new Int32Array(items);
    this.#itemEnds = new Int32Array(items);
    this.#itemNumbers = new Int32Array(items);
  }

  /** Numbers the batch's values. */
  add(batch: Batch): void {
    if (!this.needs.itemsOnly) this.#addValues(batch);
    if (this.needs.items) this.#addItems(batch);
  }

  #addValues(batch: Batch): void {
    const { bytes, starts, ends, capacity, rows, firstRow, loops } = batch;
    if (this.codes.length < rows) this.codes = new Int32Array(capacity);
    const { table, codes, first, needs } = this;
    let size = table.size;
    const base = this.at * capacity;
    table.addAll(bytes, starts, ends, base, rows, codes, loops);
    // Where nothing is new and nobody asks for what comes again, there is nothing to look for.
    for (let row = 0; row < rows && (needs.again || size < table.size); row += 1) {
      const code = codes[row] as number;
      if (code === size) {
        size += 1;
        if (needs.first) first.set(code, firstRow + row);
        const start = starts[base + row] as number;
        const end = ends[base + row] as number;
        if (start === end || (bytes[start] === SPACE && isBlank(bytes, start, end))) this.blanks.push(code);
      } else if (needs.again) this.again.push(firstRow + row, code);
    }
    if (needs.everyRow) this.rows.append(codes, rows);
  }

  #addItems(batch: Batch): void {
    const { loops, rows, bytes } = batch;
    if (!loops) {
      for (let row = 0; row < rows; row += 1) this.#addItemsOf(batch, row);
      this.#takeItems(bytes);
      return;
    }
    for (let from = 0; from < rows; ) {
      const next = loops.listItems(batch, this.at, from);
      const { itemRows, itemStarts, itemEnds, itemCount } = loops;
      if (itemCount > this.#itemNumbers.length) this.#itemNumbers = new Int32Array(itemStarts.length);
      this.itemTable.addAll(bytes, itemStarts, itemEnds, 0, itemCount, this.#itemNumbers, loops);
      this.itemCodes.append(this.#itemNumbers, itemCount);
      this.itemRows.append(itemRows, itemCount);
      if (next === from) {
        this.#addItemsOf(batch, from);
        this.#takeItems(bytes);
      }
      from = Math.max(next, from + 1);
    }
  }

  #addItemsOf({ bytes, starts, ends, capacity, firstRow }: Batch, row: number): void {
    const cell = this.at * capacity + row;
    const end = ends[cell] as number;
    let from = starts[cell] as number;
    if (from === end) return;
    for (let at = from; at <= end; at += 1) {
      if (at < end && bytes[at] !== COMMA) continue;
      let last = at;
      while (from < last && bytes[from] === SPACE) from += 1;
      while (last > from && bytes[last - 1] === SPACE) last -= 1;
      if (last > from) {
        this.#noteItem(firstRow + row, from, last);
        if (this.#waiting === ITEMS_TOGETHER) this.#takeItems(bytes);
      }
      from = at + 1;
    }
  }

  #noteItem(row: number, start: number, end: number): void {
    this.#itemStarts[this.#waiting] = start;
    this.#itemEnds[this.#waiting] = end;
    this.#waiting += 1;
    this.itemRows.push(row);
  }

  /** Numbers the items that were found, many together: that is how the table is quick. */
  #takeItems(bytes: Uint8Array): void {
    this.itemTable.addAll(bytes, this.#itemStarts, this.#itemEnds, 0, this.#waiting, this.#itemNumbers);
    this.itemCodes.append(this.#itemNumbers, this.#waiting);
    this.#waiting = 0;
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
