import type { Report } from '../report.ts';
import { withoutValues } from './rows.ts';

/** The report as JSON with a line for each field: schema 1 of docs/report.md. Values are null unless `withValues`. */
export function reportJson(report: Report, withValues: boolean): string {
  const { phrases: _, ...saved } = withValues ? report : withoutValues(report);
  return `${JSON.stringify(saved, null, 2)}\n`;
}
