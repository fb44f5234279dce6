/** Whether bytes are UTF-8, and what they are where they are not. */
import type { Encoding } from './types.ts';

/** Bytes from 0x80 to 0x9f that a text in Windows-1252 is likely to hold: dashes, curly quotes, an ellipsis. */
const LIKELY_1252 = new Set([0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97]);
/** And those that say nothing, as what they stand for in either is a letter or a currency: € Š Œ Ž š œ ž. */
const NEUTRAL_1252 = new Set([0x80, 0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e]);
/** Bytes that stand for nothing in Windows-1252. */
const NEVER_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** Letters and marks of Mac Roman from 0xa0 on that names hold: ß Æ Ø æ ø, curly quotes and dashes, À Ã Õ Œ œ ÿ. */
const LIKELY_MAC = new Set([
  0xa7, 0xae, 0xaf, 0xbe, 0xbf, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd8,
]);

/**
 * Follows the bytes above 0x7f of a file. Bytes are given in parts that may be cut anywhere; where a part is not the
 * continuation of the last one, what lies between counts as ASCII.
 */
export class EncodingWatch {
  #firstBad: number | null = null;
  #hasHigh = false;
  /** How often each byte occurred that belongs to no UTF-8. */
  readonly #bad = new Int32Array(256);
  /** A sequence under way: its bytes, how many are to come, and the next one's bounds (the Encoding Standard's decoder). */
  readonly #sequence: number[] = [];
  #missing = 0;
  #lower = 0x80;
  #upper = 0xbf;
  /** Offset behind the last part. */
  #end = 0;

  /** Looks at `bytes[from]` up to `bytes[to]`, which stand in the file at `offset`. */
  add(bytes: Uint8Array, from: number, to: number, offset: number): void {
    if (this.#missing > 0 && offset !== this.#end) this.#breakOff(this.#end);
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte < 0x80 && this.#missing === 0) continue;
      // What nearly all is that is not ASCII: a letter of two bytes.
      const isLetter = byte >= 0xc3 && byte < 0xe0 && this.#missing === 0 && at + 1 < to;
      if (isLetter && ((bytes[at + 1] as number) & 0xc0) === 0x80) {
        this.#hasHigh = true;
        at += 1;
      } else {
        this.#step(byte, offset + at - from);
      }
    }
    this.#end = offset + to - from;
  }

  /** What the file is in. Takes the file for read to its end. */
  end(sniffed: { bom: number; utf16: Encoding['name'] | null }): Encoding {
    if (this.#missing > 0) this.#breakOff(this.#end);
    const bom = sniffed.bom > 0;
    if (sniffed.utf16) return { name: sniffed.utf16, bom, firstBad: null };
    if (this.#firstBad !== null) return { name: this.#guess(), bom, firstBad: this.#firstBad };
    return { name: this.#hasHigh || bom ? 'utf-8' : 'ascii', bom, firstBad: null };
  }

  #step(byte: number, offset: number): void {
    if (this.#missing > 0) {
      if (byte >= this.#lower && byte <= this.#upper) {
        this.#sequence.push(byte);
        this.#missing -= 1;
        this.#lower = 0x80;
        this.#upper = 0xbf;
        return;
      }
      this.#breakOff(offset);
      if (byte < 0x80) return;
    }
    this.#hasHigh = true;
    this.#lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    this.#missing = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
    this.#sequence.length = 0;
    this.#sequence.push(byte);
    if (this.#missing === 0) this.#breakOff(offset + 1);
  }

  /** The sequence under way ends before `offset` without being one. */
  #breakOff(offset: number): void {
    const start = offset - this.#sequence.length;
    if (this.#firstBad === null || start < this.#firstBad) this.#firstBad = start;
    for (const byte of this.#sequence) this.#bad[byte] = (this.#bad[byte] ?? 0) + 1;
    this.#missing = 0;
  }

  #guess(): Encoding['name'] {
    // What speaks for each: bytes that mean a letter or a usual mark there, less those that mean something odd.
    let [low, undefinedIn1252, for1252, forMac] = [0, 0, 0, 0];
    for (let byte = 0x80; byte <= 0xff; byte += 1) {
      const count = this.#bad[byte] ?? 0;
      if (byte < 0xa0) low += count;
      if (NEVER_1252.includes(byte)) undefinedIn1252 += count;
      const isLetter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
      if (byte >= 0xa0) for1252 += isLetter ? count : 0;
      else if (!NEUTRAL_1252.has(byte)) for1252 += LIKELY_1252.has(byte) ? count : -count;
      // All from 0x80 to 0x9f are letters in Mac Roman.
      forMac += byte < 0xa0 || LIKELY_MAC.has(byte) ? count : -count;
    }
    if (low === 0) return 'iso-8859-1';
    if (undefinedIn1252 === 0 && for1252 > 0 && for1252 >= forMac) return 'windows-1252';
    return forMac > 0 ? 'mac-roman' : 'unknown';
  }
}

/** What Windows-1252 has for 0x80 to 0x9f; the five that it has nothing for are control characters, as on the web. */
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const macRoman = new TextDecoder('macintosh');

/**
 * Bytes as text. What is no UTF-8 is U+FFFD there; `unknown` is read as Windows-1252. Not for UTF-16, which the reader
 * turns into UTF-8. Windows-1252 is read here, as Node 20 takes it for ISO-8859-1.
 */
export function decodeAs(name: Encoding['name'], bytes: Uint8Array): string {
  if (name === 'mac-roman') return macRoman.decode(bytes);
  if (name !== 'windows-1252' && name !== 'iso-8859-1' && name !== 'unknown') return utf8.decode(bytes);
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? (FROM_0X80[byte - 0x80] ?? '') : String.fromCharCode(byte),
  ).join('');
}
