import type { Page } from '@playwright/test';
import { expect, test } from './simulator.ts';
import {
  chooseDataSet,
  goToOutput,
  labelTable,
  openTemplate,
  openWizard,
  readState,
  saveAs,
  setOutput,
} from './walk.ts';

const TEMPLATES = '/admin/datamgmt/exporttemplates.html';

async function saveUsers(page: Page, origin: string, variants: Record<string, string> = {}): Promise<void> {
  await openWizard(page, origin, variants);
  await chooseDataSet(page, '1001');
  await labelTable(page, 'USERS');
  await goToOutput(page);
  await setOutput(page, 'users.csv');
  await saveAs(page, 'classtag_users');
  // The list comes from the server: it stands there before the page's scripts listen.
  if (variants.saveEnds === 'my-templates') await page.waitForURL((url) => url.pathname === TEMPLATES);
}

test('a saved template opens again with columns, labels and options, and can be saved over', async ({
  page,
  origin,
}) => {
  await saveUsers(page, origin);
  await expect(page.locator('#feedback-message')).toHaveText('The template "classtag_users" has been saved.');
  await page.getByRole('link', { name: 'My Templates' }).click();
  await openTemplate(page, 'classtag_users');
  await expect(page.locator('select[name=exportFrom]')).toHaveValue('1001');
  await expect(page.locator('#label_cb_users_email')).toHaveValue('email');
  await goToOutput(page);
  await expect(page.locator('input[name=fileName]')).toHaveValue('users.csv');
  await expect(page.locator('select[name=characterSet]')).toHaveValue('UTF-8');
  await page.locator('.step:visible .save').click();
  await expect(page.locator('input[name=templateName]')).toHaveValue('classtag_users');
  await page.locator('textarea[name=templateDescription]').fill('for ClassTag');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#feedback-message')).toBeVisible();
  const { templates, saves } = await readState(page);
  expect([templates.length, saves, templates[0]?.description]).toEqual([1, 2, 'for ClassTag']);
});

test('the dialog is one reused element above all, and refuses a blank or taken name', async ({ page, origin }) => {
  await saveUsers(page, origin);
  await page.locator('.step:visible .save').click();
  const dialog = page.locator('.ui-dialog', { has: page.locator('#psDialog') });
  await expect(dialog.locator('.ui-dialog-title')).toHaveText('Save Export Template');
  expect(Number(await dialog.evaluate((node) => getComputedStyle(node).zIndex))).toBeGreaterThanOrEqual(99000);
  await expect(page.locator('input[name=templateName]')).toBeFocused();
  const saveAsNew = dialog.getByRole('button', { name: 'Save as New' });
  await saveAsNew.click();
  await expect(dialog.locator('.feedback-error')).toHaveText(
    'A template with the name "classtag_users" already exists.',
  );
  await page.locator('input[name=templateName]').fill('  ');
  await saveAsNew.click();
  await expect(dialog.locator('.feedback-error')).toHaveText('Name is required.');
  await page.locator('input[name=templateName]').fill('another');
  await saveAsNew.click();
  await expect(dialog).toBeHidden();
  expect((await readState(page)).templates.map(({ name }) => name)).toEqual(['classtag_users', 'another']);
});

test('dialogButtons=button-row puts the buttons into the content', async ({ page, origin }) => {
  await saveUsers(page, origin, { dialogButtons: 'button-row', saveEnds: 'silent' });
  await expect(page.locator('#feedback-message')).toBeHidden();
  await page.locator('.step:visible .save').click();
  await expect(page.locator('#psDialog .button-row button').last()).toHaveText('Cancel');
});

test('the schedule dialog is as DEM_Schedule.png shows it and fills the scheduled tab', async ({ page, origin }) => {
  await saveUsers(page, origin, { saveEnds: 'my-templates' });
  await page.getByRole('button', { name: 'Schedule Template' }).click();
  const dialog = page.locator('.ui-dialog:visible');
  await expect(dialog.locator('.ui-dialog-title')).toHaveText('Set Schedule - classtag_users');
  const labels = [
    'Schedule Active',
    'Days to Execute',
    'When to Execute',
    'Send Output To',
    'Path',
    'Email Completion Report To',
  ];
  await expect(dialog.locator('fieldset > div > label')).toHaveText(labels);
  await expect(dialog.locator('.days input:checked')).toHaveCount(7);
  const reloaded = page.waitForEvent('load');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await reloaded;
  for (const hash of ['#export-schedule-content', '#/export-schedule-content']) {
    await page.goto(`${origin}${TEMPLATES}${hash}`);
    await page.reload();
    await expect(page.locator('#export-schedule-content').getByRole('link')).toHaveText('classtag_users');
    await expect(page.locator('#export-template-content')).toBeHidden();
  }
});

/** Opens the schedule dialog of the only template. */
async function openSchedule(page: Page): Promise<ReturnType<Page['locator']>> {
  await page.getByRole('button', { name: 'Schedule Template' }).click();
  const form = page.locator('form.schedule');
  await form.waitFor();
  return form;
}

async function saveSchedule(page: Page): Promise<void> {
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await reloaded;
}

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

