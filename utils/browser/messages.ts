import browser, { type Runtime } from 'webextension-polyfill';
import { type Overview, type PageState, type ToBackground, toBackground } from './protocol.ts';

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
  handle: (message: ToBackground, sender: Sender) => Promise<PageState | Overview | string | undefined>,
): void {
  browser.runtime.onMessage.addListener((raw: unknown, from: Runtime.MessageSender) => {
    const parsed = toBackground.safeParse(raw);
    if (!parsed.success || from.id !== browser.runtime.id) return undefined;
    return handle(parsed.data, { site: siteOfSender(from), tabId: from.tab?.id ?? null, frameId: from.frameId ?? 0 });
  });
}

/** The extension's own pages may stand in a tab too; they are told by their address. */
function siteOfSender(from: Runtime.MessageSender): string | null {
  if (!from.tab || !from.url || from.url.startsWith(browser.runtime.getURL(''))) return null;
  return new URL(from.url).origin;
}
