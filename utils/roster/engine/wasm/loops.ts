// @ts-nocheck AssemblyScript, as scanner.ts beside it, which takes this file along.
/** The loops of ../loops.ts over cells that were found. There stands what each gives; this is how. */
import { lines, seps } from './scanner';

/** What the loops read and write: a mark for each byte, the rows that are told, and three numbers for each row or key. */
export const marks: usize = memory.data(256, 16);
export const told: usize = memory.data(32768, 16);
export const ones: usize = memory.data(32768, 16);
export const twos: usize = memory.data(32768, 16);
export const others: usize = memory.data(32768, 16);

/** Items of lists: the row of each, and where it stands. */
const ITEMS: u32 = 8192;
export const itemRows: usize = memory.data(32768, 16);
export const itemStarts: usize = memory.data(32768, 16);
export const itemEnds: usize = memory.data(32768, 16);
export let itemCount: u32 = 0;

/** Of the rows that were made last: line ends of each kind, quoted cells, and what comes behind them. */
export let crs: u32 = 0;
export let lfs: u32 = 0;
export let crlfs: u32 = 0;
export let nextLine: u32 = 0;
export let quotedCells: u32 = 0;
export let nextCell: u32 = 0;
export let nextStart: u32 = 0;

/**
 * Makes rows of the lines from `line` on, up to one that has another number of cells, is blank or holds cell `stop`, and
 * `most` at most. Gives their number. The first begins with cell `cell`, at byte `start`.
 */
export function rows(
  base: usize,
  line: u32,
  lineEnd: u32,
  cell: u32,
  start: u32,
  stop: u32,
  columns: u32,
  starts: usize,
  ends: usize,
  capacity: u32,
  row: u32,
  most: u32,
): u32 {
  crs = 0;
  lfs = 0;
  crlfs = 0;
  quotedCells = 0;
  let made: u32 = 0;
  let isBehindCr = false;
  const next = capacity << 2;
  for (; made < most && line < lineEnd; line++) {
    const last = load<u32>(lines + (line << 2));
    const end = load<u32>(seps + (last << 2));
    if (isBehindCr && end === start && load<u8>(base + end) === 10) {
      // The other half of CRLF.
      isBehindCr = false;
      crs--;
      crlfs++;
      cell++;
      start++;
      continue;
    }
    if (last - cell + 1 !== columns || last >= stop || end === start) break;
    let to = (row + made) << 2;
    for (; cell <= last; cell++) {
      const sep = load<u32>(seps + (cell << 2));
      const isQuoted = u32(load<u8>(base + start) === 34);
      quotedCells += isQuoted;
      store<u32>(starts + to, start + isQuoted);
      store<u32>(ends + to, sep - isQuoted);
      start = sep + 1;
      to += next;
    }
    const lineByte = load<u8>(base + end);
    isBehindCr = lineByte === 13;
    crs += u32(isBehindCr);
    // A last row without a line end has neither.
    lfs += u32(lineByte === 10);
    made++;
  }
  nextLine = line;
  nextCell = cell;
  nextStart = start;
  return made;
}

/**
 * Lists the items in a column's cells, from row `from` on, while there is room for those of a cell. Gives the row behind
 * the last one that was listed. `first` is the batch's first row.
 */
export function items(base: usize, starts: usize, ends: usize, from: u32, to: u32, first: u32): u32 {
  itemCount = 0;
  let row = from;
  for (; row < to; row++) {
    let start = load<u32>(starts + (row << 2));
    const end = load<u32>(ends + (row << 2));
    if (start === end) continue;
    if (itemCount + (end - start) / 2 + 1 > ITEMS) return row;
    for (let at = start; at <= end; at++) {
      if (at < end && load<u8>(base + at) !== 44) continue;
      let last = at;
      while (start < last && load<u8>(base + start) === 32) start++;
      while (last > start && load<u8>(base + last - 1) === 32) last--;
      if (last > start) {
        const place = itemCount << 2;
        store<u32>(itemRows + place, first + row);
        store<u32>(itemStarts + place, start);
        store<u32>(itemEnds + place, last);
        itemCount++;
      }
      start = at + 1;
    }
  }
  return row;
}

