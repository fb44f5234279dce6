import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../utils/roster/bytes.ts';
import { KeyTable, type LongHash } from '../../../utils/roster/engine/keys.ts';

/** Short keys stand in their slot, long ones apart; NULs and prefixes are where a packed key could deceive. */
const keys = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 10 }),
    fc.uint8Array({ minLength: 8, maxLength: 40 }),
    fc
      .constantFrom('a', 'a\0', 'a\0\0', '', '1', '\x001', '\0\x001', 'a\x001', '00012345', '00012346', '000123456')
      .map(encode),
  ),
  { maxLength: 400 },
);

const hashes: [string, LongHash | null][] = [
  ['its own hash', null],
  ['a hash that is always the same', () => [7, 7]],
  ['a hash of the length alone', (_, start, end) => [end - start, 0]],
];

describe('the table of keys', () => {
  it.each(hashes)('takes nothing that differs for the same, with %s', (_, hash) => {
    fc.assert(
      fc.property(keys, fc.nat(9), (all, before) => {
        const table = new KeyTable(0, { roomFor: 50, ...(hash ? { long: hash } : {}) });
        const known = new Map<string, number>();
        for (const key of all) {
          // In the midst of other bytes, and at their very end.
          const bytes = new Uint8Array(before + key.length).fill(0x31);
          bytes.set(key, before);
          const name = key.join();
          const code = table.add(bytes, before, bytes.length);
          expect(code).toBe(known.get(name) ?? known.size);
          known.set(name, code);
          expect(table.find(bytes, before, bytes.length)).toBe(code);
        }
        expect(table.size).toBe(known.size);
        const copy = KeyTable.from(structuredClone(table.data()));
        expect(copy.all().map((key) => key.join())).toEqual([...known.keys()]);
      }),
      { numRuns: 100 },
    );
  });

  it('does not know a key that was never added', () => {
    const table = new KeyTable();
    table.add(encode('12345678'), 0, 8);
    for (const other of ['1234567', '123456789', '12345679', '']) {
      expect(table.find(encode(other), 0, other.length)).toBe(-1);
    }
  });
});
