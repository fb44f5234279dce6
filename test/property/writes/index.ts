import fc from 'fast-check';
import { anyCase, type Case } from './arbitraries.ts';
import { Clock } from './clock.ts';
import { showByMarks } from './form.ts';
import { play, type Verdict } from './play.ts';
import { World } from './world.ts';

/** What came of many pages. */
export interface Tally {
  pages: number;
  right: number;
  /** By the first reason that was given. */
  refused: Record<string, number>;
  wrongWrites: number;
  untrueOutcomes: number;
  notBroughtBack: number;
  sufficient: number;
  sufficientRight: number;
  /** By the action that was asked for. */
  actions: Record<string, number>;
  /** All that the actions gave as outcomes, or as reasons to refuse. */
  reasons: Record<string, number>;
  /** The first pages with a fault. */
  faults: Story[];
  /** The first pages on which the evidence suffices, and the job was not done. */
  missed: Story[];
}

/** One page, and what is said of it. */
export interface Story {
  what: string[];
  made: string;
  html: string;
}

/** How many of each are told. */
const STORIES = 3;

declare global {
  interface Window {
    /** Plays so many pages of a seed. */
    playPages(seed: number, pages: number): Promise<Tally>;
    /** Looks for the smallest page of the seed that has a fault. */
    shrinkPages(seed: number, pages: number): Promise<Story | null>;
  }
}

const clock = new Clock();
clock.install(window);
const unseen = unseenDocument();

window.playPages = async (seed, pages) => {
  const tally: Tally = {
    ...{ pages, right: 0, refused: {}, wrongWrites: 0, untrueOutcomes: 0, notBroughtBack: 0 },
    ...{ sufficient: 0, sufficientRight: 0, actions: {}, reasons: {}, faults: [], missed: [] },
  };
  for (const made of fc.sample(anyCase, { seed, numRuns: pages })) count(tally, await play(unseen, clock, made), made);
  return tally;
};

window.shrinkPages = async (seed, pages) => {
  const hasNoFault = fc.asyncProperty(anyCase, async (made) => faultsOf(await play(unseen, clock, made)).length === 0);
  const { counterexample } = await fc.check(hasNoFault, { seed, numRuns: pages });
  const made = counterexample?.[0];
  return made ? storyOf(made, faultsOf(await play(unseen, clock, made))) : null;
};

const faultsOf = ({ wrong, untrue, left }: Verdict) => [...wrong, ...untrue, ...left];

function count(tally: Tally, verdict: Verdict, made: Case): void {
  const { ended, reasons, wrong, untrue, left } = verdict;
  if (ended === 'right') tally.right += 1;
  else add(tally.refused, reasons[0] ?? '');
  for (const reason of new Set(reasons)) add(tally.reasons, reason);
  add(tally.actions, made.page.kind === 'columns' ? made.page.action : made.page.kind);
  if (wrong.length > 0) tally.wrongWrites += 1;
  if (untrue.length > 0) tally.untrueOutcomes += 1;
  if (left.length > 0) tally.notBroughtBack += 1;
  const faults = faultsOf(verdict);
  if (faults.length > 0 && tally.faults.length < STORIES) tally.faults.push(storyOf(made, faults));
  if (!verdict.suffices) return;
  tally.sufficient += 1;
  if (ended === 'right') tally.sufficientRight += 1;
  else if (tally.missed.length < STORIES) tally.missed.push(storyOf(made, reasons));
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function storyOf(made: Case, what: string[]): Story {
  new World(unseen, clock, made).close();
  return { what, made: JSON.stringify(made), html: unseen.body.innerHTML };
}

/**
 * A document of its own that is never drawn, which makes it several times as fast. What is hidden in it is told by the
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
