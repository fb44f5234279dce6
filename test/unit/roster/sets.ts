import { MANIFEST } from '../../../utils/profile/oneroster-words.ts';

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
