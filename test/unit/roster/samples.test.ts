import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { RosterProfile } from '../../../utils/profile/roster.ts';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { SAMPLES } from './samples-expected.ts';

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
