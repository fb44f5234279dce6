import type { Checks } from '../profile/checks.ts';
import { batchOf } from './bytes.ts';
import { Checker, type Finding, type Parameters } from './checker.ts';

/** What step 2 shows of one file. */
export interface PreviewInput {
  fileId: string;
  /** What stands above each column. */
  header: string[];
  /** The receiver's name of each column, null for one it does not know. */
  columns: (string | null)[];
  rows: string[][];
  parameters: Parameters;
}

/** Checks the rows of a preview by the rules that the exported file is checked by: its cells are encoded first. */
export function checkPreview(checks: Checks, input: PreviewInput): Finding[] {
  const { fileId, header, columns, rows, parameters } = input;
  const checker = new Checker(checks, fileId, columns, header, parameters);
  checker.add(batchOf(rows, columns.length));
  return checker.finish();
}
