import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectTemplate } from './expected.ts';
import { backgroundOf, EXTENSION, expect, launch, test } from './fixtures.ts';
import { compareForms, readForm } from './form.ts';
import { autoLabel, labelBox, openFile, openTicked } from './panel.ts';
import { doTemplate, openWizard, panelButton, panelOf, readState, type Walk } from './walk.ts';

const walkOn = (page: Page): Walk => ({ page, effort: { clicks: 0, typed: 0 } });

/** A page's script does to every part of the panel what it can. */
async function pressEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('roster-export-assistant')?.shadowRoot;
    const parts = [...(root?.querySelectorAll<HTMLElement>('button, input, summary, header, aside') ?? [])];
    for (const part of parts) {
      part.click();
      for (const kind of [
        'pointerdown',
        'pointerup',
        'mousedown',
        'mouseup',
        'click',
        'dblclick',
        'input',
        'change',
        'submit',
      ]) {
        part.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, composed: true }));
      }
      for (const key of ['Enter', ' ', 'Escape', 'ArrowLeft']) {
        part.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
      }
    }
    // Out of the shadow root, where nothing stops the event on its way.
    for (const button of parts.filter((part) => part.matches('button'))) {
      const copy = button.parentNode;
      const next = button.nextSibling;
      document.body.append(button);
      button.click();
      copy?.insertBefore(button, next);
    }
  });
}

test('scripts of the page cannot press the panel', async ({ page, site }) => {
  await openTicked(page, site);
  const before = await readForm(page);
  const shown = await panelOf(page).innerText();
  await pressEverything(page);
  expect(await readForm(page)).toEqual(before);
  expect(await panelOf(page).innerText()).toBe(shown);
  await panelButton(page, 'Auto-label').click();
  await panelButton(page, 'Change 12 labels').waitFor();
  await pressEverything(page);
  expect(await readForm(page)).toEqual(before);
  await expect(panelButton(page, 'Change 12 labels')).toBeVisible();
});

test('values that the page takes back are not called set', async ({ page, site }) => {
  await openTicked(page, site, 'users', { hostile: 'snap-back' });
  const before = await readForm(page);
  await autoLabel(page);
  await expect(panelOf(page).getByText('12 not changed.', { exact: true })).toBeVisible();
  await expect(panelOf(page).getByText('PowerSchool put another value back.').first()).toBeVisible();
  await expect.poll(() => readForm(page)).toEqual(before);
  await expect(panelOf(page).getByText('Press Next on the page')).toBeHidden();
});

test('one value that is taken back late is told from those that stay', async ({ page, site }) => {
  await openTicked(page, site);
  await page.evaluate(() => {
    const box = document.querySelector<HTMLInputElement>('#label_cb_users_email');
    box?.addEventListener('change', () => setTimeout(() => (box.value = 'USERS.email'), 60));
  });
  await autoLabel(page);
  await expect(panelOf(page).getByText('11 changed, 1 not changed.', { exact: true })).toBeVisible();
  await expect(labelBox(page, 'USERS.email')).toHaveValue('USERS.email');
  await expect(labelBox(page, 'USERS.role')).toHaveValue('role');
});

test('label boxes that are read-only or disabled are left alone, and named', async ({ page, site }) => {
  await openTicked(page, site);
  await labelBox(page, 'USERS.email').evaluate((box: HTMLInputElement) => (box.readOnly = true));
  await labelBox(page, 'USERS.role').evaluate((box: HTMLInputElement) => (box.disabled = true));
  await panelButton(page, 'Auto-label').click();
  await expect(panelOf(page).getByText('The page does not let this label be changed.')).toHaveCount(2);
  await panelButton(page, 'Change 10 labels').click();
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
  await expect(labelBox(page, 'USERS.email')).toHaveValue('USERS.email');
  await expect(labelBox(page, 'USERS.role')).toHaveValue('USERS.role');
  await expect(panelOf(page).getByText('Press Next on the page')).toBeHidden();
});

test('a field that stands in the grid twice is not touched', async ({ page, site }) => {
  await openTicked(page, site);
  await page.evaluate(() => {
    const row = document.querySelector('#label_cb_users_email')?.closest('tr');
    row?.after(row.cloneNode(true));
  });
  await panelButton(page, 'Auto-label').click();
  await expect(panelOf(page).getByText('The page shows this field twice')).toBeVisible();
  await panelButton(page, 'Change 11 labels').click();
  await expect(labelBox(page, 'USERS.role')).toHaveValue('role');
  for (const box of await labelBox(page, 'USERS.email').all()) await expect(box).toHaveValue('USERS.email');
});

