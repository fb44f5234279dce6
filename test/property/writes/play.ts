import type { Work } from '../../../utils/assistant/actions.ts';
import type { Batch } from '../../../utils/assistant/types.ts';
import type { Case, PageSpec } from './arbitraries.ts';
import type { Clock } from './clock.ts';
import { prepare, takeBack, workIn } from './drive.ts';
import { suffices } from './evidence.ts';
import type { Held } from './form.ts';
import { notBroughtBack, untruths, wrongWrites } from './judge.ts';
import { type Wish, wishesFor } from './wishes.ts';
import { World } from './world.ts';

/** How a page ended, and what is wrong with that, if anything. */
export interface Verdict {
  ended: 'right' | 'refused';
  reasons: string[];
  suffices: boolean;
  /** Writes that nobody wished. */
  wrong: string[];
  /** Outcomes that are not true of the page. */
  untrue: string[];
  /** What the undo did not bring back, and did not tell either. */
  left: string[];
}

/** Plays one case from reading to undo, and judges it. */
export async function play(document: Document, clock: Clock, made: Case): Promise<Verdict> {
  clock.clear();
  const world = new World(document, clock, made);
  const verdict: Verdict = { ended: 'refused', reasons: [], suffices: suffices(made), wrong: [], untrue: [], left: [] };
  try {
    await playIn(world, workIn(document, made.page.kind), clock, made.page, verdict);
  } finally {
    world.close();
  }
  return verdict;
}

async function playIn(world: World, work: Work, clock: Clock, page: PageSpec, verdict: Verdict): Promise<void> {
  const { form, first } = world;
  const wishes = wishesFor(page);
  const prepared = prepare(work, page);
  form.sync();
  verdict.wrong.push(...wrongWrites(form.writes, [], first));
  if ('refused' in prepared) {
    verdict.reasons.push(prepared.refused);
    return;
  }
  world.planned(wishes.map(({ meaning }) => meaning));
  // Select fields plans on the page as it is when the button is pressed.
  const isFields = page.kind === 'columns' && page.action === 'fields';
  const before: Picture = isFields ? new Map(form.picture()) : first;
  const batch = await clock.run(prepared.start());
  form.sync();
  verdict.wrong.push(...wrongWrites(form.writes, wishes, before));
  verdict.untrue.push(...untruths(batch.outcomes, wishes, form, first));
  const odd = batch.outcomes.filter(({ result }) => result !== 'set' && result !== 'already');
  verdict.reasons.push(...prepared.refusals, ...odd.map(({ result }) => result));
  const isDone = wishes.every(({ meaning, isRight, isOptional }) => isOptional || isRight(form.held(meaning) ?? ''));
  if (isDone) verdict.ended = 'right';
  else if (verdict.reasons.length === 0) verdict.reasons.push('nothing planned');
  await takeBackIn(world, () => clock.run(takeBack(work, batch, '')), before, isFields, verdict);
}

async function takeBackIn(
  { form, first }: World,
  undo: () => Promise<Batch>,
  before: Picture,
  isFields: boolean,
  verdict: Verdict,
): Promise<void> {
  const done = new Map(form.writes.map(({ meaning, to }) => [meaning, to]));
  form.writes.length = 0;
  const undone = await undo();
  form.sync();
  // A row that comes back has its first label again, and gets the one that it had.
  const isLabel = (meaning: string) => isFields && meaning.includes(' label ');
  const taken = [...done.keys(), ...[...before.keys()].filter(isLabel)];
  const wishes = taken.map((meaning): Wish => ({ meaning, isRight: (held) => held === before.get(meaning) }));
  const stood = new Map([...before, ...done].filter(([meaning]) => !isLabel(meaning)));
  const toUndo = (fault: string) => `undo: ${fault}`;
  verdict.wrong.push(...wrongWrites(form.writes, wishes, stood).map(toUndo));
  verdict.untrue.push(...untruths(undone.outcomes, wishes, form, first).map(toUndo));
  verdict.left.push(...notBroughtBack(before, form, undone));
}

type Picture = ReadonlyMap<string, Held>;
