/** Sentences about the preview of step 2. */
import type { FindingView, RecordsView, ShownCells } from './records.ts';

const LOCALE = 'en-US';
const numbers = new Intl.NumberFormat(LOCALE);
const list = new Intl.ListFormat(LOCALE);

const count = (n: number, one: string, many: string) => `${numbers.format(n)} ${n === 1 ? one : many}`;
const rows = (n: number) => count(n, 'row', 'rows');

/** `Checked 50 of 12,345 rows.` */
export function checked({ checked: n, total }: RecordsView): string {
  if (total === null) return `Checked the ${rows(n)} that the page shows. It does not say how many there are in all.`;
  if (n === total) return n === 1 ? 'Checked the one row.' : `Checked all ${rows(n)}.`;
  return `Checked ${numbers.format(n)} of ${rows(total)}: those that the page shows.`;
}

export const NOT_CHECKED = {
  missing:
    'Nothing is checked, because no preview is to be seen. It may come up when you press Apply on the page; or look at the records yourself.',
  ambiguous:
    'Nothing is checked, because the page shows more than one table that may be the preview. Look at the records yourself.',
  empty: 'The preview has no rows, so the file would be empty. Look at the filters before you go on.',
};

/** `2 errors, 1 warning.` */
export function found(findings: FindingView[]): string {
  const of = (severity: FindingView['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    of('error') > 0 && count(of('error'), 'error', 'errors'),
    of('warning') > 0 && count(of('warning'), 'warning', 'warnings'),
    of('note') > 0 && count(of('note'), 'note', 'notes'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing wrong was found.' : `${list.format(parts)}.`;
}

export const FINDINGS = 'What was found';
export const SEVERITY = { error: 'Error', warning: 'Warning', note: 'Note' };
export const SHOW = 'Show on the page';
export const HIDE = 'Hide';
export const EMPTY = 'empty';
export const row = (n: number) => `Row ${numbers.format(n)}`;
export const GONE = 'The page shows other rows now.';
export const moreCells = ({ cells, count: all }: ShownCells) =>
  all > cells.length ? `and ${rows(all - cells.length)} more. Values are shown here and kept nowhere.` : '';

export const ROWS = {
  filtered: 'Export Filtered Rows is chosen: only rows that pass the filters are exported.',
  all: 'Export All Rows is chosen: rows that the filters hide are exported too, and were not checked.',
};
export const filterCount = (n: number) => count(n, 'filter', 'filters');
export const unknownColumns = (names: string[], receiver: string) => `${receiver} does not read ${list.format(names)}.`;
export const thenNext = (receiver: string) => `If the records are what ${receiver} should get, press Next on the page.`;
