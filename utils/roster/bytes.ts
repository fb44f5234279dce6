/** Looking at cells as bytes: a cell is the bytes from `start` up to `end`, without making anything of them. */

const encoder = new TextEncoder();

/** Text as the engine compares it. */
export const encode = (text: string): Uint8Array => encoder.encode(text);

export const SPACE = 0x20;
export const COMMA = 0x2c;
const ZERO = 0x30;

export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] !== SPACE) return false;
  return true;
}

/** Is the cell this text, to the letter? */
export function isText(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  const length = end - start;
  if (length !== text.length) return false;
  for (let at = 0; at < length; at += 1) if (bytes[start + at] !== text[at]) return false;
  return true;
}

export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
export const isLetter = (byte: number): boolean => (byte & 0xdf) >= 0x41 && (byte & 0xdf) <= 0x5a;

/** The same but for capitals of the Latin alphabet. */
export function isTextInAnyCase(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  const length = end - start;
  if (length !== text.length) return false;
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [bytes[start + at] ?? 0, text[at] ?? 0];
    if (x !== y && !(isLetter(x) && (x | 0x20) === (y | 0x20))) return false;
  }
  return true;
}

/** Goes through the items of a list in a cell: what stands between its commas, without spaces around. Stops at true. */
export function someItem(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (bytes: Uint8Array, start: number, end: number) => boolean,
): boolean {
  if (start === end) return false;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && bytes[at] !== COMMA) continue;
    let last = at;
    while (from < last && bytes[from] === SPACE) from += 1;
    while (last > from && bytes[last - 1] === SPACE) last -= 1;
    if (visit(bytes, from, last)) return true;
    from = at + 1;
  }
  return false;
}

/** How many items a list has; a blank cell has none. */
export function itemCount(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  let count = 1;
  for (let at = start; at < end; at += 1) if (bytes[at] === COMMA) count += 1;
  return count;
}

/** Digits alone, at least one. */
export function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isDigit(bytes[at] ?? 0)) return false;
  return end > start;
}

/** Where the cell begins without its leading zeros; its last digit stays. */
export function withoutZeros(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  while (from < end - 1 && bytes[from] === ZERO) from += 1;
  return from;
}
