/**
 * Sentences that stand in English where they belong, in the rules that receivers' profiles bring and in the engine that
 * applies them, and in other languages in `sentences/<language>.json`, English → translation, each of them once.
 */
import { textOf } from './say.ts';

/** The key under which browsers find the translation: FNV-1a of the English, 32 bits; a test holds that none meet. */
export function keyOf(english: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < english.length; at += 1) hash = Math.imul(hash ^ english.charCodeAt(at), 0x01000193);
  return `s_${(hash >>> 0).toString(36)}`;
}

/**
 * A sentence in the reader's language, its `{name}`s still in it; as it is where no catalog has it. The English catalog
 * has none and is not asked: Firefox would complain of each.
 */
export function sentence(english: string): string {
  return (textOf('sentences_in') === 'catalog' && textOf(keyOf(english))) || english;
}
