import browser from 'webextension-polyfill';
import { parseStore, type Store } from '../checklist/store.ts';

/** The part of `storage.local` that is used, so that tests can stand in for it. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const KEY = 'store';
/** Where a record that could not be read is put before it is replaced. */
const UNREADABLE_KEY = 'store.unreadable';

/** Reads and parses the store; a missing or unreadable one counts as empty. */
export async function readStore(area: StorageArea = browser.storage.local): Promise<Store> {
  return parseStore((await area.get(KEY))[KEY]).store;
}

export type Update = (store: Store) => Store;

/**
 * The one writer of the store, for the background: updates are carried out one after another, each on what the one
 * before wrote. Resolves with the store after the update; rejects when the browser cannot write (storage full).
 */
export function createWriter(area: StorageArea = browser.storage.local): (update: Update) => Promise<Store> {
  let last: Promise<unknown> = Promise.resolve();
  return (update) => {
    const run = last.then(async () => {
      const raw = (await area.get(KEY))[KEY];
      const { store, readable } = parseStore(raw);
      const next = update(store);
      if (next === store && readable) return store;
      await area.set(readable ? { [KEY]: next } : { [KEY]: next, [UNREADABLE_KEY]: raw });
      return next;
    });
    last = run.catch(() => undefined);
    return run;
  };
}
