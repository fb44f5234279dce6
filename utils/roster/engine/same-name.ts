import { isBlank } from '../bytes.ts';
import { KeyTable } from './keys.ts';
import { hashOf } from './row-hashes.ts';
import type { Batch } from './types.ts';

const WIDTH = 4;
const START_SLOTS = 64;
/** Rows that are looked at together. */
const TOGETHER = 1024;
/** What is merely expected takes no more than this. */
const MOST_SLOTS = 1 << 23;
/** Between the cells of one key, so that `ab`, `c` is not `a`, `bc`: a byte that UTF-8 never has. */
const SEPARATOR = 0xff;

/**
 * Finds rows with the same values in some columns (the name) and others in some other columns (the contact). Keeps
 * hashes alone, because names of a whole state would not fit; so what it finds are candidates, and whoever wants to be
 * sure shows it those rows once more (`again`).
 */
export class SameName {
  readonly #name: readonly number[];
  readonly #contact: readonly number[];
  /** Each: two hashes of the name, one of the contact, the first row plus one. */
  #slots: Int32Array;
  #size = 0;
  /** Of rows looked at together: their hashes, and whether they are left out. */
  readonly #lows = new Int32Array(TOGETHER);
  readonly #highs = new Int32Array(TOGETHER);
  readonly #contacts = new Int32Array(TOGETHER);
  readonly #left = new Uint8Array(TOGETHER);
  /** Kept, and public, so that no compiler may leave out the reading. */
  touched = 0;
  readonly #rows: number[] = [];
  readonly #firsts = new Set<number>();

  /** @param expected about so many rows will come */
  constructor(name: readonly number[], contact: readonly number[], expected: number) {
    this.#name = name;
    this.#contact = contact;
    let slots = START_SLOTS;
    while (expected * 8 > slots * 6 && slots < MOST_SLOTS) slots *= 2;
    this.#slots = new Int32Array(slots * WIDTH);
  }

  add(batch: Batch): void {
    for (let from = 0; from < batch.rows; from += TOGETHER) {
      const to = Math.min(batch.rows, from + TOGETHER);
      this.#hashAll(batch, from, to);
      this.#addAll(batch.firstRow, from, to);
    }
  }

  #addAll(firstRow: number, from: number, to: number): void {
    for (let row = from; row < to; row += 1) {
      const at = row - from;
      if (this.#left[at] === 1) continue;
      const low = this.#lows[at] as number;
      const high = this.#highs[at] as number;
      const contact = this.#contacts[at] as number;
      const slot = this.#slotOf(low, high);
      const first = this.#slots[slot + 3] as number;
      if (first === 0) this.#insert(slot, low, high, contact, firstRow + row);
      else if (this.#slots[slot + 2] !== contact) {
        this.#rows.push(firstRow + row);
        this.#firsts.add(first - 1);
      }
    }
  }

  /** Hashes rows first, and asks memory for their slots all at once: one after the other each would be waited for. */
  #hashAll(batch: Batch, from: number, to: number): void {
    const { skip } = batch;
    const slots = this.#slots;
    const mask = slots.length / WIDTH - 1;
    let touched = 0;
    for (let row = from; row < to; row += 1) {
      const at = row - from;
      const isLeft = skip?.[row] === 1 || hasEmpty(batch, this.#name, row);
      this.#left[at] = isLeft ? 1 : 0;
      if (isLeft) continue;
      const low = hashOf(batch, this.#name, row, 0x811c9dc5 | 0);
      this.#lows[at] = low;
      this.#highs[at] = hashOf(batch, this.#name, row, 0x5bd1e995 | 0);
      this.#contacts[at] = hashOf(batch, this.#contact, row, 0x2545f491 | 0);
      touched ^= slots[(low & mask) * WIDTH] as number;
    }
    this.touched = touched;
  }

  #slotOf(low: number, high: number): number {
    const slots = this.#slots;
    const mask = slots.length / WIDTH - 1;
    let at = low & mask;
    for (;;) {
      const slot = at * WIDTH;
      if (slots[slot + 3] === 0 || (slots[slot] === low && slots[slot + 1] === high)) return slot;
      at = (at + 1) & mask;
    }
  }

  #insert(slot: number, low: number, high: number, contact: number, row: number): void {
    const slots = this.#slots;
    slots[slot] = low;
    slots[slot + 1] = high;
    slots[slot + 2] = contact;
    slots[slot + 3] = row + 1;
    this.#size += 1;
    if (this.#size * 8 * WIDTH > slots.length * 6) this.#grow();
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from + 3] === 0) continue;
      const to = this.#slotOf(old[from] ?? 0, old[from + 1] ?? 0);
      for (let at = 0; at < WIDTH; at += 1) this.#slots[to + at] = old[from + at] as number;
    }
  }

  /** Null where nothing was found; else what must see the file's rows once more. */
  again(): SameNameAgain | null {
    this.#slots = new Int32Array(0);
    return this.#rows.length === 0 ? null : new SameNameAgain(this.#name, this.#contact, this.#rows, this.#firsts);
  }
}

/** The second look: by the bytes themselves, at the rows that may be concerned. */
export class SameNameAgain {
  readonly #name: readonly number[];
  readonly #contact: readonly number[];
  readonly #wanted: ReadonlySet<number>;
  readonly #names = new KeyTable();
  readonly #both = new KeyTable();
  /** The rows whose name came before with another contact, ascending. */
  readonly rows: number[] = [];

  constructor(name: readonly number[], contact: readonly number[], rows: readonly number[], firsts: Iterable<number>) {
    this.#name = name;
    this.#contact = contact;
    this.#wanted = new Set([...rows, ...firsts]);
  }

  add(batch: Batch): void {
    for (let row = 0; row < batch.rows; row += 1) {
      if (!this.#wanted.has(batch.firstRow + row)) continue;
      const name = keyOf(batch, this.#name, row);
      const both = keyOf(batch, [...this.#name, ...this.#contact], row);
      const isKnownName = this.#names.find(name, 0, name.length) >= 0;
      const isKnownBoth = this.#both.find(both, 0, both.length) >= 0;
      this.#names.add(name, 0, name.length);
      this.#both.add(both, 0, both.length);
      if (isKnownName && !isKnownBoth) this.rows.push(batch.firstRow + row);
    }
  }
}

function hasEmpty({ bytes, starts, ends, capacity }: Batch, columns: readonly number[], row: number): boolean {
  for (let index = 0; index < columns.length; index += 1) {
    const at = (columns[index] as number) * capacity + row;
    if (isBlank(bytes, starts[at] as number, ends[at] as number)) return true;
  }
  return false;
}

function keyOf({ bytes, starts, ends, capacity }: Batch, columns: readonly number[], row: number): Uint8Array {
  const parts = columns.map((column) => {
    const at = column * capacity + row;
    return bytes.subarray(starts[at], ends[at]);
  });
  const key = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0));
  let at = 0;
  for (const part of parts) {
    key.set(part, at);
    at += part.length;
    key[at] = SEPARATOR;
    at += 1;
  }
  return key;
}
