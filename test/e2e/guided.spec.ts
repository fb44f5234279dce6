import type { Page } from '@playwright/test';
import { setLists } from './by-hand.ts';
import { expectTemplate } from './expected.ts';
import { expect, test } from './fixtures.ts';
import { holdDataSet } from './panel.ts';
import {
  clickPage,
  doGuided,
  FILES,
  openWizard,
  pageNext,
  pageSave,
  panelButton,
  panelOf,
  readState,
  saveAsNew,
  saveGuided,
  type Walk,
  WIZARD,
} from './walk.ts';

const walkOn = (page: Page): Walk => ({ page, effort: { clicks: 0, typed: 0 } });
const says = (page: Page, words: string | RegExp) => panelOf(page).getByText(words).first();
const start = (page: Page, file = 'users') => panelButton(page, `Set up ${file}.csv`).click();
const resume = (page: Page) => panelButton(page, 'Resume').click();

/** To one of the stops. */
async function toStop(page: Page, stop: 'look' | 'save'): Promise<Walk> {
  await start(page);
  await panelButton(page, 'Looks right, continue').waitFor();
  if (stop === 'save') {
    await panelButton(page, 'Looks right, continue').click();
    await says(page, 'Press Save as New in the page').waitFor();
  }
  return walkOn(page);
}

test('all three templates with nine clicks and nothing typed', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const walk = walkOn(page);
  for (const file of FILES) await doGuided(walk, file);
  expect(walk.effort).toEqual({ clicks: 9, typed: 0 });
  const state = await readState(page);
  for (const file of FILES) expectTemplate(state, file);
});

test('nothing is saved before the administrator saves', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await toStop(page, 'save');
  expect((await readState(page)).templates).toEqual([]);
});

test('a label typed by hand stays, and the set-up says why it waits', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, /^users\.csv/).click();
  await panelButton(page, 'Select fields').click();
  await page.locator('#label_cb_users_email').fill('mail');
  await start(page);
  await says(page, '1 label was typed by hand and stays: USERS.email is mail, not email.').waitFor();
  await expect(page.locator('#label_cb_users_email')).toHaveValue('mail');
  await page.locator('#label_cb_users_email').fill('email');
  await panelButton(page, 'Leave it so, continue').click();
  await panelButton(page, 'Looks right, continue').click();
  await saveGuided(walkOn(page), 'users');
  expectTemplate(await readState(page), 'users');
});

for (const stop of ['look', 'save'] as const) {
  test(`a reload at the stop "${stop}" is resumed`, async ({ page, site }) => {
    await openWizard(page, site, { reload: 'instant' });
    await toStop(page, stop);
    await page.reload();
    await says(page, 'The page was loaded anew.').waitFor();
    await resume(page);
    if (
      await panelButton(page, 'Looks right, continue')
        .waitFor()
        .then(() => stop === 'look')
    ) {
      await panelButton(page, 'Looks right, continue').click();
    } else await panelButton(page, 'Looks right, continue').click();
    await saveGuided(walkOn(page), 'users');
    expectTemplate(await readState(page), 'users');
  });
}

test('a person who works on the page meanwhile takes over, and hands back', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const letThrough = await holdDataSet(page);
  await start(page);
  await says(page, 'Choose the data set').waitFor();
  // Perhaps PowerSchool's overlay lies above it by now; to work on the page it is all the same.
  await page.locator('h1').click({ force: true });
  await says(page, 'Paused, because you worked on the page.').waitFor();
  letThrough();
  await resume(page);
  await panelButton(page, 'Looks right, continue').click();
  await saveGuided(walkOn(page), 'users');
  expectTemplate(await readState(page), 'users');
});

test('Pause holds it, nothing is written until Resume, and then the records come into view', async ({ page, site }) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await openWizard(page, site, { reload: 'instant', shell: 'enhanced' });
  const letThrough = await holdDataSet(page);
  await start(page);
  await panelButton(page, 'Pause').click();
  await says(page, 'Paused.').waitFor();
  letThrough();
  await page.locator('.dialogLoading').waitFor({ state: 'hidden' });
  await expect(page.locator('#columnSelectionContainer input[type=text]')).toHaveCount(0);
  await resume(page);
  await panelButton(page, 'Looks right, continue').waitFor();
  await expect(page.locator('.preview-grid td').first()).toBeInViewport();
});

