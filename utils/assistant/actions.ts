import { applyChanges, lookAgain, undoOf } from '../powerschool/apply.ts';
import { isTrouble } from '../powerschool/locate/controls.ts';
import { locateExpanders } from '../powerschool/locate/tree.ts';
import { readPage } from '../powerschool/read.ts';
import { watchSubject } from '../powerschool/subject.ts';
import type { Change, ExportPage, Outcome } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { fieldName, planFields } from '../template/fields.ts';
import { identify, optionFor } from '../template/identify.ts';
import type { Choices } from '../template/types.ts';
import { say } from '../words/say.ts';
import type { Batch } from './types.ts';
import { tick, until, untilQuiet } from './wait.ts';
import { targetName } from './words.ts';

/** How long PowerSchool may take to answer, in milliseconds: slow servers take half a minute. */
const PATIENCE = 60_000;
/** A page that has not changed for this long has reacted; one that never rests is not waited for. In milliseconds. */
const STILL = 150;
const RESTLESS = 1_500;
/** After Category, Export From has its options within this time, or PowerSchool shows that it is loading. */
const OFFERED_WITHIN = 2_000;
/** A value that the page does not want is put back within this time, in milliseconds. */
const PUT_BACK = 250;

export interface Work {
  document: Document;
  location: Location;
  profile: Profile;
  signal: AbortSignal;
}

const read = ({ document, location }: Work): ExportPage => readPage(document, location);
const waiting = ({ document, signal }: Work) => ({ document, signal, atMost: PATIENCE });

/** Lets the page react to a write, and waits out a loading message if the write brought one up. */
async function settle(work: Work): Promise<void> {
  await tick();
  if (read(work).loading) await until(() => !read(work).loading, waiting(work));
}

/** What carrying out needs to know besides the plan; what takes a batch back does it in the same way. */
export type How = Partial<Pick<Batch, 'controlNames' | 'finder' | 'isMeant'>>;

/**
 * Carries out a plan and puts it into a batch.
 * @param page what the plan was made on; once the page is about another data set, nothing more is written
 */
export async function carryOut(
  work: Work,
  title: string,
  changes: readonly Change[],
  page: ExportPage,
  { controlNames = {}, finder, isMeant = watchSubject(work.document, work.location, page) }: How = {},
): Promise<Batch> {
  const names = new Map([
    ...Object.entries(controlNames),
    ...page.tree.map((node): [string, string] => [node.key, fieldName(node)]),
    ...page.grid.map((row): [string, string] => [row.key, row.field]),
  ]);
  const how = { finder, isMeant };
  const first = await applyChanges(work.document, changes, { ...how, signal: work.signal, settle: () => settle(work) });
  const again = () => lookAgain(work.document, first, how);
  const isPutBack = () => again().some(({ result }, at) => result !== 'set' && first[at]?.result === 'set');
  const isWritten = ({ result }: Outcome) => result === 'set' || result === 'rejected-by-page';
  if (first.some(isWritten)) await until(isPutBack, { ...waiting(work), atMost: PUT_BACK });
  return { ...batchOf(title, again(), (key) => names.get(key)), controlNames, ...how };
}

function batchOf(title: string, outcomes: Outcome[], nameOf: (key: string) => string | undefined): Batch {
  return {
    title,
    outcomes,
    names: outcomes.map(({ change }) => targetName(change.target, nameOf)),
    undo: undoOf(outcomes),
    controlNames: {},
    finder: undefined,
    isMeant: () => true,
    removedLabels: new Map(),
    explanations: new Map(),
  };
}

/**
 * Chooses a file's data set: Category, then Export From, each followed by whatever PowerSchool reloads. Ends when the
 * page shows that data set's columns. Nothing is undone here: choosing another data set is the way back.
 */
export async function chooseDataSet(work: Work, file: ProfileFile): Promise<Batch> {
  const outcomes: Outcome[] = [];
  await until(() => !read(work).loading, waiting(work));
  const category = await chooseCategory(work);
  if (category) outcomes.push(category);
  const offered = () => {
    const { exportFrom, loading } = read(work);
    return !loading && !isTrouble(exportFrom) && optionFor(exportFrom.options, file, work.profile) !== 'missing';
  };
  if (category?.result === 'set') {
    await untilQuiet(STILL, { ...waiting(work), atMost: RESTLESS });
    await until(offered, { ...waiting(work), atMost: OFFERED_WITHIN });
    await until(() => !read(work).loading, waiting(work));
  }
  const chosen = await chooseExportFrom(work, file);
  outcomes.push(chosen.outcome);
  const batch = batchOf(say('data_set_of', file.fileName), outcomes, () => undefined);
  batch.undo = [];
  if (chosen.explanation !== '') batch.explanations.set(outcomes.length - 1, chosen.explanation);
  return batch;
}

async function chooseCategory(work: Work): Promise<Outcome | null> {
  const { category } = read(work);
  const [after, ...also] = work.profile.categories;
  if (isTrouble(category) || after === undefined) return null;
  const change: Change = { target: { kind: 'select', control: 'category' }, before: category.value, after, also };
  const [outcome] = await applyChanges(work.document, [change], { signal: work.signal, settle: () => settle(work) });
  return outcome ?? null;
}

interface Chosen {
  outcome: Outcome;
  explanation: string;
}

/** How often Export From is set again because a late reload of the page took it back. */
const TRIES = 3;

