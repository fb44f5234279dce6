import { beforeAll, describe, expect, it, vi } from 'vitest';
import { RowReader } from '../../../../utils/roster/engine/reader.ts';
import { makeScanner, PlainScanner, type Scanner } from '../../../../utils/roster/engine/scan.ts';
import { sniff } from '../../../../utils/roster/engine/sniff.ts';
import { type Read, raw, read, text } from './help.ts';

let simd: Scanner;
beforeAll(async () => {
  simd = await makeScanner();
});

/** Reads a file both ways, which must agree. */
function both(file: string, how: { block?: number; longest?: number; chunks?: number[] } = {}): Read {
  const found = read(raw(file), { ...how, scanner: simd });
  expect(read(raw(file), { ...how, scanner: new PlainScanner() })).toEqual(found);
  return found;
}

const once = (row: number) => ({ count: 1, rows: [row] });
const NEVER = { count: 0, rows: [] };

describe('what may be wrong with a row', () => {
  it.each([
    ['a quote inside a cell', 'a,b\r1,2\r5" wide,x\r', 'innerQuote', ['5" wide', 'x']],
    ['a quote behind a space', 'a,b\r1,2\r "x",y\r', 'innerQuote', [' "x"', 'y']],
    ['text behind a closing quote', 'a,b\r1,2\r"x"y,z\r', 'afterQuote', ['xy', 'z']],
    ['quotes in text behind a closing quote', 'a,b\r1,2\r"x"y"z",z\r', 'afterQuote', ['xy"z"', 'z']],
    ['a line end in quotes', 'a,b\r1,2\r"x\ry",z\r', 'innerBreak', ['x\ry', 'z']],
    ['a NUL', 'a,b\r1,2\rx\0,z\r', 'nul', ['x\0', 'z']],
    ['a NUL in quotes', 'a,b\r1,2\r"\0",z\r', 'nul', ['\0', 'z']],
    ['a cell too many', 'a,b\r1,2\r3,4,\r', 'wide', ['3', '4', '']],
    ['a cell too few', 'a,b\r1,2\r3\r', 'narrow', ['3']],
  ] as const)('tells %s', (_, file, what, row) => {
    const { syntax, rows } = both(file);
    for (const each of ['innerQuote', 'afterQuote', 'innerBreak', 'nul', 'wide', 'narrow'] as const) {
      expect([each, syntax[each]]).toEqual([each, each === what ? once(1) : NEVER]);
    }
    expect(rows).toEqual([['1', '2'], row]);
    expect(syntax.unclosedQuote).toBeNull();
  });

  it('counts a row once, whatever happens in it how often, and in the header nothing', () => {
    const { syntax } = both('a"b,c\0\r1"2,"x"y\r3"4"5,6"7\r');
    expect(syntax.innerQuote).toEqual({ count: 2, rows: [0, 1] });
    expect(syntax.afterQuote).toEqual(once(0));
    expect(syntax.nul).toEqual(NEVER);
  });

  it('lists the first hundred and counts all', () => {
    const { syntax } = both(`a,b\n${'1\n'.repeat(250)}`);
    expect(syntax.narrow.count).toBe(250);
    expect(syntax.narrow.rows).toEqual(Array.from({ length: 100 }, (_, row) => row));
  });

  it('pads a narrow row and cuts a wide one, and gives all cells apart', () => {
    const { rows, fitted, special } = both('a,b,c\r1\r1,2,3,\x01,"5"\r');
    expect(rows).toEqual([['1'], ['1', '2', '3', '\x01', '5']]);
    expect(fitted).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
    expect(special).toEqual([]);
  });
});

describe('quotes', () => {
  it('takes away those around a cell, undoubles those inside, and counts the cells', () => {
    const { rows, syntax, special } = both('"a","b","c"\r"1","say ""hi""",""\r"""",x,y\r');
    expect(rows).toEqual([
      ['1', 'say "hi"', ''],
      ['"', 'x', 'y'],
    ]);
    expect(special).toEqual(['0:1', '1:0']);
    expect(syntax.quotedCells).toBe(4);
  });

  it.each([
    ['in a cell', 'a,b\r\n1,2\r\n3,"x\r\ny,z\r\n', 3, 2, ['3', 'x\r\ny,z\r\n'], 2],
    ['as the last byte', 'a,b\r1,"', 2, 0, ['1', ''], 1],
    ['behind a doubled quote', 'a,b\r1,"x""', 2, 0, ['1', 'x"'], 1],
    ['behind a line end in quotes', 'a,b\r"1\n\r2","x\ny', 4, 1, ['1\n\r2', 'x\ny'], 1],
  ])('tells one that never closes: %s', (_, file, line, lines, row, rows) => {
    const found = both(file);
    expect(found.syntax).toMatchObject({ unclosedQuote: line, swallowedLines: lines, rows, finalNewline: false });
    expect(found.rows.at(-1)).toEqual(row);
  });

  it('tells one in the header that never closes', () => {
    expect(both('a,"b\r1,2\r3,4').syntax).toMatchObject({ unclosedQuote: 1, swallowedLines: 2, rows: 0 });
  });
});

