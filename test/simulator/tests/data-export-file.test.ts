import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { datedFileName, writeFile } from '../export-file.ts';
import type { ExportBytes, OutputOptions } from '../types.ts';
import { readCsv } from './data-read-csv.ts';

const OUTPUT: OutputOptions = {
  fileName: 'users.csv',
  lineDelimiter: 'CR',
  fieldDelimiter: 'Comma',
  characterSet: 'UTF-8',
  includeHeaders: true,
  surroundInQuotes: false,
};
const BYTES: ExportBytes = {
  unquotedSpecials: 'as-is',
  quotesInside: 'doubled',
  headersQuoted: false,
  byteOrderMark: false,
  finalDelimiter: true,
};

function written(
  labels: string[],
  rows: string[][],
  output: Partial<OutputOptions> = {},
  bytes: Partial<ExportBytes> = {},
): Uint8Array {
  const columns = labels.map((label) => ({ name: `T.${label}`, label }));
  return writeFile(columns, rows, { ...OUTPUT, ...output }, { ...BYTES, ...bytes });
}

function text(...given: Parameters<typeof written>): string {
  return Buffer.from(written(...given)).toString('utf8');
}

describe('writeFile', () => {
  const labels = ['a', 'b'];
  const rows = [
    ['1', 'x,y'],
    ['', 'say "hi"'],
  ];

  test.each<[string, Partial<OutputOptions>, Partial<ExportBytes>, string]>([
    ['ClassTag’s settings', {}, {}, 'a,b\r1,x,y\r,say "hi"\r'],
    ['no final delimiter', {}, { finalDelimiter: false }, 'a,b\r1,x,y\r,say "hi"'],
    ['no headers', { includeHeaders: false }, {}, '1,x,y\r,say "hi"\r'],
    ['quotes', { surroundInQuotes: true }, {}, 'a,b\r"1","x,y"\r"","say ""hi"""\r'],
    ['quoted headers', { surroundInQuotes: true }, { headersQuoted: true }, '"a","b"\r"1","x,y"\r"","say ""hi"""\r'],
    ['headers quoted only with quotes on', {}, { headersQuoted: true }, 'a,b\r1,x,y\r,say "hi"\r'],
    [
      'inner quotes as they are',
      { surroundInQuotes: true },
      { quotesInside: 'as-is' },
      'a,b\r"1","x,y"\r"","say "hi""\r',
    ],
    ['quoted when needed', {}, { unquotedSpecials: 'quoted-when-needed' }, 'a,b\r1,"x,y"\r,"say ""hi"""\r'],
    ['LF and tabs', { lineDelimiter: 'LF', fieldDelimiter: 'Tab' }, {}, 'a\tb\n1\tx,y\n\tsay "hi"\n'],
    ['CR/LF', { lineDelimiter: 'CRLF' }, {}, 'a,b\r\n1,x,y\r\n,say "hi"\r\n'],
    ['other delimiters', { lineDelimiter: { other: '~' }, fieldDelimiter: { other: '|' } }, {}, 'a|b~1|x,y~|say "hi"~'],
    [
      'other delimiters, quoted when needed',
      { lineDelimiter: { other: 'x' }, fieldDelimiter: { other: '|' } },
      { unquotedSpecials: 'quoted-when-needed' },
      'a|bx1|"x,y"x|"say ""hi"""x',
    ],
    ['a byte order mark', {}, { byteOrderMark: true }, '\ufeffa,b\r1,x,y\r,say "hi"\r'],
  ])('%s', (_, output, bytes, expected) => {
    expect(text(labels, rows, output, bytes)).toBe(expected);
  });

  test('without rows, the header alone; without that, nothing', () => {
    expect(text(labels, [])).toBe('a,b\r');
    expect(text(labels, [], { includeHeaders: false })).toBe('');
  });

  test.each<[OutputOptions['characterSet'], string, string]>([
    ['UTF-8', 'utf8', 'José Łukasz € 😀'],
    ['Windows ANSI', 'win1252', 'José ?ukasz € ?'],
    ['ISO 8859-1', 'iso88591', 'José ?ukasz ? ?'],
    ['Mac Roman', 'macroman', 'José ?ukasz ? ?'],
  ])('%s', (characterSet, encoding, expected) => {
    const bytes = written(
      ['n'],
      [['José Łukasz € 😀']],
      { characterSet, includeHeaders: false },
      { finalDelimiter: false },
    );
    expect(iconv.decode(Buffer.from(bytes), encoding)).toBe(expected);
  });

  test('no byte order mark but in UTF-8', () => {
    const bytes = written(['n'], [], { characterSet: 'Windows ANSI' }, { byteOrderMark: true });
    expect(Buffer.from(bytes).toString('latin1')).toBe('n\r');
  });

  test('any labels and values come back from a quoted file', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', ',', '\r', '\n', '\r\n', '""', '\t', ''),
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<'CR' | 'LF' | 'CRLF'>('CR', 'LF', 'CRLF'),
        fc.constantFrom<'Comma' | 'Tab'>('Comma', 'Tab'),
        fc.boolean(),
        (cells, lineDelimiter, fieldDelimiter, finalDelimiter) => {
          const [header = [], ...values] = cells;
          const file = text(
            header,
            values,
            { lineDelimiter, fieldDelimiter, surroundInQuotes: true },
            { headersQuoted: true, finalDelimiter },
          );
          expect(readCsv(file, fieldDelimiter === 'Comma' ? ',' : '\t')).toEqual(cells);
        },
      ),
    );
  });

  test('many rows are the same as few, through all pieces', () => {
    const many = Array.from({ length: 20_000 }, (_, row) => [String(row), `Łukasz ${row}`]);
    expect(readCsv(text(labels, many), ',')).toEqual([labels, ...many]);
  });
});

test('%d in a file name is the day', () => {
  const day = new Date('2026-03-01T12:00:00Z');
  expect(datedFileName('1-Other-%d.csv', day)).toBe('1-Other-2026-03-01.csv');
  expect(datedFileName('users.csv', day)).toBe('users.csv');
});
