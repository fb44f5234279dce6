import { DIALOGS, isCheckbox, isTag, isTextBox } from '../dom.ts';
import { remember } from '../reading.ts';
import { isShown } from '../visible.ts';
import { all, labelsOf } from './controls.ts';

/** A form control of the page, with the letter of its kind. */
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Step 3's controls in the order of the screenshot DEM_summary.png [S]: a text box for the file name; two lists, each
 * with a box of its own beside it, which some version may hide; a third list; two tick boxes and no third.
 */
const ORDER = /TST?ST?SCC(?!C)/g;

/** Step 3's form, told by nothing but kinds and order of its controls. Kept for one reading or one write only. */
export interface OutputForm {
  fileName: HTMLInputElement;
  /** Null where order and marks do not tell them apart. */
  includeHeaders: HTMLInputElement | null;
  surroundInQuotes: HTMLInputElement | null;
  /** The controls that follow: those of a save form that opened in the page. */
  after: Control[];
}

/**
 * Finds step 3 in a language that is not understood; null unless exactly one place of the page looks like it.
 * Which tick box is which is told by two things that must agree: the screenshot's order, and the quotation marks around
 * "field values", which the second one's label has and the first one's has not. Order alone tells nothing: a wrong guess
 * would write a file that cannot be read, and nobody would see it on the page.
 */
export function locateOutputForm(document: Document): OutputForm | null {
  return remember('output', () => findOutputForm(document));
}

function findOutputForm(document: Document): OutputForm | null {
  // Lists are few; step 1 may hold a thousand boxes.
  if (all(document, 'select').filter(isShown).length < 3) return null;
  const controls = formControls(document).filter((control) => !control.closest(DIALOGS));
  const kinds = controls.map(kindOf).join('');
  const [found, ...more] = kinds.matchAll(ORDER);
  if (!found || more.length > 0) return null;
  const end = found.index + found[0].length;
  const [first, second] = controls.slice(end - 2, end) as [HTMLInputElement, HTMLInputElement];
  const isTold = hasQuotationMarks(second) && !hasQuotationMarks(first);
  return {
    fileName: controls[found.index] as HTMLInputElement,
    includeHeaders: isTold ? first : null,
    surroundInQuotes: isTold ? second : null,
    after: controls.slice(end),
  };
}

const BOXES = 'input:not([type="hidden" i], [type="button" i], [type="submit" i]), select, textarea';

/** All form controls that are shown below `root`, in the page's order. */
export function formControls(root: ParentNode): Control[] {
  return all<Control>(root, BOXES).filter(isShown);
}

/** T a text box, S a list, C a tick box, A a box of several lines, O anything else. */
export function kindOf(control: Control): string {
  if (isTag(control, 'textarea')) return 'A';
  if (isTag(control, 'select')) return control.multiple ? 'O' : 'S';
  if (isCheckbox(control)) return 'C';
  return isTextBox(control) ? 'T' : 'O';
}

/** A pair of them; `wording()` makes all kinds straight. */
function hasQuotationMarks(box: HTMLInputElement): boolean {
  return labelsOf(box).some((label) => label.split('"').length > 2);
}
