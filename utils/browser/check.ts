import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { CheckSettings } from '../roster/report.ts';
import type { Fingerprint } from '../roster/start.ts';

/** What the check page keeps: settings in `storage.local`, fingerprints in a database of the extension's own. */

const KEY = 'check';
/** A state has some three thousand schools. */
const MOST_SCHOOLS = 10_000;

const settingsSchema = z.object({
  profile: z.string().check(z.maxLength(40)),
  level: z.enum(['district', 'school']),
  guardians: z.enum(['users', 'separate']),
  schoolIds: z.array(z.string().check(z.maxLength(255))).check(z.maxLength(MOST_SCHOOLS)),
  threshold: z.number().check(z.minimum(0), z.maximum(100)),
});

/** By site; '' where none is known. */
const stored = z.object({ version: z.literal(1), sites: z.record(z.string(), z.unknown()) });

/** What holds until the administrator says otherwise, with the first of the profiles. */
export const defaultSettings = (profile: string): CheckSettings => ({
  profile,
  level: 'district',
  guardians: 'users',
  schoolIds: [],
  threshold: 10,
});

async function storedSites(): Promise<Record<string, unknown>> {
  const parsed = stored.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.data.sites : {};
}

/**
 * The settings of a site. What cannot be read counts as not there, site by site.
 * @param site its origin, null for none.
 * @param profiles ids of those there are, the default first.
 */
export async function readSettings(site: string | null, profiles: readonly string[]): Promise<CheckSettings> {
  const [first = ''] = profiles;
  const parsed = settingsSchema.safeParse((await storedSites())[site ?? '']);
  if (!parsed.success) return defaultSettings(first);
  const { profile } = parsed.data;
  return { ...parsed.data, profile: profiles.includes(profile) ? profile : first };
}

/** Keeps the settings of a site. Rejects when the browser cannot write. */
export async function saveSettings(site: string | null, settings: CheckSettings): Promise<void> {
  const sites = { ...(await storedSites()), [site ?? '']: settings };
  await browser.storage.local.set({ [KEY]: { version: 1, sites } });
}

const DATABASE = 'check';
const FINGERPRINTS = 'fingerprints';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(FINGERPRINTS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One act on the fingerprints; resolves when it is on the disk. */
async function act<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(FINGERPRINTS, mode);
      const request = what(transaction.objectStore(FINGERPRINTS));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const keyOf = (site: string | null, profile: string) => [site ?? '', profile];

const kept = z.object({ at: z.string().check(z.maxLength(40)), fingerprint: z.unknown() });

/** The fingerprint of the last set of a site and profile; null where none was to be kept, or it cannot be read. */
export async function keptFingerprint(
  site: string | null,
  profile: string,
): Promise<{ at: string; fingerprint: Fingerprint } | null> {
  const parsed = kept.safeParse(await act('readonly', (store) => store.get(keyOf(site, profile))));
  if (!parsed.success) return null;
  const { at, fingerprint } = parsed.data;
  return typeof fingerprint === 'object' && fingerprint !== null ? { at, fingerprint } : null;
}

/** Keeps a fingerprint in place of the one before. Only for an administrator who asked for it. */
export async function keepFingerprint(
  site: string | null,
  profile: string,
  record: { at: string; fingerprint: Fingerprint },
): Promise<void> {
  await act('readwrite', (store) => store.put(record, keyOf(site, profile)));
}

export async function forgetFingerprint(site: string | null, profile: string): Promise<void> {
  await act('readwrite', (store) => store.delete(keyOf(site, profile)));
}

/**
 * Gives the administrator a text as a file, as a download of the page itself: the permission for downloads is not
 * needed.
 */
export function saveText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser has taken the address by the time a later task runs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
