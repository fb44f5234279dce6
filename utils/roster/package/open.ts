/** The set of files that was given: which is which, and what is wrong with the set. */
import type { FileFaultKind, RosterFile, RosterProfile } from '../../profile/roster.ts';
import type { FileFault } from '../engine/faults.ts';
import { english, type Part, type Phrase } from '../words.ts';
import { fileByHeader, HEAD } from './header.ts';
import { baseName, fileNamed, fileNearlyNamed, isJunk, isOtherRosterFile, isUnsafe } from './names.ts';
import { isZip, peekEntry, readEntryBlob, readZip, type Zip, type ZipEntry, ZipError } from './zip.ts';

export interface GivenFile {
  name: string;
  /** With the folders that were chosen or dropped with it; the name alone for a single file. */
  path: string;
  blob: Blob;
}

/** A file of the profile. */
export interface FoundFile {
  /** The profile's id. */
  file: string;
  name: string;
  /** As given; in a ZIP, the entry's name. */
  path: string;
  blob: Blob;
  knownBy: 'name' | 'header';
}

export interface OpenLimits {
  entries: number;
  /** That come out of all archives together. */
  bytes: number;
  /** Unpacked to packed bytes, once more than `ratioFrom` bytes have come out. */
  ratio: number;
  ratioFrom: number;
}

/** No district's roster comes near; a CSV packs to a tenth, hardly ever to a thirtieth. */
const LIMITS: OpenLimits = { entries: 1000, bytes: 4 * 1024 ** 3, ratio: 200, ratioFrom: 100 * 1000 ** 2 };

/** Names that a fault lists; it counts the others. */
const NAMED = 3;
/** In which every workbook of Excel keeps its parts' types: it is a ZIP, too. */
const WORKBOOK = '[Content_Types].xml';

/** How a ZIP begins. */
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];

/** How workbooks before Excel 2007 begin, and other files of that Office. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function isOldWorkbook(blob: Blob): Promise<boolean> {
  const first = new Uint8Array(await blob.slice(0, OLD_WORKBOOK.length).arrayBuffer());
  return first.length === OLD_WORKBOOK.length && OLD_WORKBOOK.every((byte, at) => first[at] === byte);
}

/** Something that may be one of the profile's files, wherever it is. */
interface Candidate {
  name: string;
  path: string;
  isInZip: boolean;
  head(): Promise<Uint8Array>;
  blob(): Promise<Blob>;
}

interface Recognized {
  candidate: Candidate;
  file: RosterFile;
  knownBy: 'name' | 'header';
  isExact: boolean;
  /** The file whose name it has, to the letter, although its header is surely another one's. */
  instead: RosterFile | null;
}

/**
 * Finds the profile's files in what was given: single files, a folder's, ZIPs by their content, whatever their name, or
 * a mixture. A file is known by its name, to the letter, unless its header is surely another file's; else by its header;
 * else by a name that is nearly right. Where two are the same file, the one with the right name is taken, then the first
 * that does not have another one's.
 *
 * Nothing is thrown for what is wrong with the set: it is in the faults, one for each kind and file of the profile, with
 * `{name}` (names, as given) and, of a broken ZIP, `{found}` (what is broken, in words).
 * In a ZIP only what may be one of the files is unpacked. `in-folder` and `junk` are told of ZIPs only: a folder on a disk
 * is not sent.
 *
 * @param more `limits` for tests
 * @returns the files in the profile's order
 * @throws what the browser says where a file cannot be read any more
 */
export async function openSet(
  given: readonly GivenFile[],
  profile: RosterProfile,
  more: { limits?: Partial<OpenLimits> } = {},
): Promise<{ files: FoundFile[]; faults: FileFault[] }> {
  const faults = new Faults();
  const opener = new Opener(faults, { ...LIMITS, ...more.limits });
  const recognized: Recognized[] = [];
  for (const candidate of await opener.candidates(given)) {
    const one = await recognize(candidate, profile.files, faults);
    if (one !== null) recognized.push(one);
  }
  const files: FoundFile[] = [];
  for (const file of profile.files) {
    const found = await take(
      file,
      recognized.filter((one) => one.file === file),
      faults,
    );
    if (found !== null) files.push(found);
  }
  for (const file of profile.files) {
    if (file.need === 'required' && !files.some(({ file: id }) => id === file.id) && !faults.isUnread(file))
      faults.add('missing-file', file.id, { name: file.fileName });
  }
  return { files, faults: faults.all() };
}

