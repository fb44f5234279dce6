/** Characters that cannot be seen, or look like a space and are none: ClassTag's sync fails on them in headers. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** The text without hidden characters, and without space at its ends. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => (/\s/.test(character) ? ' ' : '')).trim();
}

/** The hidden characters of a text by their code points (`U+00A0`), each once, in order. */
export function hiddenIn(text: string): string[] {
  const codes = (text.match(HIDDEN) ?? []).map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return [...new Set(codes)];
}

/** Ordinary spaces at the beginning or the end. */
export function hasStraySpace(text: string): boolean {
  return text !== text.trim();
}
