/** What was found since the reading began; undefined outside of one. */
let found: Map<unknown, unknown> | undefined;

/**
 * Runs something that only reads. The page stands still meanwhile, so that what was found once need not be looked for
 * again: the recognizers, the reader and the tree all ask for the same few things.
 */
export function oneReading<T>(read: () => T): T {
  if (found) return read();
  found = new Map();
  try {
    return read();
  } finally {
    found = undefined;
  }
}

/** What `find` gives; inside one reading it is asked once for each key. */
export function remember<T>(key: unknown, find: () => T): T {
  if (!found) return find();
  if (!found.has(key)) found.set(key, find());
  return found.get(key) as T;
}
