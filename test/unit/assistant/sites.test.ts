import { describe, expect, it, vi } from 'vitest';
import { placeOf, popupView } from '../../../utils/assistant/popup.ts';
import { Sites, type SitesTab } from '../../../utils/assistant/sites.ts';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { classtag } from '../../../utils/profile/classtag.ts';

const BUILT_IN = ['https://*.powerschool.com/admin/datamgmt/*'];
const OWN = ['https://*.powerschool.com/*', ...BUILT_IN];
const SIS = 'https://sis.example.org';
const PATTERN = `${SIS}/*`;
const WIZARD = '/admin/datamgmt/exportmanager.action';
const HOME = '/admin/home.html';

/** A browser that says yes, lets scripts in and finds the Data Export Manager, unless told otherwise. */
function browserOf(granted: string[] = OWN) {
  const access = {
    grantedSites: vi.fn(async () => granted),
    requestSite: vi.fn(async (_pattern: string) => true),
    takeBackSite: vi.fn(async (_pattern: string) => true),
    injectPanel: vi.fn(async (_tabId: number): Promise<void> => undefined),
    lookAt: vi.fn(async (_tabId: number): Promise<unknown> => 'manager'),
  };
  return access;
}

const tabAt = (address: string | null, hasPanel = false): SitesTab => ({
  id: 7,
  address,
  page: hasPanel ? { site: new URL(address ?? SIS).origin } : null,
});

async function looked(tab: SitesTab, access = browserOf()) {
  const sites = new Sites(tab, access, BUILT_IN);
  await sites.look();
  return { sites, access, ...sites.view };
}

const ask = (more: object = {}) => ({
  host: 'sis.example.org',
  known: false,
  once: true,
  always: true,
  unencrypted: false,
  everyPortOf: '',
  ...more,
});

describe('what is offered', () => {
  it.each<[string, string, unknown, string[], object | null]>([
    ['on the Data Export Manager', `${SIS}${WIZARD}`, 'manager', OWN, ask()],
    ['elsewhere in PowerSchool', `${SIS}${HOME}`, 'inside', OWN, ask({ once: false })],
    [
      'without encryption, at a port',
      `http://sis.example.org:8080${WIZARD}`,
      'manager',
      OWN,
      ask({ host: 'sis.example.org:8080', unencrypted: true, everyPortOf: 'sis.example.org' }),
    ],
    [
      'where https was granted and the address is http',
      `http://sis.example.org${WIZARD}`,
      'manager',
      [PATTERN],
      ask({ unencrypted: true }),
    ],
    ['on a page that is none of PowerSchool’s', `${SIS}${WIZARD}`, 'no', OWN, null],
    ['on a page that says something else', `${SIS}${HOME}`, { look: 'manager' }, OWN, null],
    [
      'on one of PowerSchool’s hosts that the browser does not allow',
      `https://a.powerschool.com${WIZARD}`,
      'manager',
      [],
      ask({ host: 'a.powerschool.com', known: true }),
    ],
    [
      'on such a host, whatever the page looks like',
      'https://a.powerschool.com/public/',
      'no',
      [],
      ask({ host: 'a.powerschool.com', known: true, once: false }),
    ],
    ['on a granted page that has no panel', `${SIS}${WIZARD}`, 'manager', [PATTERN], ask({ always: false })],
    ['on a granted site elsewhere', `${SIS}:8443${HOME}`, 'inside', [PATTERN], null],
  ])('%s', async (_, address, look, granted, offer) => {
    const access = browserOf(granted);
    access.lookAt.mockResolvedValue(look);
    expect((await looked(tabAt(address), access)).offer).toEqual(offer);
  });

  it.each<[string, SitesTab]>([
    ['a path that is no administrator’s', tabAt(`${SIS}/guardian/home.html`)],
    ['a page of the browser', tabAt('chrome://extensions')],
    ['a tab whose address is not told', tabAt(null)],
    ['no tab', { id: null, address: null, page: null }],
    ['PowerSchool’s own site, allowed', tabAt(`https://a.powerschool.com${HOME}`)],
    ['a page with its panel, allowed', tabAt(`https://a.powerschool.com${WIZARD}`, true)],
  ])('nothing, and no script goes into %s', async (_, tab) => {
    const { offer, blocked, access } = await looked(tab);
    expect([offer, blocked]).toEqual([null, '']);
    expect(access.lookAt).not.toHaveBeenCalled();
  });

  it('Always, where the panel is there for once', async () => {
    const { offer, sites } = await looked(tabAt(`${SIS}${WIZARD}`, true));
    expect(offer).toEqual(ask({ once: false }));
    expect(sites.site).toBe(SIS);
  });

  it.each([
    [`${SIS}${HOME}`, 'inside', `${SIS}`],
    [`${SIS}${HOME}`, 'no', null],
    [`https://a.powerschool.com${HOME}`, 'no', 'https://a.powerschool.com'],
  ])('the popup is about the site of %s that looks like %s: %s', async (address, look, site) => {
    const access = browserOf();
    access.lookAt.mockResolvedValue(look);
    expect((await looked(tabAt(address), access)).sites.site).toBe(site);
  });

  it('before any next step, where the page has no panel', async () => {
    const { sites } = await looked(tabAt(`${SIS}${WIZARD}`));
    const place = placeOf({ page: null, powerSchool: null, address: `${SIS}${WIZARD}` }, sites.site);
    const { view, deed } = popupView(place, SIS, emptySite(''), classtag, sites.view);
    expect([view.nextStep, view.nextButton, deed]).toEqual(['', '', { kind: 'none' }]);
    expect(view.unrecognized).toBe(false);
    expect(popupView(place, SIS, emptySite(''), classtag).view.nextButton).not.toBe('');
  });
});

