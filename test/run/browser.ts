import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumArgs, chromiumPath, extensionArgs } from './chromium.mjs';

/** The built extension for Chrome. */
const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3');

export interface BrowserOptions {
  headless: boolean;
  viewport?: { width: number; height: number } | null;
}

/** A browser with the built extension, in a profile of its own that is gone after `close`. */
export interface ExtensionBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

export async function openBrowser({ headless, viewport }: BrowserOptions): Promise<ExtensionBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'roster-export-assistant-'));
  const context = await chromium.launchPersistentContext(profile, {
    headless,
    executablePath: chromiumPath(),
    args: [...chromiumArgs, ...extensionArgs(EXTENSION)],
    ignoreHTTPSErrors: true,
    ...(viewport === undefined ? {} : { viewport }),
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where the simulator is reached under PowerSchool's name; the browser maps that name to this machine. */
export function powerSchoolAddress(port: number, district = 'demo'): string {
  return `https://${district}.powerschool.com:${port}`;
}