describe('lines', () => {
  it('takes CR, LF and CRLF for one end each, in any mixture', () => {
    const { rows, syntax } = both('a\r1\n2\r\n3\n\r4');
    expect(rows).toEqual([['1'], ['2'], ['3'], ['4']]);
    expect(syntax).toMatchObject({ cr: 2, lf: 2, crlf: 1, finalNewline: false, blankLines: { inner: 1, trailing: 0 } });
  });

  it('counts blank lines inside and behind', () => {
    const { syntax } = both('\na\n\n1\n\n\n2\n\n\n\n');
    expect(syntax).toMatchObject({ rows: 2, blankLines: { inner: 4, trailing: 3 }, finalNewline: true });
  });

  it('takes a line of spaces, of commas or of two quotes for a row', () => {
    expect(both('a,b\n \n,\n""\n').rows).toEqual([[' '], ['', ''], ['']]);
  });

  it.each([
    ['', { rows: 0, bytes: 0, finalNewline: false }],
    ['a,b', { rows: 0, bytes: 3, finalNewline: false }],
    ['a,b\r', { rows: 0, bytes: 4, finalNewline: true, cr: 1 }],
    ['\r\n', { rows: 0, crlf: 1, blankLines: { inner: 0, trailing: 1 } }],
  ])('reads a file without rows: %j', (file, wanted) => {
    const found = both(file);
    expect(found.rows).toEqual([]);
    expect(found.syntax).toMatchObject(wanted);
  });
});

