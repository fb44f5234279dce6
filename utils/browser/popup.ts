import browser from 'webextension-polyfill';
import type { StoredChoices } from '../checklist/store.ts';
import type { Overview, ToBackground, ToPage, WhereAnswer } from './protocol.ts';

/** The popup's side of the messages. The background parses the store for it. */

const ask = (message: ToBackground): Promise<unknown> => browser.runtime.sendMessage(message);

/** What is known of a site, or of the last one seen where `site` is null. */
export const overview = (site: string | null) => ask({ type: 'overview', site }) as Promise<Overview>;

export const saveChoices = (site: string, choices: StoredChoices) => ask({ type: 'choices', site, choices });

export const startOver = (site: string) => ask({ type: 'start-over', site });

/** Calls back when anything in the store changed. */
export function onStoreChange(callback: () => void): void {
  browser.storage.local.onChanged.addListener(callback);
}

/** Asks a tab's content script where it is; null where there is none. */
export async function askPage(tabId: number): Promise<WhereAnswer | null> {
  const question: ToPage = { type: 'where' };
  try {
    return ((await browser.tabs.sendMessage(tabId, question)) as WhereAnswer | undefined) ?? null;
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
