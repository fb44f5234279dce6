/** The value of a cell that is not simply its bytes, or its bytes between two quotes. */

const [CR, LF, QUOTE] = [0x0d, 0x0a, 0x22];

/** What may be the matter with a cell. */
export const Is = {
  nul: 1,
  /** A quote in a cell that does not begin with one. */
  innerQuote: 2,
  /** Text behind the closing quote. */
  afterQuote: 4,
  /** A line break inside quotes. */
  innerBreak: 8,
  /** The value holds a byte other than 0x20 to 0x7e, or a quote. */
  special: 16,
} as const;

/** A cell's value, and what was found on the way to it. One object for many cells, as it is asked for millions. */
export class Value {
  start = 0;
  end = 0;
  /** Bits of `Is`. */
  flags = 0;
  /** Lines that begin inside the cell. */
  breaks = 0;

  /**
   * Reads the cell that a scanner found at `bytes[from]` up to `bytes[to]`. Takes quotes away, and undoubles those
   * inside: the bytes behind the first doubled one are moved.
   */
  read(bytes: Uint8Array, from: number, to: number): void {
    this.flags = 0;
    this.breaks = 0;
    this.start = from;
    this.end = to;
    if (from < to && bytes[from] === QUOTE) this.#quoted(bytes, from + 1, to);
    else this.#plain(bytes, from, to);
  }

  #plain(bytes: Uint8Array, from: number, to: number): void {
    let flags = 0;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte >= 0x20 && byte <= 0x7e && byte !== QUOTE) continue;
      flags |= byte === QUOTE ? Is.innerQuote | Is.special : byte === 0 ? Is.nul | Is.special : Is.special;
    }
    this.flags = flags;
  }

  #quoted(bytes: Uint8Array, from: number, to: number): void {
    let [flags, breaks, write] = [0, 0, from];
    let isClosed = false;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte === QUOTE && !isClosed) {
        if (at + 1 < to && bytes[at + 1] === QUOTE) {
          at += 1;
        } else {
          isClosed = true;
          if (at + 1 < to) flags |= Is.afterQuote;
          continue;
        }
      }
      if (byte < 0x20 || byte > 0x7e || byte === QUOTE) {
        flags |= byte === 0 ? Is.nul | Is.special : Is.special;
        if (byte === CR || (byte === LF && bytes[at - 1] !== CR)) breaks += 1;
      }
      if (write !== at) bytes[write] = byte;
      write += 1;
    }
    if (breaks > 0) flags |= Is.innerBreak;
    this.start = from;
    this.end = write;
    this.flags = flags;
    this.breaks = breaks;
  }
}
