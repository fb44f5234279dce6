import type { CellRule } from '../profile/checks.ts';
import { SPACE } from './bytes.ts';

type Holds = CellRule['holds'];

/** One bit for each thing that a value may hold. */
export const BIT: Record<Holds, number> = {
  delimiter: 1,
  'line-break': 2,
  quote: 4,
  control: 8,
  invisible: 16,
  'wrongly-decoded': 32,
};

const QUOTE = 0x22;

/** What a value holds, as bits. Most values are plain ASCII and cost one comparison a byte. */
export function heldBy(bytes: Uint8Array, start: number, end: number, delimiter: number): number {
  let held = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === delimiter) held |= BIT.delimiter;
    else if (byte === QUOTE) held |= BIT.quote;
    else if (byte < SPACE) {
      // A byte of value 0 is told by itself, of the whole row.
      if (byte !== 0) held |= byte === 0x0a || byte === 0x0d ? BIT['line-break'] : BIT.control;
    } else if (byte === 0x7f) held |= BIT.control;
    else if (byte >= 0xc2) held |= ofSequence(bytes, at, end);
  }
  return held;
}

/** What a character of more than one byte is, told by its first bytes in UTF-8. */
function ofSequence(bytes: Uint8Array, at: number, end: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, Math.min(at + 3, end));
  if (first === 0xc2) {
    if (second < 0xa0) return BIT.control;
    return second === 0xa0 || second === 0xad ? BIT.invisible : 0;
  }
  // Ã or Â followed by a sign that is no letter: UTF-8 read as Windows ANSI and written as UTF-8 again.
  if (first === 0xc3 && (second === 0x83 || second === 0x82)) {
    const next = bytes[at + 2] ?? 0;
    return at + 2 < end && (next === 0xc2 || next === 0xc5 || next === 0xc6 || next === 0xcb || next === 0xe2)
      ? BIT['wrongly-decoded']
      : 0;
  }
  if (first === 0xe2 && second === 0x80) {
    // U+2000 to U+200F and U+2028 to U+202F: spaces, joiners, marks of direction.
    return third <= 0x8f || (third >= 0xa8 && third <= 0xaf) ? BIT.invisible : 0;
  }
  if (first === 0xe2 && second === 0x81) return third >= 0x9f && third <= 0xaf ? BIT.invisible : 0;
  if (first === 0xe3 && second === 0x80) return third === 0x80 ? BIT.invisible : 0;
  if (first === 0xef && second === 0xbb) return third === 0xbf ? BIT.invisible : 0;
  // U+FFFD stands where something could not be decoded.
  if (first === 0xef && second === 0xbf) return third === 0xbd ? BIT['wrongly-decoded'] : 0;
  return 0;
}
