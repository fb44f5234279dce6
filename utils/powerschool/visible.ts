/**
 * Does the element take part in what the administrator sees? All three steps may sit in the document with one visible
 * (reference section 7.5), hidden by `display`, by the class `hide`, or by a collapsed accordion panel.
 */
export function isShown(element: Element): boolean {
  return isRendered(element) && !isInCollapsedPanel(element);
}

/** The second name is Chrome's before 121. */
const BY_STYLE = { visibilityProperty: true, checkVisibilityCSS: true };

/** The same without the look for collapsed panels, which costs layout: for the many parts of something that is shown. */
export function isRendered(element: Element): boolean {
  return element.checkVisibility(BY_STYLE);
}

/** An accordion may fold a panel to no height instead of hiding it. */
function isInCollapsedPanel(element: Element): boolean {
  for (let box = element.parentElement; box && box !== box.ownerDocument.body; box = box.parentElement) {
    if (isCollapsed(box)) return true;
  }
  return false;
}

/** Is it folded to no height, with something in it? */
export function isCollapsed(box: Element): boolean {
  return box.clientHeight === 0 && box.scrollHeight > 0 && clips(box);
}

function clips(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).overflowY !== 'visible';
}
