/**
 * What utils/profile/checks.ts says of each rule, done over whole tables of strings: slow, and another way than the
 * engine's. Only the forms of single values are taken from it; these have tests of their own.
 */
import type { Rule, Test, When } from '../../../utils/profile/checks.ts';
import type { RosterProfile } from '../../../utils/profile/roster.ts';
import type { CheckSettings } from '../../../utils/roster/report.ts';
import { isSpreadsheetNumber, shapes } from '../../../utils/roster/shapes.ts';

export type Row = Record<string, string>;
/** Rows of each file, by the profile's id. */
export type Tables = Record<string, Row[]>;

export interface SlowFinding {
  rule: Rule;
  /** `means` alone: the pair's first part. */
  spelling: string;
  /** From 0. */
  rows: number[];
}

const encoder = new TextEncoder();
const trimmed = (text: string): string => text.replace(/^ +| +$/g, '');
const isBlank = (text: string): boolean => trimmed(text) === '';
const itemsOf = (text: string): string[] => (text === '' ? [] : text.split(',').map(trimmed));
const filledItems = (text: string): string[] => itemsOf(text).filter((item) => item !== '');
const small = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const plain = (text: string): string => small(trimmed(text));
const onBytes = (is: (bytes: Uint8Array, start: number, end: number) => boolean, text: string): boolean => {
  const bytes = encoder.encode(text);
  return is(bytes, 0, bytes.length);
};
const applies = (row: Row, when: When | undefined): boolean => !when || when.in.includes(row[when.column] ?? '');

/** All findings of the profile's rules on complete files whose cells are told apart surely. */
export function slowFindings(
  { checks }: Pick<RosterProfile, 'checks'>,
  tables: Tables,
  settings: Pick<CheckSettings, 'level' | 'guardians'> & { schoolIds: readonly string[] },
  modes: Record<string, string> = {},
): SlowFinding[] {
  return checks.rules.flatMap((rule): SlowFinding[] => {
    const { needs, file, column, test } = rule;
    const rows = tables[file];
    if (needs?.level && needs.level !== settings.level) return [];
    if (needs?.guardians && needs.guardians !== settings.guardians) return [];
    if (needs?.mode && needs.mode !== (modes[file] ?? 'bulk')) return [];
    if (!rows || rows.length === 0) return [];
    const has = (of: string, name: string) => tables[of]?.[0] !== undefined && name in tables[of][0];
    if (!has(file, column) || !areThere(test, file, has)) return [];
    if (test.is === 'means') {
      const { pairs, items } = test;
      return pairs.flatMap(([spelling]) => {
        const first = (value: string) =>
          (items ? itemsOf(value) : [value]).find((item) => pairs.some(([from]) => from === item));
        const found = rows.flatMap((row, at) => (first(row[column] ?? '') === spelling ? [at] : []));
        return found.length > 0 ? [{ rule, spelling, rows: found }] : [];
      });
    }
    const found = rowsOf(rule, rows, tables, settings.schoolIds);
    return found.length > 0 ? [{ rule, spelling: '', rows: found }] : [];
  });
}

/** A rule is not run where a column that it needs, or another file, is missing. */
function areThere(test: Test, own: string, has: (file: string, column: string) => boolean): boolean {
  const needed: [string, string][] = [];
  if ('when' in test && test.when) needed.push([own, test.when.column]);
  switch (test.is) {
    case 'all-blank':
      needed.push(...test.of.map((name): [string, string] => [own, name]));
      break;
    case 'not-blank':
      needed.push([own, test.unless.column]);
      break;
    case 'repeated':
      needed.push(...test.of.map((name): [string, string] => [own, name]));
      break;
    case 'told-apart':
      needed.push(...test.of.map((name): [string, string] => [own, name]));
      break;
    case 'item-equals':
      needed.push([own, test.column]);
      break;
    case 'items-unequal':
    case 'not-after':
    case 'rarely-filled':
      needed.push([own, test.other]);
      break;
    case 'refers':
      needed.push([own, test.to], [own, test.column]);
      break;
    case 'refers-to':
      needed.push([test.file, test.column]);
      break;
    case 'target-not-in':
      needed.push([test.file, test.column], [test.file, test.of]);
      break;
    case 'differs':
      needed.push([own, test.via], [test.file, test.key], [test.file, test.other]);
      break;
    case 'unnamed':
      needed.push([test.file, test.by]);
      if (test.where) needed.push([test.file, test.where.column]);
      break;
    case 'beyond':
      needed.push([own, test.via], [test.file, test.key], [test.through?.file ?? test.file, test.other]);
      if (test.through) needed.push([test.file, test.through.column], [test.through.file, test.through.key]);
      break;
    case 'cycle':
      needed.push([own, test.column]);
      break;
    default:
  }
  return needed.every(([file, column]) => has(file, column));
}

