import type { PictureSpec, RosterProfile } from '../../profile/roster.ts';
import { someItem } from '../bytes.ts';
import type { Picture } from '../report.ts';
import { english, type Part, type Phrase, type Say, share } from '../words.ts';
import type { Files } from './across.ts';
import { Stored, type StoredColumn } from './stored.ts';

/** More bars than this are put together as the last one. */
const BARS = 24;

/** What a picture of one file shows, as plain data. */
export interface Drawn {
  /** The picture's, in the profile. */
  id: string;
  /** Of sizes, which are drawn when all files were read: how often each value of the column comes, by its number. */
  bars: Bars | Int32Array;
}

/**
 * Draws the profile's pictures of one file.
 * @param filled rows counted by which of two columns they fill, by picture
 */
export function drawnOf(
  profile: RosterProfile,
  file: string,
  stored: Stored | null,
  filled: readonly { id: string; counts: number[] }[],
): Drawn[] {
  return profile.pictures
    .filter((spec) => spec.file === file)
    .map((spec) => ({ id: spec.id, bars: barsOf(spec, stored, filled, wordsFor(profile, spec)) }));
}

/**
 * The profile's pictures of these files; those are left out for which nothing is there.
 * @param files those that were read to their end
 * @param say puts phrases into words
 */
export function picturesOf(
  profile: RosterProfile,
  drawn: readonly Drawn[],
  files: Files,
  say: Say = english,
): Picture[] {
  return profile.pictures.flatMap((spec) => {
    const bars = finished(spec, drawn.find(({ id }) => id === spec.id)?.bars ?? [], files);
    const total = bars.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return [];
    const { id, title, of, counts } = spec;
    const summary = say(summaryOf(spec, bars, total));
    return [{ id, title, of, counts, summary, bars: bars.map(({ name, count }) => ({ name: say(name, id), count })) }];
  });
}

type Bars = { name: Part; count: number }[];

/**
 * The words that a column should hold, in small letters; null where any may stand there. What is none of them may be a
 * name in the wrong column, which is no business of a picture's.
 */
function wordsFor({ checks }: RosterProfile, spec: PictureSpec): ReadonlySet<string> | null {
  if (spec.is !== 'values') return null;
  const tests = checks.rules
    .filter(({ file, column }) => file === spec.file && column === spec.column)
    .map(({ test }) => test);
  const words = tests.flatMap((test) => {
    if (test.is === 'not-in') return test.values;
    return test.is === 'means' ? test.pairs.map(([from]) => from) : [];
  });
  return words.length > 0 ? new Set(words.map((word) => word.toLowerCase())) : null;
}

function finished(spec: PictureSpec, bars: Bars | Int32Array, files: Files): Bars {
  if (!('buffer' in bars)) return bars;
  return spec.is === 'sizes' ? sizes(spec, sizesAmong(spec, bars, files)) : [];
}

function barsOf(
  spec: PictureSpec,
  stored: Stored | null,
  filled: readonly { id: string; counts: number[] }[],
  words: ReadonlySet<string> | null,
): Drawn['bars'] {
  if (spec.is === 'filled') {
    const counts = filled.find(({ id }) => id === spec.id)?.counts;
    return counts ? spec.names.map((says, at) => ({ name: { says }, count: counts[at] ?? 0 })) : [];
  }
  const column = stored?.column(spec.column);
  const applies = stored?.condition(spec.when);
  if (!stored || !column?.rows || !applies) return [];
  const counts = countsOf(stored, column, applies);
  if (spec.is === 'values') return values(spec, column, counts, words);
  for (const blank of column.blanks) counts[blank] = 0;
  return counts;
}

/** How many rows each value has. */
function countsOf(stored: Stored, { rows, table }: StoredColumn, applies: (row: number) => boolean): Int32Array {
  const counts = new Int32Array(table.size);
  const { broken, count } = stored;
  for (let index = 0, row = 0; rows && row < count; index += 1) {
    const part = rows.part(index);
    for (let at = 0; at < part.length; at += 1, row += 1) {
      const code = part[at] as number;
      if (applies(row) && (broken.size === 0 || !broken.has(row))) counts[code] = (counts[code] as number) + 1;
    }
  }
  return counts;
}

