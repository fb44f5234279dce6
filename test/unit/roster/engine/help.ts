import { RowReader } from '../../../../utils/roster/engine/reader.ts';
import { PlainScanner, type Scanner } from '../../../../utils/roster/engine/scan.ts';
import { sniff } from '../../../../utils/roster/engine/sniff.ts';
import type { Batch, Sniffed, Syntax } from '../../../../utils/roster/engine/types.ts';

/** Bytes of a text in which each character is a byte. */
export const raw = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** A character for each byte. */
export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Read {
  /** All cells of each row, as found, a character for each byte. */
  rows: string[][];
  /** The cells that the batch's columns hold: cut, or padded. */
  fitted: string[][];
  /** `row:column` of those that the batches call special, sorted. */
  special: string[];
  syntax: Syntax;
}

export interface How {
  scanner?: Scanner;
  sniffed?: Sniffed;
  /** Bytes of each chunk, again and again. */
  chunks?: number[];
  block?: number;
  longest?: number;
}

/** Reads a file and keeps everything. */
export function read(bytes: Uint8Array, how: How = {}): Read {
  const rows: string[][] = [];
  const fitted: string[][] = [];
  const special: string[] = [];
  const take = (batch: Batch): void => {
    if (batch.firstRow !== rows.length) throw new Error(`Row ${batch.firstRow} comes behind row ${rows.length}`);
    for (let row = 0; row < batch.rows; row += 1) {
      const cells = Array.from({ length: batch.columns }, (_, column) => {
        const at = column * batch.capacity + row;
        return text(batch.bytes.subarray(batch.starts[at], batch.ends[at]));
      });
      rows.push(cells);
      fitted.push(cells);
    }
    for (const odd of batch.odd) {
      rows[batch.firstRow + odd.row] = Array.from(odd.starts, (start, at) =>
        text(batch.bytes.subarray(start, odd.ends[at])),
      );
    }
    for (const place of batch.special?.subarray(0, batch.specialCount) ?? []) {
      special.push(`${batch.firstRow + (place % batch.capacity)}:${Math.floor(place / batch.capacity)}`);
    }
  };
  const { block, longest } = how;
  const limits = { ...(block === undefined ? {} : { block }), ...(longest === undefined ? {} : { longest }) };
  const reader = new RowReader(how.sniffed ?? sniff(bytes), { batch: take }, how.scanner ?? new PlainScanner(), limits);
  const chunks = how.chunks ?? [bytes.length || 1];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = chunks[turn % chunks.length] ?? 1;
    reader.push(bytes.slice(at, at + size));
    at += size;
  }
  const syntax = reader.end();
  return { rows, fitted, special: special.sort(), syntax };
}

/** What RFC 4180 and docs/rules.md say of a file, with regular expressions over the whole text: slow and another way. */
export function reference(file: string, delimiter: string, columns: number): Read {
  const plain = new RegExp(`[^${delimiter === '|' ? '\\|' : delimiter}\\r\\n]*`, 'y');
  const quoted = /"((?:[^"]|"")*)"(?!")/y;
  const match = (expression: RegExp, at: number): RegExpExecArray | null => {
    expression.lastIndex = at;
    return expression.exec(file);
  };
  const linesIn = (part: string): number => part.split(/\r\n|\r|\n/).length - 1;
  const none = (): { count: number; rows: number[] } => ({ count: 0, rows: [] });
  const syntax: Syntax = {
    rows: 0,
    bytes: file.length,
    cr: 0,
    lf: 0,
    crlf: 0,
    finalNewline: file.length > 0,
    blankLines: { inner: 0, trailing: 0 },
    quotedCells: 0,
    unclosedQuote: null,
    swallowedLines: 0,
    innerQuote: none(),
    afterQuote: none(),
    innerBreak: none(),
    wide: none(),
    narrow: none(),
    lastIsNarrow: false,
    nul: none(),
    encoding: { name: 'ascii', bom: false, firstBad: null },
    checkpoints: [],
  };
  const rows: string[][] = [];
  const special: string[] = [];
  let blank = 0;
  let hasHeader = false;
  let at = 0;
  while (at < file.length) {
    const begin = at;
    const values: string[] = [];
    const seen = new Set<'innerQuote' | 'afterQuote' | 'innerBreak' | 'nul'>();
    let quotedCells = 0;
    for (;;) {
      const start = at;
      let value: string;
      if (file[at] === '"') {
        quotedCells += 1;
        const closed = match(quoted, at);
        const body = closed ? (closed[1] ?? '') : file.slice(at + 1);
        at += closed ? closed[0].length : body.length + 1;
        const tail = closed ? (match(plain, at)?.[0] ?? '') : '';
        at += tail.length;
        value = body.replaceAll('""', '"') + tail;
        if (tail) seen.add('afterQuote');
        if (linesIn(body) > 0) seen.add('innerBreak');
        if (!closed) {
          syntax.unclosedQuote = 1 + linesIn(file.slice(0, start));
          syntax.swallowedLines = linesIn(body);
        }
      } else {
        value = match(plain, at)?.[0] ?? '';
        at += value.length;
        if (value.includes('"')) seen.add('innerQuote');
      }
      if (value.includes('\0')) seen.add('nul');
      values.push(value);
      if (file[at] !== delimiter) break;
      at += 1;
    }
    const isBlank = at === begin;
    if (at === file.length) {
      syntax.finalNewline = false;
    } else if (file.startsWith('\r\n', at)) {
      syntax.crlf += 1;
      at += 2;
    } else {
      if (file[at] === '\r') syntax.cr += 1;
      else syntax.lf += 1;
      at += 1;
    }
    if (isBlank) {
      blank += 1;
      continue;
    }
    syntax.blankLines.inner += blank;
    blank = 0;
    if (!hasHeader) {
      hasHeader = true;
      continue;
    }
    if (values.length > columns) syntax.wide = more(syntax.wide, rows.length);
    syntax.lastIsNarrow = values.length < columns;
    if (syntax.lastIsNarrow) syntax.narrow = more(syntax.narrow, rows.length);
    for (const what of seen) syntax[what] = more(syntax[what], rows.length);
    syntax.quotedCells += quotedCells;
    syntax.checkpoints.push({ row: rows.length, offset: begin, line: 1 + linesIn(file.slice(0, begin)) });
    for (const [column, value] of values.slice(0, columns).entries()) {
      if (/[^\x20-\x7e]|"/.test(value)) special.push(`${rows.length}:${column}`);
    }
    rows.push(values);
  }
  syntax.blankLines.trailing = blank;
  syntax.rows = rows.length;
  const fitted = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
  return { rows, fitted, special: special.sort(), syntax };
}

const more = (anomaly: { count: number; rows: number[] }, row: number): { count: number; rows: number[] } => ({
  count: anomaly.count + 1,
  rows: anomaly.count < 100 ? [...anomaly.rows, row] : anomaly.rows,
});
