import { isBlank } from '../bytes.ts';
import { KeyTable } from './keys.ts';
import { hashOf, otherHash } from './row-hashes.ts';
import type { Batch } from './types.ts';

const WIDTH = 2;
const START_SLOTS = 64;
/** Rows that are looked at together. */
const TOGETHER = 512;
/** What is merely expected takes no more than this. */
const MOST_SLOTS = 1 << 24;
/** Between the cells of one key, so that `ab`, `c` is not `a`, `bc`: a byte that UTF-8 never has. */
const SEPARATOR = 0xff;

/**
 * Finds rows with the same values in some columns (the name) and others in some other columns (the contact). Keeps
 * hashes alone, because names of a whole state would not fit; so what it finds are candidates, and whoever wants to be
 * sure shows it the rows once more (`again`). A difference that two hashes of 32 bits hide is not found.
 */
export class SameName {
  readonly #name: readonly number[];
  readonly #contact: readonly number[];
  /**
   * Of each name a hash, never 0, and one of its contact. Where it stands is said by another hash of the name, which is
   * not kept: that a name is taken for another one, both must be the same, or nearly.
   */
  #slots: Int32Array;
  /** Tables before this one, which are full: where a name stands is known only when it comes. */
  readonly #full: Int32Array[] = [];
  /** Names in `#slots`. */
  #size = 0;
  /** Of rows looked at together: their hashes; 0 for a row that is left out. */
  readonly #places = new Int32Array(TOGETHER);
  readonly #names = new Int32Array(TOGETHER);
  readonly #contacts = new Int32Array(TOGETHER);
  /** Names that have several contacts. */
  readonly #found = new Set<number>();
  /** Kept, and public, so that no compiler may leave out the reading. */
  touched = 0;

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
      this.#addAll(to - from);
    }
  }

  /** Hashes rows, and asks memory for their slots all at once: one after the other each would be waited for. */
  #hashAll(batch: Batch, from: number, to: number): void {
    const { skip, loops } = batch;
    if (loops) {
      loops.hash(batch, this.#name, from, to, true);
      loops.hash(batch, this.#contact, from, to, false);
      this.#names.set(loops.ones.subarray(0, to - from));
      this.#places.set(loops.twos.subarray(0, to - from));
      this.#contacts.set(loops.others.subarray(0, to - from));
      for (let row = from; skip && row < to; row += 1) if (skip[row] === 1) this.#names[row - from] = 0;
    } else {
      for (let row = from; row < to; row += 1) {
        const at = row - from;
        const name = skip?.[row] === 1 ? 0 : nameOf(batch, this.#name, row);
        this.#names[at] = name;
        if (name === 0) continue;
        this.#places[at] = otherHash();
        this.#contacts[at] = hashOf(batch, this.#contact, row);
      }
    }
    this.#touchAll(to - from);
  }

  /** A loop of its own and short, so that the processor sees many places ahead. */
  #touchAll(count: number): void {
    const slots = this.#slots;
    const places = this.#places;
    const mask = slots.length / WIDTH - 1;
    let touched = 0;
    for (let at = 0; at < count; at += 1) touched ^= slots[((places[at] as number) & mask) * WIDTH] as number;
    this.touched = touched;
  }

  #addAll(count: number): void {
    for (let at = 0; at < count; at += 1) {
      const name = this.#names[at] as number;
      if (name !== 0) this.#addName(name, this.#places[at] as number, this.#contacts[at] as number);
    }
  }

  #addName(name: number, place: number, contact: number): void {
    let slots = this.#slots;
    let slot = slotOf(slots, name, place);
    for (let index = 0; slots[slot] === 0 && index < this.#full.length; index += 1) {
      const full = this.#full[index] as Int32Array;
      const there = slotOf(full, name, place);
      if (full[there] !== 0) [slots, slot] = [full, there];
    }
    if (slots[slot] !== 0) {
      if (slots[slot + 1] !== contact) this.#found.add(name);
      return;
    }
    slots[slot] = name;
    slots[slot + 1] = contact;
    this.#size += 1;
    if (this.#size * 8 > (slots.length / WIDTH) * 6) {
      this.#full.push(slots);
      this.#slots = new Int32Array(slots.length * 2);
      this.#size = 0;
    }
  }

  /** Null where nothing was found; else what must see the file's rows once more. */
  again(): SameNameAgain | null {
    this.#slots = new Int32Array(0);
    this.#full.length = 0;
    return this.#found.size === 0 ? null : new SameNameAgain(this.#name, this.#contact, this.#found);
  }
}

/** Where a name stands, or the empty slot where it belongs. */
function slotOf(slots: Int32Array, name: number, place: number): number {
  const mask = slots.length / WIDTH - 1;
  let slot = (place & mask) * WIDTH;
  while (slots[slot] !== 0 && slots[slot] !== name) slot = slot === mask * WIDTH ? 0 : slot + WIDTH;
  return slot;
}

/** The hash by which a name is known; 0 for a row without. */
function nameOf(batch: Batch, columns: readonly number[], row: number): number {
  return hasEmpty(batch, columns, row) ? 0 : hashOf(batch, columns, row) | 1;
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

  constructor(name: readonly number[], contact: readonly number[], wanted: ReadonlySet<number>) {
    this.#name = name;
    this.#contact = contact;
    this.#wanted = wanted;
  }

  add(batch: Batch): void {
    batch.loops?.hash(batch, this.#name, 0, batch.rows, true);
    const names = batch.loops?.ones;
    for (let row = 0; row < batch.rows; row += 1) {
      const hash = names ? (names[row] as number) : nameOf(batch, this.#name, row);
      if (batch.skip?.[row] === 1 || !this.#wanted.has(hash)) continue;
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
