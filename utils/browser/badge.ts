import browser from 'webextension-polyfill';

/** Writes `1/3` on the toolbar icon: for one tab, or for all that have no text of their own. */
export async function showBadge(done: number, of: number, tabId?: number): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId };
  await browser.action.setBadgeText({ text: `${done}/${of}`, ...tab });
  await browser.action.setBadgeBackgroundColor({ color: done === of ? '#1a6b3c' : '#3d4a5c', ...tab });
}
