import type { Locator, Page } from '@playwright/test';
import { VARIANTS } from '../index.ts';
import { expect, test } from './simulator.ts';
import { chooseDataSet, openWizard, pressNext } from './walk.ts';

/** Opens step 2 for users.csv, a district of 18 users; returns its step. */
async function openRecords(page: Page, origin: string, variants: Record<string, string>): Promise<Locator> {
  await openWizard(page, origin, { students: '7', ...variants });
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await pressNext(page);
  const step = page.locator('.step:visible');
  await step.locator('.rows-choice').waitFor();
  return step;
}

const ROWS = '.preview tbody tr:not(.heading, .filter-row), .preview [role=row]:has([role=gridcell])';

for (const previewShape of VARIANTS.previewShape.values) {
  test(`previewShape=${previewShape} turns its pages without words about them`, async ({ page, origin }) => {
    const step = await openRecords(page, origin, { previewShape, previewPaging: '10', previewCount: 'none' });
    await expect(step.locator(ROWS)).toHaveCount(10);
    await expect(step.locator(ROWS).first()).toContainText('administrator');
    await step.locator('.page').nth(1).click();
    await expect(step.locator(ROWS)).toHaveCount(8);
    await expect(step.locator(ROWS).last()).toContainText(/parent|guardian|relative/);
    await step.locator('.page').first().click();
    await expect(step.locator(ROWS)).toHaveCount(10);
  });
}

test('previewShape=filter-row filters by Enter and by Apply, and exports what it shows', async ({ page, origin }) => {
  const step = await openRecords(page, origin, { previewShape: 'filter-row', previewStart: 'on-apply' });
  await expect(step.locator(ROWS)).toHaveCount(0);
  const role = step.getByLabel('Column Filters: USERS.role');
  await role.fill('student');
  await role.press('Enter');
  await expect(step.locator(ROWS)).toHaveCount(7);
  await expect(role).toHaveValue('student');
  await role.fill('teach');
  await step.locator('.apply').click();
  await expect(step.locator(ROWS)).toHaveCount(1);
  await pressNext(page);
  await expect(page.locator('.record-count')).toHaveText('1');
  await page.locator('.step:visible .prev').click();
  await step.getByLabel('Export All Rows').check();
  await pressNext(page);
  await expect(page.locator('.record-count')).toHaveText('18');
});

test('previewShape=fixed-heading holds each heading above its column', async ({ page, origin }) => {
  const step = await openRecords(page, origin, { previewShape: 'fixed-heading', previewInputs: 'inputs' });
  const leftEdges = (selector: string) =>
    step.locator(selector).evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  const headings = await leftEdges('.preview th');
  expect(headings).toHaveLength(12);
  expect(await leftEdges('.preview tbody tr:first-child td')).toEqual(headings);
});
