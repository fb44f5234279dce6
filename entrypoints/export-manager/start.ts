const STARTED = 'roster-export-assistant:started';

/**
 * Two copies must not act on one page: after the extension is installed again without a reload, an older copy still
 * runs. Each copy says that it starts, and stops when another says so.
 * @returns ends when a newer copy starts.
 */
export function replaceOlder(document: Document): AbortSignal {
  const stop = new AbortController();
  endCopies(document);
  document.addEventListener(STARTED, () => stop.abort(), { signal: stop.signal });
  return stop.signal;
}

/** Ends every copy on the page: another takes its place, or the site was taken back. */
export function endCopies(document: Document): void {
  document.dispatchEvent(new CustomEvent(STARTED));
}

/** Resolves when the document is complete and the page's own scripts have had their turn at it. */
export async function pageReady(document: Document): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  await new Promise((resolve) => setTimeout(resolve));
}
