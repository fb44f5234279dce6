import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { startSimulator } from '../simulator/index.ts';
import { backgroundOf, EXTENSION, expect, launch, test } from './fixtures.ts';
import { pressToolbarButton, type RealPopup } from './real-popup.ts';
import { openWizard, panelButton, panelOf, WIZARD } from './walk.ts';

/** A district's own domain: the panel once, always, and no more. */

const HOST = 'sis.example.org';

/** Ids of the scripts that the browser has registered. */
const registered = async (context: BrowserContext): Promise<string[]> =>
  (await backgroundOf(context)).evaluate(
    'chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.map(({ id }) => id))',
  );

/** The administrator says yes to the browser's next question: headless, nobody could press Allow. */
async function sayYesTo(context: BrowserContext, extensionId: string, pattern: string): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    `chrome.developerPrivate.addHostPermission(${JSON.stringify(extensionId)}, ${JSON.stringify(pattern)})`,
  );
  await settings.close();
}

/** The browser ends the background, as it does whenever it likes. */
async function endBackground(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

const words = (popup: RealPopup) => expect.poll(() => popup.text());

test('a district’s own domain: once, always, and taken back', async ({ context, page, extensionId, running }) => {
  const site = `https://${HOST}:${running.port}`;
  const press = (on: Page = page) => pressToolbarButton(context, on, extensionId);
  await openWizard(page, site, { reload: 'instant' });
  const other = await context.newPage();
  await other.goto(`${site}${WIZARD}?other`);

  let popup = await press();
  await words(popup).toContain(
    `This looks like PowerSchool’s Data Export Manager, but ${HOST}:${running.port} is no site`,
  );
  expect(await popup.text()).toContain(`for every port of ${HOST}.`);
  expect(await popup.text()).not.toContain('not encrypted');
  await expect(panelOf(page)).toHaveCount(0);

  // The second script comes too, by the background, under the same click's leave.
  await popup.press('Once');
  await panelButton(page, 'Set up users.csv').waitFor();
  await panelButton(page, /^users\.csv/).click();
  await panelButton(page, 'Select fields').waitFor();
  await expect(panelOf(other)).toHaveCount(0);
  expect(await registered(context)).toEqual([]);

  popup = await press();
  await words(popup).toContain('Always on this site');
  expect(await popup.text()).not.toContain('Once: ');

  await page.reload();
  popup = await press();
  await words(popup).toContain('Once: the panel opens in this tab now');
  await sayYesTo(context, extensionId, `https://${HOST}/*`);
  popup = await press();
  await words(popup).toContain('Always on this site');
  await popup.press('Always on this site');
  await panelButton(page, 'Set up users.csv').waitFor();
  await panelButton(other, 'Set up users.csv').waitFor();
  const pages = [`https://${HOST}/admin/datamgmt/*`];
  expect(await registered(context)).toEqual(pages);

  await page.reload();
  await panelButton(page, 'Set up users.csv').waitFor();
  await endBackground(context);
  await page.reload();
  await panelButton(page, 'Set up users.csv').waitFor();

  await page.goto(`${site}/admin/home.html`);
  popup = await press();
  await words(popup).toContain(`This PowerSchool site: ${HOST}:${running.port}`);
  expect(await popup.text()).toContain('Open the Data Export Manager');
  expect(await popup.text()).not.toContain('Always on this site');
  await popup.press('Sites this extension may work on');
  await words(popup).toContain('*.powerschool.com built in');
  await popup.press(`Take back ${HOST}`);
  await words(popup).toContain(`${HOST} is taken back.`);
  await expect(panelOf(other)).toHaveCount(0);
  await expect.poll(() => registered(context)).toEqual([]);
  await other.reload();
  popup = await press(other);
  await words(popup).toContain('Always on this site');
  await expect(panelOf(other)).toHaveCount(0);
  await other.close();
});

test('an address without encryption is granted, told plainly, and kept over an update', async () => {
  // A copy, because an update changes it.
  const folder = await mkdtemp(join(tmpdir(), 'roster-update-'));
  const extension = join(folder, 'extension');
  await cp(EXTENSION, extension, { recursive: true });
  const simulator = await startSimulator();
  const start = () => launch(join(folder, 'profile'), [extension]);
  let context = await start();
  try {
    const extensionId = new URL((await backgroundOf(context)).url()).host;
    const site = `http://${HOST}:${simulator.port}`;
    const page = await context.newPage();
    await openWizard(page, site, { reload: 'instant' });
    await sayYesTo(context, extensionId, `http://${HOST}/*`);
    const popup = await pressToolbarButton(context, page, extensionId);
    await words(popup).toContain('This address is not encrypted (http)');
    expect(await popup.text()).toContain(`for every port of ${HOST}.`);
    await popup.press('Always on this site');
    await panelButton(page, /^users\.csv/).click();
    await panelButton(page, 'Select fields').waitFor();
    // The site is told from others by its scheme and port, in the store and in the extension's own pages.
    const finish = await context.newPage();
    await finish.goto(`chrome-extension://${extensionId}/finish.html#${site}`);
    await expect(finish.getByText(`${HOST}:${simulator.port}`).first()).toBeVisible();
    await finish.close();

    // The browser is closed, and has the next version when it is opened again.
    await context.close();
    const file = join(extension, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...manifest, version: '99.0.0' }));
    context = await start();
    const background = await backgroundOf(context);
    expect(await background.evaluate('chrome.runtime.getManifest().version')).toBe('99.0.0');
    const granted = await background.evaluate('chrome.permissions.getAll().then(({ origins }) => origins)');
    expect(granted).toContain(`http://${HOST}/*`);
    await expect.poll(() => registered(context)).toEqual([`http://${HOST}/admin/datamgmt/*`]);
    const again = await context.newPage();
    await openWizard(again, site);
    await panelButton(again, /^users\.csv/).waitFor();
  } finally {
    await context.close();
    await simulator.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
