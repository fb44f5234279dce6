import { expect, it } from 'vitest';
import { catalogOf, languages, sentencesOf } from '../../../utils/words/catalogs.ts';
import { sourcesUnder } from '../project/sources.ts';

/** The browser's own use of texts, and what `say.ts` asks for by itself. */
const BY_THE_BROWSER = ['extension_name', 'extension_description', 'locale', 'dir'];

it('every text is said somewhere', () => {
  const code = sourcesUnder('utils/', 'components/', 'entrypoints/')
    .map(({ text }) => text)
    .join('\n');
  // `tick_${tick}`: the first part is enough.
  const families = [...code.matchAll(/`([a-zA-Z_]+_)\$\{/g)].map(([, family = '']) => family);
  const isSaid = (key: string): boolean => {
    const base = key.replace(/_(one|two|few|many|other)$/, '');
    const isNamed = [`'${key}'`, `'${base}'`].some((words) => code.includes(words));
    return isNamed || families.some((family) => key.startsWith(family));
  };
  const unsaid = Object.keys(catalogOf('en')).filter((key) => !BY_THE_BROWSER.includes(key) && !isSaid(key));
  expect(unsaid).toEqual([]);
});

it('browsers take every key', () => {
  expect(Object.keys(catalogOf('en')).filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
});

it.each(languages())('%s says of itself what language it is, and where its sentences are', (language) => {
  const { locale = '', dir = '', sentences_in: sentencesIn } = catalogOf(language);
  expect(new Intl.Locale(locale).language).toBe(language.split('_')[0]);
  expect(['ltr', 'rtl']).toContain(dir);
  // The code's own sentences are English; any other language has a catalog of them.
  expect([sentencesIn, Object.keys(sentencesOf(language)).length > 0]).toEqual(
    language === 'en' ? ['code', false] : ['catalog', true],
  );
});
