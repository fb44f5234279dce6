import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** Reads a file in blocks, always into the same memory. */
export function* blocksOf(path: string, size: number): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const block = Buffer.allocUnsafe(size);
  try {
    for (let length = readSync(file, block); length > 0; length = readSync(file, block))
      yield block.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Reads a file as texts of whole rows: values of our sets hold no line breaks. */
export function* textsOf(path: string, size: number, rowEnd: string): Generator<string> {
  let rest = Buffer.alloc(0);
  const end = rowEnd.charCodeAt(0);
  for (const block of blocksOf(path, size)) {
    const cut = block.lastIndexOf(end) + 1;
    const bytes = Buffer.concat([rest, block.subarray(0, cut)]);
    rest = Buffer.from(block.subarray(cut));
    if (cut === 0) rest = Buffer.concat([bytes, rest]);
    else yield bytes.toString('utf8');
  }
  if (rest.length > 0) yield rest.toString('utf8');
}

/** What V8 can hold in one string, with room. */
const LONGEST = 500_000_000;

/** The file as one string; null where it is too long for one. */
export function textOf(path: string): string | null {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  closeSync(file);
  return size > LONGEST ? null : readFileSync(path, 'utf8');
}
