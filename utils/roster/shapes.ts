import { COMMA, isDigit, isLetter, SPACE } from './bytes.ts';

const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const PLUS = 0x2b;

export const shapes = { email: isEmail, phone: isPhone, language: isLanguage };

/**
 * Something, one @, and a host of at least two parts, without spaces, commas and control characters. Letters of any
 * alphabet pass: whether mail arrives is not for us to say.
 */
function isEmail(bytes: Uint8Array, start: number, end: number): boolean {
  let at = -1;
  let dot = -1;
  for (let here = start; here < end; here += 1) {
    const byte = bytes[here] ?? 0;
    if (byte <= SPACE || byte === COMMA || byte === 0x3b || byte === 0x22 || byte === 0x3c || byte === 0x3e)
      return false;
    if (byte === AT && at >= 0) return false;
    if (byte === AT) at = here;
    if (byte === DOT && at >= 0) {
      if (here === at + 1 || here === dot + 1) return false;
      dot = here;
    }
  }
  return at > start && dot > at + 1 && dot < end - 1;
}

/** Ten to fifteen digits, with + ( ) - . and spaces (reference 3.7: the form is not documented). */
function isPhone(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isDigit(byte)) digits += 1;
    else if (!(byte === PLUS || byte === HYPHEN || byte === DOT || byte === SPACE || byte === 0x28 || byte === 0x29))
      return false;
  }
  return digits >= 10 && digits <= 15;
}

/** `en`, `fil`, `zh-Hans`, `pt-BR`: two or three small letters, then parts of letters and digits. */
function isLanguage(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && isLetter(bytes[at] ?? 0) && (bytes[at] ?? 0) >= 0x61) at += 1;
  const letters = at - start;
  if (letters < 2 || letters > 3) return false;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    const isSeparator = byte === HYPHEN || byte === 0x5f;
    if (!isSeparator) return false;
    const part = at + 1;
    at = part;
    while (at < end && (isLetter(bytes[at] ?? 0) || isDigit(bytes[at] ?? 0))) at += 1;
    if (at === part || at - part > 8) return false;
  }
  return true;
}

/** `1.05E+08`: digits, perhaps a point and digits, E, a sign, digits. */
export function isSpreadsheetNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  const digits = (): number => {
    const from = at;
    while (at < end && isDigit(bytes[at] ?? 0)) at += 1;
    return at - from;
  };
  if (digits() === 0) return false;
  if (bytes[at] === DOT || bytes[at] === COMMA) {
    at += 1;
    if (digits() === 0) return false;
  }
  if ((bytes[at] ?? 0) !== 0x45 && (bytes[at] ?? 0) !== 0x65) return false;
  at += 1;
  if (bytes[at] !== PLUS) return false;
  at += 1;
  return digits() > 0 && at === end;
}
