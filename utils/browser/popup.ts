import browser from 'webextension-polyfill';
import { emptySite } from '../checklist/empty.ts';
import type { StoredChoices } from '../checklist/store.ts';
import type { StoreTrouble } from '../checklist/types.ts';
import { ask as askNative } from './native.ts';
import type { Noted, Overview, ToBackground, ToPage, WhereAnswer } from './protocol.ts';

/** The popup's side of the messages. The background parses the store for it. */

const ask = (message: ToBackground): Promise<unknown> =>
  askNative(message, (said) => browser.runtime.sendMessage(said));

/** Why the last thing told was not kept, null where it was. */
let notKept: StoreTrouble | null = null;
let redraw: () => void = () => undefined;

/** What is known of a site, or of the last one seen where `site` is null. Nothing, where the background is silent. */
export async function overview(site: string | null): Promise<Overview> {
  const nothing = (): Overview => ({ site, record: emptySite(new Date().toISOString()), trouble: 'not-kept' });
  const known = (await ask({ type: 'overview', site }).catch(nothing)) as Overview;
  return { ...known, trouble: notKept ?? known.trouble };
}

export const saveChoices = (site: string, choices: StoredChoices) => tell({ type: 'choices', site, choices });

export const startOver = (site: string) => tell({ type: 'start-over', site });

/** The administrator knows that what could not be read was set aside. */
export const troubleKnown = () => tell({ type: 'trouble-known' });

async function tell(message: ToBackground): Promise<void> {
  const noted = (await ask(message).catch((): Noted => ({ trouble: 'not-kept' }))) as Noted | undefined;
  notKept = noted?.trouble ?? null;
  // A change of the store is told by the browser; where there is none, what was chosen is taken back on screen.
  if (notKept !== null) redraw();
}

/** Calls back when anything in the store changed, or was not kept. */
export function onStoreChange(callback: () => void): void {
  redraw = callback;
  browser.storage.local.onChanged.addListener(callback);
}

/** Asks a tab's content script where it is; null where there is none. */
export async function askPage(tabId: number): Promise<WhereAnswer | null> {
  const question: ToPage = { type: 'where' };
  try {
    const answer = (await browser.tabs.sendMessage(tabId, question)) as WhereAnswer | undefined;
    // Without a panel nothing can be done there; the page must be loaded anew.
    return answer ? { ...answer, onExportManager: answer.onExportManager && !answer.takenOut } : null;
  } catch {
    // No content script in that tab: not the Data Export Manager.
    return null;
  }
}

/** Tells a tab's content script that its site was taken back. */
export async function leavePage(tabId: number): Promise<void> {
  const request: ToPage = { type: 'leave' };
  // Closed meanwhile.
  await browser.tabs.sendMessage(tabId, request).catch(() => undefined);
}

/** Asks a tab's content script to choose a file's data set. */
export async function choosePage(tabId: number, fileId: string): Promise<void> {
  const request: ToPage = { type: 'choose', fileId };
  await browser.tabs.sendMessage(tabId, request);
}
