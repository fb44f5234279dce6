/**
 * Reads ZIP archives from a Blob, as much as roster sets need: the central directory, stored and deflated entries,
 * Zip64. Inflating is the browser's own (`DecompressionStream`).
 *
 * Ours rather than a package's: the reading half of zip.js brings a pool of workers and an `import()`, which an
 * extension's review asks about; fflate inflates on the thread that calls it and wants whole entries or its own stream
 * of local headers, which is how archives fool readers. What follows is APPNOTE 4.3 and 4.5.3.
 */
import { english, type Phrase } from '../words.ts';
import { crc32 } from './crc32.ts';

export interface ZipEntry {
  name: string;
  isFolder: boolean;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  crc: number;
  packed: number;
  /** As declared; never trusted. */
  size: number;
  /** Of the local header. */
  offset: number;
}

export interface Zip {
  entries: ZipEntry[];
  /** Where the entries' bytes must end. */
  end: number;
}

/** What is wrong with an archive or an entry. */
export class ZipError extends Error {
  readonly kind: 'broken-zip' | 'too-many-entries' | 'too-big';
  /** What is wrong, one sentence. */
  readonly phrase: Phrase;

  constructor(kind: ZipError['kind'], phrase: Phrase) {
    super(english(phrase));
    this.name = 'ZipError';
    this.kind = kind;
    this.phrase = phrase;
  }
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const END_64 = 0x06064b50;
const END_64_SIZE = 56;
const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** An entry of a directory with the longest name, extra and comment. */
const LONGEST_ENTRY = CENTRAL_SIZE + 3 * 0xffff;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
const ZIP64_EXTRA = 0x0001;
/** Bit 0: encrypted. Bit 6: strongly. Bit 13: the directory, too. */
const ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
const AES_METHOD = 99;
const UTF8_NAME = 1 << 11;

/** Inflated bytes are put together in pieces of this size, so that a browser may move them out of memory. */
const PIECE = 8 * 1024 * 1024;

/** Does the file begin as ZIP archives do, with an entry, or with the end where there is none? */
export async function isZip(blob: Blob): Promise<boolean> {
  const bytes = await view(blob, 0, 4);
  if (bytes.byteLength < 4) return false;
  const signature = bytes.getUint32(0, true);
  return signature === LOCAL || signature === END;
}

/**
 * Reads the central directory.
 *
 * @param most entries at most
 * @throws ZipError `broken-zip` where it is cut off, damaged or one of several volumes; `too-many-entries`
 */
export async function readZip(blob: Blob, most: number): Promise<Zip> {
  const { count, size, offset, start } = await findDirectory(blob);
  if (count > most) throw new ZipError('too-many-entries', { says: String(count) });
  if (size > most * LONGEST_ENTRY || start < 0) throw broken('The directory is damaged.');
  const directory = await view(blob, start, start + size);
  // Something may stand before the archive (a program that unpacks it): offsets are then short by as much.
  const shift = start - offset;
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + CENTRAL_SIZE <= directory.byteLength && directory.getUint32(at, true) === CENTRAL) {
    if (entries.length === most) throw new ZipError('too-many-entries', { says: `more than ${most}` });
    const { entry, next } = readEntry(directory, at, shift);
    entries.push(entry);
    at = next;
  }
  if (entries.length !== count) throw broken('The directory is not complete.');
  return { entries, end: start };
}

function broken(says: string, words: Record<string, number> = {}): ZipError {
  return new ZipError('broken-zip', { says, with: words });
}

async function view(blob: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await blob.slice(start, end).arrayBuffer());
}

interface Directory {
  count: number;
  size: number;
  /** As written. */
  offset: number;
  /** As found. */
  start: number;
}

