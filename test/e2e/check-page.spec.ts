/** The page that checks exported files, as far as it goes without the engine: reached, handed files, settings kept. */
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { expect, test } from './fixtures.ts';

const heading = (page: Page) => page.getByRole('heading', { name: 'Drop the exported files here' });

async function openPage(context: BrowserContext, extensionId: string, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${name}`);
  return page;
}

test('the popup leads to it', async ({ context, extensionId }) => {
  const popup = await openPage(context, extensionId, 'popup.html');
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Check exported files' }).click();
  const page = await opened;
  await expect(heading(page)).toBeVisible();
  await expect(page).toHaveTitle('Check exported files - Roster Export Assistant');
  await page.close();
});

test('files dropped on the popup are handed over to it', async ({ context, extensionId }) => {
  const popup = await openPage(context, extensionId, 'popup.html');
  await popup.getByRole('button', { name: 'Check exported files' }).waitFor();
  const opened = context.waitForEvent('page');
  await popup.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['sourcedId\r'], 'users.csv'));
    document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  });
  const page = await opened;
  await expect(page).toHaveURL(/\/check\.html(#|$)/);
  await expect(page.locator('main')).toBeVisible();
  await expect(heading(page)).toHaveCount(0);
  // Loaded anew it begins at the beginning: nothing of the files was kept.
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await page.close();
});

test('settings are kept for the site', async ({ context, extensionId, site, otherSite }) => {
  const page = await openPage(context, extensionId, `check.html#${site}`);
  await page.getByLabel('one school').check();
  await page.getByLabel('School ids set in').fill('1200, 0012');
  await page.getByLabel('Warn when').fill('25');
  await page.getByLabel('Warn when').blur();
  await page.reload();
  await expect(page.getByLabel('one school')).toBeChecked();
  await expect(page.getByLabel('School ids set in')).toHaveValue('1200\n0012');
  await expect(page.getByLabel('Warn when')).toHaveValue('25');
  await page.close();
  const other = await openPage(context, extensionId, `check.html#${otherSite}`);
  await expect(other.getByLabel('the whole district')).toBeChecked();
  await other.close();
});

/** utils/browser/fingerprints.ts as a script, to be run where there is a database. */
async function fingerprintsScript(): Promise<string> {
  const entry = fileURLToPath(new URL('../../utils/browser/fingerprints.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, name: 'fingerprints', formats: ['iife'] } },
  });
  for (const output of [built].flat()) {
    if ('output' in output && output.output[0].type === 'chunk') return output.output[0].code;
  }
  throw new Error('vite built no script');
}

test('fingerprints are kept by site and profile, and forgotten', async ({ page, site }) => {
  await page.route(`${site}/empty`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Empty</title>' }),
  );
  await page.goto(`${site}/empty`);
  await page.addScriptTag({ content: await fingerprintsScript() });
  const found = await page.evaluate(async () => {
    const { keepFingerprint, keptFingerprint, forgetFingerprint } = (
      globalThis as unknown as { fingerprints: typeof import('../../utils/browser/fingerprints.ts') }
    ).fingerprints;
    const kept = {
      at: '2026-11-25T15:41:00.000Z',
      fingerprint: {
        version: 1 as const,
        at: '2026-11-25T15:41:00.000Z',
        salt: '00112233445566778899aabbccddeeff',
        files: [{ file: 'users', group: null, rows: 3, ids: new BigUint64Array([1n, 2n ** 63n]) }],
      },
    };
    const before = await keptFingerprint('a', 'one');
    await keepFingerprint('a', 'one', { ...kept, at: 'earlier' });
    await keepFingerprint('a', 'one', kept);
    await keepFingerprint('a', 'two', { at: 'x', fingerprint: { ...kept.fingerprint, salt: '' } });
    const read = async () => [
      (await keptFingerprint('a', 'one'))?.at,
      await keptFingerprint('a', 'two'),
      await keptFingerprint('b', 'one'),
      await keptFingerprint(null, 'one'),
    ];
    const [after, same] = [await read(), await keptFingerprint('a', 'one')];
    await forgetFingerprint('a', 'one');
    if (!same) throw new Error('nothing was kept');
    const { salt, files } = same.fingerprint;
    return {
      before,
      after,
      salt,
      ids: [...(files[0]?.ids ?? [])].map(String),
      forgotten: await keptFingerprint('a', 'one'),
    };
  });
  expect(found).toEqual({
    before: null,
    after: ['2026-11-25T15:41:00.000Z', null, null, null],
    salt: '00112233445566778899aabbccddeeff',
    ids: ['1', '9223372036854775808'],
    forgotten: null,
  });
});
