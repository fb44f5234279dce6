import { type Loops, NUMBER_IN_KEY } from './loops.ts';

/** A table of keys as plain arrays, so that a worker can hand it over without a copy. */
export interface KeyData {
  slots: Int32Array;
  keys: Int32Array;
  size: number;
  arena: Uint8Array;
  longEnds: Int32Array;
  longs: number;
  pages: Int32Array;
  shapes: Shape[];
}

/** Keys that differ in their digits alone, such as `T10001` and `T10002`: they are found by the number in them. */
interface Shape {
  /** The key's eight bytes as two numbers, a zero digit for each digit. */
  low: number;
  high: number;
  /** For each thousand and twenty-four numbers the page that has theirs, plus one; 0 for none yet, -1 for never. */
  directory: Int32Array;
}

/** Of each key: its last eight bytes, or two hashes of a longer one, and its length, or where a longer one is kept. */
const WIDTH = 3;
/** Keys up to this long are their own hash. */
const SHORT = 8;
const START_SLOTS = 64;
/** Full to this share, in eighths, the slots double. */
const FULL = 6;
/** What is merely expected takes no more than this. */
const MOST_EXPECTED = 1 << 24;
/** Keys looked up together: so many places in memory are asked for before the first is needed. */
const TOGETHER = 1024;
/** Of the keys that are looked up together; every table uses them, none keeps anything in them. */
const LOWS = new Int32Array(TOGETHER);
const HIGHS = new Int32Array(TOGETHER);
const NUMBERS = new Int32Array(TOGETHER);
/** What a packed key has for a number: none of its own, or no bytes to go by because it is too long or begins with a NUL. */
const [NO_NUMBER, NOT_ITS_BYTES] = [-1, -2];
/** Where a table is smaller than the processor's cache, asking early gains nothing. */
const WORTH_TOUCHING = 1 << 15;
/** A slot holds a key's number plus one, and in its highest bits some of the key's hash, while the numbers leave room. */
const NUMBER_BITS = 24;
/** Space, tab, and the bytes of a no-break space. */
const SPACES = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0xc2, 0xa0]) SPACES[byte] = 1;
/** Numbers of a page, as a power of two. */
const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;
/** Pages that a shape can have before its directory must grow. */
const DIRECTORY = 1 << 14;
/** Pages may have so many places for each key, and so many for the first ones. */
const PLACES_EACH = 4;
const FIRST_PLACES = 64 * PAGE;
/** Pages that memory is taken for at first. */
const FIRST_PAGES = 16;
/** More shapes than this are not told apart; ids have one or a few. */
const MOST_SHAPES = 16;

export interface KeyTraits {
  hasCapitals: boolean;
  hasSmalls: boolean;
  /** A key of more than one byte begins with a zero. */
  hasZeros: boolean;
  /** A key begins or ends with a space, or with what looks like one. */
  hasSpaces: boolean;
}

/** A hash for keys of more than eight bytes: two halves. */
export type LongHash = (bytes: Uint8Array, start: number, end: number) => [low: number, high: number];

/** For tests only: other hashes must change nothing but the time it takes. */
export interface KeyHashes {
  long?: LongHash;
  /** Numbers from this on leave no room for a part of the hash. */
  roomFor?: number;
}

/**
 * Numbers different keys in the order in which they come first. A key of eight bytes or fewer is kept as two numbers; of
 * a longer one two hashes find candidates, and the bytes decide. So nothing that differs is ever taken for the same,
 * whatever the keys.
 *
 * Most ids are numbers, perhaps with a letter in front, and come more or less in order. Such a key is found by its number
 * in a page of a thousand neighbors, so that neighbors stand together and memory is quick with them. Where numbers are
 * too far apart for that, and for all other keys, there is a table of slots that a hash chooses.
 */
