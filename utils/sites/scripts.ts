import { coveredBy, includes } from './patterns.ts';

/** A content script as the manifest declares it. */
export interface BuiltIn {
  /** Pages it runs on without being registered. */
  matches: string[];
  js: string[];
}

/** A content script for the pages of one grant. Its id is the pattern of these pages. */
export interface SiteScript {
  id: string;
  matches: string[];
  excludeMatches: string[];
  js: string[];
  runAt: 'document_start';
  persistAcrossSessions: true;
}

/**
 * The pages of one grant that are the Data Export Manager's: the manifest's own path on what was granted. Also where
 * every host was granted, the script reaches that path alone.
 */
export function pagesOf(granted: string, builtIn: BuiltIn): string | null {
  const what = coveredBy(granted);
  const [, path] = /^[^/]+\/\/[^/]+(\/.*)$/.exec(builtIn.matches[0] ?? '') ?? [];
  return what && path ? `${what.scheme}://${what.host}${path}` : null;
}

/** The scripts that should be registered, given the browser's list of grants: one for each that the manifest lacks. */
export function scriptsFor(granted: readonly string[], builtIn: BuiltIn): SiteScript[] {
  const added = granted.filter((pattern) => !builtIn.matches.some((own) => includes(own, pattern)));
  const pages = new Set(added.flatMap((pattern) => pagesOf(pattern, builtIn) ?? []));
  return [...pages].map((match) => ({
    id: match,
    matches: [match],
    // A grant may reach over the manifest's pages; two copies must not start there.
    excludeMatches: builtIn.matches,
    js: builtIn.js,
    runAt: 'document_start',
    persistAcrossSessions: true,
  }));
}
