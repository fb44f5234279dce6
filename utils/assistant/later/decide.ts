import type { PageButton } from '../../powerschool/buttons.ts';
import { planFields } from '../../template/fields.ts';
import { planLabels } from '../../template/labels.ts';
import { review } from '../../template/review.ts';
import { planSummary } from '../../template/summary.ts';
import type { Situation } from '../view.ts';
import type { Course } from './types.ts';
import { HALT } from './words.ts';

/** The next thing that the guided set-up does, or why it does nothing. */
export type Deed =
  /** The page is loading or between two steps. */
  | { kind: 'wait' }
  | { kind: 'open-wizard' }
  | { kind: 'data-set' }
  | { kind: 'fields' }
  | { kind: 'labels'; keys: string[] }
  | { kind: 'press'; button: PageButton }
  | { kind: 'summary' }
  /** A person must look at the records. */
  | { kind: 'look' }
  /** A person must press Save as New. */
  | { kind: 'save' }
  /** An opened template is not what it should be: the administrator decides. */
  | { kind: 'drift'; why: string }
  /** Labels typed by hand differ from what the receiver reads: the administrator decides. */
  | { kind: 'typed'; why: string }
  /** Something of the export summary cannot be set: the administrator does it and says so. */
  | { kind: 'by-hand'; why: string }
  | { kind: 'saved' }
  | { kind: 'verified' }
  | { kind: 'halt'; why: string };

/**
 * What comes next in a course, from what the page shows alone: so it resumes wherever the page is, whoever brought it
 * there. Touches nothing.
 */
export function decide(now: Situation, course: Course): Deed {
  const { page, site } = now;
  const saved = site.progress[course.fileId]?.savedAt ?? null;
  if (course.mode === 'set-up' && saved !== null && saved > course.since) return { kind: 'saved' };
  if (!now.isAlive) return { kind: 'halt', why: HALT.updated };
  if (page.signedOut) return { kind: 'halt', why: HALT.signedOut };
  if (page.loading || page.unclear) return { kind: 'wait' };
  switch (page.place) {
    case 'columns':
      return now.identity.fileId === course.fileId ? columns(now, course) : otherDataSet(now, course);
    case 'records':
      if (isAnother(now, course)) return elsewhere(course);
      return course.looked || course.mode === 'check' ? { kind: 'press', button: 'next' } : { kind: 'look' };
    case 'summary':
      return isAnother(now, course) ? elsewhere(course) : summary(now, course);
    case 'templates':
      return course.mode === 'set-up' ? { kind: 'open-wizard' } : { kind: 'wait' };
    case 'elsewhere':
      return { kind: 'wait' };
  }
}

/** Steps 2 and 3 may not name the file; they must not name another. */
function isAnother({ identity }: Situation, { fileId }: Course): boolean {
  return identity.fileId !== fileId;
}

/** The page is about the file before: a set-up that has not begun opens the wizard anew. */
function elsewhere({ mode, begun }: Course): Deed {
  return mode === 'set-up' && !begun ? { kind: 'open-wizard' } : { kind: 'halt', why: HALT.otherFile };
}

function otherDataSet({ page }: Situation, { mode }: Course): Deed {
  if (mode === 'set-up') return { kind: 'data-set' };
  // An opened template shows its columns by and by.
  return page.grid.length === 0 ? { kind: 'wait' } : { kind: 'halt', why: HALT.otherTemplate };
}

function columns(now: Situation, course: Course): Deed {
  const { page, profile, site, file, labelContext } = now;
  if (!file) return { kind: 'wait' };
  const fields = planFields(page.tree, profile, file, site.choices);
  const labels = planLabels(page.grid, profile, file, site.choices, labelContext);
  const { problems, fieldsRight, labelsRight } = review(page, profile, file, site.choices);
  const checking = course.mode === 'check' && !course.changed;
  if (checking && page.grid.length === 0) return { kind: 'wait' };
  const lines = labels.lines.filter(({ kind }) => kind !== 'typed' || course.mode === 'check');
  const folded = page.tree.length === 0 && page.grid.length === 0;
  const untouched = fields.changes.length === 0 && lines.length === 0 && !folded;
  if (checking && !(untouched && fieldsRight && labelsRight)) {
    return { kind: 'drift', why: HALT.drift(fields.changes.length, lines.length) };
  }
  if (fields.changes.length > 0 || folded) return { kind: 'fields' };
  if (lines.length > 0) return { kind: 'labels', keys: lines.map(({ key }) => key) };
  const typed = labels.lines.filter(({ kind }) => kind === 'typed');
  if (typed.length > 0 && !course.keepTyped) return { kind: 'typed', why: HALT.typed(typed) };
  const [first] = problems.filter(({ severity }) => severity === 'error');
  if (fieldsRight && (labelsRight || (course.keepTyped && !first))) return { kind: 'press', button: 'next' };
  return { kind: 'halt', why: HALT.columns(first ? `${first.message} ${first.advice}` : '') };
}

function summary(now: Situation, course: Course): Deed {
  const { page, profile, file } = now;
  if (!page.summary || !file) return { kind: 'wait' };
  const lines = planSummary(page.summary, profile, file);
  const left = lines.filter(({ state }) => state !== 'right');
  // What is not found cannot be seen to be right either; what is found and wrong stays wrong.
  const right = left.length === 0 || (course.byHand && left.every(({ state }) => state === 'missing'));
  const checking = course.mode === 'check' && !course.changed;
  if (page.saveDialog) return right ? { kind: 'save' } : { kind: 'halt', why: HALT.dialog };
  if (right && checking) return course.columnsRight ? { kind: 'verified' } : { kind: 'halt', why: HALT.columnsUnseen };
  if (right) return { kind: 'press', button: 'save-template' };
  const toSet = left.filter(({ state }) => state === 'wrong').length;
  if (checking && toSet > 0) return { kind: 'drift', why: HALT.summaryDrift(toSet) };
  if (toSet > 0) return { kind: 'summary' };
  const names = left.map(({ name }) => name);
  return left.every(({ state }) => state === 'missing')
    ? { kind: 'by-hand', why: HALT.summary(names) }
    : { kind: 'halt', why: HALT.summaryStuck(names) };
}
