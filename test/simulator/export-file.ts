import iconv from 'iconv-lite';
import type { ChosenColumn, ExportBytes, OutputOptions } from './types.ts';

/** iconv-lite's names of the character sets step 3 offers. */
const CHARACTER_SETS: Record<OutputOptions['characterSet'], string> = {
  'UTF-8': 'utf8',
  'Windows ANSI': 'win1252',
  'Mac Roman': 'macroman',
  'ISO 8859-1': 'iso88591',
};
const LINE_DELIMITERS = { CR: '\r', LF: '\n', CRLF: '\r\n' };
const FIELD_DELIMITERS = { Comma: ',', Tab: '\t' };
const UTF8_BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Text is encoded in pieces of about this many characters, so that a million rows never stand as one string. */
const PIECE = 1 << 16;

/**
 * Writes the exported file.
 * @param columns the chosen columns in export order; their labels make the header row
 * @param rows the values in the same order as `columns`; a generator keeps a large export out of memory
 * @param output what step 3 says
 * @param bytes how what the evidence leaves open turns out. The byte order mark is UTF-8's only.
 */
export function writeFile(
  columns: readonly ChosenColumn[],
  rows: Iterable<readonly string[]>,
  output: OutputOptions,
  bytes: ExportBytes,
): Uint8Array {
  const encode = encoder(output.characterSet);
  const writer = cellWriter(output, bytes);
  const lineDelimiter = lineDelimiterOf(output);
  const fieldDelimiter = fieldDelimiterOf(output);
  const pieces: Uint8Array[] = [];
  if (bytes.byteOrderMark && output.characterSet === 'UTF-8') pieces.push(UTF8_BYTE_ORDER_MARK);

  let text = '';
  let isFirst = true;
  const addLine = (cells: string[]): void => {
    text += (isFirst ? '' : lineDelimiter) + cells.join(fieldDelimiter);
    isFirst = false;
    if (text.length >= PIECE) {
      pieces.push(encode(text));
      text = '';
    }
  };
  if (output.includeHeaders) addLine(columns.map(({ label }) => writer.header(label)));
  for (const row of rows) addLine(row.map(writer.value));
  if (bytes.finalDelimiter && !isFirst) text += lineDelimiter;
  pieces.push(encode(text));
  return new Uint8Array(Buffer.concat(pieces));
}

/** [S] `%d` in a file name becomes the day (UTC): `Other-%d.csv` is sent as `Other-2026-03-01.csv`. */
export function datedFileName(fileName: string, day: Date): string {
  return fileName.replaceAll('%d', day.toISOString().slice(0, 10));
}

function lineDelimiterOf({ lineDelimiter }: OutputOptions): string {
  return typeof lineDelimiter === 'string' ? LINE_DELIMITERS[lineDelimiter] : lineDelimiter.other;
}

function fieldDelimiterOf({ fieldDelimiter }: OutputOptions): string {
  return typeof fieldDelimiter === 'string' ? FIELD_DELIMITERS[fieldDelimiter] : fieldDelimiter.other;
}

/** A character the set does not have becomes one `?`, also where JavaScript counts it as two. */
function encoder(characterSet: OutputOptions['characterSet']): (text: string) => Uint8Array {
  const encoding = CHARACTER_SETS[characterSet];
  if (characterSet === 'UTF-8') return (text) => iconv.encode(text, encoding);
  return (text) => iconv.encode(text.replace(/[\u{10000}-\u{10FFFF}]/gu, '?'), encoding);
}

interface CellWriter {
  header(label: string): string;
  value(value: string): string;
}

function cellWriter(output: OutputOptions, bytes: ExportBytes): CellWriter {
  const specials = ['"', '\r', '\n', fieldDelimiterOf(output), lineDelimiterOf(output)].filter((text) => text !== '');
  const quote = (text: string): string => `"${bytes.quotesInside === 'doubled' ? text.replaceAll('"', '""') : text}"`;
  const bare = (text: string): string =>
    bytes.unquotedSpecials === 'quoted-when-needed' && specials.some((special) => text.includes(special))
      ? quote(text)
      : text;
  const value = output.surroundInQuotes ? quote : bare;
  return { value, header: output.surroundInQuotes && bytes.headersQuoted ? quote : bare };
}
