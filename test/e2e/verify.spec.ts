import type { Page } from '@playwright/test';
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
  test.setTimeout(60_000);
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
  await clickPage(walk, page.locator('.step:visible .right .next'));
  await panelButton(page, 'Check the rest').waitFor();
  await clickPage(walk, page.locator('.step:visible .right .next'));
  await says(page, 'classtag_users is as it should be.').waitFor();
});
