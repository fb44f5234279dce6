import type { Checks } from '../../profile/checks.ts';
import { decodeAs } from './encoding.ts';
import type { ByteSource, FileOutcome } from './job.ts';
import { Mender } from './odd.ts';
import { RowReader } from './reader.ts';
import type { Scanner } from './scan.ts';
import type { Batch, Checkpoint, Encoding } from './types.ts';

/** A row as it is shown: its line in the file and its cells, as text. */
export interface ShownRow {
  line: number;
  cells: string[];
}

/** Bytes asked for at a time. */
const CHUNK = 1 << 18;

/**
 * Reads rows again that a finding points to, from the checkpoint before each: no value is kept while a file is checked.
 * @param rows row numbers from 0, in any order
 */
export async function readPlaces(
  { file, sniffed, above, syntax, columns }: Pick<FileOutcome, 'file' | 'sniffed' | 'above' | 'syntax' | 'columns'>,
  source: ByteSource,
  rows: ReadonlySet<number>,
  scanner: Scanner,
  checks: Checks,
): Promise<Map<number, ShownRow>> {
  // A row with a comma too many is shown as it was judged.
  const mender = new Mender(checks, file, columns);
  const shown = new Map<number, ShownRow>();
  const wanted = [...rows].sort((a, b) => a - b);
  // What is no UTF-8 is shown as what it probably is.
  const { name: encoding } = syntax.encoding;
  // UTF-16 is read as other bytes than stand in the file, so it is read from its start.
  const checkpoints = sniffed.utf16 ? syntax.checkpoints.slice(0, 1) : syntax.checkpoints;
  let next = 0;
  while (next < wanted.length) {
    const at = placeOf(checkpoints, wanted[next] ?? 0);
    const checkpoint = checkpoints[at];
    const end = checkpoints[at + 1];
    if (!checkpoint) return shown;
    const here: number[] = [];
    for (; next < wanted.length && (!end || (wanted[next] ?? 0) < end.row); next += 1) here.push(wanted[next] ?? 0);
    const isLast = here.at(-1) ?? 0;
    let seen = checkpoint.row;
    const reader = new RowReader(
      sniffed.utf16 ? sniffed : { ...sniffed, bom: 0, header: columns.map((_, column) => String(column)) },
      {
        batch(batch) {
          mender.mend(batch);
          for (const row of here) take(batch, row - checkpoint.row, row);
          seen = checkpoint.row + batch.firstRow + batch.rows;
        },
      },
      scanner,
      { lines: true },
    );
    const take = (batch: Batch, row: number, number: number) => {
      const place = row - batch.firstRow;
      if (place < 0 || place >= batch.rows) return;
      const line = (batch.lines?.[place] ?? 1) + (sniffed.utf16 ? 0 : checkpoint.line - 2) + above.lines;
      shown.set(number, { line, cells: cellsOf(batch, place, encoding) });
    };
    let offset = sniffed.utf16 ? above.bytes : checkpoint.offset + above.bytes;
    if (!sniffed.utf16) reader.push(headerLike(columns.length, sniffed.delimiter));
    while (seen <= isLast && offset < source.size) {
      const chunk = await source.read(offset, CHUNK);
      if (chunk.length === 0) break;
      reader.push(chunk);
      offset += chunk.length;
    }
    reader.end();
  }
  return shown;
}

/** The last checkpoint that is not behind the row. */
function placeOf(checkpoints: readonly Checkpoint[], row: number): number {
  let [low, high] = [0, checkpoints.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((checkpoints[middle]?.row ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The reader takes the first row for the header, so it gets one. */
function headerLike(columns: number, delimiter: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(2, columns * 2)).fill(delimiter);
  for (let column = 0; column < columns; column += 1) bytes[column * 2] = 0x78;
  bytes[columns * 2 - 1] = 0x0a;
  return bytes;
}

function cellsOf(
  { bytes, starts, ends, capacity, columns, odd, skip }: Batch,
  row: number,
  encoding: Encoding['name'],
): string[] {
  const other = skip?.[row] ? odd.find((one) => one.row === row) : undefined;
  // slice, not subarray: text is not decoded from memory that WebAssembly may share.
  if (other) {
    const { starts: from, ends: to } = other;
    return Array.from(from, (start, cell) => decodeAs(encoding, bytes.slice(start, to[cell])));
  }
  return Array.from({ length: columns }, (_, column) => {
    const at = column * capacity + row;
    return decodeAs(encoding, bytes.slice(starts[at], ends[at]));
  });
}