describe('where the organization blocks', () => {
  it.each([
    [`${SIS}${WIZARD}`, 'sis.example.org'],
    [`https://a.powerschool.com${WIZARD}`, 'a.powerschool.com'],
    // Nobody knows whether that is PowerSchool.
    [`${SIS}${HOME}`, ''],
  ])('%s: said of %s', async (address, blocked) => {
    const access = browserOf([]);
    access.lookAt.mockRejectedValue(new Error('This page cannot be scripted due to an ExtensionsSettings policy.'));
    const { sites } = await looked(tabAt(address), access);
    expect(sites.view).toMatchObject({ offer: null, blocked });
  });

  it('a grant does not help, and that is said', async () => {
    const { sites, access } = await looked(tabAt(`${SIS}${WIZARD}`));
    access.grantedSites.mockResolvedValue([PATTERN]);
    access.lookAt.mockRejectedValue(new Error('policy'));
    expect(await sites.allowAlways()).toBe(false);
    expect(sites.view.blocked).toBe('sis.example.org');
  });
});

describe('Always on this site', () => {
  it('asks for that one host, before anything else happens', async () => {
    const { sites, access } = await looked(tabAt(`${SIS}:8443${WIZARD}`));
    access.grantedSites.mockClear();
    const done = sites.allowAlways();
    // No await stands before: it is in the very click.
    expect(access.requestSite.mock.calls).toEqual([[PATTERN]]);
    expect(access.grantedSites).not.toHaveBeenCalled();
    access.grantedSites.mockResolvedValue([PATTERN]);
    expect(await done).toBe(true);
    expect(sites.view.message).toContain('sis.example.org:8443 is allowed now');
    expect(sites.view.granted).toEqual([{ pattern: PATTERN, host: 'sis.example.org', unencrypted: false }]);
  });

  it.each<[string, () => Promise<boolean>]>([
    ['is refused', async () => false],
    [
      'is not even asked',
      () => Promise.reject(new Error('Only permissions specified in the manifest may be requested.')),
    ],
  ])('says what to do when the administrator %s', async (_, request) => {
    const { sites, access } = await looked(tabAt(`${SIS}${WIZARD}`));
    access.requestSite.mockImplementation(request);
    const changed = vi.fn();
    sites.onChange = changed;
    expect(await sites.allowAlways()).toBe(false);
    expect(sites.view.message).toMatch(/did not give access to sis\.example\.org.*nothing is lost.*IT department/i);
    expect(sites.view.offer).toEqual(ask());
    expect(changed).toHaveBeenCalled();
  });

  it('leaves the popup open where no panel is on its way', async () => {
    const { sites, access } = await looked(tabAt(`${SIS}${WIZARD}`, true));
    access.grantedSites.mockResolvedValue([PATTERN]);
    expect(await sites.allowAlways()).toBe(false);
  });
});

