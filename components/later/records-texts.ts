/** Sentences about the preview of step 2. */
import { count, list, number, say } from '../../utils/words/say.ts';
import type { FindingView, RecordsView, ShownCells } from './records.ts';

/** `Checked 50 of 12,345 rows.` */
export function checked({ checked: n, total }: RecordsView): string {
  if (total === null) return count('records_shown', n);
  if (n === total) return n === 1 ? say('records_one_row') : count('records_all', n);
  return count('records_some', total, number(n));
}

/** `2 errors, 1 warning.` */
export function found(findings: FindingView[]): string {
  const of = (severity: FindingView['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    of('error') > 0 && count('records_errors', of('error')),
    of('warning') > 0 && count('records_warnings', of('warning')),
    of('note') > 0 && count('records_notes', of('note')),
  ].filter((part) => part !== false);
  return parts.length === 0 ? say('records_clean') : say('sentence', list(parts));
}

export const moreCells = ({ cells, count: all }: ShownCells) =>
  all > cells.length ? count('records_more', all - cells.length) : '';
