// @ts-nocheck AssemblyScript, which is TypeScript's syntax with other types. test/run/wasm.mjs compiles it.
/** The scanner of ../scan.ts, 64 bytes at a time. There stands what it finds; this is how. */

export * from './loops';

// Where the scan stands: at a cell's start, in a cell without quotes, inside quotes, behind a quote inside quotes.
const START: i32 = 0;
const PLAIN: i32 = 1;
const QUOTED: i32 = 2;
const CLOSED: i32 = 3;

export let sepCount: u32 = 0;
export let lineCount: u32 = 0;
export let specialCount: u32 = 0;
export let hasQuotes: u32 = 0;

export let seps: usize = 0;
export let lines: usize = 0;
let specials: usize = 0;
/** The cell that was last put into `specials`, so that each stands there once. */
let lastSpecial: i32 = -1;

/** Says where in memory the lists stand, and how much of them is filled. */
export function place(sepsAt: usize, linesAt: usize, specialsAt: usize, sepsNow: u32, specialsNow: u32): void {
  seps = sepsAt;
  lines = linesAt;
  specials = specialsAt;
  sepCount = sepsNow;
  lineCount = 0;
  specialCount = specialsNow;
  lastSpecial = specialsNow > 0 ? load<i32>(specialsAt + ((specialsNow - 1) << 2)) : -1;
}

function special(cell: u32): void {
  if (i32(cell) === lastSpecial) return;
  store<u32>(specials + (specialCount << 2), cell);
  specialCount++;
  lastSpecial = cell;
}

/** The exact machine, byte by byte: for blocks whose quotes are no clean pairs, and for the rest of less than 64. */
function slowly(base: usize, from: u32, to: u32, delimiter: u32, state: i32): i32 {
  for (let pos = from; pos < to; pos++) {
    const byte = u32(load<u8>(base + pos));
    const isLine = byte === 13 || byte === 10;
    if ((isLine || byte === delimiter) && state !== QUOTED) {
      store<u32>(seps + (sepCount << 2), pos);
      if (isLine) {
        store<u32>(lines + (lineCount << 2), sepCount);
        lineCount++;
      }
      sepCount++;
      state = START;
    } else if (byte === 34) {
      hasQuotes = 1;
      if (state === START) state = QUOTED;
      else if (state === QUOTED) state = CLOSED;
      else {
        special(sepCount);
        if (state === CLOSED) state = QUOTED;
      }
    } else {
      if (byte < 32 || byte > 126 || state === CLOSED) special(sepCount);
      if (state !== QUOTED) state = PLAIN;
    }
  }
  return state;
}

