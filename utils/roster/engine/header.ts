import type { FileFaultKind, RosterFile, RosterProfile } from '../../profile/roster.ts';
import type { FileFault } from './faults.ts';

export interface ReadHeader {
  /** The receiver's name of each column, null for one it does not know, or knows already. */
  columns: (string | null)[];
  faults: FileFault[];
}

/** How a header that is not quite right is recognized, surest first. */
interface Match {
  name: string;
  what: FileFaultKind | null;
}

/** What is told once for all the columns that it is true of: nothing need be done about them. */
const TOGETHER: ReadonlySet<FileFaultKind> = new Set(['unknown-column', 'other-version']);

/** Signs that nobody sees: spaces of any kind, marks of direction and of byte order, joiners, controls. */
const UNSEEN = /[\s\p{Cc}\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu;
/** A table in front, as the Data Export Manager's default labels have it. */
const TABLE = /^[A-Za-z_0-9]+\.(?=[^.]+$)/;
/** More letters than this do not differ in a slip of the pen. */
const SLIPS = 2;

/** Longer than a name is: what an unclosed quote took for one, or a value where there is no header. */
const LONGEST_NAME = 40;

/** A column's name as it is shown: its first line, and no more than a name's length of it. */
export function shownName(found: string): string {
  const [line = ''] = found.split(/[\r\n]/, 1);
  const isWhole = line === found && line.length <= LONGEST_NAME;
  return isWhole ? found : `${line.slice(0, LONGEST_NAME)}…`;
}

/**
 * Compares a header with what the receiver reads. A header that is nearly right is told and taken for what it means, so
 * that its values are checked in the same pass.
 * @param header cells of the first row, as they are
 */
export function readHeader(
  header: readonly string[],
  file: RosterFile,
  profile: RosterProfile,
  level: string,
): ReadHeader {
  const faults: FileFault[] = [];
  const tell = (what: FileFaultKind, column: string | null, words: Record<string, string>) => {
    const known = TOGETHER.has(what) ? faults.find((fault) => fault.what === what) : undefined;
    if (!known) {
      faults.push({ what, file: file.id, column, count: 1, rows: [], words });
      return;
    }
    // One finding for all of them: which column it is about is in its words.
    known.count += 1;
    known.column = null;
    for (const name of ['column', 'found']) known.words[name] = `${known.words[name]}, ${words[name]}`;
  };
  const exact = new Set(header.filter((name) => file.columns.some((column) => column.name === name)));
  const taken = new Set<string>();
  const columns = header.map((found, at) => {
    const place = { found: shownName(found), place: String(at + 1) };
    if (found.replace(UNSEEN, '') === '') {
      tell('blank-column', null, place);
      return null;
    }
    // What extends the standard is no column of it, whatever is behind the point.
    const isExtension = profile.extension !== null && found.startsWith(profile.extension);
    const match = isExtension ? null : matchOf(found, file, exact);
    if (!match) {
      tellUnknown(found, profile, at, header, file, tell);
      return null;
    }
    if (taken.has(match.name)) {
      tell('duplicate-column', match.name, { ...place, column: match.name });
      return null;
    }
    taken.add(match.name);
    if (match.what) tell(match.what, match.name, { ...place, wanted: match.name, column: match.name });
    return match.name;
  });
  for (const { name, need, level: onlyAt } of file.columns) {
    if (taken.has(name) || need === 'optional' || (onlyAt && onlyAt !== level)) continue;
    tell(need === 'required' ? 'missing-column' : 'missing-expected', name, { column: name });
  }
  tellOrder(columns, file, tell);
  return { columns, faults };
}

type Tell = (what: FileFaultKind, column: string | null, words: Record<string, string>) => void;

function matchOf(found: string, { columns }: RosterFile, exact: ReadonlySet<string>): Match | null {
  const named = (is: (name: string) => boolean) => columns.find(({ name }) => is(name))?.name;
  const direct = named((name) => name === found);
  if (direct) return { name: direct, what: null };
  const byAlias = columns.find(({ aliases }) => aliases.includes(found))?.name;
  if (byAlias) return { name: byAlias, what: 'alias' };
  const seen = found.replace(UNSEEN, '');
  const ways: [FileFaultKind, string | undefined][] = [
    ['column-space', named((name) => name === seen)],
    ['column-case', named((name) => name.toLowerCase() === seen.toLowerCase())],
    ['table-prefix', matchOfTable(seen, columns)],
    ['misspelled-column', named((name) => !exact.has(name) && isSlip(name.toLowerCase(), seen.toLowerCase()))],
  ];
  const way = ways.find(([, name]) => name !== undefined);
  return way?.[1] === undefined ? null : { name: way[1], what: way[0] };
}

function matchOfTable(seen: string, columns: RosterFile['columns']): string | undefined {
  if (!TABLE.test(seen)) return undefined;
  const bare = seen.replace(TABLE, '').toLowerCase();
  return columns.find(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.toLowerCase() === bare || isSlip(one.toLowerCase(), bare)),
  )?.name;
}

/** So near that it can only be a slip: short names must be nearer. */
function isSlip(name: string, found: string): boolean {
  const most = Math.min(SLIPS, Math.floor(name.length / 4));
  return most > 0 && Math.abs(name.length - found.length) <= most && slips(name, found) <= most;
}

/** How many letters must be put in, taken out, changed or exchanged with their neighbor (Damerau). */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[b.length] ?? 0;
}

function tellUnknown(
  found: string,
  { extension, otherVersions, checks }: RosterProfile,
  at: number,
  header: readonly string[],
  file: RosterFile,
  tell: Tell,
): void {
  const shown = shownName(found);
  const words = { found: shown, column: shown, place: String(at + 1) };
  // Told by itself, and worse.
  if (checks.unwanted.some(({ column }) => found.toLowerCase().endsWith(column))) return;
  const version = Object.hasOwn(otherVersions, found) ? otherVersions[found] : undefined;
  if (version) tell('other-version', shown, { ...words, version });
  else if (extension === null || !found.startsWith(extension)) tell('unknown-column', shown, words);
  else if (header.slice(at + 1).some((name) => file.columns.some((column) => column.name === name))) {
    tell('metadata-not-last', shown, words);
  }
}

/** The known columns stand in another order than the receiver's; each is in place relative to the others, or told. */
function tellOrder(columns: readonly (string | null)[], file: RosterFile, tell: Tell): void {
  const places = columns
    .filter((name) => name !== null)
    .map((name) => file.columns.findIndex((one) => one.name === name));
  const late = places.findIndex((place, at) => at > 0 && place < (places[at - 1] ?? 0));
  if (late < 0) return;
  const name = file.columns[places[late] ?? 0]?.name ?? '';
  const wanted = file.columns
    .map((column) => column.name)
    .filter((one) => columns.includes(one))
    .join(', ');
  tell('column-order', name, { column: name, wanted });
}
