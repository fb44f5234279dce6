import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { Sender } from './messages.ts';

/**
 * Which file a tab was about last. Some builds of the wizard may load each step as a page of its own, and steps 2 and 3
 * need not name the data set. Kept in memory by the browser, until it is closed.
 */
const memory = z.object({ site: z.string(), fileId: z.nullable(z.string()) });

const keyOf = (tabId: number): string => `tab ${tabId}`;

export async function rememberFile({ tabId, site }: Sender, fileId: string | null): Promise<void> {
  if (tabId !== null && site !== null) await browser.storage.session.set({ [keyOf(tabId)]: { site, fileId } });
}

/** The file of the sender's tab, if the tab is still on the same site. */
export async function lastFileOf({ tabId, site }: Sender): Promise<string | null> {
  if (tabId === null) return null;
  const parsed = memory.safeParse((await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)]);
  return parsed.success && parsed.data.site === site ? parsed.data.fileId : null;
}

const kept = z.object({ site: z.string(), memory: z.string() });

const keptKeyOf = (tabId: number): string => `kept ${tabId}`;

/** Keeps what the sender's tab needs to know on the next page of the same site; the page alone understands it. */
export async function keepMemory({ tabId, site }: Sender, memory: string): Promise<void> {
  if (tabId !== null && site !== null) await browser.storage.session.set({ [keptKeyOf(tabId)]: { site, memory } });
}

/** What the sender's tab kept, '' for nothing or when the tab is on another site now. */
export async function memoryOf({ tabId, site }: Sender): Promise<string> {
  if (tabId === null) return '';
  const parsed = kept.safeParse((await browser.storage.session.get(keptKeyOf(tabId)))[keptKeyOf(tabId)]);
  return parsed.success && parsed.data.site === site ? parsed.data.memory : '';
}

export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([keyOf(tabId), keptKeyOf(tabId)]);
}
