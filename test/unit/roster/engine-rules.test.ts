import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterProfile } from '../../../utils/profile/roster.ts';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { checkSet } from './check-help.ts';
import { CLASSTAG_SET, csvOf, ONEROSTER_SET } from './samples-faults.ts';
import { manifestOf } from './sets.ts';
import { slowFindings, type Tables } from './slow-rules.ts';

const SETS: Record<string, Tables> = { classtag: CLASSTAG_SET, oneroster: ONEROSTER_SET };

/** Every word that the profile's rules compare with. */
function wordsOf({ checks }: RosterProfile): string[] {
  const words = checks.rules.flatMap(({ test }) => [
    ...('values' in test ? test.values : []),
    ...('in' in test ? test.in : []),
    ...('when' in test && test.when ? test.when.in : []),
    ...(test.is === 'means' ? test.pairs.flat() : []),
  ]);
  return [...new Set(words)];
}

/** What values become: written wrongly, or another. */
const CHANGES: ((value: string, other: string) => string)[] = [
  () => '',
  () => ' ',
  (_, other) => other,
  (_, other) => other,
  (value) => value.toUpperCase(),
  (value) => value.toLowerCase(),
  (value) => ` ${value}`,
  (value) => `${value} `,
  (value) => value.replace(/^0+/, ''),
  (value) => `0${value}`,
  (value, other) => `${value},${other}`,
  (value, other) => `${value}, ${other}`,
  (value) => `${value},,`,
  (value) => `${value},${value}`,
  (value, other) => [value, other, 'a', 'b', 'c', 'd', 'e', 'f'].join(),
  () => '1.05E+08',
  () => '#REF!',
  (value) => `${value}${'x'.repeat(260)}`,
  (value) => `${value}é`,
  (value) => `${value}?`,
  () => '2026-09-01',
  () => '2030-01-01',
  () => '1999-12-31',
];

interface Change {
  file: number;
  row: number;
  column: number;
  how: number;
  from: number;
}

const change = fc.record({ file: fc.nat(99), row: fc.nat(99), column: fc.nat(99), how: fc.nat(999), from: fc.nat(999) });

/** A row twice, a row less, or one value of a row in another way. */
function apply(tables: Tables, { file, row, column, how, from }: Change, words: string[]): void {
  const names = Object.keys(tables);
  const rows = tables[names[file % names.length] ?? ''] ?? [];
  const at = row % rows.length;
  const own = rows[at] ?? {};
  const columns = Object.keys(own);
  const name = columns[column % columns.length] ?? '';
  const kind = how % (CHANGES.length + 4);
  if (kind === 0 && rows.length > 1) rows.splice(at, 1);
  else if (kind === 1) rows.push({ ...own });
  else if (kind === 2) rows.push({ ...own, [columns[0] ?? '']: `${own[columns[0] ?? '']}9` });
  else if (kind === 3) own[name] = words[from % words.length] ?? '';
  else {
    const others = Object.values(tables).flatMap((all) => all.flatMap((one) => Object.values(one)));
    own[name] = CHANGES[kind - 4]?.(own[name] ?? '', others[from % others.length] ?? '') ?? '';
  }
}

const settings = fc.record({
  level: fc.constantFrom('district' as const, 'school' as const),
  guardians: fc.constantFrom('users' as const, 'separate' as const),
  schoolIds: fc.constantFrom([], ['0101'], ['0101', '0102']),
});

describe.each(ROSTER_PROFILES)('the rules of $id', (profile) => {
  const set = SETS[profile.id] ?? {};
  const words = wordsOf(profile);
  const fired = new Set<string>();


  it('find on any rows what a slow reading of them finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), settings, fc.boolean(), async (changes, wish, isDelta) => {
        const mode = profile.manifest && isDelta ? 'delta' : 'bulk';
        const tables = structuredClone(set);
        if (mode === 'delta') {
          for (const row of Object.values(tables).flat())
            Object.assign(row, { status: 'active', dateLastModified: '2026-11-25T18:00:00.000Z' });
        }
        for (const one of changes) apply(tables, one, words);
        const files: Record<string, string> = Object.fromEntries(
          Object.entries(tables).map(([file, rows]) => [`${file}.csv`, csvOf(rows, '\r\n')]),
        );
        if (profile.manifest) files['manifest.csv'] = manifestOf(Object.keys(tables), mode);
        const modes = Object.fromEntries(Object.keys(tables).map((file) => [file, mode]));
        const slow = slowFindings(profile, tables, wish, modes);
        for (const { rule, spelling } of slow) fired.add([rule.code, rule.cause, spelling, rule.file, rule.column].join(' '));
        const rules = new Set(profile.checks.rules.map(({ code, cause }) => `${code} ${cause}`));
        const { findings } = await checkSet(files, { profile: profile.id, ...wish });
        const found = findings
          .filter(({ code, cause }) => rules.has(`${code} ${cause.split(' ')[0]}`))
          .map(({ code, cause, file, column, count, places }) => `${code} ${cause} ${file} ${column} ${count}: ${places.map(({ row }) => row)}`);
        const wanted = slow.map(({ rule, spelling, rows }) => {
          const { code, cause, file, column } = rule;
          const places = rows.filter((row) => row >= 0).map((row) => row + 1);
          return `${code} ${cause}${spelling && ` ${spelling}`} ${file} ${column} ${rows.length}: ${places}`;
        });
        expect(found.sort()).toEqual(wanted.sort());
      }),
      { numRuns: Number(process.env.RUNS ?? 300), seed: Number(process.env.SEED ?? 1) },
    );
  });

  it('were all met', () => {
    const all = profile.checks.rules.flatMap(({ code, cause, file, column, test }) =>
      (test.is === 'means' ? test.pairs.map(([from]) => from) : ['']).map((spelling) => [code, cause, spelling, file, column].join(' ')),
    );
    expect(all.filter((name) => !fired.has(name))).toEqual([]);
  });
});
