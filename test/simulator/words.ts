import type { Variants } from './variants.ts';
import { ENGLISH, type Words } from './words/english.ts';
import { FRENCH } from './words/french.ts';
import { SPANISH } from './words/spanish.ts';

export type { Words } from './words/english.ts';

type Language = Variants['language'];

const TRANSLATED = { en: ENGLISH, es: SPANISH, fr: FRENCH };

/**
 * The words of a language. `pseudo` writes every letter with accents, `pseudo-rtl` with Arabic letters, so that no
 * English word is left in either.
 */
export function wordsIn(language: Language): Words {
  if (language !== 'pseudo' && language !== 'pseudo-rtl') return TRANSLATED[language];
  const entries = Object.entries(ENGLISH).map(([key, text]) => [key, inLanguage(language, text)]);
  return Object.fromEntries(entries) as Words;
}

/** A text that real languages share with English, such as `CR` or `UTF-8`: only the invented ones write it otherwise. */
export function inLanguage(language: Language, text: string): string {
  if (language === 'pseudo') return rewritten(text, ACCENTED);
  return language === 'pseudo-rtl' ? rewritten(text, ARABIC) : text;
}

/** Puts a value into a text at `{0}`, `{1}` and so on. */
export function fill(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

const PLAIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'áƀçđéƒğĥíĵķĺɱñóþɋŕšťúṽŵẋýž';
/** Some letters serve twice. */
const ARABIC = 'ابصدةفجحيزكلمنوبقرستعغشخيظ';

function rewritten(text: string, letters: string): string {
  return Array.from(text, (letter) => {
    const other = Array.from(letters)[PLAIN.indexOf(letter.toLowerCase())];
    if (other === undefined) return letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  }).join('');
}
