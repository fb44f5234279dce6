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

/** Is an address, or all that another pattern covers, within `pattern`? What cannot be read is within nothing. */
export function covers(pattern: string, addressOrPattern: string): boolean {
  const outer = coveredBy(pattern);
  const inner = coveredBy(addressOrPattern) ?? coveredBy(patternOf(addressOrPattern) ?? '');
  if (!outer || !inner) return false;
  return (outer.scheme === '*' || outer.scheme === inner.scheme) && isHostWithin(inner.host, outer.host);
}

/** Does it cover every host? Nobody asked for that here; browsers let a person grant it all the same. */
export function coversEveryHost(pattern: string): boolean {
  return coveredBy(pattern)?.host === '*';
}

function isHostWithin(inner: string, outer: string): boolean {
  if (outer === '*' || outer === inner) return true;
  if (!outer.startsWith('*.')) return false;
  const top = outer.slice(2);
  return inner === top || inner.endsWith(`.${top}`);
}
