import { beforeEach, describe, expect, it, vi } from 'vitest';
import { choosePage, onStoreChange, overview, saveChoices, startOver } from '../../../utils/browser/popup.ts';
import { activeTab, openExportManager, openFinish, openTemplates } from '../../../utils/browser/tabs.ts';
import { current, FakeBrowser } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

beforeEach(() => {
  current.browser = new FakeBrowser();
});

const SITE = 'https://district.powerschool.com';
const WHERE = { site: SITE, onExportManager: true, fileId: 'users' };

describe('the active tab', () => {
  it.each([
    [`${SITE}/admin/home.html`, SITE],
    [`${SITE}:8443/admin/`, `${SITE}:8443`],
    ['http://district.powerschool.com/', null],
    ['https://powerschool.com.example.org/', null],
    ['https://notpowerschool.com/', null],
    ['https://example.org/?district.powerschool.com', null],
    ['about:blank', null],
    ['no address', null],
    [undefined, null],
  ])('%s is of %s', async (url, powerSchool) => {
    current.browser.activeTabs = [url === undefined ? { id: 7 } : { id: 7, url }];
    current.browser.answer = WHERE;
    expect(await activeTab()).toEqual({ id: 7, page: WHERE, address: url ?? null, powerSchool });
  });

  it('has no page where no content script answers', async () => {
    current.browser.activeTabs = [{ id: 7, url: SITE }];
    current.browser.answer = new Error('Could not establish connection');
    expect(await activeTab()).toEqual({ id: 7, page: null, address: SITE, powerSchool: SITE });
  });

  it('is the site of the tab where it is built in', async () => {
    current.browser.activeTabs = [{ id: 7, url: 'https://sis.example.org:8443/admin/home.html' }];
    current.browser.manifest.content_scripts[0]?.matches.push('https://sis.example.org/admin/datamgmt/*');
    expect(await activeTab()).toMatchObject({ powerSchool: 'https://sis.example.org:8443' });
  });

  it('may be none', async () => {
    expect(await activeTab()).toEqual({ id: null, page: null, address: null, powerSchool: null });
  });
});

describe('opening the Data Export Manager', () => {
  const url = `${SITE}/admin/datamgmt/exportmanager.action`;
  it.each([
    ['in the tab', 7, { id: 7, properties: { url } }],
    ['in a new one', null, { url }],
  ])('%s', async (_, tab, opened) => {
    await openExportManager(SITE, tab);
    expect(current.browser.opened).toEqual([opened]);
  });
});

describe('opening other pages', () => {
  it('My Templates', async () => {
    await openTemplates(SITE);
    const url = `${SITE}/admin/datamgmt/exporttemplates.html#export-template-content`;
    expect(current.browser.opened).toEqual([{ url }]);
  });

  it('what comes next, for the site', async () => {
    await openFinish(`${SITE}:8443`);
    const [opened] = current.browser.opened as { url: string }[];
    expect(opened?.url).toMatch(/\/finish\.html#https:\/\/district\.powerschool\.com:8443$/);
  });
});

describe("the popup's messages", () => {
  it('know of nothing, and say so, where the background never answers', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-25T20:00:00Z') });
    try {
      current.browser.answer = new Error('Could not establish connection');
      const known = overview(SITE);
      await vi.runAllTimersAsync();
      expect(await known).toMatchObject({ site: SITE, record: { progress: {} }, trouble: 'not-kept' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('ask and tell the background', async () => {
    const choices = { profile: {}, templateNames: {}, actAtOnce: true, syncAt: null, district: '' };
    current.browser.answer = { site: null, trouble: null };
    await overview(null);
    await saveChoices(SITE, choices);
    await startOver(SITE);
    expect(current.browser.sent).toEqual([
      { type: 'overview', site: null },
      { type: 'choices', site: SITE, choices },
      { type: 'start-over', site: SITE },
    ]);
  });

  it('say what was not kept, until something is', async () => {
    const redrawn = vi.fn();
    onStoreChange(redrawn);
    current.browser.answer = { trouble: 'not-kept' };
    await startOver(SITE);
    expect(redrawn).toHaveBeenCalledTimes(1);
    current.browser.answer = { site: SITE, trouble: null };
    expect(await overview(SITE)).toMatchObject({ trouble: 'not-kept' });
    await startOver(SITE);
    expect(await overview(SITE)).toMatchObject({ trouble: null });
    expect(redrawn).toHaveBeenCalledTimes(1);
  });

  it('ask the page to choose', async () => {
    await choosePage(7, 'classes');
    expect(current.browser.sent).toEqual([{ id: 7, message: { type: 'choose', fileId: 'classes' } }]);
  });

  it('are prompted by changes of the store', async () => {
    let calls = 0;
    onStoreChange(() => {
      calls += 1;
    });
    await current.browser.storage.local.set({ store: 1 });
    expect(calls).toBe(1);
  });
});
