import type { Page } from '@playwright/test';
import { VARIANTS } from '../index.ts';
import { expect, test } from './simulator.ts';
import { goToOutput, lastExport, openTemplate, openTemplates, pressNext, readState } from './walk.ts';

const labels = (page: Page) => page.locator('.column-selection tbody input:visible');
const values = (page: Page) => labels(page).evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));

async function pressPrev(page: Page): Promise<void> {
  await page.locator('.step:visible .prev').click();
}

for (const [at, steps] of VARIANTS.steps.values.entries()) {
  // Each with one of the two, for the time that the tests have; every-variant.browser.ts has others.
  for (const stepsInDom of VARIANTS.stepsInDom.values.filter((_, by) => by === at % 2)) {
    test(`templateOpens=summary shows step 3 first, steps=${steps} and stepsInDom=${stepsInDom}`, async ({
      page,
      origin,
    }) => {
      await openTemplates(page, origin, { templateOpens: 'summary', students: '7', steps, stepsInDom });
      await openTemplate(page, 'classtag_users');
      await expect(page.locator('input[name=fileName]')).toHaveValue('users.csv');
      await expect(page.locator('.record-count')).toHaveText('18');
      await pressPrev(page);
      await expect(page.locator('.preview tbody tr:visible')).toHaveCount(18);
      await expect(page.getByText('Select/Edit Records from NQ - com.classtag.one_roster_users')).toBeVisible();
      await pressPrev(page);
      await expect(labels(page)).toHaveCount(3);
      expect(await values(page)).toEqual(['email', 'role', 'sourcedId']);
      await expect(page.getByRole('combobox').filter({ visible: true }).last()).toHaveValue('1001');
      await labels(page).first().fill('mail');
      await goToOutput(page);
      await pressNext(page);
      await expect.poll(() => lastExport(page)).toMatch(/^mail,role,sourcedId\r/);
    });
  }
}

test('templateOpens=summary exports and saves at once, without a look at the columns', async ({ page, origin }) => {
  await openTemplates(page, origin, { templateOpens: 'summary', stepsInDom: 'one' });
  await openTemplate(page, 'classtag_users');
  await page.locator('input[name=fileName]').fill('people.csv');
  await page.locator('.step:visible .save').click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#feedback-message')).toBeVisible();
  const { templates } = await readState(page);
  expect(templates.map(({ columns, output }) => [columns.length, output.fileName])).toEqual([[3, 'people.csv']]);
});

test('prevState=rebuilt rebuilds step 1 also where stepsInDom=one had taken it out', async ({ page, origin }) => {
  await openTemplates(page, origin, { prevState: 'rebuilt', stepsInDom: 'one' });
  await openTemplate(page, 'classtag_users');
  await labels(page).first().fill('mail');
  await labels(page)
    .first()
    .evaluate((box) => box.setAttribute('data-old', ''));
  await pressNext(page);
  await pressPrev(page);
  await expect(labels(page)).toHaveCount(3);
  expect(await values(page)).toEqual(['mail', 'role', 'sourcedId']);
  await expect(page.locator('[data-old]')).toHaveCount(0);
});

test('saveExisting=as-new-only takes an opened template under another name only', async ({ page, origin }) => {
  await openTemplates(page, origin, { saveExisting: 'as-new-only', templateOpens: 'summary' });
  await openTemplate(page, 'classtag_users');
  await page.locator('.step:visible .save').click();
  const dialog = page.locator('.ui-dialog:visible');
  await expect(dialog.locator('.ui-dialog-buttonpane button')).toHaveText(['Save as New', 'Cancel']);
  await dialog.getByRole('button', { name: 'Save as New' }).click();
  await expect(dialog.locator('.feedback-error')).toHaveText(
    'A template with the name "classtag_users" already exists.',
  );
  await page.locator('input[name=templateName]').fill('classtag_users 2');
  await dialog.getByRole('button', { name: 'Save as New' }).click();
  await expect(dialog).toBeHidden();
  expect((await readState(page)).templates.map(({ name }) => name)).toEqual(['classtag_users', 'classtag_users 2']);
});
