import { describe, expect, it } from 'vitest';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { checkSet, inShort } from './check-help.ts';
import { SAMPLES } from './samples-expected.ts';
import { sampleFiles } from './sets.ts';

describe.each(SAMPLES)('the sample $name', ({ name, rows, findings }) => {
  it.each(ROSTER_PROFILES)('has for $id the findings that were found by hand, and no other', async ({ id, files }) => {
    const report = await checkSet(sampleFiles(name), { profile: id });
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
