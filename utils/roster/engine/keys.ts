/** A table of keys as plain arrays, so that a worker can hand it over without a copy. */
export interface KeyData {
  slots: Int32Array;
  size: number;
  arena: Uint8Array;
  longEnds: Int32Array;
  longs: number;
}

/** Each slot: the key's first four bytes and next four, its number plus one (0: empty), and its length or place. */
const WIDTH = 4;
/** Keys up to this long stand in their slot. */
const SHORT = 8;
const START_SLOTS = 64;
/** Full to this share, in eighths, the table doubles. */
const FULL = 6;

/** A hash for keys that are too long for their slot: two halves. */
export type LongHash = (bytes: Uint8Array, start: number, end: number) => [low: number, high: number];

/**
 * Numbers different keys in the order in which they come first. A key of eight bytes or fewer is its own hash and stands
 * in the slot; of a longer one the slot holds two hashes, which find candidates, and the bytes decide. So nothing that
 * differs is ever taken for the same, whatever the keys.
 */
export class KeyTable {
  #slots: Int32Array = new Int32Array(START_SLOTS * WIDTH);
  #mask = START_SLOTS - 1;
  #size = 0;
  #arena: Uint8Array = new Uint8Array(0);
  #longEnds: Int32Array = new Int32Array(0);
  #longs = 0;
  #view: DataView = new DataView(new ArrayBuffer(8));
  #bytes: Uint8Array = new Uint8Array(this.#view.buffer);
  readonly #longHash: LongHash | null;
  /** Of the key looked at last. */
  #low = 0;
  #high = 0;

  /** @param longHash tests only: another hash must change nothing but the time it takes. */
  constructor(longHash: LongHash | null = null) {
    this.#longHash = longHash;
  }

  /** A table from what another one handed over. */
  static from({ slots, size, arena, longEnds, longs }: KeyData): KeyTable {
    const table = new KeyTable();
    table.#slots = slots;
    table.#mask = slots.length / WIDTH - 1;
    table.#size = size;
    table.#arena = arena;
    table.#longEnds = longEnds;
    table.#longs = longs;
    return table;
  }

  /** The table's arrays themselves; it must not be used after they are handed over. */
  data(): KeyData {
    const longEnds = this.#longEnds;
    return { slots: this.#slots, size: this.#size, arena: this.#arena, longEnds, longs: this.#longs };
  }

  /** How many different keys there are; the next new one gets this number. */
  get size(): number {
    return this.#size;
  }

  /** @returns the key's number; a new key gets the next one. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const slot = this.#slotOf(bytes, start, end);
    const known = this.#slots[slot + 2] ?? 0;
    if (known > 0) return known - 1;
    return this.#insert(slot, bytes, start, end);
  }

  /** @returns the key's number, -1 where it is not there. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return (this.#slots[this.#slotOf(bytes, start, end) + 2] ?? 0) - 1;
  }

  /** Visits every key, in no particular order. The bytes are valid during the call. */
  each(visit: (code: number, bytes: Uint8Array, start: number, end: number) => void): void {
    const slots = this.#slots;
    const short = new Uint8Array(SHORT);
    const view = new DataView(short.buffer);
    for (let slot = 0; slot < slots.length; slot += WIDTH) {
      const known = slots[slot + 2] ?? 0;
      if (known === 0) continue;
      const place = slots[slot + 3] ?? 0;
      if (place < 0) {
        visit(known - 1, this.#arena, this.#longStart(-place - 1), this.#longEnds[-place - 1] ?? 0);
        continue;
      }
      view.setInt32(0, slots[slot] ?? 0, true);
      view.setInt32(4, slots[slot + 1] ?? 0, true);
      visit(known - 1, short, 0, place);
    }
  }

  /** Keys by their numbers, each as bytes of its own: for tables of few keys. */
  all(): Uint8Array[] {
    const keys: Uint8Array[] = new Array(this.#size);
    this.each((code, bytes, start, end) => {
      keys[code] = bytes.slice(start, end);
    });
    return keys;
  }

  /** The slot of the key, or the empty one where it belongs. */
  #slotOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    const isShort = length <= SHORT;
    if (isShort) this.#pack(bytes, start, length);
    else this.#hash(bytes, start, end);
    const low = this.#low;
    const high = this.#high;
    const slots = this.#slots;
    const mask = this.#mask;
    let at = mix(low, high) & mask;
    for (;;) {
      const slot = at * WIDTH;
      if (slots[slot + 2] === 0) return slot;
      if (slots[slot] === low && slots[slot + 1] === high) {
        const place = slots[slot + 3] ?? 0;
        if (isShort ? place === length : place < 0 && this.#isLong(-place - 1, bytes, start, length)) return slot;
      }
      at = (at + 1) & mask;
    }
  }

  /** The key itself as two numbers, zeros behind it. */
  #pack(bytes: Uint8Array, start: number, length: number): void {
    if (start + SHORT > bytes.length) {
      this.#packNearEnd(bytes, start, length);
      return;
    }
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const view = this.#view;
    if (length >= 4) {
      this.#low = view.getInt32(start, true);
      this.#high =
        length === SHORT ? view.getInt32(start + 4, true) : view.getInt32(start + 4, true) & maskOf(length - 4);
    } else {
      this.#low = view.getInt32(start, true) & maskOf(length);
      this.#high = 0;
    }
  }

  /** Where eight bytes cannot be read at once. */
  #packNearEnd(bytes: Uint8Array, start: number, length: number): void {
    let low = 0;
    let high = 0;
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[start + at] ?? 0;
      if (at < 4) low |= byte << (at * 8);
      else high |= byte << ((at - 4) * 8);
    }
    this.#low = low;
    this.#high = high;
  }

