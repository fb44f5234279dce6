/**
 * The page's own scripts must not be able to press our buttons (design decision 6). The shadow root is open, so two
 * locks: events made by scripts are stopped at the root, and every handler asks again, because a script could move a
 * button out of the root and click it there.
 */

export type IsTrusted = (event: Event) => boolean;

const KINDS = [
  'click',
  'keydown',
  'keyup',
  'input',
  'change',
  'submit',
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
];

/** The browser's own word on whether a person did it. */
export const byBrowser: IsTrusted = (event) => event.isTrusted;

/** Whom the handlers below a root trust. A button that a script moved to another root is trusted by nobody. */
const guards = new WeakMap<Node, IsTrusted>();

/** Lets the handlers below `root` act on what `isTrusted` says. The popup, no page's neighbor, trusts everything. */
export function trustIn(root: Node, isTrusted: IsTrusted): void {
  guards.set(root, isTrusted);
}

/** Stops every event of a script before anything inside `root` sees it, until `signal` aborts. */
export function refuseUntrusted(root: EventTarget, signal: AbortSignal, isTrusted: IsTrusted): void {
  const refuse = (event: Event) => {
    if (isTrusted(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const kind of KINDS) root.addEventListener(kind, refuse, { capture: true, signal });
}

/** Wraps a handler so that it runs for trusted events only. */
export function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (guards.get((event.currentTarget as Node).getRootNode())?.(event)) handler(event);
  };
}
