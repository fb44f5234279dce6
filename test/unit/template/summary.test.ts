import { afterEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import type { Profile } from '../../../utils/profile/schema.ts';
import { inLanguage, planSummary, type SummaryReading } from '../../../utils/template/summary.ts';
import { catalogOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { fileOf } from './pages.ts';

const free = (value: string | boolean, option?: string): Reading => ({
  value,
  editable: true,
  ...(option === undefined ? {} : { option }),
});

/** Everything as the guide wants it. */
const right: SummaryReading = {
  fileName: free('users.csv'),
  lineDelimiter: free('CR', 'CR'),
  fieldDelimiter: free('Comma', 'Comma'),
  characterSet: free('UTF-8', 'UTF-8'),
  includeHeaders: free(true),
  surroundInQuotes: free(false),
};

const plan = (changed: Partial<SummaryReading>, profile: Profile = classtag) =>
  planSummary({ ...right, ...changed }, profile, fileOf('users'));

const lineOf = (control: keyof SummaryReading, reading: SummaryReading[typeof control], profile?: Profile) => {
  const line = plan({ [control]: reading }, profile).find((one) => one.control === control);
  if (!line) throw new Error(`There is no line ${control}.`);
  return line;
};

describe('the export summary', () => {
  it('has six lines in the order of the page', () => {
    expect(plan({}).map(({ name, now, wanted, state }) => [name, now, wanted, state])).toEqual([
      ['Export File Name', 'users.csv', 'users.csv', 'right'],
      ['Line Delimiter', 'CR', 'CR', 'right'],
      ['Field Delimiter', 'Comma', 'Comma', 'right'],
      ['Character Set', 'UTF-8', 'UTF-8', 'right'],
      ['Include Column Headers', 'on', 'on', 'right'],
      ['Surround "field values" in Quotes', 'off', 'off', 'right'],
    ]);
  });

  it('plans nothing where all is right', () => {
    expect(plan({}).flatMap(({ change }) => change ?? [])).toEqual([]);
  });
});

describe('settings in another language', () => {
  const speak = (language: string) => {
    const texts = catalogOf(language);
    useTexts((key) => texts[key] ?? '');
  };
  afterEach(() => speak('en'));

  it('are compared and kept alike in all, and shown in the reader’s', () => {
    const english = plan({ includeHeaders: free(false) });
    speak('es');
    expect(plan({ includeHeaders: free(false) })).toEqual(english);
    expect(['on', 'off', ''].map((value) => inLanguage('includeHeaders', value))).toEqual([
      'activado',
      'desactivado',
      '',
    ]);
    expect(inLanguage('fileName', 'on')).toBe('on');
  });
});

describe('spellings of what is right', () => {
  it.each<[keyof SummaryReading, string, string]>([
    ['lineDelimiter', 'CR', '1'],
    ['lineDelimiter', 'cr', '1'],
    ['lineDelimiter', 'Carriage Return', '1'],
    ['lineDelimiter', 'CR (Carriage Return)', '1'],
    // In another language the option's value decides.
    ['lineDelimiter', 'Retour', '\r'],
    ['lineDelimiter', 'Retour', 'CR'],
    ['fieldDelimiter', 'Comma', '2'],
    ['fieldDelimiter', ',', '2'],
    ['fieldDelimiter', 'Comma (,)', '2'],
    ['fieldDelimiter', 'Virgule', ','],
    ['characterSet', 'UTF-8', '3'],
    ['characterSet', 'UTF8', '3'],
    ['characterSet', 'Unicode (UTF-8)', '3'],
    ['characterSet', 'utf-8', '3'],
  ])('%s: %j (value %j)', (control, value, option) => {
    expect(lineOf(control, free(value, option)).state).toBe('right');
  });

  it.each(['CR/LF', 'CR-LF', 'CRLF', 'CR LF', 'CR+LF'])('%s is not CR, but the one the profile may want', (value) => {
    expect(lineOf('lineDelimiter', free(value, '9')).state).toBe('wrong');
    const other: Profile = { ...classtag, output: { ...classtag.output, lineDelimiter: 'CRLF' } };
    expect(lineOf('lineDelimiter', free(value, '9'), other).state).toBe('right');
    expect(lineOf('lineDelimiter', free('CR', '9'), other).state).toBe('wrong');
  });
});

describe('what is wrong', () => {
  it.each<[keyof SummaryReading, string | boolean]>([
    ['fileName', ''],
    ['fileName', 'Users.csv'],
    ['fileName', 'users.csv '],
    ['lineDelimiter', 'LF'],
    ['lineDelimiter', 'Other'],
    ['lineDelimiter', ''],
    ['fieldDelimiter', 'Tab'],
    ['characterSet', 'Windows ANSI'],
    ['characterSet', 'Unicode'],
    ['includeHeaders', false],
    ['surroundInQuotes', true],
  ])('%s: %j', (control, value) => {
    const isSelect = /Delimiter|Set/.test(control);
    const line = lineOf(control, free(value, isSelect ? String(value) : undefined));
    expect(line.state).toBe('wrong');
    expect(line.change).toMatchObject({ before: value, target: { control } });
  });

  it('plans the option by its usual name and all other spellings', () => {
    expect(lineOf('lineDelimiter', free('LF', 'LF')).change).toMatchObject({
      target: { kind: 'select', control: 'lineDelimiter' },
      before: 'LF',
      after: 'CR',
      also: expect.arrayContaining(['\r']),
    });
    expect(lineOf('fileName', free('x')).change).toEqual({
      target: { kind: 'text', control: 'fileName' },
      before: 'x',
      after: 'users.csv',
    });
    expect(lineOf('includeHeaders', free(false)).change).toEqual({
      target: { kind: 'check', control: 'includeHeaders' },
      before: false,
      after: true,
    });
  });

  it('trusts the text before the value', () => {
    expect(lineOf('lineDelimiter', free('LF', 'CR')).state).toBe('wrong');
  });

  it.each(['missing', 'ambiguous'] as const)('plans nothing for a control that is %s', (trouble) => {
    expect(lineOf('characterSet', trouble)).toMatchObject({ state: trouble, now: '', change: null });
  });

  it('plans nothing for a control that cannot be changed', () => {
    const reading = { value: 'LF', editable: false, option: 'LF' };
    expect(lineOf('lineDelimiter', reading)).toMatchObject({ state: 'read-only', now: 'LF', change: null });
    expect(lineOf('lineDelimiter', { ...reading, value: 'CR' }).state).toBe('right');
  });
});
