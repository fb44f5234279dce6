import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../utils/profile/checks.ts';
import type { RosterProfile } from '../../../utils/profile/roster.ts';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import type { CheckSettings } from '../../../utils/roster/report.ts';
import { defaultSettings } from '../../../utils/roster/settings.ts';
import { checkSet } from './check-help.ts';
import { CLASSTAG_SET, csvOf, ONEROSTER_SET } from './samples-faults.ts';
import { manifestOf } from './sets.ts';
import { slowFindings, type Tables } from './slow-rules.ts';

const SETS: Record<string, Tables> = { classtag: CLASSTAG_SET, oneroster: ONEROSTER_SET };

/** Every word that the profile's rules compare with. */
function wordsOf({ checks }: { checks: { rules: readonly Pick<Rule, 'test'>[] } }): string[] {
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

const change = fc.record({
  file: fc.nat(99),
  row: fc.nat(99),
  column: fc.nat(99),
  how: fc.nat(999),
  from: fc.nat(999),
});

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
  schoolIds: fc.constantFrom<string[]>([], ['0101'], ['0101', '0102']),
});

type Mode = 'bulk' | 'delta';

/** The set as it is sent: in a delta every row says that it is active, and since when. */
function sent(tables: Tables, mode: Mode): Tables {
  const all = mode === 'delta' ? { status: 'active', dateLastModified: '2026-11-25T18:00:00.000Z' } : {};
  return Object.fromEntries(
    Object.entries(tables).map(([file, rows]) => [file, rows.map((row) => ({ ...row, ...all }))]),
  );
}

/** What the whole engine says of the profile's rules, with the rows, in the order of letters. */
async function told(
  profile: RosterProfile,
  tables: Tables,
  mode: Mode,
  wish: Partial<CheckSettings>,
): Promise<string[]> {
  const files: Record<string, string> = Object.fromEntries(
    Object.entries(tables).map(([file, rows]) => [`${file}.csv`, csvOf(rows, '\r\n')]),
  );
  if (profile.manifest) files['manifest.csv'] = manifestOf(Object.keys(tables), mode);
  const { findings } = await checkSet(files, { ...wish, profile: profile.id });
  const rules = new Set(profile.checks.rules.map(({ code, cause }) => `${code} ${cause}`));
  return findings
    .filter(({ code, cause }) => rules.has(`${code} ${cause.split(' ')[0]}`))
    .map(({ code, cause, file, column, count, places }) => {
      const rows = places.map(({ row }) => row);
      return `${code} ${cause} ${file} ${column} ${count}: ${rows}`;
    })
    .sort();
}

const nameOf = ({ code, cause, file, column }: Rule, spelling: string): string =>
  `${code} ${cause}${spelling && ` ${spelling}`} ${file} ${column}`;

/** The same, read slowly. */
function expected(profile: RosterProfile, tables: Tables, mode: Mode, wish: CheckSettings): string[] {
  const modes = Object.fromEntries(Object.keys(tables).map((file) => [file, mode]));
  return slowFindings(profile, tables, wish, modes)
    .map(({ rule, spelling, rows }) => {
      const places = rows.filter((row) => row >= 0).map((row) => row + 1);
      return `${nameOf(rule, spelling)} ${rows.length}: ${places}`;
    })
    .sort();
}

