const KEYS = ['keydown', 'keyup', 'keypress', 'input', 'change'];
const FOCUS = ['focus', 'focusin', 'blur', 'focusout'];

/**
 * Keeps the panel's typing and focus from the page, until `signal` aborts. A modal dialog of jQuery UI takes the focus
 * back whenever it sees it elsewhere; old jQuery listens for `focus` capturing on the document, so only the window's
 * capture phase comes early enough. Mouse events pass: PowerSchool counts them as activity of the session.
 */
export function keepApart(root: ShadowRoot, signal: AbortSignal): void {
  for (const kind of KEYS) root.addEventListener(kind, (event) => event.stopPropagation(), { signal });
  const hide = (event: Event) => {
    if (event.target === root.host) event.stopPropagation();
  };
  for (const kind of FOCUS) root.ownerDocument.defaultView?.addEventListener(kind, hide, { capture: true, signal });
}
