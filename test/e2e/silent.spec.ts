import type { BrowserContext, Page } from '@playwright/test';
import { backgroundOf, expect, test } from './fixtures.ts';
import { openWizard, panelButton, panelOf, WIZARD } from './walk.ts';

/**
 * Where the tab's content script says that it is, null where none runs. Asked by the background, so the answer also
 * tells that the script has looked at the page.
 */
async function whereIs(context: BrowserContext, page: Page): Promise<{ onExportManager: boolean } | null> {
  await page.bringToFront();
  return (await backgroundOf(context)).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs.sendMessage(tab.id, { type: 'where' }).catch(() => null);
  })()`);
}

const ELSEWHERE: [name: string, path: string][] = [
  ['the start page', '/admin/home.html'],
  ['the page of the menu beside it', '/admin/datamgmt/home.html'],
  ['the Data Import Manager', '/admin/datamgmt/importmanager.action'],
  ['a page that mentions all the words', '/admin/datamgmt/help.html'],
  ['the report queue', '/admin/reportqueue/home.html'],
];
for (const [name, path] of ELSEWHERE) {
  test(`nothing shows on ${name}`, async ({ context, page, site }) => {
    await openWizard(page, site, {}, path);
    await page.waitForLoadState('networkidle');
    expect(await whereIs(context, page)).toBeNull();
    await expect(panelOf(page)).toHaveCount(0);
  });
}

test('nothing shows on the log-in page', async ({ context, page, site }) => {
  await page.goto(`${site}/admin/pw.html`);
  expect(await whereIs(context, page)).toBeNull();
  await expect(panelOf(page)).toHaveCount(0);
});

const IN_THE_WIZARDS_PLACE: [name: string, source: string][] = [
  ['a log-in page', '/admin/pw.html'],
  ['a page that mentions all the words', '/admin/datamgmt/help.html'],
];
for (const [name, source] of IN_THE_WIZARDS_PLACE) {
  test(`nothing shows where ${name} stands at the wizard's address`, async ({ context, page, site }) => {
    await openWizard(page, site, {}, source);
    const body = await page.evaluate(async (path) => (await fetch(path)).text(), source);
    await page.route(`**${WIZARD}`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    await page.goto(`${site}${WIZARD}`);
    await expect.poll(() => whereIs(context, page)).toMatchObject({ onExportManager: false });
    await expect(panelOf(page)).toHaveCount(0);
  });
}

test('the panel goes when the wizard goes, and comes back with it', async ({ page, site }) => {
  await openWizard(page, site);
  await panelButton(page, /^users\.csv/).waitFor();
  const wizard = await page.evaluateHandle(() => document.querySelector('#wizard'));
  await wizard.evaluate((node) => node?.remove());
  await expect(panelOf(page)).toHaveCount(0);
  await wizard.evaluate((node) => node && document.querySelector('#content-main')?.append(node));
  await expect(panelOf(page)).toHaveCount(1);
});
