import type { PageButton } from '../../powerschool/buttons.ts';
import { planFields } from '../../template/fields.ts';
import { planLabels } from '../../template/labels.ts';
import { review } from '../../template/review.ts';
import type { SavedTemplate } from '../../template/saved.ts';
import { planSummary } from '../../template/summary.ts';
import { say } from '../../words/say.ts';
import type { Situation } from '../view.ts';
import { driftOf } from './drift.ts';
import type { Course } from './types.ts';
import { HALT } from './words.ts';

/** The next thing that the guided set-up, or a check, does, or why it does nothing. */
export type Deed =
  /** The page is loading or between two steps. */
  | { kind: 'wait' }
  | { kind: 'open-wizard' }
  | { kind: 'open-list' }
  | { kind: 'open-template'; name: string }
  /** The tree is folded: what it offers is not to be seen. */
  | { kind: 'unfold' }
  | { kind: 'data-set' }
  | { kind: 'fields' }
  | { kind: 'labels'; keys: string[] }
  | { kind: 'press'; button: PageButton }
  /** The administrator opened the template by hand: pressing Next is offered, not done. */
  | { kind: 'may-press' }
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

/** What the page says besides what every reading holds. */
export interface Facts {
  /** An error that PowerSchool shows, '' for none. */
  error: string;
  /** The file's template in the list, null where no list is shown. */
  listed: (SavedTemplate & { name: string }) | null;
  /** How many templates the list shows. */
  rows: number;
  /** The list that is shown is that of the scheduled templates. */
  scheduled: boolean;
  /** The tree was unfolded, as far as it can be. */
  unfolded: boolean;
}

/**
 * What comes next in a course, from what the page shows alone: so it resumes wherever the page is, whoever brought it
 * there. Touches nothing.
 */
export function decide(now: Situation, course: Course, facts: Facts): Deed {
  const { page, site } = now;
  const saved = site.progress[course.fileId]?.savedAt ?? null;
  const saves = course.mode === 'set-up' || course.changed || course.differed;
  if (saves && saved !== null && saved > course.since) return { kind: 'saved' };
  if (!now.isAlive) return { kind: 'halt', why: say('halt_updated') };
  if (page.signedOut) return { kind: 'halt', why: say('halt_signedOut') };
  if (page.loading || page.unclear) return { kind: 'wait' };
  if (course.mode === 'check' && !course.opened) return toTemplate(now, facts);
  switch (page.place) {
    case 'columns':
      return now.identity.fileId === course.fileId ? columns(now, course, facts) : otherDataSet(now, course, facts);
    case 'records':
      if (isAnother(now, course)) return elsewhere(course);
      return course.looked || course.mode === 'check' ? press(course, 'next') : { kind: 'look' };
    case 'summary':
      return isAnother(now, course) ? elsewhere(course) : summary(now, course);
    case 'templates':
      return course.mode === 'set-up' ? { kind: 'open-wizard' } : { kind: 'wait' };
    case 'elsewhere':
      return { kind: 'wait' };
  }
}

/** To My Templates, and from there into the template. */
function toTemplate({ page }: Situation, { listed, scheduled, rows }: Facts): Deed {
  if (page.place !== 'templates' || !listed) return { kind: 'open-list' };
  // The rows may come later than the list.
  if (rows === 0) return { kind: 'wait' };
  const { name, opens } = listed;
  if (listed.listed === 1 && opens) return { kind: 'open-template', name };
  if (listed.listed > 1) return { kind: 'halt', why: say('halt_listedTwice', name) };
  if (listed.listed === 0 && scheduled) return { kind: 'open-list' };
  return { kind: 'halt', why: say(listed.listed === 0 ? 'halt_notListed' : 'halt_noLink', name) };
}

function press(course: Course, button: PageButton): Deed {
  const isAllowed = course.mode === 'set-up' || course.mayPress || course.changed;
  return isAllowed ? { kind: 'press', button } : { kind: 'may-press' };
}

/** Steps 2 and 3 may not name the file; they must not name another. */
function isAnother({ identity }: Situation, { fileId }: Course): boolean {
  return identity.fileId !== fileId;
}

/** The page is about the file before: a set-up that has not begun opens the wizard anew. */
function elsewhere({ mode, begun }: Course): Deed {
  return mode === 'set-up' && !begun ? { kind: 'open-wizard' } : { kind: 'halt', why: say('halt_otherFile') };
}

