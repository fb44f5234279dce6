/** The narrated walk through all three templates, as an administrator would do it, into demo-output/. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import {
  doGuided,
  type Effort,
  FILES,
  type FileId,
  pageNext,
  panelButton,
  panelOf,
  readState,
  type Walk,
} from '../../e2e/walk.ts';
import { startSimulator } from '../../simulator/index.ts';
import { openBrowser, powerSchoolAddress } from '../browser.ts';
import { effortByHand, readSummary, type SummaryControls } from './by-hand.ts';
import { type CheckedSet, checkSet, writeBroken } from './checked.ts';
import { checkExported } from './exported.ts';
import { type Picture, type Report, reportPage } from './report.ts';

const OUTPUT = join(import.meta.dirname, '../../../demo-output');
const MOST_CLICKS = 12;
/** What is wrong with the district that is looked at first. */
const FAULTS = 'comma-in-name+unknown-role+raw-powerschool-grade+malformed-email';
const MANAGER = '/admin/datamgmt/exportmanager.action';
const MENU = ['System', 'Page and Data Management', 'Export Data'];

class Walkthrough {
  readonly #page: Page;
  readonly #pictures: Picture[] = [];
  readonly #effort: Effort = { clicks: 0, typed: 0 };
  readonly #summaries = new Map<FileId, { before: SummaryControls; after: SummaryControls }>();
  #now = 'the start page';

  constructor(page: Page) {
    this.#page = page;
  }

  /** What was going on last, for a failure's message. */
  get now(): string {
    return this.#now;
  }

