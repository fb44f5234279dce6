import type { AcrossTest, Rule, When } from '../../profile/checks.ts';
import { isLetter, isNumber, isText, SPACE, someItem, withoutZeros } from '../bytes.ts';
import type { ColumnNeeds } from './column.ts';
import type { RuleFound, Wishes } from './file.ts';
import { type Found, note, nothingFound } from './found.ts';
import { KeyTable, type KeyTraits } from './keys.ts';
import { Stored, type StoredColumn } from './stored.ts';
import { Copy } from './within.ts';

/** Of ids that are in no row of the other file: how many would be, but for what. */
export interface Hints {
  zeros: number;
  spaces: number;
  capitals: number;
  /** More ids are unknown than were looked at: there may be more of each. */
  isAtLeast: boolean;
}

/** Why an id is not known. */
export type Help = 'zeros' | 'spaces' | 'capitals';

export interface AcrossFound extends RuleFound {
  hints: Hints | null;
}

/** Files as they were kept, by the profile's id. */
export type Files = ReadonlyMap<string, Stored>;

type Of<Is extends AcrossTest['is']> = Extract<AcrossTest, { is: Is }>;

const KEY = { first: true, again: true };
const EVERY_ROW = { everyRow: true };
const ITEMS = { items: true, itemsOnly: true };

/** What the rules across files want a file to keep. */
export function wishesOf(rules: readonly Rule[], file: string): Wishes {
  const wishes: Record<string, Partial<ColumnNeeds>> = {};
  const want = (of: string, column: string, more: Partial<ColumnNeeds>) => {
    if (of !== file) return;
    const known = wishes[column];
    // Whoever wants the items alone does not speak for the others.
    const itemsOnly = more.itemsOnly === true && (known === undefined || known.itemsOnly === true);
    wishes[column] = { ...known, ...more, itemsOnly };
  };
  for (const rule of rules) wantedBy(rule, want);
  return wishes;
}

type Want = (file: string, column: string, more: Partial<ColumnNeeds>) => void;

function wantedBy({ file, column, test }: Rule, want: Want): void {
  const wantWhen = (of: string, when: When | undefined) => when && want(of, when.column, EVERY_ROW);
  if ('when' in test) wantWhen(file, test.when);
  switch (test.is) {
    case 'refers-to':
      want(file, column, test.items ? ITEMS : EVERY_ROW);
      want(test.file, test.column, test.targetItems ? ITEMS : KEY);
      return;
    case 'target-not-in':
      want(file, column, test.items ? ITEMS : EVERY_ROW);
      want(test.file, test.column, KEY);
      want(test.file, test.of, EVERY_ROW);
      return;
    case 'differs':
      want(file, column, EVERY_ROW);
      want(file, test.via, EVERY_ROW);
      want(test.file, test.key, KEY);
      want(test.file, test.other, EVERY_ROW);
      return;
    case 'unnamed':
      want(file, column, KEY);
      want(test.file, test.by, test.items ? ITEMS : EVERY_ROW);
      wantWhen(test.file, test.where);
      return;
    case 'beyond':
      want(file, column, EVERY_ROW);
      want(file, test.via, EVERY_ROW);
      want(test.file, test.key, KEY);
      if (test.through) {
        want(test.file, test.through.column, EVERY_ROW);
        want(test.through.file, test.through.key, KEY);
      }
      want(test.through?.file ?? test.file, test.other, EVERY_ROW);
      return;
    case 'cycle':
      want(file, column, EVERY_ROW);
      want(file, test.column, KEY);
      return;
    default:
  }
}

/** The files that a rule looks at, by the profile's ids, each once. */
export function filesOf(rule: Rule): string[] {
  const files = new Set([rule.file]);
  wantedBy(rule, (file) => files.add(file));
  return [...files];
}

/** Runs the rules that look from file to file. A rule is left out where one of its files or columns is not there. */
export function checkAcross(rules: readonly Rule[], files: Files): AcrossFound[] {
  return rules.flatMap((rule) => {
    const own = files.get(rule.file);
    const column = own?.column(rule.column);
    const done = own && column ? checkRule(rule, own, column, files) : null;
    return done && done.found.count > 0 ? [{ rule, variant: 1, ...done }] : [];
  });
}

interface Done {
  found: Found;
  hints: Hints | null;
}

