import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { startSimulator } from '../simulator/index.ts';
import { backgroundOf, expect, launch, test } from './fixtures.ts';
import { autoLabel, choose, labelBox, openFile, openTicked, selectFields } from './panel.ts';
import { openRealPopup } from './real-popup.ts';
import { doTemplate, FILES, openWizard, panelButton, panelOf, readState, type Walk } from './walk.ts';

const TICKS = ['Fields chosen', 'Labels right', 'Export summary right', 'Template saved'];

/** The popup in a tab of its own: there it shows the last site, as on any page that is not PowerSchool's. */
async function popupTab(context: BrowserContext, extensionId: string): Promise<Page> {
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.getByRole('heading', { name: 'Roster Export Assistant' }).waitFor();
  return popup;
}

/** The popup's page behind the page that is in front: to it, that page's tab is the active one, as to the real popup. */
async function popupBehind(context: BrowserContext, page: Page, extensionId: string): Promise<Page> {
  await page.bringToFront();
  const opened = context.waitForEvent('page');
  const url = `chrome-extension://${extensionId}/popup.html`;
  await (await backgroundOf(context)).evaluate(`void chrome.tabs.create({ url: '${url}', active: false })`);
  const popup = await opened;
  await popup.getByRole('heading', { name: 'Roster Export Assistant' }).waitFor();
  return popup;
}

/** The four ticks of a file, in words. */
async function ticksOf(popup: Page, file: string): Promise<string[]> {
  const lines = popup.locator('.checklist > li', { hasText: `${file}.csv` }).locator('.ticks p');
  const texts = await lines.allInnerTexts();
  return texts
    .filter((text) => !text.replace(/\s+/g, ' ').includes('not done'))
    .map((text) => TICKS.find((tick) => text.includes(tick)) ?? text);
}

const badge = async (context: BrowserContext): Promise<string> =>
  (await backgroundOf(context)).evaluate('chrome.action.getBadgeText({})');

const storeOf = async (context: BrowserContext): Promise<Record<string, unknown>> =>
  (await backgroundOf(context)).evaluate('chrome.storage.local.get()');

const walkOn = (page: Page): Walk => ({ page, effort: { clicks: 0, typed: 0 } });

test('before any site was seen it says where to go', async ({ context, page: _, extensionId }) => {
  const popup = await popupTab(context, extensionId);
  await expect(popup.getByText('No PowerSchool site yet')).toBeVisible();
  await expect(popup.locator('.path').first()).toHaveText('Setup > System > Page and Data Management > Export Data');
  await expect(popup.getByRole('button', { name: 'Start over' })).toHaveCount(0);
  await popup.close();
});

