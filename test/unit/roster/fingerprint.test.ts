import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareIds,
  drawSalt,
  type Fingerprint,
  IdHasher,
  IdHashes,
  type IdSet,
} from '../../../utils/roster/fingerprint.ts';
import { asFingerprint } from '../../../utils/roster/kept-fingerprint.ts';

const SALT = '00112233445566778899aabbccddeeff';
const encoder = new TextEncoder();

function hashed(ids: Iterable<string>, salt = SALT): IdSet {
  const hasher = new IdHasher(salt);
  const hashes = new IdHashes();
  for (const id of ids) {
    const bytes = encoder.encode(id);
    hasher.hash(bytes, 0, bytes.length);
    hashes.add(hasher.low, hasher.high);
  }
  return hashes.finish();
}

describe('hashes of ids', () => {
  it('are the same wherever the id stands in the bytes', () => {
    const hasher = new IdHasher(SALT);
    const halves = (text: string, start: number, end: number) => {
      hasher.hash(encoder.encode(text), start, end);
      return [hasher.low, hasher.high];
    };
    expect(halves('104', 0, 3)).toEqual(halves('x104y', 1, 4));
    expect(halves('104', 0, 3)).not.toEqual(halves('0104', 0, 4));
  });

  it('tell ids apart that differ in one sign only', () => {
    const ids = new Set<string>();
    for (let number = 0; number < 100_000; number += 1) {
      ids.add(String(number));
      ids.add(`0${number}`);
      ids.add(`P${number}`);
    }
    const found = hashed(ids);
    expect(found).toHaveLength(ids.size);
    // Each half alone must be good, too: 300,000 of 2^32 fall together about ten times.
    for (const half of [0, 1]) {
      const halves = new Set(new Uint32Array(found.buffer).filter((_, at) => at % 2 === half));
      expect(ids.size - halves.size).toBeLessThan(40);
    }
  });

  it('have nothing in common under another salt, whichever part of it is another', () => {
    const ids = Array.from({ length: 1000 }, (_, at) => String(at));
    for (let at = 0; at < SALT.length; at += 1) {
      const salt = `${SALT.slice(0, at)}${SALT[at] === '0' ? '1' : '0'}${SALT.slice(at + 1)}`;
      expect(compareIds(hashed(ids), hashed(ids, salt)).kept).toBe(0);
    }
  });

  it('take drawn salts only', () => {
    const salt = drawSalt((words) => webcrypto.getRandomValues(words));
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(drawSalt((words) => words.fill(1))).toBe('00000001'.repeat(4));
    expect(hashed(['1'], salt)).toHaveLength(1);
    expect(() => new IdHasher('pepper')).toThrow();
  });

  it('are sorted, each once, however many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 3000 }),
        fc.array(fc.nat(), { maxLength: 50 }),
        (all, again) => {
          const given = [...all, ...again.map((at) => all[at % Math.max(1, all.length)] ?? 0n)];
          const hashes = new IdHashes();
          for (const one of given) hashes.add(Number(one & 0xffffffffn), Number(one >> 32n));
          const wanted = [...new Set(given)].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
          expect([...hashes.finish()]).toEqual(wanted);
        },
      ),
    );
  });
});

describe('two sets of ids', () => {
  it('are compared as sets are', () => {
    const ids = fc.array(fc.nat({ max: 500 }), { maxLength: 400 });
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const before = new Set(one);
        const now = new Set(other);
        const kept = [...before].filter((id) => now.has(id)).length;
        expect(compareIds(hashed(one.map(String)), hashed(other.map(String)))).toEqual({
          added: now.size - kept,
          removed: before.size - kept,
          kept,
        });
      }),
    );
  });

  it('are compared by both halves', () => {
    const near = fc.array(
      fc.tuple(
        fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff),
        fc.constantFrom(0, 1, 0x80000000, 0xffffffff),
      ),
    );
    const set = (pairs: [number, number][]) => {
      const hashes = new IdHashes();
      for (const [low, high] of pairs) hashes.add(low, high);
      return hashes.finish();
    };
    fc.assert(
      fc.property(near, near, (one, other) => {
        const now = new Set(other.map(String));
        const kept = [...new Set(one.map(String))].filter((pair) => now.has(pair)).length;
        expect(compareIds(set(one), set(other)).kept).toBe(kept);
      }),
    );
  });
});

describe('a kept fingerprint', () => {
  const fingerprint = (ids: IdSet): Fingerprint => ({
    version: 1,
    at: '2026-11-25T18:00:00.000Z',
    salt: SALT,
    files: [{ file: 'users', group: null, rows: 7, ids }],
  });

  it('comes back from a copy as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 300 }), (ids) => {
        const one = fingerprint(hashed(ids));
        expect(asFingerprint(structuredClone(one))).toEqual(one);
      }),
    );
  });

  const good = fingerprint(hashed(['1', '2']));
  const file = good.files[0];
  it.each([
    ['nothing', undefined],
    ['text', 'x'],
    ['another version', { ...good, version: 2 }],
    ['no salt', { ...good, salt: '' }],
    ['rows that are no count', { ...good, files: [{ ...file, rows: -1 }] }],
    ['hashes that are plain numbers', { ...good, files: [{ ...file, ids: [1, 2] }] }],
    ['hashes of 32 bits', { ...good, files: [{ ...file, ids: new Uint32Array([1, 2]) }] }],
    ['hashes out of order', { ...good, files: [{ ...file, ids: new BigUint64Array([2n, 1n]) }] }],
    ['a hash that comes twice', { ...good, files: [{ ...file, ids: new BigUint64Array([2n, 2n]) }] }],
  ])('is not made of %s', (_, stored) => {
    expect(asFingerprint(good)).not.toBeNull();
    expect(asFingerprint(stored)).toBeNull();
  });
});