/** Looks through bytes `from` up to `to`, counted from `base`. Gives the state behind them. */
export function scan(base: usize, from: u32, to: u32, delimiter: u32, state: i32): i32 {
  const delimiters = i8x16.splat(i8(delimiter));
  const crs = i8x16.splat(13);
  const lfs = i8x16.splat(10);
  const quotes = i8x16.splat(34);
  const spaces = i8x16.splat(32);
  const deletes = i8x16.splat(127);
  let pos = from;
  for (; pos + 64 <= to; pos += 64) {
    const at = base + pos;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const lineA = v128.or(i8x16.eq(a, crs), i8x16.eq(a, lfs));
    const lineB = v128.or(i8x16.eq(b, crs), i8x16.eq(b, lfs));
    const lineC = v128.or(i8x16.eq(c, crs), i8x16.eq(c, lfs));
    const lineD = v128.or(i8x16.eq(d, crs), i8x16.eq(d, lfs));
    const cutA = v128.or(lineA, i8x16.eq(a, delimiters));
    const cutB = v128.or(lineB, i8x16.eq(b, delimiters));
    const cutC = v128.or(lineC, i8x16.eq(c, delimiters));
    const cutD = v128.or(lineD, i8x16.eq(d, delimiters));
    // Signed, so that bytes from 0x80 on are below 0x20 too. A tab that is the delimiter is among them.
    const oddA = v128.or(i8x16.lt_s(a, spaces), i8x16.eq(a, deletes));
    const oddB = v128.or(i8x16.lt_s(b, spaces), i8x16.eq(b, deletes));
    const oddC = v128.or(i8x16.lt_s(c, spaces), i8x16.eq(c, deletes));
    const oddD = v128.or(i8x16.lt_s(d, spaces), i8x16.eq(d, deletes));
    let cuts = bits(cutA, cutB, cutC, cutD);
    let odds: u64 = 0;
    let breaks: u64 = 0;
    // Line ends are odd bytes too: a block without any needs neither mask.
    if (v128.any_true(v128.or(v128.or(oddA, oddB), v128.or(oddC, oddD)))) {
      odds = bits(oddA, oddB, oddC, oddD);
      breaks = bits(lineA, lineB, lineC, lineD);
    }
    const quoteA = i8x16.eq(a, quotes);
    const quoteB = i8x16.eq(b, quotes);
    const quoteC = i8x16.eq(c, quotes);
    const quoteD = i8x16.eq(d, quotes);
    let quoted: u64 = 0;
    if (v128.any_true(v128.or(v128.or(quoteA, quoteB), v128.or(quoteC, quoteD)))) {
      hasQuotes = 1;
      quoted = bits(quoteA, quoteB, quoteC, quoteD);
    }
    // Quotes of which none stands where a cell begins are bytes as any other.
    if (state >= QUOTED || quoted & ((cuts << 1) | u64(state === START))) {
      // A bit for each byte inside quotes, the opening one with it: the xor of all quote bits up to there.
      let inside = quoted ^ (quoted << 1);
      inside ^= inside << 2;
      inside ^= inside << 4;
      inside ^= inside << 8;
      inside ^= inside << 16;
      inside ^= inside << 32;
      if (state === QUOTED) inside = ~inside;
      const outer = cuts & ~inside;
      const opening = quoted & inside;
      const closing = quoted & ~inside;
      const behindCut = (outer << 1) | u64(state === START);
      const behindClose = (closing << 1) | u64(state === CLOSED);
      if ((opening & ~(behindCut | behindClose)) | (behindClose & ~(cuts | quoted))) {
        state = slowly(base, pos, pos + 64, delimiter, state);
        continue;
      }
      // Two quotes in a row inside quotes are one that belongs to the value.
      odds = (odds & ~outer) | (opening & behindClose);
      breaks &= outer;
      cuts = outer;
      state = inside >> 63 ? QUOTED : closing >> 63 ? CLOSED : outer >> 63 ? START : PLAIN;
    } else {
      odds = (odds & ~cuts) | quoted;
      state = cuts >> 63 ? START : PLAIN;
    }
    while (odds) {
      const bit = odds & -odds;
      special(sepCount + u32(popcnt(cuts & (bit - 1))));
      const rest = cuts & ~(bit - 1);
      if (!rest) break;
      // The cell is in the list: on to what comes behind its end.
      odds &= -(rest & -rest);
    }
    while (breaks) {
      const bit = breaks & -breaks;
      store<u32>(lines + (lineCount << 2), sepCount + u32(popcnt(cuts & (bit - 1))));
      lineCount++;
      breaks &= breaks - 1;
    }
    let to = seps + (sepCount << 2);
    sepCount += u32(popcnt(cuts));
    // Four at a time without looking whether there are four: what is too much is overwritten by the next.
    while (cuts) {
      store<u32>(to, pos + u32(ctz(cuts)));
      cuts &= cuts - 1;
      store<u32>(to, pos + u32(ctz(cuts)), 4);
      cuts &= cuts - 1;
      store<u32>(to, pos + u32(ctz(cuts)), 8);
      cuts &= cuts - 1;
      store<u32>(to, pos + u32(ctz(cuts)), 12);
      cuts &= cuts - 1;
      to += 16;
    }
  }
  return slowly(base, pos, to, delimiter, state);
}

/** One bit for each of 64 bytes, the first the lowest. */
function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    u64(u32(i8x16.bitmask(a))) |
    (u64(u32(i8x16.bitmask(b))) << 16) |
    (u64(u32(i8x16.bitmask(c))) << 32) |
    (u64(u32(i8x16.bitmask(d))) << 48)
  );
}
