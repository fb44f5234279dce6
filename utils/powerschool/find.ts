import { locateSaveDialog } from './locate/dialog.ts';
import { locateCheckbox, locateSelect, locateText } from './locate/form.ts';
import { locateGrid } from './locate/grid.ts';
import { locateTree } from './locate/tree.ts';
import type { Target, Trouble } from './types.ts';

export type WritableControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

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
}

/**
 * Finds the control of a target in the document as it is now. Grid and tree are read once and read again only when the
 * page has replaced the node in question, so that a thousand labels cost one reading and not a thousand.
 */
export function createFinder(document: Document): Finder {
  let index: Index | null = null;
  const indexed = (kind: keyof Index, column: string): HTMLInputElement | Trouble => {
    const found = index?.[kind].get(column);
    if (found === 'ambiguous') return found;
    if (found?.box.isConnected && found.stands()) return found.box;
    if (index === null || found !== undefined) index = buildIndex(document);
    const anew = index[kind].get(column) ?? 'missing';
    return typeof anew === 'string' ? anew : anew.box;
  };
  return {
    find(target) {
      switch (target.kind) {
        case 'label':
          return indexed('label', target.column);
        case 'tick':
          return indexed('tick', target.column);
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

function buildIndex(document: Document): Index {
  const grid = locateGrid(document);
  const tree = locateTree(document, grid);
  const label: Index['label'] = new Map(grid.rows.map((row) => [row.key, row]));
  for (const key of grid.ambiguous) label.set(key, 'ambiguous');
  const tick: Index['tick'] = new Map(tree.columns.map((column) => [column.key, column]));
  for (const key of tree.ambiguous) tick.set(key, 'ambiguous');
  return { label, tick };
}
