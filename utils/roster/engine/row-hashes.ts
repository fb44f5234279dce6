import type { Batch } from './types.ts';
import { Numbers } from './vectors.ts';

let seen: Uint8Array = new Uint8Array(0);
let view = new DataView(seen.buffer);

/** A hash of some cells of a row; which cell a byte stands in counts. */
export function hashOf(
  { bytes, starts, ends, capacity }: Batch,
  columns: readonly number[],
  row: number,
  seed: number,
): number {
  if (bytes !== seen) {
    seen = bytes;
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  let hash = seed;
  for (let index = 0; index < columns.length; index += 1) {
    const cell = (columns[index] as number) * capacity + row;
    const end = ends[cell] as number;
    let at = starts[cell] as number;
    hash = Math.imul(hash ^ (end - at), 0x9e3779b1);
    for (; at + 4 <= end; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x85ebca77);
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
