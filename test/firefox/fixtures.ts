import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { takeFaults } from './add-on.ts';
import { Firefox } from './browser.ts';
import type { FirefoxPage } from './page.ts';

declare global {
  /** In the add-on's own pages. */
  var browser: { storage: { local: { clear(): Promise<void> } } };
}

interface Running {
  firefox: Firefox;
  simulator: Simulator;
  downloads: string;
}

/** One Firefox and one simulator for each worker; a page and an empty store for each test. */
export const test = base.extend<{ tab: FirefoxPage; site: string }, { granted: boolean; running: Running }>({
  granted: [true, { option: true, scope: 'worker' }],
  running: [
    async ({ granted }, use) => {
      const downloads = await mkdtemp(join(tmpdir(), 'firefox-downloads-'));
      const simulator = await startSimulator({ https: true });
      try {
        const firefox = await Firefox.start(granted, downloads);
        try {
          await use({ firefox, simulator, downloads });
        } finally {
          await firefox.close();
        }
      } finally {
        await simulator.close();
        await rm(downloads, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  tab: async ({ running: { firefox } }, use, testInfo) => {
    const own = await firefox.openOwn('popup.html');
    await own.evaluate(() => globalThis.browser.storage.local.clear());
    await own.close();
    const page = await firefox.open();
    await use(page);
    if (testInfo.status !== testInfo.expectedStatus) await page.picture(`${testInfo.outputPath('page')}.png`);
    await page.close();
    expect(await takeFaults(firefox)).toEqual([]);
  },
  site: async ({ running: { simulator } }, use) => {
    await use(`https://district.powerschool.com:${simulator.port}`);
  },
});