  #hash(bytes: Uint8Array, start: number, end: number): void {
    if (this.#longHash) {
      [this.#low, this.#high] = this.#longHash(bytes, start, end);
      return;
    }
    let low = 0x811c9dc5 | 0;
    let high = (end - start) | 0;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const word =
        (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
      low = Math.imul(low ^ word, 0x01000193);
      low ^= low >>> 15;
      high = Math.imul(high + word, 0x9e3779b1);
      high ^= high >>> 13;
    }
    for (; at < end; at += 1) {
      low = Math.imul(low ^ (bytes[at] ?? 0), 0x01000193);
      high = Math.imul(high + (bytes[at] ?? 0), 0x9e3779b1);
    }
    this.#low = low;
    this.#high = high;
  }

  #longStart(index: number): number {
    return index === 0 ? 0 : (this.#longEnds[index - 1] ?? 0);
  }

  #isLong(index: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.#longStart(index);
    if ((this.#longEnds[index] ?? 0) - from !== length) return false;
    const arena = this.#arena;
    for (let at = 0; at < length; at += 1) if (arena[from + at] !== bytes[start + at]) return false;
    return true;
  }

  #insert(slot: number, bytes: Uint8Array, start: number, end: number): number {
    const code = this.#size;
    const length = end - start;
    this.#slots[slot] = this.#low;
    this.#slots[slot + 1] = this.#high;
    this.#slots[slot + 2] = code + 1;
    this.#slots[slot + 3] = length <= SHORT ? length : -1 - this.#keep(bytes, start, length);
    this.#size += 1;
    if (this.#size * 8 > (this.#mask + 1) * FULL) this.#grow();
    return code;
  }

  /** Copies a long key; returns its number among the long ones. */
  #keep(bytes: Uint8Array, start: number, length: number): number {
    const index = this.#longs;
    const from = this.#longStart(index);
    if (from + length > this.#arena.length) {
      const larger = new Uint8Array(Math.max(1024, Math.ceil((from + length) * 1.5)));
      larger.set(this.#arena);
      this.#arena = larger;
    }
    if (index === this.#longEnds.length) {
      const larger = new Int32Array(Math.max(64, Math.ceil(index * 1.5)));
      larger.set(this.#longEnds);
      this.#longEnds = larger;
    }
    this.#arena.set(bytes.subarray(start, start + length), from);
    this.#longEnds[index] = from + length;
    this.#longs += 1;
    return index;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length / WIDTH - 1;
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from + 2] === 0) continue;
      let at = mix(old[from] ?? 0, old[from + 1] ?? 0) & mask;
      while (slots[at * WIDTH + 2] !== 0) at = (at + 1) & mask;
      const to = at * WIDTH;
      slots[to] = old[from] ?? 0;
      slots[to + 1] = old[from + 1] ?? 0;
      slots[to + 2] = old[from + 2] ?? 0;
      slots[to + 3] = old[from + 3] ?? 0;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** The lowest `length` bytes of a number; 0 for none. */
function maskOf(length: number): number {
  return length === 0 ? 0 : -1 >>> (32 - length * 8);
}

/** Spreads two numbers over the bits that choose a slot: digits differ in few of theirs. */
function mix(low: number, high: number): number {
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high ^ (high >>> 15), 0x85ebca77);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
