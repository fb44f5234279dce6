/** A fingerprint as it was kept. Apart from the making of one, so that the worker can be without zod. */
import * as z from 'zod/mini';
import { type Fingerprint, type IdSet, SALT } from './fingerprint.ts';

/** As it comes out of the browser's database, which keeps arrays of numbers as they are. */
const fingerprintSchema = z.object({
  version: z.literal(1),
  at: z.string().check(z.minLength(1)),
  salt: z.string().check(z.regex(SALT)),
  files: z.array(
    z.object({
      file: z.string().check(z.minLength(1)),
      group: z.nullable(z.string()),
      rows: z.int().check(z.gte(0)),
      ids: z.nullable(z.custom<IdSet>((ids) => ids instanceof BigUint64Array && isRising(ids))),
    }),
  ),
});

/** @returns null for what is no fingerprint, or one of another version, or damaged: there is then nothing to compare with. */
export function asFingerprint(stored: unknown): Fingerprint | null {
  const { success, data } = fingerprintSchema.safeParse(stored);
  return success ? data : null;
}

function isRising(ids: BigUint64Array): boolean {
  const halves = new Uint32Array(ids.buffer, ids.byteOffset, ids.length * 2);
  for (let at = 2; at < halves.length; at += 2) {
    const high = (halves[at + 1] as number) - (halves[at - 1] as number);
    if (high < 0 || (high === 0 && (halves[at] as number) <= (halves[at - 2] as number))) return false;
  }
  return true;
}
