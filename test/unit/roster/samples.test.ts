import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { RosterProfile } from '../../../utils/profile/roster.ts';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { SAMPLES } from './samples-expected.ts';
import { CLASSTAG_FAULTS, CLASSTAG_SET, changed, csvOf, ONEROSTER_FAULTS, ONEROSTER_SET } from './samples-faults.ts';

const folder = (name: string) => new URL(`../../fixtures/rosters/${name}/`, import.meta.url);

/** `F4 alias note`, with each column that a rule looks at; file faults have whatever column they are about. */
function namesOf({ checks, fileRules }: RosterProfile): Set<string> {
  return new Set([
    ...checks.rules.map(({ code, cause, severity, file, column }) => `${code} ${cause} ${severity} ${file} ${column}`),
    ...fileRules.map(({ code, what, severity }) => `${code} ${what} ${severity}`),
    ...checks.unwanted.map(({ code }) => `${code} unwanted warning`),
  ]);
}

describe.each(SAMPLES)('the sample $name', ({ name, rows, findings }) => {
  it('has its license beside it', () => {
    expect(readFileSync(new URL('LICENSE', folder(name)), 'utf8')).toMatch(/Apache License|MIT License/);
  });

  it('has the rows that were counted', () => {
    const files = readdirSync(folder(name)).filter((file) => file.endsWith('.csv') && file !== 'manifest.csv');
    const counted = files.map((file) => {
      const records: string[][] = parse(readFileSync(new URL(file, folder(name))), { relax_column_count: true });
      return [file.slice(0, -4), records.length - 1];
    });
    expect(Object.fromEntries(counted)).toEqual(rows);
  });

  it.each(ROSTER_PROFILES)('is expected to break only rules that $id has', (profile) => {
    const names = namesOf(profile);
    for (const { code, cause, severity, file, column } of findings[profile.id] ?? [])
      expect([...names].filter((one) => `${code} ${cause} ${severity} ${file} ${column}`.startsWith(one))).toHaveLength(
        1,
      );
  });
});

const across = new Set(['holds', 'refers-to', 'target-not-in', 'differs', 'unnamed', 'beyond', 'cycle']);
const nameOf = (finding: string): string => finding.split(' ').slice(0, 2).join(' ');

describe.each([
  { id: 'oneroster', set: ONEROSTER_SET, faults: ONEROSTER_FAULTS, isMeant: () => true },
  { id: 'classtag', set: CLASSTAG_SET, faults: CLASSTAG_FAULTS, isMeant: (kind: string) => across.has(kind) },
])('the small sets with faults for $id', ({ id, set, faults, isMeant }) => {
  const profile = ROSTER_PROFILES.find((one) => one.id === id) as RosterProfile;

  it('has one for each cause of the rules that it is for', () => {
    const shown = new Set(faults.flatMap(({ findings }) => findings.map(nameOf)));
    const meant = profile.checks.rules.filter(({ test }) => isMeant(test.is) && test.is !== 'refers');
    const names = new Set(meant.map(({ code, cause }) => `${code} ${cause}`));
    expect([...names].filter((name) => !shown.has(name))).toEqual([]);
  });

  it('names only findings that the profile has', () => {
    const names = namesOf(profile);
    for (const { findings } of faults)
      for (const finding of findings) {
        const [code, cause, ...rest] = finding.split(' ').slice(0, -1);
        // What a spelling means is told for each spelling by itself.
        const plain = cause === 'other-spelling' ? [code, cause, ...rest.slice(1)] : [code, cause, ...rest];
        expect([...names], finding).toContain(plain.join(' '));
      }
  });

  it('changes what it says, and only that', () => {
    for (const one of faults) {
      const before = Object.entries(set).map(([file, rows]) => [file, csvOf(rows, '\r\n')]);
      const after = Object.entries(changed(set, one)).map(([file, rows]) => [file, csvOf(rows, '\r\n')]);
      const files = after.filter(([, text], at) => text !== before[at]?.[1]).map(([file]) => file);
      expect(files, one.name).toEqual(one.mode ? Object.keys(set) : Object.keys(one.changes));
    }
  });

  it('has the columns of each file', () => {
    for (const { id: file, columns } of profile.files) {
      const names = Object.keys(set[file]?.[0] ?? {});
      const known = columns.map(({ name }) => name).filter((name) => names.includes(name));
      expect(names.toSorted()).toEqual(known.toSorted());
    }
  });
});
