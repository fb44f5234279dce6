import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Report } from '../../utils/roster/report.ts';
import { type DistrictFile, districtFiles } from '../data/district-files.ts';
import { Popup, takeFaults } from './add-on.ts';
import { test } from './fixtures.ts';
import type { FirefoxPage } from './page.ts';

const verdict = (page: FirefoxPage) => page.locator('.verdict h2').innerText();
const READY = /^Ready:\s+ClassTag will read these files\.$/;

/** The files in a folder of the test's, gone afterwards. */
async function onDisk(files: DistrictFile[], work: (paths: string[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'firefox-check-'));
  try {
    const paths = files.map(({ name }) => join(folder, name));
    await Promise.all(files.map(({ text }, at) => writeFile(paths[at] ?? '', text)));
    await work(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('three files are checked by workers with WebAssembly, and the report is saved', async ({ tab: _, running }) => {
  const { firefox, downloads } = running;
  const page = await firefox.openOwn('check.html');
  const button = (name: string) => page.locator('main').getByRole('button', { name });
  await onDisk(districtFiles(60), async (paths) => {
    await page.choose('[aria-label="Choose files"]', paths);
    expect(await verdict(page)).toMatch(READY);
  });
  // A worker that may not use WebAssembly goes on with the slow scanner, and Firefox tells of the refusal.
  expect(await takeFaults(firefox)).toEqual([]);
  const asks = () =>
    fetch('https://district.powerschool.com/').then(
      () => 'asks',
      () => 'asks not',
    );
  expect(await page.evaluate(asks)).toBe('asks not');
  expect(await takeFaults(firefox)).toEqual([expect.stringContaining("connect-src 'none'")]);

  await button('Other files').click();
  await onDisk(districtFiles(60, ['comma-in-name']), async (paths) => {
    await page.choose('[aria-label="Choose files"]', paths);
    expect(await verdict(page)).toMatch(/^Problems:\s+1 problem will make the sync fail\.$/);
  });
  await button('Save report as JSON').click();
  await expect.poll(async () => (await readdir(downloads)).filter((name) => name.endsWith('.json'))).toHaveLength(1);
  const [name = ''] = await readdir(downloads);
  const report = JSON.parse(await readFile(join(downloads, name), 'utf8')) as Report;
  expect(report).toMatchObject({ schema: 1, profile: { id: 'classtag' }, verdict: { state: 'fails' } });
  expect(report.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['F5']);
  await page.close();
});

test('files dropped on the popup are handed over to the page', async ({ tab: _, running: { firefox } }) => {
  const popup = await Popup.open(firefox);
  await popup.drop(districtFiles(60));
  const page = await firefox.tabWith(/\/check\.html/);
  expect(await verdict(page)).toMatch(READY);
  expect(await page.evaluate(() => location.search)).toBe('');
  await expect.poll(() => popup.isOpen()).toBe(false);
  await page.close();
});
