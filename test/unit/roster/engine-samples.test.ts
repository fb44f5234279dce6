import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { checkSet, inShort } from './check-help.ts';
import { SAMPLES } from './samples-expected.ts';

const folder = (name: string) => new URL(`../../fixtures/rosters/${name}/`, import.meta.url);

function filesOf(name: string): Record<string, Uint8Array<ArrayBuffer>> {
  const names = readdirSync(folder(name)).filter((file) => file.endsWith('.csv'));
  return Object.fromEntries(names.map((file) => [file, new Uint8Array(readFileSync(new URL(file, folder(name))))]));
}

describe.each(SAMPLES)('the sample $name', ({ name, rows, findings }) => {
  it.each(ROSTER_PROFILES)('has for $id the findings that were found by hand, and no other', async ({ id, files }) => {
    const report = await checkSet(filesOf(name), { profile: id });
    const wanted = findings[id] ?? [];
    expect(report.findings.map(inShort).sort()).toEqual(wanted.map(inShort).sort());
    for (const { message, ...one } of wanted) {
      if (message === undefined) continue;
      const told = report.findings.find((finding) => inShort(finding) === inShort(one));
      expect(told?.message).toContain(message);
    }
    const counted = report.files.map((file) => [file.file, file.rows]);
    expect(counted).toEqual(files.map((file) => [file.id, rows[file.id]]));
  });
});
