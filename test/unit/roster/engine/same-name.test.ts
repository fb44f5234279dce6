import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowReader } from '../../../../utils/roster/engine/reader.ts';
import { SameName } from '../../../../utils/roster/engine/same-name.ts';
import { makeScanner, PlainScanner, type Scanner } from '../../../../utils/roster/engine/scan.ts';
import { sniff } from '../../../../utils/roster/engine/sniff.ts';
import type { Batch } from '../../../../utils/roster/engine/types.ts';

const simd = await makeScanner();

type Row = readonly [given: string, family: string, email: string, sms: string];

function eachBatch(rows: readonly Row[], scanner: Scanner, look: (batch: Batch) => void): void {
  const bytes = new TextEncoder().encode(['a,b,c,d', ...rows.map((row) => row.join(','))].join('\n'));
  const reader = new RowReader(sniff(bytes), { batch: look }, scanner);
  reader.push(bytes);
  reader.end();
}

function found(rows: readonly Row[], scanner: Scanner, expected: number): number[] {
  const search = new SameName([0, 1], [2, 3], expected);
  eachBatch(rows, scanner, (batch) => search.add(batch));
  const again = search.again();
  if (again) eachBatch(rows, scanner, (batch) => again.add(batch));
  return again?.rows ?? [];
}

/** By texts and by comparing all with all. */
function slowly(rows: readonly Row[]): number[] {
  const isNamed = ([given, family]: Row) => given.trim() !== '' && family.trim() !== '';
  const numbers = rows.map((_, at) => at).filter((at) => isNamed(rows[at] as Row));
  const nameOf = (at: number) => rows[at]?.slice(0, 2).join('|');
  const allOf = (at: number) => rows[at]?.join('|');
  return numbers.filter((at) => {
    const before = numbers.filter((earlier) => earlier < at && nameOf(earlier) === nameOf(at));
    return before.length > 0 && !before.some((earlier) => allOf(earlier) === allOf(at));
  });
}

const names = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[A-D][a-c]{0,2}$/) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'Marguerite-Antoinette') },
);
const contact = fc.constantFrom('', 'a@north.example', 'b@north.example', '(555) 555-0100');
const row = fc.tuple(names, names, contact, contact);

test('finds every row whose name came before with another contact, however many names come than were expected', () => {
  let several = 0;
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 400, size: 'max' }),
      fc.constantFrom(0, 400),
      (rows, expected) => {
        const wanted = slowly(rows);
        if (wanted.length > 1) several += 1;
        for (const scanner of [simd, new PlainScanner()]) expect(found(rows, scanner, expected)).toEqual(wanted);
      },
    ),
    { numRuns: 100 },
  );
  expect(several).toBeGreaterThan(50);
});
