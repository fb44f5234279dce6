import { afterEach, describe, expect, it } from 'vitest';
import { told, toldReport } from '../../../utils/roster/told.ts';
import { both, counted, english } from '../../../utils/roster/words.ts';
import { catalogOf, messagesOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { checkSet } from './check-help.ts';

const texts = catalogOf('en');
const speak = (language: Record<string, string>) => useTexts((key) => language[key] ?? '');
afterEach(() => speak(texts));

const HEADER = 'sourcedId,givenName,familyName,role,email,sms,phone,orgSourcedIds,agentSourcedIds,grades,language';
const people = (values: string[]) =>
  [HEADER, ...values.map((school, at) => `T${at},Ada,Okafor,teacher,a${at}@example.org,,,${school},,,en`), ''].join(
    '\r',
  );

describe('a phrase', () => {
  const missing = { says: '{n} {has} no role.', n: 1204 };

  it('is said in the reader’s language, numbers and forms too', () => {
    expect(english(missing)).toBe('1,204 rows have no role.');
    expect(english({ ...missing, n: 1 })).toBe('1 row has no role.');
    speak(messagesOf('es'));
    expect(told(missing)).toBe('1,204 filas no tienen rol.');
    expect(told({ ...missing, n: 1 })).toBe('1 fila no tiene rol.');
    expect(told(both(['a.csv', 'b.csv', counted(1, 'line', 'lines')]))).toBe('a.csv y b.csv y 1 línea');
  });

  it('looks at nothing twice that is put in', () => {
    expect(english({ says: '{a} {b}', with: { a: '{b}', b: 'x' } })).toBe('{b} x');
    expect(english({ says: '{constructor} {n}' })).toBe('{constructor} {n}');
  });

  it('keeps what is put in apart from words that run the other way', () => {
    speak({ ...messagesOf('es'), dir: 'rtl' });
    expect(told({ says: '{file} is empty.', with: { file: 'users.csv' } })).toBe('\u2068users.csv\u2069 está vacío.');
  });
});

describe('a report', () => {
  it('is told in the reader’s language, and its values are left as they are', async () => {
    // Ids that read as something the engine says.
    const report = await checkSet({ 'users.csv': people(['none', 'no', 'no', 'yes', 'comma', '']) });
    speak(messagesOf('es'));
    const spanish = toldReport(report);
    expect(spanish.verdict.text).toBe('Harán fallar la sincronización: 1 problema.');
    expect(spanish.findings.map(({ code, message }) => `${code} ${message}`)).toContain(
      'U4 1 fila no tiene id de escuela.',
    );
    const schools = spanish.pictures.find(({ id }) => id === 'schools');
    expect(schools?.title).toBe('Usuarios por escuela');
    expect(schools?.bars.map(({ name }) => name)).toEqual(['(vacío)', 'comma', 'no', 'none', 'yes']);
    const facts = Object.fromEntries((spanish.files[0]?.facts ?? []).map(({ id, found }) => [id, found]));
    expect(facts).toMatchObject({ delimiter: 'coma', quotes: 'no hay', bom: 'no', 'line-ending': 'CR', rows: '6' });
    expect(spanish.findings.map(({ places }) => places)).toEqual(report.findings.map(({ places }) => places));
  });

  it('is the same in English', async () => {
    const report = await checkSet({ 'users.csv': people(['1200', '']) });
    expect(toldReport(report)).toEqual(report);
  });
});
