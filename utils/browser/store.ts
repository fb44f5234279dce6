import browser from 'webextension-polyfill';
import { emptyStore } from '../checklist/empty.ts';
import { isReadable, parseStore, type Store } from '../checklist/store.ts';
import type { StoreTrouble } from '../checklist/types.ts';

/** The part of `storage.local` that is used, so that tests can stand in for it. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const KEY = 'store';
/** Where a record that could not be read is put before it is replaced. */
const UNREADABLE_KEY = 'store.unreadable';

/** The store, and why it may not be what the administrator left there; null for no reason. */
export interface Kept {
  store: Store;
  trouble: StoreTrouble | null;
}

/** Reads and parses the store; a missing or unreadable one counts as empty, and so does one the browser cannot read. */
export async function readStore(area: StorageArea = browser.storage.local): Promise<Kept> {
  try {
    const { [KEY]: raw, [UNREADABLE_KEY]: aside } = await area.get([KEY, UNREADABLE_KEY]);
    const { store, readable, newer } = parseStore(raw);
    const isAside = !readable || (aside ?? null) !== null;
    return { store, trouble: newer ? 'newer' : isAside ? 'set-aside' : null };
  } catch {
    return { store: emptyStore(), trouble: 'not-kept' };
  }
}

/** Forgets what could not be read, once the administrator knows. */
export async function forgetUnreadable(): Promise<void> {
  await browser.storage.local.remove([UNREADABLE_KEY]);
}

export type Update = (store: Store) => Store;

/**
 * The one writer of the store, for the background: updates are carried out one after another, each on what the one
 * before wrote. Resolves with the store after the update, or with why it was not kept and the store as it is: what a
 * newer extension wrote is not touched, what could not be understood is set aside first. Never rejects for the
 * browser's reasons; throws what the update throws.
 */
export function createWriter(area: StorageArea = browser.storage.local): (update: Update) => Promise<Kept> {
  let last: Promise<unknown> = Promise.resolve();
  return (update) => {
    const run = last.then(() => writeOnce(area, update));
    last = run.catch(() => undefined);
    return run;
  };
}

async function writeOnce(area: StorageArea, update: Update): Promise<Kept> {
  let kept: Record<string, unknown>;
  try {
    kept = await area.get([KEY, UNREADABLE_KEY]);
  } catch {
    // Written blindly, it would replace what is there.
    return { store: emptyStore(), trouble: 'not-kept' };
  }
  const { [KEY]: raw, [UNREADABLE_KEY]: aside } = kept;
  const { store, readable, newer } = parseStore(raw);
  if (newer) return { store, trouble: 'newer' };
  // Said until the administrator knows.
  const trouble = readable && (aside ?? null) === null ? null : 'set-aside';
  const next = update(store);
  if (next === store && readable) return { store, trouble };
  if (!isReadable(next)) throw new Error('The store would not be read again.');
  try {
    await area.set(readable ? { [KEY]: next } : { [KEY]: next, [UNREADABLE_KEY]: raw });
  } catch {
    return { store, trouble: 'not-kept' };
  }
  return { store: next, trouble };
}
