/**
 * The keys of all texts, from the English catalogs. A catalog is `locales/<language>/<room>.json`: key → text, where
 * `{1}`, `{2}` … stand for what is put in. A text that counts has two or more keys, ending in `_one`, `_other` and so on
 * (Intl.PluralRules), and `{1}` is its number.
 */
import type check from './locales/en/check.json';
import type extension from './locales/en/extension.json';
import type finish from './locales/en/finish.json';
import type guide from './locales/en/guide.json';
import type later from './locales/en/later.json';
import type panel from './locales/en/panel.json';
import type parts from './locales/en/parts.json';
import type picture from './locales/en/picture.json';
import type popup from './locales/en/popup.json';
import type problems from './locales/en/problems.json';
import type profiles from './locales/en/profiles.json';
import type schedule from './locales/en/schedule.json';
import type sites from './locales/en/sites.json';
import type trouble from './locales/en/trouble.json';

type Catalog = typeof check &
  typeof extension &
  typeof finish &
  typeof guide &
  typeof later &
  typeof panel &
  typeof parts &
  typeof picture &
  typeof popup &
  typeof problems &
  typeof profiles &
  typeof schedule &
  typeof sites &
  typeof trouble;
type Key = keyof Catalog;
type CountKey = Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

export type { CountKey, Key };
