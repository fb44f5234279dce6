import browser from 'webextension-polyfill';
import { covers } from '../sites/patterns.ts';
import { builtIn } from './access.ts';
import type { Sender } from './messages.ts';
import { askPage } from './popup.ts';
import type { WhereAnswer } from './protocol.ts';

const WIZARD_PATH = '/admin/datamgmt/exportmanager.action';
const TEMPLATES_PATH = '/admin/datamgmt/exporttemplates.html#export-template-content';

/** What the popup can know of the active tab. */
export interface ActiveTab {
  id: number | null;
  /** Answer of the tab's content script, null where there is none. */
  page: WhereAnswer | null;
  /** The tab's address. Seen under activeTab, for the click's sake, or where the site is granted; null otherwise. */
  address: string | null;
  /** The tab's site when it is one of the manifest's: hosted PowerSchool, or built in; null otherwise. */
  powerSchool: string | null;
}

/** Looks at the active tab of the current window. */
export async function activeTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { id: null, page: null, address: null, powerSchool: null };
  return { id: tab.id, page: await askPage(tab.id), address: tab.url ?? null, powerSchool: powerSchoolSite(tab.url) };
}

function powerSchoolSite(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  return builtIn().matches.some((pattern) => covers(pattern, address)) ? new URL(address).origin : null;
}

/** Opens a site's Data Export Manager: in the given tab, or in a new one. */
export async function openExportManager(site: string, tabId: number | null): Promise<void> {
  const url = new URL(WIZARD_PATH, site).href;
  if (tabId === null) await browser.tabs.create({ url });
  else await browser.tabs.update(tabId, { url });
}

/** Opens a site's My Templates in a new tab. */
export async function openTemplates(site: string): Promise<void> {
  await browser.tabs.create({ url: new URL(TEMPLATES_PATH, site).href });
}

/** Puts the second content script into the page that asked for it. */
export async function injectLater({ tabId, frameId }: Sender): Promise<void> {
  if (tabId === null) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['later-steps.js'] });
}

/** Opens the page with the letter and the summary of a site's set-up. */
export async function openFinish(site: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`finish.html#${site}`) });
}

/**
 * Opens the page that checks exported files, with the settings of a site.
 * @param handOverId where files are waiting for it (handover.ts); the tab then stays behind until `showTab`, because
 * the popup, which holds the files, would close.
 * @returns the tab's id.
 */
export async function openCheck(site: string | null, handOverId: string | null = null): Promise<number | null> {
  const address = new URL(browser.runtime.getURL('check.html'));
  if (handOverId !== null) address.searchParams.set('files', handOverId);
  const url = `${address.href}${site === null ? '' : `#${site}`}`;
  const tab = await browser.tabs.create(handOverId === null ? { url } : { url, active: false });
  return tab.id ?? null;
}

export async function showTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}
