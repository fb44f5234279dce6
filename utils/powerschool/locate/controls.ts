import { DIALOGS, isElement, isTag, isText } from '../dom.ts';
import { remember } from '../reading.ts';
import { wording } from '../text.ts';
import type { Trouble } from '../types.ts';

/** Our own panel's host element; nothing inside counts as PowerSchool's page. */
export const OUR_TAG = 'roster-export-assistant';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const SILENT = new Set(['SCRIPT', 'STYLE', 'SELECT', 'OPTION', 'TEXTAREA', 'TEMPLATE', 'BUTTON']);

/**
 * The texts that may be a control's label, as `wording()`, best evidence first: what the page ties to it (aria,
 * `label`), else what stands beside it in its row. The markup of the form rows is not known (reference sections 3 and
 * 7.7: `fieldset > div`, `tr`, `dl`, `.row`, labels without `for`), so the row is the first ancestor with words.
 */
export function labelsOf(control: Control, side: 'before' | 'after' = 'before'): string[] {
  return side === 'before' ? remember(control, () => findLabels(control, side)) : findLabels(control, side);
}

function findLabels(control: Control, side: 'before' | 'after'): string[] {
  const tied = [control.getAttribute('aria-label'), ...labelledBy(control), ...tiedLabels(control, side)]
    .map(wording)
    .filter((text) => text !== '');
  if (tied.length === 0) return besideIt(control, side);
  // A label that is tied to another control than the one beside it: then either may be meant.
  const isByFor =
    side === 'before' && !isTickable(control) && [...(control.labels ?? [])].some(({ htmlFor }) => htmlFor);
  return isByFor ? [...tied, ...besideIt(control, side)] : tied;
}

function labelledBy(control: Control): string[] {
  const ids = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return ids.map((id) => control.ownerDocument.getElementById(id)?.textContent ?? '');
}

/** `labels` looks through the whole document each time; a tree of a thousand boxes has its labels around or beside them. */
function tiedLabels(control: Control, side: 'before' | 'after'): string[] {
  if (side === 'before') return [...(control.labels ?? [])].map(ownWords);
  const near = [control.closest('label'), control.nextElementSibling, control.previousElementSibling];
  const label = near.find((element) => isTag(element, 'label') && element.control === control);
  return label ? [ownWords(label)] : [];
}

/** An element's own words, without those of the controls in it. */
function ownWords(element: Element): string {
  let words = '';
  for (const node of element.childNodes) {
    if (isText(node)) words += ` ${node.textContent ?? ''}`;
    else if (isElement(node) && !SILENT.has(node.tagName)) words += ` ${ownWords(node)}`;
  }
  return words;
}

function besideIt(control: Control, side: 'before' | 'after'): string[] {
  for (let box = control.parentElement; box && box !== control.ownerDocument.body; box = box.parentElement) {
    const around = wordsAround(box, control);
    const before = wording(around.before);
    // Words behind a text box belong to the next control; behind a tick box they may be its own.
    const after = isTickable(control) ? wording(around.after) : '';
    // A `dd` holds the control, its `dt` the words.
    const term = isTag(box, 'dd') ? wording(box.previousElementSibling?.textContent) : '';
    const [found] = (side === 'before' ? [before, term, after] : [after, before]).filter((text) => text !== '');
    if (found !== undefined) return [found];
    // Between two other controls a wider box adds no words; looking on would read the whole page for each control.
    if (around.closedBefore && (around.closedAfter || !isTickable(control))) return [];
    // A table in a table's cell is there for the layout: the words are in the outer one's row.
    if (isTag(box, 'form') || (isTag(box, 'table') && !isTag(box.parentElement, 'td'))) return [];
  }
  return [];
}

function isTickable(control: Control): boolean {
  return control.type === 'checkbox' || control.type === 'radio';
}

interface Around {
  before: string;
  after: string;
  /** Another control stands before (after) this one in the box. */
  closedBefore: boolean;
  closedAfter: boolean;
}

/** The words in `box` between the control before and this one, and between this one and the next. */
function wordsAround(box: Element, control: Element): Around {
  const words: Around = { before: '', after: '', closedBefore: false, closedAfter: false };
  let seen = false;
  const visit = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (words.closedAfter) return;
      if (node === control) seen = true;
      else if (isText(node)) words[seen ? 'after' : 'before'] += ` ${node.textContent ?? ''}`;
      else if (isElement(node) && isOtherControl(node)) {
        if (seen) words.closedAfter = true;
        else Object.assign(words, { before: '', closedBefore: true });
      } else if (isElement(node) && !SILENT.has(node.tagName)) visit(node);
    }
  };
  visit(box);
  return words;
}

function isOtherControl(node: Element): boolean {
  return node.matches('select, textarea, input:not([type="hidden" i])');
}

/** The one element of a list, or why there is none. */
function one<T>(found: readonly T[]): T | Trouble {
  const [first] = found;
  if (first === undefined) return 'missing';
  return found.length === 1 ? first : 'ambiguous';
}

/**
 * Joins two ways of finding one thing. Where both find something they must share exactly one; where only one way finds
 * anything it decides alone (design decision 1).
 */
export function agree<T>(first: readonly T[], second: readonly T[]): T | Trouble {
  if (first.length === 0) return one(second);
  if (second.length === 0) return one(first);
  const shared = first.filter((candidate) => second.includes(candidate));
  return shared.length === 1 ? one(shared) : 'ambiguous';
}

export function isTrouble(found: unknown): found is Trouble {
  return found === 'missing' || found === 'ambiguous';
}

/** Does it stand in a dialog that `root` is not in? The wizard's own controls never do. */
export function isInDialog(element: Element, root: Node = element.ownerDocument): boolean {
  const dialog = element.closest(DIALOGS);
  return dialog !== null && root !== dialog && root.contains(dialog);
}

/** All elements below `root` that match, without those of our own panel. */
export function all<E extends Element>(root: ParentNode, selector: string): E[] {
  return [...root.querySelectorAll<E>(selector)].filter((element) => element.localName !== OUR_TAG);
}
