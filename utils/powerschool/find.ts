import { isElement, isText } from './dom.ts';
import { locateSaveDialog } from './locate/dialog.ts';
import { locateCheckbox, locateSelect, locateText } from './locate/form.ts';
import { locateGrid } from './locate/grid.ts';
import { locateTree } from './locate/tree.ts';
import type { Target, Trouble } from './types.ts';

export type WritableControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Finds controls in one go: until the page has time to do something by itself. */
export interface Finder {
  find(target: Target): WritableControl | Trouble;
}

interface Standing {
  box: HTMLInputElement;
  stands(): boolean;
}

interface Index {
  label: Map<string, Standing | 'ambiguous'>;
  tick: Map<string, Standing | 'ambiguous'>;
  /** Where grid and tree stand, as far as that is known. */
  containers: Element[];
}

/**
 * Finds the control of a target in the document as it is now. Grid and tree are read once and read again only when the
 * page has replaced the node in question, or put other boxes or words there, so that a thousand labels cost one reading
 * and not a thousand.
 */
export function createFinder(document: Document): Finder {
  let index: Index | null = null;
  let hasNews = NONE;
  const indexed = (kind: 'label' | 'tick', column: string): HTMLInputElement | Trouble => {
    if (index && hasNews(kind, index.containers)) index = null;
    const found = index?.[kind].get(column);
    if (found === 'ambiguous') return found;
    if (found?.box.isConnected && found.stands()) return found.box;
    if (index === null || found !== undefined) {
      if (hasNews === NONE) hasNews = watch(document);
      index = buildIndex(document);
    }
    const anew = index[kind].get(column) ?? 'missing';
    return typeof anew === 'string' ? anew : anew.box;
  };
  return {
    find(target) {
      switch (target.kind) {
        case 'label':
        case 'tick':
          return indexed(target.kind, target.column);
        case 'select':
          return locateSelect(document, target.control);
        case 'check':
          return locateCheckbox(document, target.control);
        case 'text':
          return target.control === 'fileName'
            ? locateText(document, 'fileName')
            : inSaveDialog(document, target.control);
        case 'schedule':
          return 'missing';
      }
    },
  };
}

function inSaveDialog(document: Document, control: 'templateName' | 'templateDescription') {
  const dialog = locateSaveDialog(document);
  return dialog ? locateText(dialog, control) : 'missing';
}

type HasNews = (kind: 'label' | 'tick', containers: readonly Element[]) => boolean;
const NONE: HasNews = () => false;

const BOXES = { label: 'input:not([type="checkbox" i])', tick: 'input[type="checkbox" i]' };

/**
 * Tells whether boxes of a kind came into the page, or other words into the containers, since it was asked last: a row
 * may stand there twice by now. (A ticked column brings a row, which is no news for the tree.)
 */
function watch(document: Document): HasNews {
  const window = document.defaultView;
  if (!window) return NONE;
  const observer = new window.MutationObserver(() => undefined);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  // Whatever the page does later, another finder will see.
  queueMicrotask(() => observer.disconnect());
  return (kind, containers) =>
    observer.takeRecords().some(({ target, addedNodes }) => {
      const isNew = (node: Node) => isElement(node) && (node.matches(BOXES[kind]) || node.querySelector(BOXES[kind]));
      const hasWords = isText(target) || [...addedNodes].some(isText);
      return [...addedNodes].some(isNew) || (hasWords && containers.some((container) => container.contains(target)));
    });
}

function buildIndex(document: Document): Index {
  const grid = locateGrid(document);
  const tree = locateTree(document, grid);
  const containers = [grid.container, tree.container].filter((container) => container !== null);
  return { label: byKey(grid.rows, grid.ambiguous), tick: byKey(tree.columns, tree.ambiguous), containers };
}

function byKey(found: readonly (Standing & { key: string })[], ambiguous: readonly string[]): Index['label'] {
  const index: Index['label'] = new Map(found.map((one) => [one.key, one]));
  for (const key of ambiguous) index.set(key, 'ambiguous');
  return index;
}
