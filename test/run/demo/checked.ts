import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { districtFiles } from '../../data/district-files.ts';
import type { Picture } from './report.ts';

/** A set of files that was checked on the extension's page. */
export interface CheckedSet {
  /** `exported`, `broken`; the saved reports' and pictures' names begin with it. */
  name: string;
  verdict: string;
  /** Messages of the findings, worst first. */
  findings: string[];
  /** Names of the saved reports. */
  reports: string[];
  picture: Picture;
}

/** What is wrong with the set that is broken on purpose: some of it in each file, some only across files. */
const FAULTS = [
  'duplicate-user-id',
  'comma-in-name',
  'unknown-guardian',
  'malformed-email',
  'raw-powerschool-grade',
  'mobiles-in-phone-column',
  'blank-title',
  'unknown-class',
  'class-id-lost-zeros',
  'parent-enrolled',
];
const STUDENTS = 400;

/**
 * Writes three files with faults.
 * @returns their paths
 */
export async function writeBroken(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    districtFiles(STUDENTS, FAULTS).map(async ({ name, text }) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    }),
  );
}

/** Checks files on the page, takes its picture in light and dark, and saves its report as CSV and JSON. */
export async function checkSet(page: Page, name: string, paths: string[], output: string): Promise<CheckedSet> {
  await page.locator('input[type=file]').first().setInputFiles(paths);
  await page.locator('.verdict h2').waitFor();
  const verdict = (await page.locator('.verdict h2 > span').last().textContent()) ?? '';
  const findings = await page.locator('.finding h3').allTextContents();
  const stem = `check-${name}`;
  await page.screenshot({ path: join(output, `${stem}.png`), fullPage: true });
  // Without motion, or colors would be on their way from one to the other.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.screenshot({ path: join(output, `${stem}-dark.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  const reports = [];
  for (const format of ['csv', 'json']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save report as ${format.toUpperCase()}` }).click(),
    ]);
    reports.push(`${stem}.${format}`);
    await download.saveAs(join(output, `${stem}.${format}`));
  }
  const words = `The ${name} files on the page that checks them: ${verdict}`;
  return {
    name,
    verdict,
    findings,
    reports,
    picture: { file: `${stem}.png`, dark: `${stem}-dark.png`, words },
  };
}
