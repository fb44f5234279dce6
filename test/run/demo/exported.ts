/** An exported file as ClassTag's guide wants it: UTF-8, CR between rows, commas, no quotes, labels without a table. */
export interface ExportedFile {
  header: string[];
  rows: number;
}

/**
 * Reads an exported file.
 * @throws Error naming everything that is not as the guide wants it
 */
export function checkExported(name: string, bytes: Uint8Array): ExportedFile {
  const text = decode(name, bytes);
  const [head = '', ...rest] = text.replace(/\r$/, '').split('\r');
  const header = head.split(',');
  const faults = [
    text.startsWith('\ufeff') && 'starts with a byte order mark',
    text.includes('\n') && 'holds line feeds; rows must end with CR alone',
    text.includes('"') && 'holds quotes',
    rest.length === 0 && 'has no rows under its header',
    header.some((label) => label.includes('.')) && `has a label with its table in front: ${head}`,
    header.some((label) => label !== label.trim() || label === '') && `has a label with stray spaces, or none: ${head}`,
    header.includes('languages') && 'says languages instead of language',
    name === 'users.csv' && !header.includes('language') && 'has no column language',
    rest.some((row) => row.split(',').length !== header.length) && 'has rows that are not as wide as its header',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new Error(`${name} is not as it should be: it ${faults.join('; it ')}.`);
  return { header, rows: rest.length };
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not UTF-8.`);
  }
}
