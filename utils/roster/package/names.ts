/** What a file's name tells. */
import type { RosterFile } from '../../profile/roster.ts';

/** What systems and programs leave beside the files that were packed. */
const JUNK = /^(\.DS_Store|\.localized|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|\._.*|~\$.*)$/i;
const JUNK_FOLDERS = new Set(['__MACOSX', '.Spotlight-V100', '.Trashes', '$RECYCLE.BIN', 'System Volume Information']);

/**
 * Files of OneRoster 1.1 and 1.2 and of ClassTag that a profile may not read. They are taken by their name for what they
 * are, because some look like others by their header (categories.csv like courses.csv).
 */
const OTHERS = new Set(
  (
    'manifest orgs courses academicsessions classes users enrollments demographics categories lineitems results ' +
    'resources classresources courseresources userresources roles userprofiles lineitemlearningobjectiveids ' +
    'lineitemscoresscales resultlearningobjectiveids resultscorescales scorescales guardians student_attributes'
  ).split(' '),
);

const CSV = '.csv';
const EXTENSIONS = /(\.(csv|txt|tsv|text|tab|dat))+$/;

/** The part after the last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `__MACOSX/._users.csv`, `.DS_Store`, `Thumbs.db` and the like. */
export function isJunk(path: string): boolean {
  const parts = path.split('/');
  return parts.some((part) => JUNK_FOLDERS.has(part)) || JUNK.test(parts.at(-1) ?? '');
}

/**
 * A name by which a careless program would write outside its folder, or that systems read differently: absolute, with
 * `..`, an empty part, a backslash or a NUL. We write nothing, but others will unpack the same archive.
 */
export function isUnsafe(name: string): boolean {
  if (/[\\\0]/.test(name) || /^[a-z]:/i.test(name)) return true;
  const parts = name.endsWith('/') ? name.slice(0, -1).split('/') : name.split('/');
  return parts.some((part) => part === '' || part === '..' || part === '.');
}

/** The file whose name this is, to the letter. */
export function fileNamed(name: string, files: readonly RosterFile[]): RosterFile | null {
  return files.find(({ fileName }) => fileName === name) ?? null;
}

/**
 * The file whose name this nearly is: `Users.CSV`, `users (1).csv`, `classtag_users.csv`, `users.csv.txt`. Null where it
 * is none, or could be several.
 */
export function fileNearlyNamed(name: string, files: readonly RosterFile[]): RosterFile | null {
  const lower = name.normalize('NFC').toLowerCase();
  // A picture of users is no roster.
  if (lower.includes('.') && !EXTENSIONS.test(lower)) return null;
  const stem = lower.replace(EXTENSIONS, '');
  const words = new Set(stem.split(/[^a-z]+/));
  const found = files.filter((file) => words.has(stemOf(file)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Is it the name of another file of a roster, one that the profile does not read? */
export function isOtherRosterFile(name: string, files: readonly RosterFile[]): boolean {
  const lower = name.toLowerCase();
  if (!lower.endsWith(CSV)) return false;
  const stem = lower.slice(0, -CSV.length);
  return OTHERS.has(stem) && !files.some((file) => stemOf(file) === stem);
}

function stemOf({ fileName }: RosterFile): string {
  return fileName.toLowerCase().replace(EXTENSIONS, '');
}
