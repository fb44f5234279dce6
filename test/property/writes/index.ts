import fc from 'fast-check';
import { anyCase, type Case } from './arbitraries.ts';
import { Clock } from './clock.ts';
import { prepare, takeBack, workIn } from './drive.ts';
import { suffices } from './evidence.ts';
import { showByMarks } from './form.ts';
import { meaningOf, notBroughtBack, untruths, wrongWrites } from './judge.ts';
import { type Wish, wishesFor } from './wishes.ts';
import { World } from './world.ts';

/** How a page ended, and what is wrong with that, if anything. */
export interface Verdict {
  ended: 'right' | 'refused';
  reasons: string[];
  suffices: boolean;
  wrong: string[];
  untrue: string[];
}

/** Plays one case from reading to undo, and judges it. */
export async function play(document: Document, clock: Clock, made: Case): Promise<Verdict> {
  const { page } = made;
  clock.clear();
  const world = new World(document, clock, made);
  const { form, first } = world;
  const wishes = wishesFor(page);
  const verdict: Verdict = { ended: 'refused', reasons: [], suffices: suffices(made), wrong: [], untrue: [] };
  const check = (some: readonly Wish[], before: ReadonlyMap<string, string | boolean>) => {
    form.sync();
    verdict.wrong.push(...wrongWrites(form.writes, some, before));
  };
  try {
    const work = workIn(document, page.kind);
    const prepared = prepare(work, page);
    if ('refused' in prepared) {
      check([], first);
      return { ...verdict, reasons: [prepared.refused] };
    }
    world.planned(wishes.map(({ meaning }) => meaning));
    // Select fields plans on the page as it is when the button is pressed.
    const isFields = page.kind === 'columns' && page.action === 'fields';
    const planned = isFields ? new Map(form.picture()) : first;
    const batch = await clock.run(prepared.start());
    check(wishes, planned);
    verdict.untrue.push(...untruths(batch.outcomes, wishes, form, form.writes, first));
    const odd = batch.outcomes.filter(({ result }) => result !== 'set' && result !== 'already');
    verdict.reasons.push(...prepared.refusals, ...odd.map(({ result }) => result));
    const isDone = wishes.every(({ meaning, isRight, isOptional }) => isOptional || isRight(form.held(meaning) ?? ''));
    if (isDone) verdict.ended = 'right';
    else if (verdict.reasons.length === 0) verdict.reasons.push('nothing planned');
    await undo();
    async function undo() {
      const done = new Map(form.writes.map(({ meaning, to }) => [meaning, to]));
      form.writes.length = 0;
      const undone = await clock.run(takeBack(work, batch, ''));
      const back = [...done.keys(), ...form.writes.map(({ meaning }) => meaning)].map((meaning): Wish => {
        return { meaning, isRight: (held) => held === planned.get(meaning) };
      });
      // A row that comes back has its first label again, and gets the one that it had.
      const before = new Map([...planned, ...done].filter(([meaning]) => !(isFields && meaning.includes(' label '))));
      form.sync();
      verdict.wrong.push(...wrongWrites(form.writes, back, before).map((fault) => `undo: ${fault}`));
      verdict.untrue.push(
        ...untruths(undone.outcomes, back, form, form.writes, first).map((fault) => `undo: ${fault}`),
      );
      verdict.untrue.push(...notBroughtBack(planned, form, undone));
    }
    return verdict;
  } finally {
    world.close();
  }
}

/**
 * A document of its own that is never drawn, which makes it ten times as fast. What is hidden in it is told by the
 * attributes and styles by which the generator hides.
 */
function unseenDocument(): Document {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.style.display = 'none';
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside) throw new Error('The frame has no window.');
  showByMarks(inside);
  return inside.document;
}

export interface Tally {
  pages: number;
  right: number;
  refused: Record<string, number>;
  wrong: number;
  untrue: number;
  sufficient: number;
  sufficientRight: number;
  /** The first few faults: what is wrong, and the page. */
  faults: { what: string[]; made: string }[];
  /** The first few pages on which the evidence suffices, and the job was not done. */
  missed: { why: string[]; made: string }[];
  kinds: Record<string, number>;
}

export async function playMany(seed: number, pages: number, most: number): Promise<Tally> {
  const clock = new Clock();
  clock.install(window);
  const inside = unseenDocument();
  const tally: Tally = {
    pages,
    right: 0,
    refused: {},
    wrong: 0,
    untrue: 0,
    sufficient: 0,
    sufficientRight: 0,
    faults: [],
    missed: [],
    kinds: {},
  };
  for (const made of fc.sample(anyCase, { seed, numRuns: pages })) {
    let verdict: Verdict;
    try {
      verdict = await play(inside, clock, made);
    } catch (error) {
      verdict = {
        ended: 'refused',
        reasons: ['threw'],
        suffices: true,
        wrong: [],
        untrue: [`threw ${(error as Error).stack}`],
      };
    }
    count(tally, verdict, made, most);
  }
  return tally;
}

function count(tally: Tally, verdict: Verdict, made: Case, most: number): void {
  const { ended, reasons, wrong, untrue } = verdict;
  if (ended === 'right') tally.right += 1;
  else {
    const [reason = 'none'] = reasons;
    tally.refused[reason] = (tally.refused[reason] ?? 0) + 1;
  }
  tally.wrong += wrong.length > 0 ? 1 : 0;
  tally.untrue += untrue.length > 0 ? 1 : 0;
  const faults = [...wrong, ...untrue];
  if (faults.length > 0 && tally.faults.length < most) tally.faults.push({ what: faults, made: JSON.stringify(made) });
  const kind = made.page.kind === 'columns' ? made.page.action : made.page.kind;
  for (const key of [
    kind,
    ...(verdict.suffices ? [`${kind} sufficient`] : []),
    ...(verdict.suffices && ended === 'right' ? [`${kind} sufficient right`] : []),
  ])
    tally.kinds[key] = (tally.kinds[key] ?? 0) + 1;
  if (!verdict.suffices) return;
  tally.sufficient += 1;
  if (ended === 'right') tally.sufficientRight += 1;
  else if (tally.missed.length < most) tally.missed.push({ why: reasons, made: JSON.stringify(made) });
}

export { meaningOf };

Object.assign(window, { playMany });
