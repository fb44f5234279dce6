import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runBackground } from '../../../utils/browser/background.ts';
import { emptySite, emptyStore } from '../../../utils/checklist/empty.ts';
import { current, FakeBrowser, OWN_ID, OWN_PAGES } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

const A = 'https://a.powerschool.com';
const B = 'https://b.powerschool.com';
const PATH = '/admin/datamgmt/exportmanager.action?x=1';

interface From {
  frameId?: number;
  id?: string;
  url?: string;
  origin?: string;
  tab?: { id: number };
}
const pageOf = (site: string, id = 1): From => ({ id: OWN_ID, url: `${site}${PATH}`, origin: site, tab: { id } });
const popup: From = { id: OWN_ID, url: `${OWN_PAGES}popup.html`, origin: OWN_PAGES.slice(0, -1) };
const popupInTab: From = { ...popup, tab: { id: 9 } };

beforeEach(() => {
  current.browser = new FakeBrowser();
  runBackground(['users', 'classes', 'enrollments']);
});

/** Sends a message as the browser would; the listener's answer, undefined where it does not answer. */
async function send(message: unknown, from: From): Promise<unknown> {
  const [answer] = current.browser.runtime.onMessage.fire(message, from);
  return answer;
}

const stored = () => current.browser.storage.local.items.store;
const badge = () => current.browser.badges.at(-1);
const observed = (fields: boolean, fileId = 'users') => ({
  type: 'observed',
  fileId,
  observations: [{ fileId, fields }],
});
const done = {
  type: 'observed',
  fileId: 'users',
  observations: [{ fileId: 'users', fields: true, labels: true, summary: true, saved: { name: 'n', at: 'now' } }],
};
const choices = { profile: { leaveOutDcid: true }, templateNames: {}, actAtOnce: true, syncAt: null, district: '' };

