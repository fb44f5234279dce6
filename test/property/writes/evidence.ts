import type { Case, Deed, PageSpec } from './arbitraries.ts';
import { type ColumnsSpec, gridRows, rowsOf } from './columns.ts';
import type { LineSpec } from './lines.ts';
import type { NameSpec } from './name.ts';
import type { ScheduleSpec } from './schedule.ts';
import { SUMMARY_LINES, type SummarySpec } from './summary.ts';

/**
 * Could a careful person, who knows what is known of PowerSchool's pages, do the whole job on this page without a
 * guess? Each control must be told by at least one kind of evidence that is whole, and nothing may contradict it; nothing
 * may be locked, and the page must not work against what is done.
 */
export function suffices({ page, deeds }: Case): boolean {
  return deeds.every((deed) => isHarmless(deed, page)) && isPlain(page);
}

const NEVER_HARMFUL: ReadonlySet<Deed['what']> = new Set([
  'replace-keep',
  'rebuild-keep',
  'reverse',
  'trade',
  'throw',
  'hidden-decoy',
]);
const WITH_OLD_VALUES: ReadonlySet<Deed['what']> = new Set(['replace-old', 'rebuild-old']);

/** New nodes with old values are a page that did not notice yet: before the reading back that is no refusal. */
function isHarmless({ what, when, after }: Deed, page: PageSpec): boolean {
  // Without ids and words of its own a control is told by its place alone.
  if (what === 'reverse' && page.kind === 'schedule') return page.dayTie !== 'foreign' && page.title === 'english';
  if (NEVER_HARMFUL.has(what)) return true;
  return WITH_OLD_VALUES.has(what) && (when !== 'timer' || after < 8);
}

function isPlain(page: PageSpec): boolean {
  switch (page.kind) {
    case 'columns':
      return isPlainColumns(page);
    case 'summary':
      return isPlainSummary(page);
    case 'name':
      return isPlainName(page);
    case 'schedule':
      return isPlainSchedule(page);
  }
}

function isPlainColumns(page: ColumnsSpec): boolean {
  const rows = rowsOf(page);
  const some = page.action === 'labels' ? gridRows(page, rows) : rows;
  const isHeaded = page.headings === 'english' || page.headings === 'odd';
  const hasContainers = page.containers === 'right' || page.containers === 'upper';
  const isTold = some.every(({ spec: { labelId, tickId, tie, lock } }) => {
    const id = page.action === 'labels' ? labelId : tickId;
    if (lock !== 'none' || id === 'wrong' || id === 'doubled' || tie === 'wrong-for') return false;
    return isHeaded || page.action === 'fields' || id !== 'none';
  });
  if (!isTold || page.containers === 'doubled' || some.length === 0) return false;
  if (!hasContainers && !isHeaded) return false;
  return page.decoys.every(
    (decoy) => decoy.startsWith('hidden') || decoy === 'description-table' || (hasContainers && decoy !== 'box-in-row'),
  );
}

function isPlainLine({ tie, lock, words, odd }: LineSpec): boolean {
  return tie !== 'wrong-for' && lock === 'none' && words !== 'foreign' && odd === 'none';
}

function isPlainSummary({ lines, decoys }: SummarySpec): boolean {
  const isOdd = decoys.some((decoy) => decoy === 'same-words' || decoy === 'in-dialog');
  return !isOdd && SUMMARY_LINES.every((name) => isPlainLine(lines[name] as LineSpec));
}

function isPlainName({ name, description, title, button, decoys }: NameSpec): boolean {
  const isOdd = decoys.some((decoy) => decoy === 'second-box' || decoy === 'second-dialog');
  return !isOdd && (title === 'english' || button === 'english') && isPlainLine(name) && isPlainLine(description);
}

function isPlainSchedule({ locks, lock, title, dayTie, decoys, timeNow, time }: ScheduleSpec): boolean {
  const isLocked = locks !== 'none' && lock !== 'none';
  const hasEighth = decoys.includes('eighth-tick');
  const isOdd = decoys.includes('second-dialog') || (hasEighth && (dayTie === 'foreign' || title === 'foreign'));
  // An empty box is told by its words alone.
  return !isLocked && !isOdd && (title === 'english' || timeNow !== 'blank' || time === 'input' || time === 'lists');
}
