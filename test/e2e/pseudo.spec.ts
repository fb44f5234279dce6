/** Every state of panel, popup and pages in a language that nobody speaks: 40 % longer, and from right to left. */
import { expect, test } from '@playwright/test';
import { buildGallery } from '../gallery/build.ts';
import { broken, untranslated } from '../gallery/faults.ts';
import { pseudoTexts } from '../gallery/pseudo.ts';
import { openGallery, sceneName, scenes, showScene } from '../gallery/scenes.ts';

for (const direction of ['ltr', 'rtl'] as const) {
  test(`every text is translated, and nothing breaks, ${direction}`, async ({ page }) => {
    test.setTimeout(120_000);
    // High, so that everything is drawn at once.
    await page.setViewportSize({ width: 800, height: 2_400 });
    await openGallery(page, await buildGallery(), direction, pseudoTexts(direction));
    const faults: Record<string, string[]> = {};
    for (const scene of scenes) {
      await showScene(page, scene);
      const found = [...(await untranslated(page)).map((text) => `not translated: ${text}`), ...(await broken(page))];
      if (found.length > 0) faults[sceneName(scene)] = found;
    }
    // In a window as narrow as a phone's, or zoomed to 300 %.
    await page.setViewportSize({ width: 400, height: 2_400 });
    for (const scene of scenes.filter(({ kind }) => kind === 'check')) {
      await showScene(page, scene);
      const found = await broken(page);
      if (found.length > 0) faults[`${sceneName(scene)}, narrow`] = found;
    }
    expect(scenes.length).toBeGreaterThan(80);
    expect(faults).toEqual({});
  });
}
