import type { FileFaultKind, RosterProfile } from '../../profile/roster.ts';
import type { Fact } from '../report.ts';
import { both, counted, english, type Part, type Phrase, type Say } from '../words.ts';
import type { FileFault } from './faults.ts';
import type { Mended } from './odd.ts';
import type { Anomaly, Encoding, Sniffed, Syntax } from './types.ts';

const NONE: Phrase = { says: 'none' };

const DELIMITERS: Record<string, Phrase> = {
  ',': { says: 'comma' },
  '\t': { says: 'tab' },
  ';': { says: 'semicolon' },
  '|': { says: 'bar' },
};

const ENCODINGS: Record<Encoding['name'], Part> = {
  ascii: 'ASCII',
  'utf-8': 'UTF-8',
  'utf-16le': { says: 'UTF-16 (little endian)' },
  'utf-16be': { says: 'UTF-16 (big endian)' },
  'windows-1252': 'Windows ANSI (1252)',
  'iso-8859-1': 'ISO 8859-1',
  'mac-roman': 'Mac Roman',
  unknown: { says: 'no known encoding' },
};

const nameOf = (delimiter: number): Part =>
  DELIMITERS[String.fromCharCode(delimiter)] ?? String.fromCharCode(delimiter);

/** `CR`; `1,200 CR and 3 LF` where they are mixed. */
function lineEndsOf({ cr, lf, crlf }: Syntax): { name: Part; isMixed: boolean } {
  const kinds: [string, number][] = [
    ['CR', cr],
    ['LF', lf],
    ['CRLF', crlf],
  ];
  const used = kinds.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  if (used.length <= 1) return { name: used[0]?.[0] ?? NONE, isMixed: false };
  const each = used.map(([name, count]): Phrase => ({ says: '{count} {name}', with: { count, name } }));
  return { name: both(each), isMixed: true };
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
  const tell = (what: FileFaultKind, count: number, rows: number[], words: Record<string, Part> = {}) =>
    faults.push({ what, file, column: null, count, rows, words });
  const told = (what: FileFaultKind, { count, rows }: Anomaly) => count > 0 && tell(what, count, rows);
  const { encoding, blankLines } = syntax;
  // Line ends alone are no header.
  if (sniffed.header.length === 0) {
    tell('empty-file', 1, []);
    return faults;
  }
  const found = ENCODINGS[encoding.name];
  if (sniffed.utf16) tell('utf-16', 1, [], { found });
  else if (encoding.firstBad !== null) tell('not-utf-8', 1, [], { found, offset: encoding.firstBad });
  if (encoding.bom && !sniffed.utf16) tell('bom', 1, []);
  told('nul', syntax.nul);
  const ends = lineEndsOf(syntax);
  if (ends.isMixed) tell('mixed-line-ends', 1, [], { found: ends.name });
  else if (syntax.crlf === 0 && ends.name !== NONE) tell('not-crlf', 1, [], { found: ends.name });
  // A last row that is too short and has no end was not written to its end.
  const last = syntax.rows - 1;
  const isUnclosed = syntax.unclosedQuote !== null;
  const isCutOff = !syntax.finalNewline && !isUnclosed && syntax.lastIsNarrow;
  if (isCutOff) tell('cut-off', 1, [last]);
  // A line end that a quotation mark took in is there.
  else if (!syntax.finalNewline && !isUnclosed) tell('no-final-line-end', 1, []);
  if (blankLines.trailing > 0) tell('trailing-blank-lines', blankLines.trailing, []);
  if (blankLines.inner > 0) tell('blank-lines', blankLines.inner, []);
  told('empty-rows', mended.empty);
  if (syntax.unclosedQuote !== null) {
    const swallowed = counted(syntax.swallowedLines, 'line', 'lines');
    tell('unclosed-quote', 1, [syntax.rows - 1], { line: syntax.unclosedQuote, swallowed });
  }
  told('inner-quote', syntax.innerQuote);
  told('after-quote', syntax.afterQuote);
  told('inner-break', syntax.innerBreak);
  for (const [at, { count, rows }] of [...mended.wide].sort(([a], [b]) => a - b)) {
    const column = columns[at] ?? null;
    const where: Phrase =
      column === null ? { says: 'but the column cannot be told' } : { says: 'probably in {column}', with: { column } };
    faults.push({ what: 'wide', file, column, count, rows, words: { where } });
  }
  const { narrow } = syntax;
  // What the last row lacks was told already.
  if (isCutOff || (isUnclosed && syntax.lastIsNarrow))
    told('narrow', { count: narrow.count - 1, rows: narrow.rows.filter((row) => row !== last) });
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

/**
 * A file's properties as found, and as the template should have them.
 * @param say puts phrases into words
 */
export function factsOf(
  sniffed: Sniffed,
  syntax: Syntax,
  columns: readonly (string | null)[],
  wantedColumns: number,
  { form }: RosterProfile,
  say: Say = english,
): Fact[] {
  const ends = lineEndsOf(syntax);
  const { encoding } = syntax;
  const isUtf8 = encoding.name === 'ascii' || encoding.name === 'utf-8';
  const quotes = isQuoted(syntax, columns.length)
    ? { says: 'around every value' }
    : syntax.quotedCells > 0
      ? { says: 'around {values}', with: { values: counted(syntax.quotedCells, 'value', 'values') } }
      : NONE;
  const known = columns.filter((name) => name !== null).length;
  return [
    { id: 'rows', found: say(syntax.rows), wanted: null, fits: syntax.rows > 0 ? null : false },
    {
      id: 'columns',
      found:
        known === columns.length
          ? say(known)
          : say({ says: '{all}, of which {known} are read', with: { all: columns.length, known } }),
      wanted: say(wantedColumns),
      fits: null,
    },
    {
      id: 'line-ending',
      found: say(ends.name),
      wanted: form.lineEnding,
      fits:
        form.lineEnding === null || ends.name === NONE
          ? null
          : !ends.isMixed && (ends.name === form.lineEnding ? true : null),
    },
    { id: 'encoding', found: say(ENCODINGS[encoding.name]), wanted: 'UTF-8', fits: isUtf8 },
    { id: 'bom', found: say({ says: encoding.bom ? 'yes' : 'no' }), wanted: say({ says: 'no' }), fits: !encoding.bom },
    {
      id: 'delimiter',
      found: say(columns.length > 1 ? nameOf(sniffed.delimiter) : { says: 'only one column' }),
      wanted: say(DELIMITERS[form.delimiter] ?? form.delimiter),
      fits: columns.length > 1 && nameOf(sniffed.delimiter) === DELIMITERS[form.delimiter],
    },
    {
      id: 'quotes',
      found: say(quotes),
      wanted: say(form.quotes === 'off' ? NONE : { says: 'where needed' }),
      fits:
        form.quotes === 'off'
          ? syntax.quotedCells === 0
            ? true
            : isQuoted(syntax, columns.length)
              ? false
              : null
          : null,
    },
    { id: 'size', found: say(sizeOf(syntax.bytes)), wanted: null, fits: null },
  ];
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** `1.2 MB`. */
function sizeOf(bytes: number): Phrase {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 ? 1 : 0;
  return { says: `{size} ${UNITS[unit]}`, with: { size: Number(size.toFixed(digits)) } };
}
