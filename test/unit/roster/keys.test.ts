import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../utils/roster/bytes.ts';
import { KeyTable } from '../../../utils/roster/keys.ts';

const keys = fc.array(fc.array(fc.string({ maxLength: 4, unit: 'binary' }), { minLength: 1, maxLength: 3 }), {
  maxLength: 300,
});

describe('the table of keys', () => {
  it.each([
    ['its own hash', undefined],
    ['a hash that is always the same', () => 7],
    ['a hash of the length alone', (_: Uint8Array, start: number, end: number) => end - start],
  ])('takes nothing that differs for the same, with %s', (_, hash) => {
    fc.assert(
      fc.property(keys, (all) => {
        const table = new KeyTable(hash);
        const known = new Map<string, number>();
        for (const [at, cells] of all.entries()) {
          // Lone surrogates cannot be encoded: they become one and the same sign.
          const key = JSON.stringify(cells.map((cell) => cell.toWellFormed()));
          const { index, isNew } = table.add(cells.map(spanOf), at);
          expect(isNew).toBe(!known.has(key));
          if (isNew) known.set(key, index);
          expect(index).toBe(known.get(key));
          expect(table.valueOf(index)).toBe(
            all.findIndex((one) => JSON.stringify(one.map((cell) => cell.toWellFormed())) === key),
          );
        }
        expect(table.size).toBe(known.size);
      }),
      { numRuns: 60 },
    );
  });
});
