import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './test/run/chromium.mjs';

// Undefined where none is installed yet; then Playwright itself says so when a test starts.
const executablePath = findChromium();

const LONGEST = 'e2e/writes.spec.ts';

export default defineConfig({
  testDir: 'test',
  // What takes longest begins first, or it would run on alone at the end.
  projects: [
    { name: 'longest', testMatch: LONGEST },
    { name: 'others', testMatch: ['e2e/**/*.spec.ts', 'simulator/tests/**/*.browser.ts'], testIgnore: LONGEST },
  ],
  outputDir: 'test-results/e2e',
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // A retry would hide a race; the machine it must run on has two cores.
  retries: 0,
  // A machine that does other work besides is slow and not wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // More than cores: most of a test is waiting for the page.
  workers: 4,
  fullyParallel: true,
  forbidOnly: true,
  use: {
    ignoreHTTPSErrors: true,
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArgs },
  },
});
