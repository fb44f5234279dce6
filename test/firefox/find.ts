/** Finding things on a page by what they are called, as Playwright does it in Chromium. Runs in the page. */

/** One step from where the search stands to what it looks for, as plain data that can be sent into the page. */
export type Step = { css: string } | { button: { source: string; flags: string } } | { text: string } | { first: true };

/**
 * Goes all steps from the document on, into open shadow roots too.
 * @returns the one thing there is, null for none
 * @throws Error when there are several and no step chooses the first
 */
export function findOnPage(steps: Step[]): Element | null {
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const within = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
  const below = (element: Element): Element[] => [
    ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ...within(element),
  ];
  const wordsOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.matches('[aria-hidden=true], style, script') || !node.checkVisibility())
      return '';
    return [...node.childNodes].map(wordsOf).join(getComputedStyle(node).display.startsWith('inline') ? '' : ' ');
  };
  const has = (element: Element, text: string) => plain(element.textContent).toLowerCase().includes(text.toLowerCase());

  const go = (from: (Element | null)[], step: Step): Element[] => {
    const start = from.filter((one) => one !== null);
    if ('first' in step) return start.slice(0, 1);
    // Playwright's ":visible", which no browser has.
    if ('css' in step) {
      const css = step.css.replaceAll(':visible', '');
      const onlyShown = step.css.includes(':visible');
      return [...document.querySelectorAll(css)].filter((one) => !onlyShown || isShown(one));
    }
    const candidates = [...new Set(start.flatMap(below))];
    if ('button' in step) {
      const name = new RegExp(step.button.source, step.button.flags);
      const buttons = candidates.filter((one) => one.matches('button, [role=button], input[type=button]'));
      return buttons.filter((one) => isShown(one) && name.test(plain(one.getAttribute('aria-label') ?? wordsOf(one))));
    }
    const holding = candidates.filter((one) => !one.matches('style, script') && has(one, step.text));
    return holding.filter((one) => ![...one.children].some((child) => has(child, step.text)));
  };
  const found = steps.reduce<Element[]>(go, [document.documentElement]);
  if (found.length > 1) {
    const all = found.map((one) => `<${one.localName}> ${plain(one.textContent).slice(0, 60)}`).join('; ');
    throw new Error(`More than one thing is called so: ${all}`);
  }
  return found[0] ?? null;
}
