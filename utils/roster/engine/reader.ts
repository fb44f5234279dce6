/** Rows from bytes: chunks in, batches out, and in the end what is to be said of the syntax. */
import { LISTED } from '../report.ts';
import { EncodingWatch } from './encoding.ts';
import type { Loops } from './loops.ts';
import { PlainScanner, type Scanner, State } from './scan.ts';
import type { Anomaly, Batch, Checkpoint, OddRow, RowSink, Sniffed, Syntax } from './types.ts';
import { Is, Value } from './value.ts';

/** Bytes looked at in one go: what is found in them, and they themselves, stay in the processor's cache. */
const BLOCK = 256 * 1024;
/** Cells of a batch at most, and rows; a batch of one row may be wider. */
const [CELLS, ROWS] = [65_536, 8192];
/**
 * Bytes of a row that are kept at most. What a cell holds beyond is counted (bytes, lines, encoding), but cut from its
 * value, so that a quote that never closes does not bring the whole file into memory.
 */
const LONGEST = 64 * 1024 * 1024;

const [CR, LF, QUOTE] = [0x0d, 0x0a, 0x22];

/** Takes an odd row's cells out of the batch's pool only when somebody looks at them: most are merely counted. */
class PooledRow implements OddRow {
  constructor(
    readonly row: number,
    private readonly pool: { starts: Int32Array; ends: Int32Array },
    private readonly from: number,
    private readonly to: number,
  ) {}

  get starts(): Int32Array {
    return this.pool.starts.subarray(this.from, this.to);
  }

  get ends(): Int32Array {
    return this.pool.ends.subarray(this.from, this.to);
  }
}

const anomaly = (): Anomaly => ({ count: 0, rows: [] });

/**
 * Reads a file from chunks that may be cut at any byte, and gives its rows to a sink in batches.
 *
 * Quotes are those of RFC 4180: one opens only at a cell's start, and two in a row inside are one of the value. What the
 * RFC leaves open: a quote in a cell that does not begin with one is a byte of the value; text behind a closing quote
 * belongs to the value, further quotes with it, up to the next delimiter or line end; a quote that never closes takes
 * everything up to the end of the file into its cell. The lines that it swallows are one row then, and no rows of their
 * own: `Syntax.unclosedQuote` says where it began and `Syntax.swallowedLines` how many lines it took.
 *
 * CR, LF and CRLF each end one row, in any mixture. Lines without a character are no rows: they are counted apart. An
 * anomaly counts rows, each once, whatever happens in it how often; the header counts for none. A row's cells beyond the
 * header's are only in `Batch.odd`.
 */
export class RowReader {
  readonly #sniffed: Sniffed;
  readonly #sink: RowSink;
  readonly #scanner: Scanner;
  readonly #columns: number;
  readonly #capacity: number;
  readonly #watch = new EncodingWatch();
  readonly #decoder: TextDecoder | null;
  readonly #encoder = new TextEncoder();
  readonly #value = new Value();
  readonly #syntax: Omit<Syntax, 'encoding'>;

  /** Bytes of the byte order mark that are still to come. */
  #bom: number;
  #state: number = State.start;
  /** Bytes in the scanner's memory, and up to where they were looked at. */
  #filled = 0;
  #scanned = 0;
  /** Offset in the file (in UTF-8 made of it, if it is UTF-16) of the first byte in memory. */
  #base: number;
  /** Bytes of the row under way that were cut out at `#cutAt`. */
  #cut = 0;
  #cutAt = Number.POSITIVE_INFINITY;
  /** Lines, UTF-16 units and bits of `Is` of what was cut out. */
  #cutBreaks = 0;
  #cutUnits = 0;
  #cutFlags = 0;
  /** Its last byte, the state in which it begins and ends, and the end of what was kept at that time. */
  #cutLast = 0;
  #cutState: number = State.start;
  #kept = 0;
  /** UTF-16 units up to the row under way. */
  #units = 0;
  /** Physical line of the row under way. */
  #line = 1;
  /** The line end before it. */
  #lastEnd = 0;
  #pendingBlank = 0;
  /** The last row that was too short. */
  #lastNarrow = -1;
  #hasHeader = false;

