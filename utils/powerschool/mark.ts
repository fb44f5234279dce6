/** Seen on white and on dark pages alike. */
const MARKED = { outline: '3px solid #c2410c', outlineOffset: '-3px', backgroundColor: 'rgba(251, 146, 60, 0.3)' };

/**
 * Marks cells of the page until `signal` aborts, and brings the first one into view. An animation that stands still
 * shows them: no attribute and no node of PowerSchool's page is changed.
 */
export function markCells(cells: readonly HTMLElement[], signal: AbortSignal): void {
  for (const cell of cells) {
    const mark = cell.animate?.([MARKED, MARKED], { duration: 1, fill: 'forwards' });
    signal.addEventListener('abort', () => mark?.cancel());
  }
  cells[0]?.scrollIntoView({ block: 'center', inline: 'center' });
}

/** Is all of the cell's height to be seen: in the window, and in whatever scrolls inside of it? */
function isInView(cell: HTMLElement): boolean {
  const { body, defaultView } = cell.ownerDocument;
  const { top, bottom } = cell.getBoundingClientRect();
  for (let box = cell.parentElement; box && box !== body; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === 'visible') continue;
    const shown = box.getBoundingClientRect();
    if (top < shown.top || bottom > shown.bottom) return false;
  }
  return top >= 0 && bottom <= (defaultView?.innerHeight ?? 0);
}

/**
 * Scrolls to the first of the cells where not all of them are to be seen: the window, or what scrolls inside of it
 * (`#content-main` in the enhanced shell, reference section 1). At once, whatever the page's style sheets say, so that
 * nobody sees motion who does not want it. Moves no focus and changes nothing of the page.
 */
export function bringIntoView(cells: readonly HTMLElement[]): void {
  if (cells.every(isInView)) return;
  cells[0]?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}
