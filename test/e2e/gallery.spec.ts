/** Every state of panel and popup in a real Chromium: axe with contrast, small windows, right-to-left pages, speed. */
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { buildGallery } from '../gallery/build.ts';
import { openGallery, type Scene, sceneName, scenes, showScene } from '../gallery/scenes.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let script = '';

test.beforeAll(async () => {
  script = await buildGallery();
});

/** What axe finds in the scene that is shown now; in the dark only what depends on colors, the rest is the same. */
const findings = (page: Page, colorsOnly: boolean): Promise<string[]> =>
  page.evaluate(async (isColorsOnly) => {
    const { violations } = await window.axe.run(
      document,
      isColorsOnly ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {},
    );
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' ')}`,
    );
  }, colorsOnly);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await browser.newPage({
      colorScheme,
      viewport: { width: 1024, height: 640 },
      reducedMotion: 'reduce',
    });
    await openGallery(page, script);
    await page.addScriptTag({ path: axePath });
    for (const scene of scenes) {
      await showScene(page, scene);
      expect(await findings(page, colorScheme === 'dark'), sceneName(scene)).toEqual([]);
    }
    await page.close();
  });
}

/** Buttons and boxes that cannot be brought into the window by scrolling inside the panel. */
const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('roster-export-assistant')?.shadowRoot;
    const controls = [...(root?.querySelectorAll('button, input, summary, a') ?? [])];
    // Of a thousand like boxes the first and the last are enough.
    return [...controls.slice(0, 30), ...controls.slice(30).slice(-30)]
      .filter((control) => {
        if (!control.checkVisibility()) return false;
        control.scrollIntoView({ block: 'nearest' });
        const { left, top, right, bottom } = control.getBoundingClientRect();
        const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        const hit = root?.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return !inside || !(control.contains(hit ?? null) || hit?.contains(control) || control.closest('label'));
      })
      .map((control) => control.outerHTML);
  });

for (const direction of ['ltr', 'rtl'] as const) {
  test(`everything is reached at 200 % of 1024×640, ${direction}`, async ({ page }) => {
    await page.setViewportSize({ width: 512, height: 320 });
    await openGallery(page, script, direction);
    for (const scene of scenes.filter(({ kind }) => kind === 'panel')) {
      await showScene(page, scene);
      const aside = await page.locator('aside').boundingBox();
      expect(aside && aside.x >= 0 && aside.y >= 0, sceneName(scene)).toBe(true);
      expect((aside?.x ?? 0) + (aside?.width ?? 0), sceneName(scene)).toBeLessThanOrEqual(512);
      expect((aside?.y ?? 0) + (aside?.height ?? 0), sceneName(scene)).toBeLessThanOrEqual(320);
      expect(await unreachable(page), sceneName(scene)).toEqual([]);
    }
  });
}

test('a thousand labels are previewed within 100 ms', async ({ page }) => {
  const scene: Scene = { kind: 'panel', state: 'columns-thousand', press: [] };
  await openGallery(page, script);
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    await showScene(page, scene);
    await page.evaluate(() => {
      const root = document.querySelector('roster-export-assistant')?.shadowRoot;
      let pressed = 0;
      root?.addEventListener('click', () => (pressed = performance.now()), { once: true, capture: true });
      if (root) {
        const drawn = new MutationObserver(() => {
          if (!root.querySelector('.preview')) return;
          drawn.disconnect();
          root.host.getBoundingClientRect();
          window.previewTook = performance.now() - pressed;
        });
        drawn.observe(root, { subtree: true, childList: true });
      }
    });
    await page.getByRole('button', { name: 'Auto-label' }).click();
    await expect(page.getByRole('button', { name: 'Change 1,000 labels' })).toBeVisible();
    times.push(await page.evaluate(() => window.previewTook));
  }
  const median = times.sort((a, b) => a - b)[2] ?? Number.POSITIVE_INFINITY;
  expect(median).toBeLessThan(100);
});

test('the preview begins at its beginning', async ({ page }) => {
  await page.setViewportSize({ width: 512, height: 320 });
  await openGallery(page, script);
  await showScene(page, { kind: 'panel', state: 'columns-mixed', press: ['auto_label'] });
  await expect(page.getByText('11 labels will change.')).toBeInViewport();
});

test('the panel is worked with the keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await openGallery(page, script);
  await showScene(page, { kind: 'panel', state: 'columns-to-label', press: [] });
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    });
  const order: string[] = [];
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press('Tab');
    order.push((await focused()).split(' ')[0] ?? '');
  }
  expect(order).toEqual([
    'Move',
    'Fold',
    'users.csv',
    'classes.csv',
    'enrollments.csv',
    'Auto-label',
    'Set',
    'Settings',
  ]);
  for (let n = 0; n < 2; n++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Change 12 labels' })).toBeVisible();
  expect(await focused()).toBe('users.csv · step 1 of 3');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Auto-label' })).toBeVisible();
});

test('the panel moves out of the pointer’s way only when it is left, and follows a drag', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 640 });
  await openGallery(page, script);
  await showScene(page, { kind: 'panel', state: 'records', press: [] });
  const left = async () => (await page.locator('aside').boundingBox())?.x;
  expect(await left()).toBe(1024 - 360 - 8);
  await page.mouse.move(800, 25);
  await page.mouse.down();
  await page.mouse.move(500, 225, { steps: 4 });
  expect(await left()).toBe(1024 - 360 - 8 - 300);
  await page.mouse.up();
});