function rowsOf({ column, test }: Rule, rows: Row[], tables: Tables, schoolIds: readonly string[]): number[] {
  const cell = (row: Row, name = column): string => row[name] ?? '';
  const where = (is: (row: Row, at: number) => boolean): number[] => {
    const when = 'when' in test ? test.when : undefined;
    return rows.flatMap((row, at) => (applies(row, when) && is(row, at) ? [at] : []));
  };
  const parts = (row: Row): string[] => ('items' in test && test.items ? filledItems(cell(row)) : [cell(row)]);
  switch (test.is) {
    case 'blank':
      return where((row) => isBlank(cell(row)));
    case 'all-blank':
      return where((row) => test.of.every((name) => isBlank(cell(row, name))));
    case 'not-blank':
      return where((row) => !isBlank(cell(row)) && !applies(row, test.unless));
    case 'repeated':
      return repeated(test, rows);
    case 'told-apart': {
      const key = (row: Row, names: string[]) => JSON.stringify(names.map((name) => cell(row, name)));
      const but = test.but.filter((name) => name in (rows[0] ?? {}));
      const names = new Set<string>();
      const both = new Set<string>();
      return where((row) => {
        if (test.of.some((name) => isBlank(cell(row, name)))) return false;
        const [name, whole] = [key(row, test.of), key(row, [...test.of, ...but])];
        const is = names.has(name) && !both.has(whole);
        names.add(name);
        both.add(whole);
        return is;
      });
    }
    case 'not-in': {
      const like = (value: string) => test.values.some((known) => small(known) === small(value));
      return where((row) =>
        parts(row).some(
          (value) =>
            !isBlank(value) &&
            !test.values.includes(value) &&
            !test.except?.includes(value) &&
            like(value) === (test.case === 'only'),
        ),
      );
    }
    case 'in':
    case 'holds':
      return where((row) => test.values.includes(cell(row)));
    case 'more-items':
      return where((row) => itemsOf(cell(row)).filter((item) => item !== '').length > test.than);
    case 'several-items':
      return where((row) => itemsOf(cell(row)).length > 1);
    case 'item-twice':
      return where((row) => {
        const items = itemsOf(cell(row)).filter((item) => item !== '');
        return new Set(items).size < items.length;
      });
    case 'item-equals':
      return where((row) => itemsOf(cell(row)).includes(cell(row, test.column)));
    case 'item-blank':
      return where((row) => itemsOf(cell(row)).length > 1 && itemsOf(cell(row)).includes(''));
    case 'item-spaced':
      return where(
        (row) =>
          cell(row).includes(',') &&
          cell(row)
            .split(',')
            .some((item) => !isBlank(item) && item !== trimmed(item)),
      );
    case 'items-unequal':
      return where((row) => {
        const [one, other] = [itemsOf(cell(row)).length, itemsOf(cell(row, test.other)).length];
        return one > 0 && other > 0 && one !== other;
      });
    case 'refers': {
      const named = (id: string) => rows.flatMap((row, at) => (cell(row, test.to) === id ? [at] : []));
      return where((row, at) =>
        filledItems(cell(row)).some((id) => {
          const there = named(id);
          if (test.finds === 'nobody') return there.length === 0;
          const fits = there.some((one) => test.in.includes(cell(rows[one] ?? {}, test.column)));
          return there.length > 0 && !fits && !there.includes(at);
        }),
      );
    }
    case 'not':
      return where((row) =>
        parts(row).some(
          (value) => !isBlank(value) && !onBytes(shapes[test.shape], value) && !onBytes(isSpreadsheetNumber, value),
        ),
      );
    case 'spreadsheet-number':
      return where((row) => parts(row).some((value) => onBytes(isSpreadsheetNumber, value)));
    case 'outer-space':
      return where((row) => cell(row).startsWith(' ') || cell(row).endsWith(' '));
    case 'longer':
      return where((row) => [...cell(row)].length > test.than);
    case 'lost-zeros': {
      const values = rows.map((row) => cell(row)).filter((value) => /^\d+$/.test(value));
      return where((row) => {
        const value = cell(row);
        return (
          /^(0|[1-9]\d*)$/.test(value) && values.some((one) => one !== value && one.replace(/^0+(?=\d)/, '') === value)
        );
      });
    }
    case 'rarely-filled': {
      const group = rows.flatMap((row, at) => (applies(row, test.when) ? [at] : []));
      const filled = (name: string) => group.filter((at) => !isBlank(cell(rows[at] ?? {}, name))).length;
      const isRare =
        group.length >= test.outOf &&
        filled(column) * 100 <= test.atMost * group.length &&
        filled(test.other) * 100 >= test.atLeast * group.length;
      return isRare ? group.slice(0, 1) : [];
    }
    case 'not-configured':
      return schoolIds.length === 0
        ? []
        : where(
            (row) =>
              !isBlank(cell(row)) &&
              (test.items ? itemsOf(cell(row)) : [cell(row)]).some((id) => !schoolIds.includes(id)),
          );
    case 'not-after':
      return where((row) => {
        const [late, early] = [cell(row), cell(row, test.other)];
        return late !== '' && late.length === early.length && late <= early;
      });
    case 'several-are':
      return where((row) => test.of.filter((name) => cell(row, name) === test.value).length > 1);
    case 'mixed-blank': {
      const [blank, filled] = [where((row) => isBlank(cell(row))), where((row) => !isBlank(cell(row)))];
      if (blank.length === 0 || filled.length === 0) return [];
      return blank.length <= filled.length ? blank : filled;
    }
    case 'nearly-repeated': {
      const firsts = new Map<string, string>();
      return where((row) => {
        const value = cell(row);
        if (isBlank(value)) return false;
        const first = firsts.get(plain(value)) ?? value;
        firsts.set(plain(value), first);
        return first !== value;
      });
    }
    case 'rows-holding': {
      const held = where((row) => test.in.includes(cell(row)));
      if (held.length >= test.atLeast && held.length <= (test.atMost ?? Number.POSITIVE_INFINITY)) return [];
      return held.length > 0 ? held : [-1];
    }
    default:
      return across(column, test, rows, tables);
  }
}

