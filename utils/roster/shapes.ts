import type { Shape } from '../profile/checks.ts';
import { COMMA, isDigit, isLetter, SPACE } from './bytes.ts';

/** Whether the bytes from `start` up to `end` (excluded) have a form. A blank cell has none of them. */
export type IsShape = (bytes: Uint8Array, start: number, end: number) => boolean;

const AT = 0x40;
const COLON = 0x3a;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
const SLASH = 0x2f;
const UNDERSCORE = 0x5f;
const LEFT_BRACE = 0x7b;
const RIGHT_BRACE = 0x7d;
const CAPITAL_T = 0x54;
const CAPITAL_Z = 0x5a;

/** OneRoster's ids are shorter than 256 signs. */
const LONGEST_GUID = 255;

const [ORDINARY, DELIMITS, POINT, FORBIDDEN] = [0, 1, 2, 3];

/** For each byte, what it is in an email. */
const EMAIL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === AT) return DELIMITS;
  if (byte === DOT) return POINT;
  return byte <= SPACE || [COMMA, 0x3b, 0x22, 0x3c, 0x3e].includes(byte) ? FORBIDDEN : ORDINARY;
});

/** For each byte, whether it is a digit of a number (1), may stand between digits (0), or is forbidden. */
const PHONE_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (isDigit(byte)) return 1;
  return [PLUS, HYPHEN, DOT, SPACE, 0x28, 0x29].includes(byte) ? 0 : FORBIDDEN;
});

/** For each byte, whether OneRoster allows it in an id: letters, digits and `. - _ / @`. */
const GUID_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  isDigit(byte) || isLetter(byte) || [DOT, HYPHEN, UNDERSCORE, SLASH, AT].includes(byte) ? 1 : 0,
);

/** The test of every form that a profile can ask for. */
export const shapes: Record<Shape, IsShape> = {
  email: isEmail,
  phone: isPhone,
  language: isLanguage,
  guid: isGuid,
  date: isDate,
  'date-time': isDateTime,
  year: isYear,
  boolean: isBoolean,
  integer: isInteger,
  'user-ids': isUserIds,
  country: isTwoCapitals,
  state: isTwoCapitals,
};

/**
 * Something, one @, and a host of at least two parts, without spaces, commas and control characters. Letters of any
 * alphabet pass: whether mail arrives is not for us to say.
 */
function isEmail(bytes: Uint8Array, start: number, end: number): boolean {
  let at = -1;
  let dot = -1;
  for (let here = start; here < end; here += 1) {
    const kind = EMAIL_BYTES[bytes[here] as number];
    if (kind === ORDINARY) continue;
    if (kind === FORBIDDEN) return false;
    if (kind === DELIMITS) {
      if (at >= 0) return false;
      at = here;
    } else if (at >= 0) {
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
    const kind = PHONE_BYTES[bytes[at] as number] as number;
    if (kind === FORBIDDEN) return false;
    digits += kind;
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
    if (byte !== HYPHEN && byte !== UNDERSCORE) return false;
    const part = at + 1;
    at = part;
    while (at < end && (isLetter(bytes[at] ?? 0) || isDigit(bytes[at] ?? 0))) at += 1;
    if (at === part || at - part > 8) return false;
  }
  return true;
}

/** 1 to 255 letters, digits and `. - _ / @` (OneRoster's GUID; it need be no UUID). */
function isGuid(bytes: Uint8Array, start: number, end: number): boolean {
  if (end === start || end - start > LONGEST_GUID) return false;
  for (let at = start; at < end; at += 1) if (GUID_BYTES[bytes[at] ?? 0] === 0) return false;
  return true;
}

/** The number that the digits from `start` up to `end` write, -1 where one of them is no digit. */
function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte)) return -1;
    number = number * 10 + byte - 0x30;
  }
  return number;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `2026-11-25`, a day of the Gregorian calendar. */
function isDate(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 10 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return false;
  const year = numberAt(bytes, start, start + 4);
  const month = numberAt(bytes, start + 5, start + 7);
  const day = numberAt(bytes, start + 8, start + 10);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `2026-11-25T18:00:00.000Z`: in UTC, with any number of digits after the seconds, or none. */
function isDateTime(bytes: Uint8Array, start: number, end: number): boolean {
  const time = start + 11;
  if (end - start < 20 || bytes[start + 10] !== CAPITAL_T || bytes[end - 1] !== CAPITAL_Z) return false;
  if (!isDate(bytes, start, start + 10) || bytes[time + 2] !== COLON || bytes[time + 5] !== COLON) return false;
  const hour = numberAt(bytes, time, time + 2);
  const minute = numberAt(bytes, time + 3, time + 5);
  const second = numberAt(bytes, time + 6, time + 8);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  const rest = time + 8;
  if (rest === end - 1) return true;
  return bytes[rest] === DOT && rest + 1 < end - 1 && numberAt(bytes, rest + 1, end - 1) >= 0;
}

function isYear(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 4 && numberAt(bytes, start, end) >= 0;
}

/** `true` or `false`, in small letters. */
function isBoolean(bytes: Uint8Array, start: number, end: number): boolean {
  return isText(bytes, start, end, TRUE) || isText(bytes, start, end, FALSE);
}

const TRUE = [0x74, 0x72, 0x75, 0x65];
const FALSE = [0x66, 0x61, 0x6c, 0x73, 0x65];

function isText(bytes: Uint8Array, start: number, end: number, text: readonly number[]): boolean {
  if (end - start !== text.length) return false;
  for (let at = 0; at < text.length; at += 1) if (bytes[start + at] !== text[at]) return false;
  return true;
}

/** Digits, with a minus in front or not. */
function isInteger(bytes: Uint8Array, start: number, end: number): boolean {
  const from = bytes[start] === HYPHEN && end > start ? start + 1 : start;
  return from < end && numberAt(bytes, from, end) >= 0;
}

/** `{Local:863}`, or several with a comma between; neither part blank, no braces and commas inside. */
function isUserIds(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    if (bytes[at] !== LEFT_BRACE) return false;
    const type = at + 1;
    let colon = -1;
    for (at = type; at < end && bytes[at] !== RIGHT_BRACE; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === LEFT_BRACE || byte === COMMA) return false;
      if (byte === COLON && colon < 0) colon = at;
    }
    // `at` stands on the closing brace, or at the end where there is none.
    if (at >= end || colon <= type || colon === at - 1) return false;
    at += 1;
    if (at === end) return true;
    if (bytes[at] !== COMMA) return false;
    at += 1;
  }
  return false;
}

/** Two capital letters: a code of a country (ISO 3166) or a state. Whether there is such a one is not looked up. */
function isTwoCapitals(bytes: Uint8Array, start: number, end: number): boolean {
  const [first, second] = [bytes[start] ?? 0, bytes[start + 1] ?? 0];
  return end - start === 2 && first >= 0x41 && first <= 0x5a && second >= 0x41 && second <= 0x5a;
}

/** `1.05E+08`: digits, perhaps a point or comma and digits, E, a plus, digits. */
export function isSpreadsheetNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = endOfDigits(bytes, start, end);
  if (at === start) return false;
  if (at < end && (bytes[at] === DOT || bytes[at] === COMMA)) {
    const fraction = at + 1;
    at = endOfDigits(bytes, fraction, end);
    if (at === fraction) return false;
  }
  if (at + 2 >= end || ((bytes[at] ?? 0) | 0x20) !== 0x65 || bytes[at + 1] !== PLUS) return false;
  return endOfDigits(bytes, at + 2, end) === end;
}

function endOfDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}