  /** @param port the simulator's; every district's name leads to it. */
  async run(port: number): Promise<Omit<Report, 'checks'>> {
    await this.#showFaulty(`${powerSchoolAddress(port, 'faulty')}/~simulator/session`);
    await this.#page.goto(`${powerSchoolAddress(port)}/~simulator/session?go=/admin/home.html`);
    await this.#show(
      'start',
      'Another district, without faults. The administrator is signed in to PowerSchool.',
      false,
    );
    for (const link of MENU) await this.#page.getByRole('link', { name: link, exact: true }).last().click();
    await panelOf(this.#page).locator('aside').waitFor();
    await this.#show('manager', 'The Data Export Manager is open, and the panel with it.');
    const files: Report['files'] = [];
    for (const file of FILES) {
      // What the page offers before anything is filled, for the count by hand.
      this.#summaries.set(file, { before: await readSummary(this.#page), after: [] });
      await doGuided(this.#walk(file), file);
      const summary = this.#summaries.get(file);
      if (summary) summary.after = await readSummary(this.#page);
      files.push(await this.#export(file));
    }
    await this.#verify();
    return { files, assistant: this.#effort, byHand: await this.#byHand(), pictures: this.#pictures };
  }

  /** A district with faults in it: the preview's check says what they are, before anything is saved. */
  async #showFaulty(start: string): Promise<void> {
    const query = new URLSearchParams({ go: MANAGER, students: '8', faults: FAULTS });
    await this.#page.goto(`${start}?${query}`);
    await panelButton(this.#page, 'Set up users.csv').click();
    await panelButton(this.#page, 'Continue all the same').waitFor();
    const findings = panelOf(this.#page).locator('.findings li.outcome');
    await findings.first().getByRole('button', { name: 'Show on the page' }).click();
    await this.#show('faulty', 'A district with faults: the guided set-up stops at the preview, and the panel says:');
    for (const words of await findings.locator('> span:nth-child(2)').allTextContents()) console.log(`       ${words}`);
  }

  /** The saved templates are opened and compared, all with one click. */
  async #verify(): Promise<void> {
    await panelButton(this.#page, 'Check the saved templates').click();
    this.#effort.clicks += 1;
    await panelButton(this.#page, 'What comes next').waitFor();
    await this.#show('verified', 'All three were opened from My Templates again and found right.');
  }

  #walk(file: FileId): Walk {
    const stage: Walk['stage'] = (name, words) => this.#show(`${file}-${name}`, `${file}.csv: ${words}`);
    return { page: this.#page, effort: this.#effort, stage };
  }

  /** Says what is to be seen, and takes its picture: the page, and the panel in dark colors. */
  async #show(name: string, words: string, withPanel = true): Promise<void> {
    this.#now = words;
    const stem = `${String(this.#pictures.length + 1).padStart(2, '0')}-${name}`;
    console.log(`${String(this.#pictures.length + 1).padStart(3)}. ${words}`);
    await this.#page.screenshot({ path: join(OUTPUT, `${stem}.png`) });
    if (withPanel) {
      await this.#page.emulateMedia({ colorScheme: 'dark' });
      await panelOf(this.#page)
        .locator('aside')
        .screenshot({ path: join(OUTPUT, `${stem}-dark.png`) });
      await this.#page.emulateMedia({ colorScheme: 'light' });
    }
    this.#pictures.push({ file: `${stem}.png`, dark: withPanel ? `${stem}-dark.png` : '', words });
  }

  /** PowerSchool will export every night; here the page's own button shows once what it will send. */
  async #export(file: FileId): Promise<Report['files'][number]> {
    this.#now = `Exporting ${file}.csv`;
    const [download] = await Promise.all([this.#page.waitForEvent('download'), pageNext(this.#page).click()]);
    const name = download.suggestedFilename();
    if (name !== `${file}.csv`) throw new Error(`The file is called ${name} instead of ${file}.csv.`);
    const path = join(OUTPUT, name);
    await download.saveAs(path);
    return { name, ...checkExported(name, await readFile(path)) };
  }

  async #byHand(): Promise<Effort> {
    const { templates } = await readState(this.#page);
    return effortByHand(
      FILES.map((file, index) => {
        const template = templates[index];
        const summary = this.#summaries.get(file);
        if (!template || !summary) throw new Error(`The template for ${file}.csv was not saved.`);
        return { name: template.name, columns: template.columns, ...summary };
      }),
    );
  }
}

/** The popup as it stands after the walk, in a tab of its own. */
async function openPopup(context: BrowserContext): Promise<{ popup: Page; picture: Picture }> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const popup = await context.newPage();
  // As wide as the popup is drawn.
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html`);
  await popup.getByText('users.csv').first().waitFor();
  await popup.screenshot({ path: join(OUTPUT, 'popup.png'), fullPage: true });
  await popup.emulateMedia({ colorScheme: 'dark' });
  await popup.screenshot({ path: join(OUTPUT, 'popup-dark.png'), fullPage: true });
  const words = 'The toolbar button’s popup tells that all is done.';
  return { popup, picture: { file: 'popup.png', dark: 'popup-dark.png', words } };
}

/** The exported files, and a set that is broken on purpose, on the page that the popup opens. */
async function checkFiles(context: BrowserContext, popup: Page): Promise<CheckedSet[]> {
  const button = popup.getByRole('button', { name: 'Check exported files' });
  const [page] = await Promise.all([context.waitForEvent('page'), button.click()]);
  await page.setViewportSize({ width: 1280, height: 900 });
  const exported = await checkSet(
    page,
    'exported',
    FILES.map((file) => join(OUTPUT, `${file}.csv`)),
    OUTPUT,
  );
  await page.getByRole('button', { name: 'Other files' }).click();
  const broken = await checkSet(page, 'broken', await writeBroken(join(OUTPUT, 'broken')), OUTPUT);
  return [exported, broken];
}

function tellChecks(checks: CheckedSet[]): void {
  for (const { name, verdict, findings, reports } of checks) {
    console.log(`\nThe ${name} files, checked: ${verdict} (${reports.join(', ')})`);
    for (const message of findings) console.log(`       ${message}`);
  }
  const [exported, broken] = checks;
  if (exported?.findings.length !== 0) throw new Error('The check finds something in the exported files.');
  if (broken?.findings.length === 0) throw new Error('The check finds nothing in the broken files.');
}

function conclude({ files, assistant, byHand }: Report): void {
  for (const { name, header, rows } of files) {
    console.log(
      `\n${name}: ${rows.toLocaleString('en-US')} rows, UTF-8, CR between rows, no quotes\n  ${header.join(',')}`,
    );
  }
  console.log(`\nclicks with the assistant: ${assistant.clicks}, typed: ${assistant.typed}`);
  console.log(`clicks by hand: ${byHand.clicks}, typed: ${byHand.typed}`);
  console.log('\nFiles, report.html and screenshots are in demo-output.');
  if (assistant.clicks > MOST_CLICKS || assistant.typed > 0)
    throw new Error(`More than ${MOST_CLICKS} clicks, or typing.`);
}

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
const simulator = await startSimulator({ https: true });
const browser = await openBrowser({ headless: true, viewport: { width: 1280, height: 900 } });
try {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(20_000);
  const walkthrough = new Walkthrough(page);
  try {
    console.log('\nA simulated PowerSchool; no student in it is real.\n');
    const walked = await walkthrough.run(simulator.port);
    const { popup, picture } = await openPopup(browser.context);
    const checks = await checkFiles(browser.context, popup);
    const pictures = [...walked.pictures, picture, ...checks.map((check) => check.picture)];
    const report = { ...walked, checks, pictures };
    tellChecks(checks);
    await writeFile(join(OUTPUT, 'report.html'), reportPage(report));
    conclude(report);
  } catch (error) {
    await page.screenshot({ path: join(OUTPUT, 'failed.png') });
    const why = error instanceof Error ? error.message : String(error);
    console.error(`\nStopped after: ${walkthrough.now}\n${why}\nWhat the page showed is in demo-output/failed.png.`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await simulator.close();
}
