/** Sentences that stand in English in the rules and in the engine: each has its translation, with the same places. */
import { describe, expect, it } from 'vitest';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { catalogOf, languages, messagesOf, sentencesOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { keyOf, sentence } from '../../../utils/words/sentences.ts';
import { sourcesUnder } from '../project/sources.ts';
import { profileSentences } from './profile-sentences.ts';

/** What the engine says: the literals after `says:` and `one:`, and what its short ways of writing them are given. */
function engineSentences(): string[] {
  const text = sourcesUnder('utils/roster/').map((source) => source.text);
  const literal = (before: string) => new RegExp(`${before}'((?:[^'\\\\]|\\\\.)*)'`, 'g');
  const found = (before: string) =>
    text.flatMap((source) => [...source.matchAll(literal(before))].map(([, sentence = '']) => sentence));
  const counts = text.flatMap((source) => [...source.matchAll(/counted\([^()]*?, '(\w+)', '(\w+)'\)/g)]);
  const either = text.flatMap((source) => [...source.matchAll(/says: [^'{}]*\? '(\w+)' : '(\w+)'/g)]);
  return [
    ...found('says: '),
    ...found('one: '),
    ...found('each\\('),
    ...found('broken\\('),
    ...counts.flatMap(([, one, many]) => [`{count} ${one}`, `{count} ${many}`]),
    ...either.flatMap(([, yes = '', no = '']) => [yes, no]),
    ...['bytes', 'kB', 'MB', 'GB'].map((unit) => `{size} ${unit}`),
  ];
}

/** Without a word in it, there is nothing to translate. */
const hasWords = (sentence: string) => /\p{L}/u.test(sentence.replace(/\{\w+\}/g, ''));
const every = [...new Set([...profileSentences(ROSTER_PROFILES), ...engineSentences()])];
const all = every.filter(hasWords);

const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
/** A translation may say the number another way, and leave out what only English grammar asks for. */
const GRAMMAR = ['{n}', '{count}', '{has}'];
const named = (sentence: string) => places(sentence).filter((place) => !GRAMMAR.includes(place));
const tellsNumber = (sentence: string) => places(sentence).some((place) => place === '{n}' || place === '{count}');

describe('sentences of rules and engine', () => {
  it('are found', () => {
    for (const known of [
      'None of these files could be read.',
      '{name} is missing',
      'Its checksum differs.',
      '{count} problems',
      'yes',
      '{n} differs from a known id only in capitals.',
    ]) {
      expect(all).toContain(known);
    }
    expect(all.length).toBeGreaterThan(600);
  });

  it('have each a key of its own', () => {
    const byKey = new Map(all.map((sentence) => [keyOf(sentence), sentence]));
    expect(byKey.size).toBe(all.length);
    for (const language of languages()) {
      const catalog = catalogOf(language);
      expect([...byKey.keys()].filter((key) => Object.hasOwn(catalog, key))).toEqual([]);
    }
  });

  it.each(languages().filter((language) => language !== 'en'))(
    'have each its sentence in %s, and no others',
    (language) => {
      const translated = sentencesOf(language);
      expect(Object.keys(translated).filter((sentence) => !every.includes(sentence))).toEqual([]);
      expect(all.filter((sentence) => !translated[sentence])).toEqual([]);
      const messages = messagesOf(language);
      for (const sentence of all) expect(messages[keyOf(sentence)]).toBe(translated[sentence]);
    },
  );

  it.each(languages().filter((language) => language !== 'en'))('keep their places in %s', (language) => {
    const differing = Object.entries(sentencesOf(language)).filter(
      ([sentence, ours]) =>
        named(sentence).join() !== named(ours).join() ||
        tellsNumber(sentence) !== tellsNumber(ours) ||
        (ours.includes('{has}') && !sentence.includes('{has}')),
    );
    expect(differing).toEqual([]);
  });

  it('are said from the catalog, in English as they stand, of which no catalog is asked', () => {
    const asked: string[] = [];
    const speak = (texts: Record<string, string>) =>
      useTexts((key) => {
        asked.push(key);
        return texts[key] ?? '';
      });
    speak(messagesOf('es'));
    expect(sentence('{n} {has} no role.')).toBe('{n} no {has} rol.');
    expect(sentence('No catalog has this.')).toBe('No catalog has this.');
    asked.length = 0;
    speak(catalogOf('en'));
    expect(sentence('{n} {has} no role.')).toBe('{n} {has} no role.');
    expect(asked).toEqual(['sentences_in']);
  });
});
