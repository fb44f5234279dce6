import type { GivenFile } from '../../utils/roster/start.ts';
import { DEEPEST, likeliest } from './likely.ts';

/** So many entries of folders are listed at most, so that a whole disk does not keep the page. */
const MOST_LISTED = 20_000;

/** Files to check, and how many files or folders were left out: too many, too deep, or refused by the browser. */
export interface Dropped {
  files: GivenFile[];
  leftOut: number;
}

const given = (file: File, path = file.webkitRelativePath || file.name): GivenFile => ({
  name: file.name,
  path,
  blob: file,
});

/** Chosen in a file dialog, with the folders below the chosen one. */
export function chosenFiles(list: FileList | null): Dropped {
  const all = [...(list ?? [])];
  const files = likeliest(all, ({ name }) => name).map((file) => given(file));
  return { files, leftOut: all.length - files.length };
}

/**
 * Files of a drop, also those in dropped folders. To be called while the event is handled: the browser empties
 * `transfer` afterwards.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return chosenFiles(transfer.files);
  const { found, leftOut } = await walk(entries);
  const likely = likeliest(found, ({ name }) => name);
  const files: GivenFile[] = [];
  for (const entry of likely) {
    const file = await fileOf(entry);
    if (file) files.push(given(file, entry.fullPath.replace(/^\//, '')));
  }
  return { files, leftOut: leftOut + found.length - files.length };
}

/** Lists the files in folders, level by level. What is not listed counts once for each folder. */
async function walk(entries: FileSystemEntry[]): Promise<{ found: FileSystemFileEntry[]; leftOut: number }> {
  const found: FileSystemFileEntry[] = [];
  let leftOut = 0;
  let listed = 0;
  let level = entries;
  for (let depth = 0; level.length > 0; depth += 1) {
    const below: FileSystemEntry[] = [];
    for (const entry of level) {
      if (isFile(entry)) found.push(entry);
      else if (!isFolder(entry)) continue;
      else if (depth >= DEEPEST || listed >= MOST_LISTED) leftOut += 1;
      else {
        const { all, isCut } = await inside(entry, MOST_LISTED - listed);
        listed += all.length;
        below.push(...all);
        if (isCut) leftOut += 1;
      }
    }
    level = below;
  }
  return { found, leftOut };
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** The entries of a folder; a reader gives them in portions, and an empty one at the end. */
async function inside(
  folder: FileSystemDirectoryEntry,
  most: number,
): Promise<{ all: FileSystemEntry[]; isCut: boolean }> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[] | null>((resolve) =>
      reader.readEntries(resolve, () => resolve(null)),
    );
    if (some?.length === 0) return { all, isCut: false };
    if (some === null || all.length + some.length > most) return { all, isCut: true };
    all.push(...some);
  }
}
