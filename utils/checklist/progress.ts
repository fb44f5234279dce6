import type { FileProgress, SetUp, TickName } from './types.ts';

export const nothingDone: FileProgress = {
  fields: false,
  labels: false,
  summary: false,
  savedAs: null,
  savedAt: null,
  verifiedAt: null,
  drift: false,
  setUp: { columns: [], options: {} },
};

/** What one reading of the page tells about one file; absent parts were not to be seen. */
export interface Observation {
  fileId: string;
  fields?: boolean | undefined;
  labels?: boolean | undefined;
  summary?: boolean | undefined;
  saved?: { name: string; at: string } | undefined;
  /** A template of this name stands on My Templates: nobody saw what it was saved with, or when. */
  found?: string | undefined;
  /** The saved template was opened, and all of it was as it should be. */
  verified?: { name: string; at: string } | undefined;
  /** The saved template was opened, and something of it was not. */
  drift?: true | undefined;
  /** What of the template was to be seen. */
  columns?: SetUp['columns'] | undefined;
  options?: SetUp['options'] | undefined;
}

export type SiteProgress = Record<string, FileProgress>;

/**
 * Takes an observation into a site's progress: what was read replaces what was known. A file that is done stays done
 * when the administrator looks at a fresh page: its template is saved, and an empty step 1 says nothing about it. What
 * was seen of the saved template itself counts.
 */
export function observe(progress: SiteProgress, seen: Observation): SiteProgress {
  const known = progress[seen.fileId] ?? nothingDone;
  if (isDone(known) && !seen.saved && !seen.verified && !seen.drift) return progress;
  const { saved, verified } = seen;
  const next: FileProgress = {
    fields: verified !== undefined || (seen.fields ?? known.fields),
    labels: verified !== undefined || (seen.labels ?? known.labels),
    summary: verified !== undefined || (seen.summary ?? known.summary),
    savedAs: saved?.name ?? verified?.name ?? known.savedAs ?? seen.found ?? null,
    savedAt: saved?.at ?? known.savedAt,
    // What is saved anew is not looked at again yet.
    verifiedAt: saved ? null : (verified?.at ?? known.verifiedAt),
    drift: saved || verified ? false : (seen.drift ?? known.drift),
    setUp: { columns: seen.columns ?? known.setUp.columns, options: seen.options ?? known.setUp.options },
  };
  return same(known, next) ? progress : { ...progress, [seen.fileId]: next };
}

function same(a: FileProgress, b: FileProgress): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function ticksOf(file: FileProgress): Record<TickName, boolean> {
  return { fields: file.fields, labels: file.labels, summary: file.summary, saved: file.savedAs !== null };
}

/**
 * All four ticks: a template saved while something was wrong does not count, nor does one that was only found, until it
 * was opened and verified.
 */
export function isDone(file: FileProgress): boolean {
  const isKnown = file.savedAt !== null || file.verifiedAt !== null;
  return file.fields && file.labels && file.summary && file.savedAs !== null && isKnown;
}

/** Done, and the saved template was found right when it was opened. */
export function isVerified(file: FileProgress): boolean {
  return isDone(file) && file.verifiedAt !== null && !file.drift;
}

/** How many of the files are done: the badge's first number. */
export function countDone(progress: SiteProgress, fileIds: readonly string[]): number {
  return fileIds.filter((id) => isDone(progress[id] ?? nothingDone)).length;
}

/** The first file that is not done, after `current` and then from the start; null when all are. */
export function nextFile(
  progress: SiteProgress,
  fileIds: readonly string[],
  current: string | null = null,
): string | null {
  const at = current === null ? 0 : fileIds.indexOf(current) + 1;
  const order = [...fileIds.slice(at), ...fileIds.slice(0, at)];
  return order.find((id) => !isDone(progress[id] ?? nothingDone)) ?? null;
}