const plain = (found: Found | null): Done | null => found && { found, hints: null };

function checkRule({ test }: Rule, own: Stored, column: StoredColumn, files: Files): Done | null {
  switch (test.is) {
    case 'refers-to':
      return refersTo(test, own, column, files);
    case 'target-not-in':
      return plain(targetNotIn(test, own, column, files));
    case 'differs':
      return plain(differs(test, own, column, files));
    case 'unnamed':
      return plain(unnamed(test, own, column, files));
    case 'beyond':
      return plain(beyond(test, own, column, files));
    case 'cycle':
      return plain(cycle(test, own, column));
    default:
      return null;
  }
}

function refersTo(test: Of<'refers-to'>, own: Stored, column: StoredColumn, files: Files): Done | null {
  const target = files.get(test.file)?.column(test.column);
  const known = test.targetItems ? target?.items?.table : target?.table;
  const table = test.items ? column.items?.table : column.table;
  const applies = own.condition(test.when);
  if (!known || !table || !applies) return null;
  const marked = new Uint8Array(table.size);
  const hints: Hints = { zeros: 0, spaces: 0, capitals: 0, isAtLeast: false };
  const helped = new Map<number, Help>();
  const targets = Stored.located(table, known);
  for (let code = 0; code < targets.length; code += 1) if ((targets[code] as number) < 0) marked[code] = 1;
  if (!test.items) for (const other of [...column.blanks, ...column.numbersOf(test.except ?? [])]) marked[other] = 0;
  if (marked.includes(1)) {
    const helper = new Helper(known);
    let probed = 0;
    table.each((code, bytes, start, end) => {
      if (marked[code] !== 1) return;
      if (probed >= PROBED) {
        hints.isAtLeast = true;
        return;
      }
      probed += 1;
      const help = helper.helpOf(bytes, start, end);
      if (help) helped.set(code, help);
    });
  }
  const found = rowsMarked(test, own, column, marked, applies);
  if (helped.size > 0 && found.count > 0) countHints(test, own, column, helped, applies, hints);
  return { found, hints };
}

/** The rows with a marked value, or with a marked item where the column holds lists. */
function rowsMarked(
  { items }: { items?: boolean },
  own: Stored,
  column: StoredColumn,
  marked: Uint8Array,
  applies: (row: number) => boolean,
): Found {
  return items ? own.rowsOfItems(column, marked, applies) : own.rowsOf(column, marked, applies);
}

/** So many unknown ids are looked at for a reason; with more the reason is the same for most. */
const PROBED = 100_000;
/** With zeros in front, ids are no longer than this. */
const LONGEST_NUMBER = 16;
const ZERO = 0x30;
const TAB = 0x09;

/** Finds small differences that would make a known id of an unknown one. */
class Helper {
  readonly #known: KeyTable;
  readonly #traits: KeyTraits;
  /** Zeros, and room for digits behind them. */
  readonly #zeros = new Uint8Array(LONGEST_NUMBER * 2).fill(ZERO);
  /** The known ids without outer spaces, and without capitals; made when they are asked for. */
  #trimmed: KeyTable | null = null;
  #small: KeyTable | null = null;
  readonly #form = new Copy();

  constructor(known: KeyTable) {
    this.#known = known;
    this.#traits = known.traits();
  }

