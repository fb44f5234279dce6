import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../../../utils/roster/engine/sniff.ts';
import { raw, utf8 } from './help.ts';

const COMMA = 0x2c;

describe('sniff', () => {
  it.each([
    ['nothing', '', { header: [], delimiter: COMMA }],
    ['a byte order mark only', '\xef\xbb\xbf', { bom: 3, header: [] }],
    ['blank lines only', '\r\n\r\n', { header: [] }],
    ['blank lines before the header', '\r\n\ra,b\r', { header: ['a', 'b'] }],
    ['a header without a line end', 'a,b', { header: ['a', 'b'] }],
    ['spaces kept', ' a , b\n', { header: [' a ', ' b'] }],
    ['one cell', 'a\n1,2\n', { header: ['a'], delimiter: COMMA }],
    ['semicolons', 'a;b;c,d\n', { header: ['a', 'b', 'c,d'], delimiter: 0x3b }],
    ['tabs', 'a\tb\n', { header: ['a', 'b'], delimiter: 9 }],
    ['bars', 'a|b\n', { header: ['a', 'b'], delimiter: 0x7c }],
    ['delimiters in quotes', '"a;b;c","d"\n', { header: ['a;b;c', 'd'], delimiter: COMMA }],
    ['a comma where both are as many', 'a,b;c\n', { header: ['a', 'b;c'], delimiter: COMMA }],
    ['doubled quotes', '"a""b","c"\r', { header: ['a"b', 'c'] }],
    ['a line end in quotes', '"a\nb",c\n1,2\n', { header: ['a\nb', 'c'] }],
    ['a quote that never closes', 'a,"b\n1,2', { header: ['a', 'b\n1,2'] }],
    ['UTF-8', '\xef\xbb\xbfpr\xc3\xa9nom,b\r', { bom: 3, header: ['prénom', 'b'] }],
    ['Windows-1252', 'pr\xe9nom,\x80\r', { bom: 0, header: ['prénom', '€'] }],
    ['NULs that are no UTF-16', 'a\0b,c\r', { utf16: null, header: ['a\0b', 'c'] }],
  ])('knows %s', (_, bytes, wanted) => {
    expect(sniff(raw(bytes))).toMatchObject(wanted);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('knows %s with and without a byte order mark', (name) => {
    for (const addBOM of [true, false]) {
      const bytes = iconv.encode('first;prénom\r\n1;2\r\n', name, { addBOM });
      expect(sniff(bytes)).toEqual({
        bom: addBOM ? 2 : 0,
        utf16: name,
        delimiter: 0x3b,
        header: ['first', 'prénom'],
      });
    }
  });

  it('reads a header of many kilobytes', () => {
    const header = Array.from({ length: 5000 }, (_, at) => `column ${at}`);
    expect(sniff(utf8(`${header.join(',')}\r1,2`)).header).toEqual(header);
  });
});
