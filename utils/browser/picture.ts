import browser from 'webextension-polyfill';

/** The page with the picture of another tab's page (entrypoints/picture). */

/** Opens it for a tab; behind the `#` stands the tab's number and nothing else. */
export async function openPicture(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`picture.html#${tabId}`) });
}

/** The tab that the address of the page names, null for none. */
export function tabOfHash(hash: string): number | null {
  return /^#\d{1,10}$/.test(hash) ? Number(hash.slice(1)) : null;
}

/**
 * Takes a picture of a tab's page, which needs leave for that site: for good, or by the popup's opening over it.
 * Nothing is kept.
 * @returns null where the browser does not let it, or the tab is gone.
 */
export async function pictureOfTab(tabId: number): Promise<string | null> {
  try {
    const [taken] = await browser.scripting.executeScript({ target: { tabId }, files: ['take-picture.js'] });
    return typeof taken?.result === 'string' ? taken.result : null;
  } catch {
    return null;
  }
}
