import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { build, type Rollup } from 'vite';
import type { Story, Tally } from '../property/writes/index.ts';

/**
 * "No control other than the intended one ever changes": the real reader, planner and executor on made-up pages that
 * work against them (test/property/writes). The same pages every time; WRITES_SEED=7 makes others, WRITES_PAGES=100000
 * more of them.
 */
const SEED = Number(process.env.WRITES_SEED ?? 1);
const PAGES = Number(process.env.WRITES_PAGES ?? 10_000);
/** So many pages at a time, each time with a seed of its own. */
const AT_A_TIME = 500;
/** Of the pages on which the evidence suffices, so many must end right: 95 % were asked for, this is what is reached. */
const SHARE = 0.99;

async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, '../property/writes/index.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'writes' } },
  });
  const [output] = built as Rollup.RollupOutput[];
  const [chunk] = output?.output ?? [];
  if (!chunk) throw new Error('Nothing was bundled.');
  return chunk.code;
}

/** One process of the browser for each core, each taking the next seed when it is done with one. */
async function playAll(browser: Browser, script: string): Promise<Tally[]> {
  const seeds = Array.from({ length: Math.ceil(PAGES / AT_A_TIME) }, (_, at) => SEED * 1_000_000 + at);
  const tallies: Tally[] = [];
  const hands = Array.from({ length: Math.min(availableParallelism(), 2) }, async () => {
    const page = await (await browser.newContext()).newPage();
    await page.addScriptTag({ content: script });
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const pages = Math.min(AT_A_TIME, PAGES);
      const tally = await page.evaluate(([one, many]) => window.playPages(one, many), [seed, pages] as const);
      tallies.push(tally);
      if (tally.faults.length === 0) continue;
      const smallest = await page.evaluate(([one, many]) => window.shrinkPages(one, many), [seed, pages] as const);
      console.log(`Seed ${seed}:\n${[...tally.faults, ...(smallest ? [smallest] : [])].map(tell).join('\n')}`);
    }
    await page.context().close();
  });
  await Promise.all(hands);
  return tallies;
}

const tell = ({ what, made, html }: Story) => `  ${what.join('\n  ')}\n  made of ${made}\n  page: ${html}`;

function sumOf(tallies: readonly Tally[]) {
  const sum = (count: (tally: Tally) => number) => tallies.reduce((all, tally) => all + count(tally), 0);
  const byName = (counts: (tally: Tally) => Record<string, number>): Record<string, number> => {
    const names = [...new Set(tallies.flatMap((tally) => Object.keys(counts(tally))))].sort();
    return Object.fromEntries(names.map((name) => [name, sum((tally) => counts(tally)[name] ?? 0)]));
  };
  return {
    pages: sum(({ pages }) => pages),
    right: sum(({ right }) => right),
    refused: byName(({ refused }) => refused),
    wrongWrites: sum(({ wrongWrites }) => wrongWrites),
    untrueOutcomes: sum(({ untrueOutcomes }) => untrueOutcomes),
    notBroughtBack: sum(({ notBroughtBack }) => notBroughtBack),
    sufficient: sum(({ sufficient }) => sufficient),
    sufficientRight: sum(({ sufficientRight }) => sufficientRight),
    actions: byName(({ actions }) => actions),
    reasons: byName(({ reasons }) => reasons),
  };
}

const number = (value: number) => value.toLocaleString('en-US');
const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(', ');

test('no control other than the intended one ever changes', async ({ browser }) => {
  test.setTimeout(60_000 + PAGES * 60);
  const tallies = await playAll(browser, await bundle());
  const all = sumOf(tallies);
  const refused = Object.values(all.refused).reduce((sum, count) => sum + count, 0);
  const share = all.sufficientRight / all.sufficient;
  console.log(`
No wrong write: ${number(all.pages)} pages (seed ${SEED}): ${list(all.actions)}
  right outcomes   ${number(all.right)}
  refusals         ${number(refused)} (${list(all.refused)})
  wrong writes     ${number(all.wrongWrites)}
  untrue outcomes  ${number(all.untrueOutcomes)}, not brought back by the undo ${number(all.notBroughtBack)}
  where the evidence suffices: ${number(all.sufficientRight)} of ${number(all.sufficient)} right (${(share * 100).toFixed(1)} %)`);
  for (const story of tallies.flatMap(({ missed }) => missed).slice(0, 3)) console.log(`Missed:\n${tell(story)}`);
  expect({ ...all, actions: {}, reasons: {}, refused: {} }).toMatchObject({
    wrongWrites: 0,
    untrueOutcomes: 0,
    notBroughtBack: 0,
  });
  expect(share).toBeGreaterThanOrEqual(SHARE);
  // The generator makes pages of every kind, a good part of them such that the job can be done, and such that not.
  expect(all.sufficient).toBeGreaterThan(all.pages / 4);
  expect(Object.keys(all.actions)).toEqual(['fields', 'labels', 'name', 'schedule', 'summary']);
  const expected = ['ambiguous', 'missing', 'no-such-option', 'read-only', 'rejected-by-page', 'stale'];
  expect(Object.keys(all.reasons)).toEqual(expect.arrayContaining(expected));
});
