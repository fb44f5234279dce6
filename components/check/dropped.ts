import type { GivenFile } from '../../utils/roster/start.ts';

/** A dropped folder is searched this deep, and for so many files: a set of rosters has a dozen. */
const DEEPEST = 6;
const MOST_FILES = 500;

const given = (file: File, path = file.webkitRelativePath || file.name): GivenFile => ({
  name: file.name,
  path,
  blob: file,
});

/** Chosen in a file dialog, with the folders below the chosen one. */
export const chosenFiles = (list: FileList | null): GivenFile[] =>
  [...(list ?? [])].slice(0, MOST_FILES).map((file) => given(file));

/**
 * Files of a drop, also those in dropped folders. To be called while the event is handled: the browser empties
 * `transfer` afterwards. What cannot be read is left out.
 */
export function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return Promise.resolve(chosenFiles(transfer.files));
  return walk(entries);
}

async function walk(entries: FileSystemEntry[]): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  let level = entries;
  for (let depth = 0; level.length > 0 && depth <= DEEPEST; depth += 1) {
    const below: FileSystemEntry[] = [];
    for (const entry of level) {
      if (found.length >= MOST_FILES) return found;
      if (isFile(entry)) {
        const file = await fileOf(entry);
        if (file) found.push(given(file, entry.fullPath.replace(/^\//, '')));
      } else if (isFolder(entry)) {
        below.push(...(await inside(entry)));
      }
    }
    level = below;
  }
  return found;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** All entries of a folder; a reader gives them in portions, and an empty one at the end. */
async function inside(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  while (all.length < MOST_FILES) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) break;
    all.push(...some);
  }
  return all;
}
