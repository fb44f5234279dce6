import type { PanelView } from '../../../components/view.ts';
import { isTrouble } from '../../powerschool/locate/controls.ts';
import type { Situation } from '../view.ts';

/** Is something of the step not found, or found more than once, so that a picture of the page would help? */
export function isUnrecognized({ page, busy, isAlive }: Situation, body: PanelView['body']): boolean {
  if (!isAlive || page.signedOut || page.loading || busy !== '') return false;
  const { summary, saveDialog, tree, grid } = page;
  return (
    page.unclear ||
    page.ambiguousRows.length > 0 ||
    (page.place === 'columns' && (page.exportFrom === 'ambiguous' || isWithoutGrid(tree, grid))) ||
    (page.place === 'summary' && summary !== null && Object.values(summary).some(isTrouble)) ||
    (saveDialog !== null && isTrouble(saveDialog.name)) ||
    (body.kind === 'records' && (body.state === 'missing' || body.state === 'ambiguous'))
  );
}

/** A column is ticked, and the page shows no label for any. */
function isWithoutGrid(tree: readonly { ticked: boolean }[], grid: readonly unknown[]): boolean {
  return grid.length === 0 && tree.some(({ ticked }) => ticked);
}
