import type { Rule, Test, When } from '../profile/checks.ts';
import { type Batch, isBlank, isDigit, isSame, isSameLetters, itemsOf, SPACE, type Span, spanOf } from './bytes.ts';
import { KeyTable } from './keys.ts';
import { isSpreadsheetNumber, shapes } from './shapes.ts';

/** What is known when the rules are compiled. */
export interface Header {
  /** Where a column stands, -1 where the rows do not have it. */
  at(column: string): number;
  /** All rows are seen, so that an id which is not among them is nobody's. */
  complete: boolean;
  /** School ids that the administrator gave, null for none. */
  schoolIds: readonly string[] | null;
}

/** Looks at a row: 0 for nothing, n for the n-th of the rule's variants (1 for a rule without). */
export type RowTest = (batch: Batch, row: number) => number;

/** A rule that can tell only when it has seen all rows adds what it found then. */
export interface Compiled {
  test: RowTest;
  /** Rows found at the end, by number from the first row of all. */
  atEnd?: () => readonly number[];
}

/** A cell; the batch's ranges hold two numbers for each. */
export function cellAt({ bytes, ranges, columns }: Batch, row: number, column: number): Span {
  const at = (row * columns + column) * 2;
  return { bytes, start: ranges[at] ?? 0, end: ranges[at + 1] ?? 0 };
}

/**
 * Makes a rule's test for rows with this header. Null where it has nothing to look at: its column, or one it compares
 * with, is not there.
 */
export function compile(rule: Rule, header: Header): Compiled | null {
  const column = header.at(rule.column);
  const made = column < 0 ? null : compileTest(rule.test, column, header);
  if (!made || !('when' in rule.test) || !rule.test.when || rule.test.is === 'rarely-filled') return made;
  const applies = condition(rule.test.when, header);
  return applies && { ...made, test: (batch, row) => (applies(batch, row) ? made.test(batch, row) : 0) };
}

type Applies = (batch: Batch, row: number) => boolean;

function condition(when: When, header: Header): Applies | null {
  const column = header.at(when.column);
  const values = when.in.map(spanOf);
  if (column < 0) return null;
  return (batch, row) => {
    const cell = cellAt(batch, row, column);
    return values.some((value) => isSame(cell, value));
  };
}

/** A test of one cell by itself. */
const ofCell = (column: number, isWrong: (cell: Span) => boolean): Compiled => ({
  test: (batch, row) => (isWrong(cellAt(batch, row, column)) ? 1 : 0),
});

