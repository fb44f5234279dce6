/** `npm run bench`: how fast panel and Auto-label are, with the built extension on the simulator's default page. */
import type { Page } from '@playwright/test';
import { openBrowser, powerSchoolAddress } from '../run/browser.ts';
import { startSimulator } from '../simulator/index.ts';
import { labelDelay, NOTES_SCRIPT, panelDelay, scriptCost } from './page.ts';
import { makePlugin } from './plugin.ts';

const TIMES = 20;
const SIZES = { small: 60, large: 1000 };
const MANAGER = '/admin/datamgmt/exportmanager.action';

interface Measure {
  name: string;
  /** What the median must stay under; without one it is only told. */
  limit?: number;
  times: number[];
}

const median = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

function isOver({ times, limit }: Measure): boolean {
  return limit !== undefined && !(median(times) < limit);
}

function print(measure: Measure): void {
  const { name, limit, times } = measure;
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  const verdict = limit === undefined ? '' : `limit${ms(limit)}  ${isOver(measure) ? 'OVER' : 'ok'}`;
  const range = `${ms(Math.min(...times))} …${ms(Math.max(...times))}`;
  console.log(`${name.padEnd(60)}${ms(median(times))}${range}  ${verdict}`);
}

/** Twenty times, after one that fills the caches. */
async function repeat(work: () => Promise<number>): Promise<number[]> {
  await work();
  const times: number[] = [];
  while (times.length < TIMES) times.push(await work());
  return times;
}

async function openManager(page: Page, base: string): Promise<void> {
  await page.goto(`${base}${MANAGER}`);
}

async function measurePanel(page: Page, base: string): Promise<Measure[]> {
  const delays = await repeat(async () => {
    await openManager(page, base);
    return panelDelay(page);
  });
  const costs = await repeat(() =>
    scriptCost(page, async () => {
      await openManager(page, base);
      await panelDelay(page);
      // Effects that the first drawing left for later count too.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    }),
  );
  return [
    { name: 'Page ready until the panel is up', limit: 50, times: delays },
    { name: 'Script of the panel coming up', limit: 20, times: costs },
  ];
}

async function measureAutoLabel(
  page: Page,
  base: string,
  size: number,
  option: string,
  limit: number,
): Promise<Measure[]> {
  const reports: number[] = [];
  const labels = await repeat(async () => {
    await openManager(page, base);
    await page
      .getByLabel('Export From')
      .or(page.locator('select[name=exportFrom]'))
      .first()
      .selectOption({ label: option });
    await page.locator('#columnListContainer').getByRole('checkbox').first().check();
    const panel = page.locator('roster-export-assistant');
    await panel.getByRole('button', { name: 'Auto-label' }).click();
    await panel.getByRole('button', { name: /^Change [\d,]+ labels$/ }).click();
    const delay = await labelDelay(page);
    reports.push(delay.report);
    return delay.labels;
  });
  const count = size.toLocaleString('en-US');
  return [
    { name: `Auto-label of ${count}: click until the last label is changed`, limit, times: labels },
    { name: `Auto-label of ${count}: click until the report shows`, times: reports.slice(1) },
  ];
}

async function main(): Promise<void> {
  const plugin = await makePlugin(Object.values(SIZES));
  const simulator = await startSimulator({ https: true, plugins: [plugin.path], variants: { reload: 'instant' } });
  const browser = await openBrowser({ headless: true });
  try {
    const page = await browser.context.newPage();
    await page.addInitScript({ path: NOTES_SCRIPT });
    const base = powerSchoolAddress(simulator.port);
    await page.goto(`${base}/~simulator/session`);
    const measures = [
      ...(await measurePanel(page, base)),
      ...(await measureAutoLabel(page, base, SIZES.small, plugin.optionFor(SIZES.small), 50)),
      ...(await measureAutoLabel(page, base, SIZES.large, plugin.optionFor(SIZES.large), 500)),
    ];
    console.log(`\nMedian of ${TIMES}, then fastest … slowest:`);
    for (const measure of measures) print(measure);
    if (measures.some(isOver)) process.exitCode = 1;
  } finally {
    await browser.close();
    await simulator.close();
    await plugin.remove();
  }
}

await main();
