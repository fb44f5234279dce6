import type { Locator, Page } from '@playwright/test';
import { expect, test } from './simulator.ts';
import { chooseDataSet, goToOutput, openWizard, readState, setOutput } from './walk.ts';

/** Goes to step 3 of users.csv and opens the save dialog; returns its Save as New. */
async function openSaveDialog(page: Page, origin: string, variants: Record<string, string>): Promise<Locator> {
  await openWizard(page, origin, variants);
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await goToOutput(page);
  await setOutput(page, 'users.csv');
  await page.locator('.step:visible .save').click();
  await page.locator('input[name=templateName]').fill('classtag_users');
  return page.getByRole('button', { name: 'Save as New' });
}

for (const dialog of ['reused', 'inline']) {
  test(`saveAnswer=no-permission says so in the dialog, dialog=${dialog}, and saves nothing`, async ({
    page,
    origin,
  }) => {
    const saveAsNew = await openSaveDialog(page, origin, { saveAnswer: 'no-permission', dialog });
    for (const name of ['classtag_users', '']) {
      await page.locator('input[name=templateName]').fill(name);
      await saveAsNew.click();
      await expect(page.locator('.feedback-error:visible')).toHaveText(
        'Your assigned role(s) do not permit you to save export templates.',
      );
    }
    const { templates, saves } = await readState(page);
    expect([templates, saves]).toEqual([[], 0]);
  });
}

test('saveAnswer=session-gone ends the session at the first save, with an alert and the log-in page', async ({
  page,
  origin,
}) => {
  const saveAsNew = await openSaveDialog(page, origin, { saveAnswer: 'session-gone' });
  const messages: string[] = [];
  page.on('dialog', (dialog) => {
    messages.push(dialog.message());
    return dialog.accept();
  });
  await saveAsNew.click();
  await expect(page).toHaveURL(`${origin}/admin/pw.html`);
  expect(messages).toEqual(['You have been logged out.']);
  expect((await readState(page)).saves).toBe(0);
  await page.locator('#fieldUsername').fill('sam');
  await page.locator('#fieldPassword').fill('any');
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.locator('#content-main h1')).toHaveText('Start Page');
});
