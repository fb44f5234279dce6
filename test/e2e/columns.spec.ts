import { expect, test } from './fixtures.ts';
import { compareForms, readForm } from './form.ts';
import { autoLabel, choose, holdDataSet, labelBox, openFile, openTicked, selectFields, treeBox } from './panel.ts';
import { chooseFile, openWizard, panelButton, panelOf, type Walk } from './walk.ts';

const exportFrom = '[name=exportFrom] option:checked';

test('leaving a file with work that is not saved is asked first', async ({ page, site }) => {
  await openTicked(page, site);
  const before = await readForm(page);
  await panelButton(page, /^classes\.csv/).click();
  await expect(panelOf(page).getByText('What is chosen for users.csv and not saved yet will be lost.')).toBeVisible();
  await panelButton(page, 'Stay here').click();
  expect(await readForm(page)).toEqual(before);
  await panelButton(page, /^classes\.csv/).click();
  await panelButton(page, 'Go to classes.csv').click();
  await expect(panelOf(page).getByText('classes.csv · step 1 of 3').first()).toBeVisible();
  await expect(page.locator(exportFrom)).toHaveText('NQ - com.classtag.one_roster_classes');
});

test('dcid is left out when that is chosen, and taken out when it is there', async ({ page, site }) => {
  await openFile(page, site);
  await choose(page, 'Leave out dcid');
  await selectFields(page);
  await expect(page.locator('.column-selection tbody tr')).toHaveCount(11);
  await expect(labelBox(page, 'USERS.dcid')).toHaveCount(0);
  await choose(page, 'Leave out dcid', false);
  await selectFields(page);
  await expect(labelBox(page, 'USERS.dcid')).toHaveValue('USERS.dcid');
  await choose(page, 'Leave out dcid');
  await expect(panelOf(page).getByText('1 field to untick')).toBeVisible();
  await selectFields(page);
  await expect(labelBox(page, 'USERS.dcid')).toHaveCount(0);
});

test('a label typed by hand stays unless it is ticked', async ({ page, site }) => {
  await openTicked(page, site);
  await labelBox(page, 'USERS.email').fill('Mail');
  await panelButton(page, 'Auto-label').click();
  await expect(panelOf(page).getByText('11 labels will change. 1 was typed by hand and stays.')).toBeVisible();
  await panelButton(page, 'Change 11 labels').click();
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
  await expect(labelBox(page, 'USERS.email')).toHaveValue('Mail');
  await panelButton(page, 'Auto-label').click();
  const typed = panelOf(page).getByRole('group', { name: 'Typed by hand: stays unless ticked' });
  await typed.getByRole('checkbox').check();
  await panelButton(page, 'Change 1 label').click();
  await expect(labelBox(page, 'USERS.email')).toHaveValue('email');
});

test('nothing is changed before the preview is confirmed, unless Auto-label acts at once', async ({ page, site }) => {
  await openTicked(page, site);
  const before = await readForm(page);
  await panelButton(page, 'Auto-label').click();
  await panelOf(page).getByText('12 labels will change.').waitFor();
  await panelButton(page, 'Cancel').click();
  expect(await readForm(page)).toEqual(before);
  await choose(page, 'Auto-label acts at once');
  await panelButton(page, 'Auto-label').click();
  await expect(labelBox(page, 'USERS.sourcedId')).toHaveValue('sourcedId');
  await expect(panelOf(page).getByText('12 changed.', { exact: true })).toBeVisible();
});

test('a column that the profile does not know is listed and keeps its stripped name', async ({ page, site }) => {
  await openTicked(page, site, 'users', { tableGroups: 'several' });
  await treeBox(page, 'lastfirst').check();
  await panelButton(page, 'Auto-label').click();
  const unknown = panelOf(page).getByRole('group', { name: 'Not in ClassTag’s list: keeps its own name' });
  await expect(unknown.getByRole('listitem')).toHaveText(/STUDENTS\.lastfirst.*lastfirst/);
  await panelButton(page, 'Change 13 labels').click();
  await expect(labelBox(page, 'STUDENTS.lastfirst')).toHaveValue('lastfirst');
  await expect(panelOf(page).getByText('lastfirst is not a column that ClassTag knows.')).toBeVisible();
});

test('no two labels become equal', async ({ page, site }) => {
  await openTicked(page, site, 'users', { tableGroups: 'several' });
  await page.locator('.tree-node', { hasText: 'STUDENTS' }).locator('.tree-row').getByLabel('email').check();
  await panelButton(page, 'Auto-label').click();
  await expect(panelOf(page).getByText('The new label would stand twice.').first()).toBeVisible();
  await panelButton(page, /^Change \d+ labels$/).click();
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
  const labels = await page
    .locator('.column-selection input')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value.toLowerCase()));
  expect(new Set(labels).size).toBe(labels.length);
});

