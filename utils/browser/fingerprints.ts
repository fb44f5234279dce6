import * as z from 'zod/mini';
import type { Fingerprint } from '../roster/fingerprint.ts';
import { asFingerprint } from '../roster/kept-fingerprint.ts';

/**
 * Fingerprints of sets that an administrator chose to remember, in a database of the extension's own: with millions of
 * ids they are larger than `storage.local` takes.
 */

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
  const fingerprint = asFingerprint(parsed.data.fingerprint);
  return fingerprint && { at: parsed.data.at, fingerprint };
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
