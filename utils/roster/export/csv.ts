import type { Finding, Place, Report } from '../report.ts';
import { withoutValues } from './rows.ts';

/** The columns of the saved report, in order: docs/report.md. */
export const REPORT_COLUMNS = [
  'severity',
  'code',
  'cause',
  'file',
  'column',
  'count',
  'message',
  'advice',
  'line',
  'row',
  'id',
  'value',
] as const;

/**
 * A value that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the report runs
 * nothing. A tab or a line break in front counts too: some programs skip it.
 */
const FORMULA = /^[\t\r\n ]*[=+\-@]/;

/** One cell: safe for spreadsheets, in quotes where RFC 4180 needs them. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function row(finding: Finding, place: Place | null): string {
  const { severity, code, cause, file, count, message, advice } = finding;
  const column = place?.column ?? finding.column;
  const where = place ? [place.line, place.row, place.id, place.value] : [null, null, null, null];
  return [severity, code, cause, file, column, count, message, advice, ...where].map(cell).join(',');
}

/**
 * The findings as CSV (RFC 4180, CRLF, UTF-8 with a byte order mark, by which spreadsheets know it): a line for each
 * place that is listed, one line for a finding without places. Values are empty unless `withValues`.
 */
export function reportCsv(report: Report, withValues: boolean): string {
  const { findings } = withValues ? report : withoutValues(report);
  const lines = findings.flatMap((finding) =>
    finding.places.length === 0 ? [row(finding, null)] : finding.places.map((place) => row(finding, place)),
  );
  return `\ufeff${[REPORT_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
