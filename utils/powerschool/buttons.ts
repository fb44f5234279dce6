import { agree, all } from './locate/controls.ts';
import { BUTTONS, buttonWords } from './locate/dialog.ts';
import { locateGrid } from './locate/grid.ts';
import { locateTree } from './locate/tree.ts';
import type { Trouble } from './types.ts';
import { isShown } from './visible.ts';

export type PageButton = 'next' | 'save-template';

/** Words seen in screenshots, and guesses in Spanish and French; class names of PowerSchool's stock wizard (reference section 3). */
const WORDS: Record<PageButton, readonly string[]> = {
  next: ['next', 'siguiente', 'suivant'],
  'save-template': ['save template', 'guardar plantilla', 'enregistrer le modèle'],
};
const CLASSES: Record<PageButton, string> = { next: '.next', 'save-template': '.save, .saveTemplate' };

/**
 * A button of the step that is shown: by its words and by its class name, which must not contradict each other. On step
 * 1 a data set's description stands above the columns and may hold buttons of its own with the same words.
 */
export function locatePageButton(document: Document, button: PageButton): HTMLElement | Trouble {
  const grid = locateGrid(document);
  const after = grid.container ?? locateTree(document, grid).container;
  const found = all<HTMLElement>(document, BUTTONS).filter(
    (one) => isShown(one) && !isInDialog(one) && isBehind(one, after),
  );
  const classed = found.filter((one) => one.matches(CLASSES[button]));
  return agree(
    found.filter((one) => WORDS[button].includes(buttonWords(one))),
    classed.length > 0 || button === 'next' ? classed : between(found),
  );
}

/** Save Template by where it stands on step 3: after Prev and before Export, alone (screenshot DEM_summary.png [S]). */
function between(buttons: HTMLElement[]): HTMLElement[] {
  const [prev, last] = [
    buttons.findIndex((one) => one.matches('.prev')),
    buttons.findIndex((one) => one.matches('.next')),
  ];
  return prev >= 0 && last === prev + 2 ? buttons.slice(prev + 1, last) : [];
}

function isInDialog(button: Element): boolean {
  return button.closest('.ui-dialog, dialog, [role="dialog"]') !== null;
}

function isBehind(button: Element, landmark: Element | null): boolean {
  return landmark === null || (landmark.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Is the button one that PowerSchool lets be pressed now? */
export function isPressable(button: HTMLElement): boolean {
  return !button.matches(':disabled, [aria-disabled="true" i], .disabled');
}