describe('what a page may do', () => {
  it('learns of its own site', async () => {
    await send(observed(true), pageOf(A));
    expect(await send({ type: 'state' }, pageOf(A))).toMatchObject({
      site: { progress: { users: { fields: true } } },
      panel: emptyStore().panel,
      intent: null,
    });
  });

  it('learns nothing of another site', async () => {
    await send(observed(true), pageOf(A));
    expect(await send({ type: 'state' }, pageOf(B))).toMatchObject({ site: { progress: {} } });
    expect(await send({ type: 'state', site: A }, pageOf(B))).toMatchObject({ site: { progress: {} } });
    expect(await send({ type: 'overview', site: A }, pageOf(B))).toBeUndefined();
    expect(await send({ type: 'overview', site: null }, pageOf(B))).toBeUndefined();
  });

  it('writes to its own site alone, whatever the message says', async () => {
    await send(observed(true), pageOf(A));
    await send({ type: 'choices', site: A, choices }, pageOf(B));
    await send({ ...observed(false), site: A }, pageOf(B));
    await send({ type: 'start-over', site: A }, pageOf(B));
    expect(await send({ type: 'state' }, pageOf(A))).toMatchObject({
      site: { progress: { users: { fields: true } }, choices: { actAtOnce: false, syncAt: null, district: '' } },
    });
    expect(await send({ type: 'state' }, pageOf(B))).toMatchObject({
      site: { choices: { actAtOnce: true, syncAt: null, district: '' } },
    });
  });

  it('wishes for a file, which waits for its next page', async () => {
    await send({ type: 'intend', fileId: 'classes' }, pageOf(A));
    expect(await send({ type: 'state' }, pageOf(A))).toMatchObject({ intent: 'classes' });
    expect(await send({ type: 'state' }, pageOf(B))).toMatchObject({ intent: null });
    await send({ type: 'intent-taken' }, pageOf(A));
    expect(await send({ type: 'state' }, pageOf(A))).toMatchObject({ intent: null });
  });

  it('is told which file its tab was about, on the same site and in the same tab', async () => {
    await send(observed(true, 'classes'), pageOf(A, 1));
    expect(await send({ type: 'state' }, pageOf(A, 1))).toMatchObject({ lastFile: 'classes' });
    expect(await send({ type: 'state' }, pageOf(A, 2))).toMatchObject({ lastFile: null });
    expect(await send({ type: 'state' }, pageOf(B, 1))).toMatchObject({ lastFile: null });
    current.browser.tabs.onRemoved.fire(1);
    expect(await send({ type: 'state' }, pageOf(A, 1))).toMatchObject({ lastFile: null });
  });

  it('keeps what its tab needs on the next page, on the same site and in the same tab', async () => {
    const memory = async (from: Parameters<typeof send>[1]) => send({ type: 'memory' }, from);
    expect(await memory(pageOf(A, 1))).toBe('');
    await send({ type: 'keep', memory: 'half way' }, pageOf(A, 1));
    expect(await memory(pageOf(A, 1))).toBe('half way');
    expect(await memory(pageOf(A, 2))).toBe('');
    expect(await memory(pageOf(B, 1))).toBe('');
    current.browser.tabs.onRemoved.fire(1);
    expect(await memory(pageOf(A, 1))).toBe('');
  });

  it('gets the second script into the frame that asks, and into no other', async () => {
    await send({ type: 'later' }, { ...pageOf(A, 7), frameId: 3 });
    expect(current.browser.injected).toEqual([{ target: { tabId: 7, frameIds: [3] }, files: ['later-steps.js'] }]);
  });

  it('opens the last page for its own site, whatever it says', async () => {
    await send({ type: 'finish', site: B }, pageOf(A, 1));
    expect(current.browser.opened).toEqual([{ url: `chrome-extension://own-extension/finish.html#${A}` }]);
  });

  it('opens the check of files for its own site, whatever it says', async () => {
    await send({ type: 'check', site: B }, pageOf(A, 1));
    expect(current.browser.opened).toEqual([{ url: `chrome-extension://own-extension/check.html#${A}` }]);
  });

  it('opens the picture of its own tab, whatever it says', async () => {
    await send({ type: 'picture', tabId: 4 }, pageOf(A, 9));
    expect(current.browser.opened).toEqual([{ url: 'chrome-extension://own-extension/picture.html#9' }]);
    await send({ type: 'picture' }, popup);
    expect(current.browser.opened).toHaveLength(1);
  });

  it('places the panel for all sites', async () => {
    const panel = { folded: true, position: { side: 'left', x: 3, y: 4 } };
    await send({ type: 'panel', panel }, pageOf(A));
    expect(await send({ type: 'state' }, pageOf(B))).toMatchObject({ panel });
  });
});

