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

/** As far as the code looks into it; the package's own is held by test/unit/project/package/manifest.test.ts. */
const manifest = () => ({
  content_scripts: [{ matches: ['https://*.powerschool.com/admin/datamgmt/*'], js: ['export-manager.js'] }],
});

interface Script {
  id: string;
}

export const OWN_ID = 'own-extension';
export const OWN_PAGES = 'chrome-extension://own-extension/';

export class FakeBrowser {
  readonly manifest = manifest();
  readonly storage = { local: new FakeArea(), session: new FakeArea() };
  readonly runtime = {
    id: OWN_ID,
    getManifest: () => this.manifest,
    getURL: (path: string) => `${OWN_PAGES}${path}`,
    onMessage: new FakeEvent(),
    onInstalled: new FakeEvent(),
    onStartup: new FakeEvent(),
    sendMessage: async (message: unknown): Promise<unknown> => {
      this.sent.push(message);
      if (this.answer instanceof Error) throw this.answer;
      return this.answer;
    },
  };
  readonly tabs = {
    onRemoved: new FakeEvent(),
    query: async (what: object): Promise<FakeTab[]> => {
      this.asked.push(what);
      return this.activeTabs;
    },
    create: async (properties: unknown): Promise<FakeTab> => {
      this.opened.push(properties);
      return { id: 70 + this.opened.length };
    },
    update: async (id: number, properties: unknown): Promise<void> => void this.opened.push({ id, properties }),
    sendMessage: async (id: number, message: unknown): Promise<unknown> => {
      this.sent.push({ id, message });
      if (id in this.pages) return this.pages[id];
      if (this.answer instanceof Error) throw this.answer;
      return this.answer;
    },
  };
  readonly permissions = {
    onAdded: new FakeEvent(),
    onRemoved: new FakeEvent(),
    getAll: async (): Promise<{ origins: string[] }> => ({ origins: [...this.granted] }),
    request: async (what: { origins: string[] }): Promise<boolean> => this.decide('request', what),
    remove: async (what: { origins: string[] }): Promise<boolean> => this.decide('remove', what),
  };
  readonly scripting = {
    executeScript: async (what: unknown): Promise<{ result: unknown }[]> => {
      if (this.lookResult instanceof Error) throw this.lookResult;
      this.injected.push(what);
      return [{ result: this.lookResult }];
    },
    getRegisteredContentScripts: async (): Promise<Script[]> => structuredClone(this.registered),
    registerContentScripts: async (scripts: Script[]): Promise<void> => {
      // As browsers do: all or none, and no id twice.
      for (const { id } of scripts) {
        if (this.registered.some((one) => one.id === id)) throw new Error(`Duplicate script ID '${id}'`);
        if (this.refusedScripts.includes(id)) throw new Error(`Invalid match pattern '${id}'`);
      }
      this.registered.push(...structuredClone(scripts));
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }): Promise<void> => {
      for (const id of ids) {
        if (!this.registered.some((one) => one.id === id)) throw new Error(`Nonexistent script ID '${id}'`);
      }
      this.registered = this.registered.filter(({ id }) => !ids.includes(id));
    },
  };
  readonly action = {
    setBadgeText: async (badge: { text: string; tabId?: number }): Promise<void> => void this.badges.push(badge),
    setBadgeBackgroundColor: async (): Promise<void> => undefined,
  };
  /** The browser's list of grants, and its answer to a question about it. */
  granted: string[] = [];
  permissionAnswer: boolean | Error = true;
  asked: object[] = [];
  registered: Script[] = [];
  /** Ids of scripts that this browser takes for faulty. */
  refusedScripts: string[] = [];
  /** What an injected script returns, or why none can be. */
  lookResult: unknown = undefined;
  /** Answers of content scripts by tab; other tabs give `answer`. */
  pages: Record<number, unknown> = {};
  activeTabs: FakeTab[] = [];
  /** Messages that our own code sent, and what it is answered. */
  sent: unknown[] = [];
  answer: unknown = undefined;
  opened: unknown[] = [];
  injected: unknown[] = [];
  badges: { text: string; tabId?: number }[] = [];

  private decide(verb: string, what: { origins: string[] }): boolean {
    this.asked.push({ [verb]: what });
    if (this.permissionAnswer instanceof Error) throw this.permissionAnswer;
    return this.permissionAnswer;
  }
}

/** The one in use; a test puts a fresh one in its place. */
export const current = { browser: new FakeBrowser() };

/** What `import browser from 'webextension-polyfill'` gives under test. */
export const polyfill = new Proxy(
  {},
  { get: (_, name) => current.browser[name as keyof FakeBrowser], has: (_, name) => name in current.browser },
);