/** What a column's cells should be; ../loops.ts. */
const EMAIL: u32 = 1;

/** A bit for each of the 16 bytes at `at` that an email may not have. */
function notInEmail(bytes: v128): u32 {
  const low = v128.or(i8x16.le_u(bytes, i8x16.splat(32)), i8x16.eq(bytes, i8x16.splat(44)));
  const marks = v128.or(i8x16.eq(bytes, i8x16.splat(59)), i8x16.eq(bytes, i8x16.splat(34)));
  const angles = v128.or(i8x16.eq(bytes, i8x16.splat(60)), i8x16.eq(bytes, i8x16.splat(62)));
  return i8x16.bitmask(v128.or(low, v128.or(marks, angles)));
}

/** The same form as `isEmail` of shapes.ts asks for. */
function isEmail(start: usize, length: u32): bool {
  let inHost = false;
  let hasDot = false;
  // The byte before is the at sign, or a dot of the host.
  let before: u32 = 0;
  let lastDots: u32 = 0;
  for (let at: u32 = 0; at < length; at += 16) {
    const bytes = v128.load(start + at);
    const own: u32 = length - at < 16 ? (1 << (length - at)) - 1 : 0xffff;
    if (notInEmail(bytes) & own) return false;
    const signs: u32 = u32(i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(64)))) & own;
    let dots: u32 = u32(i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(46)))) & own;
    if (signs) {
      // A second one, or nothing before the first.
      if (inHost || signs & (signs - 1) || (at === 0 && signs === 1)) return false;
      inHost = true;
      dots &= -(signs << 1);
    } else if (!inHost) continue;
    const both = dots | signs;
    // No dot behind the sign, and no two in a row.
    if (dots & ((both << 1) | before)) return false;
    before = both >> 15;
    hasDot = hasDot || dots !== 0;
    lastDots = dots >> ((length - at < 16 ? length - at : 16) - 1);
  }
  return hasDot && !(lastDots & 1);
}

/** The same form as `isPhone` of shapes.ts asks for. */
function isPhone(start: usize, length: u32): bool {
  let digits: u32 = 0;
  for (let at: u32 = 0; at < length; at += 16) {
    const bytes = v128.load(start + at);
    const own: u32 = length - at < 16 ? (1 << (length - at)) - 1 : 0xffff;
    const isDigit = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10));
    const brackets = v128.or(i8x16.eq(bytes, i8x16.splat(40)), i8x16.eq(bytes, i8x16.splat(41)));
    const signs = v128.or(i8x16.eq(bytes, i8x16.splat(43)), i8x16.eq(bytes, i8x16.splat(45)));
    const gaps = v128.or(i8x16.eq(bytes, i8x16.splat(46)), i8x16.eq(bytes, i8x16.splat(32)));
    const allowed = v128.or(isDigit, v128.or(brackets, v128.or(signs, gaps)));
    if (~u32(i8x16.bitmask(allowed)) & own) return false;
    digits += u32(popcnt(u32(i8x16.bitmask(isDigit)) & own));
  }
  return digits >= 10 && digits <= 15;
}

/**
 * Writes into `told` the rows whose cell is not of the form, or begins with a marked byte; empty ones only where
 * `empty`. Gives how many there are.
 */
export function unusual(form: u32, base: usize, starts: usize, ends: usize, rows: u32, empty: bool): u32 {
  let count: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    const start = load<u32>(starts + (row << 2));
    const end = load<u32>(ends + (row << 2));
    const at = base + start;
    let isTold: bool = empty;
    if (start !== end) {
      isTold =
        load<u8>(marks + load<u8>(at)) !== 0 || !(form === EMAIL ? isEmail(at, end - start) : isPhone(at, end - start));
    }
    store<u32>(told + (count << 2), row);
    count += u32(isTold);
  }
  return count;
}

