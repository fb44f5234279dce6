import { afterEach, describe, expect, it } from 'vitest';
import { browserMessages, catalogOf, languages } from '../../../utils/words/catalogs.ts';
import {
  count,
  fillIn,
  inWords,
  list,
  locale,
  number,
  say,
  series,
  textOf,
  useTexts,
} from '../../../utils/words/say.ts';

const english = catalogOf('en');
const given = (texts: Record<string, string>) => useTexts((key) => texts[key] ?? '');

afterEach(() => given(english));

describe('texts by key', () => {
  it('puts what is given in place, numbers as the language writes them, and looks at nothing twice', () => {
    expect(fillIn('{2} of {1}, {3}', [1204, '{1}', 'x'])).toBe('{1} of 1,204, x');
    expect(fillIn('{1} and {2}', ['one'])).toBe('one and {2}');
  });

  it.each([
    ['en-US', 'en_GB', 'en-GB'],
    ['en-US', 'de', 'en-US'],
    ['es-419', 'es_MX', 'es-MX'],
    ['es-419', 'en_US', 'es-419'],
  ])('writes numbers for texts of %s in a browser of %s as %s', (ofTexts, ofBrowser, expected) => {
    given({ locale: ofTexts, '@@ui_locale': ofBrowser });
    expect(locale()).toBe(expected);
    expect(number(1234567.5)).toBe(new Intl.NumberFormat(expected).format(1234567.5));
  });

  it('keeps what is put in apart where words run from right to left', () => {
    given({ dir: 'rtl', extension_name: '{1} של {2}', chosen_other: '{1} {2}' });
    expect(say('extension_name', 'USERS.a', 2)).toBe('\u2068USERS.a\u2069 של 2');
    expect(count('chosen', 2, 'b')).toBe('2 \u2068b\u2069');
    expect(list(['USERS.a', 'b'])).toContain('\u2068USERS.a\u2069');
    given({ extension_name: '{1}' });
    expect(say('extension_name', 'a')).toBe('a');
  });

  it('counts, joins, and takes a profile’s words by key or as they are', () => {
    given(english);
    expect([count('chosen', 1), count('chosen', 1204)]).toEqual(['1 field chosen', '1,204 fields chosen']);
    expect([list(['a', 'b', 'c']), series(['a', 'b'])]).toEqual(['a, b, and c', 'a, b']);
    expect([inWords('fold'), inWords('no key')]).toEqual(['Fold panel', 'no key']);
    given(catalogOf('es'));
    expect([count('chosen', 1), list(['a', 'b']), series(['a', 'b'])]).toEqual(['1 campo elegido', 'a y b', 'a y b']);
  });

  it('says what it said before when the extension is gone', () => {
    say('extension_name');
    useTexts(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(textOf('extension_name')).toBe('');
    let isGone = false;
    useTexts((key) => {
      if (isGone) throw new Error('Extension context invalidated.');
      return english[key] ?? '';
    });
    expect(say('extension_name')).toBe(english.extension_name);
    isGone = true;
    expect(say('extension_name')).toBe(english.extension_name);
  });
});

describe('the catalogs', () => {
  it.each(languages())('%s has the keys of English, with the same places', (language) => {
    const catalog = catalogOf(language);
    const base = (key: string) => key.replace(/_(one|two|few|many)$/, '_other');
    expect(new Set(Object.keys(catalog).map(base))).toEqual(new Set(Object.keys(english).map(base)));
    const places = (text: string | undefined) => new Set((text ?? '').match(/\{\w+\}/g));
    // A form for one may say the number in words.
    const differing = Object.keys(catalog).filter((key) => {
      const ours = places(catalog[key]);
      const theirs = places(english[key] ?? english[base(key)]);
      if (/_(one|two|few|many)$/.test(key)) theirs.delete('{1}');
      ours.delete(/_(one|two|few|many)$/.test(key) ? '{1}' : '');
      return [...ours].sort().join() !== [...theirs].sort().join();
    });
    expect(differing).toEqual([]);
  });

  it('become what the browser reads', () => {
    expect(JSON.parse(browserMessages({ price: 'a $1 and {1}' }))).toEqual({ price: { message: 'a $$1 and {1}' } });
  });
});
