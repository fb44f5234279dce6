/** The page "What comes next" in the built extension: reached from the popup, then letter, district and print. */
import type { BrowserContext, Page } from '@playwright/test';
import { ALL_VERIFIED, recordOf } from '../gallery/finish.ts';
import { backgroundOf, expect, test } from './fixtures.ts';

/** Puts what is known of some sites into the store; the first was the last one seen. */
async function seed(context: BrowserContext, sites: Record<string, ReturnType<typeof recordOf>>): Promise<void> {
  const panel = { folded: false, position: null };
  const store = { version: 2, sites, lastSite: Object.keys(sites)[0] ?? null, panel, intents: {} };
  await (await backgroundOf(context)).evaluate((store) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    return chrome.storage.local.set({ store });
  }, store);
}

async function openFinish(context: BrowserContext, extensionId: string, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/finish.html${hash}`);
  await page.getByRole('heading', { name: 'What comes next', level: 1 }).waitFor();
  return page;
}

const hostOf = (site: string) => new URL(site).host;
const NOT_VERIFIED = ALL_VERIFIED.map((file) => ({ ...file, verifiedAt: null }));
const district = (page: Page) => page.getByLabel('Name of your district');
const verified = (page: Page) => page.getByText('All three templates are verified.');

test('the popup leads to it, and it leads to My Templates', async ({ context, page: _, site, extensionId }) => {
  await seed(context, { [site]: recordOf(NOT_VERIFIED) });
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await expect(popup.getByText('are not verified yet. Open My Templates in PowerSchool')).toBeVisible();
  await expect(popup.getByText('classtag_users saved on Nov 23, 2026, not yet verified')).toBeVisible();
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'What comes next' }).click();
  const finish = await opened;
  await expect(finish.getByText(hostOf(site))).toBeVisible();
  await expect(finish.getByRole('status')).toHaveText('0 of 3 templates are verified.');
  await expect(finish.getByRole('heading', { name: 'What comes then' })).toBeVisible();
  await expect(district(finish)).toHaveCount(0);

  const templates = context.waitForEvent('page');
  await finish.getByRole('button', { name: 'Open My Templates' }).click();
  const mine = await templates;
  await mine.waitForURL(/^https:\/\/district\.powerschool\.com:\d+\/admin\//);
  expect(new URL(mine.url()).host).toBe(hostOf(site));
  await mine.close();

  await seed(context, { [site]: recordOf(ALL_VERIFIED) });
  await expect(verified(finish)).toBeVisible();
  await expect(finish.getByRole('heading', { name: 'Letter to ClassTag support' })).toBeVisible();
  await finish.close();
});

test('the letter takes the district’s name, which is kept', async ({ context, page: _, site, extensionId }) => {
  await seed(context, { [site]: recordOf(ALL_VERIFIED) });
  const finish = await openFinish(context, extensionId, `#${site}`);
  await expect(finish.getByText('Until you enter it, the letter says [district name].')).toBeVisible();
  await district(finish).fill('Maplewood & Söhne');
  await expect(finish.locator('pre')).toContainText('Maplewood & Söhne has set up');
  await expect(finish.getByText('Until you enter it')).toHaveCount(0);
  const link = finish.getByRole('link', { name: 'Open in mail program' });
  const href = new URL((await link.getAttribute('href')) ?? '');
  expect(href.pathname).toBe('support@classtag.com');
  expect(href.searchParams.get('subject')).toBe('SFTP access for Maplewood & Söhne');
  expect(href.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(await finish.locator('pre').textContent());
  await district(finish).blur();
  const kept = async () => JSON.stringify(await (await backgroundOf(context)).evaluate('chrome.storage.local.get()'));
  await expect.poll(kept).toContain('"district":"Maplewood & Söhne"');
  await finish.reload();
  await expect(district(finish)).toHaveValue('Maplewood & Söhne');
  await expect(verified(finish)).toBeVisible();
  await finish.close();
});