test('the real popup knows the page beneath it', async ({ context, page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, /^users\.csv/).waitFor();
  await page.bringToFront();
  const popup = await openRealPopup(context);
  const words = () => popup.evaluate('document.body.innerText');
  await expect.poll(words).toContain(`This PowerSchool site: ${new URL(site).host}`);
  expect(await words()).toContain('Next: users.csv.');
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find((b) => b.innerText === 'Go to users.csv').click()`,
  );
  await expect(panelButton(page, 'Select fields')).toBeVisible();
});

test('over the Data Export Manager it tells the next thing to do', async ({ context, page, site, extensionId }) => {
  await openFile(page, site);
  const popup = await popupBehind(context, page, extensionId);
  await expect(popup.getByText('users.csv: choose the fields with Select fields on the page.')).toBeVisible();
  await selectFields(page);
  await expect(popup.getByText('users.csv: put the labels right with Auto-label on the page.')).toBeVisible();
  await autoLabel(page);
  await expect(popup.getByText('users.csv: go on to step 3 and fill the export summary.')).toBeVisible();
  await popup.close();
});

test('elsewhere its button opens the Data Export Manager of the last site', async ({
  context,
  page,
  site,
  extensionId,
}) => {
  await openWizard(page, site);
  await panelButton(page, /^users\.csv/).waitFor();
  await page.goto('about:blank');
  const popup = await popupBehind(context, page, extensionId);
  await expect(popup.getByText(`Last PowerSchool site: ${new URL(site).host}`)).toBeVisible();
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Open the Data Export Manager' }).click();
  const wizard = await opened;
  await expect(panelOf(wizard).getByText('users.csv').first()).toBeVisible();
  await wizard.close();
});

test('ticks come from reading the page, whoever changed it', async ({ context, page, site, extensionId }) => {
  await openTicked(page, site);
  const popup = await popupTab(context, extensionId);
  await expect(popup.getByText(`Last PowerSchool site: ${new URL(site).host}`)).toBeVisible();
  await expect.poll(() => ticksOf(popup, 'users')).toEqual(['Fields chosen']);
  await page.bringToFront();
  await autoLabel(page);
  await expect.poll(() => ticksOf(popup, 'users')).toEqual(['Fields chosen', 'Labels right']);
  await labelBox(page, 'USERS.languages').fill('languages');
  await expect.poll(() => ticksOf(popup, 'users')).toEqual(['Fields chosen']);
  await labelBox(page, 'USERS.languages').fill('language');
  await expect.poll(() => ticksOf(popup, 'users')).toEqual(['Fields chosen', 'Labels right']);
  await popup.close();
});

test('the badge counts to 3/3, nothing of a student is kept, and starting over asks', async ({
  context,
  page,
  site,
  extensionId,
}) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, /^users\.csv/).waitFor();
  await expect.poll(() => badge(context)).toBe('0/3');
  for (const [done, file] of FILES.entries()) {
    await doTemplate(walkOn(page), file);
    await expect.poll(() => badge(context)).toBe(`${done + 1}/3`);
  }
  const popup = await popupTab(context, extensionId);
  await expect(popup.getByText('All three templates are saved.')).toBeVisible();
  for (const file of FILES) expect(await ticksOf(popup, file)).toEqual(TICKS);

  const preview = await page.evaluate(async () => {
    const cells = [...document.querySelectorAll('.preview td')];
    return cells.map((cell) => cell.textContent?.trim() ?? '').filter((text) => text.length > 3);
  });
  expect(preview.length).toBeGreaterThan(20);
  const kept = JSON.stringify([
    await storeOf(context),
    await (await backgroundOf(context)).evaluate('chrome.storage.session.get()'),
  ]);
  const ours = new Set(['student', 'teacher']);
  expect(preview.filter((text) => !ours.has(text) && kept.includes(text))).toEqual([]);

  await popup.getByRole('button', { name: 'Start over' }).click();
  await popup.getByRole('button', { name: 'Keep progress' }).click();
  await expect(popup.getByText('All three templates are saved.')).toBeVisible();
  await page.goto(`${site}/admin/home.html`);
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Start over' }).click();
  await expect(popup.getByText('Templates saved in PowerSchool stay there.')).toBeVisible();
  await popup.getByRole('button', { name: 'Forget progress' }).click();
  for (const file of FILES) await expect.poll(() => ticksOf(popup, file)).toEqual([]);
  await expect.poll(() => badge(context)).toBe('0/3');
  expect((await readState(page)).templates).toHaveLength(3);
  await popup.close();
});

test('two sites are kept apart', async ({ context, page, site, otherSite, extensionId }) => {
  await openTicked(page, site);
  await choose(page, 'Swap phone and sms');
  await expect(panelButton(page, /^users\.csv\s+1 of 4$/)).toBeVisible();
  await page.goto('about:blank');
  await openWizard(page, otherSite, { reload: 'instant' });
  await expect(panelButton(page, /^users\.csv\s+not started$/)).toBeVisible();
  await panelOf(page).getByText('Settings', { exact: true }).click();
  await expect(panelOf(page).getByLabel('Swap phone and sms', { exact: true })).not.toBeChecked();
  const popup = await popupTab(context, extensionId);
  await expect(popup.getByText(`Last PowerSchool site: ${new URL(otherSite).host}`)).toBeVisible();
  expect(await ticksOf(popup, 'users')).toEqual([]);
  await page.goto(`${site}/admin/datamgmt/exportmanager.action`);
  await expect(panelButton(page, /^users\.csv\s+1 of 4$/)).toBeVisible();
  await popup.close();
});

test('choices made in the popup reach the page, and a template gets the name that was chosen', async ({
  context,
  page,
  site,
  extensionId,
}) => {
  await openFile(page, site, 'enrollments');
  const popup = await popupTab(context, extensionId);
  await popup.getByText('Settings', { exact: true }).click();
  await popup.getByLabel('Auto-label acts at once').check();
  await popup.getByLabel('Template for enrollments.csv').fill('nightly enrollments');
  await popup.getByLabel('Template for enrollments.csv').press('Enter');
  await page.bringToFront();
  await selectFields(page);
  await panelButton(page, 'Auto-label').click();
  await expect(labelBox(page, 'CC.role')).toHaveValue('role');
  await expect.poll(async () => JSON.stringify(await storeOf(context))).toContain('nightly enrollments');
  await popup.close();
});

test('a popup that is closed in the very moment of a change has told it', async ({
  context,
  page,
  site,
  extensionId,
}) => {
  await openWizard(page, site, { reload: 'instant' });
  await expect(panelButton(page, /^users\.csv\s+not started$/)).toBeVisible();
  const popup = await popupTab(context, extensionId);
  await popup.getByText('Settings', { exact: true }).click();
  const closed = popup.waitForEvent('close');
  await popup.getByLabel('Leave out dcid', { exact: true }).evaluate((box: HTMLInputElement) => {
    box.click();
    close();
  });
  await closed;
  await expect.poll(async () => JSON.stringify(await storeOf(context))).toContain('"leaveOutDcid":true');
  await page.bringToFront();
  await panelOf(page).getByText('Settings', { exact: true }).click();
  await expect(panelOf(page).getByLabel('Leave out dcid', { exact: true })).toBeChecked();
});

test('progress and choices survive the browser', async ({ site }) => {
  const profile = await mkdtemp(join(tmpdir(), 'roster-e2e-'));
  const first = await launch(profile);
  const page = await first.newPage();
  await openTicked(page, site);
  await expect.poll(async () => JSON.stringify(await storeOf(first))).toContain('"fields":true');
  await choose(page, 'Swap phone and sms');
  await expect.poll(async () => JSON.stringify(await storeOf(first))).toContain('"swapPhoneAndSms":true');
  await first.close();

  const second = await launch(profile);
  await expect.poll(() => badge(second)).toBe('0/3');
  const again = await second.newPage();
  await openWizard(again, site);
  await expect(panelButton(again, /^users\.csv\s+1 of 4$/)).toBeVisible();
  await panelOf(again).getByText('Settings', { exact: true }).click();
  await expect(panelOf(again).getByLabel('Swap phone and sms', { exact: true })).toBeChecked();
  await second.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const storeIs = async (context: BrowserContext, store: unknown): Promise<void> => {
  await (await backgroundOf(context)).evaluate(async (value) => {
    type Area = { clear(): Promise<void>; set(items: object): Promise<void> };
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: Area } } };
    await chrome.storage.local.clear();
    await chrome.storage.local.set({ store: value });
  }, store);
};

const STRANGE: unknown[] = [
  'not a store',
  [1, 2, 3],
  { version: 1, sites: { 'https://x.example': { progress: 7 } }, lastSite: 4, panel: null },
  { version: 1, sites: {}, lastSite: 'x'.repeat(1e6), panel: {}, intents: [] },
];

test('what cannot be read in the storage is kept aside, and said until the administrator knows', async ({
  context,
  page,
  site,
  extensionId,
}) => {
  for (const store of STRANGE) {
    await storeIs(context, store);
    await openWizard(page, site, { reload: 'instant' });
    await expect(panelButton(page, /^users\.csv\s+not started$/)).toBeVisible();
    await expect(panelOf(page).getByText('could not be read')).toBeVisible();
    await expect.poll(async () => (await storeOf(context))['store.unreadable']).toEqual(store);
  }
  const popup = await popupTab(context, extensionId);
  await expect(popup.getByText('could not be read')).toBeVisible();
  await popup.getByRole('button', { name: 'Understood' }).click();
  await expect(popup.getByText('could not be read')).toBeHidden();
  await expect(panelOf(page).getByText('could not be read')).toBeHidden();
  expect(await storeOf(context)).not.toHaveProperty(['store.unreadable']);
  await popup.close();
});

test('what cannot be read is forgotten at a word, although nothing was written since', async ({
  context,
  page: _,
  extensionId,
}) => {
  await storeIs(context, STRANGE[2]);
  const popup = await popupTab(context, extensionId);
  await popup.getByRole('button', { name: 'Understood' }).click();
  await expect(popup.getByText('could not be read')).toBeHidden();
  await popup.reload();
  await expect(popup.getByText('No PowerSchool site yet')).toBeVisible();
  await expect(popup.getByText('could not be read')).toBeHidden();
  await popup.close();
});

test('a store of a later version is left as it is, and said', async ({ context, page, site, extensionId }) => {
  const later = { version: 99, sites: {}, lastSite: null };
  await storeIs(context, later);
  const popup = await popupTab(context, extensionId);
  await expect(popup.getByText('A newer version of this extension wrote the progress.')).toBeVisible();
  await popup.close();
  await openTicked(page, site);
  await expect(panelOf(page).getByText('A newer version of this extension wrote the progress.')).toBeVisible();
  expect(await storeOf(context)).toEqual({ store: later });
});

test('a simulator under a name that is not PowerSchool’s gets no panel', async ({ page }) => {
  const simulator = await startSimulator({ https: true });
  await openWizard(page, simulator.origin);
  await page.locator('#wizard').waitFor();
  await page.waitForLoadState('networkidle');
  await expect(panelOf(page)).toHaveCount(0);
  await simulator.close();
});
