import { isPressable, locatePageButton, type PageButton } from '../../powerschool/buttons.ts';
import { all, isTrouble } from '../../powerschool/locate/controls.ts';
import { shownError } from '../../powerschool/locate/dialog.ts';
import type { ExportPage } from '../../powerschool/types.ts';
import { isShown } from '../../powerschool/visible.ts';
import { say } from '../../words/say.ts';
import { explainNoDialog } from './refusals.ts';
import type { Desk } from './types.ts';

/** How long PowerSchool may take, in milliseconds. */
export const PATIENCE = 60_000;
/** An error that stood there before the press, and still stands after this time, is the answer. In milliseconds. */
const SAYS_AGAIN = 5_000;

/** What came of pressing a button of PowerSchool's; `pause` says why it did not do what it should. */
export type Pressed =
  | { kind: 'done' }
  | { kind: 'not-found' }
  /** A dialog came up, in words that are not known. */
  | { kind: 'other-dialog' }
  | { kind: 'pause'; why?: string };

/**
 * Presses one of PowerSchool's buttons and waits for what follows: another step, or the dialog. Never waits a fixed
 * time.
 * @param before called just before the press, because the page may be loaded anew by it; resolves with false where the
 * press is not wanted any more
 */
export async function pressPageButton(
  desk: Desk,
  button: PageButton,
  before: () => Promise<boolean>,
): Promise<Pressed> {
  const { document } = desk.options;
  const found = locatePageButton(document, button);
  if (isTrouble(found) || !isPressable(found)) return { kind: 'not-found' };
  const { place } = desk.now().page;
  const errorBefore = shownError(document);
  let pressedAt = Number.POSITIVE_INFINITY;
  // The same sentence may be said again: then it still stands when PowerSchool has had its time.
  const isSaidAgain = () => performance.now() - pressedAt > SAYS_AGAIN;
  const newError = () => (shownError(document) === errorBefore && !isSaidAgain() ? '' : shownError(document));
  const isThere = (): boolean => {
    desk.look();
    const { page } = desk.now();
    if (newError() !== '' || page.signedOut) return true;
    if (page.loading || page.unclear) return false;
    return button === 'next' ? page.place !== place && page.place !== 'elsewhere' : isFormOpen(document, page);
  };
  if (!(await before())) return { kind: 'done' };
  let reacted = false;
  const ended = await desk.act(say(button === 'next' ? 'doing_next' : 'doing_saveTemplate'), async ({ signal }) => {
    // The page may have been drawn anew meanwhile.
    const again = locatePageButton(document, button);
    if (isTrouble(again) || !isPressable(again)) return null;
    pressedAt = performance.now();
    again.click();
    reacted = await desk.until(isThere, { document, signal, atMost: PATIENCE });
    return null;
  });
  const error = newError();
  if (ended === 'cancelled') return { kind: 'pause' };
  if (error !== '')
    return { kind: 'pause', why: button === 'next' ? say('halt_answers', error) : explainNoDialog(error) };
  if (ended !== 'done' || !reacted) return { kind: 'pause', why: say('halt_tooLong') };
  return button === 'save-template' && !desk.now().page.saveDialog ? { kind: 'other-dialog' } : { kind: 'done' };
}

/** The save dialog, or, in words that are not known, whatever dialog with a text box came up. */
function isFormOpen(document: Document, page: ExportPage): boolean {
  return (
    page.saveDialog !== null ||
    all<HTMLInputElement>(document, '.ui-dialog input, dialog input, [role="dialog"] input').some(isShown)
  );
}
