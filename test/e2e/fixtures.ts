import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, type ConsoleMessage, chromium, expect, type Page } from '@playwright/test';
import { chromiumArgs, chromiumPath, extensionArgs } from '../run/chromium.mjs';
import { startSimulator } from '../simulator/index.ts';

/** The built Chrome extension, as it goes to the store; another build may be tried by its directory. */
export const EXTENSION = process.env.EXTENSION_DIR ?? new URL('../../.output/chrome-mv3', import.meta.url).pathname;

interface Running {
  context: BrowserContext;
  /** The simulator's port; every name under powerschool.com leads to it. */
  port: number;
  extensionId: string;
}

interface TestFixtures {
  context: BrowserContext;
  page: Page;
  /** `https://district.powerschool.com:port`: the simulator under a name that the store build matches. */
  site: string;
  /** The same simulator under another district's name. */
  otherSite: string;
  extensionId: string;
  /** What went wrong in any page or in the background so far; a test that leaves something here fails. */
  faults: string[];
}

/** Starts a browser with the extension, or with several copies of it, a profile of its own, and arguments of its own. */
export function launch(
  profile: string,
  extensions: string[] = [EXTENSION],
  more: string[] = [],
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args: [...chromiumArgs, ...extensionArgs(extensions.join(',')), ...more],
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  });
}

/** The extension's background, which Chromium starts with the browser. */
export async function backgroundOf(context: BrowserContext) {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** One browser with the extension and one simulator for each worker; a page and an empty store for each test. */
export const test = base.extend<TestFixtures, { running: Running }>({
  running: [
    async ({ browserName: _ }, use) => {
      const profile = await mkdtemp(join(tmpdir(), 'roster-e2e-'));
      const simulator = await startSimulator({ https: true });
      const context = await launch(profile);
      const extensionId = new URL((await backgroundOf(context)).url()).host;
      await use({ context, port: simulator.port, extensionId });
      await context.close();
      await simulator.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  context: async ({ running }, use) => {
    await use(running.context);
  },
  faults: async ({ context }, use) => {
    const faults: string[] = [];
    const stop = collectFaults(context, faults);
    await use(faults);
    stop();
    expect(faults).toEqual([]);
  },
  page: async ({ context, faults: _ }, use) => {
    await forgetEverything(context);
    const page = await context.newPage();
    // Nothing takes longer; a step that hangs is told by its own name and not by the test's end.
    page.setDefaultTimeout(30_000);
    await use(page);
    await page.close();
  },
  site: async ({ running }, use) => {
    await use(`https://district.powerschool.com:${running.port}`);
  },
  otherSite: async ({ running }, use) => {
    await use(`https://other.powerschool.com:${running.port}`);
  },
  extensionId: async ({ running }, use) => {
    await use(running.extensionId);
  },
});

/** Notes uncaught errors and what is written to the console as an error, in pages, content scripts and background. */
function collectFaults(context: BrowserContext, faults: string[]): () => void {
  const onError = (error: { error(): Error }) => faults.push(String(error.error().stack));
  const onConsole = (message: ConsoleMessage) => {
    // An answer such as 422 is PowerSchool's business.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`${message.text()} ${message.location().url}`);
    }
  };
  context.on('weberror', onError);
  context.on('console', onConsole);
  return () => {
    context.off('weberror', onError);
    context.off('console', onConsole);
  };
}

/** Every test starts as a new user. */
async function forgetEverything(context: BrowserContext): Promise<void> {
  await (await backgroundOf(context)).evaluate('chrome.storage.local.clear()');
}

export { expect } from '@playwright/test';