  helpOf(bytes: Uint8Array, start: number, end: number): Help | null {
    if (isNumber(bytes, start, end) && this.#hasOtherZeros(bytes, start, end)) return 'zeros';
    const { hasCapitals, hasSmalls, hasSpaces } = this.#traits;
    const bare = bareOf(bytes, start, end);
    const isSpaced = bare.length < end - start;
    const hasLetters = (hasCapitals || hasSmalls) && bytes.subarray(start, end).some(isLetter);
    if (!isSpaced && !hasSpaces && !hasLetters) return null;
    if (isSpaced && this.#known.find(bare, 0, bare.length) >= 0) return 'spaces';
    if (hasSpaces) {
      this.#trimmed ??= formsOf(this.#known, (...key) => {
        const bytes = bareOf(...key);
        return { bytes, length: bytes.length };
      });
      if (this.#trimmed.find(bare, 0, bare.length) >= 0) return 'spaces';
    }
    if (!hasLetters) return null;
    // Most ids have letters of one kind, and are their own form.
    if (hasCapitals && hasSmalls) this.#small ??= formsOf(this.#known, (...key) => this.#form.small(...key));
    const known = this.#small ?? this.#known;
    const form = hasSmalls ? this.#form.small(bytes, start, end) : this.#form.large(bytes, start, end);
    return known.find(form.bytes, 0, form.length) >= 0 ? 'capitals' : null;
  }

  #hasOtherZeros(bytes: Uint8Array, start: number, end: number): boolean {
    const from = withoutZeros(bytes, start, end);
    const length = end - from;
    if (length > LONGEST_NUMBER) return false;
    if (from > start && this.#known.find(bytes, from, end) >= 0) return true;
    if (!this.#traits.hasZeros) return false;
    const digits = this.#zeros;
    digits.set(bytes.subarray(from, end), LONGEST_NUMBER);
    for (let zeros = 1; length + zeros <= LONGEST_NUMBER; zeros += 1) {
      if (this.#known.find(digits, LONGEST_NUMBER - zeros, LONGEST_NUMBER + length) >= 0) return true;
    }
    return false;
  }
}

/** Without what looks like nothing at its ends: spaces, tabs, no-break spaces. */
function bareOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  let [from, to] = [start, end];
  const isNoBreak = (at: number) => bytes[at] === 0xc2 && bytes[at + 1] === 0xa0;
  const isThin = (at: number) => bytes[at] === SPACE || bytes[at] === TAB;
  while (from < to && (isThin(from) || isNoBreak(from))) from += isNoBreak(from) ? 2 : 1;
  while (to > from && (isThin(to - 1) || isNoBreak(to - 2))) to -= isNoBreak(to - 2) ? 2 : 1;
  return bytes.slice(from, Math.max(from, to));
}

/** Another table with a form of each key. */
function formsOf(
  known: KeyTable,
  formOf: (bytes: Uint8Array, start: number, end: number) => Pick<Copy, 'bytes' | 'length'>,
): KeyTable {
  const forms = new KeyTable(known.size);
  known.each((_, bytes, start, end) => {
    const form = formOf(bytes, start, end);
    forms.add(form.bytes, 0, form.length);
  });
  return forms;
}

function countHints(
  test: Of<'refers-to'>,
  own: Stored,
  column: StoredColumn,
  helped: ReadonlyMap<number, Help>,
  applies: (row: number) => boolean,
  hints: Hints,
): void {
  const size = (test.items ? column.items?.table.size : column.table.size) ?? 0;
  for (const name of ['zeros', 'spaces', 'capitals'] as const) {
    const marked = new Uint8Array(size);
    for (const [code, help] of helped) if (help === name) marked[code] = 1;
    const rows = rowsMarked(test, own, column, marked, applies);
    hints[name] = rows.count;
  }
}

function targetNotIn(test: Of<'target-not-in'>, own: Stored, column: StoredColumn, files: Files): Found | null {
  const target = files.get(test.file);
  const ids = target?.column(test.column);
  const fits = target?.condition({ column: test.of, in: test.in });
  const applies = own.condition(test.when);
  const table = test.items ? column.items?.table : column.table;
  if (!target || !ids || !fits || !applies || !table) return null;
  // Nobody knows what stands in a row that is broken.
  const passes = (row: number) => fits(row) || (target.broken.size > 0 && target.broken.has(row));
  const marked = new Uint8Array(table.size);
  const targets = Stored.located(table, ids.table);
  const { first } = ids;
  // Where no id has two rows, only those that are named need be looked at.
  const fitting = first && ids.again.length === 0 && !ids.rows ? null : target.anyRow(ids, passes);
  for (let code = 0; code < targets.length; code += 1) {
    const found = targets[code] as number;
    if (found < 0) continue;
    if (fitting ? fitting[found] !== 1 : !passes(first?.[found] as number)) marked[code] = 1;
  }
  // A blank is nobody's id, even where a row has a blank one.
  if (!test.items) for (const blank of column.blanks) marked[blank] = 0;
  return rowsMarked(test, own, column, marked, applies);
}

/** For each number of `via` the rows that it names: the first one, and the others where an id has several rows. */
class Named {
  readonly #first: Int32Array;
  readonly #more = new Map<number, number[]>();

  constructor(via: KeyTable, ids: StoredColumn) {
    this.#first = new Int32Array(via.size).fill(-1);
    const more = new Map<number, number[]>();
    for (let at = 0; at < ids.again.length; at += 2) {
      const id = ids.again[at + 1] ?? 0;
      more.set(id, [...(more.get(id) ?? []), ids.again[at] ?? 0]);
    }
    const targets = Stored.located(via, ids.table);
    for (let code = 0; code < targets.length; code += 1) {
      const id = targets[code] as number;
      if (id < 0 || ids.blanks.has(id)) continue;
      this.#first[code] = ids.first?.[id] ?? -1;
      const others = more.get(id);
      if (others) this.#more.set(code, others);
    }
  }

  first(code: number): number {
    return this.#first[code] ?? -1;
  }

  /** None where the number names no row. */
  all(code: number): number[] {
    const first = this.first(code);
    return first < 0 ? [] : [first, ...(this.#more.get(code) ?? [])];
  }
}

function differs(test: Of<'differs'>, own: Stored, column: StoredColumn, files: Files): Found | null {
  const target = files.get(test.file);
  const ids = target?.column(test.key);
  const other = target?.column(test.other);
  const via = own.column(test.via);
  const applies = own.condition(test.when);
  if (!target || !ids || !other?.rows || !via?.rows || !column.rows || !applies) return null;
  const named = new Named(via.table, ids);
  const { rows: viaRows } = via;
  const { rows: otherRows } = other;
  const isSame = sameness(column.table, other.table, test.items === true);
  // The number in this column that the first named row asks for, so that most rows need one comparison.
  const usual = new Int32Array(via.table.size).fill(-1);
  const found = nothingFound();
  const look = (value: number, code: number, row: number): void => {
    const first = named.first(code);
    if (first < 0 || column.blanks.has(value)) return;
    if (named.all(code).some((there) => target.broken.has(there) || isSame(value, otherRows.at(there)))) {
      usual[code] = value;
      return;
    }
    // What is not there at all is another rule's.
    if (other.blanks.has(otherRows.at(first)) || own.broken.has(row) || !applies(row)) return;
    note(found, row);
  };
  for (let part = 0, row = 0; row < own.count; part += 1) {
    const values = column.rows.part(part);
    const vias = viaRows.part(part);
    for (let at = 0; at < values.length; at += 1, row += 1) {
      const code = vias[at] as number;
      if (usual[code] !== values[at]) look(values[at] as number, code, row);
    }
  }
  return found;
}

/** Whether a value of one table is one of another, or an item of it; each pair is compared once. */
function sameness(values: KeyTable, others: KeyTable, items: boolean): (value: number, other: number) => boolean {
  const known = new Map<number, boolean>();
  const texts = values.all();
  const lists = others.all();
  return (value, other) => {
    const pair = value * others.size + other;
    const before = known.get(pair);
    if (before !== undefined) return before;
    const text = texts[value] ?? new Uint8Array(0);
    const list = lists[other] ?? new Uint8Array(0);
    const is = items
      ? someItem(list, 0, list.length, (bytes, start, end) => isText(bytes, start, end, text))
      : isText(list, 0, list.length, text);
    known.set(pair, is);
    return is;
  };
}

function unnamed(test: Of<'unnamed'>, own: Stored, column: StoredColumn, files: Files): Found | null {
  const naming = files.get(test.file);
  const by = naming?.column(test.by);
  const fits = naming?.condition(test.where);
  // Whom a broken row names is named.
  const where = fits && ((row: number) => naming?.broken.has(row) || fits(row));
  const applies = own.condition(test.when);
  if (!naming || !by || !where || !applies) return null;
  const marked = new Uint8Array(column.table.size).fill(test.others ? 0 : 1);
  const table = test.items ? by.items?.table : by.table;
  const isUsed = test.where ? usedCodes(by, where, test.items === true) : null;
  const targets = table ? Stored.located(table, column.table) : [];
  for (let code = 0; code < targets.length; code += 1) {
    const id = targets[code] as number;
    if (id >= 0) marked[id] = !isUsed || isUsed[code] === 1 ? 0 : 1;
  }
  for (const blank of column.blanks) marked[blank] = 0;
  return own.rowsOf(column, marked, applies);
}

/** Which numbers stand in a row that passes. */
function usedCodes(by: StoredColumn, where: (row: number) => boolean, items: boolean): Uint8Array {
  const used = new Uint8Array((items ? by.items?.table.size : by.table.size) ?? 0);
  if (items) {
    by.items?.codes.each((code, at) => {
      if (used[code] !== 1 && where(by.items?.rows.at(at) ?? 0)) used[code] = 1;
    });
  } else {
    const { rows } = by;
    for (let index = 0, row = 0; rows && row < rows.length; index += 1) {
      const part = rows.part(index);
      for (let at = 0; at < part.length; at += 1, row += 1) {
        const code = part[at] as number;
        if (used[code] !== 1 && where(row)) used[code] = 1;
      }
    }
  }
  return used;
}

function beyond(test: Of<'beyond'>, own: Stored, column: StoredColumn, files: Files): Found | null {
  const limits = limitsOf(test, own, files);
  const via = own.column(test.via);
  if (!limits || !via?.rows || !column.rows) return null;
  const texts = column.table.all().map((bytes) => new TextDecoder().decode(bytes));
  const { rows: viaRows } = via;
  const found = nothingFound();
  column.rows.each((value, row) => {
    const limit = limits[viaRows.at(row)];
    const text = texts[value] ?? '';
    // Dates of one form are in order as texts; another form is another rule's.
    if (!limit || text.length !== limit.length || own.broken.has(row)) return;
    if (test.side === 'before' ? text < limit : text > limit) note(found, row);
  });
  return found;
}

/** For each number of `via` the date that must not be passed. */
function limitsOf(test: Of<'beyond'>, own: Stored, files: Files): (string | undefined)[] | null {
  const { through, side } = test;
  const target = files.get(test.file);
  const via = own.column(test.via);
  const ids = target?.column(test.key);
  const last = through ? files.get(through.file) : target;
  const other = last?.column(test.other);
  if (!via || !ids || !other?.rows) return null;
  const { rows } = other;
  const texts = other.table.all().map((bytes) => new TextDecoder().decode(bytes));
  const named = new Named(via.table, ids);
  const codes = Array.from({ length: via.table.size }, (_, code) => code);
  const furthest = (places: number[]): string | undefined => {
    const dates = places.map((row) => texts[rows.at(row)] ?? '').filter((date) => date !== '');
    const sorted = dates.sort();
    return side === 'before' ? sorted[0] : sorted.at(-1);
  };
  if (!through) return codes.map((code) => furthest(named.all(code)));
  const lists = target?.column(through.column);
  const lastIds = last?.column(through.key);
  if (!lists?.rows || !lastIds) return null;
  const { rows: listRows } = lists;
  const cells = lists.table.all();
  const rowsOfList = cells.map((cell) => {
    const places: number[] = [];
    const take = (bytes: Uint8Array, start: number, end: number) => {
      const id = lastIds.table.find(bytes, start, end);
      if (id >= 0) places.push(lastIds.first?.[id] ?? 0);
      return false;
    };
    if (through.items) someItem(cell, 0, cell.length, take);
    else take(cell, 0, cell.length);
    return places;
  });
  return codes.map((code) => furthest(named.all(code).flatMap((row) => rowsOfList[listRows.at(row)] ?? [])));
}

/** Rows from which one comes back to themselves. */
function cycle(test: Of<'cycle'>, own: Stored, column: StoredColumn): Found | null {
  const ids = own.column(test.column);
  const { rows } = column;
  if (!ids || !rows) return null;
  const named = new Named(column.table, ids);
  const found = nothingFound();
  const next = (row: number) => named.first(rows.at(row));
  for (let row = 0; row < own.count; row += 1) {
    // Two walkers, one twice as fast: where there is a cycle ahead that does not hold this row, they meet in it.
    let slow = next(row);
    let fast = slow < 0 ? -1 : next(slow);
    while (fast >= 0 && slow !== row && slow !== fast) {
      slow = next(slow);
      const half = next(fast);
      fast = half < 0 ? -1 : next(half);
    }
    if (slow === row || (slow >= 0 && slow === fast && isOnCycle(row, slow, next))) note(found, row);
  }
  return found;
}

/** Does the cycle that holds `inside` hold `row`? */
function isOnCycle(row: number, inside: number, next: (row: number) => number): boolean {
  let at = inside;
  do {
    if (at === row) return true;
    at = next(at);
  } while (at !== inside && at >= 0);
  return false;
}
