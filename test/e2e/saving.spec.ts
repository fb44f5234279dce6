import type { Page } from '@playwright/test';
import { expectTemplate } from './expected.ts';
import { expect, test } from './fixtures.ts';
import { readForm } from './form.ts';
import {
  chooseFile,
  clickPage,
  doColumns,
  doRecords,
  doSave,
  doSummary,
  doTemplate,
  fileDone,
  openWizard,
  pageSave,
  panelButton,
  panelOf,
  readState,
  saveAsNew,
  type Walk,
} from './walk.ts';

const TEMPLATES = '/admin/datamgmt/exporttemplates.html#export-template-content';

async function toDialog(page: Page): Promise<Walk> {
  const walk: Walk = { page, effort: { clicks: 0, typed: 0 } };
  await chooseFile(walk, 'users');
  await doColumns(walk);
  await doRecords(walk);
  await doSummary(walk);
  await clickPage(walk, pageSave(page));
  await panelOf(page).getByText('Press Save as New').waitFor();
  return walk;
}

const dialogName = (page: Page) => page.locator('[name=templateName]');
const notSaved = (page: Page) => panelButton(page, /^users\.csv\s+3 of 4$/);

test('a saved template is noticed, opens again, and is read as right', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const walk = await toDialog(page);
  await clickPage(walk, saveAsNew(page));
  await fileDone(page, 'users').waitFor();
  expectTemplate(await readState(page), 'users');

  await page.goto(`${site}${TEMPLATES}`);
  for (const file of ['classes', 'enrollments'])
    await expect(panelOf(page).getByText(`classtag_${file} is not in this list`)).toBeVisible();
  await page.getByRole('link', { name: 'classtag_users' }).click();
  await expect(panelOf(page).getByText('users.csv · step 1 of 3').first()).toBeVisible();
  await expect(panelOf(page).getByText('12 labels right')).toBeVisible();
  await expect(panelOf(page).getByText('Press Next on the page')).toBeVisible();
  const before = await readForm(page);
  await doRecords(walk);
  await expect(panelOf(page).getByRole('row', { name: 'Right' })).toHaveCount(6);
  await expect(panelButton(page, 'Fill export summary')).toHaveCount(0);
  const after = await readForm(page);
  expect(Object.fromEntries(Object.entries(after).filter(([name]) => name in before))).toEqual(before);
});

test('a name that is taken is said, and nothing is ticked off', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const walk = await toDialog(page);
  await dialogName(page).fill('classtag_classes');
  await expect(panelOf(page).getByText('The name is classtag_classes. classtag_users was expected.')).toBeVisible();
  await clickPage(walk, saveAsNew(page));
  await fileDone(page, 'users').waitFor();

  await page.goto(`${site}/admin/datamgmt/exportmanager.action`);
  await chooseFile(walk, 'classes');
  await doColumns(walk);
  await doRecords(walk);
  await doSummary(walk);
  await clickPage(walk, pageSave(page));
  await panelOf(page).getByText('Press Save as New').waitFor();
  await clickPage(walk, saveAsNew(page));
  await expect(panelOf(page).getByText('A template with the name "classtag_classes" already exists.')).toBeVisible();
  await expect(panelButton(page, /^classes\.csv\s+3 of 4$/)).toBeVisible();
  await page.locator('.ui-dialog:visible').getByRole('button', { name: 'Cancel' }).click();
  await expect(panelOf(page).getByText('Press Save Template on the page')).toBeVisible();
  await expect(panelButton(page, /^classes\.csv\s+3 of 4$/)).toBeVisible();
  expect((await readState(page)).templates).toHaveLength(1);
});

const WAYS_OUT: [name: string, leave: (page: Page) => Promise<void>][] = [
  ['Cancel', (page) => page.locator('.ui-dialog:visible').getByRole('button', { name: 'Cancel' }).click()],
  ['Escape', (page) => dialogName(page).press('Escape')],
  ['its cross', (page) => page.locator('.ui-dialog:visible .ui-dialog-titlebar-close').click()],
];
for (const [name, leave] of WAYS_OUT) {
  test(`a dialog left by ${name} saves nothing and ticks nothing off`, async ({ page, site }) => {
    await openWizard(page, site, { reload: 'instant' });
    const walk = await toDialog(page);
    await leave(page);
    await panelOf(page).getByText('Press Save Template on the page').waitFor();
    await expect(notSaved(page)).toBeVisible();
    await doSave(walk, 'users');
    expect((await readState(page)).templates).toHaveLength(1);
  });
}

test('a script that clicks while PowerSchool saves does not hide that the template was saved', async ({
  page,
  site,
}) => {
  await openWizard(page, site, { reload: 'instant' });
  const walk = await toDialog(page);
  await page.evaluate(() => {
    const press = (): void => {
      document.querySelector('roster-export-assistant')?.shadowRoot?.querySelector('button')?.click();
      document.querySelector<HTMLElement>('h1')?.click();
    };
    document.addEventListener('click', (event) => event.isTrusted && press());
  });
  await clickPage(walk, saveAsNew(page));
  await fileDone(page, 'users').waitFor();
  expectTemplate(await readState(page), 'users');
});

test('a template with another name that stands in the dialog is not overwritten', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await toDialog(page);
  await dialogName(page).fill('My own name');
  await expect(panelOf(page).getByText('The name is My own name. classtag_users was expected.')).toBeVisible();
  await expect(dialogName(page)).toHaveValue('My own name');
  await panelButton(page, 'Fill name').click();
  await expect(dialogName(page)).toHaveValue('classtag_users');
});

test('a template that was saved by other means is noticed on My Templates', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const walk = await toDialog(page);
  await dialogName(page).fill('classtag_enrollments');
  await clickPage(walk, saveAsNew(page));
  await fileDone(page, 'users').waitFor();
  await page.goto(`${site}${TEMPLATES}`);
  await expect(panelButton(page, /^enrollments\.csv\s+1 of 4$/)).toBeVisible();
});

test('a role that may not save is explained, and nothing is ticked off', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', saveAnswer: 'no-permission' });
  const walk = await toDialog(page);
  await clickPage(walk, saveAsNew(page));
  await expect(panelOf(page).getByText('Your PowerSchool role may not save templates.')).toBeVisible();
  await expect(notSaved(page)).toBeVisible();
  expect((await readState(page)).templates).toEqual([]);
});

test('a session that ends while saving ticks nothing off; after signing in all goes on', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', saveAnswer: 'session-gone' });
  page.on('dialog', (dialog) => dialog.accept());
  const walk = await toDialog(page);
  await clickPage(walk, saveAsNew(page));
  await page.locator('#fieldUsername').fill('sam');
  await page.locator('#fieldPassword').fill('secret');
  await page.locator('#btnEnter').click();
  await page.goto(`${site}/admin/datamgmt/exportmanager.action`);
  await expect(notSaved(page)).toBeVisible();
  await doTemplate(walk, 'users');
  expectTemplate(await readState(page), 'users');
});
