/** Between the reader of rows and the rules: rows as bytes, a block at a time. */
import type { Loops } from './loops.ts';

/** A row whose number of cells is not the header's. */
export interface OddRow {
  /** Its place in the batch. */
  row: number;
  /** All its cells, as found. */
  starts: Int32Array;
  ends: Int32Array;
}

/**
 * Rows as bytes. The cell of a column in a row is `bytes[starts[i]]` up to `bytes[ends[i]]` (excluded), where
 * `i = column * capacity + row`: column by column, because rules run down a column. Quotes around a cell are left out
 * and doubled quotes are undoubled. Valid until the next batch: the arrays are used again.
 */
export interface Batch {
  bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  capacity: number;
  rows: number;
  columns: number;
  /** Number of the batch's first row in the file, counted from 0 without the header. */
  firstRow: number;
  /** Rows that are wider or narrower than the header. In `starts` they stand cut, or padded with empty cells. */
  odd: OddRow[];
  /**
   * Cells that hold a byte other than 0x20 to 0x7e, or a quote: `column * capacity + row`, each once, in no particular
   * order. Null where nobody looked (then each cell must be looked at).
   */
  special: Int32Array | null;
  specialCount: number;
  /** Rows that rules must not judge, because their cells are not told apart surely; null for none. Set by the rules. */
  skip: Uint8Array | null;
  /** Each row's physical line, from 1, where that was asked for. */
  lines: readonly number[] | null;
  /** What runs over the cells in their memory; null where nothing does, and for cells that are not the scanner's. */
  loops: Loops | null;
}

/** Where a row stands in the file, for reading it again when it is shown. One for about each block. */
export interface Checkpoint {
  /** Row number, from 0 without the header. */
  row: number;
  /** Byte offset in the file of the row's first byte. */
  offset: number;
  /** Physical line, from 1. */
  line: number;
}

/** What went wrong in the syntax, counted, with the first rows of each. */
export interface Anomaly {
  count: number;
  /** Row numbers from 0, at most LISTED. */
  rows: number[];
}

/** What the reader knows of a file's bytes and syntax when it has read it. */
export interface Syntax {
  rows: number;
  bytes: number;
  /** Line ends outside quotes. */
  cr: number;
  lf: number;
  crlf: number;
  /** The last row ends with a line end. */
  finalNewline: boolean;
  /** Lines without any character, inside the file (`inner`) and after the last row (`trailing`). */
  blankLines: { inner: number; trailing: number };
  /** Cells in quotes, and rows in which all are, some are. */
  quotedCells: number;
  /** Line (from 1) on which a quote opens that never closes, null for none. */
  unclosedQuote: number | null;
  /** Lines that it took into its cell, which are no rows therefore. */
  swallowedLines: number;
  /** A quote inside a value that does not begin with one. */
  innerQuote: Anomaly;
  /** Text after a closing quote. */
  afterQuote: Anomaly;
  /** A line break inside quotes. */
  innerBreak: Anomaly;
  wide: Anomaly;
  narrow: Anomaly;
  /** The last row is narrower than the header. */
  lastIsNarrow: boolean;
  /** Bytes 0x00. */
  nul: Anomaly;
  /** Bytes above 0x7e, and what they are. */
  encoding: Encoding;
  checkpoints: Checkpoint[];
}

export interface Encoding {
  /** `ascii` where no byte is above 0x7e. Guessed where the bytes are no UTF-8. */
  name: 'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'mac-roman' | 'unknown';
  bom: boolean;
  /** Offset in the file of the first byte that is no UTF-8; null where all are. */
  firstBad: number | null;
}

/** What is known of a file before its rows are read: from its first bytes. */
export interface Sniffed {
  /** Bytes to leave out at the start. */
  bom: 0 | 2 | 3;
  utf16: 'utf-16le' | 'utf-16be' | null;
  /** The byte between cells: comma, tab, semicolon, bar; comma where the header has one cell. */
  delimiter: number;
  /** Cells of the header row, decoded, untrimmed. Empty for an empty file. */
  header: string[];
}

/** Reads rows from chunks. */
export interface RowSink {
  batch(batch: Batch): void;
}
