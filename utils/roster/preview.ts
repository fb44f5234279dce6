import type { Checks, Severity } from '../profile/checks.ts';
import { sentence } from '../words/sentences.ts';
import { batchOf } from './engine/batch.ts';
import { FileCheck, type Parameters } from './engine/file.ts';
import type { Batch } from './engine/types.ts';
import { told } from './told.ts';
import { RANK, variantOf } from './words.ts';

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

/** What a rule reports of a preview. Holds no value of a student, but for codes such as a grade. */
export interface PreviewFinding {
  code: string;
  cause: string;
  severity: Severity;
  /** The column that the finding points to. */
  column: string;
  /** How many rows, exactly. */
  count: number;
  /** The first of them; rows are counted from 0, columns as given. */
  cells: { row: number; column: number }[];
  message: string;
  advice: string;
}

/** Checks the rows of a preview by the rules that the exported file is checked by: its cells are encoded first. */
export function checkPreview(checks: Checks, input: PreviewInput): PreviewFinding[] {
  return checkBatches(checks, input, [batchOf(input.rows, input.columns.length)]);
}

/** The same for rows that come in several batches. Worst first, then what most rows have. */
export function checkBatches(
  checks: Checks,
  { fileId, header, columns, parameters }: Omit<PreviewInput, 'rows'>,
  batches: readonly Batch[],
): PreviewFinding[] {
  const check = new FileCheck(checks, fileId, columns, parameters);
  for (const batch of batches) check.add(batch);
  if (check.end()) for (const batch of batches) check.again(batch);
  const { rules, cells } = check.finish(parameters.quotes);
  const findings = [
    ...rules.map(({ rule, variant, found }): PreviewFinding => {
      const { cause, words } = variantOf(rule, variant);
      const { code, column } = rule;
      const at = columns.indexOf(column);
      // What one sync for the whole district needs is a warning while that is not known.
      const isUncertain = rule.needs?.level && parameters.level === null && rule.severity === 'error';
      const severity = isUncertain ? 'warning' : rule.severity;
      const { count } = found;
      const cells = cellsOf(found.rows, at);
      return { code, cause, severity, column, count, cells, ...inWords(rule, count, words) };
    }),
    ...cells.map(({ rule, column, found }): PreviewFinding => {
      const { code, cause, severity } = rule;
      const name = columns[column] ?? header[column] ?? '';
      const { count } = found;
      const cells = cellsOf(found.rows, column);
      return { code, cause, severity, column: name, count, cells, ...inWords(rule, count, { column: name }) };
    }),
    ...unwanted(
      checks,
      header,
      batches.reduce((sum, { rows }) => sum + rows, 0),
    ),
  ];
  return findings.sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count);
}

/** In the reader's language. */
function inWords({ message, advice }: { message: string; advice: string }, n: number, words: Record<string, string>) {
  return { message: told({ says: message, n, with: words }), advice: sentence(advice) };
}

const cellsOf = (rows: readonly number[], column: number) => rows.map((row) => ({ row, column }));

function unwanted(checks: Checks, header: readonly string[], count: number): PreviewFinding[] {
  return checks.unwanted.flatMap(({ column, code, ...says }): PreviewFinding[] => {
    const isThere = header.some((name) => name.toLowerCase().endsWith(column));
    if (!isThere) return [];
    const words = inWords(says, count, { column });
    return [{ code, cause: 'unwanted', severity: 'warning', column, count, cells: [], ...words }];
  });
}