export class KeyTable {
  #slots: Int32Array = new Int32Array(START_SLOTS);
  #mask = START_SLOTS - 1;
  /** Keys that are found by their hash. */
  #hashed = 0;
  readonly #expected: number;
  /** Numbers of keys, plus one, by the numbers in them. */
  #pages: Int32Array = new Int32Array(0);
  #pageCount = 0;
  #shapes: Shape[] = [];
  /** Of the key looked at last: its shape and number. */
  #shapeLow = 0;
  #shapeHigh = 0;
  #keys: Int32Array;
  #size = 0;
  #arena: Uint8Array = new Uint8Array(0);
  #longEnds: Int32Array = new Int32Array(0);
  #longs = 0;
  #view: DataView = new DataView(new ArrayBuffer(8));
  #bytes: Uint8Array = new Uint8Array(this.#view.buffer);
  readonly #longHash: LongHash | null;
  readonly #roomFor: number;
  /** Which bits of a slot are the number, and which a part of the hash. */
  #numberBits = (1 << NUMBER_BITS) - 1;
  #tagBits = -1 << NUMBER_BITS;
  /** Of the key looked at last. */
  #low = 0;
  #high = 0;
  /** Kept, and public, so that no compiler may leave out the reading. */
  touched = 0;

  /** @param expected about so many keys will come; more or fewer may */
  constructor(expected = 0, hashes: KeyHashes = {}) {
    this.#longHash = hashes.long ?? null;
    this.#roomFor = hashes.roomFor ?? (1 << NUMBER_BITS) - 2;
    this.#expected = Math.ceil(Math.min(expected, MOST_EXPECTED));
    this.#keys = new Int32Array(Math.max(START_SLOTS, this.#expected) * WIDTH);
  }

