import { expect, test } from './simulator.ts';
import { chooseDataSet, openWizard, pressNext } from './walk.ts';

/** Which ways of setting a label box reach the export, for each way of picking it up. */
const CASES: Record<string, Record<string, boolean>> = {
  next: { nothing: true, input: true, change: true, blur: true },
  change: { nothing: false, input: false, change: true, blur: false },
  'input-angular': { nothing: false, input: true, change: true, blur: false },
  blur: { nothing: false, input: false, change: false, blur: true },
};

for (const [labelPickup, events] of Object.entries(CASES)) {
  test(`labelPickup=${labelPickup}`, async ({ page, origin }) => {
    await openWizard(page, origin, { labelPickup });
    await chooseDataSet(page, '1001');
    const fields = ['email', 'phone', 'role', 'sms'];
    await page.evaluate(
      ({ fields, events }) => {
        fields.forEach((field, index) => {
          document.getElementById(`cb_users_${field}`)?.click();
          const box = document.querySelector<HTMLInputElement>(`#label_cb_users_${field}`);
          if (!box) throw new Error(`no row for ${field}`);
          box.value = field;
          const event = events[index] ?? '';
          if (event !== 'nothing') box.dispatchEvent(new Event(event, { bubbles: true }));
        });
      },
      { fields, events: Object.keys(events) },
    );
    await pressNext(page);
    const wanted = fields.map((field, index) => (Object.values(events)[index] ? field : `USERS.${field}`));
    await expect(page.locator('.preview-grid th')).toHaveText(wanted);
  });
}

test('typed labels survive ticking, moving and Prev', async ({ page, origin }) => {
  await openWizard(page, origin);
  await chooseDataSet(page, '1001');
  await page.locator('#users_expandBtn').click();
  await page.locator('#cb_users_email').click();
  await page.locator('#label_cb_users_email').fill('e mail');
  await page.locator('#cb_users_phone').click();
  await page.getByRole('button', { name: 'Move up USERS.phone' }).click();
  await pressNext(page);
  await expect(page.locator('.preview-grid th')).toHaveText(['USERS.phone', 'e mail']);
  await page.locator('.step:visible .prev').click();
  await expect(page.locator('#label_cb_users_email')).toHaveValue('e mail');
});

test('prevState=rebuilt makes new boxes from the model', async ({ page, origin }) => {
  await openWizard(page, origin, { prevState: 'rebuilt' });
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await page.locator('#label_cb_users_email').fill('email');
  const old = await page.locator('#label_cb_users_email').elementHandle();
  await pressNext(page);
  await page.locator('.step:visible .prev').click();
  await expect(page.locator('#label_cb_users_email')).toHaveValue('email');
  expect(await old?.evaluate((node) => node.isConnected)).toBe(false);
});

test('hostile=snap-back reverts what a script sets, and keeps what a person types', async ({ page, origin }) => {
  await openWizard(page, origin, { hostile: 'snap-back' });
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await page.locator('#label_cb_users_email').fill('email');
  await page.evaluate(() => {
    const box = document.querySelector<HTMLInputElement>('#label_cb_users_sms');
    if (!box) throw new Error('no row');
    box.value = 'sms';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('#label_cb_users_sms')).toHaveValue('USERS.sms');
  await expect(page.locator('#label_cb_users_email')).toHaveValue('email');
});

for (const hostile of ['redraw', 'replace']) {
  test(`hostile=${hostile} replaces the box and keeps its label`, async ({ page, origin }) => {
    await openWizard(page, origin, { hostile });
    await chooseDataSet(page, '1001');
    await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
    const old = await page.locator('#label_cb_users_email').elementHandle();
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('#label_cb_users_email');
      if (!box) throw new Error('no row');
      box.value = 'email';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect.poll(() => old?.evaluate((node) => node.isConnected)).toBe(false);
    await expect(page.locator('#label_cb_users_email')).toHaveValue('email');
  });
}

for (const labelPickup of ['next', 'change', 'input-angular', 'blur']) {
  test(`hostile=replace throws away no label that is being typed, with labelPickup=${labelPickup}`, async ({
    page,
    origin,
  }) => {
    await openWizard(page, origin, { hostile: 'replace', labelPickup });
    await chooseDataSet(page, '1001');
    await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
    await page.locator('#label_cb_users_email').fill('email');
    await page.keyboard.press('Tab');
    await page.locator('#label_cb_users_sms').fill('sms');
    await page.keyboard.press('Tab');
    await pressNext(page);
    await expect(page.locator('.preview-grid th', { hasText: /^(?:email|sms)$/ })).toHaveCount(2);
  });
}

test('hostile=clicks-foreign presses the buttons of open shadow roots', async ({ page, origin }) => {
  await openWizard(page, origin, { hostile: 'clicks-foreign' });
  await page.evaluate(() => {
    const host = document.body.appendChild(document.createElement('div'));
    const button = document.createElement('button');
    button.addEventListener('click', ({ isTrusted }) => {
      document.title = `pressed ${isTrusted}`;
    });
    host.attachShadow({ mode: 'open' }).append(button);
  });
  await expect(page).toHaveTitle('pressed false');
});

test('labelLimit=30 cuts longer labels', async ({ page, origin }) => {
  await openWizard(page, origin, { labelLimit: '30' });
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await page.locator('#label_cb_users_email').evaluate((box: HTMLInputElement) => {
    box.value = 'x'.repeat(31);
  });
  await pressNext(page);
  await expect(page.locator('.preview-grid th').nth(2)).toHaveText('x'.repeat(30));
});
