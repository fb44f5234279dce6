import { isCheckbox, isTag, isTextBox } from '../dom.ts';
import { remember } from '../reading.ts';
import { plain, wording } from '../text.ts';
import type { CheckControl, SelectControl, TextControl, Trouble } from '../types.ts';
import { isShown } from '../visible.ts';
import { CONTROL_WORDS } from '../words.ts';
import { agree, all, isInDialog, labelsOf } from './controls.ts';

/**
 * The form controls of steps 1 and 3. Their ids are not known (reference section 8), so the words beside them come
 * first and the options of the three selects second; both must agree.
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
  return agree(
    outsideGrids(selects.filter((select) => isNamed(select, control))),
    selects.filter((select) => OPTION_EVIDENCE[control](select) && !isNamedOtherwise(select, control)),
  );
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
  return agree(
    boxes.filter((box) => isNamed(box, control)),
    [],
  );
}

/** A text box by its label, below `root`; a step's boxes or the save dialog's. */
export function locateText(root: ParentNode, control: TextControl): HTMLInputElement | HTMLTextAreaElement | Trouble {
  const boxes = all<HTMLInputElement | HTMLTextAreaElement>(root, 'input, textarea').filter(
    (box) => (isTag(box, 'textarea') || isTextBox(box)) && !isInDialog(box, root) && isShown(box),
  );
  return agree(
    boxes.filter((box) => isNamed(box, control)),
    [],
  );
}

function isNamed(
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  name: keyof typeof CONTROL_WORDS,
) {
  return labelsOf(control).some((label) => CONTROL_WORDS[name].includes(label));
}

/** A select that the page calls by another control's name is not this one, whatever its options are. */
function isNamedOtherwise(select: HTMLSelectElement, control: SelectControl): boolean {
  const others = Object.keys(OPTION_EVIDENCE) as SelectControl[];
  return others.some((other) => other !== control && isNamed(select, other)) && !isNamed(select, control);
}

function optionWords(select: HTMLSelectElement): Set<string> {
  return new Set([...select.options].flatMap((option) => [wording(option.text), wording(option.value), option.value]));
}

const has = (select: HTMLSelectElement, ...any: string[]): boolean => {
  const words = optionWords(select);
  return any.some((word) => words.has(word));
};

/**
 * What tells a select from any other by its options (reference section 2: seen option texts and their other
 * spellings), for pages in other languages or without labels. Category's options are not known well enough.
 */
const OPTION_EVIDENCE: Record<SelectControl, (select: HTMLSelectElement) => boolean> = {
  category: () => false,
  exportFrom: (select) => [...select.options].some((option) => /^NQ\b/.test(plain(option.text))),
  lineDelimiter: (select) => has(select, 'cr', '\r') && has(select, 'lf', '\n'),
  fieldDelimiter: (select) => has(select, 'comma', ',', 'comma (,)') && has(select, 'tab', '\t'),
  characterSet: (select) => has(select, 'utf-8', 'utf8', 'unicode (utf-8)'),
};
