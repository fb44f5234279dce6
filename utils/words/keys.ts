/**
 * The keys of all texts, from the English catalogs. A catalog is `locales/<language>/<room>.json`: key → text, where
 * `{1}`, `{2}` … stand for what is put in. A text that counts has two or more keys, ending in `_one`, `_other` and so on
 * (Intl.PluralRules), and `{1}` is its number.
 */
import type extension from './locales/en/extension.json';
import type trouble from './locales/en/trouble.json';

type Key = keyof typeof extension | keyof typeof trouble;
type CountKey = Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

export type { CountKey, Key };
