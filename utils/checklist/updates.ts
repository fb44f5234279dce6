import { emptySite } from './empty.ts';
import { type Observation, observe } from './progress.ts';
import type { PanelPlace, Site, Store, StoredChoices } from './store.ts';
import { MOST_SITES } from './types.ts';

/** Pure changes of the store, each returning the same object when nothing changed. */

const siteOf = (store: Store, origin: string, now: string): Site => store.sites[origin] ?? emptySite(now);

function withSite(store: Store, origin: string, site: Site): Store {
  const others = Object.entries(store.sites).filter(([known]) => known !== origin);
  others.sort(([, a], [, b]) => b.seenAt.localeCompare(a.seenAt));
  const sites = Object.fromEntries([...others.slice(0, MOST_SITES - 1).reverse(), [origin, site]]);
  return { ...store, lastSite: origin, sites };
}

/** Takes in what was read on a site's page. An empty list says only that the site was seen. */
export function withObservations(store: Store, origin: string, seen: readonly Observation[], now: string): Store {
  const site = siteOf(store, origin, now);
  const progress = seen.reduce(observe, site.progress);
  const known = origin in store.sites && store.lastSite === origin;
  return known && progress === site.progress ? store : withSite(store, origin, { ...site, progress, seenAt: now });
}

/** Keeps a site's choices. Templates that were verified under others are to be looked at again. */
export function withChoices(store: Store, origin: string, choices: StoredChoices, now: string): Store {
  const { progress, ...site } = siteOf(store, origin, now);
  const asBefore = JSON.stringify(choices.profile) === JSON.stringify(site.choices.profile);
  return withSite(store, origin, { ...site, choices, progress: asBefore ? progress : unverified(progress) });
}

function unverified(progress: Site['progress']): Site['progress'] {
  return Object.fromEntries(Object.entries(progress).map(([id, file]) => [id, { ...file, verifiedAt: null }]));
}

export function withPanel(store: Store, panel: PanelPlace): Store {
  return { ...store, panel };
}

/** Forgets a site's progress; its choices stay. */
export function startedOver(store: Store, origin: string, now: string): Store {
  return withSite(store, origin, { ...siteOf(store, origin, now), progress: {} });
}

/** How long an intent may wait for its page: a slow server's time, not tomorrow's. In milliseconds. */
const INTENT_LIFE = 120_000;

export function withIntent(store: Store, origin: string, fileId: string, at: number): Store {
  // What waited too long will not be taken any more.
  const waiting = Object.entries(store.intents).filter(([, intent]) => at - intent.at < INTENT_LIFE);
  return { ...store, intents: { ...Object.fromEntries(waiting), [origin]: { fileId, at } } };
}

/** Takes a site's intent out of the store. */
export function withoutIntent(store: Store, origin: string): Store {
  if (!(origin in store.intents)) return store;
  const { [origin]: _taken, ...intents } = store.intents;
  return { ...store, intents };
}

/** The file whose data set is to be chosen on this site now, null when there is no such wish or it is too old. */
export function intentOf(store: Store, origin: string, now: number): string | null {
  const intent = store.intents[origin];
  return intent && now - intent.at >= 0 && now - intent.at < INTENT_LIFE ? intent.fileId : null;
}
