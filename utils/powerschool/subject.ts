import { isTrouble } from './locate/controls.ts';
import { locateSelect } from './locate/form.ts';
import { chosenText } from './options.ts';
import { readPage } from './read.ts';
import type { PageLocation } from './recognize.ts';
import type { ExportPage } from './types.ts';

/**
 * Watches over what a page is about. A data set can be exchanged for another one at any time, by a late answer or by
 * the administrator, and has columns, lists and boxes of the same names.
 * @param page as it was read when the plan was made
 * @returns says whether the page still names a data set that it named then. Where it named none, nobody can tell, and it
 * is taken for the same.
 */
export function watchSubject(document: Document, location: PageLocation, page: ExportPage): () => boolean {
  const named = new Set(page.mentions.map(({ text }) => text));
  let select: HTMLSelectElement | null = null;
  return () => {
    if (named.size === 0) return true;
    // A thousand labels ask a thousand times: the list that told last time is asked first.
    if (select?.isConnected && named.has(chosenText(select))) return true;
    const found = page.place === 'columns' ? locateSelect(document, 'exportFrom') : 'missing';
    select = isTrouble(found) ? null : found;
    if (select) return named.has(chosenText(select));
    return readPage(document, location).mentions.some(({ text }) => named.has(text));
  };
}
