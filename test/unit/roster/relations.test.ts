import { describe, expect, it } from 'vitest';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import type { Report } from '../../../utils/roster/report.ts';
import { districtFiles } from '../../data/district-files.ts';
import { FAULTS } from '../../simulator/index.ts';
import { checkSet } from './check-help.ts';
import { SAMPLES } from './samples-expected.ts';
import { sampleFiles } from './sets.ts';

/** Rules across files that are there already are run while another file is read: nothing but the time may differ. */

const timeless = ({ checkedAt: _, took: __, ...rest }: Report) => rest;

describe.each(ROSTER_PROFILES)('the report of $id', ({ id, files }) => {
  it.each(SAMPLES)('is the same whichever file of $name comes last', async ({ name }) => {
    const set = sampleFiles(name);
    const whole = timeless(await checkSet(set, { profile: id }));
    for (const last of files) {
      const related = files.filter((file) => file !== last).map((file) => file.id);
      expect(timeless(await checkSet(set, { profile: id }, { related }))).toEqual(whole);
    }
  });
});

describe('a district with every fault of the generator', () => {
  const set = Object.fromEntries(districtFiles(200, Object.keys(FAULTS)).map(({ name, text }) => [name, text]));

  it.each([
    ['users', ['classes', 'enrollments']],
    ['classes', ['users', 'enrollments']],
    ['enrollments', ['users', 'classes']],
  ])('has the same report when %s comes last', async (_, related) => {
    const whole = await checkSet(set);
    expect(new Set(whole.findings.map(({ code }) => code))).toContain('N1');
    expect(timeless(await checkSet(set, {}, { related }))).toEqual(timeless(whole));
  });
});
