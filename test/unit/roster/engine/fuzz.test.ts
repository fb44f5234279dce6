import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanner, PlainScanner, type Scanner, State } from '../../../../utils/roster/engine/scan.ts';
import type { Sniffed } from '../../../../utils/roster/engine/types.ts';
import { type How, type Read, raw, read, reference, text } from './help.ts';

/** Always the same numbers from 0 up to `below`. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const sniffed = (delimiter: string): Sniffed => ({
  bom: 0,
  utf16: null,
  delimiter: delimiter.charCodeAt(0),
  header: ['a', 'b', 'c', 'd'],
});

let simd: Scanner;
beforeAll(async () => {
  simd = await makeScanner();
});

const PARTS = [
  '"',
  '"',
  '""',
  ',',
  ',',
  '\t',
  ';',
  '|',
  '\r',
  '\n',
  '\r\n',
  'a',
  'word',
  ' ',
  '\0',
  'é',
  '\x7f',
  '\xff',
];

/** A table as files are, with some bytes put into it, taken out or exchanged. */
function mutated(of: (below: number) => number, size: number): string {
  const end = ['\r', '\n', '\r\n'][of(3)] ?? '\n';
  const quote = of(2) === 0 ? '"' : '';
  const rows = Math.ceil(size / 40);
  let file = `a,b,c,d${end}`;
  for (let row = 0; row < rows; row += 1) {
    file += [`${row}`, 'Robin', 'x'.repeat(of(30)), '{Local:1}'].map((cell) => quote + cell + quote).join(',') + end;
  }
  const signs = [...file];
  for (let change = of(20); change >= 0; change -= 1) {
    const part = PARTS[of(PARTS.length)] ?? '';
    signs.splice(of(signs.length), of(3), part);
  }
  return signs.join('').slice(0, size);
}

/** Nothing but what means something, so that every state meets every byte. */
function dense(of: (below: number) => number, size: number): string {
  let file = '';
  while (file.length < size) file += PARTS[of(PARTS.length)];
  return file;
}

/** As `reference` says, but for the encoding, and with some of the rows as checkpoints only. */
function expectSame(found: Read, wanted: Read): void {
  const { checkpoints, encoding: _, ...syntax } = found.syntax;
  const { checkpoints: places, encoding: __, ...wantedSyntax } = wanted.syntax;
  expect(syntax).toEqual(wantedSyntax);
  expect(found.rows).toEqual(wanted.rows);
  expect(found.fitted).toEqual(wanted.fitted);
  expect(found.special).toEqual(wanted.special);
  for (const checkpoint of checkpoints) expect(checkpoint).toEqual(places[checkpoint.row]);
  if (wanted.rows.length > 0) expect(checkpoints[0]).toEqual(places[0]);
}

describe('mutated bytes', () => {
  it('gives the rows and counts of the slow reader for a million of them, both ways, however they are cut', () => {
    expect(simd.kind).toBe('simd');
    const of = random(4);
    let bytes = 0;
    for (let turn = 0; bytes < 1_000_000; turn += 1) {
      const size = of(10) === 0 ? of(9000) : of(900);
      const delimiter = [',', ';', '\t', '|'][turn % 4] ?? ',';
      const file = (turn % 3 === 0 ? dense(of, size) : mutated(of, size)).replaceAll(',', delimiter);
      const latin = raw(file);
      bytes += latin.length;
      const wanted = reference(file, delimiter, 4);
      const how: How = { sniffed: sniffed(delimiter), chunks: [1 + of(200), 1 + of(7)], block: 1 + of(600) };
      expectSame(read(latin, { ...how, scanner: simd }), wanted);
      expectSame(read(latin, { ...how, scanner: new PlainScanner() }), wanted);
    }
  });

  it('counts the same where it may keep only little of a row', () => {
    const of = random(7);
    for (let turn = 0; turn < 400; turn += 1) {
      const file = `a,b,c,d\r\n1,"${dense(of, of(1500)).replaceAll(/"+|[,;]/g, (part) => (of(3) ? '""' : part))}\r\n2,3\r`;
      const latin = raw(file);
      const { syntax } = reference(file, ',', 4);
      const encoding = read(latin).syntax.encoding;
      for (const scanner of [simd, new PlainScanner()]) {
        const how: How = { sniffed: sniffed(','), scanner, block: 1 + of(60), longest: 1 + of(200) };
        const found = read(latin, how).syntax;
        expect({ ...found, checkpoints: [] }, file).toEqual({ ...syntax, encoding, checkpoints: [] });
        for (const checkpoint of found.checkpoints) expect(checkpoint).toEqual(syntax.checkpoints[checkpoint.row]);
      }
    }
  });

  it('gives the same for a file cut at every byte', () => {
    const of = random(5);
    const file = `a,b,c,d\r\n${dense(of, 200)}`;
    const latin = raw(file);
    const wanted = reference(file, ',', 4);
    for (let cut = 1; cut < latin.length; cut += 1) {
      for (const scanner of [simd, new PlainScanner()]) {
        const how = { sniffed: sniffed(','), chunks: [cut, latin.length], scanner };
        expectSame(read(latin, { ...how, block: cut }), wanted);
        expectSame(read(latin, how), wanted);
      }
    }
  });

  it('finds the same positions both ways, from every state', () => {
    const of = random(6);
    for (let turn = 0; turn < 2000; turn += 1) {
      const bytes = raw(turn % 2 === 0 ? dense(of, of(300)) : mutated(of, 300));
      for (const state of Object.values(State)) {
        const plain = new PlainScanner();
        const found = [plain, simd].map((scanner) => {
          scanner.reserve(bytes.length, bytes.length, 0);
          scanner.bytes.set(bytes);
          scanner.sepCount = 0;
          scanner.specialCount = 0;
          const after = scanner.scan(0, bytes.length, 0x2c, state);
          return [
            after,
            [...scanner.seps.subarray(0, scanner.sepCount)],
            [...scanner.lines.subarray(0, scanner.lineCount)],
            [...scanner.specials.subarray(0, scanner.specialCount)],
          ];
        });
        expect(found[1], text(bytes)).toEqual(found[0]);
      }
    }
  });
});