describe('size', () => {
  it('tells for each batch where its first row stands', () => {
    const row = (at: number): string => `${at},"x\ny",${'z'.repeat(at % 90)}\r\n`;
    const rows = Array.from({ length: 12_000 }, (_, at) => row(at));
    const { syntax } = both(`\xef\xbb\xbfa,b,c\r\n\r\n${rows.join('')}`, { chunks: [70_001] });
    expect(syntax.rows).toBe(12_000);
    expect(syntax.checkpoints.length).toBeGreaterThan(2);
    let [at, offset] = [0, 3 + 'a,b,c\r\n\r\n'.length];
    for (const checkpoint of syntax.checkpoints) {
      for (; at < checkpoint.row; at += 1) offset += rows[at]?.length ?? 0;
      expect(checkpoint).toEqual({ row: at, offset, line: 3 + at * 2 });
    }
  });

  it('keeps a cell of megabytes, and looks at no byte of it again and again', () => {
    const long = 'x""y,\r\n\xff'.repeat(200_000);
    const scanned = vi.spyOn(PlainScanner.prototype, 'scan');
    const { rows, syntax } = read(raw(`a,b\r1,"${long}"\r2,3\r`), { chunks: [65_536] });
    const bytes = scanned.mock.calls.reduce((sum, [from, to]) => sum + to - from, 0);
    scanned.mockRestore();
    expect(rows[0]?.[1]).toBe(long.replaceAll('""', '"'));
    expect(rows[1]).toEqual(['2', '3']);
    // Once each, and the first 4 KiB for each delimiter that might be.
    expect(bytes).toBeLessThan(syntax.bytes + 20_000);
    expect(syntax).toMatchObject({ rows: 2, innerBreak: once(0), encoding: { firstBad: 7 + 7 } });
  });

  it('reads a row of very many cells', () => {
    for (const scanner of [simd, new PlainScanner()]) {
      const { rows } = read(raw(`a,b\r${','.repeat(300_000)}\r1,2\r`), { scanner });
      expect(rows[0]).toHaveLength(300_001);
      expect(rows[1]).toEqual(['1', '2']);
    }
  });

  it('reads very many short rows in batches', () => {
    const { syntax, rows } = read(raw(`a\n${'1\n'.repeat(50_000)}`), { scanner: simd });
    expect(syntax.rows).toBe(50_000);
    expect(rows.every(([cell]) => cell === '1')).toBe(true);
    expect(syntax.checkpoints.length).toBeGreaterThan(5);
  });

  it('cuts a cell that is too long from memory, and still counts what it holds', () => {
    const middle = 'a\r\n\0'.repeat(100);
    const file = `a,b\r1,2\r"p\rq","${middle}\xe9${'z'.repeat(64)}"\r3,\xe9\r4,"5\r`;
    const whole = both(file);
    for (const block of [10, 16, 37]) {
      const { rows, syntax } = both(file, { block, longest: 64, chunks: [1000] });
      expect({ ...syntax, checkpoints: [] }).toEqual({ ...whole.syntax, checkpoints: [] });
      for (const { row, offset, line } of syntax.checkpoints) {
        const starts = [file.indexOf('1,2'), file.indexOf('"p'), file.indexOf('3,'), file.indexOf('4,')];
        expect([offset, line]).toEqual([starts[row], [2, 3, 105, 106][row]]);
      }
      expect(rows[0]).toEqual(['1', '2']);
      expect(rows[1]?.[0]).toBe('p\rq');
      expect(rows[1]?.[1]?.length).toBeLessThan(150);
      expect(rows.slice(2)).toEqual(whole.rows.slice(2));
    }
  });

  it('counts UTF-16 that it does not keep', () => {
    const file = `a,b\r1,"${'é\n'.repeat(500)}"\r2,${'3'.repeat(40)}\r4,5\r`;
    const bytes = new Uint8Array(Uint16Array.from(file, (sign) => sign.charCodeAt(0)).buffer);
    const { syntax } = read(bytes, { block: 16, longest: 64 });
    expect(syntax.checkpoints.at(-1)).toEqual({ row: 2, offset: file.indexOf('4,') * 2, line: 504 });
    expect(syntax).toMatchObject({ rows: 3, innerBreak: once(0), encoding: { name: 'utf-16le', firstBad: null } });
  });

  it('tells lines that were cut out of one cell from those that an open quote swallows behind it', () => {
    const file = `a,b\r"${'x\n'.repeat(500)}","y\nz`;
    const { syntax } = both(file, { block: 16, longest: 64 });
    expect(syntax).toMatchObject({ unclosedQuote: 502, swallowedLines: 1, rows: 1 });
  });

  it('does not keep what a quote swallows that never closes', () => {
    const file = `a,b\r1,"2\r${'3,4\r'.repeat(10_000)}`;
    const { rows, syntax } = both(file, { block: 1024, longest: 4096 });
    expect(syntax).toMatchObject({ rows: 1, unclosedQuote: 2, swallowedLines: 10_001, innerBreak: once(0) });
    expect(rows[0]?.[1]?.length).toBeLessThan(7000);
  });
});

describe('scanners', () => {
  it('makes one of WebAssembly, and the plain one where it may not compile', async () => {
    expect(simd.kind).toBe('simd');
    const { WebAssembly } = globalThis;
    vi.stubGlobal('WebAssembly', { compile: WebAssembly.compile, instantiate: () => Promise.reject(new Error('No')) });
    try {
      expect((await makeScanner()).kind).toBe('plain');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('keeps what is in memory when it makes room', () => {
    for (const scanner of [simd, new PlainScanner()]) {
      scanner.reserve(8, 8, 8);
      scanner.bytes.set(raw('a,b\r"c",'));
      scanner.sepCount = 0;
      scanner.specialCount = 0;
      scanner.scan(0, 8, 0x2c, 0);
      scanner.starts[7] = 70;
      scanner.ends[7] = 71;
      scanner.reserve(3_000_000, 500_000, 900_000);
      expect(text(scanner.bytes.subarray(0, 8))).toBe('a,b\r"c",');
      expect([...scanner.seps.subarray(0, 3)]).toEqual([1, 3, 7]);
      expect([...scanner.lines.subarray(0, 1)]).toEqual([1]);
      expect([scanner.starts[7], scanner.ends[7]]).toEqual([70, 71]);
      expect(scanner.starts.length).toBeGreaterThanOrEqual(900_000);
    }
  });

  it('serves one reader after another', () => {
    for (const file of ['a,b\r1,"unclosed', 'a,b\r1,2\r']) {
      const bytes = raw(file);
      const reader = new RowReader(sniff(bytes), { batch: () => {} }, simd);
      reader.push(bytes);
      expect(reader.end().rows).toBe(1);
    }
  });
});
