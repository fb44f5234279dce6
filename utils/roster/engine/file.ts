import type { CellRule, Checks, Rule, Test, When } from '../../profile/checks.ts';
import type { PictureSpec } from '../../profile/roster.ts';
import { COMMA, encode, isBlank, isText, itemCount, someItem } from '../bytes.ts';
import { BIT, heldBy } from '../cells.ts';
import { shapes } from '../shapes.ts';
import { Column, type ColumnNeeds } from './column.ts';
import { type Found, note, nothingFound } from './found.ts';
import { RowHashes } from './row-hashes.ts';
import { SameName, type SameNameAgain } from './same-name.ts';
import { type FileData, Stored } from './stored.ts';
import type { Batch } from './types.ts';
import { compileValue, type ValueTest } from './values.ts';
import { checkWithin } from './within.ts';

/** What the administrator set, or what is known of the template. */
export interface Parameters {
  /** Null: not known; rules that need one of them then are warnings at most. */
  level: 'district' | 'school' | null;
  guardians: 'users' | 'separate';
  /** School ids set at the receiver, null where they were not given. */
  schoolIds: readonly string[] | null;
  /** All of the file's rows are seen, and not a page of a preview. */
  complete: boolean;
  /** Are there quotes around values? Asked at the end. */
  quotes: boolean;
  /** One character. */
  fieldDelimiter: string;
  /** What the set's manifest says of the file; without one it is bulk. */
  mode?: 'bulk' | 'delta';
}

/** Columns that somebody else wants kept: rules across files, pictures, fingerprints. */
export type Wishes = Record<string, Partial<ColumnNeeds>>;

/** What a rule found. */
export interface RuleFound {
  rule: Rule;
  /** Of a rule that tells several things apart, the one that was found, from 1. */
  variant: number;
  found: Found;
}

/** What a rule about every cell found in a column. */
export interface CellFound {
  rule: CellRule;
  column: number;
  found: Found;
}

export interface FileFound {
  rules: RuleFound[];
  cells: CellFound[];
}

/** Looks at the rows of a batch. */
type Runner = (batch: Batch) => void;

interface ValueRule {
  test: ValueTest;
  tell: (row: number, variant: number) => void;
  when: When | null;
  is: Test['is'];
}

/** Different values with something wrong: for each, which rules and which of their variants. */
type Flags = Map<number, { rule: ValueRule; variant: number }[]>;

/** Does the rule hold for these parameters? */
export function isWanted(
  { needs }: Rule,
  { level, guardians, mode = 'bulk' }: Omit<Parameters, 'fieldDelimiter'>,
): boolean {
  if (needs?.level && level !== null && needs.level !== level) return false;
  if (needs?.mode && needs.mode !== mode) return false;
  return !needs?.guardians || needs.guardians === guardians;
}

/**
 * Runs a file's rules over its rows, batch by batch; where the batches are cut does not matter. Rules that look at one
 * value run once for each different value of columns whose values come again; rules that look at several rows run at
 * the end, on the numbers that stand for the values.
 */
export class FileCheck {
  readonly #file: string;
  readonly #checks: Checks;
  readonly #rules: Rule[];
  readonly #parameters: Parameters;
  readonly #at = new Map<string, number>();
  readonly #columns = new Map<string, Column>();
  readonly #runners: Runner[] = [];
  readonly #found: RuleFound[] = [];
  readonly #atEnd: (() => void)[] = [];
  /** By column and bit. */
  readonly #held = new Map<number, Found>();
  readonly #delimiter: number;
  readonly #expected: number;
  readonly #broken: number[] = [];
  #sameName: { search: SameName; rule: Rule } | null = null;
  #again: { look: SameNameAgain; rule: Rule } | null = null;
  #rows = 0;
  #stored: Stored | null = null;
  #hashes: RowHashes | null = null;

