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
