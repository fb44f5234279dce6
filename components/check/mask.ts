/** Up to so many letters, and the dots that stand for them: a blank or a short value is told from a long one. */
const CLASSES: [most: number, dots: number][] = [
  [3, 2],
  [8, 4],
  [20, 7],
  [Number.POSITIVE_INFINITY, 10],
];

/** Dots instead of a value, of which only its rough length can be told. */
export function mask(value: string): string {
  const { length } = [...value];
  return '•'.repeat(CLASSES.find(([most]) => length <= most)?.[1] ?? 0);
}
