import type { Page } from '@playwright/test';
import type { Driven, Found, FoundOn } from './driven.ts';

/**
 * The administrator's way through one template, by real clicks on the panel and on PowerSchool's page, and nothing
 * else. The demo and the tests walk the same way.
 */

export const FILES = ['users', 'classes', 'enrollments'] as const;
export type FileId = (typeof FILES)[number];

export const WIZARD = '/admin/datamgmt/exportmanager.action';

/** What has just happened when `stage` is called. */
export type Stage =
  | 'columns'
  | 'fields'
  | 'preview'
  | 'labels'
  | 'records'
  | 'look'
  | 'summary'
  | 'filled'
  | 'save'
  | 'saved';

/** Counts what the administrator does. */
export interface Effort {
  clicks: number;
  typed: number;
}

export interface Walk<P extends Driven = Page> {
  page: P;
  effort: Effort;
  /** Called at each stage, for narration and screenshots. */
  stage?(name: Stage, words: string): Promise<void>;
}

export function panelOf<P extends Driven>(page: P): FoundOn<P> {
  return page.locator('roster-export-assistant') as FoundOn<P>;
}

export function panelButton<P extends Driven>(page: P, name: string | RegExp): FoundOn<P> {
  return panelOf(page).getByRole('button', { name, exact: typeof name === 'string' });
}

/** The page's own button that leads on, whatever it is made of and in whatever language. */
export const pageNext = <P extends Driven>(page: P): FoundOn<P> =>
  page.locator('.step:visible .right .next') as FoundOn<P>;
export const pageSave = <P extends Driven>(page: P): FoundOn<P> => page.locator('.step:visible .save') as FoundOn<P>;
export const saveAsNew = <P extends Driven>(page: P): FoundOn<P> =>
  page
    .locator('.ui-dialog:visible button:not(.ui-dialog-titlebar-close), #inline-form button, #inline-form a')
    .first() as FoundOn<P>;

async function click<P extends Driven>(walk: Walk<P>, target: Found): Promise<void> {
  await target.click();
  walk.effort.clicks += 1;
}

/** A click on PowerSchool's own page: the pointer leaves the panel first, which then makes way. */
export async function clickPage<P extends Driven>(walk: Walk<P>, target: Found): Promise<void> {
  await walk.page.mouse.move(640, 1);
  await click(walk, target);
}

/** Starts a fresh session of the simulator with some variants and opens the wizard. */
export async function openWizard(
  page: Driven,
  site: string,
  variants: Record<string, string> = {},
  go: string = WIZARD,
): Promise<void> {
  const query = new URLSearchParams({ ...variants, go });
  const answer = await page.goto(`${site}/~simulator/session?${query}`);
  if (!answer?.ok()) throw new Error(`The simulator refused: ${await answer?.text()}`);
}

export async function chooseFile<P extends Driven>(walk: Walk<P>, file: FileId): Promise<void> {
  await click(walk, panelButton(walk.page, new RegExp(`^${file}\\.csv`)));
  await panelButton(walk.page, 'Select fields').waitFor();
}

/** Step 1: fields and labels, with the changes looked at before they are made. */
export async function doColumns<P extends Driven>(walk: Walk<P>): Promise<void> {
  const { page } = walk;
  await walk.stage?.('columns', 'The data set is chosen. The panel tells which fields it will tick.');
  await click(walk, panelButton(page, 'Select fields'));
  await panelButton(page, 'Auto-label').waitFor();
  await walk.stage?.('fields', 'The fields are ticked. Every label still has its table in front.');
  await click(walk, panelButton(page, 'Auto-label'));
  await walk.stage?.('preview', 'Auto-label shows what it will change, before and after.');
  await click(walk, panelButton(page, /^Change \d+ labels?$/));
  await panelOf(page).getByText('Press Next on the page').waitFor();
  await walk.stage?.('labels', 'The labels are right.');
}

