import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What notes.js notes, in the page's clock: milliseconds since its start, 0 for not yet. */
interface Notes {
  panelAt: number;
  clickAt: number;
  labelAt: number;
  reportAt: number;
}

declare global {
  interface Window {
    benchNotes: Notes;
  }
}

/** Runs in every page that is measured, and notes what happens when. */
export const NOTES_SCRIPT = join(import.meta.dirname, 'notes.js');

/** Milliseconds from the page being ready (DOMContentLoaded) to the panel standing in it. */
export async function panelDelay(page: Page): Promise<number> {
  await page.waitForFunction(() => window.benchNotes.panelAt > 0);
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return window.benchNotes.panelAt - (navigation?.domContentLoadedEventStart ?? 0);
  });
}

/** Milliseconds from the last trusted click to the last changed label, and to the report in the panel. */
export async function labelDelay(page: Page): Promise<{ labels: number; report: number }> {
  await page.waitForFunction(() => window.benchNotes.reportAt > 0);
  return page.evaluate(() => {
    const { clickAt, labelAt, reportAt } = window.benchNotes;
    return { labels: labelAt - clickAt, report: reportAt - clickAt };
  });
}

interface TraceEvent {
  name: string;
  /** Start and length, in microseconds. */
  ts: number;
  dur?: number;
  args: { data?: { url?: string } };
}

const CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute'];
const SCRIPT_WORK = new Set(['EvaluateScript', 'v8.compile', 'FunctionCall']);

/** In a web page only the content script has such an address. */
const CONTENT_SCRIPT = /^chrome-extension:\/\//;

/**
 * Milliseconds that the content script keeps the page busy while `work` runs: compiling and evaluating it, calls into
 * it, and what it goes on with after an await. Traced, not sampled: a profiler's own cost is a third of the result.
 */
export async function scriptCost(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return covered(workOfContentScript(events)) / 1000;
}

const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

/** Microtasks name no script; a run of them counts whole when the content script was called in it. */
function workOfContentScript(events: TraceEvent[]): TraceEvent[] {
  const ours = events.filter(({ name, args }) => SCRIPT_WORK.has(name) && CONTENT_SCRIPT.test(args.data?.url ?? ''));
  const microtasks = events.filter(({ name }) => name === 'RunMicrotasks');
  const holdsOurs = (run: TraceEvent) => ours.some((event) => run.ts <= event.ts && endOf(event) <= endOf(run));
  return [...ours, ...microtasks.filter(holdsOurs)];
}

/** Microseconds in which at least one of the events was under way. */
function covered(events: TraceEvent[]): number {
  let sum = 0;
  let until = 0;
  for (const event of [...events].sort((a, b) => a.ts - b.ts)) {
    sum += Math.max(0, endOf(event) - Math.max(event.ts, until));
    until = Math.max(until, endOf(event));
  }
  return sum;
}