const TYPED: [what: string, label: string, says: string][] = [
  ['a stray space', 'email ', 'The label of USERS.email begins or ends with a space'],
  ['a no-break space', 'email\u00a0', 'The label of USERS.email holds an invisible character (U+00A0).'],
  ['a zero-width space', 'em\u200bail', 'The label of USERS.email holds an invisible character (U+200B).'],
  ['a duplicate', 'phone', 'have the same label'],
  ['a capital', 'Email', 'ClassTag knows email, not Email.'],
];
for (const [what, label, says] of TYPED) {
  test(`${what} in a label is named`, async ({ page, site }) => {
    await openTicked(page, site);
    await autoLabel(page);
    await labelBox(page, 'USERS.email').fill(label);
    await expect(panelOf(page).getByText(says)).toBeVisible();
    await expect(panelOf(page).getByText('Press Next on the page')).toBeHidden();
    await expect(labelBox(page, 'USERS.email')).toHaveValue(label);
  });
}

test('a missing required column is named', async ({ page, site }) => {
  await openTicked(page, site);
  await treeBox(page, 'role').uncheck();
  await expect(panelOf(page).getByText('role is missing.')).toBeVisible();
});

test('Undo restores exactly what was there', async ({ page, site }) => {
  await openFile(page, site);
  const empty = await readForm(page);
  await selectFields(page);
  const ticked = await readForm(page);
  await autoLabel(page);
  expect(compareForms(ticked, await readForm(page)).changed).not.toEqual({});
  await panelButton(page, 'Undo').click();
  await panelOf(page).getByRole('heading', { name: 'Undo: Auto-label' }).waitFor();
  expect(await readForm(page)).toEqual(ticked);
  await page.reload();
  await chooseFile({ page, effort: { clicks: 0, typed: 0 } }, 'users');
  await selectFields(page);
  await panelButton(page, 'Undo').click();
  await panelOf(page).getByRole('heading', { name: 'Undo: Select fields' }).waitFor();
  expect(await readForm(page)).toEqual(empty);
});

test('Undo gives a column that was taken out the label that was typed for it', async ({ page, site }) => {
  await openTicked(page, site);
  await labelBox(page, 'USERS.dcid').fill('my own id');
  const before = await readForm(page);
  await choose(page, 'Leave out dcid');
  await selectFields(page);
  await expect(labelBox(page, 'USERS.dcid')).toHaveCount(0);
  await panelButton(page, 'Undo').click();
  await expect(labelBox(page, 'USERS.dcid')).toHaveValue('my own id');
  expect(await readForm(page)).toEqual(before);
});

test('Undo leaves a label alone that was typed since', async ({ page, site }) => {
  await openTicked(page, site);
  await autoLabel(page);
  await labelBox(page, 'USERS.email').fill('Mail');
  await panelButton(page, 'Undo').click();
  await expect(labelBox(page, 'USERS.role')).toHaveValue('USERS.role');
  await expect(labelBox(page, 'USERS.email')).toHaveValue('Mail');
  await expect(panelOf(page).getByText('It was changed in the meantime')).toBeVisible();
});

test('phone and sms are swapped when that is chosen, and back', async ({ page, site }) => {
  await openTicked(page, site);
  await choose(page, 'Swap phone and sms');
  await autoLabel(page);
  await expect(labelBox(page, 'USERS.phone')).toHaveValue('sms');
  await expect(labelBox(page, 'USERS.sms')).toHaveValue('phone');
  await choose(page, 'Swap phone and sms', false);
  await panelButton(page, 'Auto-label').click();
  await panelButton(page, 'Change 2 labels').click();
  await expect(labelBox(page, 'USERS.phone')).toHaveValue('phone');
  await expect(labelBox(page, 'USERS.sms')).toHaveValue('sms');
});

test('a data set that is not offered is said in words', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await page.evaluate(() => {
    for (const option of document.querySelectorAll('option')) if (option.text.includes('classtag')) option.remove();
  });
  await panelButton(page, /^users\.csv/).click();
  await expect(
    panelOf(page).getByText(/“Export From” does not offer com\.classtag\.one_roster_users\. Is the plugin installed/),
  ).toBeVisible();
  await expect(page.locator(exportFrom)).toHaveText('');
});

test('waiting for a slow page can be stopped; what it brings later is seen', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const letThrough = await holdDataSet(page);
  await panelButton(page, /^users\.csv/).click();
  await panelOf(page).getByText('Waiting for PowerSchool to load the data set of users.csv').first().waitFor();
  await page.locator('.dialogLoading').waitFor();
  await panelButton(page, 'Stop waiting').click();
  await expect(panelButton(page, 'Stop waiting')).toBeHidden();
  letThrough();
  await expect(panelButton(page, 'Select fields')).toBeVisible();
});

test('the panel follows what is done on the page by hand', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', treeStart: 'expanded' });
  const walk: Walk = { page, effort: { clicks: 0, typed: 0 } };
  await page.locator('[name=exportFrom]').selectOption({ label: 'NQ - com.classtag.one_roster_enrollments' });
  await expect(panelOf(page).getByText('enrollments.csv · step 1 of 3').first()).toBeVisible();
  for (const field of ['classSourcedId', 'role', 'schoolSourcedId', 'userSourcedId']) {
    await treeBox(page, field).check();
    await labelBox(page, `CC.${field}`).fill(field);
  }
  await expect(panelOf(page).getByText('Press Next on the page')).toBeVisible();
  expect(walk.effort.clicks).toBe(0);
});