test('a decoy beside the grid, with the same headings and ids, is not written to', async ({ page, site }) => {
  await openTicked(page, site, 'users', { description: 'foreign' });
  await page.evaluate(() => {
    const grid = document.querySelector('.column-selection table');
    const decoy = document.createElement('div');
    decoy.id = 'decoy';
    if (grid) decoy.append(grid.cloneNode(true));
    document.querySelector('.description')?.append(decoy);
  });
  const decoys = page.locator('#decoy input, .foreign input');
  const before = await decoys.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  await autoLabel(page);
  await expect(labelBox(page, 'USERS.role')).toHaveValue('role');
  expect(await decoys.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual(before);
});

test('nodes that are replaced between preview and confirmation', async ({ page, site }) => {
  await openTicked(page, site);
  await panelButton(page, 'Auto-label').click();
  await panelButton(page, 'Change 12 labels').waitFor();
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('.column-selection tbody tr')) row.replaceWith(row.cloneNode(true));
  });
  await panelButton(page, 'Change 12 labels').click();
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
  await expect(panelOf(page).getByText('12 changed.', { exact: true })).toBeVisible();
});

test('a row whose label is typed between preview and confirmation is not overwritten', async ({ page, site }) => {
  await openTicked(page, site);
  await panelButton(page, 'Auto-label').click();
  await panelButton(page, 'Change 12 labels').waitFor();
  // Without an event, so that the panel has not seen it yet.
  await labelBox(page, 'USERS.email').evaluate((box: HTMLInputElement) => (box.value = 'Mail'));
  await panelButton(page, /^Change 1\d labels$/).click();
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
  await expect(labelBox(page, 'USERS.email')).toHaveValue('Mail');
});

test('two data sets that could be meant are a refusal', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', categoryFilter: 'none' });
  await page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('[name=exportFrom]');
    select?.add(new Option('NQ - com.classtag.one_roster_users', '4711'));
  });
  const before = await readForm(page);
  await panelButton(page, /^users\.csv/).click();
  await expect(panelOf(page).getByText('“Export From” offers more than one data set that could be')).toBeVisible();
  expect(Object.keys(compareForms(before, await readForm(page)).changed)).toEqual(['category']);
});

test('the panel is put back when the page takes it out', async ({ page, site }) => {
  await openFile(page, site);
  await page.evaluate(() => document.querySelector('roster-export-assistant')?.remove());
  await panelButton(page, 'Select fields').click();
  await expect(panelButton(page, 'Auto-label')).toBeVisible();
  await expect(panelOf(page)).toHaveCount(1);
});

test('a page that draws itself anew every 50 ms does not hinder saving', async ({ page, site }) => {
  await page.addInitScript(() => {
    setInterval(() => {
      const mark = document.querySelector('#redrawn') ?? document.body?.appendChild(document.createElement('i'));
      if (mark) Object.assign(mark, { id: 'redrawn', textContent: String(Math.random()) });
    }, 50);
  });
  await openWizard(page, site, { reload: 'instant' });
  await doTemplate(walkOn(page), 'users');
  expectTemplate(await readState(page), 'users');
});

test.describe('a browser of its own', () => {
  let profile = '';
  test.beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'roster-e2e-'));
  });
  test.afterEach(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

  test('two copies of the extension: one panel, and one that acts', async ({ site }) => {
    const second = join(profile, 'second-copy');
    await cp(EXTENSION, second, { recursive: true });
    const context = await launch(join(profile, 'data'), [EXTENSION, second]);
    await expect.poll(() => context.serviceWorkers().length).toBe(2);
    const page = await context.newPage();
    await openWizard(page, site, { reload: 'instant' });
    await expect(panelOf(page)).toHaveCount(1);
    await doTemplate(walkOn(page), 'users');
    await expect(panelOf(page)).toHaveCount(1);
    expectTemplate(await readState(page), 'users');
    await context.close();
  });

  test('a page that outlives the extension says so and does nothing', async ({ site }) => {
    const context = await launch(join(profile, 'data'));
    const background = await backgroundOf(context);
    const page = await context.newPage();
    await openTicked(page, site);
    const before = await readForm(page);
    await background.evaluate('void chrome.runtime.reload()').catch(() => undefined);
    await expect(panelOf(page).getByText('Reload this page to go on.')).toBeVisible();
    for (const name of ['Auto-label', 'Undo']) await expect(panelButton(page, name)).toHaveCount(0);
    expect(await readForm(page)).toEqual(before);
    await context.close();
  });
});
