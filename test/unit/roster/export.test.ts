import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { REPORT_COLUMNS, reportCsv } from '../../../utils/roster/export/csv.ts';
import { reportJson } from '../../../utils/roster/export/json.ts';
import { reportName } from '../../../utils/roster/export/rows.ts';
import type { Report } from '../../../utils/roster/report.ts';
import { finding, PROBLEMS, places, report, SAVED } from '../../gallery/check.ts';

/** The lines of a saved CSV as another program reads them. */
function read(csv: string): Record<string, string>[] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const { data, errors, meta } = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual([...REPORT_COLUMNS]);
  return data;
}

const withValue = (value: string): Report =>
  report({ findings: [finding({ message: 'One.', count: 1, places: places(1, 'email', () => value) })] });

describe('the report as CSV', () => {
  it('has a line for each place, and one for a finding without', () => {
    const lines = read(reportCsv(PROBLEMS, true));
    const expected = PROBLEMS.findings.reduce((sum, { places }) => sum + Math.max(1, places.length), 0);
    expect(lines).toHaveLength(expected);
    expect(lines[0]).toEqual({
      severity: 'error',
      code: 'F5',
      cause: 'wide',
      file: 'users',
      column: 'familyName',
      count: '2',
      message: '2 rows have more values than the header. There is a comma too many, probably in familyName.',
      advice:
        'Take the comma out in PowerSchool, or turn on “Surround field values in quotes” on step 3 and tell ClassTag, whose guide says off.',
      line: '12',
      row: '11',
      id: 'U100234',
      value: 'Okafor, Jr.',
    });
    expect(lines.at(-1)).toMatchObject({ severity: 'note', column: '', line: '', row: '', id: '', value: '' });
  });

  it('leaves the values out unless they are wanted, and nothing else', () => {
    const [shown, hidden] = [read(reportCsv(PROBLEMS, true)), read(reportCsv(PROBLEMS, false))];
    expect(hidden).toEqual(shown.map((line) => ({ ...line, value: '' })));
    expect(shown.some(({ value }) => value !== '')).toBe(true);
    expect(reportCsv(PROBLEMS, false)).not.toContain('Okafor');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', ' =1', '\r=1', '\n@x', '=HYPERLINK("x","y")'])(
    'lets no spreadsheet run %j',
    (value) => {
      expect(read(reportCsv(withValue(value), true))[0]?.value).toBe(`'${value}`);
    },
  );

  it('says nothing more where nothing was found', () => {
    expect(reportCsv(report(), true)).toBe(`\ufeff${REPORT_COLUMNS.join(',')}\r\n`);
  });

  it('gives every other value back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', 'a', "'", '=', '-', 'é', '名', ';') }),
        (value) => {
          const [line] = read(reportCsv(withValue(value), true));
          const isFormula = /^\s*[=\-+@]/.test(value);
          expect(line?.value).toBe(isFormula ? `'${value}` : value);
        },
      ),
    );
  });
});

describe('the report as JSON', () => {
  it('is the report', () => {
    expect(PROBLEMS.phrases?.size).toBeGreaterThan(0);
    expect(JSON.parse(reportJson(PROBLEMS, true))).toEqual(SAVED);
  });

  it('has null for values that are not wanted', () => {
    const read = JSON.parse(reportJson(PROBLEMS, false)) as Report;
    expect(read.findings.flatMap(({ places }) => places.map(({ value }) => value)).every((v) => v === null)).toBe(true);
    const counts = (of: Report) => of.findings.map(({ count, places }) => [count, places.map(({ id }) => id)]);
    expect(counts(read)).toEqual(counts(PROBLEMS));
    expect(read.schema).toBe(1);
  });
});

it('is named by the time of the check', () => {
  expect(reportName(report(), 'csv')).toBe('check-2026-11-25-1541.csv');
});