async function findDirectory(blob: Blob): Promise<Directory> {
  const from = Math.max(0, blob.size - END_SIZE - LONGEST_COMMENT);
  const tail = await view(blob, from, blob.size);
  for (let at = tail.byteLength - END_SIZE; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue;
    // The comment must reach to the end of the file, else these four bytes only look like the signature.
    if (at + END_SIZE + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    if (tail.getUint16(at + 4, true) !== 0 && tail.getUint16(at + 4, true) !== FULL_16)
      throw broken('It is one of several volumes.');
    const count = tail.getUint16(at + 10, true);
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    const position = from + at;
    if (count === FULL_16 || size === FULL_32 || offset === FULL_32) {
      const large = await findDirectory64(blob, position);
      if (large !== null) return large;
    }
    return { count, size, offset, start: position - size };
  }
  throw broken('Its end is missing.');
}

/** @returns null where there is none: an archive may have exactly so many entries. */
async function findDirectory64(blob: Blob, end: number): Promise<Directory | null> {
  const locator = await view(blob, Math.max(0, end - LOCATOR_SIZE), end);
  if (locator.byteLength < LOCATOR_SIZE || locator.getUint32(0, true) !== LOCATOR) return null;
  // Where nothing stands before the archive it is where the locator says, and otherwise right before the locator.
  for (const at of [large(locator, 8), end - LOCATOR_SIZE - END_64_SIZE]) {
    if (at < 0 || at + END_64_SIZE > end) continue;
    const record = await view(blob, at, at + END_64_SIZE);
    if (record.getUint32(0, true) !== END_64) continue;
    const size = large(record, 40);
    return { count: large(record, 32), size, offset: large(record, 48), start: at - size };
  }
  throw broken('Its end is damaged.');
}

function large(bytes: DataView, at: number): number {
  return Number(bytes.getBigUint64(at, true));
}

function readEntry(directory: DataView, at: number, shift: number): { entry: ZipEntry; next: number } {
  const flags = directory.getUint16(at + 8, true);
  const nameLength = directory.getUint16(at + 28, true);
  const extraLength = directory.getUint16(at + 30, true);
  const extra = at + CENTRAL_SIZE + nameLength;
  const next = extra + extraLength + directory.getUint16(at + 32, true);
  if (next > directory.byteLength) throw broken('The directory is cut off.');
  const name = decodeName(
    new Uint8Array(directory.buffer, directory.byteOffset + at + CENTRAL_SIZE, nameLength),
    (flags & UTF8_NAME) !== 0,
  );
  const method = directory.getUint16(at + 10, true);
  const entry: ZipEntry = {
    name,
    isFolder: name.endsWith('/'),
    isEncrypted: (flags & ENCRYPTED) !== 0 || method === AES_METHOD,
    method,
    crc: directory.getUint32(at + 16, true),
    packed: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    offset: directory.getUint32(at + 42, true),
  };
  readExtra64(directory, extra, extra + extraLength, entry);
  entry.offset += shift;
  return { entry, next };
}

/** Numbers that do not fit into 32 bits stand in an extra field, in this order, only those that are full. */
function readExtra64(directory: DataView, from: number, end: number, entry: ZipEntry): void {
  let at = from;
  while (at + 4 <= end) {
    const length = directory.getUint16(at + 2, true);
    const data = at + 4;
    if (directory.getUint16(at, true) === ZIP64_EXTRA) {
      let here = data;
      for (const part of ['size', 'packed', 'offset'] as const) {
        if (entry[part] !== FULL_32 || here + 8 > Math.min(end, data + length)) continue;
        entry[part] = large(directory, here);
        here += 8;
      }
    }
    at = data + length;
  }
}

/** Names without the sign for UTF-8 are in the maker's own character set; most are ASCII, and many UTF-8 after all. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252').decode(bytes);
  }
}

/** How much of an entry may come out. */
export interface Bounds {
  /** Bytes that may still come out of the whole set. */
  bytes: number;
  /** Inflated to packed bytes, once more than `ratioFrom` bytes have come out. */
  ratio: number;
  ratioFrom: number;
}

/** The entry's bytes as they come out, unchecked. */
async function open(blob: Blob, zip: Zip, entry: ZipEntry): Promise<ReadableStream<Uint8Array>> {
  const header = await view(blob, entry.offset, entry.offset + LOCAL_SIZE);
  if (header.byteLength < LOCAL_SIZE || header.getUint32(0, true) !== LOCAL) throw broken('The entry is not there.');
  const start = entry.offset + LOCAL_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packed > zip.end) throw broken('The entry is cut off.');
  const packed = blob.slice(start, start + entry.packed).stream();
  if (entry.method === 0) return packed;
  if (entry.method === 8) return packed.pipeThrough(new DecompressionStream('deflate-raw'));
  throw broken('The entry is packed by method {method}.', { method: entry.method });
}

/**
 * The first bytes of an entry, for looking at them.
 *
 * @throws ZipError `broken-zip` where not even they can be read
 */
export async function peekEntry(blob: Blob, zip: Zip, entry: ZipEntry, most: number): Promise<Uint8Array> {
  const reader = (await open(blob, zip, entry)).getReader();
  const bytes = new Uint8Array(most);
  let length = 0;
  try {
    while (length < most) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, most - length);
      bytes.set(part, length);
      length += part.length;
    }
  } catch {
    throw broken('The entry is damaged.');
  } finally {
    // What is left is not wanted; that it was damaged further on is told when it is read.
    await reader.cancel().catch(() => undefined);
  }
  return bytes.subarray(0, length);
}

/**
 * Inflates an entry. Sizes in the archive are claims: what comes out is counted, and inflating stops as soon as it is
 * too much.
 *
 * @throws ZipError `too-big` beyond the bounds or the declared size; `broken-zip` where it is damaged, shorter than
 * declared, or its checksum differs.
 */
export async function readEntryBlob(blob: Blob, zip: Zip, entry: ZipEntry, bounds: Bounds): Promise<Blob> {
  const reader = (await open(blob, zip, entry)).getReader();
  const pieces: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  let length = 0;
  let crc = 0;
  try {
    for (;;) {
      const { done, value } = await read(reader);
      if (done) break;
      length += value.length;
      if (length > entry.size) throw new ZipError('too-big', { says: 'More comes out than declared.' });
      if (length > bounds.bytes) throw new ZipError('too-big', { says: 'More comes out than is read.' });
      if (length > bounds.ratioFrom && length > bounds.ratio * entry.packed)
        throw new ZipError('too-big', { says: 'It unpacks to many times its size.' });
      crc = crc32(crc, value);
      parts.push(value as Uint8Array<ArrayBuffer>);
      waiting += value.length;
      if (waiting >= PIECE) {
        pieces.push(new Blob(parts));
        parts = [];
        waiting = 0;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (length !== entry.size) throw broken('Less comes out than declared.');
  if (crc !== entry.crc) throw broken('Its checksum differs.');
  return new Blob([...pieces, ...parts]);
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch {
    throw broken('The entry is damaged.');
  }
}
