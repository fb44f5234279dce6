import type { Batch } from './types.ts';
import { Numbers } from './vectors.ts';

let seen: Uint8Array = new Uint8Array(0);
let view = new DataView(seen.buffer);

/** The second hash of the cells that were hashed last. */
let other = 0;

/** A hash of some cells of a row; which cell a byte stands in counts. `otherHash` gives another one of the same cells. */
export function hashOf({ bytes, starts, ends, capacity }: Batch, columns: readonly number[], row: number): number {
  if (bytes !== seen) {
    seen = bytes;
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  let one = 0x811c9dc5 | 0;
  let two = 0x2545f491;
  for (let index = 0; index < columns.length; index += 1) {
    const cell = (columns[index] as number) * capacity + row;
    const end = ends[cell] as number;
    let at = starts[cell] as number;
    one = Math.imul(one ^ (end - at), 0x9e3779b1);
    two = Math.imul(two + (end - at), 0x27d4eb2f);
    for (; at + 4 <= end; at += 4) {
      const word = view.getInt32(at, true);
      one = Math.imul(one ^ word, 0x85ebca77);
      one ^= one >>> 15;
      two = Math.imul(two + word, 0xc2b2ae3d);
      two ^= two >>> 13;
    }
    for (; at < end; at += 1) {
      one = Math.imul(one ^ (bytes[at] as number), 0x01000193);
      two = Math.imul(two + (bytes[at] as number), 0x9e3779b1);
    }
  }
  other = mixed(two);
  return mixed(one);
}

export const otherHash = (): number => other;

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x2c1b3c6d);
  return half ^ (half >>> 13);
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
      this.#hashes.set(batch.firstRow + row, hashOf(batch, this.#columns, row));
    }
    this.#rows = batch.firstRow + batch.rows;
  }

  data(): Int32Array {
    return this.#hashes.take(this.#rows);
  }
}