/** Rows of those that the condition names and that fill all the columns, whose values came before. */
function repeated({ of, also, when }: Extract<Test, { is: 'repeated' }>, rows: Row[]): number[] {
  const beside = also && also.column in (rows[0] ?? {}) ? also.column : null;
  const seen = new Map<string, Set<string>>();
  const found: number[] = [];
  rows.forEach((row, at) => {
    if (!applies(row, when) || of.some((name) => isBlank(row[name] ?? ''))) return;
    const key = JSON.stringify(of.map((name) => row[name] ?? ''));
    const other = beside === null ? '' : (row[beside] ?? '');
    const others = seen.get(key);
    if (others && (!also || others.has(other) === also.same)) found.push(at);
    seen.set(key, (others ?? new Set()).add(other));
  });
  return found;
}

function across(column: string, test: Test, rows: Row[], tables: Tables): number[] {
  const where = (is: (row: Row, at: number) => boolean): number[] => {
    const when = 'when' in test ? test.when : undefined;
    return rows.flatMap((row, at) => (applies(row, when) && is(row, at) ? [at] : []));
  };
  /** Ids in a cell: nothing where it is blank. */
  const ids = (value: string, items: boolean | undefined): string[] =>
    items ? filledItems(value) : isBlank(value) ? [] : [value];
  const named = (file: string, by: string, id: string): Row[] =>
    isBlank(id) ? [] : (tables[file] ?? []).filter((row) => row[by] === id);
  switch (test.is) {
    case 'refers-to': {
      const known = new Set((tables[test.file] ?? []).flatMap((row) => ids(row[test.column] ?? '', test.targetItems)));
      return where((row) =>
        ids(row[column] ?? '', test.items).some((id) => !known.has(id) && !test.except?.includes(id)),
      );
    }
    case 'target-not-in':
      return where((row) =>
        ids(row[column] ?? '', test.items).some((id) => {
          const there = named(test.file, test.column, id);
          return there.length > 0 && !there.some((one) => test.in.includes(one[test.of] ?? ''));
        }),
      );
    case 'differs':
      return where((row) => {
        const value = row[column] ?? '';
        const there = named(test.file, test.key, row[test.via] ?? '').map((one) => one[test.other] ?? '');
        // A blank one is another rule's, here and there.
        if (isBlank(value) || there.length === 0 || isBlank(there[0] ?? '')) return false;
        return !there.some((other) => (test.items ? itemsOf(other).includes(value) : other === value));
      });
    case 'unnamed': {
      const naming = (tables[test.file] ?? []).filter((row) => applies(row, test.where));
      const used = new Set(naming.flatMap((row) => ids(row[test.by] ?? '', test.items)));
      const all = new Set((tables[test.file] ?? []).flatMap((row) => ids(row[test.by] ?? '', test.items)));
      return where((row) => {
        const id = row[column] ?? '';
        return !isBlank(id) && !used.has(id) && (!test.others || all.has(id));
      });
    }
    case 'beyond': {
      const { through, side } = test;
      return where((row) => {
        let there = named(test.file, test.key, row[test.via] ?? '');
        if (through) {
          there = there.flatMap((one) =>
            ids(one[through.column] ?? '', through.items).flatMap((id) =>
              named(through.file, through.key, id).slice(0, 1),
            ),
          );
        }
        const dates = there
          .map((one) => one[test.other] ?? '')
          .filter((date) => date !== '')
          .sort();
        const limit = side === 'before' ? dates[0] : dates.at(-1);
        const date = row[column] ?? '';
        if (limit === undefined || date.length !== limit.length) return false;
        return side === 'before' ? date < limit : date > limit;
      });
    }
    case 'cycle': {
      const next = (at: number): number => {
        const id = rows[at]?.[column] ?? '';
        return isBlank(id) ? -1 : rows.findIndex((row) => row[test.column] === id);
      };
      return where((_, at) => {
        let now = next(at);
        for (let steps = 0; now >= 0 && now !== at && steps < rows.length; steps += 1) now = next(now);
        return now === at;
      });
    }
    default:
      throw new Error(`What is ${test.is}?`);
  }
}
