/** A table of keys as plain arrays, so that a worker can hand it over without a copy. */
export interface KeyData {
  slots: Int32Array;
  size: number;
  arena: Uint8Array;
  longEnds: Int32Array;
  longs: number;
}

/** Each slot: the key's last four bytes but four and its last four, its number plus one (0: empty), and its length or place. */
const WIDTH = 4;
/** Keys up to this long stand in their slot. */
const SHORT = 8;
const START_SLOTS = 64;
/** Full to this share, in eighths, the table doubles. */
const FULL = 6;
/** What is merely expected takes no more than this. */
const MOST_SLOTS = 1 << 24;
/** Keys looked up together: so many places in memory are asked for before the first is needed. */
const TOGETHER = 1024;

/** Where a table is smaller than the processor's cache, asking early gains nothing. */
const WORTH_TOUCHING = 1 << 16;
const SPACE = 0x20;

export interface KeyTraits {
  hasCapitals: boolean;
  hasSmalls: boolean;
  /** A key of more than one byte begins with a zero. */
  hasZeros: boolean;
  /** A key begins or ends with a space. */
  hasSpaces: boolean;
}

/** A hash for keys that are too long for their slot: two halves. */
export type LongHash = (bytes: Uint8Array, start: number, end: number) => [low: number, high: number];

/**
 * Numbers different keys in the order in which they come first. A key of eight bytes or fewer is its own hash and stands
 * in the slot; of a longer one the slot holds two hashes, which find candidates, and the bytes decide. So nothing that
 * differs is ever taken for the same, whatever the keys.
 */
export class KeyTable {
  #slots: Int32Array;
  #mask: number;
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
  /** Of the keys that are looked up together. */
  readonly #lows = new Int32Array(TOGETHER);
  readonly #highs = new Int32Array(TOGETHER);
  /** Kept, and public, so that no compiler may leave out the reading. */
  touched = 0;

  /**
   * @param expected about so many keys will come; more or fewer may
   * @param longHash tests only: another hash must change nothing but the time it takes
   */
  constructor(expected = 0, longHash: LongHash | null = null) {
    this.#longHash = longHash;
    let slots = START_SLOTS;
    while (expected * 8 > slots * FULL && slots < MOST_SLOTS) slots *= 2;
    this.#slots = new Int32Array(slots * WIDTH);
    this.#mask = slots - 1;
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

  /**
   * Adds one key after another: those of a column.
   * @param codes gets the number of each
   */
  addAll(
    bytes: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    base: number,
    count: number,
    codes: Int32Array,
  ): void {
    const lows = this.#lows;
    const highs = this.#highs;
    // In many columns a value comes several times running.
    let [lastLow, lastHigh, lastLength, lastCode] = [0, 0, -1, 0];
    for (let from = 0; from < count; from += TOGETHER) {
      const to = Math.min(count, from + TOGETHER);
      this.#packAll(bytes, starts, ends, base + from, to - from);
      this.#touchAll(to - from);
      for (let at = from; at < to; at += 1) {
        const start = starts[base + at] as number;
        const length = (ends[base + at] as number) - start;
        if (length > SHORT) {
          codes[at] = this.add(bytes, start, start + length);
          continue;
        }
        const low = lows[at - from] as number;
        const high = highs[at - from] as number;
        if (low !== lastLow || high !== lastHigh || length !== lastLength) {
          lastLow = low;
          lastHigh = high;
          lastLength = length;
          lastCode = this.#addPacked(low, high, length);
        }
        codes[at] = lastCode;
      }
    }
  }

  /** Packs short keys into the scratch; long ones are left out. */
  #packAll(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, base: number, count: number): void {
    const lows = this.#lows;
    const highs = this.#highs;
    this.#see(bytes);
    const view = this.#view;
    for (let at = 0; at < count; at += 1) {
      const start = starts[base + at] as number;
      const end = ends[base + at] as number;
      const length = end - start;
      if (length > SHORT) continue;
      if (end < SHORT) {
        this.#packNearStart(bytes, start, length);
        lows[at] = this.#low;
        highs[at] = this.#high;
      } else {
        const low = view.getInt32(end - 8, true);
        const high = view.getInt32(end - 4, true);
        lows[at] = low & (LOW_MASKS[length] as number);
        highs[at] = high & (HIGH_MASKS[length] as number);
      }
    }
  }

