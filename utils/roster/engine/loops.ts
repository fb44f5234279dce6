/** Loops over a batch's cells in WebAssembly, where the cells are: wasm/scanner.ts. */
import type { Scanner } from './scan.ts';
import type { Batch } from './types.ts';

/** What the compiled code has to give. */
export interface CompiledLoops {
  memory: WebAssembly.Memory;
  marks: WebAssembly.Global;
  told: WebAssembly.Global;
  ones: WebAssembly.Global;
  twos: WebAssembly.Global;
  others: WebAssembly.Global;
  itemRows: WebAssembly.Global;
  itemStarts: WebAssembly.Global;
  itemEnds: WebAssembly.Global;
  itemCount: WebAssembly.Global;
  crs: WebAssembly.Global;
  lfs: WebAssembly.Global;
  crlfs: WebAssembly.Global;
  nextLine: WebAssembly.Global;
  quotedCells: WebAssembly.Global;
  nextCell: WebAssembly.Global;
  nextStart: WebAssembly.Global;
  rows(
    base: number,
    line: number,
    lineEnd: number,
    cell: number,
    start: number,
    stop: number,
    columns: number,
    starts: number,
    ends: number,
    capacity: number,
    row: number,
    most: number,
  ): number;
  items(base: number, starts: number, ends: number, from: number, to: number, first: number): number;
  unusual(form: number, base: number, starts: number, ends: number, rows: number, empty: boolean): number;
  pack(base: number, starts: number, ends: number, rows: number, shapes: number): void;
  hash(
    base: number,
    starts: number,
    ends: number,
    capacity: number,
    from: number,
    to: number,
    columns: number,
    filled: boolean,
  ): void;
}

/** The forms that are known there. */
const FORMS = { email: 1, phone: 2 } as const;
export type Form = keyof typeof FORMS;

/** A key's eight bytes but for its digits, as two numbers. */
interface Shape {
  low: number;
  high: number;
}
/** So many shapes are told apart, and a number in a key takes so many bits. */
const SHAPES_PACKED = 8;
export const NUMBER_IN_KEY = 27;

/** Rows of a batch at most. */
const ROWS = 8192;

/** What a rule's own loop would find, faster. What it writes is valid until the next call. */
export class Loops {
  readonly #code: CompiledLoops;
  #buffer: ArrayBufferLike | null = null;
  #marks = new Uint8Array(0);
  #told = new Int32Array(0);
  /** Of the rows that were hashed last, from the first of them. */
  ones = new Int32Array(0);
  twos = new Int32Array(0);
  others = new Int32Array(0);
  /** Of the items that were listed last: the row of each in the file, and where it stands. */
  itemRows = new Int32Array(0);
  itemStarts = new Int32Array(0);
  itemEnds = new Int32Array(0);
  itemCount = 0;
  /** Of the rows that were made last. */
  readonly made = { rows: 0, crs: 0, lfs: 0, crlfs: 0, quotedCells: 0, nextLine: 0, nextCell: 0, nextStart: 0 };

  constructor(code: CompiledLoops) {
    this.#code = code;
  }

  /** The arrays lie elsewhere when the memory has grown. */
  #see(): void {
    const { memory, marks, told, ones, twos, others, itemRows, itemStarts, itemEnds } = this.#code;
    if (memory.buffer === this.#buffer) return;
    const { buffer } = memory;
    this.#buffer = buffer;
    this.#marks = new Uint8Array(buffer, marks.value, 256);
    const numbers = (at: WebAssembly.Global) => new Int32Array(buffer, at.value, ROWS);
    this.#told = numbers(told);
    this.ones = numbers(ones);
    this.twos = numbers(twos);
    this.others = numbers(others);
    this.itemRows = numbers(itemRows);
    this.itemStarts = numbers(itemStarts);
    this.itemEnds = numbers(itemEnds);
  }

  /**
   * Makes rows of a scanner's lines, from `line` on, while they have as many cells as columns and none is special: see
   * `made`.
   * @param cell its first cell, which begins at byte `start`
   * @param stop the first special cell
   */
  makeRows(
    { bytes, lineCount, starts, ends }: Scanner,
    line: number,
    cell: number,
    start: number,
    stop: number,
    columns: number,
    capacity: number,
    row: number,
  ): void {
    const code = this.#code;
    const { made } = this;
    const [base, to, toEnds, most] = [bytes.byteOffset, starts.byteOffset, ends.byteOffset, capacity - row];
    made.rows = code.rows(base, line, lineCount, cell, start, stop, columns, to, toEnds, capacity, row, most);
    made.crs = code.crs.value;
    made.lfs = code.lfs.value;
    made.crlfs = code.crlfs.value;
    made.nextLine = code.nextLine.value;
    made.quotedCells = code.quotedCells.value;
    made.nextCell = code.nextCell.value;
    made.nextStart = code.nextStart.value;
  }

  /**
   * Lists what stands between the commas of a column's cells, without the spaces around, from row `from` on.
   * @returns the row behind the last one that was listed; `from` itself where its list is too long
   */
  listItems({ bytes, starts, ends, capacity, rows, firstRow }: Batch, column: number, from: number): number {
    this.#see();
    const base = column * capacity * 4;
    const [start, end] = [starts.byteOffset + base, ends.byteOffset + base];
    const next = this.#code.items(bytes.byteOffset, start, end, from, rows, firstRow);
    this.itemCount = this.#code.itemCount.value;
    return next;
  }

  /**
   * Rows of which a column's cell is not of a form, or begins with a byte that `marks` marks.
   * @param empty tell of empty cells, too
   */
  unusual(
    { bytes, starts, ends, capacity, rows }: Batch,
    column: number,
    form: Form,
    marks: Uint8Array,
    empty: boolean,
  ) {
    this.#see();
    this.#marks.set(marks);
    const base = column * capacity * 4;
    const [from, to] = [starts.byteOffset + base, ends.byteOffset + base];
    return this.#told.subarray(0, this.#code.unusual(FORMS[form], bytes.byteOffset, from, to, rows, empty));
  }

  /**
   * Packs keys: see `KeyTable`.
   * @param starts where they start and end: arrays in this memory
   * @param from the first of them
   * @param shapes no more of them are told apart than `SHAPES_PACKED`
   */
  pack(
    bytes: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    from: number,
    count: number,
    shapes: readonly Shape[],
  ): void {
    this.#see();
    const known = Math.min(shapes.length, SHAPES_PACKED);
    for (let at = 0; at < known; at += 1) {
      this.#told[at * 2] = shapes[at]?.low ?? 0;
      this.#told[at * 2 + 1] = shapes[at]?.high ?? 0;
    }
    this.#code.pack(bytes.byteOffset, starts.byteOffset + from * 4, ends.byteOffset + from * 4, count, known);
  }

  /**
   * Hashes the cells that each row from `from` up to `to` has in some columns.
   * @param filled true: two hashes, `ones` and `twos`, zero in `ones` where one of the cells is blank; false: one hash of
   *   whatever is there, `others`
   */
  hash(
    { bytes, starts, ends, capacity }: Batch,
    columns: readonly number[],
    from: number,
    to: number,
    filled: boolean,
  ) {
    this.#see();
    this.#told.set(columns);
    this.#code.hash(bytes.byteOffset, starts.byteOffset, ends.byteOffset, capacity, from, to, columns.length, filled);
  }
}
