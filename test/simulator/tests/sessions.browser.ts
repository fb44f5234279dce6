import { expect, test } from './simulator.ts';
import { chooseDataSet, openWizard, pressNext } from './walk.ts';

test('any name and password lead from the log-in page along the menu path to the wizard', async ({ page, origin }) => {
  await page.goto(`${origin}/admin/datamgmt/exportmanager.action`);
  await expect(page).toHaveURL(`${origin}/admin/pw.html`);
  await page.locator('#LoginForm #fieldUsername').fill('sam');
  await page.locator('#fieldPassword').fill('any');
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.locator('#content-main h1')).toHaveText('Start Page');
  await page.locator('#content-main').getByRole('link', { name: 'System' }).click();
  await page.getByRole('link', { name: 'Page and Data Management' }).click();
  await page.getByRole('link', { name: 'Export Data' }).click();
  await expect(page.locator('h1')).toHaveText('Data Export Manager');
});

test('a request after the end of the session brings an alert and the log-in page', async ({ page, origin }) => {
  await openWizard(page, origin);
  await page.request.post(`${origin}/~simulator/expire`);
  const alert = page.waitForEvent('dialog');
  await page.locator('select[name=exportFrom]').selectOption('1001');
  const dialog = await alert;
  expect(dialog.message()).toBe('You have been logged out.');
  await dialog.accept();
  await expect(page).toHaveURL(`${origin}/admin/pw.html`);
});

test('loginExpiry=before-next ends the session at the first Next only', async ({ page, origin }) => {
  await openWizard(page, origin, { loginExpiry: 'before-next' });
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  page.once('dialog', (dialog) => dialog.accept());
  await pressNext(page);
  await page.locator('#fieldUsername').fill('sam');
  await page.locator('#fieldPassword').fill('any');
  await page.getByRole('button', { name: 'Sign In' }).click();
  await page.goto(`${origin}/admin/datamgmt/exportmanager.action`);
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await pressNext(page);
  await page.locator('.rows-choice').waitFor();
});

test('a session near its end warns, and an ended one covers the page', async ({ page, origin }) => {
  await openWizard(page, origin, { sessionLength: '3' });
  await expect(page.locator('#sessiontimeoutwarning')).toBeVisible();
  await expect(page.locator('.signedout.ui-widget-overlay')).toBeVisible();
});

test('only a real key or mouse button counts as activity', async ({ page, origin }) => {
  await openWizard(page, origin, { sessionLength: '121' });
  await expect(page.locator('#sessiontimeoutwarning')).toBeVisible();
  await page.evaluate(() => document.querySelector('h1')?.click());
  await expect(page.locator('#sessiontimeoutwarning')).toBeVisible();
  await page.locator('h1').click();
  await expect(page.locator('#sessiontimeoutwarning')).toBeHidden();
});
