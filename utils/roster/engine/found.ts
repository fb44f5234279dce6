import { LISTED } from '../report.ts';

/** Rows that something was found in: counted exactly, the first of them listed. */
export interface Found {
  count: number;
  /** Row numbers from 0 without the header, ascending. */
  rows: number[];
}

export const nothingFound = (): Found => ({ count: 0, rows: [] });

export function note(found: Found, row: number): void {
  found.count += 1;
  if (found.rows.length < LISTED) found.rows.push(row);
}
