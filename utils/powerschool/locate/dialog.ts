import { isTextBox } from '../dom.ts';
import { plain, wording } from '../text.ts';
import { isShown } from '../visible.ts';
import { SAVE_AS_NEW, SAVE_BUTTONS, SAVE_DIALOG_TITLES } from '../words.ts';
import { all } from './controls.ts';

export const BUTTONS = 'button, a.button, [role="button"], input[type="button" i], input[type="submit" i]';
const TITLES = '.ui-dialog-title, h1, h2, h3, h4, legend, [role="heading"]';
/** Class names of PowerSchool's messages (reference section 3), and what other pages use for errors. */
const ERRORS = '.feedback-error, .feedback-alert, [role="alert"], .error, .errorMessage';
/** PowerSchool says in the same place, and may announce in the same way, that all went well, or that a session ends. */
const NO_ERRORS = '.feedback-confirm, .feedback-note, #sessiontimeoutwarning, #sessiontimeoutwarning *';

/** A button's words, whatever it is made of; PowerSchool adds no-break spaces to some (reference section 3). */
export function buttonWords(button: Element): string {
  return wording(button.textContent) || wording(button.getAttribute('value'));
}

/** The button that was pressed, when a click's target is one or stands in one. */
export function buttonAt(target: Element): Element | null {
  return target.closest(BUTTONS);
}

/**
 * The dialog "Save Export Template" (title and button seen in ASH's guide, markup unknown): the smallest shown box that
 * holds a text box and either the title or the button "Save as New". Null when it is not open.
 */
export function locateSaveDialog(document: Document): Element | null {
  const saveAsNew = all(document, BUTTONS).filter((button) => buttonWords(button) === SAVE_AS_NEW && isShown(button));
  const titles = all(document, TITLES).filter((title) => isSaveTitle(title) && isShown(title));
  const parts = [...saveAsNew, ...titles];
  const boxes = parts.map(boxWithTextBox).filter((box) => box !== null);
  // Where title and button find different boxes, the wider one is the dialog and the other a part of it.
  const widest = boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)));
  const [dialog] = new Set(widest);
  // A title or a button outside of it is another dialog's, and which of the two is meant is not sure.
  return new Set(widest).size === 1 && dialog && parts.every((part) => dialog.contains(part)) ? dialog : null;
}

function isSaveTitle(title: Element): boolean {
  return SAVE_DIALOG_TITLES.some((words) => words === wording(title.textContent));
}

function boxWithTextBox(part: Element): Element | null {
  for (let box = part.parentElement; box && box !== box.ownerDocument.body; box = box.parentElement) {
    if (all(box, 'input').some((input) => isTextBox(input) && isShown(input))) return box;
  }
  return null;
}

export function isSaveButton(button: Element): boolean {
  return SAVE_BUTTONS.some((words) => words === buttonWords(button));
}

/** Does the open dialog save an opened template in its place? (Inferred, reference section 2.) */
export function offersSave(document: Document): boolean {
  const dialog = locateSaveDialog(document);
  const buttons = dialog ? all(dialog.closest('.ui-dialog') ?? dialog, BUTTONS) : [];
  return buttons.some((button) => isSaveButton(button) && buttonWords(button) !== SAVE_AS_NEW && isShown(button));
}

/** The first error that is shown below `root`, '' for none. */
export function shownError(root: ParentNode): string {
  const errors = all(root, ERRORS).filter(
    (message) => !message.matches(NO_ERRORS) && isShown(message) && plain(message.textContent) !== '',
  );
  return plain(errors[0]?.textContent).slice(0, 300);
}
