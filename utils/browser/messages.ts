import browser, { type Runtime } from 'webextension-polyfill';
import { type Noted, type Overview, type PageState, type ToBackground, toBackground } from './protocol.ts';

/** The background's side of the messages; the content script's is in page.ts, the popup's in popup.ts. */

export interface Sender {
  /** The site of the page that sent it, null for the extension's own pages. */
  site: string | null;
  tabId: number | null;
  /** 0 is the tab's own page. */
  frameId: number;
}

/** Listens in the background: parses every message and drops what is none of ours. */
export function onMessageToBackground(
  handle: (message: ToBackground, sender: Sender) => Promise<PageState | Overview | Noted | string | undefined>,
): void {
  browser.runtime.onMessage.addListener((raw: unknown, from: Runtime.MessageSender & { origin?: string }) => {
    const parsed = toBackground.safeParse(raw);
    const site = siteOfSender(from);
    if (!parsed.success || from.id !== browser.runtime.id || site === undefined) return undefined;
    return handle(parsed.data, { site, tabId: from.tab?.id ?? null, frameId: from.frameId ?? 0 });
  });
}

/**
 * The site of a page by the address that the browser gives, null for the extension's own pages, which may stand in a tab
 * too; undefined for a sender that is neither, or whose origin is not that of its address (a sandboxed frame has none).
 * Firefox gives the extension's own pages no origin; a web page always has one.
 */
function siteOfSender({ url, origin }: { url?: string; origin?: string }): string | null | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const own = browser.runtime.getURL('');
  // Not by `URL.origin`: it is "null" for the scheme of an extension in some browsers.
  if (url.startsWith(own)) return origin === undefined || `${origin}/` === own ? null : undefined;
  const site = new URL(url);
  const isWeb = site.protocol === 'https:' || site.protocol === 'http:';
  return isWeb && origin === site.origin ? site.origin : undefined;
}
