/**
 * Match patterns, as far as permissions have them: scheme and host. A permission has no port and no path, whatever was
 * asked for (MDN, "Match patterns in extension manifests"; Chrome, "Match patterns").
 */

/** What a permission covers. */
export interface Covered {
  scheme: 'http' | 'https' | '*';
  /** `host`, `*.host` for all below it as well, `*` for every host. */
  host: string;
}

/** The pattern that covers one address's host and no other, which is the least that a browser grants; null for none. */
export function patternOf(address: string): string | null {
  const url = webAddress(address);
  return url && `${url.protocol}//${url.hostname}/*`;
}

/** An address of the web, null for anything else (`chrome:`, `about:`, a file). */
export function webAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? url : null;
}

/** Reads a pattern; null where it covers no web pages, or is none. */
export function coveredBy(pattern: string): Covered | null {
  // The pattern for all addresses is the one that is a word in angle brackets.
  if (/^<\w+>$/.test(pattern)) return { scheme: '*', host: '*' };
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
  return scheme !== undefined && host !== undefined ? { scheme: scheme as Covered['scheme'], host } : null;
}

/** Is an address within a pattern, whatever its port? What cannot be read is within nothing. */
export function covers(pattern: string, address: string): boolean {
  return includes(pattern, patternOf(address) ?? '');
}

/** Is all that `inner` covers within `outer`? */
export function includes(outer: string, inner: string): boolean {
  const [whole, part] = [coveredBy(outer), coveredBy(inner)];
  if (!whole || !part) return false;
  return (whole.scheme === '*' || whole.scheme === part.scheme) && isHostWithin(part.host, whole.host);
}

function isHostWithin(inner: string, outer: string): boolean {
  if (outer === '*' || outer === inner) return true;
  if (!outer.startsWith('*.')) return false;
  const top = outer.slice(2);
  return inner === top || inner.endsWith(`.${top}`);
}
