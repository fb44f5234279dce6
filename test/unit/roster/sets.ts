import { readdirSync, readFileSync } from 'node:fs';
import { MANIFEST } from '../../../utils/profile/oneroster-words.ts';
import type { SetOfFiles } from './check-help.ts';

/** A manifest that says of each file what is true of it. */
export function manifestOf(files: readonly string[], mode: 'bulk' | 'delta' = 'bulk'): string {
  const lines = [
    'propertyName,value',
    'manifest.version,1.0',
    'oneroster.version,1.1',
    ...MANIFEST.files.map((file) => `file.${file},${files.includes(file) ? mode : 'absent'}`),
    'source.systemName,Sample',
    'source.systemCode,1',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** The CSV files of a sample, by its folder in test/fixtures/rosters. */
export function sampleFiles(name: string): SetOfFiles {
  const folder = new URL(`../../fixtures/rosters/${name}/`, import.meta.url);
  const names = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return Object.fromEntries(names.map((file) => [file, new Uint8Array(readFileSync(new URL(file, folder)))]));
}
