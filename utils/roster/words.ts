import type { Rule, Severity } from '../profile/checks.ts';

/**
 * What is said, as data: so that a worker, where there are no catalogs, makes it, and the page says it in the reader's
 * language. An English template, and what is put in place of its `{name}`s.
 */
export interface Phrase {
  says: string;
  /** The same for one, where that differs; `n` tells which. */
  one?: string;
  /** `{count}` is the number, `{n}` is `3 rows` or `1 row`, `{has}` `have` or `has`; what `with` says goes first. */
  n?: number;
  with?: Record<string, Part>;
}

/** A text as it is, a number as the language writes it, a phrase, or sentences after one another. */
export type Part = string | number | Phrase | readonly Part[];

/** How a language says things. */
export interface Tongue {
  /** A template by its English. */
  sentence(english: string): string;
  number(n: number): string;
  isOne(n: number): boolean;
  /** What is put in, kept apart from the words around it. */
  apart(text: string): string;
}

const plurals = /* @__PURE__ */ new Intl.PluralRules('en-US');
const numbers = /* @__PURE__ */ new Intl.NumberFormat('en-US');

const ENGLISH: Tongue = {
  sentence: (english) => english,
  number: (n) => numbers.format(n),
  isOne: (n) => plurals.select(n) === 'one',
  apart: (text) => text,
};

/** `1,204 rows`, `1 row`, whatever is counted. */
export const counted = (n: number, one: string, many: string): Phrase => ({
  says: `{count} ${many}`,
  one: `{count} ${one}`,
  n,
});

/** Says it in a language. What is put in is not looked at again. */
export function inWords(part: Part, tongue: Tongue): string {
  if (typeof part === 'string') return tongue.apart(part);
  if (typeof part === 'number') return tongue.number(part);
  if ('length' in part) return part.map((one) => inWords(one, tongue)).join(' ');
  const { says, one = says, n, with: parts = {} } = part;
  const known: Record<string, Part> =
    n === undefined
      ? parts
      : { count: n, n: counted(n, 'row', 'rows'), has: { says: 'have', one: 'has', n }, ...parts };
  const template = tongue.sentence(n !== undefined && tongue.isOne(n) ? one : says);
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(known, name) ? inWords(known[name] ?? '', tongue) : whole,
  );
}

/** Puts what is said into words; `where` it is said keeps it apart from a value that reads the same. */
export type Say = (part: Part, where?: string) => string;

/** In English, as reports are saved. */
export const english: Say = (part) => inWords(part, ENGLISH);

/** `a`, `a and b`, `a and b and c`. */
export const both = (parts: readonly Part[]): Part =>
  parts.length === 0
    ? ''
    : parts.reduce((first, second) => ({ says: '{first} and {second}', with: { first, second } }));

/** `12.5 %`. */
export const share = (part: number, whole: number, digits = 0): Phrase => ({
  says: '{share} %',
  with: { share: Number((whole === 0 ? 0 : (part / whole) * 100).toFixed(digits)) },
});

/** The cause of a rule that tells several things apart, and the words of the one that was found. */
export function variantOf(rule: Rule, variant: number): { cause: string; words: Record<string, string> } {
  const pair = rule.test.is === 'means' ? rule.test.pairs[variant - 1] : undefined;
  return {
    cause: pair ? `${rule.cause} ${pair[0]}` : rule.cause,
    words: { column: rule.column, ...(pair ? { from: pair[0], to: pair[1] } : {}) },
  };
}

export const RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
