/** Which of many files to look at: a folder may hold far more than a set of rosters. */

import { count } from '../../utils/words/say.ts';

/** So many files are looked at: a set of rosters has a dozen. */
const MOST_FILES = 500;
/** A folder is searched this deep. */
export const DEEPEST = 6;

const KINDS = /\.(csv|zip|txt|tsv)$/i;
/** Words of the names of roster files. */
const WORDS = /users|classes|enrollments|orgs|courses|sessions|demographics|manifest|roster/i;

const unlikeliness = (name: string) => (KINDS.test(name) ? (WORDS.test(name) ? 0 : 1) : 2);

/**
 * The files that are most likely part of a set, `MOST_FILES` at most: by extension and name, then as they come.
 * @param nameOf a file's name, without its folders
 */
export function likeliest<T>(files: readonly T[], nameOf: (file: T) => string): T[] {
  if (files.length <= MOST_FILES) return [...files];
  return files
    .map((file) => ({ file, rank: unlikeliness(nameOf(file)) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_FILES)
    .map(({ file }) => file);
}

/** What is told of files that were not looked at; '' for none. */
export function leftOutText(n: number): string {
  return n === 0 ? '' : count('check_left_out', n, MOST_FILES, DEEPEST);
}
