/** What is wrong with a scene in the language that nobody speaks (pseudo.ts). */
import type { Page } from '@playwright/test';
import { SUMMARY_NAMES } from '../../utils/template/summary.ts';

/** What is never translated: PowerSchool's own words, names and values of the invented data. */
const DATA: (string | RegExp)[] = [
  /\b\w+\.csv\b/,
  /\b(?:USERS|STUDENTS)\.[\w.]+/,
  /[\w-]+(?:\.[\w-]+){2,}(?::\d+)?/,
  // Dates and times, as the locale writes them.
  /\b[A-Z][a-z]{2} \d{1,2}, \d{4}\b/,
  /\b\d{1,2}:\d\d [AP]M\b/,
  // Codes of findings.
  /\b[A-Z]\d{1,2}\b/,
  // Values of cells, and paths of files that were given.
  /\bexport\//,
  /\ba_very_long_name_\w*/,
  /\b(?:parent|student|teacher|administrator)\b/,
  'support@classtag.com',
  '*.powerschool.com',
  ...Object.values(SUMMARY_NAMES),
  ...['Schedule Active', 'Days to Execute', 'When to Execute', 'Send Output To', 'Path', 'Email Completion Report To'],
  ...[
    'Windows ANSI',
    'UTF-8',
    'CR',
    'LF',
    'Comma',
    'Tab',
    'export.txt',
    'PowerSchool Folder',
    'ClassTag SFTP',
    'ClassTag',
  ],
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ...['Lowest grade', 'Highest grade', 'Schools to leave out', 'Maplewood Unified School District', 'Maplewood'],
];

/** Their text is data: labels and fields, PowerSchool's menus, values of cells, the letter, what was typed as a name, a picture. */
const HOLD_DATA = '.label, .field, .path, code, pre, .letter, .facts dd bdi, style';

/** Texts that were not translated: outside of the brackets, and no data. */
export async function untranslated(page: Page): Promise<string[]> {
  const texts = await page.evaluate((dataIn) => {
    const root: ParentNode = document.querySelector('roster-export-assistant')?.shadowRoot ?? document.body;
    const found: string[] = [];
    for (const element of root.querySelectorAll('*')) {
      for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'aria-description'])
        found.push(element.getAttribute(name) ?? '');
      // The page beside the panel is not ours.
      if (element.closest(dataIn)) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
    }
    return found;
  }, HOLD_DATA);
  return [...new Set(texts)].filter((text) => /\p{L}/u.test(outside(text)));
}

/** What stands outside of the brackets, without what is data. */
function outside(text: string): string {
  let depth = 0;
  let rest = '';
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    else if (letter === '⟧') depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return DATA.reduce(
    (left: string, data) => left.replaceAll(typeof data === 'string' ? data : new RegExp(data, 'g'), ''),
    rest,
  );
}

/** What is wider than its place, cut off, out of the panel or the page, or lies on something else. Opens everything. */
export const broken = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const shadow = document.querySelector('roster-export-assistant')?.shadowRoot;
    const top = shadow?.querySelector('aside') ?? document.querySelector('main');
    if (!top) return ['nothing is drawn'];
    for (const details of top.querySelectorAll('details')) details.open = true;
    // Rows get their heights with the frame after the one in which they are first seen.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const faults: string[] = [];
    const nameOf = (element: Element) =>
      `${element.localName}.${element.className} “${(element.textContent ?? '').slice(0, 60)}”`;
    const isSeen = (element: Element) => element.checkVisibility() && !element.closest('.sr, svg, .scrolling');
    const frame = top.getBoundingClientRect();
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.push('the page scrolls sideways');
    if (frame.left < -1 || frame.right > innerWidth + 1) faults.push('it is wider than the window');
    // Of a thousand like rows the first are enough.
    for (const element of [...top.querySelectorAll<HTMLElement>('*')].slice(0, 600).filter(isSeen)) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < frame.left - 1 || right > frame.right + 1))
        faults.push(`out of its frame: ${nameOf(element)}`);
      const { overflowX, overflowY, display } = getComputedStyle(element);
      // The row of buttons that stays in view reaches into the panel's padding.
      if (display === 'inline' || element.localName === 'input' || element.querySelector('.stick')) continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        faults.push(`too wide: ${nameOf(element)}`);
      const isCut = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
      if (isCut || (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1))
        faults.push(`cut: ${nameOf(element)}`);
    }
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const lines: { box: DOMRect; node: Node }[] = [];
    while (walker.nextNode() && lines.length < 300) {
      const node = walker.currentNode;
      const holder = node.parentElement;
      if (!holder || !isSeen(holder) || holder.closest('.stick, style') || (node.textContent ?? '').trim() === '')
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 0) lines.push({ box, node });
      // A word that is cut in two has no room; names in PowerSchool may be longer than any place.
      for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\p{L}{2,14}(?![\p{L}\w.])/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
        if (Math.max(...tops) - Math.min(...tops) > 5 && !holder.closest('.label, .field, code'))
          faults.push(`“${word}” is cut in two: ${nameOf(holder)}`);
      }
    }
    for (const [at, { box: a, node }] of lines.entries()) {
      for (const { box: b, node: other } of lines.slice(at + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 5) faults.push(`“${node.textContent}” lies on “${other.textContent}”`);
      }
    }
    return [...new Set(faults)];
  });
