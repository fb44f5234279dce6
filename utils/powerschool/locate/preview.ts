import { isCheckbox, isElement, isTag, isText } from '../dom.ts';
import { chosenText } from '../options.ts';
import { plain } from '../text.ts';
import { isRendered, isShown } from '../visible.ts';
import { all } from './controls.ts';

/** A table of step 2 with its nodes; kept for one reading only. */
export interface LocatedTable {
  /** What stands around heading and rows. */
  box: Element;
  header: string[];
  rows: HTMLElement[][];
  /** The cells of a row of boxes to filter by, under the headings; none where there is none. */
  filters: HTMLElement[];
}

/** The preview's markup is not known (reference section 2: rows, paging, columns [U]): tables and ARIA grids alike. */
const TABLES = 'table, [role="table"], [role="grid"], [role="treegrid"]';
const ROWS = 'tr, [role="row"]';
const CELLS = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"], [role="columnheader"]';
const DIALOGS = '.ui-dialog, .ui-datepicker, dialog, [role="dialog"]';
const FIELDS = 'input, select, textarea';

/**
 * Every table of the page that has a row of headings and is shown: the preview may be any of them, and which one it is
 * is for the receiver's columns to say. A heading in a table of its own goes with the rows of the table after it.
 */
export function locateTables(document: Document): LocatedTable[] {
  const tables = all<HTMLElement>(document, TABLES).filter((table) => !table.closest(DIALOGS) && isShown(table));
  const inner = tables.filter((table) => !tables.some((other) => other !== table && table.contains(other)));
  const read = inner.map((table) => ({ table, rows: rowsOf(table) }));
  const found: LocatedTable[] = [];
  for (let at = 0; at < read.length; at += 1) {
    const { table, rows } = read[at] as (typeof read)[number];
    const headingAt = rows.findIndex((row) => isMarked(row) || isFirstRow(row, table));
    const heading = rows[headingAt];
    if (!heading) continue;
    const [first, ...more] = rows.slice(headingAt + 1);
    const filters = first && isFilterRow(first, more) ? first : [];
    const own = first && filters.length === 0 ? [first, ...more] : more;
    const next = read[at + 1];
    const isApart = own.length === 0 && next !== undefined && !next.rows.some(isMarked);
    const below = isApart ? tableOf(around(table, next.table), heading, next.rows) : tableOf(table, heading, own);
    found.push({ ...below, filters });
    if (isApart) at += 1;
  }
  return found;
}

/**
 * Rows as wide as their heading; where none is, rows that all have a column or two more in front. A message such as "No
 * records" is a row of another width.
 */
function tableOf(box: Element, heading: HTMLElement[], rows: HTMLElement[][]): Omit<LocatedTable, 'filters'> {
  const wider = (by: number) => rows.filter((row) => row.length === heading.length + by);
  const by = [0, 1, 2].find((more) => wider(more).length > 0) ?? 0;
  return { box, header: [...Array<string>(by).fill(''), ...heading.map(headingText)], rows: wider(by) };
}

function around(table: Element, below: Element): Element {
  let box: Element = table;
  while (box.parentElement && !box.contains(below)) box = box.parentElement;
  return box;
}

/** The shown cells of each shown row. Hidden columns and rows are no part of what a person sees. */
function rowsOf(table: HTMLElement): HTMLElement[][] {
  const rows = all<HTMLElement>(table, ROWS).filter((row) => row.closest(TABLES) === table && isRendered(row));
  return rows.map((row) => all<HTMLElement>(row, CELLS).filter(isRendered)).filter((cells) => cells.length > 0);
}

/** Cells that the page marks as headings; columns in front may have none. */
function isMarked(cells: HTMLElement[]): boolean {
  const marked = cells.filter((cell) => cell.matches('th:not([scope="row"]), thead *, [role="columnheader"]'));
  return marked.length > 0 && marked.length >= cells.length - LEADING && cells.some(hasWords);
}

/** Columns in front without a heading: a row's number, a tick box, an icon. */
const LEADING = 2;

const hasWords = (cell: HTMLElement) => headingText(cell) !== '';

/** The first row of a table that marks no headings at all. */
function isFirstRow([first]: HTMLElement[], table: Element): boolean {
  if (!first || table.querySelector('th:not([scope="row"]), thead, [role="columnheader"]')) return false;
  return table.querySelector(ROWS)?.contains(first) ?? false;
}

/**
 * Boxes to filter by, as grids have them under their headings: no words, but boxes; and marked as headings, called
 * filters, blank, or alone in having boxes. Records may stand in boxes, too.
 */
function isFilterRow(cells: HTMLElement[], others: HTMLElement[][]): boolean {
  const boxes = cells.flatMap((cell) => [...cell.querySelectorAll<HTMLInputElement>(FIELDS)]);
  if (boxes.length === 0 || cells.some(hasWords)) return false;
  const isCalled = boxes.every((box) => FILTER.test([box.name, box.id, box.className, box.placeholder].join(' ')));
  return (
    isCalled ||
    cells.some((cell) => cell.matches('th, thead *, [role="columnheader"]')) ||
    boxes.every((box) => !isTickable(box) && box.value === '') ||
    (others.length > 0 && !others.some((row) => row.some((cell) => cell.querySelector(FIELDS))))
  );
}

const FILTER = /filter|search/i;

/** A heading's words, without those of sort arrows and filter boxes in it. */
function headingText(cell: Element): string {
  return plain(textIn(cell, true)).replace(/^[\s\u2190-\u21ff\u25a0-\u25ff]+|[\s\u2190-\u21ff\u25a0-\u25ff]+$/g, '');
}

/** What a cell holds: its box's value, the chosen option, or its text as it stands, with a line break for each `br`. */
export function cellValue(cell: Element): string {
  const [field, ...more] = [
    ...cell.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(FIELDS),
  ];
  if (field && more.length === 0 && !isTickable(field)) return isTag(field, 'select') ? chosenText(field) : field.value;
  const text = textIn(cell, false);
  return text === '\u00a0' ? '' : text;
}

const isTickable = (field: Element): boolean => isCheckbox(field) || (isTag(field, 'input') && field.type === 'radio');

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'SELECT', 'TEXTAREA']);

function textIn(node: Element, withoutButtons: boolean): string {
  let text = '';
  for (const child of node.childNodes) {
    if (isText(child)) text += child.textContent ?? '';
    else if (isElement(child) && !SILENT.has(child.tagName) && !(withoutButtons && child.matches('.sr, .sr-only')))
      text += isTag(child, 'br') ? '\n' : textIn(child, withoutButtons);
  }
  return text;
}