describe('what the popup may do', () => {
  it.each([
    ['as a popup', popup],
    ['in a tab', popupInTab],
  ])('sees any site, or the last: %s', async (_, from) => {
    await send(observed(true), pageOf(A));
    await send(observed(false), pageOf(B));
    expect(await send({ type: 'overview', site: null }, from)).toMatchObject({ site: B });
    expect(await send({ type: 'overview', site: A }, from)).toMatchObject({
      site: A,
      record: { progress: { users: { fields: true } } },
    });
  });

  it('sees nothing where nothing was seen', async () => {
    expect(await send({ type: 'overview', site: null }, popup)).toMatchObject({
      site: null,
      record: { progress: {}, choices: emptySite('').choices },
    });
  });

  it('changes the site it names', async () => {
    await send(observed(true), pageOf(A));
    await send({ type: 'choices', site: A, choices }, popup);
    await send({ type: 'start-over', site: A }, popup);
    expect(await send({ type: 'state' }, pageOf(A))).toMatchObject({ site: { progress: {}, choices } });
  });

  it('changes nothing without naming one', async () => {
    await send({ type: 'choices', choices }, popup);
    await send(observed(true), popup);
    await send({ type: 'intend', fileId: 'users' }, popup);
    expect(stored()).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>]>([
    ['where it was', { store: { version: 1, sites: 7 } }],
    ['beside the new one', { store: emptyStore(), 'store.unreadable': { version: 1, sites: 7 } }],
  ])('ends the word of a store that could not be read and stands %s', async (_, items) => {
    current.browser.storage.local.items = items;
    expect(await send({ type: 'overview', site: A }, popup)).toMatchObject({ trouble: 'set-aside' });
    await send({ type: 'trouble-known' }, popup);
    expect(await send({ type: 'overview', site: A }, popup)).toMatchObject({ trouble: null });
    expect(current.browser.storage.local.items).toEqual({ store: emptyStore() });
  });

  it('leaves a newer store as it is, even when it is told that somebody knows', async () => {
    const newer = { ...emptyStore(), version: 99 };
    current.browser.storage.local.items = { store: newer };
    await send({ type: 'trouble-known' }, popup);
    expect(current.browser.storage.local.items).toEqual({ store: newer });
  });

  it('has no state of a page', async () => {
    expect(await send({ type: 'state' }, popup)).toBeUndefined();
  });
});

describe('what is ignored', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'state'],
    ['an unknown type', { type: 'forget' }],
    ['an observation without a file', { type: 'observed', fileId: null, observations: [{ fields: true }] }],
    ['observations that are no list', { type: 'observed', fileId: null, observations: { fileId: 'users' } }],
    ['a tick that is no yes or no', { type: 'observed', fileId: null, observations: [{ fileId: 'u', fields: 'yes' }] }],
    [
      'a name without end',
      { type: 'observed', fileId: null, observations: [{ fileId: 'u', saved: { name: 'x'.repeat(201), at: '' } }] },
    ],
    ['choices that are none', { type: 'choices', choices: { actAtOnce: 'yes' } }],
    ['a panel nowhere', { type: 'panel', panel: { folded: true, position: { side: 'top', x: 0, y: 0 } } }],
    ['a wish for no file', { type: 'intend' }],
  ])('%s', async (_, message) => {
    expect(await send(message, pageOf(A))).toBeUndefined();
    expect(stored()).toBeUndefined();
  });

  it.each<[string, From]>([
    ['another extension', { ...pageOf(A), id: 'another-extension' }],
    ['nobody', { url: A, tab: { id: 1 } }],
  ])('whatever %s sends', async (_, from) => {
    expect(await send({ type: 'state' }, from)).toBeUndefined();
    expect(await send(observed(true), from)).toBeUndefined();
    expect(stored()).toBeUndefined();
  });

  it('drops what the message has beside', async () => {
    const observations = [{ fileId: 'users', fields: true, names: ['Sam Example'] }];
    await send({ type: 'observed', fileId: 'users', observations, rows: ['555-0100'] }, pageOf(A));
    expect(JSON.stringify(stored())).not.toMatch(/Sam|555/);
    expect(stored()).toMatchObject({ sites: { [A]: { progress: { users: { fields: true } } } } });
  });
});

describe('the badge', () => {
  it('counts the finished files of the site, on its tab and for all', async () => {
    await send(observed(true), pageOf(A, 5));
    expect(badge()).toEqual({ text: '0/3', tabId: 5 });
    await send(done, pageOf(A, 5));
    expect(current.browser.badges.slice(-2)).toEqual([{ text: '1/3' }, { text: '1/3', tabId: 5 }]);
  });

  it.each(['onInstalled', 'onStartup'] as const)('is painted %s', async (event) => {
    await send(done, pageOf(A));
    current.browser.badges = [];
    current.browser.runtime[event].fire({ reason: 'update' });
    await vi.waitFor(() => expect(badge()).toEqual({ text: '1/3' }));
  });
});

it('keeps nothing in memory: a new background knows all that the old one was told', async () => {
  await send(done, pageOf(A));
  const { items } = current.browser.storage.local;
  current.browser = new FakeBrowser();
  current.browser.storage.local.items = items;
  runBackground(['users', 'classes', 'enrollments']);
  expect(await send({ type: 'state' }, pageOf(A))).toMatchObject({ site: { progress: { users: { savedAs: 'n' } } } });
});
