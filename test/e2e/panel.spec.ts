import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { labelBox, openFile, openTicked } from './panel.ts';
import {
  clickPage,
  doColumns,
  doRecords,
  doSummary,
  openWizard,
  pageNext,
  pageSave,
  panelButton,
  panelOf,
  saveAsNew,
  type Walk,
} from './walk.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const aside = (page: Page) => panelOf(page).locator('aside');

/** What axe finds in the panel as it stands on the page. */
async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const { violations } = await window.axe.run('roster-export-assistant');
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the panel on the way through a template, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openWizard(page, site, { reload: 'instant' });
    await panelButton(page, /^users\.csv/).waitFor();
    expect(await findings(page), 'start').toEqual([]);
    const walk: Walk = {
      page,
      effort: { clicks: 0, typed: 0 },
      stage: async (name) => expect(await findings(page), name).toEqual([]),
    };
    await panelButton(page, /^users\.csv/).click();
    await panelButton(page, 'Select fields').waitFor();
    await panelOf(page).getByText('Settings', { exact: true }).click();
    await doColumns(walk);
    await labelBox(page, 'USERS.email').fill('em\u200bail');
    await panelOf(page).getByText('U+200B').first().waitFor();
    expect(await findings(page), 'problem').toEqual([]);
    await panelButton(page, /^classes\.csv/).click();
    await panelButton(page, 'Stay here').waitFor();
    expect(await findings(page), 'leaving').toEqual([]);
    await panelButton(page, 'Stay here').click();
    await doRecords(walk);
    await doSummary(walk);
    await clickPage(walk, pageSave(page));
    await panelOf(page).getByText('The name is classtag_users.').waitFor();
    expect(await findings(page), 'save').toEqual([]);
    await clickPage(walk, saveAsNew(page));
    await panelOf(page).getByText('users.csv is saved as classtag_users').waitFor();
    expect(await findings(page), 'saved').toEqual([]);
    await panelButton(page, 'Fold panel').click();
    await panelButton(page, /Open panel$/).waitFor();
    expect(await findings(page), 'folded').toEqual([]);
  });
}

/** Nothing of ours lies over the middle of the control, once it is scrolled into view and the pointer is elsewhere. */
async function expectFree(page: Page, control: Locator): Promise<void> {
  await page.mouse.move(640, 1);
  await control.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      control.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.localName;
      }),
    )
    .not.toBe('roster-export-assistant');
}

/** Nothing of ours lies over any part of these, as far as they are on screen. */
async function expectUncovered(page: Page, parts: Locator): Promise<void> {
  await page.mouse.move(640, 1);
  expect(await parts.count()).toBeGreaterThan(0);
  const covered = async (): Promise<string[]> => {
    const own = await aside(page).boundingBox();
    if (!own) return ['there is no panel'];
    return parts.evaluateAll(
      (elements, { x, y, width, height }) =>
        elements
          .filter((element) => {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            return left < x + width && right > x && top < y + height && bottom > y;
          })
          .map((element) => element.textContent ?? ''),
      own,
    );
  };
  await expect.poll(covered).toEqual([]);
}

/** The panel is as it is on any page: from left to right, but for what it quotes, and all of it to be seen. */
async function expectUnturned(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  const box = await aside(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  const turned = await aside(page).evaluate((panel) =>
    [panel, ...panel.querySelectorAll('*:not(bdi)')].flatMap((part) => {
      const { direction, unicodeBidi } = getComputedStyle(part);
      return direction === 'ltr' && unicodeBidi !== 'bidi-override' ? [] : [part.outerHTML];
    }),
  );
  expect(turned).toEqual([]);
  expect(await aside(page).evaluate((panel) => panel.closest('[lang]')?.getAttribute('lang'))).toMatch(/^en/);
}

const SIZES = [
  { width: 1280, height: 900, variants: {} },
  // Narrow, from right to left, and scrolling inside of the page.
  { width: 1024, height: 640, variants: { shell: 'enhanced', language: 'pseudo-rtl' } },
];
for (const { variants, ...viewport } of SIZES) {
  test(`the page's buttons, labels and dialog stay free at ${viewport.width}×${viewport.height}`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize(viewport);
    const walk = await openFile(page, site, 'users', variants);
    await expectUnturned(page);
    await expectFree(page, pageNext(page));
    await doColumns({ ...walk, stage: () => expectFree(page, pageNext(page)) });
    await doRecords({ ...walk, stage: () => expectFree(page, pageNext(page)) });
    await doSummary({ ...walk, stage: () => expectFree(page, pageSave(page)) });
    await expectFree(page, pageNext(page));
    await expectUncovered(page, page.locator('.step:visible label'));
    await clickPage(walk, pageSave(page));
    await panelOf(page).getByText('The name is classtag_users.').waitFor();
    await expectFree(page, saveAsNew(page));
    await expectUncovered(page, page.locator('.ui-dialog:visible'));
    await expectUnturned(page);
    await clickPage(walk, saveAsNew(page));
    await panelOf(page).getByText('users.csv is saved as classtag_users').waitFor();
    await page.goto(`${site}/admin/datamgmt/exporttemplates.html#export-template-content`);
    await expectUncovered(page, page.locator('td a, td button').and(page.locator(':visible')));
  });
}

