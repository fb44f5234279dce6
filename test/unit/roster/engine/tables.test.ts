import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { inferSchema, initParser } from 'udsv';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanner, PlainScanner, type Scanner } from '../../../../utils/roster/engine/scan.ts';
import { sniff } from '../../../../utils/roster/engine/sniff.ts';
import { type How, read, utf8 } from './help.ts';

let simd: Scanner;
beforeAll(async () => {
  simd = await makeScanner();
});

interface Table {
  header: string[];
  rows: string[][];
  delimiter: string;
  end: string;
  /** Quotes around every cell, or around those that need them. */
  all: boolean;
  finalEnd: boolean;
}

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '"', '""', ',', 'a,b', 'a"b', 'a\tb;c|d', 'line\nline', 'a\r\nb', '\r'),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 50, maxLength: 150 }) },
);

const tables: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 9 }).chain((columns) =>
  fc.record({
    header: fc.constant(Array.from({ length: columns }, (_, at) => `column${at}`)),
    // The first cell always holds something: what other readers do with a line without a character differs.
    rows: fc.array(
      fc
        .array(cell, { minLength: columns, maxLength: columns })
        .map((row) => row.map((text, at) => (at === 0 ? `x${text}` : text))),
      { minLength: 1, maxLength: 12 },
    ),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\r', '\n', '\r\n'),
    all: fc.boolean(),
    finalEnd: fc.boolean(),
  }),
);

function written({ header, rows, delimiter, end, all, finalEnd }: Table): string {
  const quoted = (text: string): string =>
    all || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [header, ...rows].map((row) => row.map(quoted).join(delimiter));
  return lines.join(end) + (finalEnd ? end : '');
}

const decoded = (rows: string[][]): string[][] =>
  rows.map((row) => row.map((text) => Buffer.from(text, 'latin1').toString('utf8')));

describe('tables as they should be', () => {
  it('gives the rows that were written, and those of csv-parse and uDSV', () => {
    fc.assert(
      fc.property(tables, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (table, chunks) => {
        const file = written(table);
        const { delimiter, end, header } = table;
        const bytes = utf8(file);
        for (const scanner of [simd, new PlainScanner()]) {
          // The delimiter is told: a header of one cell has none.
          const sniffed = { ...sniff(bytes), delimiter: delimiter.charCodeAt(0) };
          const found = read(bytes, { sniffed, scanner, chunks, block: chunks[0] ?? 1 } satisfies How);
          expect(decoded(found.rows)).toEqual(table.rows);
          expect(found.syntax).toMatchObject({
            rows: table.rows.length,
            bytes: bytes.length,
            finalNewline: table.finalEnd,
            cr: end === '\r' ? table.rows.length + Number(table.finalEnd) : 0,
            wide: { count: 0 },
            narrow: { count: 0 },
            innerQuote: { count: 0 },
            afterQuote: { count: 0 },
            unclosedQuote: null,
            encoding: { firstBad: null },
          });
          expect(decoded(found.rows)).toEqual(
            parse(file, { delimiter, record_delimiter: end, from_line: 1, from: 2 }) as string[][],
          );
        }
        // uDSV gives no rows at all for files of one column.
        if (header.length === 1) return;
        const schema = inferSchema(file, { col: delimiter, row: end, encl: '"', header: () => [header] });
        const theirs = initParser(schema).stringArrs(file) as string[][];
        expect(theirs).toEqual(table.rows);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same rows wherever the file is cut', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const bytes = utf8(written(table));
        const sniffed = { ...sniff(bytes), delimiter: table.delimiter.charCodeAt(0) };
        const whole = read(bytes, { sniffed });
        for (let cut = 1; cut < bytes.length; cut += 1) {
          const found = read(bytes, { sniffed, scanner: simd, chunks: [cut, bytes.length], block: cut });
          expect(found.rows).toEqual(whole.rows);
          expect({ ...found.syntax, checkpoints: [] }).toEqual({ ...whole.syntax, checkpoints: [] });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('sniffs the delimiter and the header', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { delimiter, header } = sniff(utf8(written(table)));
        expect(header).toEqual(table.header);
        expect(delimiter).toBe(table.header.length > 1 ? table.delimiter.charCodeAt(0) : 0x2c);
      }),
      { numRuns: 200 },
    );
  });
});
