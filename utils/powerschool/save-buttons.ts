import { DIALOGS, isElement } from './dom.ts';
import { all } from './locate/controls.ts';
import { BUTTONS, buttonWords, isSaveAsNew, locateSaveDialog } from './locate/dialog.ts';
import { plain } from './text.ts';
import { isShown } from './visible.ts';
import { SAVE_WORDS } from './words.ts';

/** The button that was pressed, when a click's target is one or stands in one. */
export function buttonAt(target: Element): Element | null {
  return target.closest(BUTTONS);
}

const isSave = (button: Element) => SAVE_WORDS.includes(buttonWords(button));

/**
 * Does the button save? Null where none of the dialog's buttons is understood: then it may be any of them but the cross.
 * @param dialog the save dialog that holds it
 */
export function isSaveButton(button: Element, dialog: Element): boolean | null {
  if (isSaveAsNew(button) || isSave(button)) return true;
  const isUnderstood = all(frameOf(dialog), BUTTONS).some((one) => isSaveAsNew(one) || isSave(one));
  return isUnderstood || button.matches('.ui-dialog-titlebar-close') ? false : null;
}

/** The dialog with its title and its buttons. */
export function frameOf(dialog: Element): Element {
  return dialog.closest('.ui-dialog') ?? dialog;
}

/** Does the open dialog save an opened template in its place? (Inferred, reference section 2.) */
export function offersSave(document: Document): boolean {
  const dialog = locateSaveDialog(document);
  return dialog !== null && all(frameOf(dialog), BUTTONS).some((button) => isSave(button) && isShown(button));
}

/** What PowerSchool shows to say that all went well, '' for nothing (class seen in other pages, reference section 3). */
export function shownConfirmation(root: ParentNode): string {
  return plain(all(root, '.feedback-confirm').find(isShown)?.textContent);
}

/** All dialogs that are shown, the save dialog among them, but not "Loading...". */
export function shownDialogs(document: Document): Element[] {
  return all(document, DIALOGS).filter((dialog) => isShown(dialog) && !dialog.matches('.dialogLoading'));
}

/** A guess in English alone: what is refused may name the template as well, and "has not been saved" must not pass. */
const SAYS_SAVED = /(?:has been|was|successfully) saved|saved successfully/i;

/** Does a dialog say, in words that are understood, that the template of this name is saved? */
export function saysSaved(dialog: Element, name: string): boolean {
  const text = plain(dialog.textContent);
  return text.includes(name) && SAYS_SAVED.test(text);
}

/** Is it the OK of a question, which has a Cancel beside it? (Ids seen in PowerSchool's own psConfirm, reference section 3.) */
export function agreesIn(target: Node): boolean {
  const button = isElement(target) ? buttonAt(target) : null;
  return button?.id === 'button-ok' && button.closest(DIALOGS)?.querySelector('#button-cancel') != null;
}
