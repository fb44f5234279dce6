/**
 * A seeded pseudo-random number for each place in the district, independent of the order of asking, so that row
 * 999,999 costs what row 0 costs. The last steps are those of mulberry32 (Tommy Ettinger, public domain): a
 * counter-based generator of 32 bits, good enough for names and phone numbers and for nothing else.
 * @param keys what is asked for: the seed, then numbers naming the place
 * @returns an integer from 0 to 2^32 - 1
 */
export function hash(...keys: number[]): number {
  let state = 0x9e3779b9;
  for (const key of keys) state = mulberry32(state ^ (key | 0));
  return state;
}

/** One of the items, the same for the same keys. The list must not be empty. */
export function pick<T>(items: readonly T[], ...keys: number[]): T {
  const item = items[hash(...keys) % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** Text to a number for {@link hash}: FNV-1a over UTF-16 units. */
export function textKey(text: string): number {
  let key = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) key = Math.imul(key ^ text.charCodeAt(index), 0x01000193);
  return key >>> 0;
}

function mulberry32(seed: number): number {
  const counter = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
