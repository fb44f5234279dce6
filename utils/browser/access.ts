import browser from 'webextension-polyfill';
import type { BuiltIn } from '../sites/scripts.ts';

/** The browser's `permissions` and `scripting`, as far as granted sites need them; tests stand in for both. */

/** The content script as the manifest has it: the one place that says which file runs on which pages. */
export function builtIn(): BuiltIn {
  const { content_scripts: [script] = [] } = browser.runtime.getManifest();
  if (!script) throw new Error('The manifest names no content script.');
  // Firefox gives whole addresses here, and takes them nowhere else.
  const ours = browser.runtime.getURL('');
  return { matches: script.matches, js: (script.js ?? []).map((path) => path.replace(ours, '')) };
}

/** The browser's list of what the extension may reach: the only list there is. */
export async function grantedSites(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/**
 * Asks the administrator, through the browser, for one site. Must be the first statement of the click: browsers take no
 * request after an `await`.
 * @returns false when it was refused. Rejects where the browser would not even ask.
 */
export const requestSite = async (pattern: string): Promise<boolean> =>
  browser.permissions.request({ origins: [pattern] });

/** Gives a grant back. @returns false when the browser kept it; rejects where it may not be given back. */
export const takeBackSite = async (pattern: string): Promise<boolean> =>
  browser.permissions.remove({ origins: [pattern] });

/** Calls back when a grant came or went, wherever that was done. */
export function onGrantsChange(callback: () => void): void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
}

/** Puts the content script into a tab. Rejects where the browser lets no script in. */
export async function injectPanel(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: builtIn().js });
}

/** What `look.js` says of the tab's page (utils/powerschool/looks.ts). Rejects where the browser lets no script in. */
export async function lookAt(tabId: number): Promise<unknown> {
  const [first] = await browser.scripting.executeScript({ target: { tabId }, files: ['look.js'] });
  return first?.result;
}
