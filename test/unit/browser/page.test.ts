import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onMessageToPage, onStoreChange, pageBridge } from '../../../utils/browser/page.ts';
import { FakeBrowser, OWN_ID } from './fake-browser.ts';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  vi.stubGlobal('browser', browser);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const WHERE = { site: 'https://district.powerschool.com', onExportManager: true, fileId: null, takenOut: false };

describe("the content script's side", () => {
  it('tells the background what it read, wished and chose', async () => {
    browser.answer = Promise.resolve();
    pageBridge.observed([{ fileId: 'users', fields: true }], 'users');
    await pageBridge.intend('classes');
    pageBridge.intentTaken();
    await vi.waitFor(() => expect(browser.sent).toHaveLength(3));
    expect(browser.sent).toEqual([
      { type: 'observed', observations: [{ fileId: 'users', fields: true }], fileId: 'users' },
      { type: 'intend', fileId: 'classes' },
      { type: 'intent-taken' },
    ]);
  });

  it('is silent once the extension is gone', () => {
    vi.stubGlobal('browser', { runtime: { ...browser.runtime, id: undefined } });
    expect(pageBridge.isAlive()).toBe(false);
    pageBridge.intentTaken();
    expect(browser.sent).toEqual([]);
  });

  it('knows that the extension is gone where there is none at all', () => {
    vi.stubGlobal('browser', undefined);
    expect(pageBridge.isAlive()).toBe(false);
  });

  it('falls back on chrome', () => {
    vi.stubGlobal('browser', undefined);
    vi.stubGlobal('chrome', browser);
    expect(pageBridge.isAlive()).toBe(true);
  });

  it('hears of changes until it ends', async () => {
    const stop = new AbortController();
    const heard = vi.fn();
    onStoreChange(heard, stop.signal);
    await browser.storage.local.set({ store: 1 });
    stop.abort();
    await browser.storage.local.set({ store: 2 });
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('questions of the popup', () => {
  const stop = new AbortController();

  function ask(message: unknown, from: { id?: string }): unknown {
    const respond = vi.fn();
    browser.runtime.onMessage.fire(message, from, respond);
    return respond.mock.calls;
  }

  it.each<[string, unknown, string, unknown[][]]>([
    ['where', { type: 'where' }, OWN_ID, [[WHERE]]],
    ['choose', { type: 'choose', fileId: 'users' }, OWN_ID, [[undefined]]],
    ['leave', { type: 'leave' }, OWN_ID, [[undefined]]],
    ['leave, by another extension', { type: 'leave' }, 'another-extension', []],
    ['choose without a file', { type: 'choose' }, OWN_ID, []],
    ['another question', { type: 'press' }, OWN_ID, []],
    ['no question', null, OWN_ID, []],
    ['where, by another extension', { type: 'where' }, 'another-extension', []],
  ])('%s', (_, message, id, answers) => {
    onMessageToPage(({ type }) => (type === 'where' ? WHERE : undefined), stop.signal);
    expect(ask(message, { id })).toEqual(answers);
  });

  it('are not heard after the end', () => {
    const end = new AbortController();
    onMessageToPage(() => WHERE, end.signal);
    end.abort();
    expect(browser.runtime.onMessage.listeners).toEqual([]);
  });
});
