import { isCheckbox, isEditable, isTag } from './dom.ts';
import { createFinder, type Finder, type WritableControl } from './find.ts';
import { isTrouble } from './locate/controls.ts';
import { chosenOption, findOption } from './options.ts';
import { oneReading } from './reading.ts';
import { plain } from './text.ts';
import type { Change, Outcome, Result } from './types.ts';
import { heldBy, writeOption, writeText, writeTick } from './write.ts';

/** How often a change is tried again because the page replaced the control while it was written. */
const ATTEMPTS = 3;

export interface ApplyOptions {
  /** Ends the work between two writes; what was not written yet is `stale`. */
  signal: AbortSignal;
  /** Resolves when the page has had time to react to a write. */
  settle: () => Promise<void>;
  /** Finds the targets; by default those of the wizard and the save dialog. */
  finder?: FinderMaker | undefined;
  /**
   * Is the page still about what the plan was made for? Where it is not, nothing is written any more: another data set
   * has controls of the same names. By default it always is.
   */
  isMeant?: (() => boolean) | undefined;
}

export type FinderMaker = (document: Document) => Finder;

/**
 * Carries out a plan: finds each control, checks that it still holds what the plan expects, writes, lets the page
 * react, and reads back. Decides nothing itself, and never writes where it is not sure. Every change ends in exactly
 * one outcome, in the plan's order.
 */
export async function applyChanges(
  document: Document,
  changes: readonly Change[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const { signal, settle, finder = createFinder, isMeant = () => true } = options;
  const mayWrite = () => !signal.aborted && isMeant();
  const outcomes = new Map<Change, Outcome>();
  let open = [...changes];
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const written = writeAll(finder(document), open, outcomes, mayWrite);
    if (written.length === 0) break;
    await settle();
    // What stands on another data set's page tells nothing about what was written.
    const last = isMeant() ? finder(document) : NOTHING;
    open = oneReading(() => readBack(last, written, outcomes, attempt < ATTEMPTS && !signal.aborted));
  }
  return changes.map((change) => outcomes.get(change) ?? { change, result: 'stale' });
}

interface Written {
  change: Change;
  control: WritableControl;
}

/** Finds nothing. */
const NOTHING: Finder = { find: () => 'missing' };

function writeAll(
  finder: Finder,
  changes: Change[],
  outcomes: Map<Change, Outcome>,
  mayWrite: () => boolean,
): Written[] {
  const written: Written[] = [];
  for (const change of changes) {
    if (!mayWrite()) note(outcomes, change, 'stale');
    else {
      const control = writeOne(finder, change, outcomes);
      if (control) written.push({ change, control });
    }
  }
  return written;
}

/** Notes why a change is not written. What was written before and is not tried again was not kept by the page, or late. */
function note(outcomes: Map<Change, Outcome>, change: Change, why: Result, now?: string | boolean): null {
  const again = why === 'already' ? 'set' : 'rejected-by-page';
  const result = outcomes.has(change) ? again : why;
  outcomes.set(change, now === undefined ? { change, result } : { change, result, now });
  return null;
}

/** Returns the control it wrote to, or null after noting why nothing was written. */
function writeOne(finder: Finder, change: Change, outcomes: Map<Change, Outcome>): WritableControl | null {
  const control = finder.find(change.target);
  if (isTrouble(control)) return note(outcomes, change, control);
  const now = heldBy(control);
  if (holds(control, change)) return note(outcomes, change, 'already', now);
  if (!isEditable(control)) return note(outcomes, change, 'read-only', now);
  if (!isAsBefore(control, change)) return note(outcomes, change, 'stale', now);
  if (isTag(control, 'select')) {
    const option = findOption(control, String(change.after), change.also);
    if (typeof option === 'string') return note(outcomes, change, option, now);
    writeOption(control, option);
  } else if (isCheckbox(control)) writeTick(control, change.after === true);
  else if (control.maxLength >= 0 && String(change.after).length > control.maxLength)
    return note(outcomes, change, 'rejected-by-page', now);
  else writeText(control, String(change.after));
  return control;
}

/** Reads each control again, found anew; returns the changes worth another try. */
function readBack(finder: Finder, written: Written[], outcomes: Map<Change, Outcome>, mayRetry: boolean): Change[] {
  const again: Change[] = [];
  for (const { change, control: before } of written) {
    const control = finder.find(change.target);
    if (isTrouble(control)) {
      // A tick box or a select may rebuild its own surroundings; then there is nothing to read yet.
      outcomes.set(change, { change, result: 'rejected-by-page' });
      continue;
    }
    const result = holds(control, change) ? 'set' : 'rejected-by-page';
    outcomes.set(change, { change, result, now: heldBy(control) });
    if (result !== 'set' && mayRetry && control !== before && isAsBefore(control, change)) again.push(change);
  }
  return again;
}

function holds(control: WritableControl, change: Change): boolean {
  const now = heldBy(control);
  if (!isTag(control, 'select')) return [change.after, ...(change.also ?? [])].includes(now);
  const option = findOption(control, String(change.after), change.also);
  return typeof option !== 'string' && chosenOption(control) === option;
}

/** Select texts are compared as read, without their padding; everything else to the letter. */
function isAsBefore(control: WritableControl, { before }: Change): boolean {
  const now = heldBy(control);
  return now === before || (isTag(control, 'select') && plain(String(now)) === before);
}

/**
 * Compares what is told with what stands there now: a page may put its own value back, or the control, later. On a page
 * that is about something else by now nothing can be compared, and what was told stays.
 */
export function lookAgain(
  document: Document,
  outcomes: readonly Outcome[],
  { finder = createFinder, isMeant = () => true }: Pick<ApplyOptions, 'finder' | 'isMeant'> = {},
): Outcome[] {
  if (!isMeant()) return [...outcomes];
  const found = finder(document);
  return oneReading(() => outcomes.map((outcome) => seenAgain(found, outcome)));
}

function seenAgain(finder: Finder, outcome: Outcome): Outcome {
  const { change, result } = outcome;
  const control = finder.find(change.target);
  if (isTrouble(control)) return outcome;
  const wasWritten = result === 'set' || result === 'rejected-by-page';
  const kept = wasWritten ? 'set' : 'already';
  const lost = wasWritten ? 'rejected-by-page' : result === 'already' ? 'stale' : result;
  return { change, result: holds(control, change) ? kept : lost, now: heldBy(control) };
}

/** Written, and not found when it was read back: the page may have been making it anew. */
function wasGone({ result, now }: Outcome): boolean {
  return result === 'rejected-by-page' && now === undefined;
}

/**
 * The changes that take back what was set, last first, and what was written and could not be read back. Labels typed
 * since then stay: they make the undo stale.
 */
export function undoOf(outcomes: readonly Outcome[]): Change[] {
  return outcomes
    .filter((outcome) => outcome.result === 'set' || wasGone(outcome))
    .map(({ change, now }) => ({ target: change.target, before: now ?? change.after, after: change.before }))
    .reverse();
}