class Faults {
  readonly #faults = new Map<string, { fault: FileFault; names: Part[] }>();

  add(what: FileFaultKind, file: string | null, words: { name: Part; file?: string; found?: Part }): void {
    const key = `${what} ${file ?? ''} ${english(words.found ?? '')}`;
    const known = this.#faults.get(key);
    if (known === undefined) {
      const fault: FileFault = { what, file, column: null, count: 1, rows: [], words: { ...words } };
      this.#faults.set(key, { fault, names: [words.name] });
      return;
    }
    known.fault.count += 1;
    known.names.push(words.name);
    const others = known.names.length - NAMED;
    const names = known.names
      .slice(0, NAMED)
      .reduce((first, second) => ({ says: '{first}, {second}', with: { first, second } }));
    known.fault.words.name = others > 0 ? { says: '{names} and {others} more', with: { names, others } } : names;
  }

  /** What is wrong with an archive or an entry; of a broken one it is told what is broken. */
  addError({ kind, phrase }: ZipError, file: string | null, name: string): void {
    this.add(kind, file, kind === 'broken-zip' ? { name, found: phrase } : { name });
  }

  /**
   * Something was given that is, or may hold, the file, but could not be read: that is told, and to call the file missing
   * besides would send people looking for it.
   */
  isUnread({ id, fileName }: RosterFile): boolean {
    return [...this.#faults.values()].some(({ fault: { what, file }, names }) => {
      if (what === 'encrypted') return names.some((name) => typeof name === 'string' && baseName(name) === fileName);
      // Found, or here under its own name with something else in it.
      if (what === 'wrong-content') return file === id;
      if (what === 'broken-zip' || what === 'too-big' || what === 'too-many-entries') return (file ?? id) === id;
      return false;
    });
  }

  all(): FileFault[] {
    return [...this.#faults.values()].map(({ fault }) => fault);
  }
}

class Opener {
  readonly #faults: Faults;
  readonly #limits: OpenLimits;
  /** Bytes that may still come out of archives. */
  #left: number;

  constructor(faults: Faults, limits: OpenLimits) {
    this.#faults = faults;
    this.#limits = limits;
    this.#left = limits.bytes;
  }