  // The batch under way.
  #rows = 0;
  /** Physical lines of its rows, where somebody wants them. */
  #lines: number[] | null;
  #odd: PooledRow[] = [];
  readonly #pool: { starts: Int32Array; ends: Int32Array } = {
    starts: new Int32Array(1024),
    ends: new Int32Array(1024),
  };
  #pooled = 0;
  #special: Int32Array = new Int32Array(1024);
  #specialCount = 0;

  readonly #block: number;
  readonly #longest: number;

  /**
   * `scanner` belongs to this reader until `end`; it may be given to another one then. `limits` are for tests: bytes
   * looked at in one go, and kept of a row.
   */
  constructor(
    sniffed: Sniffed,
    sink: RowSink,
    scanner: Scanner = new PlainScanner(),
    limits: { block?: number; longest?: number; lines?: boolean } = {},
  ) {
    this.#block = limits.block ?? BLOCK;
    this.#longest = limits.longest ?? LONGEST;
    this.#lines = limits.lines ? [] : null;
    this.#sniffed = sniffed;
    this.#sink = sink;
    this.#scanner = scanner;
    this.#columns = Math.max(1, sniffed.header.length);
    const capacity = Math.min(ROWS, Math.max(1, Math.floor(CELLS / this.#columns)));
    // An odd number of cache lines (16 cells each): the cells of a row, which are written together, do not push each
    // other out of the cache then.
    this.#capacity = capacity < 32 ? capacity : (Math.floor(capacity / 16 - 1) | 1) * 16;
    this.#bom = sniffed.bom;
    this.#base = sniffed.bom;
    this.#decoder = sniffed.utf16 ? new TextDecoder(sniffed.utf16, { ignoreBOM: true }) : null;
    scanner.sepCount = 0;
    scanner.specialCount = 0;
    scanner.hasQuotes = false;
    this.#syntax = {
      rows: 0,
      bytes: 0,
      cr: 0,
      lf: 0,
      crlf: 0,
      finalNewline: false,
      blankLines: { inner: 0, trailing: 0 },
      quotedCells: 0,
      unclosedQuote: null,
      swallowedLines: 0,
      innerQuote: anomaly(),
      afterQuote: anomaly(),
      innerBreak: anomaly(),
      wide: anomaly(),
      narrow: anomaly(),
      lastIsNarrow: false,
      nul: anomaly(),
      checkpoints: [],
    };
  }

  /** Takes the file's next bytes, any number. They are copied. */
  push(chunk: Uint8Array): void {
    this.#syntax.bytes += chunk.length;
    const skipped = Math.min(this.#bom, chunk.length);
    this.#bom -= skipped;
    const decoder = this.#decoder;
    if (!decoder) {
      this.#feed(chunk.subarray(skipped));
      return;
    }
    for (let at = skipped; at < chunk.length; at += BLOCK) {
      this.#feed(this.#encoder.encode(decoder.decode(chunk.subarray(at, at + BLOCK), { stream: true })));
    }
  }

  /** The file is at its end. Gives the last batch to the sink, and what is to be said of the file. */
  end(): Syntax {
    if (this.#decoder) this.#feed(this.#encoder.encode(this.#decoder.decode()));
    this.#step();
    const scanner = this.#scanner;
    const syntax = this.#syntax;
    if (this.#filled > 0) {
      // A last row without a line end: it gets one, that is not counted.
      this.#room();
      const cell = scanner.sepCount;
      const isOpen = this.#state === State.quoted;
      const openFrom = cell > 0 ? (scanner.seps[cell - 1] as number) + 1 : 0;
      const cutBreaks = this.#cut > 0 && this.#cutAt > openFrom ? this.#cutBreaks : 0;
      if (isOpen && (scanner.specialCount === 0 || scanner.specials[scanner.specialCount - 1] !== cell)) {
        scanner.specials[scanner.specialCount] = cell;
        scanner.specialCount += 1;
      }
      scanner.seps[cell] = this.#filled;
      scanner.sepCount += 1;
      scanner.lines[0] = cell;
      scanner.lineCount = 1;
      scanner.bytes[this.#filled] = 0;
      this.#build();
      if (isOpen) {
        // The last cell that was read is the open one, and the line is the one behind it.
        syntax.swallowedLines = this.#value.breaks + cutBreaks;
        syntax.unclosedQuote = this.#line - 1 - syntax.swallowedLines;
      }
    } else {
      syntax.finalNewline = this.#lastEnd !== 0;
    }
    syntax.blankLines.trailing = this.#pendingBlank;
    syntax.lastIsNarrow = syntax.rows > 0 && this.#lastNarrow === syntax.rows - 1;
    return { ...syntax, encoding: this.#watch.end(this.#sniffed) };
  }

  /** Copies bytes into the scanner's memory, and looks at them when a block is full. */
  #feed(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.#filled === this.#scanned) this.#room();
      const part = bytes.subarray(at, at + this.#block - (this.#filled - this.#scanned));
      this.#scanner.bytes.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled - this.#scanned === this.#block) this.#step();
    }
  }

  /** Makes room for a block, twice as much as needed where there is none, so that a long row is not copied often. */
  #room(): void {
    const { bytes, seps, sepCount } = this.#scanner;
    const wanted = (has: number, needs: number): number => (has < needs ? needs * 2 : needs);
    this.#scanner.reserve(
      wanted(bytes.length, this.#filled + this.#block + 1),
      wanted(seps.length, sepCount + this.#block + 1),
      this.#capacity * this.#columns,
    );
  }

  /** Looks at the bytes that are new, and gives the rows that end in them to the sink. */
  #step(): void {
    const scanner = this.#scanner;
    const [before, from, sepsBefore] = [this.#state, this.#scanned, scanner.sepCount];
    if (from === this.#filled) return;
    this.#state = scanner.scan(from, this.#filled, this.#sniffed.delimiter, before);
    this.#scanned = this.#filled;
    if (scanner.lineCount > 0) {
      this.#build();
    } else if (from >= this.#longest && scanner.sepCount === sepsBefore) {
      this.#cutOut(from, before);
    }
  }

  /**
   * Leaves out the block from `from` on, which lies within one cell as a whole, or what is left of the last one that was
   * left out, with it. What goes begins and ends in the same state, so that the rest reads as before.
   */
  #cutOut(from: number, before: number): void {
    const { bytes, seps, sepCount } = this.#scanner;
    const isFirst = this.#cut === 0;
    if (isFirst ? before === State.closed : from !== this.#kept) return;
    const begin = isFirst ? from : this.#cutAt;
    let to = this.#filled;
    // Quotes at the end may be one half of a pair: they stay.
    if (this.#state === State.closed) while (to > begin && bytes[to - 1] === QUOTE) to -= 1;
    const after = this.#state === State.closed ? State.quoted : this.#state;
    if (isFirst) this.#cutState = before;
    if (to === begin || after !== this.#cutState) return;

    const start = sepCount > 0 ? (seps[sepCount - 1] as number) + 1 : 0;
    const block = bytes.subarray(begin, to);
    if (this.#decoder) {
      this.#cutUnits += unitsIn(block, 0, block.length);
    } else {
      const unseen = isFirst ? start : begin;
      this.#watch.add(bytes, unseen, to, this.#offset(unseen));
    }
    if (block.includes(0)) this.#cutFlags |= Is.nul;
    if (after === State.quoted) {
      const breaks = breaksIn(block, isFirst ? bytes[begin - 1] : this.#cutLast);
      this.#cutBreaks += breaks;
      if (breaks > 0) this.#cutFlags |= Is.innerBreak;
    } else if (bytes[start] !== QUOTE && block.includes(QUOTE)) {
      this.#cutFlags |= Is.innerQuote;
    }
    this.#cutLast = bytes[to - 1] as number;
    this.#cutAt = begin;
    this.#cut += to - begin;
    bytes.copyWithin(begin, to, this.#filled);
    this.#filled = begin + this.#filled - to;
    this.#scanned = this.#filled;
    this.#kept = this.#filled;
  }

  #offset(at: number): number {
    return this.#base + at + (at >= this.#cutAt ? this.#cut : 0);
  }

  /** Makes rows of what was found up to the last line end, and moves the rest to the start. */
  #build(): void {
    const scanner = this.#scanner;
    const { bytes, seps, lines, lineCount, specials, specialCount, starts, ends, hasQuotes } = scanner;
    const syntax = this.#syntax;
    const [columns, capacity] = [this.#columns, this.#capacity];
    const isUtf16 = this.#decoder !== null;
    // The row under way: its first byte, its first cell, and the first special cell that is not before it.
    let [start, first, special] = [0, 0, 0];
    const loops = isUtf16 || this.#lines ? null : scanner.loops;
    for (let at = 0; at < lineCount; at += 1) {
      if (loops && this.#hasHeader && this.#cut === 0 && this.#pendingBlank === 0) {
        const stop = special < specialCount ? (specials[special] as number) : seps.length;
        loops.makeRows(scanner, at, first, start, stop, columns, capacity, this.#rows);
        const { made } = loops;
        if (made.rows > 0) {
          this.#addRows(start, made);
          start = made.nextStart;
          first = made.nextCell;
          at = made.nextLine;
          if (this.#rows === capacity) this.#emit();
          if (at === lineCount) break;
        }
      }
      const last = lines[at] as number;
      const end = seps[last] as number;
      const lineEnd = bytes[end] as number;
      const isPair = lineEnd === LF && end === start && this.#lastEnd === CR;
      if (lineEnd === CR) syntax.cr += 1;
      else if (isPair) {
        syntax.crlf += 1;
        syntax.cr -= 1;
      } else if (lineEnd === LF) syntax.lf += 1;

      const isBlank = end === start && first === last;
      // Before cells are read, which moves bytes.
      const units = isUtf16 ? unitsIn(bytes, start, end) + this.#cutUnits + 1 : 0;
      if (!isBlank) {
        const hasSpecial = special < specialCount && (specials[special] as number) <= last;
        if (!this.#hasHeader) {
          this.#hasHeader = true;
          syntax.blankLines.inner += this.#pendingBlank;
          this.#pendingBlank = 0;
          for (; special < specialCount && (specials[special] as number) <= last; special += 1) {
            this.#read(specials[special] as number, first, start);
          }
          this.#line += this.#cutBreaks;
        } else {
          if (this.#rows === 0) this.#checkpoint(start);
          if (this.#pendingBlank > 0) {
            syntax.blankLines.inner += this.#pendingBlank;
            this.#pendingBlank = 0;
          }
          const row = this.#rows;
          if (this.#lines) this.#lines[row] = this.#line;
          const cells = last - first + 1;
          let flags = 0;
          if (cells === columns) {
            let cellStart = start;
            let to = row;
            if (hasQuotes) {
              for (let cell = first; cell <= last; cell += 1) {
                const sep = seps[cell] as number;
                const isQuoted = bytes[cellStart] === QUOTE ? 1 : 0;
                syntax.quotedCells += isQuoted;
                starts[to] = cellStart + isQuoted;
                ends[to] = sep - isQuoted;
                cellStart = sep + 1;
                to += capacity;
              }
            } else {
              for (let cell = first; cell <= last; cell += 1) {
                const sep = seps[cell] as number;
                starts[to] = cellStart;
                ends[to] = sep;
                cellStart = sep + 1;
                to += capacity;
              }
            }
            if (hasSpecial) {
              for (; special < specialCount && (specials[special] as number) <= last; special += 1) {
                const cell = specials[special] as number;
                const found = this.#read(cell, first, start);
                const place = (cell - first) * capacity + row;
                starts[place] = this.#value.start;
                ends[place] = this.#value.end;
                if (found & Is.special) this.#addSpecial(place);
                flags |= found;
              }
            }
          } else {
            const stop = hasSpecial ? specialsUpTo(specials, special, specialCount, last) : special;
            flags = this.#oddRow(first, last, start, special, stop);
            special = stop;
          }
          if (this.#cut > 0) {
            flags |= this.#cutFlags;
            this.#line += this.#cutBreaks;
          }
          if (flags & ~Is.special) this.#tell(flags);
          this.#rows = row + 1;
          syntax.rows += 1;
          if (row + 1 === capacity) this.#emit();
        }
      } else if (!isPair) {
        this.#pendingBlank += 1;
      }
      this.#units += units;
      if (!isPair) this.#line += 1;
      this.#lastEnd = lineEnd;
      if (this.#cut > 0) {
        this.#base += this.#cut;
        this.#cut = 0;
        this.#cutAt = Number.POSITIVE_INFINITY;
        this.#cutUnits = 0;
        this.#cutBreaks = 0;
        this.#cutFlags = 0;
      }
      start = end + 1;
      first = last + 1;
    }
    this.#emit();
    this.#carry(start, first, special);
  }

  /** Counts rows that are in the batch already, the first from byte `start`. */
  #addRows(start: number, { rows, crs, lfs, crlfs, quotedCells, nextStart }: Loops['made']): void {
    const syntax = this.#syntax;
    if (this.#rows === 0) this.#checkpoint(start);
    syntax.cr += crs;
    syntax.lf += lfs;
    syntax.crlf += crlfs;
    syntax.quotedCells += quotedCells;
    syntax.rows += rows;
    this.#rows += rows;
    this.#line += rows;
    this.#lastEnd = this.#scanner.bytes[nextStart - 1] as number;
  }

  /** What is left of a block is the start of a row: its bytes, cells and special cells begin anew. */
  #carry(start: number, first: number, special: number): void {
    const scanner = this.#scanner;
    const { bytes, seps, sepCount, specials, specialCount } = scanner;
    const length = Math.max(0, this.#filled - start);
    bytes.copyWithin(0, start, start + length);
    for (let at = first; at < sepCount; at += 1) seps[at - first] = (seps[at] as number) - start;
    scanner.sepCount = sepCount - first;
    for (let at = special; at < specialCount; at += 1) specials[at - special] = (specials[at] as number) - first;
    scanner.specialCount = specialCount - special;
    this.#filled = length;
    this.#scanned = length;
    this.#base += start;
    scanner.hasQuotes = scanner.hasQuotes && bytes.subarray(0, length).includes(QUOTE);
  }

  /** Reads a special cell into `#value`, and gives what is the matter with it. */
  #read(cell: number, first: number, rowStart: number): number {
    const { bytes, seps } = this.#scanner;
    const start = cell === first ? rowStart : (seps[cell - 1] as number) + 1;
    const end = seps[cell] as number;
    const isCut = start < this.#cutAt && this.#cutAt <= end;
    if (!this.#decoder) {
      // What was cut out of this cell was looked at, with all before it.
      const from = isCut ? this.#cutAt : start;
      this.#watch.add(bytes, from, end, this.#offset(from));
    }
    // LF next to the cut: whether it belongs to a CR is for the byte to say that stood before it.
    const isNext = isCut && this.#cutAt < end && bytes[this.#cutAt] === LF;
    const missed = isNext ? Number(bytes[this.#cutAt - 1] === CR) - Number(this.#cutLast === CR) : 0;
    this.#value.read(bytes, start, end);
    this.#value.breaks += missed;
    this.#line += this.#value.breaks;
    return this.#value.flags;
  }

  /** A row of another width than the header's: all its cells into the pool, and as many as fit into the batch. */
  #oddRow(first: number, last: number, rowStart: number, special: number, stop: number): number {
    const { bytes, seps, specials, starts, ends, hasQuotes } = this.#scanner;
    const cells = last - first + 1;
    const [columns, capacity, row, pool, from] = [this.#columns, this.#capacity, this.#rows, this.#pool, this.#pooled];
    if (from + cells > pool.starts.length) {
      const length = (from + cells) * 2;
      pool.starts = longer(pool.starts, length);
      pool.ends = longer(pool.ends, length);
    }
    let cellStart = rowStart;
    for (let cell = 0; cell < cells; cell += 1) {
      const sep = seps[first + cell] as number;
      const isQuoted = hasQuotes && bytes[cellStart] === QUOTE ? 1 : 0;
      this.#syntax.quotedCells += isQuoted;
      pool.starts[from + cell] = cellStart + isQuoted;
      pool.ends[from + cell] = sep - isQuoted;
      cellStart = sep + 1;
    }
    let flags = 0;
    for (let at = special; at < stop; at += 1) {
      const cell = (specials[at] as number) - first;
      const found = this.#read(cell + first, first, rowStart);
      pool.starts[from + cell] = this.#value.start;
      pool.ends[from + cell] = this.#value.end;
      if (found & Is.special && cell < columns) this.#addSpecial(cell * capacity + row);
      flags |= found;
    }
    const rowEnd = seps[last] as number;
    for (let column = 0; column < columns; column += 1) {
      const to = column * capacity + row;
      starts[to] = column < cells ? (pool.starts[from + column] as number) : rowEnd;
      ends[to] = column < cells ? (pool.ends[from + column] as number) : rowEnd;
    }
    this.#pooled = from + cells;
    this.#odd.push(new PooledRow(row, pool, from, this.#pooled));
    const number = this.#syntax.rows;
    if (cells < columns) this.#lastNarrow = number;
    note(cells > columns ? this.#syntax.wide : this.#syntax.narrow, number);
    return flags;
  }

  #addSpecial(place: number): void {
    if (this.#specialCount === this.#special.length) this.#special = longer(this.#special, this.#specialCount * 2);
    this.#special[this.#specialCount] = place;
    this.#specialCount += 1;
  }

  #tell(flags: number): void {
    const { rows, nul, innerQuote, afterQuote, innerBreak } = this.#syntax;
    if (flags & Is.nul) note(nul, rows);
    if (flags & Is.innerQuote) note(innerQuote, rows);
    if (flags & Is.afterQuote) note(afterQuote, rows);
    if (flags & Is.innerBreak) note(innerBreak, rows);
  }

  #checkpoint(start: number): void {
    const offset = this.#decoder ? this.#sniffed.bom + this.#units * 2 : this.#base + start;
    const checkpoint: Checkpoint = { row: this.#syntax.rows, offset, line: this.#line };
    this.#syntax.checkpoints.push(checkpoint);
  }

  #emit(): void {
    if (this.#rows === 0) return;
    const { bytes, starts, ends } = this.#scanner;
    const batch: Batch = {
      bytes,
      starts,
      ends,
      capacity: this.#capacity,
      rows: this.#rows,
      columns: this.#columns,
      firstRow: this.#syntax.rows - this.#rows,
      odd: this.#odd,
      special: this.#special,
      specialCount: this.#specialCount,
      skip: null,
      lines: this.#lines,
      loops: this.#scanner.loops,
    };
    this.#rows = 0;
    this.#odd = [];
    this.#pooled = 0;
    this.#specialCount = 0;
    this.#sink.batch(batch);
  }
}

function note(anomaly: Anomaly, row: number): void {
  anomaly.count += 1;
  if (anomaly.rows.length < LISTED) anomaly.rows.push(row);
}

function longer(array: Int32Array, length: number): Int32Array {
  const next = new Int32Array(length);
  next.set(array);
  return next;
}

/** The first special cell behind cell `last`. */
function specialsUpTo(specials: Int32Array, from: number, count: number, last: number): number {
  let at = from;
  while (at < count && (specials[at] as number) <= last) at += 1;
  return at;
}

/** Lines that begin in the bytes, which stand behind `before`. */
function breaksIn(bytes: Uint8Array, before: number | undefined): number {
  let breaks = 0;
  let last = before;
  for (const byte of bytes) {
    if (byte === CR || (byte === LF && last !== CR)) breaks += 1;
    last = byte;
  }
  return breaks;
}

/** UTF-16 units that the UTF-8 stands for: one for each lead byte, two for those of four bytes. */
function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
