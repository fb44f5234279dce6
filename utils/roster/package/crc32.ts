/** CRC-32 of a ZIP's entries (PKWARE's APPNOTE 4.4.7), four bytes at a time: it runs over every byte of a set. */

const TABLES = makeTables();

function makeTables(): Uint32Array {
  const tables = new Uint32Array(4 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const before = tables[at - 256] ?? 0;
    tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

/** @param before the CRC-32 of the bytes that came before, 0 at the start. */
export function crc32(before: number, bytes: Uint8Array): number {
  let value = ~before;
  const tables = TABLES;
  const fours = bytes.length - (bytes.length % 4);
  let at = 0;
  for (; at < fours; at += 4) {
    value ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    value =
      (tables[768 + (value & 0xff)] as number) ^
      (tables[512 + ((value >>> 8) & 0xff)] as number) ^
      (tables[256 + ((value >>> 16) & 0xff)] as number) ^
      (tables[value >>> 24] as number);
  }
  for (; at < bytes.length; at += 1) value = (tables[(value ^ (bytes[at] as number)) & 0xff] as number) ^ (value >>> 8);
  return ~value >>> 0;
}