test('the letter is copied, or selected where it cannot be', async ({ context, page: _, site, extensionId }) => {
  await seed(context, { [site]: recordOf(ALL_VERIFIED, { district: 'Maplewood' }) });
  const finish = await openFinish(context, extensionId, `#${site}`);
  await finish.bringToFront();
  const copy = finish.getByRole('button', { name: 'Copy the letter' });
  await copy.click();
  await expect(finish.getByText('Copied. Paste it into a mail to support@classtag.com.')).toBeVisible();
  await district(finish).fill('');
  await district(finish).press('ControlOrMeta+V');
  await expect(district(finish)).toHaveValue(/^Hello,\s*Maplewood has set up/);

  await finish.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await copy.click();
  await expect(finish.getByText('press Ctrl+C')).toBeVisible();
  const selected = await finish.evaluate(() => String(getSelection()));
  expect(selected).toBe(await finish.locator('pre').textContent());
  await finish.close();
});

test('on paper there is the summary alone, black on white', async ({ context, page: _, site, extensionId }) => {
  await seed(context, { [site]: recordOf(ALL_VERIFIED, { district: 'Maplewood' }) });
  const finish = await openFinish(context, extensionId, `#${site}`);
  await finish.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(finish.getByRole('heading', { name: 'Summary of the set-up' })).toBeVisible();
  await expect(finish.getByRole('table', { name: 'Fields and labels of users.csv' })).toBeVisible();
  await expect(finish.getByText('Maplewood', { exact: true })).toBeVisible();
  for (const hidden of ['h1', 'pre', 'input', '.remaining', 'button']) {
    await expect(finish.locator(hidden).first()).toBeHidden();
  }
  const colors = await finish.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector('.summary') ?? document.body);
    return [color, getComputedStyle(document.body).backgroundColor];
  });
  expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await finish.close();
});

test('it shows the site that is asked for, and the last one for anything else', async ({
  context,
  page: _,
  site,
  otherSite,
  extensionId,
}) => {
  await seed(context, { [site]: recordOf(ALL_VERIFIED), [otherSite]: recordOf(NOT_VERIFIED) });
  const finish = await openFinish(context, extensionId, `#${otherSite}`);
  await expect(finish.getByText(hostOf(otherSite))).toBeVisible();
  for (const hash of ['#javascript:alert(1)', `#${site}/admin`, '']) {
    const other = await openFinish(context, extensionId, hash);
    await expect(other.locator('header').getByText(hostOf(site))).toBeVisible();
    await other.close();
  }
  await finish.evaluate(() => {
    location.hash = '#https://unknown.example.org';
  });
  await expect(finish.getByText('Nothing was set up on this site in this browser yet.')).toBeVisible();
  await finish.close();
});

test('before any site was seen it says where to go', async ({ context, page: _, extensionId }) => {
  const finish = await openFinish(context, extensionId);
  await expect(finish.getByText('No PowerSchool site yet')).toBeVisible();
  await expect(finish.getByRole('button')).toHaveCount(0);
  await finish.close();
});

test('it is worked with the keyboard, at 320 pixels too', async ({ context, page: _, site, extensionId }) => {
  await seed(context, { [site]: recordOf(ALL_VERIFIED, { district: 'Maplewood' }) });
  const finish = await openFinish(context, extensionId, `#${site}`);
  await finish.setViewportSize({ width: 320, height: 640 });
  const reached: string[] = [];
  for (let n = 0; n < 5; n++) {
    await finish.keyboard.press('Tab');
    const { name, outline } = await finish.evaluate(() => {
      const active = document.activeElement as HTMLElement;
      return { name: active.id || active.textContent || '', outline: getComputedStyle(active).outlineStyle };
    });
    expect(outline, name).toBe('solid');
    reached.push(name);
  }
  expect(reached).toEqual(['district', 'Open in mail program', 'Copy the letter', 'Open My Templates', 'Print']);
  expect(await finish.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await finish.close();
});
