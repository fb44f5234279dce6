/**
 * Takes pictures of every scene, light and dark: `npx tsx test/gallery/screenshots.ts FOLDER [part of a name] [size]
 * [language]`. Languages are those of the catalogs, and `ltr` and `rtl` for the one that nobody speaks. The pictures are
 * for looking at; no test compares them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { messagesOf } from '../../utils/words/catalogs.ts';
import { chromiumArgs, chromiumPath } from '../run/chromium.mjs';
import { buildGallery } from './build.ts';
import { pseudoTexts } from './pseudo.ts';
import { openGallery, sceneName, scenes, showScene } from './scenes.ts';

const [folder = 'demo-output/gallery', part = '', size = '400x760', language = 'en'] = process.argv.slice(2);
const [width = 400, height = 760] = size.split('x').map(Number);

const texts = language === 'ltr' || language === 'rtl' ? pseudoTexts(language) : messagesOf(language);

mkdirSync(folder, { recursive: true });
const script = await buildGallery();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } });
    await openGallery(page, script, language === 'rtl' ? 'rtl' : 'ltr', texts);
    for (const scene of scenes.filter((scene) => sceneName(scene).includes(part))) {
      await showScene(page, scene);
      const path = join(folder, `${sceneName(scene)}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: scene.kind === 'finish' || scene.kind === 'check' });
    }
  }
} finally {
  await browser.close();
}
