/** What a file's first lines tell of which file it is. */
import type { RosterFile } from '../../profile/roster.ts';

/** Bytes that are looked at. */
export const HEAD = 64 * 1024;
/** A title or a note may stand above the header. */
const LINES = 4;
/** Points, of two, that a header needs to be taken for a file's, and by how many the next one must be behind. */
const ENOUGH = 1.3;
const AHEAD = 0.3;
/** The same against a file's own name, which is not put aside for a header that fits two files partly. */
const SURE = 1.6;
const FAR_AHEAD = 0.5;

/**
 * Names in the first lines, as lower-case words without table prefix (`USERS.sourcedId` is `sourcedid`).
 *
 * This only recognizes files; the reader has its own, exact, way to the header.
 */
function headersIn(bytes: Uint8Array): string[][] {
  return linesOf(decode(bytes)).map((line) => cellsOf(line).map(plainName));
}

/**
 * The file whose columns stand in the header: most of its required columns are there, most of what is there are its
 * columns, and no other file comes near. Null where that is not clear.
 * @param isNamed the file has the name of one of them, to the letter: then its header must be surer
 */
export function fileByHeader(bytes: Uint8Array, files: readonly RosterFile[], isNamed = false): RosterFile | null {
  const [enough, ahead] = isNamed ? [SURE, FAR_AHEAD] : [ENOUGH, AHEAD];
  for (const header of headersIn(bytes)) {
    const ranked = files
      .map((file) => ({ file, points: points(header, file) }))
      .sort((one, other) => other.points - one.points);
    const [best, next] = ranked;
    if (best === undefined || best.points < enough) continue;
    if (next === undefined || best.points - next.points >= ahead) return best.file;
  }
  return null;
}

function points(header: readonly string[], file: RosterFile): number {
  const names = new Set(header.filter((name) => name !== ''));
  const has = ({ name, aliases }: RosterFile['columns'][number]) =>
    [name, ...aliases].some((one) => names.has(one.toLowerCase()));
  const required = file.columns.filter(({ need }) => need === 'required');
  const wanted = required.length > 0 ? required : file.columns;
  const known = file.columns.filter(has).length;
  // One common name, such as sourcedId, says nothing.
  if (known < 2) return 0;
  return wanted.filter(has).length / wanted.length + Math.min(1, known / names.size);
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}

function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/, LINES + 1)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
}

/** At commas, semicolons, tabs and bars outside quotes. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === ',' || sign === ';' || sign === '\t' || sign === '|')) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

function plainName(cell: string): string {
  const name = cell.replace(/[\u200b-\u200d\u2060\ufeff\0]/g, '').trim();
  return name.replace(/^[A-Z_0-9]+\.(?=.)/i, '').toLowerCase();
}