function values(
  { items }: Extract<PictureSpec, { is: 'values' }>,
  { table }: StoredColumn,
  counts: Int32Array,
  words: ReadonlySet<string> | null,
): Bars {
  const byName = new Map<string, number>();
  let other = 0;
  const add = (value: string, count: number) => {
    const isShown = words === null || value.trim() === '' || words.has(value.toLowerCase());
    const name = value.trim() === '' ? '' : value;
    if (isShown) byName.set(name, (byName.get(name) ?? 0) + count);
    else other += count;
  };
  const decoder = new TextDecoder();
  table.each((code, bytes, start, end) => {
    const count = counts[code] ?? 0;
    if (count === 0) return;
    if (!items || start === end) add(decoder.decode(bytes.slice(start, end)), count);
    else {
      someItem(bytes, start, end, (_, from, to) => {
        add(decoder.decode(bytes.slice(from, to)), count);
        return false;
      });
    }
  });
  const collator = new Intl.Collator('en-US', { numeric: true });
  // As the profile lists them: kindergarten before the first grade.
  const listed = [...(words ?? [])];
  const placeOf = (name: string) => listed.indexOf(name.toLowerCase()) + 1 || listed.length + 1;
  const inOrder = (one: string, other: string) => placeOf(one) - placeOf(other) || collator.compare(one, other);
  const bars: Bars = [...byName].map(([name, count]) => ({ name: name === '' ? { says: '(blank)' } : name, count }));
  if (other > 0) bars.push({ name: { says: '(other values)' }, count: other });
  const largest = bars.sort((a, b) => b.count - a.count).slice(0, bars.length > BARS ? BARS - 1 : BARS);
  const others = bars.slice(largest.length).reduce((sum, { count }) => sum + count, 0);
  const named = largest.sort((a, b) => inOrder(english(a.name), english(b.name)));
  const rest = bars.length - largest.length;
  return others > 0 ? [...named, { name: { says: '{rest} others', with: { rest } }, count: others }] : named;
}

/**
 * The sizes of what has an id in `among`, which may be 0; where one of the two files is not there as a whole, the sizes
 * of all that comes.
 */
function sizesAmong(
  { file, column, among }: Extract<PictureSpec, { is: 'sizes' }>,
  counts: Int32Array,
  files: Files,
): { counts: Int32Array; least: 0 | 1 } {
  const by = files.get(file)?.column(column);
  const ids = files.get(among.file)?.column(among.column);
  if (!by || !ids) return { counts, least: 1 };
  const found = new Int32Array(ids.table.size);
  const there = Stored.located(by.table, ids.table);
  for (let code = 0; code < there.length; code += 1) {
    const id = there[code] as number;
    if (id >= 0) found[id] = counts[code] as number;
  }
  return { counts: found.filter((_, id) => !ids.blanks.has(id)), least: 0 };
}

function sizes(
  { steps }: Extract<PictureSpec, { is: 'sizes' }>,
  { counts, least }: ReturnType<typeof sizesAmong>,
): Bars {
  const groups = new Array<number>(steps.length + 2).fill(0);
  for (const count of counts) {
    const step = steps.findIndex((most) => count <= most);
    const at = count === 0 ? 0 : (step < 0 ? steps.length : step) + 1;
    groups[at] = (groups[at] ?? 0) + 1;
  }
  const bars = groups.map((count, at): Bars[number] => {
    const from = (steps[at - 2] ?? 0) + 1;
    if (at === 0) return { name: 0, count };
    const name: Phrase =
      at > steps.length
        ? { says: '{from} or more', with: { from } }
        : { says: '{from} to {to}', with: { from, to: steps[at - 1] ?? 0 } };
    return { name, count };
  });
  return bars.slice(least);
}

function summaryOf(spec: PictureSpec, bars: Bars, total: number): Part {
  if (spec.is === 'filled') {
    const neither = bars.at(-1)?.count ?? 0;
    if (neither === 0) return { says: 'Each has at least one of the two.' };
    const parts = { total, share: share(neither, total) };
    return { says: '{count} of {total} ({share}) {has} neither.', n: neither, with: parts };
  }
  // What was put together is no value of its own.
  const own = spec.is === 'values' && bars.length === BARS ? bars.slice(0, -1) : bars;
  const [most] = [...own].sort((a, b) => b.count - a.count);
  if (!most) return '';
  const { name, count } = most;
  return {
    says: 'Most: {name}, with {count} of {total} ({share}).',
    with: { name, count, total, share: share(count, total) },
  };
}