test('Prev at the preview pauses it; Resume goes on from step 1', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const walk = await toStop(page, 'look');
  await clickPage(walk, page.locator('.step:visible .prev'));
  await says(page, 'You went to another step.').waitFor();
  await resume(page);
  await panelButton(page, 'Looks right, continue').click();
  await saveGuided(walk, 'users');
  expectTemplate(await readState(page), 'users');
});

test('Next pressed by hand at the preview counts as looked at', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  const walk = await toStop(page, 'look');
  await clickPage(walk, pageNext(page));
  await saveGuided(walk, 'users');
  expectTemplate(await readState(page), 'users');
});

test('a session that ends before Next is said; after signing in the set-up goes on', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', loginExpiry: 'before-next' });
  page.on('dialog', (dialog) => dialog.accept());
  await start(page);
  await page.locator('#fieldUsername, .signedout').first().waitFor();
  await page.goto(`${site}/~simulator/session?go=${WIZARD}`);
  await says(page, /loaded anew|signed you out|Setting up users\.csv/).waitFor();
  if (await panelButton(page, 'Resume').isVisible()) await resume(page);
  await panelButton(page, 'Looks right, continue').click();
  await saveGuided(walkOn(page), 'users');
  expectTemplate(await readState(page), 'users');
});

test('another tab of the same site has a course of its own', async ({ page, site, context }) => {
  await openWizard(page, site, { reload: 'instant' });
  await toStop(page, 'look');
  const other = await context.newPage();
  await other.goto(`${site}${WIZARD}`);
  await panelButton(other, 'Set up users.csv').waitFor();
  await expect(panelButton(other, 'Resume')).toHaveCount(0);
  await other.close();
  await panelButton(page, 'Looks right, continue').click();
  await saveGuided(walkOn(page), 'users');
});

test('a label that the page puts back stops it', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', hostile: 'snap-back' });
  await start(page);
  await says(page, 'Not all of it could be set').waitFor();
  expect((await readState(page)).templates).toEqual([]);
});

test('an error of PowerSchool stops it, in PowerSchool’s words', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await page.route('**/exportrecords.action**', (route) =>
    route.fulfill({ json: { error: 'The records could not be read.' } }),
  );
  await start(page);
  await says(page, 'PowerSchool answers: The records could not be read.').waitFor();
  await page.unroute('**/exportrecords.action**');
  await resume(page);
  await panelButton(page, 'Looks right, continue').waitFor();
});

test('in a language that nobody knows it asks for what nothing tells, and for a word that it is saved', async ({
  page,
  site,
}) => {
  const variants = { language: 'pseudo', optionValues: 'numeric', quotesInText: 'none' };
  await openWizard(page, site, { reload: 'instant', ...variants });
  await start(page);
  await panelButton(page, 'Looks right, continue').click();
  await says(page, /Line Delimiter.* were not found on the page/).waitFor();
  await expect(page.locator('[name=fileName]')).toHaveValue('users.csv');
  await setLists(page);
  await panelButton(page, 'They are set, continue').click();
  // Cancel closes the dialog as Save as New does: nothing is known to be saved.
  await says(page, 'Press Save as New in the page').waitFor();
  await clickPage(walkOn(page), page.locator('.ui-dialog-buttonset button').last());
  await expect(page.locator('[name=templateName]')).toBeHidden();
  await expect(says(page, 'users.csv is saved')).toHaveCount(0);
  await clickPage(walkOn(page), pageSave(page));
  await saveGuided(walkOn(page), 'users');
  expectTemplate(await readState(page), 'users');
});

test('where the data set is not offered it stops and says so', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', optionText: 'summary' });
  await start(page);
  await says(page, 'Not all of it could be set').waitFor();
  await expect(page.locator('select').nth(1)).toHaveValue('');
  await expect(says(page, /does not offer/)).toBeVisible();
  await expect(saveAsNew(page)).toHaveCount(0);
});
