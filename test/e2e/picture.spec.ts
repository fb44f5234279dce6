/** Help us recognize this page: from the popup and from the panel to a picture that is shown, copied, and sent nowhere. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { backgroundOf, expect, test } from './fixtures.ts';
import { openWizard, panelButton, panelOf } from './walk.ts';

const HELP = 'Help us recognize this page';
/** Planted in the page; nobody's. */
const SECRETS = ['Quillon', 'Vantreese', '4417093', 'quillon@maplewood.example'];

/** Makes the page one that nobody knows, with a student in every corner of it. */
async function mangle(page: Page): Promise<void> {
  await page.evaluate(([first, last, number, mail]) => {
    for (const select of document.querySelectorAll('select')) {
      const list = document.createElement(`x-${last}`);
      list.id = `list_${number}`;
      list.title = `${first} ${last}`;
      list.textContent = `${first} ${last} (${mail})`;
      select.replaceWith(list);
    }
    for (const step of document.querySelectorAll('#wizard table, #wizard input')) step.remove();
    const wizard = document.querySelector('#wizard');
    wizard?.insertAdjacentHTML(
      'beforeend',
      `<input class="student-${number} ${last}" value="${first}"><!-- ${last} -->`,
    );
    wizard?.setAttribute('data-student', `${number}`);
    document.querySelector('#wizard h2')?.append(` ${last}`);
  }, SECRETS);
}

/** The popup's page behind the page that is in front, as in popup.spec.ts. */
async function popupBehind(context: BrowserContext, page: Page, extensionId: string): Promise<Page> {
  await page.bringToFront();
  const opened = context.waitForEvent('page');
  const url = `chrome-extension://${extensionId}/popup.html`;
  await (await backgroundOf(context)).evaluate(`void chrome.tabs.create({ url: '${url}', active: false })`);
  return opened;
}

const shown = (picture: Page) => picture.locator('pre').textContent();

test('the picture is shown in full, copied to the letter, and holds nobody', async ({
  context,
  page,
  site,
  extensionId,
}) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, /^users\.csv/).waitFor();
  await mangle(page);
  await expect(panelOf(page)).toHaveCount(0);
  const own = new Set<Request>();
  const asked: Request[] = [];
  page.on('request', (request) => own.add(request));
  context.on('request', (request) => asked.push(request));
  const popup = await popupBehind(context, page, extensionId);
  await expect(popup.getByText('does not recognize this page as a step')).toBeVisible();
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: HELP }).click();
  const picture = await opened;
  await picture.getByRole('heading', { name: HELP, level: 1 }).waitFor();

  const text = (await shown(picture)) ?? '';
  expect(text).toMatch(/^<!-- address: \/admin\/datamgmt\/exportmanager\.action -->/);
  expect(text).toContain('<h1>Data Export Manager</h1>');
  expect(text).toContain('</html>');
  for (const secret of SECRETS) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(text).not.toContain(new URL(site).hostname);

  const copy = picture.getByRole('button', { name: 'Copy', exact: true });
  await copy.evaluate((button: HTMLElement) => button.click());
  await expect(picture.getByRole('status')).toHaveText('');
  await copy.click();
  await expect(picture.getByRole('status')).toHaveText('Copied. Paste it into an e-mail to support@classtag.com.');
  const pasted = await (async () => {
    await picture.evaluate(() => document.body.append(document.createElement('textarea')));
    await picture.locator('textarea').press('ControlOrMeta+V');
    const box = picture.locator('textarea');
    const value = await box.inputValue();
    await box.evaluate((node) => node.remove());
    return value;
  })();
  expect(pasted).toBe(text);

  await picture.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await picture.evaluate(async () => (await window.axe.run(document)).violations.map(({ id }) => id));
  expect(found).toEqual([]);
  const urls = asked.filter((request) => !own.has(request)).map((request) => request.url());
  expect(urls.filter((url) => !url.startsWith('chrome-extension:'))).toEqual([]);
  expect(await (await backgroundOf(context)).evaluate('chrome.storage.session.get()')).not.toHaveProperty('picture');
  await picture.close();
});

test('the panel offers it where it does not know the step', async ({ context, page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, /^users\.csv/).waitFor();
  await page.evaluate(() => {
    for (const step of document.querySelectorAll('.step')) step.classList.remove('hide');
  });
  const opened = context.waitForEvent('page');
  await panelButton(page, HELP).click();
  const picture = await opened;
  await expect(picture.locator('pre')).toContainText('Export Summary and Output Options');
  await picture.goto(picture.url().replace(/#.*/, '#999999'));
  await expect(picture.getByText('No picture could be taken')).toBeVisible();
  await expect(picture.locator('pre')).toHaveCount(0);
  await picture.close();
});
