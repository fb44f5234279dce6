import type { CountKey, Key } from './keys.ts';

/** The text of a key with its `{1}` still in it, '' for none. */
export type Lookup = (key: string) => string;

/** What the browser made of `_locales`: its own language's text, or the English one. */
const fromBrowser: Lookup = (key) => {
  const { browser, chrome } = globalThis as { browser?: WithTexts; chrome?: WithTexts };
  return (browser?.i18n ?? chrome?.i18n)?.getMessage(key) ?? '';
};
interface WithTexts {
  i18n?: { getMessage(key: string): string };
}

let lookup = fromBrowser;
/** An extension that was updated under the page gives no texts any more; what was said before can still be said. */
const said = new Map<string, string>();
let languageOf:
  | {
      locale: string;
      numbers: Intl.NumberFormat;
      plurals: Intl.PluralRules;
      lists: Intl.ListFormat;
      series: Intl.ListFormat;
    }
  | undefined;

/** Takes the texts from elsewhere: in Node, in a worker, in tests. Forgets those said before. */
export function useTexts(from: Lookup): void {
  lookup = from;
  said.clear();
  languageOf = undefined;
}

/** A text as the catalog has it; '' where no catalog does, or the extension is gone and it was never said. */
export function textOf(key: string): string {
  const known = said.get(key);
  if (known !== undefined) return known;
  let text = '';
  try {
    text = lookup(key);
  } catch {
    // Chrome throws here once the extension was updated under the page.
    return '';
  }
  if (text !== '') said.set(key, text);
  return text;
}

/** Says texts before they are needed: once the extension is gone they could not be had any more. */
export function haveAtHand(...keys: Key[]): void {
  for (const key of keys) textOf(key);
}

/** Puts `parts` in place of `{1}`, `{2}` …; numbers as the language writes them. What is put in is not looked at again. */
export function fillIn(text: string, parts: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, digit: string) => {
    const part = parts[Number(digit) - 1];
    return part === undefined ? whole : typeof part === 'number' ? language().numbers.format(part) : part;
  });
}

/** A text in the reader's language. */
export function say(key: Key, ...parts: (string | number)[]): string {
  return fillIn(textOf(key), parts.map(apart));
}

/** `USERS.email` within words from right to left: what is put in keeps its own order, and the sentence keeps its. */
export function apart<T extends string | number>(part: T): T | string {
  return typeof part === 'string' && textOf('dir') === 'rtl' ? `\u2068${part}\u2069` : part;
}

/** A text that counts: `{1}` is `n`, and the form is the one that the language has for it. */
export function count(key: CountKey, n: number, ...more: (string | number)[]): string {
  const form = textOf(`${key}_${language().plurals.select(n)}`);
  return fillIn(form === '' ? textOf(`${key}_other`) : form, [n, ...more.map(apart)]);
}

/** `1,204`, as the language writes it. */
export function number(n: number): string {
  return language().numbers.format(n);
}

/** Does the language say this number in its form for one? */
export function isOne(n: number): boolean {
  return language().plurals.select(n) === 'one';
}

/** `a, b, and c`, as the language joins them in a sentence. */
export function list(items: readonly string[]): string {
  return language().lists.format(items.map(apart));
}

/** `a, b, c`: facts beside one another, as the language sets them. */
export function series(items: readonly string[]): string {
  return language().series.format(items.map(apart));
}

/** What a profile says: by a key of the catalogs, or in its own words. */
export function inWords(text: string): string {
  // Firefox complains of a text without a key.
  return text === '' ? '' : textOf(text) || text;
}

/** For Intl: the browser's own locale where it is of the texts' language (`en-GB`, `es-MX`), else the catalog's. */
export function locale(): string {
  return language().locale;
}

function language() {
  if (languageOf) return languageOf;
  const ofTexts = textOf('locale') || 'en-US';
  const ofBrowser = textOf('@@ui_locale').replaceAll('_', '-');
  const locale = ofBrowser.split('-')[0] === ofTexts.split('-')[0] ? ofBrowser : ofTexts;
  languageOf = {
    locale,
    numbers: new Intl.NumberFormat(locale),
    plurals: new Intl.PluralRules(locale),
    lists: new Intl.ListFormat(locale),
    series: new Intl.ListFormat(locale, { type: 'unit', style: 'short' }),
  };
  return languageOf;
}
