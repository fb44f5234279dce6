import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const PAGES = join(import.meta.dirname, '../../fixtures/pages');
const ADDRESS = /^<!-- address: (\S+) -->/;

export const PLACES = readdirSync(PAGES).sort();

/** Names of a place's recorded and hand-written pages: `columns/ticked`. */
export function fixturesOf(place: string): string[] {
  return readdirSync(join(PAGES, place))
    .sort()
    .map((file) => `${place}/${file.replace(/\.html$/, '')}`);
}

export const allFixtures: readonly string[] = PLACES.flatMap(fixturesOf);

export function fixtureHtml(name: string): string {
  return readFileSync(join(PAGES, `${name}.html`), 'utf8');
}

/** A stored page as a document of its own, at the address in its first line. */
export function openFixture(name: string): { document: Document; location: Location } {
  const html = fixtureHtml(name);
  const address = ADDRESS.exec(html)?.[1];
  if (address === undefined) throw new Error(`${name} does not begin with its address.`);
  return openPage(html, address);
}

/** HTML as a document of its own. */
export function openPage(
  html: string,
  address = '/admin/datamgmt/exportmanager.action',
): { document: Document; location: Location } {
  const { window } = new JSDOM(html, { url: `https://district.powerschool.com${address}` });
  rememberStyles(window);
  return { document: window.document, location: window.location };
}

type StyledWindow = Pick<typeof globalThis, 'Element' | 'getComputedStyle' | 'MutationObserver' | 'document'>;

/**
 * Gives a jsdom window `checkVisibility`, and lets it remember computed styles until its document changes. jsdom computes each anew, in a millisecond;
 * reading one page asks for the same ones thousands of times.
 */
export function rememberStyles(window: StyledWindow): void {
  const computed = window.getComputedStyle.bind(window);
  let known = new WeakMap<Element, CSSStyleDeclaration>();
  const observer = new window.MutationObserver(() => {
    known = new WeakMap();
  });
  observer.observe(window.document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.getComputedStyle = (element) => {
    // Changes that the observer was not told of yet count too.
    if (observer.takeRecords().length > 0) known = new WeakMap();
    const style = known.get(element) ?? computed(element);
    known.set(element, style);
    return style;
  };
  window.Element.prototype.checkVisibility = function checkVisibility() {
    return isVisible(this, window);
  };
}

/** What a browser's `checkVisibility({ visibilityProperty: true })` tells; jsdom has none. */
function isVisible(element: Element, window: StyledWindow): boolean {
  if (!element.isConnected || window.getComputedStyle(element).visibility === 'hidden') return false;
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (window.getComputedStyle(box).display === 'none') return false;
  }
  return true;
}
