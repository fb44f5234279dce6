/** For Node (build, tests, command line): the catalogs as files, and as the browser wants them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keyOf } from './sentences.ts';

// Not by `new URL`: in jsdom that is another class, and Vite takes it for an asset.
const HERE = fileURLToPath(import.meta.url).replace('catalogs.ts', '');
const LOCALES = `${HERE}locales/`;
const SENTENCES = `${HERE}sentences/`;

/** All texts of a language by key, of all rooms. @throws where a key stands in two rooms. */
export function catalogOf(language: string): Record<string, string> {
  return roomsIn(`${LOCALES}${language}`);
}

function roomsIn(folder: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const file of readdirSync(folder).sort()) {
    const room: Record<string, string> = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    for (const [key, text] of Object.entries(room)) {
      if (Object.hasOwn(all, key)) throw new Error(`${folder}/${file} has ${key} once more.`);
      all[key] = text;
    }
  }
  return all;
}

/**
 * Translations of the sentences that stand in English in the code, by their English; none for English itself.
 * @throws where a sentence stands in two files
 */
export function sentencesOf(language: string): Record<string, string> {
  return existsSync(`${SENTENCES}${language}`) ? roomsIn(`${SENTENCES}${language}`) : {};
}

/** All that the browser is given of a language, by key. */
export function messagesOf(language: string): Record<string, string> {
  const sentences = Object.entries(sentencesOf(language)).map(([english, text]) => [keyOf(english), text]);
  return { ...catalogOf(language), ...Object.fromEntries(sentences) };
}

/** Languages there are catalogs of. */
export function languages(): string[] {
  return readdirSync(LOCALES).sort();
}

/** A catalog as `_locales/<language>/messages.json`. The browser would take `$` for a place of its own. */
export function browserMessages(catalog: Record<string, string>): string {
  const messages = Object.entries(catalog).map(([key, text]) => [key, { message: text.replaceAll('$', '$$$$') }]);
  return `${JSON.stringify(Object.fromEntries(messages))}\n`;
}
