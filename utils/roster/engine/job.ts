import type { RosterFile, RosterProfile } from '../../profile/roster.ts';
import type { CheckSettings, Progress } from '../report.ts';
import { wishesOf } from './across.ts';
import type { FileFault } from './faults.ts';
import { FileCheck, type Parameters, type Wishes } from './file.ts';
import type { Found } from './found.ts';
import { readHeader, shownName } from './header.ts';
import { Mender } from './odd.ts';
import { type Drawn, drawnOf } from './pictures.ts';
import { RowReader } from './reader.ts';
import type { Scanner } from './scan.ts';
import { sniff } from './sniff.ts';
import type { FileData } from './stored.ts';
import { syntaxFaults } from './syntax-faults.ts';
import type { Batch, Sniffed, Syntax } from './types.ts';

/** A file's bytes, wherever they are. */
export interface ByteSource {
  size: number;
  /** The bytes from `offset`, at most `length`; valid until the next call. */
  read(offset: number, length: number): Uint8Array | Promise<Uint8Array>;
}

export interface FileToRead {
  /** The profile's id. */
  file: string;
  name: string;
  path: string;
  knownBy: 'name' | 'header';
}

/** A file when it has been read: all that the report needs, as plain data that a worker can hand over. */
export interface FileOutcome extends FileToRead {
  sniffed: Sniffed;
  /** Bytes and lines above the header. */
  above: { bytes: number; lines: number };
  columns: (string | null)[];
  /** What the columns are called, as it may be shown; `column 3` where there is no header. */
  header: string[];
  /** The file has a header: a column of the receiver's stands in it. */
  hasHeader: boolean;
  syntax: Syntax;
  faults: FileFault[];
  /** By the place of the rule in the profile's checks. */
  rules: { rule: number; variant: number; found: Found }[];
  cells: { rule: number; column: number; found: Found }[];
  pictures: Drawn[];
  data: FileData;
}

/** Bytes asked for at a time. */
const CHUNK = 1 << 20;
/** Bytes whose rows are counted, to guess how many the file has. */
const SAMPLE = 1 << 16;
/** What is no fault of its own where the header is missing. */
const OF_HEADER: ReadonlySet<string> = new Set(['no-rows', 'wide', 'narrow', 'empty-rows']);
/** A title or note above the header is looked for in so many rows. */
const TITLE_ROWS = 5;

/** Bulk or delta, as the manifest says of each file. */
export type Modes = ReadonlyMap<string, 'absent' | 'bulk' | 'delta'>;

export interface ReadOptions {
  profile: RosterProfile;
  settings: CheckSettings;
  modes: Modes;
  scanner: Scanner;
  /** Keep what tells rows that changed since an earlier set. */
  hashRows: boolean;
  onProgress?: (progress: Pick<Progress, 'bytes' | 'rows'>) => void;
}