  /** A table from what another one handed over. */
  static from({ slots, keys, size, arena, longEnds, longs, pages, shapes }: KeyData): KeyTable {
    const table = new KeyTable();
    table.#slots = slots;
    table.#mask = slots.length - 1;
    table.#keys = keys;
    table.#size = size;
    table.#arena = arena;
    table.#longEnds = longEnds;
    table.#longs = longs;
    table.#pages = pages;
    table.#shapes = shapes;
    if (size > table.#roomFor) table.#dropTags();
    return table;
  }

  /** The table's arrays themselves; it must not be used after they are handed over. */
  data(): KeyData {
    const { size } = this;
    const [slots, keys, arena, longEnds] = [this.#slots, this.#keys, this.#arena, this.#longEnds];
    return { slots, keys, size, arena, longEnds, longs: this.#longs, pages: this.#pages, shapes: this.#shapes };
  }

  /** How many different keys there are; the next new one gets this number. */
  get size(): number {
    return this.#size;
  }

  /** @returns the key's number; a new key gets the next one. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length <= SHORT) {
      this.#pack(bytes, start, length);
      return this.#addShort(this.#low, this.#high, length);
    }
    this.#hash(bytes, start, end);
    const slot = this.#slotOfLong(bytes, start, length);
    const known = (this.#slots[slot] as number) & this.#numberBits;
    if (known > 0) return known - 1;
    const place = -1 - this.#keep(bytes, start, length);
    return this.#insert(slot, this.#low, this.#high, place);
  }

  /** @returns the key's number, -1 where it is not there. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length <= SHORT) {
      this.#pack(bytes, start, length);
      return this.#findShort(this.#low, this.#high, length);
    }
    this.#hash(bytes, start, end);
    return ((this.#slots[this.#slotOfLong(bytes, start, length)] as number) & this.#numberBits) - 1;
  }

  /**
   * Adds one key after another: those of a column.
   * @param codes gets the number of each
   * @param loops compiled ones, if all of it lies in their memory
   */
  addAll(
    bytes: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    base: number,
    count: number,
    codes: Int32Array,
    loops: Loops | null = null,
  ): void {
    // In many columns a value comes several times running.
    let [lastLow, lastHigh, lastCode] = [0, 0, -1];
    for (let from = 0; from < count; from += TOGETHER) {
      const some = Math.min(TOGETHER, count - from);
      if (loops) loops.pack(bytes, starts, ends, base + from, some, this.#shapes);
      else this.#packAll(bytes, starts, ends, base + from, some);
      const lows = loops ? loops.ones : LOWS;
      const highs = loops ? loops.twos : HIGHS;
      const numbers = loops ? loops.others : NUMBERS;
      this.#touchAll(lows, highs, some);
      for (let at = 0; at < some; at += 1) {
        const number = numbers[at] as number;
        if (number >= 0) {
          const known = this.#known(number);
          if (known > 0) {
            codes[from + at] = known - 1;
            continue;
          }
        }
        const cell = base + from + at;
        if (number === NOT_ITS_BYTES) {
          codes[from + at] = this.add(bytes, starts[cell] as number, ends[cell] as number);
          continue;
        }
        const low = lows[at] as number;
        const high = highs[at] as number;
        if (low !== lastLow || high !== lastHigh || lastCode < 0) {
          lastLow = low;
          lastHigh = high;
          lastCode = this.#addShort(low, high, (ends[cell] as number) - (starts[cell] as number));
        }
        codes[from + at] = lastCode;
      }
    }
  }

  /** The number of a key that was packed with the number in it, plus one; 0 where it is to be looked for. */
  #known(packed: number): number {
    const number = packed & ((1 << NUMBER_IN_KEY) - 1);
    const page = pageOf(this.#shapes[packed >>> NUMBER_IN_KEY] as Shape, number);
    return page <= 0 ? 0 : (this.#pages[(page - 1) * PAGE + (number & (PAGE - 1))] as number);
  }

  /** Packs keys as the compiled loop does, but for the numbers in them. */
  #packAll(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, base: number, count: number): void {
    for (let at = 0; at < count; at += 1) {
      const start = starts[base + at] as number;
      const length = (ends[base + at] as number) - start;
      const isItsBytes = length === 0 || (length <= SHORT && bytes[start] !== 0);
      NUMBERS[at] = isItsBytes ? NO_NUMBER : NOT_ITS_BYTES;
      if (!isItsBytes) continue;
      this.#pack(bytes, start, length);
      LOWS[at] = this.#low;
      HIGHS[at] = this.#high;
    }
  }

  /**
   * Asks memory for the slots of the packed keys all at once, then for the keys in them: one after the other each would
   * be waited for. Two short loops, so that the processor sees many places ahead.
   */
  #touchAll(lows: Int32Array, highs: Int32Array, count: number): void {
    const slots = this.#slots;
    if (slots.length < WORTH_TOUCHING || this.#hashed * 2 < this.#size) return;
    const mask = this.#mask;
    let touched = 0;
    for (let at = 0; at < count; at += 1) {
      touched ^= slots[mix(lows[at] as number, highs[at] as number) & mask] as number;
    }
    const keys = this.#keys;
    const numberBits = this.#numberBits;
    for (let at = 0; at < count; at += 1) {
      const known = (slots[mix(lows[at] as number, highs[at] as number) & mask] as number) & numberBits;
      if (known > 0) touched ^= keys[(known - 1) * WIDTH] as number;
    }
    this.touched = touched;
  }

  #addShort(low: number, high: number, length: number): number {
    const number = this.#numberIn(low, high, length);
    if (number < 0) return this.#addPacked(low, high, length);
    const shape = this.#shapeFor(true);
    if (!shape) return this.#addPacked(low, high, length);
    const page = this.#pageFor(shape, number);
    if (page < 0) return this.#addPacked(low, high, length);
    const at = page * PAGE + (number & (PAGE - 1));
    const known = this.#pages[at] as number;
    if (known > 0) return known - 1;
    const code = this.#size;
    this.#pages[at] = code + 1;
    this.#keepKey(code, low, high, length);
    return code;
  }

  #findShort(low: number, high: number, length: number): number {
    const number = this.#numberIn(low, high, length);
    const shape = number < 0 ? null : this.#shapeFor(false);
    if (!shape) return this.#findPacked(low, high, length);
    const page = pageOf(shape, number);
    if (page < 0) return this.#findPacked(low, high, length);
    return page === 0 ? -1 : (this.#pages[(page - 1) * PAGE + (number & (PAGE - 1))] as number) - 1;
  }

  /**
   * The number in a key, of which all bytes that are no digits make the shape; -1 where the key does not end with one, or
   * begins with a NUL, which the zeros in front of it would hide. Shape and number together are the key: two keys that
   * have both are the same.
   */
  #numberIn(low: number, high: number, length: number): number {
    if (((high >>> 24) - 0x30) >>> 0 > 9) return -1;
    if (firstByte(low, high, length) === 0) return -1;
    // Bytes that are digits become 0 to 9.
    const highDigits = high ^ 0x30303030;
    const highOthers = othersIn(highDigits);
    this.#shapeHigh = (high & highOthers) | (0x30303030 & ~highOthers);
    const last = fourDigits(highDigits & ~highOthers);
    if (low === 0) {
      this.#shapeLow = 0;
      return last;
    }
    const lowDigits = low ^ 0x30303030;
    const lowOthers = othersIn(lowDigits);
    this.#shapeLow = (low & lowOthers) | (0x30303030 & ~lowOthers);
    return Math.imul(fourDigits(lowDigits & ~lowOthers), 10_000) + last;
  }

  /** The shape of the key looked at last; null where it is none of the known ones. */
  #shapeFor(add: boolean): Shape | null {
    const [low, high] = [this.#shapeLow, this.#shapeHigh];
    const shapes = this.#shapes;
    for (let at = 0; at < shapes.length; at += 1) {
      const shape = shapes[at] as Shape;
      if (shape.high === high && shape.low === low) return shape;
    }
    if (!add || shapes.length === MOST_SHAPES) return null;
    const shape = { low, high, directory: new Int32Array(DIRECTORY) };
    shapes.push(shape);
    return shape;
  }

  /** The page for a number; a new one where there is none yet and the keys are near enough; else -1, for ever. */
  #pageFor(shape: Shape, number: number): number {
    const part = number >>> PAGE_BITS;
    if (part >= shape.directory.length) {
      const larger = new Int32Array(Math.max(part + 1, shape.directory.length * 2));
      larger.set(shape.directory);
      shape.directory = larger;
    }
    const known = shape.directory[part] as number;
    if (known !== 0) return known < 0 ? -1 : known - 1;
    const isTooFar = this.#pageCount * PAGE > this.#size * PLACES_EACH + FIRST_PLACES;
    shape.directory[part] = isTooFar ? -1 : this.#pageCount + 1;
    if (isTooFar) return -1;
    if ((this.#pageCount + 1) * PAGE > this.#pages.length) {
      const most = (this.#expected * PLACES_EACH + FIRST_PLACES) / PAGE;
      const wanted = this.#pages.length === 0 && this.#expected > PAGE ? most : this.#pageCount * 1.5;
      const larger = new Int32Array(Math.max(FIRST_PAGES, Math.ceil(wanted)) * PAGE);
      larger.set(this.#pages);
      this.#pages = larger;
    }
    this.#pageCount += 1;
    return this.#pageCount - 1;
  }

  #addPacked(low: number, high: number, length: number): number {
    const slot = this.#slotOfShort(low, high, length);
    const known = (this.#slots[slot] as number) & this.#numberBits;
    return known > 0 ? known - 1 : this.#insert(slot, low, high, length);
  }

  #findPacked(low: number, high: number, length: number): number {
    return ((this.#slots[this.#slotOfShort(low, high, length)] as number) & this.#numberBits) - 1;
  }

  /** The slot of a packed key, or the empty one where it belongs. */
  #slotOfShort(low: number, high: number, length: number): number {
    const slots = this.#slots;
    const keys = this.#keys;
    const mask = this.#mask;
    const hash = mix(low, high);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] as number;
      if (known === 0) return slot;
      if (((known ^ hash) & this.#tagBits) !== 0) continue;
      const key = ((known & this.#numberBits) - 1) * WIDTH;
      if (keys[key] === low && keys[key + 1] === high && keys[key + 2] === length) return slot;
    }
  }

  /** The slot of the long key that was hashed last, or the empty one where it belongs. */
  #slotOfLong(bytes: Uint8Array, start: number, length: number): number {
    const slots = this.#slots;
    const keys = this.#keys;
    const mask = this.#mask;
    const hash = mix(this.#low, this.#high);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] as number;
      if (known === 0) return slot;
      if (((known ^ hash) & this.#tagBits) !== 0) continue;
      const key = ((known & this.#numberBits) - 1) * WIDTH;
      const place = keys[key + 2] as number;
      const isAlike = place < 0 && keys[key] === this.#low && keys[key + 1] === this.#high;
      if (isAlike && this.#isLong(-place - 1, bytes, start, length)) return slot;
    }
  }

  /** For each key of another table its number in this one, -1 where it is not there. */
  locate(other: KeyTable): Int32Array {
    const found = new Int32Array(other.#size);
    const theirs = other.#keys;
    for (let from = 0; from < other.#size; from += TOGETHER) {
      const count = Math.min(TOGETHER, other.#size - from);
      for (let at = 0; at < count; at += 1) {
        const key = (from + at) * WIDTH;
        LOWS[at] = theirs[key] as number;
        HIGHS[at] = theirs[key + 1] as number;
      }
      this.#touchAll(LOWS, HIGHS, count);
      for (let at = 0; at < count; at += 1) {
        const place = theirs[(from + at) * WIDTH + 2] as number;
        found[from + at] =
          place >= 0
            ? this.#findShort(LOWS[at] as number, HIGHS[at] as number, place)
            : this.find(other.#arena, other.#longStart(-place - 1), other.#longEnds[-place - 1] as number);
      }
    }
    return found;
  }

  /** Visits every key by its number, from 0. The bytes are valid during the call. */
  each(visit: (code: number, bytes: Uint8Array, start: number, end: number) => void): void {
    const keys = this.#keys;
    const short = new Uint8Array(SHORT);
    const view = new DataView(short.buffer);
    for (let code = 0; code < this.#size; code += 1) {
      const key = code * WIDTH;
      const place = keys[key + 2] as number;
      if (place < 0) {
        visit(code, this.#arena, this.#longStart(-place - 1), this.#longEnds[-place - 1] as number);
        continue;
      }
      view.setInt32(0, keys[key] as number, true);
      view.setInt32(4, keys[key + 1] as number, true);
      visit(code, short, SHORT - place, SHORT);
    }
  }

  /** Keys by their numbers, each as bytes of its own: for tables of few keys. */
  all(): Uint8Array[] {
    const all: Uint8Array[] = [];
    this.each((_, bytes, start, end) => all.push(bytes.slice(start, end)));
    return all;
  }

  /** Which letters the keys have: without both kinds, or without zeros in front, some questions need not be asked. */
  traits(): KeyTraits {
    const keys = this.#keys;
    let [capitals, smalls] = [0, 0];
    let hasZeros = false;
    let hasSpaces = false;
    for (let key = 0; key < this.#size * WIDTH; key += WIDTH) {
      const length = keys[key + 2] as number;
      if (length <= 0) continue;
      const low = keys[key] as number;
      const high = keys[key + 1] as number;
      // Letters have bit 6 set, and small ones bit 5 as well.
      const lowLetters = low & 0x40404040;
      const highLetters = high & 0x40404040;
      capitals |= (lowLetters & ~(low << 1)) | (highLetters & ~(high << 1));
      smalls |= (lowLetters & (low << 1)) | (highLetters & (high << 1));
      const last = high >>> 24;
      const first = firstByte(low, high, length);
      if (first === 0x30 && length > 1) hasZeros = true;
      if (SPACES[first] === 1 || SPACES[last] === 1) hasSpaces = true;
    }
    const arena = this.#arena;
    const end = this.#longStart(this.#longs);
    for (let at = 0; at < end; at += 1) {
      const byte = arena[at] as number;
      if ((byte & 0x60) === 0x40) capitals = 1;
      else if (byte >= 0x60) smalls = 1;
    }
    for (let index = 0; index < this.#longs; index += 1) {
      const first = arena[this.#longStart(index)] as number;
      if (first === 0x30) hasZeros = true;
      const last = arena[(this.#longEnds[index] as number) - 1] as number;
      if (SPACES[first] === 1 || SPACES[last] === 1) hasSpaces = true;
    }
    return { hasCapitals: capitals !== 0, hasSmalls: smalls !== 0, hasZeros, hasSpaces };
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
    this.#see(bytes);
    const view = this.#view;
    let low = 0x811c9dc5 | 0;
    let high = (end - start) | 0;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const word = view.getInt32(at, true);
      low = Math.imul(low ^ word, 0x01000193);
      low ^= low >>> 15;
      high = Math.imul(high + word, 0x9e3779b1);
      high ^= high >>> 13;
    }
    for (; at < end; at += 1) {
      low = Math.imul(low ^ (bytes[at] as number), 0x01000193);
      high = Math.imul(high + (bytes[at] as number), 0x9e3779b1);
    }
    this.#low = low;
    this.#high = high;
  }

  #longStart(index: number): number {
    return index === 0 ? 0 : (this.#longEnds[index - 1] as number);
  }

  #isLong(index: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.#longStart(index);
    if ((this.#longEnds[index] as number) - from !== length) return false;
    const arena = this.#arena;
    for (let at = 0; at < length; at += 1) if (arena[from + at] !== bytes[start + at]) return false;
    return true;
  }

  /** @param place the key's length, or where it is kept */
  #insert(slot: number, low: number, high: number, place: number): number {
    const code = this.#size;
    if (code >= this.#roomFor && this.#tagBits !== 0) {
      // Rare: the slot is looked for anew, where there is no part of the hash in any.
      const before = this.#numberBits;
      this.#dropTags();
      this.#rebuild(this.#slots.length, before);
      return this.#insert(this.#emptySlot(low, high), low, high, place);
    }
    this.#slots[slot] = (mix(low, high) & this.#tagBits) | (code + 1);
    this.#hashed += 1;
    this.#keepKey(code, low, high, place);
    if (this.#hashed * 8 > (this.#mask + 1) * FULL) this.#grow();
    return code;
  }

  #keepKey(code: number, low: number, high: number, place: number): void {
    const key = code * WIDTH;
    if (key === this.#keys.length) {
      const larger = new Int32Array(Math.ceil(code * 1.5) * WIDTH);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys[key] = low;
    this.#keys[key + 1] = high;
    this.#keys[key + 2] = place;
    this.#size = code + 1;
  }

  /** Twice as many slots, or as many as the keys that are expected need: those before them needed none. */
  #grow(): void {
    let slots = this.#slots.length * 2;
    while (this.#expected * 8 > slots * FULL) slots *= 2;
    this.#rebuild(slots);
  }

  #emptySlot(low: number, high: number): number {
    let slot = mix(low, high) & this.#mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #dropTags(): void {
    this.#numberBits = 0x7fffffff;
    this.#tagBits = 0;
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

  /** Puts the keys that are found by their hash into so many slots. */
  #rebuild(count: number, numberBits = this.#numberBits): void {
    const old = this.#slots;
    const keys = this.#keys;
    const slots = new Int32Array(count);
    const mask = count - 1;
    for (const known of old) {
      if (known === 0) continue;
      const number = known & numberBits;
      const key = (number - 1) * WIDTH;
      const hash = mix(keys[key] as number, keys[key + 1] as number);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (hash & this.#tagBits) | number;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** The page of a number's neighbors, plus one; 0 for none yet, -1 for never. */
function pageOf({ directory }: Shape, number: number): number {
  const part = number >>> PAGE_BITS;
  return part < directory.length ? (directory[part] as number) : 0;
}

/** Of a packed key that is not empty. */
function firstByte(low: number, high: number, length: number): number {
  return (length <= 4 ? high >>> (32 - length * 8) : low >>> (64 - length * 8)) & 0xff;
}

/** All bits of those of four bytes that are above 9: the highest one first, then from it the others. */
function othersIn(digits: number): number {
  return Math.imul(((((digits & 0x7f7f7f7f) + 0x76767676) | digits) >>> 7) & 0x01010101, 0xff);
}

/** The number that four bytes of digits make, the first one the lowest byte. */
function fourDigits(digits: number): number {
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff00ff;
  return (Math.imul(pairs, 100) + (pairs >>> 16)) & 0xffff;
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
