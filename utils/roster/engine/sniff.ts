/** What a file's first bytes say: byte order mark, UTF-16, delimiter, header. */
import { decodeAs, EncodingWatch } from './encoding.ts';
import { PlainScanner, State } from './scan.ts';
import type { Sniffed } from './types.ts';
import { Value } from './value.ts';

/** Comma first: it wins where several count the same. */
const DELIMITERS = [0x2c, 0x09, 0x3b, 0x7c];

/** Bytes looked at for UTF-16 without a byte order mark. */
const SAMPLE = 4096;

/**
 * Looks at the first bytes of a file, up to 1 MiB; less only if the file is shorter, and the header must be among them.
 * The header is the first line that is not empty. Cells that are no UTF-8 are read as Windows-1252, all of them.
 */
export function sniff(first: Uint8Array): Sniffed {
  const [a, b, c] = first;
  const isUtf8Mark = a === 0xef && b === 0xbb && c === 0xbf;
  const mark = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const utf16 = isUtf8Mark ? null : (mark ?? unmarked(first));
  const bom = isUtf8Mark ? 3 : mark ? 2 : 0;
  const rest = first.subarray(bom);
  const bytes = utf16
    ? new TextEncoder().encode(new TextDecoder(utf16, { ignoreBOM: true }).decode(rest, { stream: true }))
    : rest;
  const { delimiter, cells } = headerOf(bytes);
  return { bom, utf16, delimiter, header: decoded(cells) };
}

/** UTF-16 by its zeros: in text of mostly Latin letters every other byte is one, and hardly any of the others. */
function unmarked(first: Uint8Array): Sniffed['utf16'] {
  const pairs = Math.floor(Math.min(first.length, SAMPLE) / 2);
  if (pairs < 2) return null;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) if (first[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.5 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.5 && odd < pairs * 0.1 ? 'utf-16be' : null;
}

/** The delimiter that makes the most cells of the first line, and these. */
function headerOf(bytes: Uint8Array): { delimiter: number; cells: Uint8Array[] } {
  let best: Uint8Array[] = [];
  let chosen = 0x2c;
  for (const delimiter of DELIMITERS) {
    const cells = firstRow(bytes, delimiter);
    if (cells.length <= best.length) continue;
    best = cells;
    chosen = delimiter;
  }
  return { delimiter: chosen, cells: best };
}

/** The first scans are short: most headers are. */
const STEP = 4096;

function firstRow(bytes: Uint8Array, delimiter: number): Uint8Array[] {
  let begin = 0;
  while (bytes[begin] === 0x0d || bytes[begin] === 0x0a) begin += 1;
  if (begin === bytes.length) return [];
  const scanner = new PlainScanner();
  scanner.reserve(bytes.length - begin, STEP, 0);
  scanner.bytes.set(bytes.subarray(begin));
  let state: number = State.start;
  let end = 0;
  for (let step = STEP; end < bytes.length - begin; step *= 2) {
    const to = Math.min(end + step, bytes.length - begin);
    scanner.reserve(0, scanner.sepCount + to - end, 0);
    state = scanner.scan(end, to, delimiter, state);
    end = to;
    if (scanner.lineCount > 0) break;
  }
  // Cut off before its line end: all that there is.
  const last = scanner.lineCount > 0 ? (scanner.lines[0] as number) : scanner.sepCount;
  if (scanner.lineCount === 0) scanner.seps[last] = end;
  const value = new Value();
  const cells: Uint8Array[] = [];
  for (let cell = 0, start = 0; cell <= last; cell += 1) {
    const sep = scanner.seps[cell] as number;
    value.read(scanner.bytes, start, sep);
    cells.push(scanner.bytes.slice(value.start, value.end));
    start = sep + 1;
  }
  return cells;
}

function decoded(cells: Uint8Array[]): string[] {
  const watch = new EncodingWatch();
  let offset = 0;
  for (const cell of cells) {
    watch.add(cell, 0, cell.length, offset);
    offset += cell.length + 1;
  }
  const isUtf8 = watch.end({ bom: 0, utf16: null }).firstBad === null;
  return cells.map((cell) => decodeAs(isUtf8 ? 'utf-8' : 'windows-1252', cell));
}
