import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../utils/profile/checks.ts';
import { isSpreadsheetNumber, shapes } from '../../../utils/roster/shapes.ts';

const encoder = new TextEncoder();
type Named = Shape | 'spreadsheet-number';

/** Looks at the text between other bytes, which must make no difference. */
function has(shape: Named, text: string, before = '', after = ''): boolean {
  const test = shape === 'spreadsheet-number' ? isSpreadsheetNumber : shapes[shape];
  const start = encoder.encode(before).length;
  return test(encoder.encode(before + text + after), start, start + encoder.encode(text).length);
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

/** The same forms, said slowly. */
const slow: Record<Named, (text: string) => boolean> = {
  email: (text) => /^[^@\0-\x20,;"<>]+@[^@\0-\x20,;"<>.]+(\.[^@\0-\x20,;"<>.]+)+$/.test(text),
  phone: (text) => /^[\d+().\- ]*$/.test(text) && /^\d{10,15}$/.test(text.replace(/\D/g, '')),
  language: (text) => /^[a-z]{2,3}([-_][a-zA-Z0-9]{1,8})*$/.test(text),
  guid: (text) => /^[0-9A-Za-z./@_-]{1,255}$/.test(text),
  date: isDay,
  'date-time': (text) => /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/s.test(text) && isDay(text.slice(0, 10)),
  year: (text) => /^\d{4}$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  integer: (text) => /^-?\d+$/.test(text),
  'user-ids': (text) => /^\{[^:{},]+:[^{},]+\}(,\{[^:{},]+:[^{},]+\})*$/.test(text),
  country: (text) => /^[A-Z]{2}$/.test(text),
  state: (text) => /^[A-Z]{2}$/.test(text),
  'spreadsheet-number': (text) => /^\d+([.,]\d+)?[Ee]\+\d+$/.test(text),
};

const SHAPES = Object.keys(slow) as Named[];

/** Of each form: what is one, and what nearly is. */
const CASES: Record<Named, { yes: string[]; no: string[] }> = {
  email: { yes: ['noor@example.org', 'ø@ex.co.uk'], no: ['noor', 'noor@example', 'a@b@c.org', 'a@.org', 'a@b..org'] },
  phone: {
    yes: ['(950) 336 6601', '+1 212-555-0111', '212.555.0111'],
    no: ['555-0111', '1234567890123456', '21255501x1'],
  },
  language: { yes: ['en', 'fil', 'zh-Hans', 'pt_BR'], no: ['EN', 'e', 'Spanish', 'en-', 'en-123456789', 'es,en'] },
  guid: { yes: ['a', '0/1@x.y_z-9', 'x'.repeat(255)], no: ['', 'x'.repeat(256), 'a b', 'a:b', '{a}', 'é'] },
  date: {
    yes: ['2026-11-25', '2024-02-29', '2000-02-29', '0001-01-01'],
    no: [
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-05',
      '11/25/2026',
      '2026-11-25T',
    ],
  },
  'date-time': {
    yes: ['2012-04-23T18:25:43.511Z', '2012-04-23T18:25:43Z', '2012-04-23T23:59:59.5Z'],
    no: [
      '2012-04-23',
      '2012-04-23T18:25:43',
      '2012-04-23T24:00:00Z',
      '2012-04-23T18:25:43.Z',
      '2012-02-30T18:25:43Z',
      '2012-04-23 18:25:43Z',
      '2012-04-23T18:25:43+02:00',
      '2012-04-23T18:60:43Z',
      '2012-04-23T18:25:60Z',
    ],
  },
  year: { yes: ['2026'], no: ['26', '2026-2027', '20267', '202x'] },
  boolean: { yes: ['true', 'false'], no: ['TRUE', 'True', 'fals', 'truee', '1', ''] },
  integer: { yes: ['0', '-3', '007'], no: ['', '-', '1.0', '+1', '3-', '1(A)'] },
  'user-ids': {
    yes: ['{Local:863}', '{Local:863},{LDAP:a:b}'],
    no: [
      '',
      '863',
      '{863}',
      '{:863}',
      '{Local:}',
      '{Local:863',
      'Local:863}',
      '{a:1},',
      '{a:1};{b:2}',
      '{a:1}{b:2}',
      '{a:{1}}',
    ],
  },
  country: { yes: ['US', 'DE'], no: ['us', 'USA', 'U', ''] },
  state: { yes: ['TX'], no: ['Tx', 'Texas'] },
  'spreadsheet-number': {
    yes: ['1.05E+08', '2,1e+9', '5E+1'],
    no: ['1.05', '1.E+08', 'E+08', '1.05E-08', '1.05E+', '1.05E+0x'],
  },
};

describe.each(SHAPES)('%s', (shape) => {
  it.each(CASES[shape].yes)('is %s', (text) => {
    expect(has(shape, text)).toBe(true);
    expect(slow[shape](text)).toBe(true);
  });

  it.each(CASES[shape].no)('is not “%s”', (text) => {
    expect(has(shape, text)).toBe(false);
    expect(slow[shape](text)).toBe(false);
  });

  it('is what the slow version says of anything', () => {
    // Examples with a part cut out, doubled or exchanged, so that many are of the form and many nearly.
    const near = fc
      .tuple(
        fc.constantFrom(...CASES[shape].yes, ...CASES[shape].no),
        fc.nat(40),
        fc.nat(3),
        fc.string({ maxLength: 2 }),
      )
      .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
    const signs = fc.string({ unit: fc.constantFrom(...'09aZTE.,:-_+@{} /'), maxLength: 24 });
    const around = fc.constantFrom('', ',', '0', 'a', '{', '-');
    fc.assert(
      fc.property(fc.oneof(near, signs, fc.string({ unit: 'binary' })), around, around, (text, before, after) => {
        expect(has(shape, text, before, after)).toBe(slow[shape](text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('date', () => {
  it('knows every day of four hundred years, and no other', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    let days = 0;
    for (let year = 1900; year < 2300; year += 1)
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) if (has('date', `${year}-${two(month)}-${two(day)}`)) days += 1;
    expect(days).toBe(146_097);
  });
});
