import { plain, wording } from '../text.ts';
import { knownBeginnings, knownFields, knownParts, knownTexts, rawOptions } from './known.ts';

/** Longer words are not told apart, nor are longer texts. */
const LONGEST_WORD = 12;
const LONGEST_TEXT = 60;
/** Signs that say how a text is built. Any other sign, and any sign of another script, is `?`. */
const SIGNS = /[ .:_/-]/;

/** In a language that nobody here knows they tell which tick box is which (locate/output.ts). All kinds count as one. */
const QUOTATION_MARKS = /["\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/;

/** `Ann-Lee 7` → `Aaa-Aaa 9`: capitals, small letters, digits and a few signs; of anything else that it is there. */
export function shapeOf(text: string): string {
  const shape = [...plain(text)]
    .map((sign) => {
      if (/\p{Lu}/u.test(sign)) return 'A';
      if (/[\p{L}\p{M}]/u.test(sign)) return 'a';
      if (/\p{N}/u.test(sign)) return '9';
      if (QUOTATION_MARKS.test(sign)) return '"';
      return SIGNS.test(sign) ? sign : '?';
    })
    .join('')
    .replace(/[Aa9]{13,}/g, (word) => word.slice(0, LONGEST_WORD))
    .replace(/([?.:_/-])\1{3,}/g, '$1$1$1');
  return shape.length > LONGEST_TEXT ? `${shape.slice(0, LONGEST_TEXT)}...` : shape;
}

/** What a picture may say besides the interface's own words: names of data sets, tables, fields and labels. */
export interface Redactor {
  /** A text as it is where all of it is known, else its shape. Where `isRecord`, only names of data are known. */
  text(text: string, isRecord?: boolean): string;
  /** The value of an option or of a button; a line break may be one. */
  value(value: string): string;
  /** An id, a class or a name: each part that is known or made of known words, the shape of the others. */
  parts(text: string): string;
}

/** @param names names of data sets, fields and labels that may be told wherever they stand. */
export function createRedactor(names: readonly string[]): Redactor {
  const data = new Set(names.map((name) => wording(name)));
  const dataParts = new Set([...data].flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)));
  const isField = (part: string) => data.has(part) || knownFields.has(part);
  const isData = (words: string) => data.has(words) || words.split('.').every(isField);
  const isPart = (part: string) => knownParts.has(part.toLowerCase()) || dataParts.has(part.toLowerCase());

  const text: Redactor['text'] = (given, isRecord = false) => {
    const shown = plain(given).replace(/[\u2190-\u21ff\u25a0-\u25ff]/g, '>');
    const words = wording(shown);
    // A few signs around a known text are a colon, a star, an arrow; many are a message.
    if (shown.length > words.length + 4) return shapeOf(shown);
    if (isData(words) || (!isRecord && knownTexts.has(words))) return shown;
    const beginning = isRecord ? undefined : knownBeginnings.find((one) => shown.toLowerCase().startsWith(one));
    return beginning === undefined
      ? shapeOf(shown)
      : shown.slice(0, beginning.length) + text(shown.slice(beginning.length));
  };

  const run = (word: string) => {
    if (isPart(word)) return word;
    const isMade = /^\p{L}/u.test(word) && (word.match(CAMEL) ?? []).every(isPart);
    return isMade ? word.replace(/\p{N}/gu, '9') : shapeOf(word);
  };
  return {
    text,
    value: (given) => (rawOptions.has(given) ? given : text(given)),
    parts: (given) =>
      plain(given)
        .slice(0, LONGEST_TEXT)
        .replace(RUN, run)
        .replace(/[^\w.:/-]/gu, '?'),
  };
}

const RUN = /[\p{L}\p{M}\p{N}]+/gu;
/** `exportFrom2` is made of `export` and `From`; digits count for nothing. */
const CAMEL = /\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{Lt}\p{M}]+|\p{Lu}+|[^\p{L}\p{M}\p{N}]+/gu;
