import type { Span } from './bytes.ts';

/** Between the cells of one key, so that `ab`, `c` is not `a`, `bc`: a byte that UTF-8 never has. */
const SEPARATOR = 0xff;
const EMPTY = -1;
/** Kept for each key: where it ends in the arena, its hash, and a number of the caller's. */
const FIELDS = 3;

/**
 * Keys made of cells, each with a number. A hash finds candidates; the bytes decide, so nothing that differs is ever
 * taken for the same. Holds a copy of each different key once.
 */
export class KeyTable {
  #arena = new Uint8Array(1024);
  #used = 0;
  #slots = new Int32Array(64).fill(EMPTY);
  #entries = new Int32Array(64 * FIELDS);
  #count = 0;
  readonly #hash: (bytes: Uint8Array, start: number, end: number) => number;

  /** @param hash tests only: another hash must change nothing but the time it takes. */
  constructor(hash: (bytes: Uint8Array, start: number, end: number) => number = fnv1a) {
    this.#hash = hash;
  }

  /** How many different keys there are. */
  get size(): number {
    return this.#count;
  }

  /** @returns the key's index, counted from 0 in the order in which keys came first, and whether it is new. */
  add(cells: readonly Span[], value: number): { index: number; isNew: boolean } {
    const start = this.#used;
    for (const cell of cells) this.#append(cell);
    const hash = this.#hash(this.#arena, start, this.#used);
    let slot = hash & (this.#slots.length - 1);
    for (;;) {
      const index = this.#slots[slot] ?? EMPTY;
      if (index === EMPTY) break;
      if (this.#entries[index * FIELDS + 1] === hash && this.#isKey(index, start)) {
        this.#used = start;
        return { index, isNew: false };
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const index = this.#count;
    this.#slots[slot] = index;
    this.#store(index, this.#used, hash, value);
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) this.#grow();
    return { index, isNew: true };
  }

  valueOf(index: number): number {
    return this.#entries[index * FIELDS + 2] ?? 0;
  }

  /** A key's bytes: its cells, each followed by a separator. */
  keyAt(index: number): Span {
    const start = index === 0 ? 0 : (this.#entries[(index - 1) * FIELDS] ?? 0);
    return { bytes: this.#arena, start, end: this.#entries[index * FIELDS] ?? 0 };
  }

  #append({ bytes, start, end }: Span): void {
    const length = end - start;
    while (this.#used + length + 1 > this.#arena.length) {
      const larger = new Uint8Array(this.#arena.length * 2);
      larger.set(this.#arena);
      this.#arena = larger;
    }
    this.#arena.set(bytes.subarray(start, end), this.#used);
    this.#used += length;
    this.#arena[this.#used] = SEPARATOR;
    this.#used += 1;
  }

  #isKey(index: number, start: number): boolean {
    const key = this.keyAt(index);
    if (key.end - key.start !== this.#used - start) return false;
    for (let at = 0; start + at < this.#used; at += 1) {
      if (this.#arena[key.start + at] !== this.#arena[start + at]) return false;
    }
    return true;
  }

  #store(index: number, end: number, hash: number, value: number): void {
    if ((index + 1) * FIELDS > this.#entries.length) {
      const larger = new Int32Array(this.#entries.length * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries.set([end, hash, value], index * FIELDS);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    for (let index = 0; index < this.#count; index += 1) {
      let slot = (this.#entries[index * FIELDS + 1] ?? 0) & (this.#slots.length - 1);
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = index;
    }
  }
}

/** Fowler, Noll and Vo's hash, 32 bits. */
function fnv1a(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}
