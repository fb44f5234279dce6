/**
 * What is kept of a set of files, so that the next one can be compared with it: how many rows, and a salted hash of each
 * id. No names, no ids.
 */

/** Hashes of 64 bits, in rising order, each once. */
export type IdSet = BigUint64Array<ArrayBuffer>;

export interface FileFingerprint {
  /** The profile's id of the file. */
  file: string;
  /** Records of one kind alone; null for all of the file. */
  group: string | null;
  rows: number;
  /** Null where nothing tells the rows apart. */
  ids: IdSet | null;
}

export interface Fingerprint {
  version: 1;
  /** ISO 8601, UTC: when the set was checked. */
  at: string;
  /** 32 hexadecimal digits, drawn anew for each fingerprint that nothing is compared with. */
  salt: string;
  files: FileFingerprint[];
}

/** What `drawSalt` draws. */
export const SALT = /^[0-9a-f]{32}$/;

/** @param random fills the array; the browser's `crypto.getRandomValues` */
export function drawSalt(random: (words: Uint32Array<ArrayBuffer>) => void): string {
  const words = new Uint32Array(4);
  random(words);
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** @throws where the salt is not one of `drawSalt` */
function saltWords(salt: string): Uint32Array {
  if (!SALT.test(salt)) throw new Error('A salt has 32 hexadecimal digits.');
  return Uint32Array.from({ length: 4 }, (_, at) => Number.parseInt(salt.slice(at * 8, at * 8 + 8), 16));
}

/**
 * Hashes ids with a salt. Fast, and no cryptography: whoever has the salt can try out all ids of a few digits and so
 * learn which were in the file. That is why a fingerprint stays in the browser and is in no report. Two ids of
 * 5,000,000 share their 64 bits once in a million sets; the counts are then off by one, and nothing else depends on it.
 */
export class IdHasher {
  /** Halves of the last hash. */
  low = 0;
  high = 0;
  readonly #low: number;
  readonly #high: number;
  readonly #lowEnd: number;
  readonly #highEnd: number;

  /** @throws where the salt is not one of `drawSalt` */
  constructor(salt: string) {
    const words = saltWords(salt);
    this.#low = words[0] as number;
    this.#high = words[1] as number;
    this.#lowEnd = words[2] as number;
    this.#highEnd = words[3] as number;
  }

  /** Hashes `bytes[start]` up to `bytes[end]` (excluded) into `low` and `high`. */
  hash(bytes: Uint8Array, start: number, end: number): void {
    let low = this.#low;
    let high = this.#high;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      low = Math.imul(low ^ byte, 0x85ebca6b);
      low ^= low >>> 15;
      high = Math.imul(high ^ byte, 0xc2b2ae35);
      high ^= high >>> 13;
    }
    // The halves would else be the same function of two words of the salt; mixed, each depends on all of it.
    const length = end - start;
    low = mix(low ^ this.#lowEnd ^ length);
    high = mix(high ^ this.#highEnd ^ low);
    this.low = low >>> 0;
    this.high = high >>> 0;
  }
}

/** Murmur3's last step: every bit of the input changes half of the output. */
function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const FIRST_ROOM = 1024;

/** Gathers hashes of a file's ids, in any order. */
export class IdHashes {
  #hashes = new BigUint64Array(FIRST_ROOM);
  #halves = new Uint32Array(this.#hashes.buffer);
  #length = 0;

  add(low: number, high: number): void {
    if (this.#length === this.#hashes.length) this.#grow();
    const at = this.#length * 2;
    this.#halves[at] = low;
    this.#halves[at + 1] = high;
    this.#length += 1;
  }

  /** The hashes in rising order, each once. What was gathered is let go: nothing is added afterwards. */
  finish(): IdSet {
    const hashes = this.#hashes.subarray(0, this.#length);
    // 5,000,000 take 350 ms; a radix sort of our own over the halves took 380, doubles of 53 bits 600.
    hashes.sort();
    const halves = this.#halves;
    let length = 0;
    for (let at = 0; at < hashes.length; at += 1) {
      const low = halves[at * 2] as number;
      const high = halves[at * 2 + 1] as number;
      if (length > 0 && halves[length * 2 - 2] === low && halves[length * 2 - 1] === high) continue;
      halves[length * 2] = low;
      halves[length * 2 + 1] = high;
      length += 1;
    }
    const finished = hashes.slice(0, length);
    this.#hashes = new BigUint64Array(0);
    this.#halves = new Uint32Array(0);
    this.#length = 0;
    return finished;
  }

  #grow(): void {
    const hashes = new BigUint64Array(Math.max(FIRST_ROOM, this.#hashes.length * 2));
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#halves = new Uint32Array(hashes.buffer);
  }
}

export interface IdComparison {
  added: number;
  removed: number;
  kept: number;
}

/** Both with the hashes of one salt; else everything counts as new. */
export function compareIds(before: IdSet, now: IdSet): IdComparison {
  // By halves: reading a BigInt makes an object of each.
  const one = new Uint32Array(before.buffer, before.byteOffset, before.length * 2);
  const other = new Uint32Array(now.buffer, now.byteOffset, now.length * 2);
  let kept = 0;
  let at = 0;
  let here = 0;
  while (at < one.length && here < other.length) {
    const high = (one[at + 1] as number) - (other[here + 1] as number);
    const order = high === 0 ? (one[at] as number) - (other[here] as number) : high;
    if (order === 0) kept += 1;
    if (order <= 0) at += 2;
    if (order >= 0) here += 2;
  }
  return { added: now.length - kept, removed: before.length - kept, kept };
}
