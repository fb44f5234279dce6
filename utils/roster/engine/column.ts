import { isBlank, SPACE, someItem } from '../bytes.ts';
import { type KeyData, KeyTable } from './keys.ts';
import type { Loops } from './loops.ts';
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
    for (let from = 0; from < batch.rows; ) {
      const next = batch.loops ? this.#addListed(batch, batch.loops, from) : from;
      // Without loops, or where they have no room for a list.
      if (next === from) this.#addItemsOf(batch, from);
      from = Math.max(next, from + 1);
    }
    this.#takeItems(batch.bytes);
  }

  /** @returns the row behind the last one whose items were added. */
  #addListed(batch: Batch, loops: Loops, from: number): number {
    const next = loops.listItems(batch, this.at, from);
    const { itemRows, itemStarts, itemEnds, itemCount } = loops;
    // What waits stands before.
    this.#takeItems(batch.bytes);
    this.itemRows.append(itemRows, itemCount);
    this.#numberItems(batch.bytes, itemStarts, itemEnds, itemCount, loops);
    return next;
  }

  #addItemsOf({ bytes, starts, ends, capacity, firstRow }: Batch, row: number): void {
    const cell = this.at * capacity + row;
    someItem(bytes, starts[cell] as number, ends[cell] as number, (_, start, end) => {
      if (start < end) this.#noteItem(firstRow + row, start, end);
      if (this.#waiting === ITEMS_TOGETHER) this.#takeItems(bytes);
      return false;
    });
  }

  #noteItem(row: number, start: number, end: number): void {
    this.#itemStarts[this.#waiting] = start;
    this.#itemEnds[this.#waiting] = end;
    this.#waiting += 1;
    this.itemRows.push(row);
  }

  /** Numbers the items that were noted, many together: that is how the table is quick. */
  #takeItems(bytes: Uint8Array): void {
    this.#numberItems(bytes, this.#itemStarts, this.#itemEnds, this.#waiting, null);
    this.#waiting = 0;
  }

  #numberItems(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, count: number, loops: Loops | null): void {
    if (count > this.#itemNumbers.length) this.#itemNumbers = new Int32Array(starts.length);
    this.itemTable.addAll(bytes, starts, ends, 0, count, this.#itemNumbers, loops);
    this.itemCodes.append(this.#itemNumbers, count);
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
