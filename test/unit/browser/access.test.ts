import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  builtIn,
  grantedSites,
  injectPanel,
  lookAt,
  onGrantsChange,
  requestSite,
  takeBackSite,
} from '../../../utils/browser/access.ts';
import { current, FakeBrowser } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

beforeEach(() => {
  current.browser = new FakeBrowser();
});

const SIS = 'https://sis.example.org/*';

describe('access to sites', () => {
  it('knows what the manifest has', () => {
    expect(builtIn()).toEqual({ matches: ['https://*.powerschool.com/admin/datamgmt/*'], js: ['export-manager.js'] });
  });

  it('keeps no list of its own', async () => {
    current.browser.granted = [SIS];
    expect(await grantedSites()).toEqual([SIS]);
    current.browser.granted = [];
    expect(await grantedSites()).toEqual([]);
    expect(current.browser.storage.local.items).toEqual({});
  });

  it('asks and gives back one site, and no other permission', async () => {
    expect([await requestSite(SIS), await takeBackSite(SIS)]).toEqual([true, true]);
    expect(current.browser.asked).toEqual([{ request: { origins: [SIS] } }, { remove: { origins: [SIS] } }]);
  });

  it.each([requestSite, takeBackSite])('rejects, and does not throw, where the browser throws', async (ask) => {
    current.browser.permissionAnswer = new Error('no');
    const asked = ask(SIS);
    await expect(asked).rejects.toThrow('no');
  });

  it('puts scripts into the tab that is meant', async () => {
    current.browser.lookResult = 'manager';
    expect(await lookAt(7)).toBe('manager');
    await injectPanel(8);
    expect(current.browser.injected).toEqual([
      { target: { tabId: 7 }, files: ['look.js'] },
      { target: { tabId: 8 }, files: ['export-manager.js'] },
    ]);
  });

  it('hears of grants and of removals', () => {
    const heard = vi.fn();
    onGrantsChange(heard);
    current.browser.permissions.onAdded.fire({ origins: [SIS] });
    current.browser.permissions.onRemoved.fire({ origins: [SIS] });
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
