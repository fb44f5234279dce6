import { isTextBox } from './dom.ts';
import { all } from './locate/controls.ts';
import { locateGrid } from './locate/grid.ts';
import { locateExpanders, locateTree } from './locate/tree.ts';
import { shownDialogs } from './save-buttons.ts';
import { isRendered, isShown } from './visible.ts';

/** Part of the page that should stay visible beside the panel, in CSS pixels of the viewport. */
export interface Surrounding {
  x: number;
  y: number;
  width: number;
  height: number;
  /** How bad it is to cover a pixel of it. */
  weight: number;
}

/** Buttons that lead on, wherever they stand (reference section 3: footers, dialogs). */
const BUTTONS =
  '.next, .prev, .button-row button, .button-row a, .button-row-wizard button, .ui-dialog button, .button-row input[type="submit" i]';
/** What is pressed in a list, such as My Templates with its column Actions (reference section 2). */
const IN_LISTS = 'td a, td button, td [role="button" i], td input[type="image" i]';

/** Records are looked at in their tables, blank cells included (reference section 2). */
const TABLES = 'table, [role="grid" i], [role="table" i]';

/** So many texts of the page are measured, so that a long preview does not hold it up. */
const MOST_TEXTS = 1_500;
/** So many of each other kind are looked at. */
const MOST = 40;

/**
 * PowerSchool's own buttons, boxes and texts that are on screen now: what the panel must not stand on. Where a dialog
 * shuts off the rest of the page (`.ui-widget-overlay`, jQuery UI's: reference section 3), only what is in the dialog.
 */
export function surroundings(document: Document): Surrounding[] {
  const isShutOff = all(document, '.ui-widget-overlay').some(isShown);
  const dialogs = isShutOff ? shownDialogs(document) : [];
  const located = locateGrid(document);
  const grid = located.container;
  const tree = locateTree(document, located).container;
  const isIn = (node: Node) => dialogs.length === 0 || dialogs.some((dialog) => dialog.contains(node));
  const isApart = (node: Node) => isIn(node) && !grid?.contains(node) && !tree?.contains(node);
  const shown = (selector: string, is: (element: Element) => boolean) =>
    all<HTMLElement>(document, selector)
      .filter((element) => is(element) && isShown(element))
      .slice(0, MOST);
  const boxes = shown('select, input', (box) => isApart(box) && (box.matches('select') || isTextBox(box)));
  const parts = dialogs.length > 0 ? [] : [...locateExpanders(document).map((button) => around(button, 9))];
  return [
    ...shown(BUTTONS, isIn).map((button) => around(button, 1000)),
    ...shown(IN_LISTS, isApart).map((link) => around(link, 30)),
    ...boxes.map((box) => around(box, 2)),
    ...shown(TABLES, isApart).map((table) => around(table, 2)),
    ...dialogs.map((dialog) => around(dialog, 20)),
    ...textsOf(document, isApart).map((text) => around(text, 3)),
    ...parts,
    ...(grid && isIn(grid) ? [around(grid, 1)] : []),
    // More than the grid: beside the page's own left edge the tree is narrow, and yet all of it is clicked.
    ...(tree && isIn(tree) ? [around(tree, 3)] : []),
  ];
}

/** The texts that are on screen, each with the room that its words take. */
function textsOf(document: Document, isMeant: (node: Node) => boolean): Range[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Range[] = [];
  let left = MOST_TEXTS;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    if (!node.nodeValue?.trim() || !isMeant(node)) continue;
    left -= 1;
    if (!node.parentElement || !isRendered(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom, width } = range.getBoundingClientRect();
    if (width > 0 && bottom > 0 && top < innerHeight) found.push(range);
  }
  return found;
}

function around(part: Element | Range, weight: number): Surrounding {
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x, y, width, height, weight };
}
