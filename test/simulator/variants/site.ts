import { variant } from './variant.ts';

/** The page around it all: shell, language, addresses, session, hostile scripts. */
export const SITE_VARIANTS = {
  shell: variant('S', 'Classic page shell, or the enhanced one where #content-main scrolls', 'classic', 'enhanced'),
  language: variant(
    'I',
    'Language of the page: visible words change, option values stay. pseudo leaves no English word, pseudo-rtl neither, and is written from right to left',
    'en',
    'es',
    'fr',
    'pseudo',
    'pseudo-rtl',
  ),
  direction: variant('I', 'Writing direction of the page, but for pseudo-rtl', 'ltr', 'rtl'),
  address: variant(
    'I',
    "Addresses are plain, hold ;jsessionid=, are in upper case, have a query, or AngularJS's hash",
    'plain',
    'jsessionid',
    'upper-case',
    'query',
    'hash',
  ),
  loginExpiry: variant(
    'S',
    'The session never expires by itself, or just before the first Next',
    'never',
    'before-next',
  ),
  sessionLength: variant(
    'S',
    'Seconds of inactivity until the session ends (a warning shows 120 s before)',
    '1800',
    '121',
    '3',
  ),
  hostile: variant(
    'U',
    'A page script that works against extensions: clicks buttons in open shadow roots, reverts labels set without keys, rebuilds the grid every 50 ms, or at every label change',
    'none',
    'clicks-foreign',
    'snap-back',
    'redraw',
    'replace',
  ),
};
