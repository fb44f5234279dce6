import type { Page } from '@playwright/test';
import { backgroundOf, expect, test } from './fixtures.ts';
import { openWizard, panelButton, panelOf } from './walk.ts';

const says = (page: Page, words: string | RegExp) => panelOf(page).getByText(words).first();
const LOOK = /^(Looks right, continue|Continue all the same)$/;
const finding = (page: Page, words: string | RegExp) =>
  panelOf(page).locator('.findings li.outcome').filter({ hasText: words });

/** To the stop at step 2, with a small district that has these faults. */
async function toRecords(page: Page, site: string, faults: string, variants: Record<string, string> = {}) {
  await openWizard(page, site, { reload: 'instant', students: '8', faults, ...variants });
  await panelButton(page, 'Set up users.csv').click();
  await panelButton(page, LOOK).waitFor();
}

test('what is wrong in the preview is said, worst first, with what to do', async ({ page, site }) => {
  await toRecords(page, site, 'comma-in-name+unknown-role+raw-powerschool-grade', { previewPaging: 'all' });
  await says(page, /^Checked all \d+ rows\.$/).waitFor();
  await says(page, /^2 errors .*below would break the file or lose rows\./).waitFor();
  const rows = panelOf(page).locator('.findings li.outcome');
  await expect(rows.nth(0)).toContainText('Error');
  await expect(finding(page, '2 rows have a comma in familyName')).toContainText('Two ways out');
  await expect(finding(page, 'a role that is none of the eight')).toContainText('U2');
  await expect(finding(page, 'PowerSchool’s grade number')).toContainText('Warning');
  await expect(panelButton(page, 'Continue all the same')).not.toHaveClass(/primary/);
});

test('a finding’s cells are shown on the page and with their values, and kept nowhere', async ({
  page,
  site,
  context,
}) => {
  await toRecords(page, site, 'comma-in-name', { previewPaging: 'all' });
  const row = finding(page, 'a comma in familyName');
  const marked = () =>
    page
      .locator('.preview-grid td')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.getAnimations().length > 0).map((cell) => cell.textContent ?? ''),
      );
  expect(await marked()).toEqual([]);
  await row.getByRole('button', { name: 'Show on the page' }).click();
  const shown = await row.locator('code').allTextContents();
  expect(shown).toHaveLength(2);
  for (const value of shown) expect(value).toContain(',');
  expect(await marked()).toEqual(shown);
  const first = page
    .locator('.preview-grid td')
    .filter({ hasText: shown[0] as string })
    .first();
  await expect(first).toBeInViewport();
  await row.getByRole('button', { name: 'Hide' }).click();
  expect(await marked()).toEqual([]);
  const kept = await (await backgroundOf(context)).evaluate(
    'Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]).then((all) => JSON.stringify(all))',
  );
  for (const value of shown) expect(kept).not.toContain(value);
});

test('another page of the preview is checked anew, and the count is said', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', students: '60', previewPaging: '10', faults: 'blank-given-name' });
  await panelButton(page, 'Set up users.csv').click();
  await says(page, /^Checked 10 of 1\d\d rows: those that the page shows\.$/).waitFor();
  await says(page, '2 rows have no givenName.').waitFor();
  await page.locator('.page').last().press('Enter');
  await says(page, 'Nothing wrong was found.').waitFor();
  await expect(panelButton(page, 'Looks right, continue')).toHaveClass(/primary/);
});

test('a preview that comes with Apply is checked then', async ({ page, site }) => {
  await toRecords(page, site, 'unknown-role', { previewStart: 'on-apply', previewPaging: 'all' });
  await says(page, 'They could not be checked.').waitFor();
  await says(page, 'Nothing is checked, because no preview is to be seen.').waitFor();
  await page.locator('.apply').press('Enter');
  await says(page, /^Checked all \d+ rows\.$/).waitFor();
  await panelButton(page, 'Continue all the same').waitFor();
});

test('filters and the choice of rows are said', async ({ page, site }) => {
  await toRecords(page, site, '');
  await says(page, 'Export Filtered Rows is chosen').waitFor();
  await page.getByLabel('Export All Rows').press('Space');
  await says(page, 'Export All Rows is chosen').waitFor();
  await page.locator('input[data-name="USERS.role"]').fill('student');
  await page.locator('.apply').press('Enter');
  await says(page, '1 filter').waitFor();
  await says(page, '1 filter').click();
  await says(page, /^student$/).waitFor();
});

const SHAPES = ['fixed-heading', 'aria-grid', 'extra-columns', 'filter-row'].map((shape) => `previewShape=${shape}`);
for (const variant of ['previewHeader=fields', 'previewInputs=inputs', 'language=fr', ...SHAPES]) {
  test(`the same is found with ${variant}`, async ({ page, site }) => {
    const [name = '', value = ''] = variant.split('=');
    await toRecords(page, site, 'comma-in-name+unknown-role', { previewPaging: 'all', [name]: value });
    await expect(finding(page, '2 rows have a comma in familyName')).toHaveCount(1);
    await expect(finding(page, '2 rows have a role that is none of the eight')).toHaveCount(1);
    await says(page, /^Checked all \d+ rows\.$/).waitFor();
  });
}