function otherDataSet({ page, identity }: Situation, { mode }: Course, { error }: Facts): Deed {
  if (mode === 'set-up') return { kind: 'data-set' };
  if (error !== '') return { kind: 'halt', why: say('halt_answers', error) };
  // An opened template shows its columns by and by.
  return page.grid.length === 0 && identity.fileId === null
    ? { kind: 'wait' }
    : { kind: 'halt', why: say('halt_otherTemplate') };
}

/** Are the chosen fields and their labels such that the template may be saved? As they are shown on step 1 now. */
export function areColumnsRight(now: Situation, { keepTyped }: Course): boolean {
  const { page, profile, file, site } = now;
  if (!file) return false;
  const { problems, fieldsRight, labelsRight } = review(page, profile, file, site.choices);
  return (
    fieldsRight &&
    (labelsRight ||
      (keepTyped !== '' && keepTyped === typedLabels(now) && problems.every(({ severity }) => severity !== 'error')))
  );
}

/** The labels typed by hand that differ from what the receiver reads, as they stand: what a person agrees to. */
export function typedLabels({ page, profile, file, site, labelContext }: Situation): string {
  const lines = file ? planLabels(page.grid, profile, file, site.choices, labelContext).lines : [];
  const typed = lines.filter(({ kind }) => kind === 'typed').map(({ key, before }) => `${key} ${before}`);
  return typed.join('\n');
}

function columns(now: Situation, course: Course, facts: Facts): Deed {
  const { page, profile, site, file, labelContext } = now;
  if (!file) return { kind: 'wait' };
  const fields = planFields(page.tree, profile, file, site.choices);
  const labels = planLabels(page.grid, profile, file, site.choices, labelContext);
  const { problems, fieldsRight, labelsRight } = review(page, profile, file, site.choices);
  if (course.mode === 'check' && !course.changed) {
    if (page.grid.length === 0 && facts.error === '') return { kind: 'wait' };
    if (page.tree.length === 0 && !facts.unfolded) return { kind: 'unfold' };
    const drift = driftOf(now);
    if (fieldsRight && labelsRight && drift.length === 0) return press(course, 'next');
    const [first] = problems.filter(({ severity }) => severity !== 'note');
    return { kind: 'drift', why: HALT.drift(drift.length, drift.length === 0 && first ? first.message : '') };
  }
  const lines = labels.lines.filter(({ kind }) => kind !== 'typed' || course.mode === 'check');
  const hidden = page.tree.length === 0 && !fieldsRight;
  if (fields.changes.length > 0 || hidden) return { kind: 'fields' };
  if (lines.length > 0) return { kind: 'labels', keys: lines.map(({ key }) => key) };
  const typed = labels.lines.filter(({ kind }) => kind === 'typed');
  if (typed.length > 0 && course.keepTyped !== typedLabels(now)) return { kind: 'typed', why: HALT.typed(typed) };
  if (areColumnsRight(now, course)) return press(course, 'next');
  const [first] = problems.filter(({ severity }) => severity === 'error');
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
  // Nothing is saved, and nothing verified, whose labels were not right when they were last seen.
  if (!course.columnsRight) return { kind: 'halt', why: say('halt_columnsUnseen') };
  // The name is being filled in.
  if (page.saveDialog && now.busy !== '') return { kind: 'wait' };
  if (page.saveDialog) return right ? { kind: 'save' } : { kind: 'halt', why: say('halt_dialog') };
  // It was put right by hand, and PowerSchool does not have it yet.
  if (right && checking && course.differed) return { kind: 'drift', why: say('halt_notSaved') };
  if (right && checking) return { kind: 'verified' };
  if (right) return press(course, 'save-template');
  const toSet = left.filter(({ state }) => state === 'wrong').length;
  if (checking && toSet > 0) return { kind: 'drift', why: HALT.drift(toSet, '') };
  if (toSet > 0) return { kind: 'summary' };
  const names = left.map(({ name }) => name);
  return left.every(({ state }) => state === 'missing')
    ? { kind: 'by-hand', why: checking ? HALT.compare(names) : HALT.summary(names) }
    : { kind: 'halt', why: HALT.summaryStuck(names) };
}
