/** Every state of panel, popup and finish page in a language that nobody speaks: 40 % longer, and from right to left. */
import { expect, test } from '@playwright/test';
import { catalogOf } from '../../utils/words/catalogs.ts';
import { buildGallery } from '../gallery/build.ts';
import { broken, untranslated } from '../gallery/faults.ts';
import { pseudoCatalog } from '../gallery/pseudo.ts';
import { openGallery, sceneName, scenes, showScene } from '../gallery/scenes.ts';
import { panelStates } from '../gallery/states.ts';

/** The rules' own sentences: the check page's states have a test of them. */
const findings = Object.values(panelStates).flatMap(({ body }) =>
  body.kind === 'records' ? body.findings.flatMap(({ message, advice }) => [message, advice]) : [],
);
const ours = scenes.filter(({ kind }) => kind !== 'check');

for (const direction of ['ltr', 'rtl'] as const) {
  test(`every text is translated, and nothing breaks, ${direction}`, async ({ page }) => {
    test.setTimeout(120_000);
    // High, so that everything is drawn at once.
    await page.setViewportSize({ width: 800, height: 2_400 });
    await openGallery(page, await buildGallery(), direction, pseudoCatalog(catalogOf('en'), direction));
    const faults: Record<string, string[]> = {};
    for (const scene of ours) {
      await showScene(page, scene);
      const found = [
        ...(await untranslated(page, findings)).map((text) => `not translated: ${text}`),
        ...(await broken(page)),
      ];
      if (found.length > 0) faults[sceneName(scene)] = found;
    }
    expect(ours.length).toBeGreaterThan(60);
    expect(faults).toEqual({});
  });
}