/** Small changes of a set by which a rule may be broken. */
function* attempts(set: Tables, { file, column, test }: Rule): Generator<Tables> {
  const rows = set[file] ?? [];
  const change = (of: string, at: number, values: Record<string, string>): Tables => ({
    ...set,
    [of]: (set[of] ?? []).map((row, index) => (index === at ? { ...row, ...values } : row)),
  });
  const words = wordsOf({ checks: { rules: [{ test }] } });
  const own = 'values' in test ? test.values : test.is === 'means' ? test.pairs.flat() : [];
  const ids = Object.values(set).flatMap((all) => all.map(({ sourcedId = '' }) => sourcedId));
  for (const at of rows.keys()) {
    const value = rows[at]?.[column] ?? '';
    for (const id of ids) yield change(file, at, { [column]: id });
    if ('when' in test && test.when)
      for (const word of test.when.in) yield change(file, at, { [test.when.column]: word });
    for (const word of [...own, ...words]) {
      for (const one of [word, word.toUpperCase(), word.toLowerCase()]) yield change(file, at, { [column]: one });
    }
    for (const how of CHANGES) yield change(file, at, { [column]: how(value, 'zz') });
    // Ids of digits, and of letters in two spellings.
    for (const [here, there] of [
      ['7', '07'],
      ['ab', 'AB'],
      [value, value],
      [value, 'other'],
    ] as const) {
      const first = change(file, at, { [column]: here });
      const copy = { ...rows[at], [column]: there };
      yield { ...first, [file]: [...(first[file] ?? []), copy] };
      if (test.is === 'repeated' && test.also) {
        for (const word of ['parent', 'other', 'T1', 'e2'])
          yield { ...first, [file]: [...(first[file] ?? []), { ...copy, [test.also.column]: word }] };
      }
      if (test.is === 'told-apart')
        yield { ...first, [file]: [...(first[file] ?? []), { ...copy, [test.but[0] ?? '']: 'other@example.org' }] };
    }
    if ('of' in test && Array.isArray(test.of)) {
      const value = 'value' in test ? test.value : '';
      const flags = Object.fromEntries(test.of.map((name) => [name, value]));
      yield change(file, at, { ...flags, ...(test.is === 'several-are' ? { [column]: 'false' } : {}) });
    }
    if (test.is === 'rarely-filled') {
      const guardians = Array.from({ length: 25 }, (_, n) => ({
        ...rows[at],
        sourcedId: `G${n}9`,
        [column]: '',
        [test.other]: '212-555-0112',
      }));
      yield { ...set, [file]: [...rows, ...guardians] };
    }
  }
  // What a reference names is something else, or is gone.
  if ('file' in test) {
    for (const at of set[test.file]?.keys() ?? []) {
      yield { ...set, [test.file]: (set[test.file] ?? []).filter((_, index) => index !== at) };
      if (test.is === 'target-not-in')
        for (const word of ['tobedeleted', 'x']) yield change(test.file, at, { [test.of]: word });
    }
  }
}

const DEFAULT: CheckSettings = { ...defaultSettings, schoolIds: [] };
/** With school ids, so that these are looked at, too; all of the small set's. */
const STRICT: CheckSettings = { ...DEFAULT, schoolIds: ['0101'] };
/** The rules are shared out, so that no test is long. */
const PARTS = [0, 1, 2, 3, 4, 5];

describe.each(ROSTER_PROFILES)('the rules of $id', (profile) => {
  const set = SETS[profile.id] ?? {};
  const words = wordsOf(profile);

  const spellings = profile.checks.rules.flatMap((rule) =>
    (rule.test.is === 'means' ? rule.test.pairs.map(([from]) => from) : ['']).map((spelling) => ({
      name: nameOf(rule, spelling),
      rule,
    })),
  );
  const parts = PARTS.map((part) => ({
    part: part + 1,
    names: spellings.filter((_, at) => at % PARTS.length === part),
  }));

  /** Changes a set that does not break the rule until it does. */
  function broken(before: Tables, mode: Mode, { name, rule }: (typeof spellings)[number]): Tables | null {
    const alone = { checks: { ...profile.checks, rules: [rule] } };
    const modes = Object.fromEntries(Object.keys(set).map((file) => [file, mode]));
    for (const tables of attempts(before, rule)) {
      const found = slowFindings(alone, tables, STRICT, modes);
      if (found.some((one) => nameOf(one.rule, one.spelling) === name)) return tables;
    }
    return null;
  }

  it.each(parts)('are each told of a set that breaks it ($part)', async ({ names }) => {
    const left = new Set(names);
    for (const mode of profile.manifest ? (['bulk', 'delta'] as const) : (['bulk'] as const)) {
      while (left.size > 0) {
        // A few in one set: each needs another change.
        let tables = sent(set, mode);
        for (const one of [...left].slice(0, 8)) tables = broken(tables, mode, one) ?? tables;
        const all = expected(profile, tables, mode, STRICT);
        const shown = [...left].filter(({ name }) => all.some((one) => one.startsWith(`${name} `)));
        if (shown.length === 0) break;
        for (const one of shown) left.delete(one);
        expect(await told(profile, tables, mode, STRICT)).toEqual(all);
      }
    }
    expect([...left].map(({ name }) => name)).toEqual([]);
  });

  it('find on any rows what a slow reading of them finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        settings,
        fc.boolean(),
        async (changes, chosen, isDelta) => {
          const mode = profile.manifest && isDelta ? 'delta' : 'bulk';
          const wish = { ...DEFAULT, ...chosen };
          const tables = sent(set, mode);
          for (const one of changes) apply(tables, one, words);
          expect(await told(profile, tables, mode, wish)).toEqual(expected(profile, tables, mode, wish));
        },
      ),
      { numRuns: 50 },
    );
  });
});
