/** Characters that take no room on screen: zero-width ones, the byte order mark, the soft hyphen, direction marks. */
const INVISIBLE = /\p{Cf}/gu;

/** A text as a person reads it: no-break spaces are spaces, invisible characters are gone, runs of space are one. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/**
 * A control's wording, for comparison only: lower case, straight quotes, without the colon, the star, the arrow or the
 * plus and minus that some versions of the page put beside it.
 */
export function wording(text: string | null | undefined): string {
  return plain(text)
    .toLowerCase()
    .replace(/[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/g, '"')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(
      /^[\s:*<>+\-\u2190-\u21ff\u25a0-\u25ff\u2039\u203a]+|[\s:*<>+\-\u2190-\u21ff\u25a0-\u25ff\u2039\u203a]+$/g,
      '',
    );
}

/** `USERS.languages` → `users.languages`: the key by which tree, grid and ids are compared. */
export function columnKey(name: string): string {
  return plain(name).toLowerCase();
}

/** A key as PowerSchool's ids spell it: `users.a_sourcedId` → `users_a_sourcedid`. */
export function idPart(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
}
