import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { doGuided, openWizard, panelButton, panelOf, readState, type Walk } from './walk.ts';

const TEMPLATES = '/admin/datamgmt/exporttemplates.html#export-template-content';
const says = (page: Page, words: string | RegExp) => panelOf(page).getByText(words).first();

/** Saves users.csv and opens its schedule, in which nothing is as it should be. */
async function openSchedule(page: Page, site: string, variants: Record<string, string>): Promise<void> {
  await openWizard(page, site, { reload: 'instant', ...variants });
  const walk: Walk = { page, effort: { clicks: 0, typed: 0 } };
  await doGuided(walk, 'users');
  await page.goto(`${site}${TEMPLATES}`);
  await says(page, 'When to send').waitFor();
  await page.locator('#export-template-content .schedule').first().press('Enter');
  await says(page, 'Schedule of classtag_users').waitFor();
  await page.locator('form.schedule [name=active]').press('Space');
  await page.locator('form.schedule [name=day]').nth(2).press('Space');
  await says(page, 'Wanted: every day.').waitFor();
}

/** `5:10 PM` in minutes. */
function minutes(time: string): number {
  const [, hour, minute, half] = /(\d+):(\d+)\s*([AP])M/i.exec(time) ?? [];
  return (Number(hour) % 12) * 60 + Number(minute) + (half?.toUpperCase() === 'P' ? 720 : 0);
}

const VARIANTS: Record<string, string>[] = [
  {},
  { scheduleTime: 'selects', scheduleDays: 'columns', scheduleWeek: 'sunday', dialogButtons: 'button-row' },
  { scheduleTime: 'time-input', dialog: 'inline', formRows: 'table' },
];
for (const variants of VARIANTS) {
  test(`the schedule is filled as announced, and nothing else ${JSON.stringify(variants)}`, async ({ page, site }) => {
    await openSchedule(page, site, variants);
    const row = panelOf(page).getByRole('listitem').filter({ hasText: 'When to Execute' });
    const wanted = /Wanted: (\d+:\d+ [AP]M)/.exec((await row.textContent()) ?? '')?.[1] ?? '';
    expect(Object.keys((await readState(page)).schedules)).toEqual([]);
    await panelButton(page, 'Fill active, days and time').click();
    await says(page, 'then press Save in the page’s dialog').waitFor();
    // Filled, and not saved: that stays with the administrator.
    expect(Object.keys((await readState(page)).schedules)).toEqual([]);
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Save', exact: true }).last().press('Enter');
    await reloaded;
    const [schedule] = Object.values((await readState(page)).schedules);
    expect(schedule).toMatchObject({ active: true, sendTo: 'folder', path: '', email: '' });
    expect(schedule?.days.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    const time = /M$/.test(schedule?.time ?? '') ? minutes(schedule?.time ?? '') : clock(schedule?.time ?? '');
    expect(time).toBe(minutes(wanted));
  });
}

/** `17:10` in minutes. */
function clock(time: string): number {
  const [hour = '', minute = ''] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

test('Undo puts the schedule back as it was', async ({ page, site }) => {
  await openSchedule(page, site, {});
  const values = () =>
    page.locator('form.schedule').evaluate((form) => JSON.stringify([...new FormData(form as HTMLFormElement)]));
  const before = await values();
  await panelButton(page, 'Fill active, days and time').click();
  await says(page, 'then press Save in the page’s dialog').waitFor();
  expect(await values()).not.toBe(before);
  await panelButton(page, 'Undo').click();
  await says(page, 'Undo: Fill active, days and time').waitFor();
  await expect.poll(values).toBe(before);
});

test('another time of the sync is kept for the site, and moves the files', async ({ page, site }) => {
  await openSchedule(page, site, {});
  await panelOf(page).getByText('The sync starts at another time').click();
  await panelOf(page).getByLabel('The sync starts at (your time)').pressSequentially('0500AM');
  await says(page, 'starts at 5:00').waitFor();
  await expect(panelOf(page).getByRole('listitem').filter({ hasText: 'When to Execute' })).toContainText(
    'Wanted: 4:10 AM',
  );
  await page.goto(`${site}${TEMPLATES}`);
  await says(page, 'starts at 5:00').waitFor();
});