  /** Asks memory for the slots of the packed keys all at once: one after the other each would be waited for. */
  #touchAll(count: number): void {
    const slots = this.#slots;
    if (slots.length < WORTH_TOUCHING) return;
    const mask = this.#mask;
    const lows = this.#lows;
    const highs = this.#highs;
    let touched = 0;
    for (let at = 0; at < count; at += 1) {
      touched ^= slots[(mix(lows[at] as number, highs[at] as number) & mask) * WIDTH] as number;
    }
    this.touched = touched;
  }

  #addPacked(low: number, high: number, length: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let place = mix(low, high) & mask;
    for (;;) {
      const slot = place * WIDTH;
      const known = slots[slot + 2] as number;
      if (known === 0) {
        this.#low = low;
        this.#high = high;
        return this.#insertShort(slot, length);
      }
      if (slots[slot] === low && slots[slot + 1] === high && slots[slot + 3] === length) return known - 1;
      place = (place + 1) & mask;
    }
  }

  /** For each key of another table its number in this one, -1 where it is not there. */
  locate(other: KeyTable): Int32Array {
    const found = new Int32Array(other.#size).fill(-1);
    const theirs = other.#slots;
    const lows = this.#lows;
    const highs = this.#highs;
    const codes = new Int32Array(TOGETHER);
    const lengths = new Int32Array(TOGETHER);
    let count = 0;
    const flush = () => {
      this.#touchAll(count);
      const slots = this.#slots;
      const mask = this.#mask;
      for (let at = 0; at < count; at += 1) {
        const low = lows[at] as number;
        const high = highs[at] as number;
        let place = mix(low, high) & mask;
        for (;;) {
          const slot = place * WIDTH;
          const known = slots[slot + 2] as number;
          if (known === 0) break;
          if (slots[slot] === low && slots[slot + 1] === high && slots[slot + 3] === lengths[at]) {
            found[codes[at] as number] = known - 1;
            break;
          }
          place = (place + 1) & mask;
        }
      }
      count = 0;
    };
    for (let slot = 0; slot < theirs.length; slot += WIDTH) {
      const known = theirs[slot + 2] as number;
      if (known === 0) continue;
      const place = theirs[slot + 3] as number;
      if (place < 0) {
        const index = -place - 1;
        found[known - 1] = this.find(other.#arena, other.#longStart(index), other.#longEnds[index] ?? 0);
        continue;
      }
      lows[count] = theirs[slot] as number;
      highs[count] = theirs[slot + 1] as number;
      lengths[count] = place;
      codes[count] = known - 1;
      count += 1;
      if (count === TOGETHER) flush();
    }
    flush();
    return found;
  }

  /** Which letters the keys have: without both kinds, or without zeros in front, some questions need not be asked. */
  traits(): KeyTraits {
    const slots = this.#slots;
    let [capitals, smalls] = [0, 0];
    let hasZeros = false;
    let hasSpaces = false;
    for (let slot = 0; slot < slots.length; slot += WIDTH) {
      const known = slots[slot + 2] as number;
      const length = slots[slot + 3] as number;
      if (known === 0 || length <= 0) continue;
      const low = slots[slot] as number;
      const high = slots[slot + 1] as number;
      // Letters have bit 6 set, and small ones bit 5 as well.
      capitals |= (low & 0x40404040 & ~((low & 0x20202020) << 1)) | (high & 0x40404040 & ~((high & 0x20202020) << 1));
      smalls |= (low & 0x40404040 & ((low & 0x20202020) << 1)) | (high & 0x40404040 & ((high & 0x20202020) << 1));
      const last = high >>> 24;
      const first = (length <= 4 ? high >>> (32 - length * 8) : low >>> (64 - length * 8)) & 0xff;
      if (first === 0x30 && length > 1) hasZeros = true;
      if (first === SPACE || last === SPACE) hasSpaces = true;
    }
    const arena = this.#arena;
    const end = this.#longStart(this.#longs);
    for (let at = 0; at < end; at += 1) {
      const byte = arena[at] as number;
      if ((byte & 0x60) === 0x40) capitals = 1;
      else if (byte >= 0x60) smalls = 1;
    }
    for (let index = 0; index < this.#longs; index += 1) {
      const first = arena[this.#longStart(index)];
      if (first === 0x30) hasZeros = true;
      if (first === SPACE || arena[(this.#longEnds[index] as number) - 1] === SPACE) hasSpaces = true;
    }
    return { hasCapitals: capitals !== 0, hasSmalls: smalls !== 0, hasZeros, hasSpaces };
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
      visit(known - 1, short, SHORT - place, SHORT);
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

  /** The key itself as two numbers, zeros in front of it. */
  #pack(bytes: Uint8Array, start: number, length: number): void {
    const end = start + length;
    if (end < SHORT) {
      this.#packNearStart(bytes, start, length);
      return;
    }
    this.#see(bytes);
    const view = this.#view;
    this.#low = view.getInt32(end - 8, true) & (LOW_MASKS[length] as number);
    this.#high = view.getInt32(end - 4, true) & (HIGH_MASKS[length] as number);
  }

  #see(bytes: Uint8Array): void {
    if (bytes === this.#bytes) return;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where there are no eight bytes up to the key's end. */
  #packNearStart(bytes: Uint8Array, start: number, length: number): void {
    let low = 0;
    let high = 0;
    for (let at = 0; at < length; at += 1) {
      const place = SHORT - length + at;
      const byte = bytes[start + at] ?? 0;
      if (place < 4) low |= byte << (place * 8);
      else high |= byte << ((place - 4) * 8);
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
    const length = end - start;
    return this.#insertShort(slot, length <= SHORT ? length : -1 - this.#keep(bytes, start, length));
  }

  /** @param place the key's length, or where it is kept */
  #insertShort(slot: number, place: number): number {
    const code = this.#size;
    this.#slots[slot] = this.#low;
    this.#slots[slot + 1] = this.#high;
    this.#slots[slot + 2] = code + 1;
    this.#slots[slot + 3] = place;
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
      let at = mix(old[from] as number, old[from + 1] as number) & mask;
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

/** By a key's length: which bits of the four bytes before its last four, and of its last four, are its own. */
const LOW_MASKS = Int32Array.of(0, 0, 0, 0, 0, 0xff << 24, 0xffff << 16, 0xffffff << 8, -1);
const HIGH_MASKS = Int32Array.of(0, 0xff << 24, 0xffff << 16, 0xffffff << 8, -1, -1, -1, -1, -1);

/** Spreads two numbers over the bits that choose a slot: digits differ in few of theirs. */
function mix(low: number, high: number): number {
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high ^ (high >>> 15), 0x85ebca77);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