test('the records stay free where they are to be looked at, blank cells included', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, 'Set up users.csv').click();
  await panelButton(page, 'Looks right, continue').waitFor();
  const isCovered = async () => {
    const [panel, table] = await Promise.all([aside(page).boundingBox(), page.locator('.preview-grid').boundingBox()]);
    if (!panel || !table) return true;
    const isBeside = panel.x >= table.x + table.width || panel.x + panel.width <= table.x;
    return !isBeside && panel.y < table.y + table.height && panel.y + panel.height > table.y;
  };
  await expect.poll(isCovered).toBe(false);
});

test('the panel stays folded after a reload, and open again', async ({ page, site }) => {
  await openWizard(page, site);
  await panelButton(page, 'Fold panel').click();
  await panelButton(page, /Open panel$/).waitFor();
  await page.reload();
  await panelButton(page, /Open panel$/).click();
  await panelButton(page, 'Fold panel').waitFor();
  await page.reload();
  await expect(panelButton(page, 'Fold panel')).toBeVisible();
});

test('the panel stays where it was put, after a reload and in a smaller window', async ({ page, site }) => {
  await openWizard(page, site);
  const handle = panelOf(page).getByRole('heading', { level: 2 });
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(420, 300, { steps: 5 });
  await page.mouse.up();
  const put = await aside(page).boundingBox();
  expect(put?.x).toBeLessThan(600);
  await page.reload();
  await expect.poll(() => aside(page).boundingBox()).toEqual(put);
  await page.setViewportSize({ width: 640, height: 480 });
  await expect.poll(async () => ((await aside(page).boundingBox())?.x ?? 0) + 360).toBeLessThanOrEqual(640);
});

test('step 1 is done with the keyboard alone', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, /^users\.csv/).waitFor();
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.shadowRoot?.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    );
  const tabTo = async (words: RegExp) => {
    for (let presses = 0; presses < 60 && !words.test(await focused()); presses += 1) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(words);
    // While the panel is busy its buttons keep the focus and do nothing.
    await expect(panelButton(page, words)).toBeEnabled();
  };
  await tabTo(/^users\.csv/);
  await page.keyboard.press('Enter');
  await panelButton(page, 'Select fields').waitFor();
  await tabTo(/^Select fields$/);
  await page.keyboard.press('Enter');
  await panelButton(page, 'Auto-label').waitFor();
  await tabTo(/^Auto-label$/);
  await page.keyboard.press('Space');
  await panelButton(page, 'Change 12 labels').waitFor();
  await tabTo(/^Change 12 labels$/);
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByText('Press Next on the page')).toBeVisible();
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
});

test('what is pressed in the panel is not heard by the page', async ({ page, site }) => {
  await openTicked(page, site);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const kind of ['keydown', 'input', 'change']) document.addEventListener(kind, () => heard.push(kind));
  });
  await panelOf(page).getByText('Settings', { exact: true }).click();
  const box = panelOf(page).getByLabel('Leave out dcid', { exact: true });
  await box.press('Space');
  await expect(box).toBeChecked();
  await expect(panelOf(page).getByText('1 field to untick')).toBeVisible();
  expect(await page.evaluate('heard')).toEqual([]);
});
