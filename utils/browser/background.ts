import browser from 'webextension-polyfill';
import { emptySite } from '../checklist/empty.ts';
import { countDone } from '../checklist/progress.ts';
import type { Store } from '../checklist/store.ts';
import {
  intentOf,
  startedOver,
  withChoices,
  withIntent,
  withObservations,
  withoutIntent,
  withPanel,
} from '../checklist/updates.ts';
import { showBadge, showTrouble } from './badge.ts';
import { onMessageToBackground, type Sender } from './messages.ts';
import { openPicture } from './picture.ts';
import type { Noted, Overview, PageState, ToBackground } from './protocol.ts';
import { followGrants } from './registration.ts';
import { createWriter, forgetUnreadable, type Kept, readStore, type Update } from './store.ts';
import { forgetTab, keepMemory, lastFileOf, memoryOf, rememberFile } from './tab-memory.ts';
import { injectLater, openCheck, openFinish } from './tabs.ts';

/**
 * The background's whole work: it is the one writer of the store and paints the badge. It keeps nothing in memory, so
 * the browser may stop it at any time (design decision 10).
 * @param fileIds the files of the profile, in order.
 */
export function runBackground(fileIds: readonly string[]): void {
  const write = createWriter();
  const paint = (store: Store, site: string | null, tabId?: number) =>
    showBadge(countDone((site && store.sites[site]?.progress) || {}, fileIds), fileIds.length, tabId);
  onMessageToBackground(async (message, sender) => {
    if (message.type === 'state') return pageState(await readStore(), sender);
    if (message.type === 'observed') await rememberFile(sender, message.fileId).catch(() => undefined);
    if (message.type === 'later') await injectLater(sender);
    if (message.type === 'memory') return memoryOf(sender);
    if (message.type === 'keep') await keepMemory(sender, message.memory);
    if (message.type === 'finish' && sender.site !== null) await openFinish(sender.site);
    if (message.type === 'check' && sender.site !== null) await openCheck(sender.site);
    if (message.type === 'picture' && sender.site !== null && sender.tabId !== null) await openPicture(sender.tabId);
    if (message.type === 'overview') return overview(await readStore(), message.site, sender);
    if (message.type === 'taken-out' && sender.tabId !== null) await showTrouble(sender.tabId);
    if (message.type === 'trouble-known') {
      // What cannot be read may be where it was, because nothing had to be written since.
      await write((store) => store);
      await forgetUnreadable();
    }
    const update = updateFor(message, sender, fileIds);
    if (!update) return undefined;
    const { store, trouble } = await write(update);
    await paint(store, store.lastSite);
    if (sender.tabId !== null && sender.site !== null) await paint(store, sender.site, sender.tabId);
    return { trouble } satisfies Noted;
  });
  const paintLast = async () => {
    const { store } = await readStore();
    await paint(store, store.lastSite);
  };
  followGrants();
  browser.runtime.onInstalled.addListener(() => void paintLast());
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.runtime.onStartup.addListener(() => void paintLast());
}

/** A page learns of its own site only. */
async function pageState({ store, trouble }: Kept, sender: Sender): Promise<PageState | undefined> {
  const { site } = sender;
  if (site === null) return undefined;
  const now = new Date();
  return {
    site: store.sites[site] ?? emptySite(now.toISOString()),
    panel: store.panel,
    lastFile: await lastFileOf(sender).catch(() => null),
    intent: intentOf(store, site, now.getTime()),
    trouble,
  };
}

/** For the extension's own pages alone: no site learns of another. */
function overview({ store, trouble }: Kept, asked: string | null, sender: Sender): Overview | undefined {
  if (sender.site !== null) return undefined;
  const site = asked ?? store.lastSite;
  const known = site === null ? undefined : store.sites[site];
  return { site, record: known ?? emptySite(new Date().toISOString()), trouble };
}

/** The change of the store that a message asks for, null when it lacks a site to change. */
function updateFor(message: ToBackground, sender: Sender, fileIds: readonly string[]): Update | null {
  const now = new Date();
  const site = sender.site ?? ('site' in message ? (message.site ?? null) : null);
  if (message.type === 'panel') return (store) => withPanel(store, message.panel);
  if (site === null) return null;
  switch (message.type) {
    case 'observed': {
      const seen = message.observations.filter(({ fileId }) => fileIds.includes(fileId));
      return (store) => withObservations(store, site, seen, now.toISOString());
    }
    case 'choices':
      return (store) => withChoices(store, site, message.choices, now.toISOString());
    case 'intend':
      return (store) => withIntent(store, site, message.fileId, now.getTime());
    case 'intent-taken':
      return (store) => withoutIntent(store, site);
    case 'start-over':
      return (store) => startedOver(store, site, now.toISOString());
    case 'state':
    case 'overview':
    case 'later':
    case 'memory':
    case 'keep':
    case 'finish':
    case 'check':
    case 'taken-out':
    case 'trouble-known':
    case 'picture':
      return null;
  }
}
