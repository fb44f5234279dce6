import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { startSimulator } from '../index.ts';

/** A plugin whose description works on the page, in the manner of Northwest-RESA's. */
const SCRIPTED_PLUGIN = fileURLToPath(new URL('./scripted-plugin', import.meta.url));

/** Playwright's test with one simulator per worker; `origin` is its address. */
export const test = base.extend<object, { origin: string }>({
  origin: [
    async ({ browserName: _ }, use) => {
      const simulator = await startSimulator({ plugins: [SCRIPTED_PLUGIN] });
      await use(simulator.origin);
      await simulator.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