/** A byte of 0xff for each that is no digit, of bytes from which the digit zero was taken by xor. */
function othersIn(digits: u64): u64 {
  return (((((digits & 0x7f7f7f7f7f7f7f7f) + 0x7676767676767676) | digits) >> 7) & 0x0101010101010101) * 0xff;
}

/** The number that eight bytes of digits make, the first one the lowest byte. */
function numberOf(digits: u64): u32 {
  const pairs = (digits * 10 + (digits >> 8)) & 0x00ff00ff00ff00ff;
  const fours = (pairs * 100 + (pairs >> 16)) & 0x0000ffff0000ffff;
  return u32(fours * 10000 + (fours >> 32));
}

/**
 * Packs a column's cells as keys.ts does: their bytes into `ones` and `twos`; into `others` the number in the key and
 * above it which of the shapes in `told` it has, -1 where it has none of them, -2 where it is no key that is its bytes.
 */
export function pack(base: usize, starts: usize, ends: usize, rows: u32, shapes: u32): void {
  for (let row: u32 = 0; row < rows; row++) {
    const start = load<u32>(starts + (row << 2));
    const end = load<u32>(ends + (row << 2));
    const length = end - start;
    const place = row << 2;
    if (length > 8 || (length > 0 && load<u8>(base + start) === 0)) {
      store<i32>(others + place, -2);
      continue;
    }
    let number: i32 = -1;
    let bytes: u64 = 0;
    if (length > 0) {
      bytes = load<u64>(base + end - 8) & (u64(-1) << ((8 - length) << 3));
      const digits = bytes ^ 0x3030303030303030;
      const rest = othersIn(digits);
      if (rest >> 56 === 0) {
        const shape = (bytes & rest) | (0x3030303030303030 & ~rest);
        for (let index: u32 = 0; index < shapes; index++) {
          if (load<u64>(told + (index << 3)) !== shape) continue;
          number = i32((index << 27) | numberOf(digits & ~rest));
          break;
        }
      }
    }
    store<u32>(ones + place, u32(bytes));
    store<u32>(twos + place, u32(bytes >> 32));
    store<i32>(others + place, number);
  }
}

function mixed(hash: u64): u64 {
  const half = (hash ^ (hash >> 32)) * 0x9fb21c651e98df25;
  return half ^ (half >> 29);
}

/** Adds a cell to a hash, eight bytes at a time; what is read behind its end is masked. */
function withCell(hash: u64, start: usize, length: u32): u64 {
  let at = start;
  let rest = length;
  hash = (hash ^ length) * 0x9e3779b97f4a7c15;
  for (; rest >= 8; rest -= 8) {
    hash = (hash ^ load<u64>(at)) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
    at += 8;
  }
  if (rest > 0) {
    hash = (hash ^ (load<u64>(at) & ((u64(1) << (rest << 3)) - 1))) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  return hash;
}

function isBlank(start: usize, length: u32): bool {
  let at: u32 = 0;
  while (at < length && load<u8>(start + at) === 32) at++;
  return at === length;
}

/**
 * Two hashes of some cells of each row, into `ones` and `twos`, or `others` alone: the cells of the columns whose
 * numbers stand in `told`. A row of which one is blank has zeros where `filled`.
 */
export function hash(
  base: usize,
  starts: usize,
  ends: usize,
  capacity: u32,
  from: u32,
  to: u32,
  columns: u32,
  filled: bool,
): void {
  for (let row = from; row < to; row++) {
    let all: u64 = 0x2545f4914f6cdd1d;
    let isLeftOut = false;
    for (let index: u32 = 0; index < columns; index++) {
      const cell = (load<u32>(told + (index << 2)) * capacity + row) << 2;
      const start = load<u32>(starts + cell);
      const length = load<u32>(ends + cell) - start;
      if (filled && isBlank(base + start, length)) isLeftOut = true;
      all = withCell(all, base + start, length);
    }
    const place = (row - from) << 2;
    all = mixed(all);
    if (!filled) store<u32>(others + place, u32(all));
    else {
      store<u32>(ones + place, isLeftOut ? 0 : u32(all) | 1);
      store<u32>(twos + place, u32(all >> 32));
    }
  }
}
