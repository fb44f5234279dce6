import { isCheckbox, isTag, isTextBox } from '../dom.ts';
import { remember } from '../reading.ts';
import { plain, wording } from '../text.ts';
import type { CheckControl, SelectControl, TextControl, Trouble } from '../types.ts';
import { isShown } from '../visible.ts';
import { CONTROL_WORDS, SAVE_AS_NEW_WORDS, SAVE_DIALOG_TITLES } from '../words.ts';
import { agree, all, isInDialog, labelsOf } from './controls.ts';
import { formControls, kindOf, locateOutputForm } from './output.ts';

/**
 * The form controls of steps 1 and 3. Their ids are not known (reference section 8), so they are told by the words
 * beside them and by their options, which must agree; where neither is understood, by where they stand.
 */

export function locateSelect(
  document: Document,
  control: SelectControl,
  shownOnly = true,
): HTMLSelectElement | Trouble {
  return remember(`${control} ${shownOnly}`, () => findSelect(document, control, shownOnly));
}

function findSelect(document: Document, control: SelectControl, shownOnly: boolean): HTMLSelectElement | Trouble {
  const selects = all<HTMLSelectElement>(document, 'select').filter(
    (select) => !select.multiple && !isInDialog(select) && (!shownOnly || isShown(select)),
  );
  const named = outsideGrids(selects.filter((select) => isNamed(select, control)));
  const others = selects.filter((select) => !isNamedOtherwise(select, control));
  for (const isLike of OPTION_EVIDENCE[control]) {
    const alike = others.filter(isLike);
    if (alike.length > 0) return agree(named, alike);
  }
  return agree(named, control === 'exportFrom' && shownOnly ? startingBlank(document, others) : []);
}

/**
 * Export From before a data set is chosen, where neither its words nor its options' are understood: the one list whose
 * first option is empty (screenshot DEM_00.png [S]), on a step that has a way on and none back.
 */
function startingBlank(document: Document, selects: HTMLSelectElement[]): HTMLSelectElement[] {
  const isStepOne = all(document, '.next').some(isShown) && !all(document, '.prev').some(isShown);
  return isStepOne
    ? outsideGrids(selects).filter(({ options }) => options.length > 1 && plain(options[0]?.text) === '')
    : [];
}

/** A plugin's description may hold a table with a select of the same name; where there is another, that one counts. */
function outsideGrids(selects: HTMLSelectElement[]): HTMLSelectElement[] {
  const outside = selects.filter((select) => select.closest('table.grid') === null);
  return outside.length > 0 ? outside : selects;
}

export function locateCheckbox(document: Document, control: CheckControl): HTMLInputElement | Trouble {
  const boxes = all<HTMLInputElement>(document, 'input').filter(
    (box) => isCheckbox(box) && !isInDialog(box) && isShown(box),
  );
  const named = boxes.filter((box) => isNamed(box, control));
  // Called both names: a label is tied to the wrong one.
  if (named.some((box) => isNamed(box, 'includeHeaders') && isNamed(box, 'surroundInQuotes'))) return 'ambiguous';
  return named.length > 0 ? agree(named, []) : byPlace(document, () => locateOutputForm(document)?.[control]);
}

/**
 * A text box by its label, below `root`: a step's boxes, or those of the save dialog, which is the root then. Where no
 * label is understood, the file name stands where step 3 has it, and the dialog holds the name and, below it, the
 * description (the order in which a guide names them [S]).
 */
export function locateText(root: ParentNode, control: TextControl): HTMLInputElement | HTMLTextAreaElement | Trouble {
  const boxes = all<HTMLInputElement | HTMLTextAreaElement>(root, 'input, textarea').filter(
    (box) => (isTag(box, 'textarea') || isTextBox(box)) && !isInDialog(box, root) && isShown(box),
  );
  const named = boxes.filter((box) => isNamed(box, control));
  if (named.length > 0) return agree(named, []);
  if (control === 'fileName') return byPlace(root, () => locateOutputForm(root as Document)?.fileName);
  const at = control === 'templateName' ? 0 : 1;
  return byPlace(root, () => (isSaveForm(formControls(root)) ? boxes[at] : null));
}

/** The save form's controls: a box for the name, one for the description, and nothing else. */
export function isSaveForm(controls: Parameters<typeof kindOf>[0][]): boolean {
  return /^T[AT]$/.test(controls.map(kindOf).join(''));
}

/**
 * Where a control stands tells nothing on a page whose words are understood: a control that has none of them is another,
 * and the one that is meant may be hidden.
 */
function byPlace<C>(root: ParentNode, find: () => C | null | undefined): C | Trouble {
  const found = find();
  return found && !isUnderstood(root) ? found : 'missing';
}

/**
 * Does a control below `root`, hidden or not, bear the first, English word of one of step 3's controls, or the dialog its
 * title or button? What a data set's description says in English tells nothing of the page.
 */
function isUnderstood(root: ParentNode): boolean {
  const isDialog = Boolean(root.parentNode);
  const isKnown = (label: string) => SURE.some((name) => CONTROL_WORDS[name][0] === label.replaceAll('"', ''));
  return (
    all<HTMLInputElement>(root, 'input, select').some((control) => labelsOf(control).some(isKnown)) ||
    (isDialog &&
      all(root, '.ui-dialog-title, h2, button').some((told) => DIALOG_WORDS.includes(wording(told.textContent))))
  );
}

const SURE = ['fileName', 'lineDelimiter', 'fieldDelimiter', 'characterSet', 'includeHeaders', 'templateName'] as const;
const DIALOG_WORDS = [...SAVE_DIALOG_TITLES, SAVE_AS_NEW_WORDS[0]];

function isNamed(
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  name: keyof typeof CONTROL_WORDS,
) {
  return labelsOf(control).some((label) => CONTROL_WORDS[name].includes(label.replaceAll('"', '')));
}

/** A select that the page calls by another control's name is not this one, whatever its options are. */
function isNamedOtherwise(select: HTMLSelectElement, control: SelectControl): boolean {
  const others = Object.keys(OPTION_EVIDENCE) as SelectControl[];
  return others.some((other) => other !== control && isNamed(select, other)) && !isNamed(select, control);
}

const says = (select: HTMLSelectElement, pattern: RegExp): boolean =>
  [...select.options].some(({ text, value }) =>
    [wording(text), wording(value), value].some((one) => pattern.test(one)),
  );

/**
 * What tells a select from any other by its options, best evidence first (reference section 2: seen option texts and
 * their other spellings; values as texts, as control characters, or as those are written in programs [U]), for pages in
 * other languages or without labels. Category's options are not known well enough.
 */
const OPTION_EVIDENCE: Record<SelectControl, ((select: HTMLSelectElement) => boolean)[]> = {
  category: [],
  exportFrom: [
    (select) => [...select.options].some((option) => /^NQ\b/.test(plain(option.text))),
    // A query's name: words joined by at least two dots.
    (select) => says(select, /[\w-]+(?:\.[\w-]+){2,}/),
  ],
  lineDelimiter: [(select) => says(select, /^(?:cr|\r|\\r)$/) && says(select, /^(?:lf|\n|\\n)$/)],
  fieldDelimiter: [
    // `Tab` begins the word in Spanish and French, too.
    (select) => says(select, /^(?:comma|coma|virgule|,)$|\(,\)/) && says(select, /^(?:tab|\t|\\t)/),
  ],
  characterSet: [(select) => says(select, /^(?:utf-?8|unicode \(utf-8\))$/)],
};
