import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxPath, firefoxPreferences } from '../run/firefox.mjs';
import { FirefoxPage } from './page.ts';

/** The built add-on, as it goes to the store. */
const ADD_ON = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const ADD_ON_ID = 'roster-export-assistant@example.org';
/** Firefox invents the host of an add-on's own pages for each profile, unless it is told. */
const HOST = '0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f';

export interface Firefox {
  browser: Browser;
  version: string;
  /** A tab with nothing in it. */
  open(): Promise<FirefoxPage>;
  /** A tab with a page of the add-on's own, `popup.html` say. */
  openOwn(path: string): Promise<FirefoxPage>;
}

/**
 * Starts Firefox with the add-on and a profile of its own. Puppeteer ends both when this process ends or is told to;
 * `browser.close()` does at once.
 * @param granted whether the add-on's host permission is granted when it is installed, as Firefox does by default
 */
export async function openFirefox(granted: boolean): Promise<Firefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 900 },
    // An add-on's own pages are the browser's, not the web's: without this WebDriver does not open them.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...firefoxPreferences,
      'extensions.originControls.grantByDefault': granted,
      'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON_ID]: HOST }),
    },
  });
  try {
    await browser.installExtension(ADD_ON);
    return {
      browser,
      version: await browser.version(),
      open: async () => new FirefoxPage(await browser.newPage()),
      openOwn: async (path) => {
        const page = await browser.newPage();
        await navigate(browser, page, `moz-extension://${HOST}/${path}`);
        return new FirefoxPage(page);
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The parts of puppeteer that its types keep to themselves: raw WebDriver BiDi. Its version is pinned. */
interface Raw {
  connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}

/** Puppeteer's own way waits for events that Firefox does not send for an add-on's pages. */
async function navigate(browser: Browser, page: Page, url: string): Promise<void> {
  const { connection } = browser as unknown as Raw;
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
}
