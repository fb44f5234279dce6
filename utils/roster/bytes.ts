/** Rows as bytes: the UTF-8 of every cell, one after another, and where each begins and ends. */
export interface Batch {
  bytes: Uint8Array;
  /** Two numbers for each cell, row by row: its first byte, and the byte after its last. */
  ranges: Uint32Array;
  columns: number;
  rows: number;
}

const encoder = new TextEncoder();

/** Text as the engine compares it. */
const encode = (text: string): Uint8Array => encoder.encode(text);

/**
 * Puts cells into a batch. A row that is shorter than `columns` counts as blank at its end; what is longer is left out.
 */
export function batchOf(rows: readonly (readonly string[])[], columns: number): Batch {
  const texts = rows.flatMap((row) => Array.from({ length: columns }, (_, at) => row[at] ?? ''));
  // At most three bytes for each unit of UTF-16.
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length * 3, 0));
  const ranges = new Uint32Array(texts.length * 2);
  let end = 0;
  texts.forEach((text, at) => {
    ranges[at * 2] = end;
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    ranges[at * 2 + 1] = end;
  });
  return { bytes: bytes.subarray(0, end), ranges, columns, rows: rows.length };
}

/** A part of some bytes: a cell, or an item of a list in a cell. */
export interface Span {
  bytes: Uint8Array;
  start: number;
  end: number;
}

export const SPACE = 0x20;
export const COMMA = 0x2c;

export function isBlank({ bytes, start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] !== SPACE) return false;
  return true;
}

export function isSame(a: Span, b: Span): boolean {
  const length = a.end - a.start;
  if (length !== b.end - b.start) return false;
  for (let at = 0; at < length; at += 1) if (a.bytes[a.start + at] !== b.bytes[b.start + at]) return false;
  return true;
}

const isUpper = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
export const isLetter = (byte: number): boolean => isUpper(byte & 0xdf);

/** The same but for capitals of the Latin alphabet. */
export function isSameLetters(a: Span, b: Span): boolean {
  const length = a.end - a.start;
  if (length !== b.end - b.start) return false;
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.bytes[a.start + at] ?? 0, b.bytes[b.start + at] ?? 0];
    if (x !== y && !(isLetter(x) && (x | 0x20) === (y | 0x20))) return false;
  }
  return true;
}

/** The items of a list in a cell: what stands between its commas. A blank cell has none. */
export function itemsOf(cell: Span): Span[] {
  if (cell.start === cell.end) return [];
  const items: Span[] = [];
  let start = cell.start;
  for (let at = cell.start; at <= cell.end; at += 1) {
    if (at < cell.end && cell.bytes[at] !== COMMA) continue;
    items.push(trimmed({ bytes: cell.bytes, start, end: at }));
    start = at + 1;
  }
  return items;
}

/** Without spaces at its ends: `KG, 01` is a list of two codes. */
function trimmed({ bytes, start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && bytes[from] === SPACE) from += 1;
  while (to > from && bytes[to - 1] === SPACE) to -= 1;
  return { bytes, start: from, end: to };
}

/** A text that cells are compared with. */
export function spanOf(text: string): Span {
  const bytes = encode(text);
  return { bytes, start: 0, end: bytes.length };
}