test('scheduleTime=selects and time-input keep a time as the text box does', async ({ page, origin }) => {
  for (const [scheduleTime, time] of [
    ['text', '06:20 PM'],
    ['selects', '06:20 PM'],
    ['time-input', '18:20'],
  ] as const) {
    await saveUsers(page, origin, { scheduleTime, saveEnds: 'my-templates' });
    const form = await openSchedule(page);
    if (scheduleTime === 'selects') {
      await expect(form.locator('[name=minute] option')).toHaveCount(12);
      for (const [name, value] of Object.entries({ hour: '06', minute: '20', half: 'PM' }))
        await form.locator(`[name=${name}]`).selectOption(value);
    } else await form.locator('[name=time]').fill(time);
    await saveSchedule(page);
    expect((await readState(page)).schedules['1']?.time).toBe(time);
    await openSchedule(page);
    if (scheduleTime === 'selects') await expect(form.locator('[name=hour]')).toHaveValue('06');
    else await expect(form.locator('[name=time]')).toHaveValue(time);
  }
});

test('scheduleDays=columns and scheduleWeek=sunday show the same days in other places', async ({ page, origin }) => {
  await saveUsers(page, origin, { scheduleDays: 'columns', scheduleWeek: 'sunday', saveEnds: 'my-templates' });
  const form = await openSchedule(page);
  await expect(form.locator('.days th')).toHaveText([...WEEK.slice(-1), ...WEEK.slice(0, -1)]);
  await form.locator('.days td').first().getByRole('checkbox').uncheck();
  await saveSchedule(page);
  expect((await readState(page)).schedules['1']?.days.sort()).toEqual(['0', '1', '2', '3', '4', '5']);
});

test('scheduledColumn=schedule says when a template runs', async ({ page, origin }) => {
  await saveUsers(page, origin, { scheduledColumn: 'schedule', saveEnds: 'my-templates' });
  await openSchedule(page);
  await saveSchedule(page);
  await page.goto(`${origin}${TEMPLATES}#export-schedule-content`);
  await expect(page.locator('#export-schedule-content td').nth(2)).toHaveText(`${WEEK.join(', ')} 01:10 AM`);
});

test('dialog=inline shows the schedule in the page, where a click on it opens no other', async ({ page, origin }) => {
  await saveUsers(page, origin, { dialog: 'inline', saveEnds: 'my-templates' });
  const form = await openSchedule(page);
  await form.locator('[name=active]').uncheck();
  await saveSchedule(page);
  const { schedules } = await readState(page);
  expect(Object.entries(schedules).map(([id, { active }]) => [id, active])).toEqual([['1', false]]);
});

test('the schedule dialog follows formRows and labelFor', async ({ page, origin }) => {
  for (const [formRows, labelFor] of [
    ['table', 'tied'],
    ['dl', 'aria'],
    ['row-class', 'wrapping'],
  ] as const) {
    await saveUsers(page, origin, { formRows, labelFor, saveEnds: 'my-templates' });
    const form = await openSchedule(page);
    await expect(form.getByLabel('Path', { exact: true })).toHaveValue('');
    await expect(form.getByRole('checkbox', { name: 'Sunday' })).toBeChecked();
  }
});

test('templateColumn=data-set and scheduledTab=absent change the list page', async ({ page, origin }) => {
  await saveUsers(page, origin, { templateColumn: 'data-set', scheduledTab: 'absent', saveEnds: 'my-templates' });
  await expect(page.locator('th')).toHaveText(['Name', 'Data Set', 'Description', 'Actions']);
  await expect(page.locator('ul.tabs li')).toHaveText(['Export', 'My Templates']);
  await expect(page.locator('#export-schedule-content')).toHaveCount(0);
});

for (const dialog of ['fresh', 'inline']) {
  test(`dialog=${dialog} does not use #psDialog`, async ({ page, origin }) => {
    await saveUsers(page, origin, { dialog });
    await page.locator('.step:visible .save').click();
    await expect(page.locator('input[name=templateName]')).toBeVisible();
    await expect(page.locator('#psDialog')).toBeEmpty();
  });
}

test('a template with a space in a column name saves and exports, but does not open', async ({ page, origin }) => {
  await openWizard(page, origin);
  await chooseDataSet(page, '1005');
  await labelTable(page, 'SCHOOLS');
  await goToOutput(page);
  await setOutput(page, 'schools.csv');
  await saveAs(page, 'schools');
  await page.getByRole('link', { name: 'My Templates' }).click();
  await page.getByRole('link', { name: 'schools' }).click();
  await expect(page.locator('#feedback-message')).toContainText('could not be loaded');
  await expect(page.locator('select[name=exportFrom]')).toHaveValue('');
});

test('a copied template has the suffix (copy), a deleted one is gone', async ({ page, origin }) => {
  await saveUsers(page, origin, { saveEnds: 'my-templates' });
  await page.getByRole('button', { name: 'Copy' }).click();
  const names = page.locator('#export-template-content tbody a');
  await expect(names).toHaveText(['classtag_users', 'classtag_users (copy)']);
  await page.getByRole('button', { name: 'Delete' }).first().click();
  await expect(names).toHaveText(['classtag_users (copy)']);
});
