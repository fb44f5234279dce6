/** Finds where cells end in bytes of CSV: in TypeScript, and the same in WebAssembly, 64 bytes at a time. */
import { type CompiledLoops, Loops } from './loops.ts';
import { SCANNER } from './wasm/scanner.generated.ts';

/** Where a scan stands; RFC 4180, and what it leaves open. */
export const State = {
  /** At the start of a cell: only here a quote opens. */
  start: 0,
  /** In a cell without quotes, or in text behind a closing quote: a quote is a byte as any other. */
  plain: 1,
  quoted: 2,
  /** Behind a quote inside quotes: another one makes both a quote of the value; else it was the closing one. */
  closed: 3,
} as const;

const [CR, LF, QUOTE] = [0x0d, 0x0a, 0x22];

/**
 * Memory for a block of bytes and what is found in it. Positions count from the start of `bytes`. The arrays may be
 * others after `reserve`. One reader at a time uses a scanner.
 */
export interface Scanner {
  readonly kind: 'plain' | 'simd';
  bytes: Uint8Array;
  /** Positions of delimiters and line ends outside quotes. Each ends a cell: the cell's number is its place here. */
  seps: Int32Array;
  sepCount: number;
  /** Places in `seps` of those that are line ends: CR and LF each by itself. */
  lines: Int32Array;
  lineCount: number;
  /**
   * Numbers of cells, ascending, that hold a byte other than 0x20 to 0x7e, a quote that is no mere wrapping, or text
   * behind a closing quote.
   */
  specials: Int32Array;
  specialCount: number;
  /** There was a quote since this was last set to false. */
  hasQuotes: boolean;
  /** Room for the columns of a batch; the scanner does not look at it. */
  starts: Int32Array;
  ends: Int32Array;
  /** What else runs over the cells in the same memory; null where nothing does. */
  readonly loops: Loops | null;
  /** Makes room for at least so many bytes, separators and cells; what is there stays. */
  reserve(bytes: number, seps: number, cells: number): void;
  /**
   * Looks at bytes `from` up to `to`. Adds to `seps` and `specials`, begins `lines` anew. There must be room for a
   * separator at each byte. Gives the state behind them.
   */
  scan(from: number, to: number, delimiter: number, state: number): number;
}

/** What vector stores may write behind the last separator. */
const SLACK = 16;

/** A longer array with the same start, or the same where it is long enough. */
const longer = (array: Int32Array, length: number): Int32Array => {
  if (array.length >= length) return array;
  const next = new Int32Array(length);
  next.set(array);
  return next;
};

/** What is known of a byte without looking around. */
const [ORDINARY, DELIMITER, LINE, QUOTES, SPECIAL] = [0, 1, 2, 3, 4];

/** What every scanner has before room is made for something. */
class Lists {
  bytes: Uint8Array = new Uint8Array(0);
  seps: Int32Array = new Int32Array(0);
  sepCount = 0;
  lines: Int32Array = new Int32Array(0);
  lineCount = 0;
  specials: Int32Array = new Int32Array(0);
  specialCount = 0;
  hasQuotes = false;
  starts: Int32Array = new Int32Array(0);
  ends: Int32Array = new Int32Array(0);
}

/** Byte by byte, with a table. Where WebAssembly is not to be had, and what the other one is tested against. */
export class PlainScanner extends Lists implements Scanner {
  readonly kind = 'plain';
  readonly loops = null;
  readonly #classes = new Uint8Array(256).map((_, byte) => (byte < 0x20 || byte > 0x7e ? SPECIAL : ORDINARY));
  #delimiter = -1;

  reserve(bytes: number, seps: number, cells: number): void {
    if (this.bytes.length < bytes) {
      const next = new Uint8Array(bytes);
      next.set(this.bytes);
      this.bytes = next;
    }
    this.seps = longer(this.seps, seps + SLACK);
    this.lines = longer(this.lines, seps + SLACK);
    this.specials = longer(this.specials, seps + SLACK);
    this.starts = longer(this.starts, cells);
    this.ends = longer(this.ends, cells);
  }

  #tableFor(delimiter: number): Uint8Array {
    const classes = this.#classes;
    if (delimiter !== this.#delimiter) {
      if (this.#delimiter >= 0) classes[this.#delimiter] = this.#delimiter < 0x20 ? SPECIAL : ORDINARY;
      classes[CR] = LINE;
      classes[LF] = LINE;
      classes[QUOTE] = QUOTES;
      classes[delimiter] = DELIMITER;
      this.#delimiter = delimiter;
    }
    return classes;
  }

