import { isCheckbox, isTag } from './dom.ts';
import { chosenOption } from './options.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Writes a value so that the page notices (design decision 4, reference section 3): the value first, then bubbling
 * `input`, `keyup` and `change`, then `blur`. PowerSchool itself needs none of the events for labels (reference 0.2);
 * other builds may listen to any of them.
 */
export function writeText(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  // The prototype's setter, because a framework may have put its own on the element.
  Reflect.set(Object.getPrototypeOf(box), 'value', text, box);
  announce(box);
}

export function writeOption(select: HTMLSelectElement, option: HTMLOptionElement): void {
  select.selectedIndex = option.index;
  announce(select);
}

/** A click does for a tick box all that a person's does: it turns it and fires click, input and change. */
export function writeTick(box: HTMLInputElement, ticked: boolean): void {
  if (box.checked !== ticked) box.click();
}

function announce(control: Control): void {
  const view = control.ownerDocument.defaultView;
  if (!view) return;
  for (const type of ['input', 'keyup', 'change', 'blur', 'focusout'])
    control.dispatchEvent(new view.Event(type, { bubbles: type !== 'blur' }));
}

/** What a control holds, in the shape of a Change's `before` and `after`. */
export function heldBy(control: Control): string | boolean {
  if (isCheckbox(control)) return control.checked;
  return isTag(control, 'select') ? (chosenOption(control)?.text ?? '') : control.value;
}
