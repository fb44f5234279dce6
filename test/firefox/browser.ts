import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxPath, firefoxPreferences } from '../run/firefox.mjs';
import { FirefoxPage } from './page.ts';

/** The built add-on, as it goes to the store. */
const ADD_ON = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
export const ADD_ON_ID = 'roster-export-assistant@example.org';
/** Firefox invents the host of an add-on's own pages for each profile, unless it is told. */
const HOST = '0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f';
/** Where the add-on's own pages are. */
export const OWN = `moz-extension://${HOST}/`;

/** The part of puppeteer that its types keep to themselves: raw WebDriver BiDi. Its version is pinned. */
interface Raw {
  connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}

/** Windows or tabs, as WebDriver lists them. */
interface Tree {
  contexts: { context: string; url: string }[];
}

/** A running Firefox with the add-on in it, and nothing else of its own. */
export class Firefox {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /**
   * Starts it with a profile of its own. Puppeteer ends both when this process ends or is told to; `close` does at once.
   * @param granted whether the add-on's host permission is granted when it is installed, as Firefox does by default
   * @param downloads the folder for saved files
   */
  static async start(granted: boolean, downloads: string): Promise<Firefox> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      headless: true,
      acceptInsecureCerts: true,
      defaultViewport: { width: 1280, height: 900 },
      // The browser's own windows and an add-on's pages are not the web's: without this WebDriver does not reach them.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...firefoxPreferences,
        'extensions.originControls.grantByDefault': granted,
        'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON_ID]: HOST }),
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
      },
    });
    try {
      await browser.installExtension(ADD_ON);
      return new Firefox(browser);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** `firefox/153.7.0` */
  version(): Promise<string> {
    return this.#browser.version();
  }

  /** A tab with nothing in it, in front. */
  async open(): Promise<FirefoxPage> {
    return new FirefoxPage(await this.#browser.newPage());
  }

  /** A tab with a page of the add-on's own, `check.html` say, in front. */
  async openOwn(path: string): Promise<FirefoxPage> {
    const page = await this.#browser.newPage();
    // Puppeteer's way waits for events that Firefox does not send for an add-on's pages.
    await this.#send('browsingContext.navigate', { context: contextOf(page), url: `${OWN}${path}`, wait: 'complete' });
    return new FirefoxPage(page);
  }

  /**
   * Runs a script in the browser's own window, with all its rights.
   * @param script the body of an async function; what it returns must be plain data
   */
  async inBrowser(script: string): Promise<unknown> {
    const { contexts } = (await this.#send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })) as Tree;
    const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
    if (!window) throw new Error('Firefox has no window.');
    const answer = (await this.#send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (async () => { ${script} })()) ?? null))()`,
      awaitPromise: true,
      target: { context: window.context },
    })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
    if (!answer.result) throw new Error(`In the browser's window: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result.value);
  }

  /** The tab that shows an address; waits for it. */
  async tabWith(address: RegExp): Promise<FirefoxPage> {
    let found: Page | undefined;
    await expect(async () => {
      const { contexts } = (await this.#send('browsingContext.getTree', { maxDepth: 0 })) as Tree;
      const tab = contexts.find(({ url }) => address.test(url));
      found = (await this.#browser.pages()).find((page) => contextOf(page) === tab?.context);
      expect(found, `a tab with ${address}`).toBeDefined();
    }).toPass({ intervals: [50], timeout: 45_000 });
    return new FirefoxPage(found as Page);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async #send(method: string, parameters: object): Promise<unknown> {
    return (await (this.#browser as unknown as Raw).connection.send(method, parameters)).result;
  }
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
