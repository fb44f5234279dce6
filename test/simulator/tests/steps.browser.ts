import { expect, test } from './simulator.ts';
import { chooseDataSet, goToOutput, lastExport, openWizard, pressNext, readState, setOutput } from './walk.ts';

const GRADES = '1006';

test('all steps stand in the document, one is visible', async ({ page, origin }) => {
  await openWizard(page, origin);
  await expect(page.locator('.step')).toHaveCount(3);
  await expect(page.locator('.step:visible')).toHaveCount(1);
  await expect(page.getByText('Export File Name:')).toBeHidden();
});

test('stepsInDom=one takes the other steps out', async ({ page, origin }) => {
  await openWizard(page, origin, { stepsInDom: 'one' });
  await expect(page.locator('.step')).toHaveCount(1);
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await goToOutput(page);
  await expect(page.locator('.step')).toHaveCount(1);
  await expect(page.locator('.step-heading')).toHaveText('Export Summary and Output Options');
});

test('steps=accordion shows all headers, shades those not reached, and goes back by a header', async ({
  page,
  origin,
}) => {
  await openWizard(page, origin, { steps: 'accordion' });
  await expect(page.locator('h3.step-header:visible')).toHaveCount(3);
  await expect(page.locator('h3.step-header.shaded')).toHaveCount(2);
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await page.getByRole('link', { name: /^Select\/Edit Records from/ }).click();
  await page.locator('.rows-choice').waitFor();
  await expect(page.locator('h3.step-header').nth(1)).toHaveText(
    'Select/Edit Records from NQ - com.classtag.one_roster_users',
  );
  await page.getByRole('link', { name: 'Select Columns to Export' }).click();
  await expect(page.locator('.columns-layout')).toBeVisible();
});

test('steps=server loads a page for each step and keeps the choices', async ({ page, origin }) => {
  await openWizard(page, origin, { steps: 'server' });
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await page.locator('#label_cb_users_email').fill('mail');
  await pressNext(page);
  await page.waitForURL(/step=1/);
  await expect(page.locator('.step')).toHaveCount(1);
  await page.locator('.step .prev').click();
  await page.waitForURL(/step=0/);
  await expect(page.locator('#label_cb_users_email')).toHaveValue('mail');
});

test('step 2 names the data set, offers built-in and column filters, and pages its preview', async ({
  page,
  origin,
}) => {
  await openWizard(page, origin);
  await chooseDataSet(page, GRADES);
  await page.getByRole('checkbox', { name: 'STUDENTS', exact: true }).click();
  await page.getByRole('checkbox', { name: 'S_EX_STU_X', exact: true }).click();
  await expect(page.locator('#label_cb_s_ex_stu_x_nickname')).toHaveValue('S_EX_STU_X.nickname');
  await pressNext(page);
  const step = page.locator('.step:visible');
  await expect(step.locator('.step-heading')).toHaveText('Select/Edit Records from Grades of one range');
  await expect(step.locator('input[name=arg]')).toHaveValue('03');
  await expect(step.getByLabel('Export Filtered Rows')).toBeChecked();
  await step.locator('input[name=arg]').fill('');
  await step.locator('.apply').click();
  await expect(step.locator('.paging span')).toHaveText('1 to 25 of 60 records');
  await step.locator('.page').nth(1).click();
  await expect(step.locator('.paging span')).toHaveText('26 to 50 of 60 records');
});

test('Export All Rows leaves the column filters out', async ({ page, origin }) => {
  await openWizard(page, origin);
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await pressNext(page);
  await page.locator('.filter', { hasText: 'USERS.role' }).locator('input').fill('student');
  await pressNext(page);
  await expect(page.locator('.record-count')).toHaveText('60');
  await page.locator('.step:visible .prev').click();
  await page.getByLabel('Export All Rows').check();
  await pressNext(page);
  await expect(page.locator('.record-count')).not.toHaveText('60');
});

test('adjacent fields open for Other only and take one character but no double quote', async ({ page, origin }) => {
  await openWizard(page, origin);
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await goToOutput(page);
  await setOutput(page, 'users-%d.csv');
  const adjacent = page.locator('input[name=fieldOther]');
  await expect(adjacent).toBeDisabled();
  await page.locator('select[name=fieldDelimiter]').selectOption('Other');
  await adjacent.fill('"');
  await pressNext(page);
  await expect(page.locator('#feedback-message')).toContainText('one character');
  await adjacent.fill(';');
  const download = page.waitForEvent('download');
  await pressNext(page);
  expect((await download).suggestedFilename()).toMatch(/^users-\d{4}-\d\d-\d\d\.csv$/);
  expect((await lastExport(page)).split('\r')[0]).toContain('USERS.agentSourcedIds;USERS.dcid;');
});

for (const fileDelivery of ['form-post', 'xhr-blob']) {
  test(`fileDelivery=${fileDelivery} downloads the bytes that the session keeps`, async ({ page, origin }) => {
    await openWizard(page, origin, { fileDelivery });
    await chooseDataSet(page, '1001');
    await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
    await goToOutput(page);
    await pressNext(page);
    await expect(page.locator('#feedback-message')).toHaveText('Export File Name is required.');
    await setOutput(page, 'users.csv');
    const download = page.waitForEvent('download');
    await pressNext(page);
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    const { exports } = await readState(page);
    expect(exports.map(({ base64 }) => base64)).toEqual([Buffer.concat(chunks).toString('base64')]);
    expect((await download).suggestedFilename()).toBe('users.csv');
  });
}
