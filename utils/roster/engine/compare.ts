import type { RosterProfile } from '../../profile/roster.ts';
import { compareIds, type Fingerprint, IdHasher, IdHashes } from '../fingerprint.ts';
import type { Comparison, FileComparison } from '../report.ts';
import { formatted } from '../words.ts';
import type { Files } from './across.ts';
import type { FileFault } from './faults.ts';
import type { Stored } from './stored.ts';

/** Changed rows of a hundred that are remarkable (reference roster-checks.md, 100). */
const MANY_CHANGED = 75;
/** The same record under another id is told from this many on; a few are nothing unusual. */
const RE_KEYED = 5;

/** What is kept of a set for next time: counts, and salted hashes of its ids. */
export function fingerprintOf({ files }: RosterProfile, now: Files, at: string, salt: string): Fingerprint {
  return {
    version: 1,
    at,
    salt,
    files: files.flatMap(({ id, key }) => {
      const stored = now.get(id);
      return stored ? [{ file: id, rows: stored.count, ids: idsOf(stored, key, salt) }] : [];
    }),
  };
}

function idsOf(stored: Stored, key: string | null, salt: string): Fingerprint['files'][number]['ids'] {
  const hashes = new IdHashes();
  const hasher = new IdHasher(salt);
  const column = key === null ? null : stored.column(key);
  column?.table.each((code, bytes, start, end) => {
    if (column.blanks.has(code)) return;
    hasher.hash(bytes, start, end);
    hashes.add(hasher.low, hasher.high);
  });
  return hashes.finish();
}

interface Compared {
  comparison: Comparison;
  faults: FileFault[];
}

/** Compares with the counts and hashes that were kept of an earlier set. */
export function compareWithFingerprint(
  profile: RosterProfile,
  before: Fingerprint,
  now: Files,
  threshold: number,
): Compared {
  const known = new Map(before.files.map((file) => [file.file, file]));
  const files = profile.files.flatMap(({ id, key }): FileComparison[] => {
    const stored = now.get(id);
    const earlier = known.get(id);
    if (!stored || !earlier) return [];
    const counts = { file: id, before: earlier.rows, now: stored.count, changed: null };
    if (key === null || !stored.column(key)) return [byNumber(counts, threshold)];
    const { added, removed } = compareIds(earlier.ids, idsOf(stored, key, before.salt));
    return [{ ...counts, added, removed, isOver: isOver(removed, earlier.rows, threshold) }];
  });
  const comparison: Comparison = { with: { kind: 'fingerprint', at: before.at }, files };
  return { comparison, faults: faultsOf(profile, comparison, threshold, new Set(known.keys()), now) };
}

/** Compares with an earlier set that was read as well; changed rows are counted, too. */
export function compareSets(profile: RosterProfile, before: Files, now: Files, threshold: number): Compared {
  const faults: FileFault[] = [];
  const files = profile.files.flatMap(({ id, key }): FileComparison[] => {
    const [earlier, stored] = [before.get(id), now.get(id)];
    if (!stored || !earlier) return [];
    const counts = { file: id, before: earlier.count, now: stored.count, changed: null };
    if (key === null || !earlier.column(key) || !stored.column(key)) return [byNumber(counts, threshold)];
    const { added, removed, changed, reKeyed } = compareRows(earlier, stored, key);
    if (reKeyed >= RE_KEYED) faults.push(fault('re-keyed', id, reKeyed, {}));
    return [{ ...counts, added, removed, changed, isOver: isOver(removed, earlier.count, threshold) }];
  });
  const comparison: Comparison = { with: { kind: 'files' }, files };
  return { comparison, faults: [...faultsOf(profile, comparison, threshold, new Set(before.keys()), now), ...faults] };
}

/** Of a file whose rows have no ids only the number can be compared. */
function byNumber(
  counts: Pick<FileComparison, 'file' | 'before' | 'now' | 'changed'>,
  threshold: number,
): FileComparison {
  const removed = Math.max(0, counts.before - counts.now);
  const added = Math.max(0, counts.now - counts.before);
  return { ...counts, added, removed, isOver: isOver(removed, counts.before, threshold) };
}

const isOver = (removed: number, before: number, threshold: number): boolean => removed * 100 > before * threshold;

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
  earlier.table.each((code, bytes, start, end) => {
    if (earlier.blanks.has(code)) return;
    const there = later.table.find(bytes, start, end);
    const hash = hashOf(before, earlier.first?.[code]);
    if (there < 0) {
      result.removed += 1;
      gone.set(hash, (gone.get(hash) ?? 0) + 1);
    } else if (hash !== hashOf(now, later.first?.[there])) result.changed += 1;
  });
  later.table.each((code, bytes, start, end) => {
    if (later.blanks.has(code) || earlier.table.find(bytes, start, end) >= 0) return;
    result.added += 1;
    const hash = hashOf(now, later.first?.[code]);
    const left = gone.get(hash) ?? 0;
    if (left === 0) return;
    gone.set(hash, left - 1);
    result.reKeyed += 1;
  });
  return result;
}

function fault(what: FileFault['what'], file: string | null, count: number, words: Record<string, string>): FileFault {
  return { what, file, column: null, count, rows: [], words };
}

const percent = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part / whole) * 100).toLocaleString('en-US', { maximumFractionDigits: 1 })} %`;

function faultsOf(
  { files }: RosterProfile,
  { files: compared }: Comparison,
  threshold: number,
  before: ReadonlySet<string>,
  now: Files,
): FileFault[] {
  const faults = compared.flatMap(({ file, before, removed, changed, isOver }): FileFault[] => [
    ...(isOver
      ? [fault('threshold', file, removed, { found: percent(removed, before), wanted: `${formatted(threshold)} %` })]
      : []),
    ...(changed !== null && changed * 100 > before * MANY_CHANGED
      ? [fault('many-changed', file, changed, { found: percent(changed, before) })]
      : []),
  ]);
  const names = (of: (id: string) => boolean) => files.filter(({ id }) => of(id)).map(({ fileName }) => fileName);
  const gone = names((id) => before.has(id) && !now.has(id));
  const come = names((id) => !before.has(id) && now.has(id));
  if (gone.length + come.length === 0) return faults;
  const found = [...gone.map((name) => `${name} is missing`), ...come.map((name) => `${name} is new`)].join(', ');
  return [...faults, fault('file-set', null, gone.length + come.length, { found })];
}
