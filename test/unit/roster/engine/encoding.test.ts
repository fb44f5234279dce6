import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { EncodingWatch } from '../../../../utils/roster/engine/encoding.ts';
import type { Encoding } from '../../../../utils/roster/engine/types.ts';
import { raw, read, utf8 } from './help.ts';

const NONE = { bom: 0, utf16: null };

/** Looks at bytes in parts of the given size. */
function watch(bytes: Uint8Array, part = bytes.length || 1): Encoding {
  const encoding = new EncodingWatch();
  for (let at = 0; at < bytes.length; at += part) {
    encoding.add(bytes, at, Math.min(at + part, bytes.length), at);
  }
  return encoding.end(NONE);
}

/** The first byte that is no UTF-8, by what a decoder makes of it. */
function firstBad(bytes: Uint8Array): number | null {
  const again = utf8(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  let at = 0;
  while (at < again.length && again[at] === bytes[at]) at += 1;
  if (at === again.length && at === bytes.length) return null;
  // Back to the start of the character that was put in its place.
  while (((again[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

describe('EncodingWatch', () => {
  it.each([
    ['nothing', '', 'ascii', null],
    ['ASCII', 'abc', 'ascii', null],
    ['two bytes', 'a\xc3\xa9', 'utf-8', null],
    ['four bytes', '\xf0\x9f\x98\x80', 'utf-8', null],
    ['the last code point', '\xf4\x8f\xbf\xbf', 'utf-8', null],
    ['a byte by itself', 'ab\xe9', 'iso-8859-1', 2],
    ['a continuation by itself', 'ab\x91c', 'windows-1252', 2],
    ['an overlong form', 'a\xc0\xaf', 'iso-8859-1', 1],
    ['a surrogate', '\xc3\xa9\xed\xa0\xa0', 'iso-8859-1', 2],
    ['a code point that is too high', '\xf4\x90\x80\x80', 'mac-roman', 0],
    ['a sequence broken by a letter', 'abc\xe2\x82x', 'mac-roman', 3],
    ['a sequence broken by the end', 'abc\xe2\x82', 'mac-roman', 3],
    ['bytes that are neither', '\x81\xa4\xa4', 'unknown', 0],
  ] as const)('knows %s', (_, bytes, name, firstBad) => {
    if (name === 'mac-roman') expect(watch(raw(bytes)).firstBad).toBe(firstBad);
    else expect(watch(raw(bytes))).toEqual({ name, bom: false, firstBad });
  });

  it('finds the first bad byte that a decoder finds, wherever the bytes are cut', () => {
    const part = fc.constantFrom(
      'a',
      '\xc3\xa9',
      '\xe2\x82\xac',
      '\xf0\x9f\x98\x80',
      '\xe9',
      '\x80',
      '\xed\xa0',
      '\xf4\x8f\xbf',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 6, arbitrary: part },
            fc.nat(255).map((byte) => String.fromCharCode(byte)),
          ),
        ),
        (parts) => {
          const bytes = raw(parts.join(''));
          const wanted = firstBad(bytes);
          for (let size = 1; size <= 5; size += 1) expect(watch(bytes, size).firstBad).toBe(wanted);
          expect(watch(bytes).firstBad).toBe(wanted);
        },
      ),
      { numRuns: 1000 },
    );
  });

  const NAMES = 'José,Muñoz,García,Zoë,Núñez,Renée,Hernández,Jürgen,Ángel,Peña,François';
  it.each([
    ['windows-1252', `${NAMES},O’Brien – Smith`],
    ['iso-8859-1', NAMES],
    ['mac-roman', NAMES],
    ['mac-roman', 'José'],
    ['mac-roman', `${NAMES},O’Brien – Smith`],
    ['windows-1252', 'O’Brien'],
    ['windows-1252', '“José”'],
    ['utf-8', NAMES],
  ] as const)('guesses %s from %s', (name, names) => {
    const encoded = iconv.encode(names, { 'mac-roman': 'macroman', 'iso-8859-1': 'latin1' }[name as string] ?? name);
    expect(watch(encoded).name).toBe(name);
  });
});

describe('a file in another encoding', () => {
  it('tells the offset in the file of the first bad byte, however the file is cut', () => {
    const file = '\xef\xbb\xbfid,name\r1,Ren\xc3\xa9e\r2,Jos\xe9\r3,Jos\xe9';
    for (const size of [1, 2, 3, 7, 100]) {
      const { syntax, rows } = read(raw(file), { chunks: [size], block: size });
      expect(syntax.encoding).toEqual({ name: 'iso-8859-1', bom: true, firstBad: file.indexOf('\xe9') });
      expect(rows).toEqual([
        ['1', 'Ren\xc3\xa9e'],
        ['2', 'Jos\xe9'],
        ['3', 'Jos\xe9'],
      ]);
    }
  });

  it('finds it in the header, in quotes, behind doubled quotes, and in a cell beyond the header', () => {
    for (const file of ['id,\xe9\r1,2', 'id,b\r1,"\xe9"', 'id,b\r"a""b\xe9""c",\xe9', 'id\r1,2,\xe9']) {
      expect(read(raw(file)).syntax.encoding.firstBad).toBe(file.indexOf('\xe9'));
    }
  });

  it('does not take two halves for one character where a delimiter is between', () => {
    expect(read(raw('a,b\r\xc3,\xa9')).syntax.encoding).toMatchObject({ firstBad: 4 });
  });

  it('calls UTF-8 with a byte order mark and nothing else UTF-8', () => {
    expect(read(raw('\xef\xbb\xbfa\r1\r')).syntax.encoding).toEqual({ name: 'utf-8', bom: true, firstBad: null });
    expect(read(raw('a\r1\r')).syntax.encoding).toEqual({ name: 'ascii', bom: false, firstBad: null });
  });

  const text = 'id,name\r\n1,"José ""Pepe"" 😀"\r\n\r\n2,Zoë\r\n3,x\r\n';
  it.each([
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ] as const)('reads %s, byte order mark: %s', (name, bom) => {
    const file = iconv.encode(text, name, { addBOM: bom });
    for (const size of [1, 3, 8, 1000]) {
      const { syntax, rows } = read(file, { chunks: [size], block: size });
      expect(syntax.encoding).toEqual({ name, bom, firstBad: null });
      expect(syntax.bytes).toBe(file.length);
      expect(syntax.rows).toBe(3);
      expect(rows.map((row) => row.map((cell) => Buffer.from(cell, 'latin1').toString()))).toEqual([
        ['1', 'José "Pepe" 😀'],
        ['2', 'Zoë'],
        ['3', 'x'],
      ]);
      const places = ['1,"José', '2,Zoë', '3,x'].map((row) => (bom ? 2 : 0) + text.indexOf(row) * 2);
      for (const { row, offset, line } of syntax.checkpoints) {
        expect([offset, line]).toEqual([places[row], [2, 4, 5][row]]);
      }
    }
  });
});
