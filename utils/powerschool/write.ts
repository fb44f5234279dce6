import { isCheckbox, isTag } from './dom.ts';
import { chosenOption } from './options.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Writes a value so that the page notices (design decision 4, reference section 3): the value first, then bubbling
 * `input` and `change`, then `blur`. PowerSchool itself needs none of the events for labels (reference 0.2); other
 * builds may listen to any of them.
 */
export function writeText(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  // The prototype's setter, because a framework may have put its own on the element.
  const prototype = Object.getPrototypeOf(box) as object;
  const setter = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  if (setter) setter.call(box, text);
  else box.value = text;
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
  control.dispatchEvent(new view.Event('input', { bubbles: true }));
  control.dispatchEvent(new view.Event('change', { bubbles: true }));
  control.dispatchEvent(new view.FocusEvent('blur'));
  control.dispatchEvent(new view.FocusEvent('focusout', { bubbles: true }));
}

/** What a control holds, in the shape of a Change's `before` and `after`. */
export function heldBy(control: Control): string | boolean {
  if (isCheckbox(control)) return control.checked;
  return isTag(control, 'select') ? (chosenOption(control)?.text ?? '') : control.value;
}
