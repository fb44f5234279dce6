import { textIn } from './locate/preview.ts';
import { plain } from './text.ts';
import { isRendered } from './visible.ts';

/** A number with any of the signs that set off its thousands. */
const NUMBER = String.raw`\d{1,3}(?:[.,'\u2019\u00a0\u202f ]\d{3})+|\d+`;
/** Words for what is counted, in PowerSchool's languages and a few more. */
const COUNTED =
  '(?:records?|rows?|entries|results?|items?|registros?|filas?|resultados?|enregistrements?|lignes?|r[ée]sultats?|datens[äa]tze|eintr[äa]ge|zeilen)';
/** `1 – 25 of 12,345 records`, in any language: a range, a word or a sign, how many there are, and nothing else. */
const RANGE = new RegExp(
  String.raw`^\D{0,24}(${NUMBER})\s*(?:[-\u2010-\u2015]|\p{L}{1,5})\s*(${NUMBER})\s*(?:[/|]|\p{L}{1,12}\.?(?:\s\p{L}{1,6}\.?)?)\s*(${NUMBER})\s*${COUNTED}?[^\d\p{L}]*$`,
  'iu',
);
const OF_TOTAL = new RegExp(
  String.raw`^\D{0,24}(${NUMBER})\s*(?:of|de|sur|von|/)\s*(${NUMBER})\s*${COUNTED}[^\d\p{L}]*$`,
  'iu',
);
const TOTAL = new RegExp(
  String.raw`^[^\d\p{L}]*(?:(?:total|showing|found)\P{L}{0,3})?(${NUMBER})\s*${COUNTED}[^\d\p{L}]*$|^${COUNTED}[^\d\n]{0,24}:\s*(${NUMBER})[^\d\p{L}]*$`,
  'iu',
);

/** How far around the table its count may stand. */
const LEVELS = 4;
const LONGEST = 160;

/**
 * How many records there are, and the number of the first one shown, by the words around the preview.
 * @param shown how many rows the table shows: a count that does not fit them is not believed.
 * @returns null for each that the page does not tell.
 */
export function readCount(
  document: Document,
  table: Element,
  shown: number,
): { total: number | null; first: number | null } {
  for (const text of textsAround(document, table)) {
    const range = RANGE.exec(text)?.slice(1).map(numberIn);
    const [from = 0, to = 0, all = 0] = range ?? [];
    if (range && all >= to && to - from + 1 === shown && from > 0) return { total: all, first: from };
    if (range && shown === 0 && from === 0 && all === 0) return { total: 0, first: null };
    const part = OF_TOTAL.exec(text)?.slice(1).map(numberIn);
    if (part?.[0] === shown && (part[1] ?? 0) >= shown) return { total: part[1] ?? null, first: null };
    const [, before, after] = TOTAL.exec(text) ?? [];
    const total = numberIn(before ?? after ?? '');
    if (!range && !part && total >= shown && (before ?? after)) return { total, first: null };
  }
  return { total: null, first: null };
}

const numberIn = (text: string): number => Number(text.replace(/\D/g, ''));

/** Digits of Arabic and Persian pages as those that are counted with; their sign between thousands as a comma. */
function withPlainDigits(text: string): string {
  const digits = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & LOW_BITS));
  return digits.replaceAll('\u066c', ',');
}

const LOW_BITS = 0xf;

/** Short texts beside the table, the nearest first. Texts of the table itself are records. */
function* textsAround(document: Document, table: Element): Generator<string> {
  const seen = new Set<Element>();
  let box = table.parentElement;
  for (let level = 0; box && box !== document.body && level < LEVELS; level += 1, box = box.parentElement) {
    for (const element of [box, ...box.querySelectorAll('*')]) {
      if (seen.has(element) || table.contains(element) || element.contains(table)) continue;
      seen.add(element);
      const text = withPlainDigits(plain(textIn(element)));
      if (text.length > 2 && text.length < LONGEST && /\d/.test(text) && isRendered(element)) yield text;
    }
  }
}
