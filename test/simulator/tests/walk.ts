import type { Page } from '@playwright/test';
import type { Schedule } from '../sessions.ts';
import type { SavedTemplate } from '../types.ts';
import { freshState, type WizardState } from '../wizard-state.ts';

/** What `/~simulator/state` answers. */
export interface SessionState {
  templates: SavedTemplate[];
  /** By the template's id. */
  schedules: Record<string, Schedule>;
  exports: { fileName: string; dataSetId: string; base64: string }[];
  saves: number;
}

const MANAGER = '/admin/datamgmt/exportmanager.action';

/** Starts a session with these variants and opens the wizard. */
export async function openWizard(
  page: Page,
  origin: string,
  variants: Record<string, string> = {},
  go = MANAGER,
): Promise<void> {
  const query = new URLSearchParams({ reload: 'instant', ...variants, go });
  await page.goto(`${origin}/~simulator/session?${query}`);
  await page.locator('.step:visible, #export-template-content').first().waitFor();
}

/** Chooses a data set by its option's value (1001 is the first of the built-in plugin). */
export async function chooseDataSet(page: Page, value: string): Promise<void> {
  await page.locator('select[name=exportFrom]').selectOption(value);
  await page.locator('.columns-layout').waitFor();
  await page.locator('.dialogLoading').waitFor({ state: 'hidden' });
}

/** Ticks a whole table and types each label without its prefix. */
export async function labelTable(page: Page, table: string): Promise<void> {
  await page.getByRole('checkbox', { name: table, exact: true }).click();
  for (const box of await page.locator('.column-selection tbody tr input').all()) {
    await box.fill((await box.inputValue()).replace(`${table}.`, ''));
  }
}

export async function pressNext(page: Page): Promise<void> {
  await page.locator('.step:visible .right .next').click();
}

/** From step 1 to step 3. */
export async function goToOutput(page: Page): Promise<void> {
  await pressNext(page);
  await page.locator('.rows-choice:visible').waitFor();
  await pressNext(page);
  await page.locator('input[name=fileName]:visible').waitFor();
}

/** Sets step 3 as ClassTag's guide wants it, by the options' places. */
export async function setOutput(page: Page, fileName: string): Promise<void> {
  await page.locator('input[name=fileName]').fill(fileName);
  await page.locator('select[name=lineDelimiter]').selectOption({ index: 0 });
  await page.locator('select[name=fieldDelimiter]').selectOption({ index: 1 });
  await page.locator('select[name=characterSet]').selectOption({ index: 3 });
  await page.locator('input[name=includeHeaders]').check();
  await page.locator('input[name=surroundInQuotes]').uncheck();
}

export async function saveAs(page: Page, name: string): Promise<void> {
  await page.locator('.step:visible .save').click();
  await page.locator('input[name=templateName]').fill(name);
  const buttons = page.locator('.ui-dialog:visible button:not(.ui-dialog-titlebar-close), #inline-form button');
  await buttons.first().click();
  await page.locator('input[name=templateName]').waitFor({ state: 'hidden' });
}

export async function readState(page: Page): Promise<SessionState> {
  return (await page.request.get(new URL('/~simulator/state', page.url()).href)).json();
}

/** Starts a session that holds the template classtag_users already, three columns of it, and shows My Templates. */
export async function openTemplates(page: Page, origin: string, variants: Record<string, string> = {}): Promise<void> {
  const templates = '/admin/datamgmt/exporttemplates.html';
  const query = new URLSearchParams({ reload: 'instant', ...variants, go: templates });
  await page.goto(`${origin}/~simulator/session?${query}`);
  const request = { name: 'classtag_users', description: '', asNew: true, state: SAVED };
  const answer = await page.request.post(`${origin}/admin/datamgmt/exportsave.action`, { data: request });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.reload();
}

const SAVED: WizardState = {
  ...freshState(),
  step: 2,
  exportFrom: '1001',
  columns: ['email', 'role', 'sourcedId'].map((label) => ({ name: `USERS.${label}`, label })),
  output: {
    fileName: 'users.csv',
    lineDelimiter: 'CR',
    lineOther: '',
    fieldDelimiter: 'Comma',
    fieldOther: '',
    characterSet: 'UTF-8',
    includeHeaders: true,
    surroundInQuotes: false,
  },
};

/** Opens a saved template from My Templates, at step 1 or step 3. */
export async function openTemplate(page: Page, name: string): Promise<void> {
  await page.locator('#export-template-content').getByRole('link', { name, exact: true }).click();
  await page.locator('.columns-layout, input[name=fileName]').filter({ visible: true }).waitFor();
  // Step 3 comes from the server: it stands there before the page's scripts listen.
  await page.waitForLoadState();
  await page.locator('.dialogLoading').waitFor({ state: 'hidden' });
}

/** The bytes of the session's last exported file, one character per byte. */
export async function lastExport(page: Page): Promise<string> {
  const { exports } = await readState(page);
  return Buffer.from(exports.at(-1)?.base64 ?? '', 'base64').toString('latin1');
}