/** Reads a file to its end and runs the rules that need no other file. */
export async function readFile(from: FileToRead, source: ByteSource, options: ReadOptions): Promise<FileOutcome> {
  const { profile, settings, scanner } = options;
  const file = fileOf(profile, from.file);
  const first = await source.read(0, CHUNK);
  const { sniffed, above } = headerIn(first, file);
  const { columns, faults: headerFaults } = readHeader(sniffed.header, file, profile, settings.level);
  const isHeader = columns.some((name) => name !== null);
  const parameters = parametersOf(from.file, sniffed, options);
  const expected = rowsIn(first, source.size);
  const check = new FileCheck(profile.checks, from.file, columns, parameters, wishesFor(profile, file), expected);
  if (options.hashRows) check.hashRows(file.key);
  const filled = check.count(profile.pictures.filter((picture) => picture.is === 'filled' && picture.file === file.id));
  const mender = new Mender(profile.checks, from.file, columns);
  let rows = 0;
  const reader = new RowReader(
    sniffed,
    {
      batch(batch) {
        mender.mend(batch);
        check.add(batch);
        rows = batch.firstRow + batch.rows;
      },
    },
    scanner,
  );
  await feed(reader, source, above.bytes, (bytes) => options.onProgress?.({ bytes, rows }));
  const syntax = ofWhole(reader.end(), above, first);
  if (check.end()) {
    const again = new Mender(profile.checks, from.file, columns);
    await readAgain(source, above.bytes, sniffed, scanner, (batch) => {
      again.mend(batch);
      check.again(batch);
    });
  }
  const mended = mender.finish();
  const found = check.finish(syntax.quotedCells > 0);
  const ofSyntax = syntaxFaults(from.file, sniffed, syntax, columns, mended, profile);
  const { rules, cells } = profile.checks;
  const faults = sniffed.header.length === 0 ? [] : headerFaultsOf(file, headerFaults, isHeader, above);
  return {
    ...from,
    sniffed,
    above,
    columns,
    header: sniffed.header.map((name, at) => (isHeader ? shownName(name) : `column ${at + 1}`)),
    hasHeader: isHeader,
    syntax,
    // Without a header the first row was taken for one: it is a row all the same.
    faults: [...faults, ...ofSyntax.filter(({ what }) => isHeader || !OF_HEADER.has(what))],
    rules: found.rules.map(({ rule, variant, found }) => ({ rule: rules.indexOf(rule), variant, found })),
    cells: found.cells.map(({ rule, column, found }) => ({ rule: cells.indexOf(rule), column, found })),
    pictures: drawnOf(profile, file.id, check.stored, filled()),
    data: check.data(),
  };
}

/** What was read from the header on, told of the file with what stands above: where it is, and the mark in front of it. */
function ofWhole(syntax: Syntax, above: FileOutcome['above'], first: Uint8Array): Syntax {
  if (above.bytes === 0) return syntax;
  const { encoding, unclosedQuote } = syntax;
  const firstBad = encoding.firstBad === null ? null : encoding.firstBad + above.bytes;
  return {
    ...syntax,
    bytes: syntax.bytes + above.bytes,
    unclosedQuote: unclosedQuote === null ? null : unclosedQuote + above.lines,
    encoding: { ...encoding, firstBad, bom: encoding.bom || sniff(first).bom > 0 },
  };
}

/** About how many rows a file has, by its first bytes; not by all of them, because that takes as long as checking them. */
function rowsIn(start: Uint8Array, size: number): number {
  const first = start.subarray(0, SAMPLE);
  let lines = 0;
  for (let at = 0; at < first.length; at += 1) if (first[at] === 0x0a || first[at] === 0x0d) lines += 1;
  return first.length === 0 ? 0 : Math.ceil((lines * size) / first.length);
}

/** The file's rows once more, from the start. */
async function readAgain(
  source: ByteSource,
  start: number,
  sniffed: Sniffed,
  scanner: Scanner,
  see: (batch: Batch) => void,
): Promise<void> {
  const reader = new RowReader(sniffed, { batch: see }, scanner);
  await feed(reader, source, start);
  reader.end();
}

/** Gives a reader the bytes from `start` to the end. */
async function feed(
  reader: RowReader,
  source: ByteSource,
  start: number,
  onProgress?: (bytes: number) => void,
): Promise<void> {
  for (let offset = start; offset < source.size; ) {
    const chunk = await source.read(offset, CHUNK);
    if (chunk.length === 0) return;
    reader.push(chunk);
    offset += chunk.length;
    onProgress?.(offset);
  }
}

function fileOf({ files }: RosterProfile, id: string): RosterFile {
  const file = files.find((one) => one.id === id);
  if (!file) throw new RangeError(`The profile has no file ${id}.`);
  return file;
}

/**
 * Where the header is: the first row, or one of the next where the first knows none of the columns and that one does.
 */
function headerIn(first: Uint8Array, file: RosterFile): { sniffed: Sniffed; above: FileOutcome['above'] } {
  const sniffed = withRareDelimiter(sniff(first), file);
  const plain = { sniffed, above: { bytes: 0, lines: 0 } };
  if (sniffed.utf16 || knows(sniffed.header, file) > 0) return plain;
  let at: number = sniffed.bom;
  let lines = 0;
  for (let rows = 1; rows < TITLE_ROWS; rows += 1) {
    while (at < first.length && !isLineEnd(first[at])) at += 1;
    // The line's own end, and blank lines behind it.
    for (; isLineEnd(first[at]); at += 1) if (first[at] !== LF || first[at - 1] !== CR) lines += 1;
    const next = withRareDelimiter(sniff(first.subarray(at)), file);
    if (knows(next.header, file) > 1) return { sniffed: { ...next, bom: 0 }, above: { bytes: at, lines } };
  }
  return plain;
}

