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
const FIELDS = 'input:not([type="hidden" i]), select, textarea';

/**
 * Every table of the page that has a row of headings and is shown: the preview may be any of them, and which one it is
 * is for the receiver's columns to say. A heading in a table of its own goes with the rows of the table after it.
 */
export function locateTables(document: Document): LocatedTable[] {
  const tables = all<HTMLElement>(document, TABLES).filter((table) => !table.closest(DIALOGS) && isShown(table));
  // A table whose first row holds another one is there for the layout.
  const data = tables.filter((table) => !tables.some((other) => other !== table && firstRow(table)?.contains(other)));
  const read = data.map((table) => ({ table, rows: rowsOf(table) }));
  const found: LocatedTable[] = [];
  for (let at = 0; at < read.length; at += 1) {
    const { table, rows } = read[at] as (typeof read)[number];
    const from = rows.findIndex((row) => isMarked(row) || firstRow(table)?.contains(row[0] ?? null));
    if (from < 0) continue;
    // Above the headings may stand a row that groups them.
    const headings = [rows[from] ?? [], ...rows.slice(from + 1, from + 1 + marked(rows.slice(from + 1)))];
    const heading = headings.reduce((a, b) => (b.length > a.length ? b : a));
    const [first, ...more] = rows.slice(from + headings.length);
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
 * Rows as wide as their heading; where none is, rows that all have a column or two more, in front or at the end. A
 * message such as "No records" is a row of another width.
 */
function tableOf(box: Element, heading: HTMLElement[], rows: HTMLElement[][]): Omit<LocatedTable, 'filters'> {
  const header = heading.map(headingText);
  const wider = (by: number) => rows.filter((row) => row.length === heading.length + by);
  const by = [0, 1, 2].find((more) => wider(more).length > 0) ?? 0;
  const more = Array<string>(by).fill('');
  const isAtEnd = by > 0 && isAside(wider(by), -by) && !isAside(wider(by), by);
  return { box, header: isAtEnd ? [...header, ...more] : [...more, ...header], rows: wider(by) };
}

/** Cells beside the records, from the front or (below 0) from the end: tick boxes, buttons, icons, or the rows' numbers. */
function isAside(rows: HTMLElement[][], count: number): boolean {
  return rows.every((row, at) =>
    (count < 0 ? row.slice(count) : row.slice(0, count)).every((cell) => {
      const text = plain(cellValue(cell));
      return text === '' || cell.querySelector('button, a, img, svg') !== null || Number(text) === at + 1;
    }),
  );
}

function around(table: Element, below: Element): Element {
  let box: Element = table;
  while (box.parentElement && !box.contains(below)) box = box.parentElement;
  return box;
}

/** The shown cells of each shown row. Hidden columns and rows are no part of what a person sees. */
function rowsOf(table: HTMLElement): HTMLElement[][] {
  const rows = all<HTMLElement>(table, ROWS).filter((row) => row.closest(TABLES) === table && isRendered(row));
  return rows
    .filter((row) => row.closest('tfoot') === null)
    .map((row) => all<HTMLElement>(row, CELLS).filter((cell) => cell.closest(ROWS) === row && isRendered(cell)))
    .filter((cells) => cells.length > 0);
}

/** Cells that the page marks as headings; columns in front may have none. */
function isMarked(cells: HTMLElement[]): boolean {
  const headings = cells.filter((cell) => cell.matches(HEADINGS));
  return headings.length > 0 && headings.length >= cells.length - LEADING && cells.some(hasWords);
}

/** How many of the rows, from the first on, are headings. */
function marked(rows: HTMLElement[][]): number {
  const at = rows.findIndex((row) => !isMarked(row));
  return at < 0 ? rows.length : at;
}

const HEADINGS = 'th:not([scope="row"]), thead *, [role="columnheader"]';

/** Columns in front without a heading: a row's number, a tick box, an icon. */
const LEADING = 2;

const hasWords = (cell: HTMLElement) => headingText(cell) !== '';

/** The first row of a table that marks no headings at all; null where it marks some. */
function firstRow(table: Element): Element | null {
  return table.querySelector(HEADINGS) ? null : table.querySelector(ROWS);
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
    cells.some((cell) => cell.matches(HEADINGS)) ||
    boxes.every((box) => !isTickable(box) && box.value === '') ||
    (others.length > 0 && !others.some((row) => row.some((cell) => cell.querySelector(FIELDS))))
  );
}

const FILTER = /filter|search/i;

/** A heading's words, which may stand in a button to sort by; without those of sort arrows and filter boxes in it. */
function headingText(cell: Element): string {
  return plain(textIn(cell, true)).replace(/^[\s\u2190-\u21ff\u25a0-\u25ff]+|[\s\u2190-\u21ff\u25a0-\u25ff]+$/g, '');
}

/** What a cell holds: its box's value, the chosen option, or its text as it stands, with a line break for each `br`. */
export function cellValue(cell: Element): string {
  const [field, ...more] = [
    ...cell.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(FIELDS),
  ];
  if (field && more.length === 0 && !isTickable(field)) return isTag(field, 'select') ? chosenText(field) : field.value;
  const text = textIn(cell);
  return text === '\u00a0' ? '' : text;
}

const isTickable = (field: Element): boolean => isCheckbox(field) || (isTag(field, 'input') && field.type === 'radio');

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'SELECT', 'TEXTAREA']);

const isSilent = ({ tagName }: Element, withButtons: boolean): boolean =>
  SILENT.has(tagName) || (tagName === 'BUTTON' && !withButtons);

/** The words of an element as it shows them: without lists, buttons and what is hidden; a line break for each `br`. */
export function textIn(node: Element, withButtons = false): string {
  let text = '';
  for (const child of node.childNodes) {
    if (isText(child)) text += child.textContent ?? '';
    else if (isElement(child) && isTag(child, 'br')) text += '\n';
    else if (isElement(child) && !isSilent(child, withButtons) && isRendered(child)) text += textIn(child, withButtons);
  }
  return text;
}
