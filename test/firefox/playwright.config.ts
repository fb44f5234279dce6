import { defineConfig } from '@playwright/test';

/** Playwright runs and reports these tests; puppeteer drives the browser (browser.ts). */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/firefox',
  reporter: [['line'], ['json', { outputFile: '../../test-results/firefox.json' }]],
  // A retry would hide a race.
  retries: 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
});
