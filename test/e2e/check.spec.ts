/** Exported files, checked in the built extension with the real engine in its workers. */
import { mkdir, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import type { Report } from '../../utils/roster/report.ts';
import { type DistrictFile, districtFiles } from '../data/district-files.ts';
import { writeSet } from '../data/roster-set.ts';
import { asGiven, choose, expectAccessible, finding, openCheck, saved, verdict } from './checking.ts';
import { expect, test } from './fixtures.ts';

const READY = 'Ready: ClassTag will read these files.';
/** Of every file something, and enough for the filter to show. */
const FAULTS = [
  'duplicate-user-id',
  'blank-role',
  'malformed-email',
  'comma-in-name',
  'blank-title',
  'unknown-user',
  'unknown-class',
  'raw-powerschool-grade',
  'parent-enrolled',
  'language-by-name',
];
const CLEAN = districtFiles(60);
const STUDENTS = 60;

const rosters = fileURLToPath(new URL('../fixtures/rosters/', import.meta.url));
const PEOPLE = 200_000;

/** A folder for the test, gone afterwards. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'check-e2e-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeAll(folder: string, files: DistrictFile[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    files.map(async ({ name, text }) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    }),
  );
}

test('a clean set: the verdict, the files as found, pictures with their tables', async ({
  context,
  page: _,
  extensionId,
}) => {
  const page = await openCheck(context, extensionId);
  await expectAccessible(page);
  await choose(page, asGiven(CLEAN));
  await expect(verdict(page)).toHaveText(READY);
  await expect(verdict(page)).toBeFocused();
  await expect(page).toHaveTitle('Ready - Roster Export Assistant');
  await expect(page.getByText('Nothing to mend.')).toBeVisible();
  for (const { name, text } of CLEAN) {
    const facts = page.getByRole('table', { name: `${name}: as found` });
    const rows = text.split('\r').length - 2;
    await expect(facts.getByRole('row', { name: `Rows ${rows.toLocaleString('en-US')} ` })).toBeVisible();
    await expect(facts.getByRole('row', { name: /^Line ends CR .*CR$/ })).toBeVisible();
  }
  const students = page.getByRole('figure', { name: 'Users by role' });
  await expect(students.getByRole('img', { name: /^Users by role\. Most: student/ })).toBeVisible();
  await students.getByText('Show as table').click();
  await expect(students.getByRole('row', { name: new RegExp(`^student ${STUDENTS} \\d+ %$`) })).toBeVisible();
  await expectAccessible(page);
  await page.close();
});

test('a faulty set: findings with their rows, hidden values, filter, saved reports, paper', async ({
  context,
  page: _,
  extensionId,
}) => {
  const page = await openCheck(context, extensionId);
  const files = districtFiles(STUDENTS, FAULTS);
  await choose(page, asGiven(files));
  await expect(verdict(page)).toHaveText(/^Problems: \d+ problems will make the sync fail\.$/);
  const broken = finding(page, 'F5').filter({ hasText: 'familyName' });
  await expect(broken).toContainText('There is a comma too many, probably in familyName.');
  // The rows are the file's: a line counted from 1, the id in it, and the value that has the comma.
  const lines = (files[0]?.text ?? '').split('\r');
  const first = lines.findIndex((line) => line.includes(', Jr.'));
  const [id = ''] = (lines[first] ?? '').split(',');
  const row = broken.getByRole('row', { name: new RegExp(`^${first + 1} ${first} ${id} `) });
  await expect(row).toContainText('hidden');
  await expect(page.locator('main')).not.toContainText(', Jr.');
  const hidden = JSON.parse((await saved(page, 'Save report as JSON')).text) as Report;
  expect(hidden.findings.flatMap(({ places }) => places).filter(({ value }) => value !== null)).toEqual([]);

  await page.getByLabel('Show values').check();
  await expect(row).toContainText(', Jr.');
  await expectAccessible(page);
  const json = await saved(page, 'Save report as JSON');
  const report = JSON.parse(json.text) as Report;
  expect(json.name).toMatch(/^check-\d{4}-\d\d-\d\d-\d{4}\.json$/);
  await expect(page.getByText(`All ${report.findings.length} findings shown.`)).toBeVisible();
  await expect(page.locator('.finding h3')).toHaveText(report.findings.map(({ message }) => message));
  const csv = parse((await saved(page, 'Save report as CSV')).text, { columns: true, bom: true }) as {
    value: string;
  }[];
  const places = report.findings.flatMap((one) => (one.places.length === 0 ? [null] : one.places));
  expect(csv.map(({ value }) => value.replace(/^'/, ''))).toEqual(places.map((place) => place?.value ?? ''));

  await page.getByLabel('Severity').selectOption({ index: 1 });
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  await expect(page.locator('.finding h3')).toHaveText(errors.map(({ message }) => message));
  await page.getByLabel('File', { exact: true }).selectOption('classes.csv');
  await expect(page.locator('.finding h3')).toHaveText(
    errors.filter(({ file }) => file === 'classes').map(({ message }) => message),
  );

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(verdict(page)).toBeVisible();
  for (const gone of ['button', 'select', '.earlier']) await expect(page.locator(gone).first()).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  await page.close();
});

test('dropped files', async ({ context, page: _, extensionId }) => {
  const page = await openCheck(context, extensionId);
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
    const main = document.querySelector('main');
    main?.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true, cancelable: true }));
    main?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, CLEAN);
  await expect(verdict(page)).toHaveText(READY);
  await page.close();
});

test('a ZIP, a folder, and wrong names', async ({ context, page: _, extensionId }) => {
  const page = await openCheck(context, extensionId);
  const zip = zipSync(Object.fromEntries(CLEAN.map(({ name, text }) => [name, Buffer.from(text)])));
  await choose(page, [{ name: 'export.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }]);
  await expect(verdict(page)).toHaveText(READY);

  await page.getByRole('button', { name: 'Other files' }).click();
  await inFolder(async (folder) => {
    await writeAll(join(folder, 'nightly'), CLEAN);
    await choose(page, folder, 'Choose a folder');
    await expect(verdict(page)).toHaveText(READY);
  });

  await page.getByRole('button', { name: 'Other files' }).click();
  await choose(page, asGiven(CLEAN.map(({ text }, at) => ({ name: `part-${at}.txt`, text }))));
  await expect(page.getByText('Given as part-0.txt, recognized by its header')).toBeVisible();
  await expect(page.getByText('Given as part-2.txt, recognized by its header')).toBeVisible();
  await page.close();
});

test('what is no roster', async ({ context, page: _, extensionId }) => {
  const page = await openCheck(context, extensionId);
  await choose(page, asGiven([{ name: 'notes.txt', text: 'Milk\nBread\n' }]));
  await expect(verdict(page)).toHaveText('Not checked: None of these files could be read.');
  await expectAccessible(page);
  await page.close();
});

test('OneRoster 1.1 with its other files', async ({ context, page: _, extensionId }) => {
  const page = await openCheck(context, extensionId);
  await page.getByLabel('OneRoster 1.1 (strict)').check();
  await choose(page, join(rosters, 'edfi-oneroster-1.1'), 'Choose a folder');
  await expect(verdict(page)).toContainText('OneRoster 1.1');
  for (const name of ['orgs.csv', 'courses.csv', 'academicSessions.csv', 'demographics.csv', 'users.csv']) {
    await expect(page.getByRole('table', { name: `${name}: as found` })).toBeVisible();
  }
  await page.close();
});

test('the next set is compared with the remembered one, and over the threshold it is told', async ({
  context,
  page: _,
  extensionId,
  site,
}) => {
  const page = await openCheck(context, extensionId, `#${site}`);
  await choose(page, asGiven(CLEAN));
  await expect(page.getByText('Nothing to compare with yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Remember these counts for next time' }).click();
  await expect(page.getByText(/^Remembered on .*, in this browser only\.$/)).toBeVisible();

  // Another day, with half of the students.
  await page.reload();
  await choose(page, asGiven(districtFiles(STUDENTS / 2)));
  await expect(page.getByText(/^users\.csv.*: more than 10 % of the earlier records are gone/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^users\.csv \d+ \d+ 0 \d+ .*not known$/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByText('Settings', { exact: true }).click();
  await page.getByLabel('Warn when').fill('90');
  await page.getByLabel('Warn when').blur();
  await expect(page.getByText('The settings were changed since.')).toBeVisible();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('No file has lost more than 90 % of its records.')).toBeVisible();

  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByText(/^Remembered on/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('Nothing to compare with yet.')).toBeVisible();

  await choose(page, asGiven(CLEAN), 'Choose an earlier set');
  await expect(page.getByText('Compared with the earlier set that you gave.').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /^users\.csv \d+ \d+ 0 \d+ \(.* %\) \d+$/ })).toBeVisible();
  await page.close();
});

test('a file that is gone since it was chosen', async ({ context, page: _, extensionId }) => {
  const page = await openCheck(context, extensionId);
  await inFolder(async (folder) => {
    const paths = await writeAll(folder, CLEAN);
    await choose(page, paths);
    await expect(verdict(page)).toHaveText(READY);
    await unlink(paths[0] ?? '');
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(page.getByRole('heading', { name: 'The files could not be read.' })).toBeVisible();
    await expect(page.getByText('choose it again')).toBeVisible();
    await expectAccessible(page);
    await writeAll(folder, CLEAN);
    await choose(page, paths);
    await expect(verdict(page)).toHaveText(READY);
  });
  await page.close();
});

test(`${PEOPLE.toLocaleString('en-US')} users: progress, canceled without a worker left, and read to the end`, async ({
  context,
  page: _,
  extensionId,
}) => {
  const page = await openCheck(context, extensionId);
  await inFolder(async (folder) => {
    const { files } = writeSet(folder, { users: PEOPLE, seed: 4, form: 'cr-unquoted' });
    await page.evaluate(() => {
      const seen: string[] = [];
      let canceled = false;
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const bar = document.querySelector('[role=progressbar]');
        if (bar) seen.push(`${bar.getAttribute('aria-valuenow')} ${document.querySelector('.paces')?.textContent}`);
        // From inside: a hand would come too late where the check is fast.
        if (canceled || !/ Reading /.test(seen.at(-1) ?? '')) return;
        canceled = true;
        for (const button of document.querySelectorAll('button')) if (button.textContent === 'Cancel') button.click();
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const [worker] = await Promise.all([page.waitForEvent('worker'), choose(page, Object.values(files))]);
    expect(worker.url()).toMatch(/worker/);
    await expect(page.getByRole('heading', { name: 'The check was canceled.' })).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(0);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(verdict(page)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(`Rows${PEOPLE.toLocaleString('en-US')}`).first()).toBeVisible();
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    const under = seen.filter((one) =>
      /^[1-9]\d? Reading [\w. ]+\.csv[\d.]+ (?:kB|MB) of \d+ MB · [\d,]+ rows/.test(one),
    );
    expect(under.length).toBeGreaterThan(0);
  });
  await page.close();
});

test('nothing leaves the browser', async ({ context, extensionId }) => {
  const page = await openCheck(context, extensionId);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  // Whatever the test before has chosen.
  await page.getByLabel('ClassTag', { exact: true }).check();
  const started = page.waitForEvent('worker');
  await choose(page, asGiven(CLEAN));
  const worker = (await started).url();
  await expect(verdict(page)).toHaveText(READY);
  expect(asked.filter((url) => !url.startsWith(`chrome-extension://${extensionId}/`))).toEqual([]);

  // Nor could it: neither from the page nor from its worker.
  const ask = () =>
    fetch('https://district.powerschool.com/').then(
      () => 'answered',
      () => 'refused',
    );
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  expect(await page.evaluate(ask)).toBe('refused');
  expect(refused.join()).toContain("connect-src 'none'");
  const [own] = await Promise.all([page.waitForEvent('worker'), page.evaluate((url) => void new Worker(url), worker)]);
  expect(await own.evaluate(ask)).toBe('refused');
  // What the policy lets in is the scanner; without it the check would go on with the slow one and say nothing.
  const compile = () =>
    WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)).then(
      () => 'compiled',
      () => 'refused',
    );
  expect(await own.evaluate(compile)).toBe('compiled');
  expect(asked.filter((url) => url.includes('powerschool.com'))).toEqual([]);
  await page.close();
});
