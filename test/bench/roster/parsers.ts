/** JavaScript's parsers, merely parsing into arrays of strings, each by the fastest of its documented ways. */
import { parse as csvParse } from 'csv-parse/sync';
import { dsvFormat } from 'd3-dsv';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { blocksOf, textOf, textsOf } from './read.ts';
import type { Candidate, SetForm, SetPaths } from './types.ts';

const CHUNK = 1 << 20;
const FLOOR_BLOCK = 256 * 1024;

/** Counts rows of a file; the header is one of them. */
type CountRows = (path: string, form: SetForm) => number;

function overFiles(countRows: CountRows): Candidate {
  return async (paths: SetPaths, form: SetForm) => {
    let rows = 0;
    for (const path of Object.values(paths)) rows += countRows(path, form) - 1;
    return { rows, found: {} };
  };
}

type ParseRows = (text: string, form: SetForm) => ArrayLike<unknown> & Iterable<unknown>;

/** Parses the file as one string; all rows are there at the end. */
function atOnce(parse: ParseRows): CountRows {
  return (path, form) => {
    const text = textOf(path);
    if (text === null) throw new Error('Too long for one string.');
    return parse(text, form).length;
  };
}

/** Parses texts of whole rows one after another; all rows are there at the end. */
function inChunks(parse: ParseRows): CountRows {
  return (path, form) => {
    const rows: unknown[] = [];
    for (const text of textsOf(path, CHUNK, form.rowEnd)) for (const row of parse(text, form)) rows.push(row);
    return rows.length;
  };
}

/** Parses texts of whole rows one after another, and drops the rows of each: they are never in arrays together. */
function streamed(parse: ParseRows): CountRows {
  return (path, form) => {
    let rows = 0;
    for (const text of textsOf(path, CHUNK, form.rowEnd)) rows += parse(text, form).length;
    return rows;
  };
}

const d3 = dsvFormat(',');
const withD3: ParseRows = (text) => d3.parseRows(text);

const withPapa: ParseRows = (text, { rowEnd }) =>
  // A last row end makes an empty row.
  Papa.parse<string[]>(text, { delimiter: ',', newline: rowEnd, skipEmptyLines: true }).data;

const withCsvParse: ParseRows = (text, { rowEnd, isQuoted }): string[][] =>
  csvParse(text, { delimiter: ',', record_delimiter: rowEnd, ...(isQuoted ? {} : { quote: false }) });

function udsvSchema(text: string, { rowEnd, isQuoted }: SetForm) {
  return inferSchema(text, { col: ',', row: rowEnd, encl: isQuoted ? '"' : '' });
}

/** uDSV leaves the header out. */
const udsvAtOnce: CountRows = (path, form) =>
  1 + atOnce((text) => initParser(udsvSchema(text, form)).stringArrs(text))(path, form);

/** By its own way for chunks, which gathers the rows. */
const udsvInChunks: CountRows = (path, form) => {
  let parser: ReturnType<typeof initParser> | null = null;
  for (const text of textsOf(path, CHUNK, form.rowEnd)) {
    parser ??= initParser(udsvSchema(text, form));
    parser.chunk<string[]>(text, parser.stringArrs);
  }
  return 1 + (parser?.end().length ?? 0);
};

/** By its callback for each row, which gathers none. */
const udsvStreamed: CountRows = (path, form) => {
  let rows = 1;
  let parser: ReturnType<typeof initParser> | null = null;
  for (const text of textsOf(path, CHUNK, form.rowEnd)) {
    parser ??= initParser(udsvSchema(text, form));
    parser.chunk<string[]>(text, parser.stringArrs, () => {
      rows += 1;
    });
  }
  parser?.end();
  return rows;
};

/** The least that reading a CSV takes: a look at every byte. */
const byteLoop: CountRows = (path, { rowEnd }) => {
  const end = rowEnd.charCodeAt(0);
  let commas = 0;
  let rows = 0;
  for (const block of blocksOf(path, FLOOR_BLOCK)) {
    for (let at = 0; at < block.length; at += 1) {
      const byte = block[at];
      if (byte === 0x2c) commas += 1;
      else if (byte === end) rows += 1;
    }
  }
  if (commas < rows) throw new Error('No comma to a row.');
  return rows;
};

export const floor = overFiles(byteLoop);

/** All rows of a file in arrays at the end. `at once` cannot be done with files that do not fit into a string. */
export const parsers: Record<string, Candidate> = {
  'uDSV, at once': overFiles(udsvAtOnce),
  'uDSV, in chunks': overFiles(udsvInChunks),
  'Papa Parse, at once': overFiles(atOnce(withPapa)),
  'Papa Parse, in chunks': overFiles(inChunks(withPapa)),
  'csv-parse, at once': overFiles(atOnce(withCsvParse)),
  'csv-parse, in chunks': overFiles(inChunks(withCsvParse)),
  'd3-dsv, at once': overFiles(atOnce(withD3)),
  'd3-dsv, in chunks': overFiles(inChunks(withD3)),
};

/** Each row in an array for a moment only: what a program does that can work row by row. */
export const streamers: Record<string, Candidate> = {
  'uDSV, streamed': overFiles(udsvStreamed),
  'Papa Parse, streamed': overFiles(streamed(withPapa)),
  'csv-parse, streamed': overFiles(streamed(withCsvParse)),
  'd3-dsv, streamed': overFiles(streamed(withD3)),
};