/** Step 2: the administrator looks at the records and goes on. */
export async function doRecords<P extends Driven>(walk: Walk<P>): Promise<void> {
  await clickPage(walk, pageNext(walk.page));
  await panelOf(walk.page).getByText('step 2 of 3').first().waitFor();
  await walk.stage?.('records', 'PowerSchool shows the records.');
  await clickPage(walk, pageNext(walk.page));
  await panelOf(walk.page).getByText('step 3 of 3').first().waitFor();
}

/** Step 3: the export summary. */
export async function doSummary<P extends Driven>(walk: Walk<P>): Promise<void> {
  const { page } = walk;
  await walk.stage?.('summary', 'The panel compares the export summary with what ClassTag wants.');
  await click(walk, panelButton(page, 'Fill export summary'));
  await panelOf(page).getByText('Press Save Template on the page').waitFor();
  await walk.stage?.('filled', 'The export summary is right.');
}

/** The save dialog: the name is filled in, pressing Save as New stays with the administrator. */
export async function doSave<P extends Driven>(walk: Walk<P>, file: FileId): Promise<void> {
  const { page } = walk;
  await clickPage(walk, pageSave(page));
  await panelOf(page).getByText('Press Save as New in the page').waitFor();
  await walk.stage?.('save', 'The name is filled in.');
  await clickPage(walk, saveAsNew(page));
  await fileDone(page, file).waitFor();
  await walk.stage?.('saved', 'The template is saved and ticked off.');
}

/** The file's button in the panel, once all four of its ticks are there. */
export function fileDone<P extends Driven>(page: P, file: FileId): FoundOn<P> {
  return panelButton(page, new RegExp(`^${file}\\.csv\\s+done`));
}

/** One template from the wizard's first page to the saved template. */
export async function doTemplate<P extends Driven>(walk: Walk<P>, file: FileId): Promise<void> {
  await chooseFile(walk, file);
  await doColumns(walk);
  await doRecords(walk);
  await doSummary(walk);
  await doSave(walk, file);
}

/** One template by the guided set-up: the administrator starts it, looks at the records, and presses Save as New. */
export async function doGuided<P extends Driven>(walk: Walk<P>, file: FileId): Promise<void> {
  const { page } = walk;
  await click(walk, panelButton(page, `Set up ${file}.csv`));
  await panelButton(page, 'Looks right, continue').waitFor();
  await walk.stage?.('look', 'Fields and labels are set, and the records are checked. A person looks at them.');
  await click(walk, panelButton(page, 'Looks right, continue'));
  await saveGuided(walk, file);
}

/** The last stop: the export summary is filled, the dialog is open and the name is in it. */
export async function saveGuided<P extends Driven>(walk: Walk<P>, file: FileId): Promise<void> {
  const { page } = walk;
  await panelOf(page).getByText('Press Save as New in the page').first().waitFor();
  await walk.stage?.('save', 'The export summary is filled, and so is the name.');
  await clickPage(walk, saveAsNew(page));
  await panelOf(page).getByText(`${file}.csv is saved as classtag_${file}.`).first().waitFor();
  await walk.stage?.('saved', 'The template is saved and ticked off.');
}

/** What the simulator kept of the session. */
export interface SessionState {
  templates: {
    name: string;
    description: string;
    dataSetId: string;
    columns: { name: string; label: string }[];
    output: Record<string, unknown>;
  }[];
  /** By the template's number. */
  schedules: Record<
    string,
    { active: boolean; days: string[]; time: string; sendTo: string; path: string; email: string }
  >;
  /** How often a template was saved. */
  saves: number;
  exports: { fileName: string; dataSetId: string; base64: string }[];
}

export async function readState(page: Driven): Promise<SessionState> {
  // Asked by the page itself: only the browser maps the site's name to this machine.
  return page.evaluate(async () => (await fetch('/~simulator/state')).json());
}