  scan(from: number, to: number, delimiter: number, before: number): number {
    const classes = this.#tableFor(delimiter);
    const { bytes, seps, lines, specials } = this;
    let { sepCount, specialCount } = this;
    let lineCount = 0;
    let lastSpecial = specialCount > 0 ? (specials[specialCount - 1] as number) : -1;
    let state = before;
    let pos = from;
    // Where the cell under way began, or something before all where that was before these bytes.
    let start = state === State.start ? from : -1;
    while (pos < to) {
      if (state < State.quoted) {
        let byteClass = ORDINARY;
        while (pos < to) {
          byteClass = classes[bytes[pos] as number] as number;
          if (byteClass !== ORDINARY) break;
          pos += 1;
        }
        if (pos === to) break;
        if (byteClass <= LINE) {
          if (byteClass === LINE) {
            lines[lineCount] = sepCount;
            lineCount += 1;
          }
          seps[sepCount] = pos;
          sepCount += 1;
          pos += 1;
          start = pos;
          continue;
        }
        if (byteClass === QUOTES) {
          this.hasQuotes = true;
          if (start === pos) {
            state = State.quoted;
            pos += 1;
            continue;
          }
        }
        if (lastSpecial !== sepCount) {
          lastSpecial = sepCount;
          specials[specialCount] = sepCount;
          specialCount += 1;
        }
        pos += 1;
        continue;
      }
      if (state === State.quoted) {
        while (pos < to) {
          const byte = bytes[pos] as number;
          if (byte === QUOTE) break;
          if ((byte < 0x20 || byte > 0x7e) && lastSpecial !== sepCount) {
            lastSpecial = sepCount;
            specials[specialCount] = sepCount;
            specialCount += 1;
          }
          pos += 1;
        }
        if (pos < to) {
          this.hasQuotes = true;
          state = State.closed;
          pos += 1;
        }
        continue;
      }
      const byteClass = classes[bytes[pos] as number] as number;
      state = byteClass === QUOTES ? State.quoted : State.plain;
      // A separator, and anything that is text behind the quote, is for the next round to look at.
      start = -1;
      if (byteClass !== DELIMITER && byteClass !== LINE && lastSpecial !== sepCount) {
        lastSpecial = sepCount;
        specials[specialCount] = sepCount;
        specialCount += 1;
      }
      if (byteClass === QUOTES) {
        this.hasQuotes = true;
        pos += 1;
      }
    }
    this.sepCount = sepCount;
    this.lineCount = lineCount;
    this.specialCount = specialCount;
    if (state >= State.quoted) return state;
    return start === to ? State.start : State.plain;
  }
}

/** What the compiled scanner has to give; wasm/scanner.ts. */
interface Compiled extends CompiledLoops {
  sepCount: WebAssembly.Global;
  lineCount: WebAssembly.Global;
  specialCount: WebAssembly.Global;
  hasQuotes: WebAssembly.Global;
  place(seps: number, lines: number, specials: number, sepCount: number, specialCount: number): void;
  scan(base: number, from: number, to: number, delimiter: number, state: number): number;
}

const PAGE = 65_536;

/** 64 bytes at a time. All its arrays lie in the memory of its instance. */
class SimdScanner extends Lists implements Scanner {
  readonly kind = 'simd';
  readonly loops: Loops;
  readonly #code: Compiled;
  readonly #first: number;

  constructor(code: Compiled) {
    super();
    this.#code = code;
    this.loops = new Loops(code);
    // What lies before belongs to the instance.
    this.#first = code.memory.buffer.byteLength;
  }

  reserve(bytes: number, seps: number, cells: number): void {
    const lengths = [seps + SLACK, seps + SLACK, seps + SLACK, cells, cells];
    const old = [this.seps, this.lines, this.specials, this.starts, this.ends];
    const isRoomy = old.every((array, at) => array.length >= (lengths[at] ?? 0));
    if (isRoomy && this.bytes.length >= bytes) return;
    const { memory } = this.#code;
    // The bytes lie last, so that they can grow where they are.
    const offsets: number[] = [];
    let end = this.#first;
    for (const [at, array] of old.entries()) {
      const length = Math.max(array.length, lengths[at] ?? 0);
      offsets.push(end);
      lengths[at] = length;
      // Not a multiple of 4 KiB apart: equal places of the lists would fall upon the same lines of the cache.
      end += Math.ceil((length * 4) / 64) * 64 + 192;
    }
    const size = Math.max(bytes, this.bytes.length);
    const missing = Math.ceil((end + size + SLACK - memory.buffer.byteLength) / PAGE);
    const from = this.bytes.byteOffset;
    const arrays = old.map((array) => [array.byteOffset, array.byteLength] as const);
    const bytesLength = this.bytes.byteLength;
    if (missing > 0) memory.grow(missing);
    const { buffer } = memory;
    const all = new Uint8Array(buffer);
    // Everything moves up or stays: the last first.
    if (bytesLength > 0) all.copyWithin(end, from, from + bytesLength);
    for (let at = 4; at >= 0; at -= 1) {
      const [start, length] = arrays[at] ?? [0, 0];
      if (length > 0) all.copyWithin(offsets[at] ?? 0, start, start + length);
    }
    const view = (at: number): Int32Array => new Int32Array(buffer, offsets[at], lengths[at]);
    this.seps = view(0);
    this.lines = view(1);
    this.specials = view(2);
    this.starts = view(3);
    this.ends = view(4);
    this.bytes = new Uint8Array(buffer, end, size);
  }

  scan(from: number, to: number, delimiter: number, before: number): number {
    const code = this.#code;
    code.place(this.seps.byteOffset, this.lines.byteOffset, this.specials.byteOffset, this.sepCount, this.specialCount);
    const state = code.scan(this.bytes.byteOffset, from, to, delimiter, before);
    this.sepCount = code.sepCount.value;
    this.lineCount = code.lineCount.value;
    this.specialCount = code.specialCount.value;
    if (code.hasQuotes.value === 1) {
      this.hasQuotes = true;
      code.hasQuotes.value = 0;
    }
    return state;
  }
}

let module: Promise<WebAssembly.Module> | null = null;

/**
 * A scanner for one reader at a time: WebAssembly where it can be had with its vectors and the page's policy lets it
 * compile, else the plain one. Never rejects.
 */
export async function makeScanner(): Promise<Scanner> {
  try {
    module ??= WebAssembly.compile(Uint8Array.from(atob(SCANNER), (sign) => sign.charCodeAt(0)));
    const { exports } = await WebAssembly.instantiate(await module, { env: { abort: () => {} } });
    return new SimdScanner(exports as unknown as Compiled);
  } catch {
    return new PlainScanner();
  }
}
