import type { Site, Store } from './store.ts';

/** Apart from the schemas, so that the content script can be without zod. */

export function emptyStore(): Store {
  return { version: 2, sites: {}, lastSite: null, panel: { folded: false, position: null }, intents: {} };
}

export function emptySite(seenAt: string): Site {
  return {
    progress: {},
    choices: { profile: {}, templateNames: {}, actAtOnce: false, syncAt: null, district: '' },
    seenAt,
  };
}
