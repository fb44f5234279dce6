import { expect } from '@playwright/test';
import { expectExport, expectTemplate } from '../e2e/expected.ts';
import { readForm } from '../e2e/form.ts';
import { doGuided, FILES, openWizard, panelButton, panelOf, readState } from '../e2e/walk.ts';
import { doWatched, watchedWalk } from '../e2e/whole-job.ts';
import { Popup, stopBackground, underPolicy } from './add-on.ts';
import { test } from './fixtures.ts';

test('all three templates, step by step, with every control of the page watched', async ({
  tab: page,
  site,
  running,
}) => {
  await openWizard(page, site);
  await panelButton(page, /^users\.csv/).waitFor();
  const walk = watchedWalk(page, await readForm(page));
  for (const file of FILES) {
    await doWatched(walk, file);
    // Firefox stops the background where nothing happens; the store must know all the same.
    await stopBackground(running.firefox);
  }
  const state = await readState(page);
  for (const file of FILES) {
    expectTemplate(state, file);
    expectExport(state, file, { rowEnd: '\r', byteOrderMark: false });
  }
  const popup = await Popup.open(running.firefox);
  await expect.poll(() => popup.text()).toContain('All three templates are saved.');
  await popup.close();
});

/** The simulator's own scripts are let in, and nobody's styles but the server's. */
const POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'";

test('all three templates guided, opened again and verified, under a content security policy', async ({
  tab: page,
  site,
  running: { firefox },
}) => {
  await underPolicy(firefox, POLICY, async () => {
    await openWizard(page, site, { reload: 'instant' });
    for (const file of FILES) await doGuided({ page, effort: { clicks: 0, typed: 0 } }, file);
    const before = await readState(page);
    for (const file of FILES) expectTemplate(before, file);
    await panelButton(page, 'Check the saved templates').click();
    await panelOf(page).getByText('classtag_enrollments is as it should be.').first().waitFor();
    const after = await readState(page);
    expect([after.templates, after.saves]).toEqual([before.templates, before.saves]);
  });
  await panelButton(page, 'What comes next').click();
  const next = await firefox.tabWith(/\/finish\.html/);
  await next.locator('main').getByText('classtag_enrollments').first().waitFor();
  await next.close();
});

test('the popup knows the page beneath it', async ({ tab: page, site, running }) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, /^users\.csv/).waitFor();
  const popup = await Popup.open(running.firefox);
  await expect.poll(() => popup.text()).toContain(`This PowerSchool site: ${new URL(site).host}`);
  expect(await popup.text()).toContain('Next: users.csv.');
  await popup.press('Go to users.csv');
  await expect.poll(() => popup.isOpen()).toBe(false);
  await panelButton(page, 'Select fields').waitFor();
});
