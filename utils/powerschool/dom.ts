/** Kinds of node, told by tag name: `instanceof` fails for nodes of another window. */

export const DIALOGS = '.ui-dialog, dialog, [role="dialog" i]';

export function isTag<K extends keyof HTMLElementTagNameMap>(
  node: Node | null | undefined,
  tag: K,
): node is HTMLElementTagNameMap[K] {
  return node?.nodeName.toLowerCase() === tag;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): boolean {
  return node.nodeType === 3;
}

export function isTextBox(element: Element): element is HTMLInputElement {
  return isTag(element, 'input') && (element.type === 'text' || element.type === 'search');
}

export function isCheckbox(element: Element): element is HTMLInputElement {
  return isTag(element, 'input') && element.type === 'checkbox';
}

/** Can the administrator change it? */
export function isEditable(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): boolean {
  if (control.matches(':disabled') || control.getAttribute('aria-disabled') === 'true') return false;
  return isTag(control, 'select') || isCheckbox(control) || !control.readOnly;
}
