import type { RosterProfile } from '../../profile/roster.ts';
import { compareIds, type Fingerprint, IdHasher, IdHashes, type IdSet } from '../fingerprint.ts';
import type { Comparison, FileComparison } from '../report.ts';
import { type Phrase, share } from '../words.ts';
import type { Files } from './across.ts';
import type { FileFault } from './faults.ts';
import { Stored, type StoredColumn } from './stored.ts';

/** Changed rows of a hundred that are remarkable (reference roster-checks.md, 100). */
const MANY_CHANGED = 75;
/** The same record under another id is told from this many on; a few are nothing unusual. */
const RE_KEYED = 5;

/** A file, or the records of one kind in it, as it can be compared. */
interface Part {
  file: string;
  group: string | null;
  rows: number;
  /** Salted hashes of the ids; null where the rows have none. */
  ids(salt: string): IdSet | null;
}

function partsOf({ files }: RosterProfile, set: Files): Part[] {
  return files.flatMap(({ id: file, key, identity, groups }): Part[] => {
    const stored = set.get(file);
    if (!stored) return [];
    const column = key === null ? null : stored.column(key);
    const whole = { file, group: null, rows: stored.count };
    if (!column) return [{ ...whole, ids: (salt) => (identity ? tupleIds(stored, identity, salt) : null) }];
    const kinds = (groups?.kinds ?? []).flatMap((kind): Part[] => {
      const fits = stored.condition({ column: groups?.column ?? '', in: kind.in });
      if (!fits) return [];
      const passing = stored.anyRow(column, fits);
      const rows = passing.reduce((sum, is) => sum + is, 0);
      return [{ file, group: kind.name, rows, ids: (salt) => idsOf(column, salt, passing) }];
    });
    return [{ ...whole, ids: (salt) => idsOf(column, salt) }, ...kinds];
  });
}

function idsOf(column: StoredColumn, salt: string, passing?: Uint8Array): IdSet {
  const hashes = new IdHashes();
  const hasher = new IdHasher(salt);
  column.table.each((code, bytes, start, end) => {
    if (column.blanks.has(code) || (passing && passing[code] !== 1)) return;
    hasher.hash(bytes, start, end);
    hashes.add(hasher.low, hasher.high);
  });
  return hashes.finish();
}

/** Rows without ids of their own are told apart by several values, of which each is hashed once. */
function tupleIds(stored: Stored, names: readonly string[], salt: string): IdSet | null {
  const hasher = new IdHasher(salt);
  const columns = names.map((name) => stored.column(name));
  const parts = columns.flatMap((column) => {
    if (!column?.rows) return [];
    const [lows, highs] = [new Int32Array(column.table.size), new Int32Array(column.table.size)];
    column.table.each((code, bytes, start, end) => {
      hasher.hash(bytes, start, end);
      lows[code] = hasher.low;
      highs[code] = hasher.high;
    });
    return [{ rows: column.rows, lows, highs }];
  });
  if (parts.length < names.length) return null;
  const hashes = new IdHashes();
  for (let row = 0; row < stored.count; row += 1) {
    let [low, high] = [0, 0];
    for (const { rows, lows, highs } of parts) {
      const code = rows.at(row);
      low = Math.imul(low ^ (lows[code] as number), 0x85ebca6b);
      low ^= low >>> 15;
      high = Math.imul(high ^ (highs[code] as number), 0xc2b2ae35) + low;
    }
    hashes.add(low >>> 0, high >>> 0);
  }
  return hashes.finish();
}

/** What is kept of a set for next time: counts, and salted hashes of its ids. */
export function fingerprintOf(profile: RosterProfile, now: Files, at: string, salt: string): Fingerprint {
  const files = partsOf(profile, now).map(({ file, group, rows, ids }) => {
    return { file, group, rows, ids: ids(salt) };
  });
  return { version: 1, at, salt, files };
}

interface Compared {
  /** Null where the sets have no file in common. */
  comparison: Comparison | null;
  faults: FileFault[];
}

/** Compares with the counts and hashes that were kept of an earlier set. */
export function compareWithFingerprint(
  profile: RosterProfile,
  before: Fingerprint,
  now: Files,
  threshold: number,
): Compared {
  const files = partsOf(profile, now).flatMap(({ file, group, rows, ids }): FileComparison[] => {
    const earlier = before.files.find((one) => one.file === file && one.group === group);
    if (!earlier) return [];
    const counts = { file, group, before: earlier.rows, now: rows, changed: null };
    const hashes = earlier.ids && ids(before.salt);
    if (!hashes || !earlier.ids) return [byNumber(counts, threshold)];
    return [judged(counts, compareIds(earlier.ids, hashes), threshold)];
  });
  const comparison: Comparison = { with: { kind: 'fingerprint', at: before.at }, files };
  const had = new Set(before.files.map(({ file }) => file));
  const faults = faultsOf(profile, comparison, threshold, had, now);
  return { comparison: files.length > 0 ? comparison : null, faults };
}

/** Any salt will do where nothing is kept. */
const NO_SALT = '0'.repeat(32);

