import type { Page } from '@playwright/test';
import { expectedColumns, expectTemplate } from './expected.ts';
import { expect, test } from './fixtures.ts';
import { clickPage, doGuided, FILES, openWizard, panelButton, panelOf, readState, type Walk } from './walk.ts';

const TEMPLATES = '/admin/datamgmt/exporttemplates.html#export-template-content';
const walkOn = (page: Page): Walk => ({ page, effort: { clicks: 0, typed: 0 } });
const says = (page: Page, words: string | RegExp) => panelOf(page).getByText(words).first();

/** Sets up some of the files. */
async function setUp(page: Page, site: string, variants: Record<string, string> = {}, files = FILES.slice()) {
  await openWizard(page, site, { reload: 'instant', ...variants });
  const walk = walkOn(page);
  for (const file of files) await doGuided(walk, file);
  return walk;
}

test('all three are opened and verified with one click, and nothing of them is changed', async ({ page, site }) => {
  await setUp(page, site);
  const before = await readState(page);
  await panelButton(page, 'Check the saved templates').click();
  await panelButton(page, 'What comes next').waitFor();
  await says(page, 'classtag_enrollments is as it should be.').waitFor();
  expect((await readState(page)).templates).toEqual(before.templates);
  expect((await readState(page)).saves).toBe(before.saves);
  await page.goto(`${site}${TEMPLATES}`);
  for (const file of FILES) await says(page, new RegExp(`^classtag_${file} verified on`)).waitFor();
});

test('a template that is opened by hand is compared, and Next is pressed only when asked', async ({ page, site }) => {
  await setUp(page, site, {}, ['users']);
  await page.goto(`${site}${TEMPLATES}`);
  await clickPage(walkOn(page), page.getByRole('link', { name: 'classtag_users' }));
  await says(page, 'Fields and labels are what ClassTag wants.').waitFor();
  await expect(says(page, 'users.csv · step 1 of 3')).toBeVisible();
  await panelButton(page, 'Check the rest').click();
  await says(page, 'classtag_users is as it should be.').waitFor();
});

test('Next pressed by hand leads the check on, too', async ({ page, site }) => {
  await setUp(page, site, {}, ['users']);
  await page.goto(`${site}${TEMPLATES}`);
  const walk = walkOn(page);
  await clickPage(walk, page.getByRole('link', { name: 'classtag_users' }));
  await panelButton(page, 'Check the rest').waitFor();
  await page.locator('.step:visible .right .next').press('Enter');
  await says(page, 'users.csv · step 2 of 3').waitFor();
  await panelButton(page, 'Check the rest').waitFor();
  await page.locator('.step:visible .right .next').press('Enter');
  await says(page, 'classtag_users is as it should be.').waitFor();
});

/** Somebody else changes something behind the page. */
async function behind(page: Page, what: string): Promise<void> {
  const ok = await page.evaluate(async (path) => (await fetch(path, { method: 'POST' })).ok, `/~simulator/${what}`);
  expect(ok, what).toBe(true);
}

const openUsers = async (page: Page, site: string): Promise<void> => {
  await page.goto(`${site}${TEMPLATES}`);
  await panelButton(page, 'Check users.csv').click();
};

/** Puts it right and saves it over the old one. */
async function putRight(page: Page): Promise<void> {
  await panelButton(page, 'Put it right').click();
  await says(page, 'Press Save in the page’s dialog to replace the template.').waitFor();
  await clickPage(walkOn(page), page.locator('.ui-dialog:visible').getByRole('button', { name: 'Save', exact: true }));
  await says(page, 'users.csv is saved as classtag_users.').waitFor();
}

