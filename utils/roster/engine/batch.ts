import type { Batch } from './types.ts';

const encoder = new TextEncoder();

/**
 * Makes a batch of cells that are known as text. A row that is shorter than `columns` counts as blank at its end; what
 * is longer is left out.
 */
export function batchOf(rows: readonly (readonly string[])[], columns: number, firstRow = 0): Batch {
  // At most three bytes for each unit of UTF-16.
  const size = rows.reduce((sum, row) => sum + row.reduce((length, text) => length + text.length * 3, 0), 0);
  const bytes = new Uint8Array(size);
  const capacity = Math.max(1, rows.length);
  const starts = new Int32Array(capacity * columns);
  const ends = new Int32Array(capacity * columns);
  let end = 0;
  rows.forEach((row, at) => {
    for (let column = 0; column < columns; column += 1) {
      starts[column * capacity + at] = end;
      end += encoder.encodeInto(row[column] ?? '', bytes.subarray(end)).written;
      ends[column * capacity + at] = end;
    }
  });
  return {
    bytes,
    starts,
    ends,
    capacity,
    rows: rows.length,
    columns,
    firstRow,
    odd: [],
    special: null,
    specialCount: 0,
    skip: null,
    lines: null,
    loops: null,
  };
}
