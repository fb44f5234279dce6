import type { Test } from '../../profile/checks.ts';
import { COMMA, encode, isBlank, isText, isTextInAnyCase, itemCount, SPACE, someItem } from '../bytes.ts';
import { isSpreadsheetNumber, shapes } from '../shapes.ts';
import { KeyTable } from './keys.ts';

/** Looks at one value: 0 for nothing wrong, n for the n-th of the rule's variants (1 for a rule without). */
export interface ValueTest {
  (bytes: Uint8Array, start: number, end: number): number;
  /** Values that are not blank can be wrong only if they begin with a byte that is marked here. */
  firsts?: Uint8Array;
  /** Values can be wrong only if there is a comma in them. */
  needsComma?: true;
}

/** Whether a part of a value is wrong. */
type Part = (bytes: Uint8Array, start: number, end: number) => boolean;

const whole =
  (isWrong: Part): ValueTest =>
  (bytes, start, end) =>
    isWrong(bytes, start, end) ? 1 : 0;

const NEEDS_COMMA = { needsComma: true } as const;

function bytesMarked(bytes: number[]): Uint8Array {
  const marked = new Uint8Array(256);
  for (const byte of bytes) marked[byte] = 1;
  return marked;
}

/** Any item of the list, or the value as a whole. */
const parts = (isWrong: Part, items: boolean | undefined): ValueTest =>
  items ? (bytes, start, end) => (someItem(bytes, start, end, isWrong) ? 1 : 0) : whole(isWrong);

/**
 * Makes the test of a rule that needs nothing but the value itself.
 * @param schoolIds those that the administrator gave, null for none
 * @returns null for a rule that needs more, or has nothing to compare with
 */
export function compileValue(test: Test, schoolIds: readonly string[] | null): ValueTest | null {
  switch (test.is) {
    case 'blank':
      return Object.assign(whole(isBlank), { firsts: bytesMarked([SPACE]) });
    case 'not-in':
      return notIn(test);
    case 'in': {
      const values = test.values.map(encode);
      // Most values are told apart by their first byte already.
      const firsts = bytesMarked(values.map(([first]) => first ?? 0));
      return Object.assign(
        whole((bytes, start, end) => values.some((value) => isText(bytes, start, end, value))),
        { firsts },
      );
    }
    case 'means':
      return means(test);
    case 'more-items':
      return Object.assign(
        whole((bytes, start, end) => hasMoreItems(bytes, start, end, test.than)),
        test.than > 0 ? NEEDS_COMMA : {},
      );
    case 'several-items':
      return Object.assign(
        whole((bytes, start, end) => itemCount(bytes, start, end) > 1),
        NEEDS_COMMA,
      );
    case 'item-twice':
      return Object.assign(whole(hasItemTwice), NEEDS_COMMA);
    case 'item-blank':
      return Object.assign(
        whole((bytes, start, end) => itemCount(bytes, start, end) > 1 && someItem(bytes, start, end, isBlank)),
        NEEDS_COMMA,
      );
    case 'item-spaced':
      return Object.assign(whole(hasSpacedItem), NEEDS_COMMA);
    case 'not': {
      const isShape = shapes[test.shape];
      // A number as a spreadsheet writes it is told by itself.
      return parts(
        (bytes, start, end) =>
          !isBlank(bytes, start, end) && !isShape(bytes, start, end) && !isSpreadsheetNumber(bytes, start, end),
        test.items,
      );
    }
    case 'spreadsheet-number':
      return parts(isSpreadsheetNumber, test.items);
    case 'outer-space':
      return whole((bytes, start, end) => end > start && (bytes[start] === SPACE || bytes[end - 1] === SPACE));
    case 'longer':
      return whole((bytes, start, end) => end - start > test.than && characters(bytes, start, end) > test.than);
    case 'not-configured': {
      if (!schoolIds || schoolIds.length === 0) return null;
      const known = schoolIds.map(encode);
      const isUnknown: Part = (bytes, start, end) => !known.some((id) => isText(bytes, start, end, id));
      const test_ = parts(isUnknown, test.items);
      return (bytes, start, end) => (isBlank(bytes, start, end) ? 0 : test_(bytes, start, end));
    }
    default:
      return null;
  }
}

/** Characters of UTF-8: all bytes but those that go on with one. */
function characters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (((bytes[at] as number) & 0xc0) !== 0x80) count += 1;
  return count;
}

function notIn(test: Extract<Test, { is: 'not-in' }>): ValueTest {
  const values = test.values.map(encode);
  const known = [...values, ...(test.except ?? []).map(encode)];
  return parts((bytes, start, end) => {
    if (known.some((value) => isText(bytes, start, end, value)) || isBlank(bytes, start, end)) return false;
    return values.some((value) => isTextInAnyCase(bytes, start, end, value)) === (test.case === 'only');
  }, test.items);
}

function means({ pairs, items }: Extract<Test, { is: 'means' }>): ValueTest {
  const raw = pairs.map(([from]) => encode(from));
  const which = (bytes: Uint8Array, start: number, end: number) =>
    raw.findIndex((value) => isText(bytes, start, end, value)) + 1;
  if (!items) return which;
  return (bytes, start, end) => {
    let first = 0;
    someItem(bytes, start, end, (...item) => {
      first = which(...item);
      return first > 0;
    });
    return first;
  };
}

/** More than so many items that are not blank: those are another rule's. */
function hasMoreItems(bytes: Uint8Array, start: number, end: number, than: number): boolean {
  if (itemCount(bytes, start, end) <= than) return false;
  let count = 0;
  return someItem(bytes, start, end, (_, from, to) => {
    if (from < to) count += 1;
    return count > than;
  });
}

/** So many items are compared one by one, which is quicker for few; with more of them that would take for ever. */
const FEW_ITEMS = 16;

function hasItemTwice(bytes: Uint8Array, start: number, end: number): boolean {
  const count = itemCount(bytes, start, end);
  if (count < 2) return false;
  const before: Uint8Array[] = [];
  const table = count > FEW_ITEMS ? new KeyTable() : null;
  return someItem(bytes, start, end, (_, from, to) => {
    if (from === to) return false;
    if (table) return table.size > table.add(bytes, from, to);
    if (before.some((item) => isText(bytes, from, to, item))) return true;
    before.push(bytes.subarray(from, to));
    return false;
  });
}

/** `a, b`: an item of several that has a space at one of its ends. */
function hasSpacedItem(bytes: Uint8Array, start: number, end: number): boolean {
  if (itemCount(bytes, start, end) < 2) return false;
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && bytes[at] !== COMMA) continue;
    if (!isBlank(bytes, from, at) && (bytes[from] === SPACE || bytes[at - 1] === SPACE)) return true;
    from = at + 1;
  }
  return false;
}