const CHANGES: [what: string, change: string, shown: RegExp][] = [
  ['a label', 'template?name=classtag_users&column=USERS.sms&label=Mobile', /USERS\.sms: *Mobile.*→.*sms/],
  [
    'a column that is gone',
    'template?name=classtag_users&remove=USERS.role',
    /USERS\.role: *not in the template.*in the template/,
  ],
  ['an option', 'template?name=classtag_users&option=lineDelimiter&value=LF', /Line Delimiter: *LF.*→.*CR/],
];
for (const [what, change, shown] of CHANGES) {
  test(`${what} that somebody changed is shown, put right, and saved over`, async ({ page, site }) => {
    await setUp(page, site, {}, ['users']);
    await behind(page, change);
    await openUsers(page, site);
    await says(page, 'This template is not as it should be').waitFor();
    await expect(panelOf(page).getByRole('list', { name: 'What differs' }).getByRole('listitem')).toHaveText([shown]);
    const { templates } = await readState(page);
    expect(templates).toHaveLength(1);
    await putRight(page);
    // A column that is ticked anew goes to the end of the list.
    const columns = expectedColumns('users');
    const isBack = ({ label }: { label: string }) => change.includes('remove') && label === 'role';
    const order = [...columns.filter((column) => !isBack(column)), ...columns.filter(isBack)];
    expectTemplate(await readState(page), 'users', { columns: order });
    // It is verified only when it was opened again.
    await page.goto(`${site}${TEMPLATES}`);
    await says(page, /^classtag_users saved on/).waitFor();
    await panelButton(page, 'Check users.csv').click();
    await says(page, 'classtag_users is as it should be.').waitFor();
  });
}

test('a column that was added to the plugin is said, and is no drift', async ({ page, site }) => {
  await setUp(page, site, {}, ['users']);
  await behind(page, 'plugin?query=com.classtag.one_roster_users&add=USERS.middleName');
  await openUsers(page, site);
  await says(page, 'classtag_users is as it should be.').waitFor();
  await page.goto(`${site}${TEMPLATES}`);
  await clickPage(walkOn(page), page.getByRole('link', { name: 'classtag_users' }));
  await says(page, 'USERS.middleName is a field of the data set that the template lacks').waitFor();
});

test('a column of the receiver’s that was added to the plugin is drift', async ({ page, site }) => {
  await setUp(page, site, {}, ['users', 'classes']);
  await behind(page, 'plugin?query=com.classtag.one_roster_classes&add=SECTIONS.dcid');
  await page.goto(`${site}${TEMPLATES}`);
  await panelButton(page, 'Check classes.csv').click();
  await expect(panelOf(page).getByRole('list', { name: 'What differs' })).toHaveText(
    /SECTIONS\.dcid: *not in the template/,
  );
});

test('where PowerSchool does not save over, it says so', async ({ page, site }) => {
  await setUp(page, site, { saveExisting: 'as-new-only' }, ['users']);
  await behind(page, 'template?name=classtag_users&option=quotes&value=on');
  await openUsers(page, site);
  await panelButton(page, 'Put it right').click();
  await says(page, 'PowerSchool offers no Save here.').waitFor();
});

test('a template that opens at step 3 is not verified before its labels were seen', async ({ page, site }) => {
  await setUp(page, site, { templateOpens: 'summary' }, ['users']);
  await openUsers(page, site);
  await says(page, 'The labels were not all right, or not seen').waitFor();
  const walk = walkOn(page);
  await clickPage(walk, page.locator('.step:visible .prev'));
  await clickPage(walk, page.locator('.step:visible .prev'));
  await panelButton(page, 'Resume').click();
  await says(page, 'classtag_users is as it should be.').waitFor();
});

test('a template that cannot be opened any more is said', async ({ page, site }) => {
  await setUp(page, site, {}, ['users']);
  await page.goto(`${site}${TEMPLATES}`);
  await page.locator('.copy').first().press('Enter');
  await page.getByRole('link', { name: 'classtag_users (copy)' }).waitFor();
  await page.locator('.delete').first().press('Enter');
  await page.getByRole('link', { name: 'classtag_users', exact: true }).waitFor({ state: 'detached' });
  await says(page, 'classtag_users is not in this list').waitFor();
  await expect(panelButton(page, 'Check users.csv')).toHaveCount(0);
});
