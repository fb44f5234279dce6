import type { Report } from '../report.ts';
import { withoutValues } from './rows.ts';

/** The report as JSON with a line for each field: schema 1 of docs/report.md. Values are null unless `withValues`. */
export function reportJson(report: Report, withValues: boolean): string {
  return `${JSON.stringify(withValues ? report : withoutValues(report), null, 2)}\n`;
}
