import { isElement } from '../../powerschool/dom.ts';
import { isTrouble } from '../../powerschool/locate/controls.ts';
import { locateSaveDialog, shownError } from '../../powerschool/locate/dialog.ts';
import { locateText } from '../../powerschool/locate/form.ts';
import {
  agreesIn,
  buttonAt,
  frameOf,
  isSaveButton,
  saysSaved,
  shownConfirmation,
  shownDialogs,
} from '../../powerschool/save-buttons.ts';

/** How long the dialog must be gone without an error before the template counts as saved, in milliseconds. */
const GONE_FOR = 400;

export interface Saved {
  name: string;
  fileId: string;
}

interface Pressed extends Saved {
  errorBefore: string;
  confirmedBefore: string;
  /** The dialog's buttons are in words that are not known: it may have been Cancel. */
  unsure: boolean;
  /** What stood open beside the save dialog and says nothing about saving. */
  besides: Set<Element>;
  /** PowerSchool put a dialog in the place of the save dialog, which may ask or refuse. */
  asked: boolean;
  /** What that one asked was answered with its OK. */
  agreed: boolean;
}

/**
 * Notices that the administrator saved a template: Save as New (or Save) was pressed in the dialog, the dialog went
 * away, and no error came up. A dialog that was closed in any other way after that saved nothing. Where the buttons'
 * words are not known, PowerSchool must also say that all went well, and name the template; and so it must where it put
 * a dialog in place of the save dialog (psAlert, psConfirm: reference section 3), unless that one says so, or was a
 * question that was answered with its OK: the name may be taken, and nothing saved.
 */
export class SaveWatch {
  #pressed: Pressed | null = null;
  #goneAt: number | null = null;
  /** What PowerSchool answered to the last saving, '' for nothing or when it was pressed again. */
  refused = '';
  #lastRefused = '';

  /** What was sent to be saved and is not known to be saved yet. */
  get pressed(): Saved | null {
    return this.#pressed && { name: this.#pressed.name, fileId: this.#pressed.fileId };
  }

  /** Looks at a click or a key before the page's own handlers do. */
  before(event: Event, document: Document, fileId: string | null): void {
    const dialog = locateSaveDialog(document);
    if (!dialog) {
      const isAnswer = event.type === 'click' && shownDialogs(document).length > 0;
      if (isAnswer && this.#pressed?.asked) this.#pressed.agreed = agreesIn(event.target as Node);
      return;
    }
    if (event.type === 'keydown') {
      if ((event as KeyboardEvent).key === 'Escape') this.#pressed = null;
      return;
    }
    // A click elsewhere, which may be a script's while PowerSchool saves, leaves the dialog open.
    if (!frameOf(dialog).contains(event.target as Node)) return;
    const saves = pressedToSave(event, dialog);
    this.#pressed = fileId !== null && saves !== false ? this.#press(document, dialog, fileId, saves === null) : null;
    this.#goneAt = null;
    if (this.#pressed) this.refused = '';
  }

  #press(document: Document, dialog: Element, fileId: string, unsure: boolean): Pressed | null {
    const name = locateText(dialog, 'templateName');
    if (isTrouble(name) || name.value.trim() === '') return null;
    const [errorBefore, confirmedBefore] = [shownError(document), shownConfirmation(document)];
    const besides = new Set(shownDialogs(document).filter((one) => one !== frameOf(dialog)));
    const sent = { name: name.value.trim(), fileId, besides };
    return { ...sent, errorBefore, confirmedBefore, unsure, asked: false, agreed: false };
  }

  /** @returns what is now known to be saved, and in how many milliseconds to look again (0: no need). */
  look(document: Document, now: number, isLoading: boolean): { saved: Saved | null; again: number } {
    if (!this.#pressed) return { saved: null, again: 0 };
    const error = shownError(document);
    const isGone = !locateSaveDialog(document) && !isLoading;
    // The same refusal may stand there again: only then is it known that the dialog did not go away for good.
    const isAgain = isGone && error === this.#lastRefused;
    if (error !== '' && (error !== this.#pressed.errorBefore || isAgain)) {
      this.#pressed = null;
      this.refused = error;
      this.#lastRefused = error;
      return { saved: null, again: 0 };
    }
    if (locateSaveDialog(document) || isLoading) {
      this.#goneAt = null;
      return { saved: null, again: 0 };
    }
    const { besides, name: sent } = this.#pressed;
    if (shownDialogs(document).some((one) => !besides.has(one) && !saysSaved(one, sent))) {
      if (this.#goneAt !== null || !this.#pressed.asked) this.#pressed.agreed = false;
      this.#pressed.asked = true;
      this.#goneAt = null;
      return { saved: null, again: 0 };
    }
    this.#goneAt ??= now;
    const left = GONE_FOR - (now - this.#goneAt);
    if (left > 0) return { saved: null, again: left };
    const { name, fileId, unsure, confirmedBefore, asked, agreed } = this.#pressed;
    this.#pressed = null;
    const says = shownConfirmation(document);
    const isKnown = (!unsure && (!asked || agreed)) || (says !== confirmedBefore && says.includes(name));
    return { saved: isKnown ? { name, fileId } : null, again: 0 };
  }
}

/** Null where the words are not known. */
function pressedToSave(event: Event, dialog: Element): boolean | null {
  const target = event.composedPath()[0] as Node | undefined;
  const button = target && isElement(target) ? buttonAt(target) : null;
  return button !== null && dialog.contains(button) && isSaveButton(button, dialog);
}
