import { describe, expect, it } from 'vitest';
import { checkSet, findingsOf } from './check-help.ts';
import { CLASSTAG_FAULTS, CLASSTAG_SET, changed, csvOf, ONEROSTER_FAULTS, ONEROSTER_SET } from './samples-faults.ts';
import { manifestOf } from './sets.ts';

const SETS = [
  { id: 'oneroster', set: ONEROSTER_SET, faults: ONEROSTER_FAULTS, end: '\r\n' as const },
  { id: 'classtag', set: CLASSTAG_SET, faults: CLASSTAG_FAULTS, end: '\r' as const },
];
describe.each(SETS)('the small sets of $id', ({ id, set, faults, end }) => {
  it.each(faults)('$name', async (one) => {
    const files = Object.fromEntries(
      Object.entries(changed(set, one)).map(([file, rows]) => [`${file}.csv`, csvOf(rows, end)]),
    );
    if (id === 'oneroster') files['manifest.csv'] = manifestOf(Object.keys(set), one.mode);
    expect(findingsOf(await checkSet(files, { profile: id }))).toEqual(one.findings);
  });
});