/** Compares with an earlier set that was read as well; changed rows are counted, too. */
export function compareSets(profile: RosterProfile, before: Files, now: Files, threshold: number): Compared {
  const faults: FileFault[] = [];
  const earlierParts = partsOf(profile, before);
  const files = partsOf(profile, now).flatMap(({ file, group, rows, ids }): FileComparison[] => {
    const earlier = earlierParts.find((one) => one.file === file && one.group === group);
    const key = profile.files.find(({ id }) => id === file)?.key ?? null;
    const [one, other] = [before.get(file), now.get(file)];
    if (!earlier || !one || !other) return [];
    const counts = { file, group, before: earlier.rows, now: rows, changed: null };
    if (group === null && key !== null && one.column(key) && other.column(key)) {
      const compared = compareRows(one, other, key);
      if (compared.reKeyed >= RE_KEYED) faults.push(fault('re-keyed', file, compared.reKeyed, {}));
      return [judged({ ...counts, changed: compared.changed }, compared, threshold)];
    }
    const [hashesBefore, hashes] = [earlier.ids(NO_SALT), ids(NO_SALT)];
    if (!hashesBefore || !hashes) return [byNumber(counts, threshold)];
    return [judged(counts, compareIds(hashesBefore, hashes), threshold)];
  });
  const comparison: Comparison = { with: { kind: 'files' }, files };
  // Of a set of which nothing could be read, nothing is new either.
  if (before.size === 0) return { comparison: null, faults: [] };
  const all = [...faultsOf(profile, comparison, threshold, new Set(before.keys()), now), ...faults];
  return { comparison: files.length > 0 ? comparison : null, faults: all };
}

type Counts = Omit<FileComparison, 'added' | 'removed' | 'isOver'>;

/** Of a file whose rows have no ids only the number can be compared. */
function byNumber(counts: Counts, threshold: number): FileComparison {
  const more = counts.now - counts.before;
  return judged(counts, { added: Math.max(0, more), removed: Math.max(0, -more) }, threshold);
}

function judged(
  counts: Counts,
  { added, removed }: Pick<FileComparison, 'added' | 'removed'>,
  threshold: number,
): FileComparison {
  return { ...counts, added, removed, isOver: removed * 100 > counts.before * threshold };
}

interface RowsCompared {
  added: number;
  removed: number;
  changed: number;
  /** Records that are gone and there again under another id. */
  reKeyed: number;
}

function compareRows(before: Stored, now: Stored, key: string): RowsCompared {
  const [earlier, later] = [before.column(key), now.column(key)];
  const result: RowsCompared = { added: 0, removed: 0, changed: 0, reKeyed: 0 };
  if (!earlier || !later) return result;
  const hashOf = ({ hashes }: Stored, row: number | undefined) => hashes?.[row ?? 0] ?? 0;
  const gone = new Map<number, number>();
  Stored.located(earlier.table, later.table).forEach((there, code) => {
    if (earlier.blanks.has(code)) return;
    const hash = hashOf(before, earlier.first?.[code]);
    if (there < 0) {
      result.removed += 1;
      gone.set(hash, (gone.get(hash) ?? 0) + 1);
    } else if (hash !== hashOf(now, later.first?.[there])) result.changed += 1;
  });
  Stored.located(later.table, earlier.table).forEach((there, code) => {
    if (later.blanks.has(code) || there >= 0) return;
    result.added += 1;
    const hash = hashOf(now, later.first?.[code]);
    const left = gone.get(hash) ?? 0;
    if (left === 0) return;
    gone.set(hash, left - 1);
    result.reKeyed += 1;
  });
  return result;
}

function fault(what: FileFault['what'], file: string | null, count: number, words: FileFault['words']): FileFault {
  return { what, file, column: null, count, rows: [], words };
}

/** Rounded, unless that would make it the very limit that it is over. */
function percentOver(part: number, whole: number, limit: number): Phrase {
  const rounded = share(part, whole, 1);
  return Number(rounded.with?.share) > limit ? rounded : { says: 'just over {share} %', with: { share: limit } };
}

function faultsOf(
  { files }: RosterProfile,
  { files: compared }: Comparison,
  threshold: number,
  before: ReadonlySet<string>,
  now: Files,
): FileFault[] {
  const overAsWhole = new Set(compared.filter(({ group, isOver }) => group === null && isOver).map(({ file }) => file));
  const faults = compared.flatMap(({ file, group, before, removed, changed, isOver }): FileFault[] => {
    // What is true of the whole file is not told of its parts again.
    const isTold = isOver && (group === null || !overAsWhole.has(file));
    const fileName = files.find(({ id }) => id === file)?.fileName ?? '';
    const words: FileFault['words'] = {
      found: percentOver(removed, before, threshold),
      wanted: { says: '{share} %', with: { share: threshold } },
      ...(group === null
        ? {}
        : { file: { says: 'the {group} in {file}', with: { group: { says: group }, file: fileName } } }),
    };
    return [
      ...(isTold ? [fault('threshold', file, removed, words)] : []),
      ...(changed !== null && changed * 100 > before * MANY_CHANGED
        ? [fault('many-changed', file, changed, { found: percentOver(changed, before, MANY_CHANGED) })]
        : []),
    ];
  });
  const names = (of: (id: string) => boolean) => files.filter(({ id }) => of(id)).map(({ fileName }) => fileName);
  const gone = names((id) => before.has(id) && !now.has(id));
  const come = names((id) => !before.has(id) && now.has(id));
  if (gone.length + come.length === 0) return faults;
  const each = (says: string, names: string[]) => names.map((name): Phrase => ({ says, with: { name } }));
  const changes = [...each('{name} is missing', gone), ...each('{name} is new', come)];
  const found = changes.reduce((first, second) => ({ says: '{first}, {second}', with: { first, second } }));
  return [...faults, fault('file-set', null, gone.length + come.length, { found })];
}
