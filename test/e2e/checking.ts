/** The page "Check exported files" as an administrator works it. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';
import type { DistrictFile } from '../data/district-files.ts';
import { expect } from './fixtures.ts';

export async function openCheck(context: BrowserContext, extensionId: string, hash = ''): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`chrome-extension://${extensionId}/check.html${hash}`);
  await page.getByRole('heading', { name: 'Drop the exported files here' }).waitFor();
  return page;
}

export type Given = { name: string; mimeType: string; buffer: Buffer };

/** As Playwright takes files that are on no disk. */
export const asGiven = (files: DistrictFile[]): Given[] =>
  files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));

/** Chooses files, by path or by content, in the dialog behind a button. */
export async function choose(page: Page, files: string | string[] | Given[], button = 'Choose files'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(files);
}

export const verdict = (page: Page) => page.locator('.verdict h2');
export const finding = (page: Page, code: string) =>
  page.locator('.finding').filter({ has: page.locator('.code', { hasText: new RegExp(`^${code}$`) }) });

/** Presses a button that saves; the file's name and text. */
export async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Expects that axe finds nothing in the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // Not as a script: the page's content security policy lets none in.
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    // Or a color on its way to another would be judged.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
