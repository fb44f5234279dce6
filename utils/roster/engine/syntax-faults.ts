import type { FileFaultKind, RosterProfile } from '../../profile/roster.ts';
import type { Fact } from '../report.ts';
import { counted, formatted } from '../words.ts';
import type { FileFault } from './faults.ts';
import type { Mended } from './odd.ts';
import type { Anomaly, Encoding, Sniffed, Syntax } from './types.ts';

const DELIMITERS: Record<string, string> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };

const ENCODINGS: Record<Encoding['name'], string> = {
  ascii: 'ASCII',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows ANSI (1252)',
  'iso-8859-1': 'ISO 8859-1',
  'mac-roman': 'Mac Roman',
  unknown: 'no known encoding',
};

const nameOf = (delimiter: number): string =>
  DELIMITERS[String.fromCharCode(delimiter)] ?? String.fromCharCode(delimiter);

/** `CR`; `1,200 CR and 3 LF` where they are mixed. */
function lineEndsOf({ cr, lf, crlf }: Syntax): { name: string; isMixed: boolean } {
  const kinds: [string, number][] = [
    ['CR', cr],
    ['LF', lf],
    ['CRLF', crlf],
  ];
  const used = kinds.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  if (used.length <= 1) return { name: used[0]?.[0] ?? 'none', isMixed: false };
  return { name: used.map(([name, count]) => `${formatted(count)} ${name}`).join(' and '), isMixed: true };
}

const isQuoted = ({ quotedCells, rows }: Syntax, columns: number): boolean => rows > 0 && quotedCells >= rows * columns;

/** What is to be said of a file's bytes and of its syntax. */
export function syntaxFaults(
  file: string,
  sniffed: Sniffed,
  syntax: Syntax,
  columns: readonly (string | null)[],
  mended: Mended,
  profile: RosterProfile,
): FileFault[] {
  const faults: FileFault[] = [];
  const tell = (what: FileFaultKind, count: number, rows: number[], words: Record<string, string> = {}) =>
    faults.push({ what, file, column: null, count, rows, words });
  const told = (what: FileFaultKind, { count, rows }: Anomaly) => count > 0 && tell(what, count, rows);
  const { encoding, blankLines } = syntax;
  if (syntax.bytes === sniffed.bom) {
    tell('empty-file', 1, []);
    return faults;
  }
  const found = ENCODINGS[encoding.name];
  if (sniffed.utf16) tell('utf-16', 1, [], { found });
  else if (encoding.firstBad !== null) tell('not-utf-8', 1, [], { found, offset: formatted(encoding.firstBad) });
  if (encoding.bom && !sniffed.utf16) tell('bom', 1, []);
  told('nul', syntax.nul);
  const ends = lineEndsOf(syntax);
  if (ends.isMixed) tell('mixed-line-ends', 1, [], { found: ends.name });
  else if (syntax.crlf === 0 && ends.name !== 'none') tell('not-crlf', 1, [], { found: ends.name });
  // A last row that is too short and has no end was not written to its end.
  const last = syntax.rows - 1;
  const isCutOff = !syntax.finalNewline && syntax.unclosedQuote === null && syntax.lastIsNarrow;
  if (isCutOff) tell('cut-off', 1, [last]);
  else if (!syntax.finalNewline) tell('no-final-line-end', 1, []);
  if (blankLines.trailing > 0) tell('trailing-blank-lines', blankLines.trailing, []);
  if (blankLines.inner > 0) tell('blank-lines', blankLines.inner, []);
  told('empty-rows', mended.empty);
  if (syntax.unclosedQuote !== null) {
    const swallowed = counted(syntax.swallowedLines, 'line', 'lines');
    tell('unclosed-quote', 1, [syntax.rows - 1], { line: formatted(syntax.unclosedQuote), swallowed });
  }
  told('inner-quote', syntax.innerQuote);
  told('after-quote', syntax.afterQuote);
  told('inner-break', syntax.innerBreak);
  for (const [at, { count, rows }] of [...mended.wide].sort(([a], [b]) => a - b)) {
    const column = columns[at] ?? null;
    const words = { where: column === null ? 'but the column cannot be told' : `probably in ${column}` };
    faults.push({ what: 'wide', file, column, count, rows, words });
  }
  const { narrow } = syntax;
  if (isCutOff) told('narrow', { count: narrow.count - 1, rows: narrow.rows.filter((row) => row !== last) });
  else told('narrow', narrow);
  if (nameOf(sniffed.delimiter) !== DELIMITERS[profile.form.delimiter] && columns.length > 1) {
    tell('wrong-delimiter', 1, [], {
      found: nameOf(sniffed.delimiter),
      wanted: DELIMITERS[profile.form.delimiter] ?? profile.form.delimiter,
    });
  }
  if (isQuoted(syntax, columns.length)) tell('all-quoted', 1, []);
  if (syntax.rows === 0) tell('no-rows', 1, []);
  return faults;
}

/** A file's properties as found, and as the template should have them. */
export function factsOf(
  sniffed: Sniffed,
  syntax: Syntax,
  columns: readonly (string | null)[],
  wantedColumns: number,
  { form }: RosterProfile,
): Fact[] {
  const ends = lineEndsOf(syntax);
  const { encoding } = syntax;
  const isUtf8 = encoding.name === 'ascii' || encoding.name === 'utf-8';
  const quotes = isQuoted(syntax, columns.length)
    ? 'around every value'
    : syntax.quotedCells > 0
      ? `around ${counted(syntax.quotedCells, 'value', 'values')}`
      : 'none';
  const known = columns.filter((name) => name !== null).length;
  return [
    { id: 'rows', found: formatted(syntax.rows), wanted: null, fits: syntax.rows > 0 ? null : false },
    {
      id: 'columns',
      found:
        known === columns.length
          ? formatted(known)
          : `${formatted(columns.length)}, of which ${formatted(known)} are read`,
      wanted: formatted(wantedColumns),
      fits: null,
    },
    {
      id: 'line-ending',
      found: ends.name,
      wanted: form.lineEnding,
      fits:
        form.lineEnding === null || ends.name === 'none'
          ? null
          : !ends.isMixed && (ends.name === form.lineEnding ? true : null),
    },
    { id: 'encoding', found: ENCODINGS[encoding.name], wanted: 'UTF-8', fits: isUtf8 },
    { id: 'bom', found: encoding.bom ? 'yes' : 'no', wanted: 'no', fits: !encoding.bom },
    {
      id: 'delimiter',
      found: columns.length > 1 ? nameOf(sniffed.delimiter) : 'only one column',
      wanted: DELIMITERS[form.delimiter] ?? null,
      fits: columns.length > 1 && nameOf(sniffed.delimiter) === DELIMITERS[form.delimiter],
    },
    {
      id: 'quotes',
      found: quotes,
      wanted: form.quotes === 'off' ? 'none' : 'where needed',
      fits:
        form.quotes === 'off'
          ? syntax.quotedCells === 0
            ? true
            : isQuoted(syntax, columns.length)
              ? false
              : null
          : null,
    },
    { id: 'size', found: sizeOf(syntax.bytes), wanted: null, fits: null },
  ];
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** `1.2 MB`. */
function sizeOf(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 ? 1 : 0;
  return `${size.toLocaleString('en-US', { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}
