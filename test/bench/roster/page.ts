/**
 * The page's part of the check's bench: in a real browser, with the built extension, the longest task of the page while
 * a set is checked. Workers do the work, so the page must stay free for whoever looks at it.
 *
 * `tsx test/bench/roster/page.ts [--users 1000000] [--runs 5]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { writeSet } from '../../data/roster-set.ts';
import { openBrowser } from '../../run/browser.ts';

const SEED = 4;
/** Milliseconds; also what a browser calls a long task, and below which it tells none. */
const LIMIT = 50;
const PATIENCE = 120_000;

interface Run {
  /** Milliseconds from the files being chosen to the report standing there. */
  took: number;
  /** Of the long tasks meanwhile, milliseconds. */
  tasks: number[];
}

async function openCheck(context: BrowserContext): Promise<Page> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/check.html`);
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  return page;
}

/** Chooses the files in a page that was just opened, and notes what kept it busy until the report is drawn. */
async function runOnce(context: BrowserContext, paths: string[]): Promise<Run> {
  const page = await openCheck(context);
  await page.evaluate(() => {
    const notes = { startedAt: 0, endedAt: 0, tasks: [] as number[] };
    Object.assign(window, { notes });
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries()) {
        if (startTime >= notes.startedAt) notes.tasks.push(duration);
      }
    }).observe({ type: 'longtask' });
    addEventListener('change', () => (notes.startedAt = performance.now()), { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.verdict')) return;
      notes.endedAt = performance.now();
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.locator('input[type=file]').first().setInputFiles(paths);
  await page.locator('.verdict').waitFor();
  const run = await page.evaluate(async () => {
    // Drawing the report is the last of it.
    await new Promise((resolve) => requestIdleCallback(resolve));
    const { startedAt, endedAt, tasks } = (
      window as unknown as { notes: Run & Record<'startedAt' | 'endedAt', number> }
    ).notes;
    return { took: endedAt - startedAt, tasks };
  });
  await page.close();
  return run;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { users: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '5' } },
  });
  const users = Number(values.users);
  const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'));
  const browser = await openBrowser({ headless: true });
  try {
    const set = writeSet(folder, { users, seed: SEED, form: 'cr-unquoted' });
    const runs: Run[] = [];
    while (runs.length < Number(values.runs)) runs.push(await runOnce(browser.context, Object.values(set.files)));
    const took = runs.map((run) => run.took).sort((one, other) => one - other)[Math.floor(runs.length / 2)] ?? 0;
    const longest = Math.max(0, ...runs.flatMap(({ tasks }) => tasks));
    const speed = set.bytes / 1e6 / (took / 1000);
    console.log(`\nThe page in a browser, ${users.toLocaleString('en-US')} users, ${(set.bytes / 1e6).toFixed(0)} MB:`);
    console.log(`median of ${runs.length}: ${(took / 1000).toFixed(2)} s, ${speed.toFixed(0)} MB/s`);
    const isShort = longest < LIMIT;
    const told = longest === 0 ? `none of ${LIMIT} ms or more` : `${longest.toFixed(0)} ms`;
    console.log(
      `longest task of the page in ${runs.length} checks: ${told}   limit ${LIMIT} ms   ${isShort ? 'ok' : 'OVER'}`,
    );
    if (!isShort) process.exitCode = 1;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
