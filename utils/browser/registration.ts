import browser, { type Permissions, type Runtime } from 'webextension-polyfill';
import { covers } from '../sites/patterns.ts';
import { pagesOf, scriptsFor } from '../sites/scripts.ts';
import { builtIn, grantedSites, injectPanel } from './access.ts';
import { askPage, leavePage } from './popup.ts';

/**
 * Keeps the content script registered for the sites that are granted beside the manifest's, and for no other. It holds
 * no list: what the browser has granted is compared with what the browser has registered, each time anew.
 */
export function followGrants(): void {
  const reconcile = oneAfterAnother(makeEqual);
  browser.permissions.onAdded.addListener(({ origins = [] }: Permissions.Permissions) => {
    void reconcile(false).then(() => showPanels(origins));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }: Permissions.Permissions) => {
    void reconcile(false).then(() => endPanels(origins));
  });
  browser.runtime.onStartup.addListener(() => void reconcile(false));
  browser.runtime.onInstalled.addListener(({ reason }: Runtime.OnInstalledDetailsType) => {
    // Another version may have other files or another path.
    const done = reconcile(true);
    // After an update the older copy still holds its page, and says that the page is to be reloaded.
    if (reason === 'install') void done.then(async () => showPanels([...builtIn().matches, ...(await grantedSites())]));
  });
  // The browser may have stopped the background between a grant and its registration.
  void reconcile(false);
}

/** Makes what is registered equal to what is granted. @param anew registers also what is there already. */
async function makeEqual(anew: boolean): Promise<void> {
  const wanted = scriptsFor(await grantedSites(), builtIn());
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const over = registered.filter((id) => anew || !wanted.some((script) => script.id === id));
  if (over.length > 0) await browser.scripting.unregisterContentScripts({ ids: over });
  const missing = wanted.filter((script) => anew || !registered.includes(script.id));
  // One by one: a pattern that this browser does not take must not keep the others out.
  for (const script of missing) await browser.scripting.registerContentScripts([script]).catch(() => undefined);
}

/** Runs `work` never twice at once; a failure is its own caller's and ends nothing. */
function oneAfterAnother(work: (anew: boolean) => Promise<void>): (anew: boolean) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (anew) => {
    last = last.then(() => work(anew)).catch(() => undefined);
    return last;
  };
}

/** Open pages of these sites get the panel at once, but for those that have it. */
async function showPanels(origins: readonly string[]): Promise<void> {
  const url = origins.flatMap((origin) => pagesOf(origin, builtIn()) ?? []);
  if (url.length === 0) return;
  for (const { id } of await browser.tabs.query({ url })) {
    if (id === undefined || (await askPage(id)) !== null) continue;
    // Closed meanwhile, or blocked by the organization: the popup says so where it is asked.
    await injectPanel(id).catch(() => undefined);
  }
}

/** Panels on pages of these sites end, where nothing else covers them. Their addresses cannot be seen any more. */
async function endPanels(origins: readonly string[]): Promise<void> {
  const left = await grantedSites();
  for (const { id } of await browser.tabs.query({})) {
    const page = id === undefined ? null : await askPage(id);
    if (id === undefined || page === null) continue;
    const isWithin = (origin: string) => covers(origin, page.site);
    if (origins.some(isWithin) && !left.some(isWithin)) await leavePage(id);
  }
}