function compileTest(test: Test, column: number, header: Header): Compiled | null {
  switch (test.is) {
    case 'blank':
      return ofCell(column, isBlank);
    case 'all-blank': {
      const columns = test.of.map((name) => header.at(name));
      // A column that is not shown may be filled.
      if (columns.includes(-1)) return null;
      return { test: (batch, row) => (columns.every((at) => isBlank(cellAt(batch, row, at))) ? 1 : 0) };
    }
    case 'not-blank': {
      const excepted = condition(test.unless, header);
      return (
        excepted && {
          test: (batch, row) => (!isBlank(cellAt(batch, row, column)) && !excepted(batch, row) ? 1 : 0),
        }
      );
    }
    case 'repeated':
      return repeated(test, header);
    case 'told-apart':
      return toldApart(test, header);
    case 'not-in':
      return notIn(test, column);
    case 'in': {
      const values = test.values.map(spanOf);
      return ofCell(column, (cell) => values.some((value) => isSame(cell, value)));
    }
    case 'means': {
      const raw = test.pairs.map(([from]) => spanOf(from));
      const parts = test.items ? itemsOf : (cell: Span) => [cell];
      const which = (cell: Span) => raw.findIndex((value) => parts(cell).some((part) => isSame(part, value))) + 1;
      return { test: (batch, row) => which(cellAt(batch, row, column)) };
    }
    case 'more-items':
      return ofCell(column, (cell) => itemsOf(cell).length > test.than);
    case 'several-items':
      return ofCell(column, (cell) => itemsOf(cell).length > 1);
    case 'item-twice':
      return ofCell(column, (cell) => {
        const items = itemsOf(cell);
        return items.some((item, at) => items.slice(0, at).some((before) => isSame(item, before)));
      });
    case 'refers':
      return refers(test, column, header);
    case 'item-equals': {
      const other = header.at(test.column);
      if (other < 0) return null;
      return {
        test: (batch, row) => {
          const own = cellAt(batch, row, other);
          return itemsOf(cellAt(batch, row, column)).some((item) => isSame(item, own)) ? 1 : 0;
        },
      };
    }
    case 'not': {
      const isShape = shapes[test.shape];
      // A number as a spreadsheet writes it is told by itself.
      return ofCell(column, (cell) => !isBlank(cell) && !isShape(cell) && !isSpreadsheetNumber(cell));
    }
    case 'spreadsheet-number':
      return ofCell(column, isSpreadsheetNumber);
    case 'outer-space':
      return ofCell(
        column,
        ({ bytes, start, end }) => end > start && (bytes[start] === SPACE || bytes[end - 1] === SPACE),
      );
    case 'lost-zeros':
      return lostZeros(column);
    case 'rarely-filled':
      return rarelyFilled(test, column, header);
    case 'not-configured': {
      if (!header.schoolIds || header.schoolIds.length === 0) return null;
      const known = header.schoolIds.map(spanOf);
      const parts = test.items ? itemsOf : (cell: Span) => [cell];
      return ofCell(
        column,
        (cell) => !isBlank(cell) && parts(cell).some((part) => !known.some((id) => isSame(part, id))),
      );
    }
  }
}

function notIn(test: Extract<Test, { is: 'not-in' }>, column: number): Compiled {
  const values = test.values.map(spanOf);
  const excepted = (test.except ?? []).map(spanOf);
  const isWrong = (part: Span): boolean => {
    if (isBlank(part) || values.some((value) => isSame(part, value))) return false;
    if (excepted.some((value) => isSame(part, value))) return false;
    return values.some((value) => isSameLetters(part, value)) === (test.case === 'only');
  };
  return ofCell(column, (cell) => (test.items ? itemsOf(cell).some(isWrong) : isWrong(cell)));
}

/** Counts every row but the first of those with the same key; blank keys are another rule's. */
function repeated(test: Extract<Test, { is: 'repeated' }>, header: Header): Compiled | null {
  const columns = test.of.map((name) => header.at(name));
  const also = test.also ? header.at(test.also.column) : -1;
  if (columns.includes(-1)) return null;
  const keys = new KeyTable();
  const withOther = new KeyTable();
  return {
    test: (batch, row) => {
      const cells = columns.map((at) => cellAt(batch, row, at));
      if (cells.some(isBlank)) return 0;
      const { isNew } = keys.add(cells, row);
      if (also < 0) return isNew || test.also?.same === false ? 0 : 1;
      const other = withOther.add([...cells, cellAt(batch, row, also)], row);
      return !isNew && other.isNew !== test.also?.same ? 1 : 0;
    },
  };
}

function toldApart(test: Extract<Test, { is: 'told-apart' }>, header: Header): Compiled | null {
  const columns = test.of.map((name) => header.at(name));
  const others = test.but.map((name) => header.at(name)).filter((at) => at >= 0);
  if (columns.includes(-1) || others.length === 0) return null;
  const keys = new KeyTable();
  const withOthers = new KeyTable();
  return {
    test: (batch, row) => {
      const cells = columns.map((at) => cellAt(batch, row, at));
      if (cells.some(isBlank)) return 0;
      const { isNew } = keys.add(cells, row);
      const other = withOthers.add([...cells, ...others.map((at) => cellAt(batch, row, at))], row);
      return !isNew && other.isNew ? 1 : 0;
    },
  };
}

