import { expect, test } from './simulator.ts';
import { chooseDataSet, openWizard, pressNext } from './walk.ts';

const SCHOOLS = '1004';
const CONSTANT = '1005';

test('the public ids stand in lower case, the tree in case-insensitive alphabetical order', async ({
  page,
  origin,
}) => {
  await openWizard(page, origin);
  await chooseDataSet(page, '1001');
  await expect(page.locator('td#columnListContainer')).toHaveCount(1);
  await expect(page.locator('td#columnSelectionContainer')).toHaveCount(1);
  await expect(page.locator('#idExpandAll')).toBeVisible();
  const fields = await page.locator('#columnListContainer .tree-row').allTextContents();
  expect(fields.map((text) => text.trim())).toEqual([
    ...['agentSourcedIds', 'dcid', 'email', 'familyName', 'givenName', 'grades', 'languages'],
    ...['orgSourcedIds', 'phone', 'role', 'sms', 'sourcedId'],
  ]);
  await expect(page.locator('#cb_users_sourcedid')).toBeHidden();
  await page.locator('button#users_expandBtn').click();
  await expect(page.locator('button#users_expandBtn')).toHaveCSS('display', 'none');
  await expect(page.locator('#cb_users_sourcedid')).toBeVisible();
});

for (const [ids, label] of Object.entries({
  upper: 'label_cb_USERS_SOURCEDID',
  'mixed-case-field': 'label_cb_users_sourcedId',
  prefixed: 'dem_label_cb_users_sourcedid',
  doubled: 'label_cb_cb_users_sourcedid',
})) {
  test(`ids=${ids} writes ${label}`, async ({ page, origin }) => {
    await openWizard(page, origin, { ids });
    await chooseDataSet(page, '1001');
    await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
    await expect(page.locator(`[id="${label}"]`)).toHaveValue('USERS.sourcedId');
  });
}

test('ids=absent leaves no id in the columns part', async ({ page, origin }) => {
  await openWizard(page, origin, { ids: 'absent' });
  await chooseDataSet(page, '1001');
  await page.getByRole('checkbox', { name: 'USERS', exact: true }).click();
  await expect(page.locator('.columns-part [id]')).toHaveCount(0);
});

test('a row is there on the line after a synthetic click, and gone after its minus button', async ({
  page,
  origin,
}) => {
  await openWizard(page, origin);
  await chooseDataSet(page, '1001');
  const seen = await page.evaluate(() => {
    const box = document.querySelector<HTMLInputElement>('#columnListContainer #cb_users_email');
    box?.click();
    const label = document.querySelector<HTMLInputElement>('#columnSelectionContainer #label_cb_users_email')?.value;
    document.querySelector<HTMLElement>('button#delete_cb_users_email')?.click();
    return {
      label,
      ticked: box?.checked,
      rows: document.querySelectorAll('#columnSelectionContainer tbody tr').length,
    };
  });
  expect(seen).toEqual({ label: 'USERS.email', ticked: false, rows: 0 });
});

test('rows are grouped by table and move inside their group only', async ({ page, origin }) => {
  await openWizard(page, origin, { tableGroups: 'several' });
  await chooseDataSet(page, '1001');
  for (const id of ['cb_users_email', 'cb_students_email', 'cb_users_dcid', 'cb_students_dcid']) {
    await page.evaluate((name) => document.getElementById(name)?.click(), id);
  }
  const names = () => page.locator('.column-selection tbody tr td:nth-child(2)').allTextContents();
  expect(await names()).toEqual(['STUDENTS.email', 'STUDENTS.dcid', 'USERS.email', 'USERS.dcid']);
  await page.locator('.column-selection tr', { hasText: 'USERS.dcid' }).locator('.up').click();
  expect(await names()).toEqual(['STUDENTS.email', 'STUDENTS.dcid', 'USERS.dcid', 'USERS.email']);
  await expect(page.locator('.column-selection tr', { hasText: 'USERS.dcid' }).locator('.up')).toBeDisabled();
});

test('rowOrder=alphabetical puts a late tick in its place; gridTables=per-table heads every group', async ({
  page,
  origin,
}) => {
  await openWizard(page, origin, { rowOrder: 'alphabetical', gridTables: 'per-table', tableGroups: 'several' });
  await chooseDataSet(page, '1001');
  for (const id of ['cb_users_sms', 'cb_users_email', 'cb_students_dcid']) {
    await page.evaluate((name) => document.getElementById(name)?.click(), id);
  }
  const names = await page.locator('.column-selection tbody tr td:nth-child(2)').allTextContents();
  expect(names).toEqual(['STUDENTS.dcid', 'USERS.email', 'USERS.sms']);
  await expect(page.locator('.column-selection th', { hasText: 'Labels Used on Export' })).toHaveCount(2);
});

test('treeRendering=on-expand makes the columns when a node is opened', async ({ page, origin }) => {
  await openWizard(page, origin, { treeRendering: 'on-expand' });
  await chooseDataSet(page, '1001');
  await expect(page.locator('.tree-row')).toHaveCount(0);
  await page.getByRole('button', { name: 'Expand All' }).click();
  await expect(page.locator('.tree-row')).toHaveCount(12);
});

