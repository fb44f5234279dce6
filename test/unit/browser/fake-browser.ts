/**
 * An in-memory stand-in for webextension-polyfill, as far as utils/browser uses it. Values are copied in and out, as
 * the browser does.
 */

type Listener = (...args: never[]) => unknown;

class FakeEvent {
  readonly listeners: Listener[] = [];
  addListener(listener: Listener): void {
    this.listeners.push(listener);
  }
  removeListener(listener: Listener): void {
    this.listeners.splice(this.listeners.indexOf(listener), 1);
  }
  /** What each listener returned. */
  fire(...args: unknown[]): unknown[] {
    return this.listeners.map((listener) => listener(...(args as never[])));
  }
}

class FakeArea {
  items: Record<string, unknown> = {};
  readonly onChanged = new FakeEvent();
  /** What comes before and after each act on the disk; a background that is stopped there never comes back. */
  pause: () => Promise<void> = async () => undefined;
  /** What the browser says instead of reading, or of writing. */
  unreadable: Error | null = null;
  full: Error | null = null;
  async get(keys: string | string[]): Promise<Record<string, unknown>> {
    await this.pause();
    if (this.unreadable) throw this.unreadable;
    const found = [keys].flat().filter((key) => key in this.items);
    const copies = Object.fromEntries(found.map((key) => [key, structuredClone(this.items[key])]));
    await this.pause();
    return copies;
  }
  async set(items: Record<string, unknown>): Promise<void> {
    await this.pause();
    if (this.full) throw this.full;
    Object.assign(this.items, structuredClone(items));
    this.onChanged.fire();
    await this.pause();
  }
  async remove(keys: string[]): Promise<void> {
    for (const key of keys) delete this.items[key];
    this.onChanged.fire();
  }
}

export interface FakeTab {
  id?: number;
  url?: string;
}

export const OWN_ID = 'own-extension';
export const OWN_PAGES = 'chrome-extension://own-extension/';

export class FakeBrowser {
  readonly storage = { local: new FakeArea(), session: new FakeArea() };
  readonly runtime = {
    id: OWN_ID,
    getURL: (path: string) => `${OWN_PAGES}${path}`,
    onMessage: new FakeEvent(),
    onInstalled: new FakeEvent(),
    onStartup: new FakeEvent(),
    sendMessage: async (message: unknown): Promise<unknown> => {
      this.sent.push(message);
      return this.answer;
    },
  };
  readonly tabs = {
    onRemoved: new FakeEvent(),
    query: async (): Promise<FakeTab[]> => this.activeTabs,
    create: async (properties: unknown): Promise<FakeTab> => {
      this.opened.push(properties);
      return { id: 70 + this.opened.length };
    },
    update: async (id: number, properties: unknown): Promise<void> => void this.opened.push({ id, properties }),
    sendMessage: async (id: number, message: unknown): Promise<unknown> => {
      this.sent.push({ id, message });
      if (this.answer instanceof Error) throw this.answer;
      return this.answer;
    },
  };
  readonly scripting = { executeScript: async (what: unknown): Promise<void> => void this.injected.push(what) };
  readonly action = {
    setBadgeText: async (badge: { text: string; tabId?: number }): Promise<void> => void this.badges.push(badge),
    setBadgeBackgroundColor: async (): Promise<void> => undefined,
  };
  activeTabs: FakeTab[] = [];
  /** Messages that our own code sent, and what it is answered. */
  sent: unknown[] = [];
  answer: unknown = undefined;
  opened: unknown[] = [];
  injected: unknown[] = [];
  badges: { text: string; tabId?: number }[] = [];
}

/** The one in use; a test puts a fresh one in its place. */
export const current = { browser: new FakeBrowser() };

/** What `import browser from 'webextension-polyfill'` gives under test. */
export const polyfill = new Proxy(
  {},
  { get: (_, name) => current.browser[name as keyof FakeBrowser], has: (_, name) => name in current.browser },
);
