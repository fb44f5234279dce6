import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classtagChecks } from '../../../utils/profile/classtag-checks.ts';
import { batchOf } from '../../../utils/roster/engine/batch.ts';
import { checkBatches, type PreviewFinding } from '../../../utils/roster/preview.ts';
import { FAULTS, makeDistrict, type RosterFile } from '../../simulator/index.ts';
import { COLUMNS, inShort, PARAMETERS, rowsOf } from './help.ts';

const FILES: RosterFile[] = ['users', 'classes', 'enrollments'];

/** Checks rows cut into batches at the given places. */
function findings(file: RosterFile, rows: string[][], cuts: number[] = [], complete = true): PreviewFinding[] {
  const columns = COLUMNS[file];
  const input = { fileId: file, header: columns, columns, parameters: { ...PARAMETERS, complete } };
  const places = [...new Set([0, ...cuts.map((cut) => cut % (rows.length + 1)), rows.length])].sort((a, b) => a - b);
  const batches = places.map((place, at) => batchOf(rows.slice(place, places[at + 1]), columns.length, place));
  return checkBatches(classtagChecks, input, batches);
}

/** What a single file's rows show of each fault: the code of the finding. Null: only other files show it. */
const SHOWN_AS: Record<string, string | null> = {
  '5': 'F5',
  invisible: 'F3',
  // Of these only the ids in another file tell.
  'unknown-school': null,
  'unknown-class-school': null,
  'class-without-enrollments': null,
  'unknown-class': null,
  'unknown-user': null,
  'enrollment-at-other-school': null,
  'role-differs-from-user': null,
  'class-without-teacher': null,
};

/** Rules that a fault also breaks by what it is: a list needs commas, a space before an id is another spelling. */
const ALSO: Record<string, string[]> = {
  'seven-guardians': ['F5'],
  'guardian-listed-twice': ['F5'],
  'two-guardians-unquoted': [],
  'several-periods-unquoted': ['F5'],
  'two-languages': ['F5'],
  'same-id-two-roles': ['U6', 'U5'],
  'role-in-wrong-case': ['U7'],
  'unknown-role': ['U7'],
  'mobiles-in-phone-column': ['U7'],
  'student-without-grade': [],
  'parent-enrolled': [],
  'user-id-lost-zeros': ['N5'],
  'class-id-lost-zeros': ['N5'],
};

function codeOf(name: string): string | null {
  const rule = FAULTS[name]?.rule ?? '';
  const byName = SHOWN_AS[name];
  if (byName !== undefined) return byName;
  return SHOWN_AS[rule] ?? rule;
}

describe('a clean district', () => {
  it('has no finding at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 300 }), (seed, students) => {
        const district = makeDistrict({ seed, students, faults: [] });
        for (const file of FILES) expect(findings(file, rowsOf(district, file)).map(inShort)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('has none on any page of the preview', () => {
    const rows = rowsOf(makeDistrict({ seed: 5, students: 200, faults: [] }), 'users');
    fc.assert(
      fc.property(fc.nat(rows.length), fc.integer({ min: 1, max: 60 }), (from, length) => {
        expect(findings('users', rows.slice(from, from + length), [], false).map(inShort)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('every fault that the generator can plant', () => {
  it.each(Object.keys(FAULTS))('%s is found, and nothing else is', (name) => {
    const fault = FAULTS[name];
    if (!fault) throw new Error(name);
    const wanted = codeOf(name);
    for (const seed of [1, 77, 4242]) {
      const district = makeDistrict({ seed, students: 120, faults: [name] });
      for (const file of FILES) {
        const codes = new Set(findings(file, rowsOf(district, file)).map(({ code }) => code));
        const expected = file === fault.file && wanted !== null ? [wanted] : [];
        for (const code of expected) expect([...codes], `${name}, ${file}`).toContain(code);
        const allowed = new Set([...expected, ...(file === fault.file ? (ALSO[name] ?? []) : [])]);
        expect(
          [...codes].filter((code) => !allowed.has(code)),
          `${name}, ${file}`,
        ).toEqual([]);
      }
    }
  });
});

describe('batches', () => {
  it('may be cut anywhere', () => {
    const names = Object.keys(FAULTS);
    fc.assert(
      fc.property(
        fc.subarray(names, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(5_000), { maxLength: 6 }),
        fc.constantFrom(...FILES),
        (faults, cuts, file) => {
          const rows = rowsOf(makeDistrict({ seed: 9, students: 60, faults }), file);
          expect(findings(file, rows, cuts)).toEqual(findings(file, rows));
        },
      ),
      { numRuns: 60 },
    );
  });
});
