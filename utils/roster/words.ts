import type { Rule, Severity } from '../profile/checks.ts';

const plurals = new Intl.PluralRules('en-US');
const numbers = new Intl.NumberFormat('en-US');

/** `1,204`. */
export const formatted = (count: number): string => numbers.format(count);

/** `1,204 rows`, `1 row`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatted(count)} ${plurals.select(count) === 'one' ? one : many}`;
}

/**
 * Fills a rule's sentence: `{n}` is `3 rows` or `1 row`, `{count}` the number alone, `{has}` `have` or `has`; the others
 * are taken from `words`. What `words` hold is put in as it is and not looked at again.
 */
export function fill(message: string, count: number, words: Record<string, string>): string {
  const isOne = plurals.select(count) === 'one';
  const known: Record<string, string> = {
    ...words,
    n: counted(count, 'row', 'rows'),
    count: formatted(count),
    has: isOne ? 'has' : 'have',
  };
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(known, name) ? (known[name] ?? '') : whole,
  );
}

/** The cause of a rule that tells several things apart, and the words of the one that was found. */
export function variantOf(rule: Rule, variant: number): { cause: string; words: Record<string, string> } {
  const pair = rule.test.is === 'means' ? rule.test.pairs[variant - 1] : undefined;
  return {
    cause: pair ? `${rule.cause} ${pair[0]}` : rule.cause,
    words: { column: rule.column, ...(pair ? { from: pair[0], to: pair[1] } : {}) },
  };
}

export const RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
