import { readPage } from '../../../utils/powerschool/read.ts';
import { readRecords } from '../../../utils/powerschool/records.ts';
import { readTemplateList } from '../../../utils/powerschool/templates.ts';

const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt', 'label'];
const BUTTONS = 'input[type="button" i], input[type="submit" i]';
/** A query's or a column's name. */
const DOTTED = /[\w-]+(?:\.[\w-]+)+/g;
const A = 'a'.charCodeAt(0);
/** The first of the Georgian letters, of which there are more than 26. */
const GEORGIAN = 0x10d0;

/**
 * Replaces every visible word of a page by one that no language has, as in a language of which nothing is known. What
 * stays: the data (names of data sets, tables, columns and templates, records), what stands in boxes, and option values.
 */
export function replaceWords(document: Document, location: Location): void {
  const data = dataOf(document, location);
  const kept = new RegExp(
    [...data]
      .sort((a, b) => b.length - a.length)
      .map(literally)
      .join('|') || '(?!)',
    'g',
  );
  const write = (text: string) => outside(text, kept, (part) => outside(part, DOTTED, invent));
  // Without a value of its own an option has its text for one.
  for (const option of document.querySelectorAll('option')) option.setAttribute('value', option.value);
  const texts = document.createTreeWalker(document.documentElement, document.defaultView?.NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement?.localName ?? '';
    if (!['style', 'script', 'textarea'].includes(parent)) node.textContent = write(node.textContent ?? '');
  }
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.matches(BUTTONS) ? [...ATTRIBUTES, 'value'] : ATTRIBUTES) {
      const text = element.getAttribute(name);
      if (text !== null) element.setAttribute(name, write(text));
    }
  }
}

function dataOf(document: Document, location: Location): Set<string> {
  const { tree, grid, exportFrom } = readPage(document, location);
  const options = typeof exportFrom === 'string' ? [] : exportFrom.options.map(({ text }) => text);
  const tables = readRecords(document).tables.flatMap(({ header, rows }) => [...header, ...rows.flat()]);
  const names = readTemplateList(document).rows.map(({ name }) => name);
  const records = location.pathname.includes('templates')
    ? names
    : document.querySelector('[type=radio]')
      ? tables
      : [];
  const columns = [...tree.flatMap(({ table, field }) => [table, field]), ...grid.map(({ field }) => field)];
  return new Set([...options, ...columns, ...records].map((text) => text.trim()).filter((text) => text.length > 1));
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function outside(text: string, kept: RegExp, write: (part: string) => string): string {
  const stays = text.match(kept) ?? [];
  return text
    .split(kept)
    .map((part, at) => write(part) + (stays[at] ?? ''))
    .join('');
}

function invent(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const at = letter.toLowerCase().charCodeAt(0) - A;
    return String.fromCharCode(GEORGIAN + (((at % 26) + 26) % 26));
  });
}
