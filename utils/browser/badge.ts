import browser from 'webextension-polyfill';

/** Writes `1/3` on the toolbar icon: for one tab, or for all that have no text of their own. */
export async function showBadge(done: number, of: number, tabId?: number): Promise<void> {
  await write(`${done}/${of}`, done === of ? '#1a6b3c' : '#3d4a5c', tabId === undefined ? {} : { tabId });
}

/** Writes an exclamation mark for a tab: the popup says why. */
export async function showTrouble(tabId: number): Promise<void> {
  await write('!', '#8a1f1f', { tabId });
}

async function write(text: string, color: string, tab: { tabId?: number }): Promise<void> {
  try {
    await browser.action.setBadgeText({ text, ...tab });
    await browser.action.setBadgeBackgroundColor({ color, ...tab });
  } catch {
    // The tab was closed meanwhile.
  }
}