  /**
   * @param columns the receiver's name of each column, null for one it does not know
   * @param expected about so many rows will come; more or fewer may
   */
  constructor(
    checks: Checks,
    file: string,
    columns: readonly (string | null)[],
    parameters: Parameters,
    wishes: Wishes = {},
    expected = 0,
  ) {
    this.#expected = expected;
    this.#checks = checks;
    this.#file = file;
    this.#parameters = parameters;
    this.#delimiter = parameters.fieldDelimiter.charCodeAt(0);
    columns.forEach((name, at) => {
      if (name !== null && !this.#at.has(name)) this.#at.set(name, at);
    });
    this.#rules = checks.rules.filter((rule) => rule.file === file && isWanted(rule, parameters));
    this.#makeColumns(wishes);
    this.#makeValueRules();
    for (const rule of this.#rules) this.#makeRowRule(rule);
  }

  /** Which columns are numbered, and what they must remember. */
  #makeColumns(wishes: Wishes): void {
    const needs = new Map<string, ColumnNeeds>();
    const need = (name: string, more: Partial<ColumnNeeds> = {}) => {
      if (!this.#at.has(name)) return;
      const known = needs.get(name) ?? { everyRow: false, first: false, again: false, items: false, itemsOnly: true };
      needs.set(name, {
        everyRow: known.everyRow || more.everyRow === true,
        first: known.first || more.first === true,
        again: known.again || more.again === true,
        items: known.items || more.items === true,
        itemsOnly: known.itemsOnly && more.itemsOnly === true,
      });
    };
    for (const { column, test } of this.#rules) needsOf(column, test, need);
    for (const { column, test } of this.#rules) {
      // Its rows can be told from the first one of each value and those that repeat one, where these are kept anyway.
      if (test.is === 'lost-zeros') need(column, needs.get(column)?.again ? {} : { everyRow: true });
    }
    for (const [name, wish] of Object.entries(wishes)) need(name, wish);
    for (const [name, columnNeeds] of needs) {
      this.#columns.set(name, new Column(this.#at.get(name) ?? 0, columnNeeds, this.#expected));
    }
  }

  #makeValueRules(): void {
    const byColumn = new Map<string, ValueRule[]>();
    for (const rule of this.#rules) {
      if (!this.#at.has(rule.column)) continue;
      const test = compileValue(rule.test, this.#parameters.schoolIds);
      const when = 'when' in rule.test ? (rule.test.when ?? null) : null;
      if (!test || (when && !this.#at.has(when.column))) continue;
      const tell = this.#teller(rule);
      byColumn.set(rule.column, [...(byColumn.get(rule.column) ?? []), { test, tell, when, is: rule.test.is }]);
    }
    for (const [name, rules] of byColumn) {
      const column = this.#columns.get(name);
      if (column && !column.needs.itemsOnly) this.#runners.push(this.#oncePerValue(column, rules));
      else this.#runners.push(this.#everyValue(this.#at.get(name) ?? 0, rules));
    }
  }

  /** Makes the place where a rule's rows are noted, one for each variant. */
  #teller(rule: Rule): (row: number, variant: number) => void {
    const founds: (Found | undefined)[] = [];
    return (row, variant) => {
      let found = founds[variant];
      if (!found) {
        found = nothingFound();
        founds[variant] = found;
        this.#found.push({ rule, variant, found });
      }
      note(found, row);
    };
  }

  /** A test of the batch's rows by the value of another column. */
  #applies(when: When): (row: number) => boolean {
    const column = this.#columns.get(when.column);
    if (!column) return () => false;
    const values = when.in.map(encode);
    let fits = new Uint8Array(64);
    let size = 0;
    const learn = () => {
      size = column.table.size;
      if (size > fits.length) fits = new Uint8Array(size * 2);
      for (const value of values) {
        const code = column.table.find(value, 0, value.length);
        if (code >= 0) fits[code] = 1;
      }
    };
    return (row) => {
      const code = column.codes[row] as number;
      if (code >= size) learn();
      return fits[code] === 1;
    };
  }

  #oncePerValue(column: Column, rules: ValueRule[]): Runner {
    const flags: Flags = new Map();
    const conditions = new Map(rules.map((rule) => [rule, rule.when ? this.#applies(rule.when) : null]));
    let marked = new Uint8Array(1024);
    let seen = 0;
    return ({ bytes, starts, ends, capacity, rows, firstRow, skip }) => {
      const { codes, at, table } = column;
      const base = at * capacity;
      const isNew = table.size > seen;
      if (table.size > marked.length) {
        const larger = new Uint8Array(Math.ceil(table.size * 1.5));
        larger.set(marked);
        marked = larger;
      }
      if (isNew) {
        for (let row = 0; row < rows; row += 1) {
          if (codes[row] !== seen) continue;
          for (let index = 0; index < rules.length; index += 1) {
            const rule = rules[index] as ValueRule;
            const variant = rule.test(bytes, starts[base + row] as number, ends[base + row] as number);
            if (variant === 0) continue;
            marked[seen] = 1;
            flags.set(seen, [...(flags.get(seen) ?? []), { rule, variant }]);
          }
          seen += 1;
        }
      }
      if (flags.size === 0) return;
      for (let row = 0; row < rows; row += 1) {
        const code = codes[row] as number;
        if (marked[code] !== 1 || skip?.[row]) continue;
        for (const { rule, variant } of flags.get(code) ?? []) {
          const applies = conditions.get(rule);
          if (!applies || applies(row)) rule.tell(firstRow + row, variant);
        }
      }
    };
  }

  /** For columns whose values seldom come again. A value of the right form can be no spreadsheet's number. */
  #everyValue(at: number, all: ValueRule[]): Runner {
    const test = this.#rules.find(
      ({ column, test }) => this.#at.get(column) === at && test.is === 'not' && !test.items && !test.when,
    )?.test;
    const shape = test?.is === 'not' && (test.shape === 'email' || test.shape === 'phone') ? test.shape : null;
    const isShape = shape ? shapes[shape] : null;
    const others = isShape ? all.filter(({ is }) => is !== 'not' && is !== 'spreadsheet-number') : all;
    const onBlank = all.filter(({ test }) => test(new Uint8Array(0), 0, 0) > 0);
    const conditions = new Map(all.map((rule) => [rule, rule.when ? this.#applies(rule.when) : null]));
    // What a value of the usual kind cannot be wrong in is not asked.
    const isQuick = others.every(({ test }) => test.firsts !== undefined || test.needsComma === true);
    const askComma = others.some(({ test }) => test.needsComma === true);
    const firsts = new Uint8Array(256);
    for (const { test } of others) {
      for (const [byte, is] of test.firsts?.entries() ?? []) if (is === 1) firsts[byte] = 1;
    }
    const lookAt = ({ bytes, starts, ends, capacity, firstRow, skip }: Batch, row: number): void => {
      const start = starts[at * capacity + row] as number;
      const end = ends[at * capacity + row] as number;
      let rules = onBlank;
      if (start !== end) {
        const isUsual = isShape === null || isShape(bytes, start, end);
        rules = isUsual ? others : all;
        if (isUsual && isQuick && firsts[bytes[start] as number] === 0) {
          if (!askComma || !hasComma(bytes, start, end)) return;
        }
      }
      for (let index = 0; index < rules.length; index += 1) {
        const rule = rules[index] as ValueRule;
        const variant = rule.test(bytes, start, end);
        if (variant === 0 || skip?.[row]) continue;
        const applies = conditions.get(rule);
        if (!applies || applies(row)) rule.tell(firstRow + row, variant);
      }
    };
    return (batch) => {
      // Neither form can have a comma in it.
      if (batch.loops && shape && isQuick) {
        const rows = batch.loops.unusual(batch, at, shape, firsts, onBlank.length > 0);
        for (let index = 0; index < rows.length; index += 1) lookAt(batch, rows[index] as number);
        return;
      }
      for (let row = 0; row < batch.rows; row += 1) lookAt(batch, row);
    };
  }

  /** Rules that look at several values of a row, or count rows. */
  #makeRowRule(rule: Rule): void {
    const { test } = rule;
    const at = this.#at.get(rule.column) ?? -1;
    const other = (name: string) => this.#at.get(name) ?? -1;
    if (at < 0) return;
    const when = 'when' in test ? test.when : undefined;
    if (when && other(when.column) < 0) return;
    const applies = when ? this.#applies(when) : null;
    const tell = this.#teller(rule);
    const eachRow = (isWrong: (batch: Batch, row: number) => boolean) =>
      this.#runners.push((batch) => {
        for (let row = 0; row < batch.rows; row += 1) {
          if ((applies && !applies(row)) || !isWrong(batch, row) || batch.skip?.[row]) continue;
          tell(batch.firstRow + row, 1);
        }
      });
    switch (test.is) {
      case 'all-blank': {
        const columns = test.of.map(other);
        // A column that is not there may be filled at the source.
        if (!columns.includes(-1)) eachRow((batch, row) => columns.every((column) => isCellBlank(batch, column, row)));
        return;
      }
      case 'not-blank': {
        const unless = other(test.unless.column) < 0 ? null : this.#applies(test.unless);
        if (unless) eachRow((batch, row) => !isCellBlank(batch, at, row) && !unless(row));
        return;
      }
      case 'item-equals': {
        const own = other(test.column);
        if (own >= 0) eachRow((batch, row) => hasOwn(batch, at, own, row));
        return;
      }
      case 'items-unequal': {
        const beside = other(test.other);
        if (beside >= 0) eachRow((batch, row) => areUnequal(batch, at, beside, row));
        return;
      }
      case 'not-after': {
        const before = other(test.other);
        if (before >= 0) eachRow((batch, row) => isNotAfter(batch, at, before, row));
        return;
      }
      case 'several-are': {
        const columns = test.of.map(other).filter((column) => column >= 0);
        const value = encode(test.value);
        eachRow((batch, row) => columns.filter((column) => isCell(batch, column, row, value)).length > 1);
        return;
      }
      case 'repeated':
        if (test.of.length === 1) this.#makeRepeated(test, tell);
        return;
      case 'told-apart': {
        const name = test.of.map(other);
        const contact = test.but.map(other).filter((column) => column >= 0);
        if (name.includes(-1) || contact.length === 0) return;
        const search = new SameName(name, contact, this.#expected);
        this.#sameName = { search, rule };
        this.#runners.push((batch) => search.add(batch));
        return;
      }
      case 'rarely-filled':
        this.#makeRarelyFilled(test, at, tell);
        return;
      case 'mixed-blank':
        this.#makeMixedBlank(rule, at);
        return;
      case 'rows-holding':
        this.#makeRowsHolding(test, rule, at);
        return;
      default:
    }
  }

  /** Every row but the first of those with the same value; blank ones are another rule's. */
  #makeRepeated(
    { of, also, when }: Extract<Test, { is: 'repeated' }>,
    tell: (row: number, variant: number) => void,
  ): void {
    const column = this.#columns.get(of[0] ?? '');
    const beside = also ? this.#columns.get(also.column) : null;
    if (!column) return;
    // Without the other column nothing tells two roles apart: the same id is the same person twice.
    const besideAt = (row: number) => beside?.rows.at(row) ?? 0;
    const pairs = new Map<number, Set<number>>();
    const look = (row: number, code: number, first: () => number) => {
      if (!also) {
        tell(row, 1);
        return;
      }
      const value = besideAt(row);
      let known = pairs.get(code);
      if (!known) {
        // Of a row that is broken nobody knows the other value.
        const before = first();
        known = new Set(this.#isBroken(before) ? [] : [besideAt(before)]);
        pairs.set(code, known);
      }
      if (known.size > 0 && known.has(value) === also.same) tell(row, 1);
      known.add(value);
    };
    if (when) {
      // With a condition the first row of a value may be one that it leaves out.
      const applies = this.#applies(when);
      const firsts = new Map<number, number>();
      this.#runners.push(({ rows, firstRow, skip }) => {
        for (let row = 0; row < rows; row += 1) {
          const code = column.codes[row] ?? 0;
          if (!applies(row) || skip?.[row] || column.blanks.includes(code)) continue;
          const first = firsts.get(code);
          if (first === undefined) firsts.set(code, firstRow + row);
          else look(firstRow + row, code, () => first);
        }
      });
      return;
    }
    let done = 0;
    this.#runners.push(({ firstRow, skip }) => {
      const { again, first } = column;
      for (; done < again.length; done += 2) {
        const row = again[done] ?? 0;
        const code = again[done + 1] ?? 0;
        if (!column.blanks.includes(code) && !skip?.[row - firstRow]) look(row, code, () => first.at(code));
      }
    });
  }

  /** Of the rows so far. */
  #isBroken(row: number): boolean {
    let [low, high] = [0, this.#broken.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#broken[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return this.#broken[low] === row;
  }

  #makeRarelyFilled(
    test: Extract<Test, { is: 'rarely-filled' }>,
    at: number,
    tell: (row: number, variant: number) => void,
  ): void {
    const other = this.#at.get(test.other) ?? -1;
    if (other < 0) return;
    const applies = this.#applies(test.when);
    let all = 0;
    let filled = 0;
    let otherFilled = 0;
    let first = -1;
    this.#runners.push((batch) => {
      for (let row = 0; row < batch.rows; row += 1) {
        if (!applies(row) || batch.skip?.[row]) continue;
        all += 1;
        if (first < 0) first = batch.firstRow + row;
        if (!isCellBlank(batch, at, row)) filled += 1;
        if (!isCellBlank(batch, other, row)) otherFilled += 1;
      }
    });
    this.#atEnd.push(() => {
      const isRare = all >= test.outOf && filled * 100 <= test.atMost * all && otherFilled * 100 >= test.atLeast * all;
      if (isRare) tell(first, 1);
    });
  }

  /** Whichever are fewer, the blank ones or the others, is taken for the exception. */
  #makeMixedBlank(rule: Rule, at: number): void {
    const blank = nothingFound();
    const filled = nothingFound();
    this.#runners.push((batch) => {
      for (let row = 0; row < batch.rows; row += 1) {
        if (!batch.skip?.[row]) note(isCellBlank(batch, at, row) ? blank : filled, batch.firstRow + row);
      }
    });
    this.#atEnd.push(() => {
      const found = blank.count <= filled.count ? blank : filled;
      if (blank.count > 0 && filled.count > 0) this.#found.push({ rule, variant: 1, found });
    });
  }

  /** Keeps for each row what `compareSets` needs to see that it changed. */
  hashRows(key: string | null): void {
    // In the order of their names: another order of columns is no change.
    const names = [...this.#at.keys()].filter((name) => name !== key).sort();
    const hasher = new RowHashes(names.map((name) => this.#at.get(name) ?? 0));
    this.#hashes = hasher;
    this.#runners.push((batch) => hasher.add(batch));
  }

  /** How many rows hold one of the values is too few or too many: told of those rows, or of the first where none does. */
  #makeRowsHolding(test: Extract<Test, { is: 'rows-holding' }>, rule: Rule, at: number): void {
    const holding = nothingFound();
    const values = test.in.map(encode);
    this.#runners.push((batch) => {
      for (let row = 0; row < batch.rows; row += 1) {
        if (batch.skip?.[row]) continue;
        if (values.some((value) => isCell(batch, at, row, value))) note(holding, batch.firstRow + row);
      }
    });
    this.#atEnd.push(() => {
      const { count } = holding;
      if (this.#rows === 0 || (count >= test.atLeast && count <= (test.atMost ?? Number.POSITIVE_INFINITY))) return;
      this.#found.push({ rule, variant: 1, found: count > 0 ? holding : { count: 1, rows: [] } });
    });
  }

  /**
   * Counts which of two columns the rows fill.
   * @returns what to call at the end: for each picture rows with both, the first, the second, neither
   */
  count(pictures: readonly PictureSpec[]): () => { id: string; counts: number[] }[] {
    const results = pictures.flatMap((picture) => {
      const counts = [0, 0, 0, 0];
      if (picture.is !== 'filled') return [];
      const [first, second] = [this.#at.get(picture.first) ?? -1, this.#at.get(picture.second) ?? -1];
      const { when } = picture;
      if (first < 0 || second < 0 || (when && !this.#columns.has(when.column))) return [];
      const applies = when ? this.#applies(when) : null;
      this.#runners.push((batch) => {
        for (let row = 0; row < batch.rows; row += 1) {
          if (applies && !applies(row)) continue;
          const group = (isCellBlank(batch, first, row) ? 2 : 0) + (isCellBlank(batch, second, row) ? 1 : 0);
          counts[group] = (counts[group] ?? 0) + 1;
        }
      });
      return [{ id: picture.id, counts }];
    });
    return () => results;
  }

  add(batch: Batch): void {
    if (batch.skip) {
      for (let row = 0; row < batch.rows; row += 1) if (batch.skip[row]) this.#broken.push(batch.firstRow + row);
    }
    for (const column of this.#columns.values()) column.add(batch);
    for (const run of this.#runners) run(batch);
    this.#lookIntoCells(batch);
    this.#rows += batch.rows;
  }

  /** Cells with signs that should not be there; the reader has told which can have any. */
  #lookIntoCells(batch: Batch): void {
    const { special, specialCount, rows, columns, capacity } = batch;
    // The reader told of their cells as they stood before the row was mended.
    const odd = new Set(batch.odd.map(({ row }) => row));
    for (const row of odd) {
      for (let column = 0; column < columns; column += 1) this.#lookIntoCell(batch, column * capacity + row, true);
    }
    if (special) {
      for (let at = 0; at < specialCount; at += 1) {
        const cell = special[at] ?? 0;
        if (odd.size === 0 || !odd.has(cell % capacity)) this.#lookIntoCell(batch, cell);
      }
      return;
    }
    for (let column = 0; column < columns; column += 1) {
      for (let row = 0; row < rows; row += 1) if (!odd.has(row)) this.#lookIntoCell(batch, column * capacity + row);
    }
  }

  /** @param isMended the comma in one of the row's values is told by itself */
  #lookIntoCell({ bytes, starts, ends, capacity, firstRow, skip }: Batch, cell: number, isMended = false): void {
    let held = heldBy(bytes, starts[cell] ?? 0, ends[cell] ?? 0, this.#delimiter);
    if (isMended) held &= ~BIT.delimiter;
    if (held === 0) return;
    const column = Math.floor(cell / capacity);
    const row = cell % capacity;
    if (skip?.[row]) return;
    for (let bit = 1; bit <= held; bit <<= 1) {
      if ((held & bit) === 0) continue;
      const key = column * 64 + bit;
      let found = this.#held.get(key);
      if (!found) {
        found = nothingFound();
        this.#held.set(key, found);
      }
      note(found, firstRow + row);
    }
  }

  /**
   * Ends the reading.
   * @returns whether some rows must be seen once more: then all batches again through `again`
   */
  end(): boolean {
    const rule = this.#sameName?.rule;
    const look = this.#sameName?.search.again() ?? null;
    this.#sameName = null;
    this.#again = look && rule ? { look, rule } : null;
    return this.#again !== null;
  }

  again(batch: Batch): void {
    this.#again?.look.add(batch);
  }

  /** What is kept for rules across files. */
  data(): FileData {
    return {
      file: this.#file,
      rows: this.#rows,
      columns: Object.fromEntries([...this.#columns].map(([name, column]) => [name, column.data()])),
      broken: this.#broken,
      hashes: this.#hashes?.data() ?? null,
    };
  }

  /**
   * Everything that was found, in the order of the rules.
   * @param quotes there are quotes around values
   */
  finish(quotes: boolean): FileFound {
    for (const work of this.#atEnd) work();
    const stored = new Stored(this.data());
    this.#stored = stored;
    const found = this.#found.slice();
    for (const rule of this.#rules) {
      const within = checkWithin(rule, stored, this.#parameters.complete);
      if (within && within.count > 0) found.push({ rule, variant: 1, found: within });
    }
    if (this.#again && this.#again.look.rows.length > 0) {
      const result = nothingFound();
      for (const row of this.#again.look.rows) note(result, row);
      found.push({ rule: this.#again.rule, variant: 1, found: result });
    }
    const cells = this.#checks.cells
      .filter((rule) => rule.quotes === undefined || (rule.quotes === 'on') === quotes)
      .flatMap((rule) =>
        [...this.#held].flatMap(([key, held]): CellFound[] =>
          key % 64 === BIT[rule.holds] ? [{ rule, column: Math.floor(key / 64), found: held }] : [],
        ),
      );
    const place = new Map(this.#rules.map((rule, at) => [rule, at]));
    const rules = found
      .filter(({ found: { count } }) => count > 0)
      .sort((a, b) => (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0) || a.variant - b.variant);
    return { rules, cells: cells.sort((a, b) => a.column - b.column) };
  }

  /** What was kept, after `finish`. */
  get stored(): Stored | null {
    return this.#stored;
  }
}

/** Tests by the value alone whose columns have few different values: they are asked once for each. */
const BY_VALUE: Partial<Record<Test['is'], true>> = { 'not-in': true, means: true };
const FEW: ReadonlySet<string> = new Set(['language', 'year', 'boolean', 'country', 'state', 'date']);

/** What a rule asks of the columns it looks at. */
function needsOf(column: string, test: Test, need: (name: string, more?: Partial<ColumnNeeds>) => void): void {
  if ('when' in test && test.when) need(test.when.column, { everyRow: true });
  if (BY_VALUE[test.is] || (test.is === 'not' && FEW.has(test.shape))) need(column);
  switch (test.is) {
    case 'not-blank':
      need(test.unless.column);
      break;
    case 'repeated':
      if (test.of.length === 1) need(test.of[0] ?? '', test.when ? {} : { first: true, again: true });
      else for (const name of test.of) need(name, { everyRow: true });
      if (test.also) need(test.also.column, { everyRow: true });
      break;
    case 'refers':
      need(column, { items: true, itemsOnly: true });
      need(test.to, { first: true, again: true });
      need(test.column, { everyRow: true });
      break;
    case 'not-configured':
      need(column);
      break;
    case 'nearly-repeated':
      need(column, { first: true, again: true });
      break;
    default:
  }
}

function hasComma(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === COMMA) return true;
  return false;
}

function isCellBlank({ bytes, starts, ends, capacity }: Batch, column: number, row: number): boolean {
  const at = column * capacity + row;
  return isBlank(bytes, starts[at] ?? 0, ends[at] ?? 0);
}

function isCell({ bytes, starts, ends, capacity }: Batch, column: number, row: number, value: Uint8Array): boolean {
  const at = column * capacity + row;
  return isText(bytes, starts[at] ?? 0, ends[at] ?? 0, value);
}

function hasOwn({ bytes, starts, ends, capacity }: Batch, list: number, own: number, row: number): boolean {
  const cell = list * capacity + row;
  const start = starts[cell] as number;
  const end = ends[cell] as number;
  const ownStart = starts[own * capacity + row] as number;
  const length = (ends[own * capacity + row] as number) - ownStart;
  // A list that is shorter than the id does not hold it.
  if (start === end || end - start < length) return false;
  return someItem(
    bytes,
    start,
    end,
    (_, from, to) => to - from === length && isSameBytes(bytes, from, ownStart, length),
  );
}

function isSameBytes(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}

function areUnequal({ bytes, starts, ends, capacity }: Batch, one: number, other: number, row: number): boolean {
  const [a, b] = [one * capacity + row, other * capacity + row];
  const counts = [a, b].map((cell) => itemCount(bytes, starts[cell] ?? 0, ends[cell] ?? 0));
  return !counts.includes(0) && counts[0] !== counts[1];
}

function isNotAfter({ bytes, starts, ends, capacity }: Batch, late: number, early: number, row: number): boolean {
  const [a, b] = [late * capacity + row, early * capacity + row];
  const [start = 0, end = 0, from = 0, to = 0] = [starts[a], ends[a], starts[b], ends[b]];
  // Of one form only texts of the same length are.
  if (start === end || end - start !== to - from) return false;
  for (let at = 0; at < end - start; at += 1) {
    const difference = (bytes[start + at] ?? 0) - (bytes[from + at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return true;
}
