import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings, saveSettings } from '../../../utils/browser/check.ts';
import { handOver, takeOver } from '../../../utils/browser/handover.ts';
import { openCheck, showTab } from '../../../utils/browser/tabs.ts';
import { defaultSettings } from '../../../utils/roster/settings.ts';
import { current, FakeBrowser, OWN_PAGES } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

beforeEach(() => {
  current.browser = new FakeBrowser();
});

const SITE = 'https://maplewood.powerschool.com';
const PROFILES = [defaultSettings.profile, 'second'];
const CHANGED = { ...defaultSettings, profile: 'second', level: 'school', schoolIds: ['0012'], threshold: 25 } as const;

describe('settings', () => {
  it('are kept by site', async () => {
    await saveSettings(SITE, { ...CHANGED, schoolIds: ['0012'] });
    await saveSettings(null, { ...defaultSettings, threshold: 5 });
    expect(await readSettings(SITE, PROFILES)).toEqual(CHANGED);
    expect(await readSettings(null, PROFILES)).toMatchObject({ profile: defaultSettings.profile, threshold: 5 });
    expect(await readSettings('https://other.powerschool.com', PROFILES)).toEqual(defaultSettings);
  });

  it('fall back to the default profile where theirs is no more', async () => {
    await saveSettings(SITE, { ...defaultSettings, profile: 'gone', threshold: 25 });
    expect(await readSettings(SITE, PROFILES)).toEqual({ ...defaultSettings, threshold: 25 });
  });

  it('of one site survive those of another that cannot be read', async () => {
    await saveSettings(SITE, { ...CHANGED, schoolIds: ['0012'] });
    const stored = current.browser.storage.local.items.check as { sites: Record<string, unknown> };
    stored.sites['https://other.powerschool.com'] = { threshold: 'many' };
    expect(await readSettings('https://other.powerschool.com', PROFILES)).toEqual(defaultSettings);
    expect(await readSettings(SITE, PROFILES)).toEqual(CHANGED);
  });

  it('of a newer version are left as they are', async () => {
    const newer = { version: 2, sites: {}, more: true };
    current.browser.storage.local.items = { check: newer };
    await expect(saveSettings(SITE, defaultSettings)).rejects.toThrow('newer version');
    expect(current.browser.storage.local.items).toEqual({ check: newer });
    expect(await readSettings(SITE, PROFILES)).toEqual(defaultSettings);
  });

  it('are the defaults, whatever stands there instead', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        for (const stored of [junk, { version: 1, sites: junk }, { version: 1, sites: { [SITE]: junk } }]) {
          current.browser.storage.local.items = { check: stored };
          expect(await readSettings(SITE, PROFILES)).toEqual(defaultSettings);
        }
      }),
    );
  });
});

describe('files that were dropped on the popup', () => {
  // Node's channel carries no Blobs, a browser's does.
  const files = [{ name: 'users.csv', path: 'users.csv', blob: 'sourcedId' as unknown as Blob }];
  const dropped = { files, leftOut: 3 };

  it('reach the page that was opened for them, and no other', async () => {
    const given = handOver('one', dropped);
    const other = takeOver('two', 50);
    const taken = await takeOver('one');
    expect(await given).toBe(true);
    expect(taken).toEqual(dropped);
    expect(await other).toEqual({ files: [], leftOut: 0 });
  });

  it('are none when the popup is gone, and it is told when the page never came', async () => {
    expect(await takeOver('three', 20)).toEqual({ files: [], leftOut: 0 });
    expect(await handOver('four', dropped, 20)).toBe(false);
  });
});

describe('opening the check page', () => {
  it.each([
    [SITE, null, { url: `${OWN_PAGES}check.html#${SITE}` }],
    [null, null, { url: `${OWN_PAGES}check.html` }],
    [SITE, 'one', { url: `${OWN_PAGES}check.html?files=one#${SITE}`, active: false }],
  ])('for %s with files %s', async (site, id, opened) => {
    expect(await openCheck(site, id)).toBe(71);
    expect(current.browser.opened).toEqual([opened]);
  });

  it('and brings it to the front', async () => {
    await showTab(71);
    expect(current.browser.opened).toEqual([{ id: 71, properties: { active: true } }]);
  });
});
