/** For Node (build, tests, command line): the catalogs as files, and as the browser wants them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Not by `new URL`: in jsdom that is another class, and Vite takes it for an asset.
const LOCALES = fileURLToPath(import.meta.url).replace('catalogs.ts', 'locales/');

/** All texts of a language by key, of all rooms. @throws where a key stands in two rooms. */
export function catalogOf(language: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const file of readdirSync(`${LOCALES}${language}`).sort()) {
    const room: Record<string, string> = JSON.parse(readFileSync(`${LOCALES}${language}/${file}`, 'utf8'));
    for (const [key, text] of Object.entries(room)) {
      if (key in all) throw new Error(`${language}/${file} has ${key} once more.`);
      all[key] = text;
    }
  }
  return all;
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
