import { isElement, isTag, isText } from '../dom.ts';
import { OUR_TAG } from '../locate/controls.ts';
import type { PageLocation } from '../recognize.ts';
import { plain } from '../text.ts';
import { isCollapsed, isRendered } from '../visible.ts';
import { type Attributes, createAttributes } from './attributes.ts';
import { knownTags } from './known.ts';
import { isRecord } from './record.ts';
import { createRedactor, type Redactor, shapeOf } from './redact.ts';

/** What a picture is cut to, in characters, in elements within elements, and in like elements in a row. */
const LARGEST = 200_000;
const DEEPEST = 80;
const IN_A_ROW = 80;

/** Not shown at all: what they hold is no part of the page's structure. */
const LEFT_OUT = new Set(['head', 'script', 'style', 'link', 'meta', 'base', 'title', 'noscript', OUR_TAG]);
/** Shown without what is in them: values, foreign documents, drawings. */
const CLOSED = new Set(['textarea', 'template', 'svg', 'math', 'iframe', 'frame', 'object', 'embed', 'canvas']);
const EMPTY = new Set(['input', 'br', 'hr', 'img', 'wbr', 'col', 'area', 'embed', 'frame']);
/** White space beside these is not seen; beside all others it may part or join words. */
const INLINE = new Set(
  'a abbr b br button cite code del em font i img input ins kbd label mark q s samp small span strong sub sup tt u var wbr select svg'.split(
    ' ',
  ),
);

/**
 * A picture of the page's structure that holds nothing of anybody: tags, ids, classes, roles, kinds of controls, what
 * is hidden or disabled, and the words of a fixed list; everything else as length and shape, and never what is typed,
 * ticked or chosen. It is HTML, to be read by a person and to be made a test fixture of (docs/adding-a-page-variant.md).
 * Reads only; throws nothing for any page.
 * @param names names of data sets, fields and labels that may be told (of the receiver's profile).
 */
export function takePicture(document: Document, location: PageLocation, names: readonly string[]): string {
  const redactor = createRedactor(names);
  const address = location.pathname.split(';')[0] ?? '';
  const drawing = new Drawing(redactor, createAttributes(redactor));
  drawing.element(document.documentElement, 0, true);
  const head = `<!-- address: /${redactor.parts(address.slice(1))} -->\n<!-- Roster Export Assistant: picture of a page, 1 -->`;
  return `${head}${drawing.text}\n`;
}

class Drawing {
  readonly #redactor: Redactor;
  readonly #attributes: Attributes;
  #parts: string[] = [];
  #length = 0;
  #cut = false;
  /** The next thing stands on a line of its own. */
  #atBreak = true;

  constructor(redactor: Redactor, attributes: Attributes) {
    this.#redactor = redactor;
    this.#attributes = attributes;
  }

  get text(): string {
    return this.#parts.join('');
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #line(depth: number): void {
    this.#put(`\n${' '.repeat(Math.min(depth, 30))}`);
    this.#atBreak = false;
  }

  #note(words: string, depth: number): void {
    this.#line(depth);
    this.#put(`<!-- ${words} -->`);
    this.#atBreak = true;
  }

  /** @param seen is the element around it shown? */
  element(element: Element, depth: number, seen: boolean): void {
    const tag = tagOf(element);
    const block = !INLINE.has(tag);
    if (block || this.#atBreak) this.#line(depth);
    const { hiddenBy, shown } = visibility(element, seen);
    const attributes = this.#attributes(element);
    if (hiddenBy !== '') attributes.push(['hidden-by', hiddenBy]);
    this.#put(`<${tag}${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`);
    const begun = this.#parts.length;
    if (element.shadowRoot) this.#note('a shadow root, not looked at', depth + 1);
    if (!CLOSED.has(tag) && !EMPTY.has(tag)) this.#children(element, depth + 1, shown);
    if (EMPTY.has(tag)) {
      this.#atBreak = block || this.#atBreak;
      return;
    }
    const hasLines = this.#parts.slice(begun, begun + 200).some((part) => part.startsWith('\n'));
    if (this.#atBreak && hasLines) this.#line(depth);
    this.#put(`</${tag}>`);
    this.#atBreak = block;
  }

  #children(parent: Element, depth: number, shown: boolean): void {
    const rows = new Map<string, number>();
    for (const child of parent.childNodes) {
      if (isText(child)) this.#text(child, parent, depth);
      if (!isElement(child) || LEFT_OUT.has(child.localName)) continue;
      if (this.#isFull(depth)) break;
      const times = (rows.get(child.localName) ?? 0) + 1;
      rows.set(child.localName, times);
      const isKnown = isTag(child, 'option') && this.#redactor.text(child.text) === plain(child.text);
      if (times <= IN_A_ROW || isKnown) this.element(child, depth, shown);
    }
    for (const [name, times] of rows) {
      if (times > IN_A_ROW) this.#note(`cut: ${times} ${knownTags.has(name) ? name : 'others'} in a row`, depth);
    }
  }

  #isFull(depth: number): boolean {
    const isLarge = this.#length > LARGEST;
    if (isLarge && !this.#cut) this.#note('cut: the page is larger', depth);
    if (!isLarge && depth > DEEPEST) this.#note('cut: nested deeper', depth);
    this.#cut ||= isLarge;
    return isLarge || depth > DEEPEST;
  }

  #text(node: Node, parent: Element, depth: number): void {
    const given = node.textContent ?? '';
    const said = this.#redactor.text(given, isRecord(parent));
    if (this.#cut || given === '') return;
    if (said === '') {
      if (!this.#atBreak && isBesideText(node.nextSibling)) this.#put(' ');
      return;
    }
    const begin = /^\s/.test(given) && !this.#atBreak ? ' ' : '';
    if (this.#atBreak) this.#line(depth);
    this.#put(`${begin}${escaped(said)}${/\s$/.test(given) && node.nextSibling ? ' ' : ''}`);
  }
}

const isBesideText = (node: Node | null) => node !== null && (!isElement(node) || INLINE.has(tagOf(node)));

/** The element's own name, or, for names that HTML does not have, which a page may choose freely, its shape. */
function tagOf({ localName }: Element): string {
  const name = localName.toLowerCase();
  if (knownTags.has(name) || ['html', 'body', 'math'].includes(name)) return name;
  return `x-${shapeOf(name)
    .toLowerCase()
    .replace(/[^a9-]/g, '-')}`;
}

/** Whether an element shows, told only where that differs from the element around it. */
function visibility(element: Element, seen: boolean): { hiddenBy: string; shown: boolean } {
  // A closed list shows none of its options, and a hidden box is told by its type.
  if (element.matches('option, optgroup, input[type="hidden" i], br, wbr, col, colgroup')) {
    return { hiddenBy: '', shown: seen };
  }
  const shown = isRendered(element);
  if (shown === seen) return { hiddenBy: shown && isCollapsed(element) ? 'folding' : '', shown };
  if (shown) return { hiddenBy: 'nothing', shown };
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  // A box of its own it has not, what is in it shows all the same.
  if (style?.display === 'contents') return { hiddenBy: '', shown: seen };
  const byVisibility = style?.visibility === 'hidden' || style?.visibility === 'collapse';
  return { hiddenBy: byVisibility ? 'visibility' : 'display', shown };
}

/** As HTML has it; a line break as an option's value is written as a number. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\r\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