describe('Once', () => {
  it('puts the panel into this tab, and asks for nothing', async () => {
    const { sites, access } = await looked(tabAt(`${SIS}${WIZARD}`));
    const close = vi.fn();
    sites.actions(close).allowOnce();
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(access.injectPanel.mock.calls).toEqual([[7]]);
    expect(access.requestSite).not.toHaveBeenCalled();
  });

  it('says so when the browser does not let it', async () => {
    const { sites, access } = await looked(tabAt(`${SIS}${WIZARD}`));
    access.injectPanel.mockRejectedValue(new Error('no'));
    expect(await sites.allowOnce()).toBe(false);
    expect(sites.view.message).toMatch(/did not let the panel onto sis\.example\.org.*nothing is lost/i);
  });
});

describe('the list', () => {
  const granted = [...OWN, PATTERN, 'http://sis.example.org/*', '*://*/*', 'https://a.powerschool.com/*', 'file:///*'];

  it("is the browser's own, built-in hosts apart", async () => {
    const { sites } = await looked(tabAt(null), browserOf(granted));
    expect(sites.view.builtIn).toEqual([{ host: '*.powerschool.com', allowed: true }]);
    expect(sites.view.granted).toEqual([
      { pattern: PATTERN, host: 'sis.example.org', unencrypted: false },
      { pattern: 'http://sis.example.org/*', host: 'sis.example.org', unencrypted: true },
      { pattern: '*://*/*', host: '', unencrypted: false },
    ]);
  });

  it.each([
    [[], false],
    [['https://a.powerschool.com/*'], false],
    [['https://*/*'], true],
  ])('%j allows all that is built in: %s', async (granted, allowed) => {
    const { sites } = await looked(tabAt(null), browserOf(granted));
    expect(sites.view.builtIn).toEqual([{ host: '*.powerschool.com', allowed }]);
  });

  it('takes one back, and reads the list anew', async () => {
    const { sites, access } = await looked(tabAt(null), browserOf(granted));
    access.grantedSites.mockResolvedValue(OWN);
    await sites.takeBack(PATTERN);
    expect(access.takeBackSite.mock.calls).toEqual([[PATTERN]]);
    expect(sites.view.granted).toEqual([]);
    expect(sites.view.message).toContain('sis.example.org is taken back');
  });

  it('says so where another grant covers the site all the same', async () => {
    const { sites, access } = await looked(tabAt(null), browserOf(granted));
    access.grantedSites.mockResolvedValue([...OWN, 'https://*.example.org/*']);
    await sites.takeBack(PATTERN);
    expect(sites.view.message).toMatch(
      /sis\.example\.org is taken back\. But .+ allows \*\.example\.org, which covers it/,
    );
  });

  it.each<[string, () => Promise<boolean>]>([
    ['keeps it', async () => false],
    ['forbids it', () => Promise.reject(new Error('You cannot remove required permissions.'))],
  ])('says so when the browser %s', async (_, remove) => {
    const { sites, access } = await looked(tabAt(null), browserOf(granted));
    access.takeBackSite.mockImplementation(remove);
    await sites.takeBack('*://*/*');
    expect(sites.view.message).toMatch(/did not take Every site back/);
  });
});