  async candidates(given: readonly GivenFile[]): Promise<Candidate[]> {
    const candidates: Candidate[] = [];
    for (const { name, path, blob } of given) {
      // In a folder on a disk it does no harm: nobody sends it.
      if (isJunk(path)) continue;
      if (await isZip(blob)) candidates.push(...(await this.#zip(path, blob)));
      else if (await isOldWorkbook(blob)) this.#faults.add('workbook', null, { name: path });
      else if (/\.zip$/i.test(name))
        this.#faults.add('broken-zip', null, { name: path, found: { says: 'It is no ZIP file.' } });
      else
        candidates.push({
          name,
          path,
          isInZip: false,
          head: async () => new Uint8Array(await blob.slice(0, HEAD).arrayBuffer()),
          blob: async () => blob,
        });
    }
    return candidates;
  }

  async #zip(path: string, blob: Blob): Promise<Candidate[]> {
    const zip = await this.#told(path, () => readZip(blob, this.#limits.entries));
    if (zip === null) return [];
    if (zip.entries.some(({ name }) => name === WORKBOOK)) {
      this.#faults.add('workbook', null, { name: path });
      return [];
    }
    const seen = new Set<string>();
    return zip.entries.flatMap((entry) => {
      if (!this.#isFit(entry, seen)) return [];
      seen.add(entry.name);
      return [this.#candidate(blob, zip, entry)];
    });
  }

  #isFit(entry: ZipEntry, seen: Set<string>): boolean {
    const { name } = entry;
    if (isUnsafe(name))
      this.#faults.add('unsafe-entry', null, { name: name === '' ? { says: 'An entry without a name' } : name });
    else if (entry.isFolder) return false;
    else if (isJunk(name)) this.#faults.add('junk', null, { name });
    // Programs differ in which of the two they unpack.
    else if (seen.has(name)) this.#faults.add('unsafe-entry', null, { name });
    else if (entry.isEncrypted) this.#faults.add('encrypted', null, { name });
    else return true;
    return false;
  }

  #candidate(blob: Blob, zip: Zip, entry: ZipEntry): Candidate {
    return {
      name: baseName(entry.name),
      path: entry.name,
      isInZip: true,
      head: () => peekEntry(blob, zip, entry, HEAD),
      blob: async () => {
        const { ratio, ratioFrom } = this.#limits;
        const inflated = await readEntryBlob(blob, zip, entry, { bytes: this.#left, ratio, ratioFrom });
        this.#left -= inflated.size;
        return inflated;
      },
    };
  }

  /** Runs it, and tells what is wrong with the archive. */
  async #told<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
      this.#faults.addError(error, null, name);
      return null;
    }
  }
}

/** @returns null where it is no file of the profile, which is told. */
async function recognize(
  candidate: Candidate,
  files: readonly RosterFile[],
  faults: Faults,
): Promise<Recognized | null> {
  const { name, path } = candidate;
  const named = fileNamed(name, files);
  if (named !== null) {
    const file = (await surelyOther(candidate, named, files)) ?? named;
    const isExact = file === named;
    return { candidate, file, knownBy: isExact ? 'name' : 'header', isExact, instead: isExact ? null : named };
  }
  if (isOtherRosterFile(name, files)) {
    faults.add('unknown-file', null, { name: path });
    return null;
  }
  try {
    const head = await candidate.head();
    // An archive in the archive is not opened, though a header may be seen through its packing.
    const isArchive = ARCHIVE.every((byte, at) => head[at] === byte);
    const byHeader = isArchive ? null : fileByHeader(head, files);
    const nearly = isArchive ? null : fileNearlyNamed(name, files);
    const file = byHeader ?? nearly;
    if (file !== null)
      return { candidate, file, knownBy: file === nearly ? 'name' : 'header', isExact: false, instead: null };
    faults.add('unknown-file', null, { name: path });
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    faults.addError(error, null, path);
  }
  return null;
}

/** The file that stands in it, where that is surely not the one whose name it has. */
async function surelyOther(
  candidate: Candidate,
  named: RosterFile,
  files: readonly RosterFile[],
): Promise<RosterFile | null> {
  try {
    const file = fileByHeader(await candidate.head(), files, true);
    return file === named ? null : file;
  } catch (error) {
    // What is damaged is told when it is taken.
    if (error instanceof ZipError) return null;
    throw error;
  }
}

/** Takes the best of those that are this file, and tells what is wrong with it and with the others. */
async function take(file: RosterFile, found: Recognized[], faults: Faults): Promise<FoundFile | null> {
  const chosen = found.find(({ isExact }) => isExact) ?? found.find(({ instead }) => instead === null) ?? found[0];
  if (chosen === undefined) return null;
  const { candidate, knownBy } = chosen;
  const { name, path } = candidate;
  for (const other of found) {
    const words = { name: other.candidate.path };
    if (other === chosen) continue;
    if (other.instead === null) faults.add('same-file-twice', file.id, words);
    else {
      const found: Phrase = { says: 'it was not read, because {path} holds that, too', with: { path } };
      faults.add('wrong-content', other.instead.id, { ...words, file: file.fileName, found });
    }
  }
  if (chosen.instead !== null) {
    const found: Phrase = { says: 'the template for {file} has the wrong file name', with: { file: file.fileName } };
    faults.add('wrong-content', file.id, { name: path, found });
  } else if (!chosen.isExact) faults.add('wrong-name', file.id, { name: path });
  if (candidate.isInZip && path !== name) faults.add('in-folder', null, { name: path });
  try {
    return { file: file.id, name, path, blob: await candidate.blob(), knownBy };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    faults.addError(error, file.id, path);
    return null;
  }
}
