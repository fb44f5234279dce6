import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../utils/roster/report.ts';
import { checkSet } from './check-help.ts';
import { reference } from './engine/help.ts';

const HEADER = ['sourcedId', 'orgSourcedIds', 'role', 'givenName', 'familyName', 'email', 'language'];
const EMAIL = HEADER.indexOf('email');

/** How a text becomes bytes, and which letters it may hold. */
const ENCODINGS: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => iconv.encode(text, 'utf8'),
  'UTF-8 with BOM': (text) => iconv.encode(text, 'utf8', { addBOM: true }),
  'UTF-16 LE': (text) => iconv.encode(text, 'utf-16le', { addBOM: true }),
  'UTF-16 BE': (text) => iconv.encode(text, 'utf-16be', { addBOM: true }),
  'Windows-1252': (text) => iconv.encode(text, 'win1252'),
};

interface Line {
  /** A space in it: not written like one, wherever it stands. */
  email: string;
  name: string;
  end: string;
  /** Lines without anything before it. */
  blank: number;
}

const lineOf = fc.record({
  email: fc.constantFrom(
    'a b',
    'é ü',
    'x',
    '"a ""b"""',
    '"a\nb"',
    '"a\r\n\r\nb c"',
    'a b, c',
    'ok@example.org',
    '"ok@example.org"',
    'ß“”…',
  ),
  name: fc.constantFrom('Noor', 'José', '"Ann\rMarie"', '"Lee, Jr."', "O'Neil", '—'),
  end: fc.constantFrom('\r', '\n', '\r\n'),
  blank: fc.constantFrom(0, 0, 0, 1, 2),
});

const written = (lines: Line[]): string =>
  lines
    .map(
      ({ email, name, end, blank }, at) => `${end.repeat(blank)}id-${at},0101,teacher,${name},Okafor,${email},en${end}`,
    )
    .join('');

/** As a slow reader tells them: each row that is wide, and each whose email is not written like one. */
function slowly(text: string, above: number): { wide: Place[]; email: Place[] } {
  const { rows, syntax } = reference(text, ',', HEADER.length);
  const [wide, email]: Place[][] = [[], []];
  rows.forEach((cells, at) => {
    const value = cells.slice(EMAIL, EMAIL + 1 + cells.length - HEADER.length).join(',');
    const place = {
      line: (syntax.checkpoints[at]?.line ?? 0) + above,
      row: at + 1,
      column: 'email',
      id: cells[0] ?? '',
      value,
    };
    if (cells.length > HEADER.length) wide?.push(place);
    if (!/^\w+@\w+\.\w+$/.test(value)) email?.push(place);
  });
  return { wide: wide ?? [], email: email ?? [] };
}

const title = fc.constantFrom('', 'Users of the district\r\n', 'Users\n\nExported today\n');

describe('the places of findings', () => {
  it.each(Object.keys(ENCODINGS))('are those that a slow reader finds, in %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lineOf, { minLength: 1, maxLength: 30 }),
        title,
        fc.integer({ min: 1, max: 40 }),
        async (lines, given, chunk) => {
          // In UTF-16 nobody looks for a header below a title.
          const above = encoding.startsWith('UTF-16') ? '' : given;
          const text = `${HEADER.join()}\n${written(lines)}`;
          const bytes = new Uint8Array(ENCODINGS[encoding]?.(above + text) ?? []);
          const { findings } = await checkSet({ 'users.csv': bytes }, {}, { chunk });
          const placesOf = (cause: string, column: string) =>
            findings.filter((one) => one.cause === cause && one.column === column).flatMap(({ places }) => places);
          const slow = slowly(text, above.split(/\r\n|\n/).length - 1);
          expect(placesOf('form', 'email')).toEqual(slow.email);
          expect(placesOf('wide', 'email')).toEqual(slow.wide);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are right far into a large file', async () => {
    const ends = ['\r', '\n', '\r\n'];
    const lines = Array.from({ length: 30_000 }, (_, at) => ({
      email: at % 997 === 0 ? 'a b' : at % 1499 === 0 ? 'a b, c' : 'ok@example.org',
      name: at % 7 === 0 ? '"Ann\nMarie"' : 'Noor',
      end: ends[at % 3] ?? '',
      // Not where a LF would follow a CR.
      blank: at % 1002 === 0 ? 2 : 0,
    }));
    let next = 2;
    const places = lines.map(({ email, name, blank }, at) => {
      const line = next + blank;
      next = line + (name.includes('\n') ? 2 : 1);
      return { line, row: at + 1, column: 'email', id: `id-${at}`, value: email };
    });
    const { findings } = await checkSet({ 'users.csv': `${HEADER.join()}\r${written(lines)}` });
    const found = (wanted: string) =>
      findings.find(({ cause, column }) => cause === wanted && column === 'email')?.places;
    expect(found('form')).toEqual(places.filter(({ value }) => value.includes(' ')));
    expect(found('wide')).toEqual(places.filter(({ value }) => value.includes(',')));
  });

  it('are the first hundred, and all are counted', async () => {
    const lines = Array.from({ length: 250 }, () => ({ email: 'a b', name: 'Noor', end: '\r', blank: 0 }));
    const { findings } = await checkSet({ 'users.csv': `${HEADER.join()}\r${written(lines)}` });
    const email = findings.find(({ code, cause }) => code === 'U7' && cause === 'form');
    expect(email?.count).toBe(250);
    expect(email?.places.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  });

  it('have no value for the row as a whole, and for an id what tells rows apart', async () => {
    const report = await checkSet({
      'enrollments.csv': 'classSourcedId,schoolSourcedId,userSourcedId,role\r0501,0101,0001\r,0101,0001,student\r',
    });
    const placesOf = (of: string) => report.findings.find(({ cause }) => cause === of)?.places;
    expect(placesOf('narrow')).toEqual([{ line: 2, row: 1, column: null, id: '0501 · 0001', value: null }]);
    expect(placesOf('blank')).toEqual([{ line: 3, row: 2, column: 'classSourcedId', id: ' · 0001', value: '' }]);
  });
});
