import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followGrants } from '../../../utils/browser/registration.ts';
import { current, FakeBrowser } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

const OWN = 'https://*.powerschool.com/*';
const SIS = 'https://sis.example.org/*';
const page = (host: string) => `https://${host}/admin/datamgmt/*`;
const idle = () => new Promise((resolve) => setImmediate(resolve));
const ids = () => current.browser.registered.map(({ id }) => id).sort();

beforeEach(() => {
  current.browser = new FakeBrowser();
  current.browser.granted = [OWN];
});

/** The browser starts the background anew: listeners are gone, what the browser keeps stays. */
function restart(): void {
  const last = current.browser;
  current.browser = new FakeBrowser();
  const { granted, registered, activeTabs, pages, refusedScripts, injected } = last;
  Object.assign(current.browser, { granted, registered, activeTabs, pages, refusedScripts, injected });
  followGrants();
}

function grant(...origins: string[]): void {
  current.browser.granted = [...new Set([...current.browser.granted, ...origins])];
  current.browser.permissions.onAdded.fire({ origins });
}

function remove(...origins: string[]): void {
  current.browser.granted = current.browser.granted.filter((one) => !origins.includes(one));
  current.browser.permissions.onRemoved.fire({ origins });
}

describe('what is registered is what is granted', () => {
  const HOSTS = ['a.example.org', 'b.example.org', 'c.example.org'];
  const host = fc.constantFrom(...HOSTS);
  const step = fc.oneof(
    fc.record({ do: fc.constant('grant' as const), host }),
    fc.record({ do: fc.constant('remove' as const), host }),
    // While the background sleeps: nothing hears of it, but its next start.
    fc.record({ do: fc.constant('grant unheard' as const), host }),
    fc.record({ do: fc.constant('remove unheard' as const), host }),
    fc.record({ do: fc.constantFrom('restart', 'start of the browser', 'update', 'settle'), host }),
  );

  it('after any sequence of grants and removals, with restarts in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        current.browser = new FakeBrowser();
        current.browser.granted = [OWN];
        followGrants();
        for (const { do: what, host } of steps) {
          const pattern = `https://${host}/*`;
          const { browser } = current;
          if (what === 'grant') grant(pattern);
          if (what === 'remove') remove(pattern);
          if (what === 'grant unheard') browser.granted = [...new Set([...browser.granted, pattern])];
          if (what === 'remove unheard') browser.granted = browser.granted.filter((one) => one !== pattern);
          if (what === 'restart') restart();
          if (what === 'start of the browser') browser.runtime.onStartup.fire();
          if (what === 'update') {
            // Chrome forgets the scripts of the version before.
            browser.registered = [];
            browser.runtime.onInstalled.fire({ reason: 'update' });
          }
          if (what === 'settle') await idle();
        }
        // A permission change may fall between two starts; the next start makes up for it.
        restart();
        await idle();
        await idle();
        const granted = HOSTS.filter((one) => current.browser.granted.includes(`https://${one}/*`));
        expect(ids()).toEqual(granted.map(page));
        expect(current.browser.granted).toContain(OWN);
      }),
      { numRuns: 300 },
    );
  });

  it('without a restart too, as long as every change is heard', async () => {
    const heard = fc.array(fc.record({ grant: fc.boolean(), host, settle: fc.boolean() }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(heard, async (steps) => {
        current.browser = new FakeBrowser();
        followGrants();
        for (const { grant: isGrant, host, settle } of steps) {
          (isGrant ? grant : remove)(`https://${host}/*`);
          if (settle) await idle();
        }
        for (let turn = 0; turn < 10; turn++) await idle();
        const granted = HOSTS.filter((one) => current.browser.granted.includes(`https://${one}/*`));
        expect(ids()).toEqual(granted.map(page));
      }),
      { numRuns: 300 },
    );
  });

  it('although the browser takes one of them for faulty', async () => {
    current.browser.refusedScripts = [page('a.example.org')];
    followGrants();
    grant('https://a.example.org/*', SIS);
    await vi.waitFor(() => expect(ids()).toEqual([page('sis.example.org')]));
  });

  it('anew after an update: files and path may be others', async () => {
    current.browser.granted = [SIS];
    current.browser.registered = [{ id: page('sis.example.org'), js: ['old.js'] } as { id: string }];
    followGrants();
    current.browser.runtime.onInstalled.fire({ reason: 'update' });
    await vi.waitFor(() => expect(current.browser.registered).toMatchObject([{ js: ['export-manager.js'] }]));
  });
});

const INJECTED = (tabId: number) => ({ target: { tabId }, files: ['export-manager.js'] });

describe('open pages', () => {
  it('get the panel when their site is granted, but for those that have it', async () => {
    current.browser.activeTabs = [{ id: 1 }, { id: 2 }, {}];
    current.browser.pages = { 1: undefined, 2: { site: 'https://sis.example.org' } };
    followGrants();
    grant(SIS);
    await vi.waitFor(() => expect(current.browser.injected).toEqual([INJECTED(1)]));
    expect(current.browser.asked).toEqual([{ url: [page('sis.example.org')] }]);
  });

  it.each<[string, string, object[]]>([
    ['an installation', 'install', [INJECTED(1)]],
    // The panel there says that the page is to be reloaded.
    ['an update', 'update', []],
  ])('after %s', async (_, reason, injected) => {
    current.browser.activeTabs = [{ id: 1 }];
    current.browser.pages = { 1: undefined };
    followGrants();
    current.browser.runtime.onInstalled.fire({ reason });
    for (let turn = 0; turn < 10; turn++) await idle();
    expect(current.browser.injected).toEqual(injected);
  });

  it('that let no script in keep no other from its panel', async () => {
    current.browser.activeTabs = [{ id: 1 }, { id: 2 }];
    current.browser.pages = { 1: undefined, 2: undefined };
    const { executeScript } = current.browser.scripting;
    current.browser.scripting.executeScript = async (what) => {
      if ((what as { target: { tabId: number } }).target.tabId === 1) throw new Error('Cannot be scripted');
      return executeScript(what);
    };
    followGrants();
    grant(SIS);
    await vi.waitFor(() => expect(current.browser.injected).toEqual([INJECTED(2)]));
  });

  it('lose the panel when their site is taken back, and no other page does', async () => {
    current.browser.granted = [OWN, SIS, 'https://two.example.org/*'];
    current.browser.activeTabs = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }, {}];
    current.browser.pages = {
      1: { site: 'https://sis.example.org:8443' },
      2: { site: 'https://two.example.org' },
      3: { site: 'https://district.powerschool.com' },
      4: undefined,
      // Let in once, by a click in that tab.
      5: { site: 'https://once.example.org' },
    };
    followGrants();
    remove(SIS);
    const leave = { type: 'leave' };
    await vi.waitFor(() => expect(current.browser.sent).toContainEqual({ id: 1, message: leave }));
    for (let turn = 0; turn < 10; turn++) await idle();
    expect(current.browser.sent.filter((sent) => JSON.stringify(sent).includes('leave'))).toEqual([
      { id: 1, message: leave },
    ]);
  });

  it('keep the panel where another grant still covers them', async () => {
    current.browser.granted = [SIS, '*://*/*'];
    current.browser.activeTabs = [{ id: 1 }];
    current.browser.pages = { 1: { site: 'https://sis.example.org' } };
    followGrants();
    remove(SIS);
    for (let turn = 0; turn < 10; turn++) await idle();
    expect(JSON.stringify(current.browser.sent)).not.toContain('leave');
  });
});
