import { DIALOGS, isTextBox } from '../dom.ts';
import { plain, wording } from '../text.ts';
import { isShown } from '../visible.ts';
import { SAVE_AS_NEW_WORDS, SAVE_DIALOG_TITLES } from '../words.ts';
import { all } from './controls.ts';
import { isSaveForm } from './form.ts';
import { formControls, locateOutputForm } from './output.ts';
import { HEADINGS } from './shell.ts';

export const BUTTONS = 'button, a.button, [role="button"], input[type="button" i], input[type="submit" i]';
const TITLES = `.ui-dialog-title, ${HEADINGS}`;
/** Class names of PowerSchool's messages (reference section 3), and what other pages use for errors. */
const ERRORS = '.feedback-error, .feedback-alert, [role="alert"], .error, .errorMessage';
/** PowerSchool says in the same place, and may announce in the same way, that all went well, or that a session ends. */
const NO_ERRORS = '.feedback-confirm, .feedback-note, #sessiontimeoutwarning, #sessiontimeoutwarning *';

/** A button's words, whatever it is made of; PowerSchool adds no-break spaces to some (reference section 3). */
export function buttonWords(button: Element): string {
  return wording(button.textContent) || wording(button.getAttribute('value'));
}

/**
 * The dialog "Save Export Template" (title and button seen in ASH's guide, markup unknown): the smallest shown box that
 * holds a text box and either the title or the button "Save as New"; in other words, what `byStructure` finds. Null when
 * it is not open.
 */
export function locateSaveDialog(document: Document): Element | null {
  const saveAsNew = all(document, BUTTONS).filter((button) => isSaveAsNew(button) && isShown(button));
  const titles = all(document, TITLES).filter((title) => isSaveTitle(title) && isShown(title));
  const parts = [...saveAsNew, ...titles];
  const boxes = parts.map(boxWithTextBox).filter((box) => box !== null);
  // Where title and button find different boxes, the wider one is the dialog and the other a part of it.
  const widest = boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box)));
  const [dialog] = new Set(widest);
  if (!dialog) return byStructure(document);
  // A title or a button outside of it is another dialog's, and which of the two is meant is not sure.
  return new Set(widest).size === 1 && parts.every((part) => dialog.contains(part)) ? dialog : null;
}

/**
 * The same in words that are not understood: over step 3, or below it, a box that holds a text box for the name, one for
 * the description, buttons, and no other control.
 */
function byStructure(document: Document): Element | null {
  const output = locateOutputForm(document);
  if (!output) return null;
  const inPage = isSaveForm(output.after) ? [boxWithButtons(output.after)] : [];
  const boxes = [...all(document, DIALOGS).filter(isShown), ...inPage].filter(
    (box) => box !== null && isSaveForm(formControls(box)) && box.querySelector(BUTTONS) !== null,
  );
  const widest = boxes.filter((box) => !boxes.some((other) => other !== box && other?.contains(box)));
  const [dialog = null] = widest;
  return widest.length === 1 ? dialog : null;
}

function boxWithButtons(parts: Element[]): Element | null {
  let box = parts[0]?.parentElement ?? null;
  while (box && !(parts.every((part) => box?.contains(part)) && box.querySelector(BUTTONS))) box = box.parentElement;
  return box;
}

function isSaveTitle(title: Element): boolean {
  return SAVE_DIALOG_TITLES.includes(wording(title.textContent));
}

function boxWithTextBox(part: Element): Element | null {
  for (let box = part.parentElement; box && box !== box.ownerDocument.body; box = box.parentElement) {
    if (all(box, 'input').some((input) => isTextBox(input) && isShown(input))) return box;
  }
  return null;
}

export function isSaveAsNew(button: Element): boolean {
  return SAVE_AS_NEW_WORDS.includes(buttonWords(button));
}

/** The first error that is shown below `root`, '' for none. */
export function shownError(root: ParentNode): string {
  const errors = all(root, ERRORS).filter(
    (message) => !message.matches(NO_ERRORS) && isShown(message) && plain(message.textContent) !== '',
  );
  return plain(errors[0]?.textContent).slice(0, 300);
}
