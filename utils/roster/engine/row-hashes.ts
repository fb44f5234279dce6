import type { Batch } from './types.ts';
import { Numbers } from './vectors.ts';

/** A hash of some cells of a row; which cell a byte stands in counts. */
export function hashOf(
  { bytes, starts, ends, capacity }: Batch,
  columns: readonly number[],
  row: number,
  seed: number,
): number {
  let hash = seed;
  for (let index = 0; index < columns.length; index += 1) {
    const cell = (columns[index] ?? 0) * capacity + row;
    const end = ends[cell] ?? 0;
    let at = starts[cell] ?? 0;
    hash = Math.imul(hash ^ (end - at), 0x9e3779b1);
    for (; at + 4 <= end; at += 4) {
      const word =
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      hash = Math.imul(hash ^ word, 0x85ebca77);
      hash ^= hash >>> 15;
    }
    for (; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** For each row a hash of what stands in it, but in its own id: so that a row that changed is seen. */
export class RowHashes {
  readonly #columns: readonly number[];
  readonly #hashes = new Numbers();
  #rows = 0;

  constructor(columns: readonly number[]) {
    this.#columns = columns;
  }

  add(batch: Batch): void {
    for (let row = 0; row < batch.rows; row += 1) {
      this.#hashes.set(batch.firstRow + row, hashOf(batch, this.#columns, row, 0x3c6ef372));
    }
    this.#rows = batch.firstRow + batch.rows;
  }

  data(): Int32Array {
    return this.#hashes.take(this.#rows);
  }
}