async function chooseExportFrom(work: Work, file: ProfileFile): Promise<Chosen> {
  let chosen = await setExportFrom(work, file);
  for (let tries = 1; tries < TRIES && chosen.explanation === '' && !(await isShownInTime(work, file)); tries += 1) {
    chosen = await setExportFrom(work, file);
  }
  if (chosen.explanation !== '' || isNamed(work, file)) return chosen;
  return {
    outcome: { ...chosen.outcome, result: 'rejected-by-page' },
    explanation: say('data_set_not_loaded', file.fileName),
  };
}

async function setExportFrom(work: Work, file: ProfileFile): Promise<Chosen> {
  const { exportFrom } = read(work);
  const change = (before: string, after: string): Change => ({
    target: { kind: 'select', control: 'exportFrom' },
    before,
    after,
  });
  if (isTrouble(exportFrom)) {
    return { outcome: { change: change('', file.query), result: exportFrom }, explanation: say('data_set_no_select') };
  }
  const option = optionFor(exportFrom.options, file, work.profile);
  if (option === 'missing' || option === 'ambiguous') {
    const result = option === 'missing' ? 'no-such-option' : 'ambiguous';
    const explanation = say(option === 'missing' ? 'data_set_not_offered' : 'data_set_several', file.query);
    return { outcome: { change: change(exportFrom.value, file.query), result }, explanation };
  }
  const plan = change(exportFrom.value, option.text);
  // The page may replace the select itself while it loads; what counts is what it shows in the end.
  const [outcome] = await applyChanges(work.document, [plan], { signal: work.signal, settle: tick });
  const done = outcome ?? { change: plan, result: 'stale' as const };
  const written = done.result === 'rejected-by-page' || done.result === 'missing' ? 'set' : done.result;
  return { outcome: { ...done, result: written }, explanation: '' };
}

/** Waits until the columns are shown; false as soon as the page has settled on something else. */
async function isShownInTime(work: Work, file: ProfileFile): Promise<boolean> {
  await untilQuiet(STILL, { ...waiting(work), atMost: RESTLESS });
  const isDecided = () => isThere(work, file) || hasSettledElsewhere(work, file);
  // A tree that cannot be read is no reason to wait for ever: the panel then says which columns it misses.
  const isDecidedOrNamed = () => isDecided() || (isNamed(work, file) && !read(work).loading);
  if (!(await until(isDecided, { ...waiting(work), atMost: RESTLESS }))) await until(isDecidedOrNamed, waiting(work));
  return !hasSettledElsewhere(work, file);
}

/** The page shows the file's data set and its columns, or at least a tree to unfold. */
function isThere(work: Work, file: ProfileFile): boolean {
  const page = read(work);
  return !page.loading && isNamed(work, file) && (page.tree.length > 0 || locateExpanders(work.document).length > 0);
}

function isNamed(work: Work, file: ProfileFile): boolean {
  const page = read(work);
  const { fileId, doubts } = identify(page, work.profile);
  return page.place === 'columns' && fileId === file.id && doubts.length === 0;
}

function hasSettledElsewhere(work: Work, file: ProfileFile): boolean {
  const page = read(work);
  if (page.loading || page.place !== 'columns' || isTrouble(page.exportFrom)) return page.signedOut;
  const option = optionFor(page.exportFrom.options, file, work.profile);
  return typeof option !== 'string' && page.exportFrom.value !== option.text;
}

/**
 * Ticks a file's columns. A folded tree is unfolded first, by its own buttons, where wanted columns are not shown.
 */
export async function selectFields(work: Work, file: ProfileFile, choices: Choices, title: string): Promise<Batch> {
  await unfold(work, file, choices);
  const page = read(work);
  const { changes } = planFields(page.tree, work.profile, file, choices);
  // The page may have become another data set's since the file was told, or while it was unfolded.
  const isMeant = identify(page, work.profile).fileId === file.id ? undefined : () => false;
  const batch = await carryOut(work, title, changes, page, { ...(isMeant && { isMeant }) });
  const removed = new Set(
    batch.undo.flatMap(({ target, after }) => (target.kind === 'tick' && after ? [target.column] : [])),
  );
  batch.removedLabels = new Map(page.grid.filter(({ key }) => removed.has(key)).map(({ key, label }) => [key, label]));
  return batch;
}

/** Unfolds the tree by its own buttons where a wanted column is not shown. */
export async function unfold(work: Work, file: ProfileFile, choices: Choices): Promise<void> {
  const missing = () => planFields(read(work).tree, work.profile, file, choices).notOffered.length;
  const before = missing();
  const expanders = locateExpanders(work.document);
  if (before === 0 || expanders.length === 0) return;
  for (const expander of expanders) expander.click();
  await settle(work);
  if (missing() === before) await until(() => missing() < before, { ...waiting(work), atMost: 3_000 });
}

/** Takes a batch back, last change first, and gives rows that come back the labels they had. */
export async function takeBack(work: Work, batch: Batch, title: string): Promise<Batch> {
  const undone = await carryOut(work, title, batch.undo, read(work), batch);
  const page = read(work);
  const labels = page.grid.flatMap(({ key, label }): Change[] => {
    const had = batch.removedLabels.get(key);
    return had === undefined || had === label
      ? []
      : [{ target: { kind: 'label', column: key }, before: label, after: had }];
  });
  const restored = await carryOut(work, title, labels, page, { isMeant: batch.isMeant });
  return {
    ...undone,
    outcomes: [...undone.outcomes, ...restored.outcomes],
    names: [...undone.names, ...restored.names],
    undo: [],
  };
}