test("a description's own script ticks columns and sets labels without events", async ({ page, origin }) => {
  await openWizard(page, origin);
  await chooseDataSet(page, SCHOOLS);
  await page.getByRole('button', { name: 'Toggle Default Columns' }).click();
  await expect(page.locator('#label_cb_schools_school_id')).toHaveValue('school_id');
  await pressNext(page);
  await expect(page.locator('.preview-grid th')).toHaveText(['school_id', 'school_name']);
  await page.locator('.step:visible .prev').click();
  await page.getByRole('button', { name: 'Remove All Fields' }).click();
  await expect(page.locator('#columnSelectionContainer tbody tr')).toHaveCount(0);
  await expect(page.locator('#cb_schools_school_id')).not.toBeChecked();
  await page.locator('h2.toggle').click();
  await expect(page.locator('h2.toggle')).not.toHaveClass(/collapsed/);
});

test("a description's scripts run in the global scope again at every partial reload", async ({ page, origin }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await openWizard(page, origin);
  await chooseDataSet(page, SCHOOLS);
  await chooseDataSet(page, '1001');
  await chooseDataSet(page, SCHOOLS);
  expect(await page.evaluate(() => Reflect.get(window, 'loads'))).toBe(2);
  expect(errors).toEqual([]);
  await chooseDataSet(page, CONSTANT);
  await chooseDataSet(page, '1001');
  await chooseDataSet(page, CONSTANT);
  await expect.poll(() => errors.join()).toContain("'once' has already been declared");
});

test('choosing a data set replaces the whole part behind the loading overlay; Next meanwhile is an error', async ({
  page,
  origin,
}) => {
  await openWizard(page, origin);
  await chooseDataSet(page, '1001');
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/exportcolumns.action**', async (route) => {
    await held;
    await route.continue();
  });
  const address = page.url();
  const old = await page.locator('#columnListContainer').elementHandle();
  await page.locator('select[name=exportFrom]').selectOption('1002');
  await expect(page.locator('.ui-widget-overlay')).toBeVisible();
  await expect(page.locator('.ui-dialog-title', { hasText: 'Loading...' })).toBeVisible();
  await page.evaluate(() => document.querySelector<HTMLElement>('.step .next')?.click());
  await expect(page.locator('#feedback-message.feedback-error')).toContainText('still loading');
  letThrough();
  await page.locator('#sections_expandBtn').waitFor();
  await expect(page.locator('.ui-widget-overlay')).toHaveCount(0);
  expect(await old?.evaluate((node) => node.isConnected)).toBe(false);
  expect(page.url()).toBe(address);
});

test('reload=late-overlay shows the overlay some time after the change', async ({ page, origin }) => {
  await openWizard(page, origin, { reload: 'late-overlay' });
  const visibleAtOnce = await page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('select[name=exportFrom]');
    if (!select) throw new Error('no Export From');
    select.value = '1001';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return document.querySelector('.ui-widget-overlay') !== null;
  });
  expect(visibleAtOnce).toBe(false);
  await page.locator('.ui-widget-overlay').waitFor();
  await page.locator('#columnListContainer').waitFor();
});

test('Next needs a data set and a column', async ({ page, origin }) => {
  await openWizard(page, origin);
  await pressNext(page);
  await expect(page.locator('#feedback-message')).toHaveText('Please select a data set in Export From.');
  await chooseDataSet(page, '1001');
  await pressNext(page);
  await expect(page.locator('#feedback-message')).toHaveText('Please select at least one column to export.');
});

test('at load the page takes the focus, gives buttons a no-break space, and has jQuery under $j', async ({
  page,
  origin,
}) => {
  await openWizard(page, origin);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('category');
  expect(await page.locator('.step:visible .next').evaluate((button) => button.textContent)).toBe('Next\u00a0');
  const libraries = await page.evaluate(() => ['$', '$j', 'jQuery'].map((name) => typeof Reflect.get(window, name)));
  expect(libraries).toEqual(['undefined', 'function', 'function']);
});

test('Category filters Export From in the page, by AJAX, or not at all', async ({ page, origin }) => {
  const options = page.locator('select[name=exportFrom] option');
  for (const [categoryFilter, left] of Object.entries({ client: 7, ajax: 7, none: 13 })) {
    await openWizard(page, origin, { categoryFilter });
    await page.locator('select[name=category]').selectOption('queries');
    await expect(options).toHaveCount(left);
  }
});

test('description=foreign shows a decoy with its own grid and buttons that do nothing', async ({ page, origin }) => {
  await openWizard(page, origin, { description: 'foreign' });
  await chooseDataSet(page, '1001');
  await expect(page.locator('.description table.grid th').first()).toHaveText('Field');
  await page.locator('.description').getByRole('button', { name: 'Next' }).click();
  await expect(page.locator('#feedback-message')).toBeHidden();
});
