import { defineConfig } from '@playwright/test';

/** Playwright runs and reports these tests; puppeteer drives the browser (browser.ts). */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/firefox',
  reporter: [['line'], ['json', { outputFile: '../../test-results/firefox.json' }]],
  // A retry would hide a race.
  retries: 0,
  // More than cores: much of a test is waiting for Firefox.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
});
