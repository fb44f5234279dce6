import type { Memory } from './memory.ts';

/** A page load that the set-up brought about comes within this time, in milliseconds. */
const LOAD_WITHIN = 120_000;

/**
 * Is this page the one that the set-up brought about, and no reload, bookmark or other page?
 * @param memory what the tab kept before the load.
 * @param now epoch milliseconds.
 */
export function isExpectedLoad({ loadAt, loadTo }: Memory, document: Document, now: number): boolean {
  if (loadAt === null || now - loadAt >= LOAD_WITHIN) return false;
  const { defaultView, referrer, location } = document;
  const [navigation] = (defaultView?.performance.getEntriesByType?.('navigation') ??
    []) as PerformanceNavigationTiming[];
  if (navigation?.type === 'reload') return false;
  // Firefox names no referrer where a content script opened the page; nor does any browser where PowerSchool's server
  // says so.
  if (referrer === '') return loadTo !== null && pathOf(loadTo, location) === pathOf(location.href, location);
  // The Data Export Manager itself led here.
  return /\/datamgmt\//i.test(referrer);
}

/** Without what a server adds for the session: `;jsessionid=…`. */
const pathOf = (address: string, base: Location): string => new URL(address, base.href).pathname.replace(/;.*/, '');