const [CR, LF] = [0x0d, 0x0a];
const isLineEnd = (byte: number | undefined): boolean => byte === CR || byte === LF;

/** Signs that hardly anybody puts between cells; tried only where the usual ones make one cell of the header. */
const RARE_DELIMITERS = '^~:!#$%&*+/\\=?@_';

function withRareDelimiter(sniffed: Sniffed, file: RosterFile): Sniffed {
  const [only] = sniffed.header;
  if (only === undefined || sniffed.header.length > 1) return sniffed;
  for (const sign of RARE_DELIMITERS) {
    const header = only.split(sign);
    if (knows(header, file) > 1) return { ...sniffed, delimiter: sign.charCodeAt(0), header };
  }
  return sniffed;
}

function knows(header: readonly string[], { columns }: RosterFile): number {
  const names = new Set(columns.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase())));
  return header.filter((name) => names.has(name.trim().replace(/^.*\./, '').toLowerCase())).length;
}

function headerFaultsOf(
  file: RosterFile,
  faults: FileFault[],
  isHeader: boolean,
  above: FileOutcome['above'],
): FileFault[] {
  const whole = { file: file.id, column: null, count: 1, rows: [] };
  // Without any known column each missing one is one and the same fault.
  if (!isHeader) return [{ what: 'no-header', ...whole, words: {} }];
  if (above.bytes === 0) return faults;
  return [{ what: 'title-row', ...whole, words: { line: String(above.lines + 1) } }, ...faults];
}

function parametersOf(file: string, sniffed: Sniffed, { settings, modes }: ReadOptions): Parameters {
  const mode = modes.get(file);
  return {
    level: settings.level,
    guardians: settings.guardians,
    schoolIds: settings.schoolIds.length > 0 ? settings.schoolIds : null,
    complete: true,
    quotes: false,
    fieldDelimiter: String.fromCharCode(sniffed.delimiter),
    mode: mode === 'delta' ? 'delta' : 'bulk',
  };
}

/** What is to be kept of a file for rules across files, pictures, and comparing. */
function wishesFor({ checks, pictures }: RosterProfile, file: RosterFile): Wishes {
  const wishes = { ...wishesOf(checks.rules, file.id) };
  const want = (column: string) => {
    wishes[column] = { ...wishes[column], everyRow: true, itemsOnly: false };
  };
  for (const picture of pictures) {
    if (picture.file !== file.id) continue;
    if (picture.when) want(picture.when.column);
    if (picture.is !== 'filled') want(picture.column);
  }
  for (const column of file.identity ?? []) want(column);
  if (file.groups) want(file.groups.column);
  if (file.key !== null) wishes[file.key] = { ...wishes[file.key], first: true, again: true, itemsOnly: false };
  return wishes;
}

/** The rows of a small file as text: the manifest. */
export async function readRows(source: ByteSource, scanner: Scanner): Promise<{ header: string[]; rows: string[][] }> {
  const bytes = await source.read(0, CHUNK);
  const sniffed = sniff(bytes);
  const rows: string[][] = [];
  const decoder = new TextDecoder();
  const reader = new RowReader(
    sniffed,
    {
      batch({ bytes, starts, ends, capacity, columns, rows: count, odd }) {
        for (let row = 0; row < count; row += 1) {
          const other = odd.find((one) => one.row === row);
          const width = other ? other.starts.length : columns;
          const place = (column: number) => (other ? column : column * capacity + row);
          const [from, to] = other ? [other.starts, other.ends] : [starts, ends];
          rows.push(
            Array.from({ length: width }, (_, column) =>
              decoder.decode(bytes.slice(from[place(column)], to[place(column)])),
            ),
          );
        }
      },
    },
    scanner,
  );
  reader.push(bytes);
  reader.end();
  return { header: sniffed.header, rows };
}
