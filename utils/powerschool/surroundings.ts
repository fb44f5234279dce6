import { isTextBox } from './dom.ts';
import { all } from './locate/controls.ts';
import { locateGrid } from './locate/grid.ts';
import { locateExpanders, locateTree } from './locate/tree.ts';
import { isShown } from './visible.ts';

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

/** PowerSchool's own buttons and boxes that are on screen now: what the panel must not stand on. */
export function surroundings(document: Document): Surrounding[] {
  const buttons = all<HTMLElement>(document, BUTTONS).filter(isShown).slice(0, 40);
  const form = all<HTMLElement>(document, 'select, input').filter((box) => box.matches('select') || isTextBox(box));
  const located = locateGrid(document);
  const grid = located.container;
  const tree = locateTree(document, located).container;
  const boxes = form.filter((box) => !grid?.contains(box) && isShown(box)).slice(0, 40);
  return [
    ...buttons.map((button) => around(button, 1000)),
    ...locateExpanders(document).map((button) => around(button, 9)),
    ...boxes.map((box) => around(box, 2)),
    ...(grid ? [around(grid, 1)] : []),
    // More than the grid: beside the page's own left edge the tree is narrow, and yet all of it is clicked.
    ...(tree ? [around(tree, 3)] : []),
  ];
}

function around(element: Element, weight: number): Surrounding {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height, weight };
}