/** Items that name a row of the same file, which may come later. */
function refers(test: Extract<Test, { is: 'refers' }>, column: number, header: Header): Compiled | null {
  const [ids, values] = [header.at(test.to), header.at(test.column)];
  if (ids < 0 || values < 0 || (test.finds === 'nobody' && !header.complete)) return null;
  const wanted = test.in.map(spanOf);
  const known = new KeyTable();
  const fits: boolean[] = [];
  const named = new KeyTable();
  const rowsOf: number[][] = [];
  let seen = 0;
  return {
    test: (batch, row) => {
      const id = cellAt(batch, row, ids);
      if (!isBlank(id)) {
        const { index } = known.add([id], seen);
        const value = cellAt(batch, row, values);
        fits[index] ||= wanted.some((one) => isSame(value, one));
      }
      for (const item of itemsOf(cellAt(batch, row, column))) {
        // One's own id is another rule's.
        if (isBlank(item) || isSame(item, id)) continue;
        const { index } = named.add([item], seen);
        const rows = rowsOf[index] ?? [];
        if (rows.at(-1) !== seen) rows.push(seen);
        rowsOf[index] = rows;
      }
      seen += 1;
      return 0;
    },
    atEnd: () => {
      const found = rowsOf.flatMap((rows, index) => {
        const { bytes, start, end } = named.keyAt(index);
        const target = known.add([{ bytes, start, end: end - 1 }], -1);
        const isFound = test.finds === 'nobody' ? target.isNew : !target.isNew && !fits[target.index];
        return isFound ? rows : [];
      });
      return [...new Set(found)].sort((a, b) => a - b);
    },
  };
}

const ZERO = 0x30;

/** Ids of digits alone, compared without their leading zeros: of two spellings the shorter one has lost some. */
function lostZeros(column: number): Compiled {
  const spellings = new KeyTable();
  const longest = new Map<number, number>();
  const numbers = new KeyTable();
  const numberOf: number[] = [];
  const rowsOf: { row: number; spelling: number }[] = [];
  let seen = 0;
  return {
    test: (batch, row) => {
      const id = seen;
      seen += 1;
      const cell = cellAt(batch, row, column);
      let start = cell.start;
      for (let at = cell.start; at < cell.end; at += 1) if (!isDigit(cell.bytes[at] ?? 0)) return 0;
      while (start < cell.end - 1 && cell.bytes[start] === ZERO) start += 1;
      if (cell.start === cell.end) return 0;
      const { index, isNew } = spellings.add([cell], id);
      if (isNew) {
        const number = numbers.add([{ ...cell, start }], id).index;
        numberOf[index] = number;
        longest.set(number, Math.max(longest.get(number) ?? 0, cell.end - cell.start));
      }
      // Only a spelling without leading zeros can have lost some.
      if (start === cell.start) rowsOf.push({ row: id, spelling: index });
      return 0;
    },
    atEnd: () =>
      rowsOf
        .filter(({ spelling }) => {
          const { start, end } = spellings.keyAt(spelling);
          return end - start - 1 < (longest.get(numberOf[spelling] ?? -1) ?? 0);
        })
        .map(({ row }) => row),
  };
}

function rarelyFilled(test: Extract<Test, { is: 'rarely-filled' }>, column: number, header: Header): Compiled | null {
  const other = header.at(test.other);
  const applies = condition(test.when, header);
  if (other < 0 || !applies) return null;
  let all = 0;
  let filled = 0;
  let otherFilled = 0;
  let firstRow = -1;
  let seen = 0;
  return {
    test: (batch, row) => {
      seen += 1;
      if (!applies(batch, row)) return 0;
      all += 1;
      if (firstRow < 0) firstRow = seen - 1;
      if (!isBlank(cellAt(batch, row, column))) filled += 1;
      if (!isBlank(cellAt(batch, row, other))) otherFilled += 1;
      return 0;
    },
    atEnd: () => {
      const isRare = all >= test.outOf && filled * 100 <= test.atMost * all && otherFilled * 100 >= test.atLeast * all;
      return isRare ? [firstRow] : [];
    },
  };
}
