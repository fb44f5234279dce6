import { isCheckbox, isTextBox } from '../dom.ts';
import { remember } from '../reading.ts';
import { columnKey, idPart, plain, wording } from '../text.ts';
import { isRendered, isShown } from '../visible.ts';
import { GRID_FIELD_HEADING, GRID_LABEL_HEADING } from '../words.ts';
import { all, isInDialog } from './controls.ts';

/** A row of the grid with the node to write to. Kept for one reading or one write only. */
export interface LocatedRow {
  key: string;
  field: string;
  box: HTMLInputElement;
  /** Is the box still in the row of this field? The page may reuse its nodes for another row. */
  stands(): boolean;
}

export interface LocatedGrid {
  rows: LocatedRow[];
  /** Keys of rows about which the page contradicts itself; none of them is in `rows`. */
  ambiguous: string[];
  /** Where the grid stands, null when the page shows none. */
  container: Element | null;
}

/** Seen in Northwest-RESA's plugin, 2023-2024: the grid's table cell and its label boxes (reference 0.1). */
const CONTAINER = '[id$="columnselectioncontainer" i]';
const LABEL_BOX_ID = /(?:^|[^a-z0-9])label_cb_(.+)$/i;

/**
 * The grid "Labels Used on Export": by its heading row, inside the known container where there is one; where no
 * heading is understood (another language), by the ids of the label boxes, else by the rows' structure. A row is
 * believed when it holds exactly one text box and names its field.
 */
export function locateGrid(document: Document): LocatedGrid {
  return remember('grid', () => findGrid(document));
}

function findGrid(document: Document): LocatedGrid {
  const containers = all<HTMLElement>(document, CONTAINER).filter(isShown);
  const [container = null] = containers.length === 1 ? containers : [];
  const scope: ParentNode = container ?? document;
  const tables = all<HTMLTableElement>(scope, 'table')
    .filter((table) => !isInDialog(table))
    .flatMap(headedTable);
  const first = container ? undefined : firstTick(document, tables);
  const headed = tables.filter(({ table }) => isBehind(table, first));
  const byId = container && headed.length > 0 ? [] : rowsById(scope, first);
  const inTables = headed.length > 0 ? headed.flatMap(rowsByHeading) : rowsByStructure(scope, first);
  const hasTables = headed.length > 0 || inTables.length > 0;
  const found = hasTables ? inTables : byId;
  const where = container ?? headed[0]?.table ?? inTables[0]?.box.closest('table') ?? null;
  const isDoubted = hasTables && !byId.every((row) => isAmong(row, inTables));
  if (isDoubted || (!container && isTorn([...new Set([...headed.map(({ table }) => table), ...tablesOf(found)])]))) {
    const keys = [...inTables, ...byId].map(({ key }) => key);
    return { rows: [], ambiguous: [...new Set(keys)], container: where };
  }
  return { ...withoutContradictions(found), container: where };
}

/**
 * Rows of four cells, as the screenshots have them [S]: buttons to sort, the field, its label's box, a button to remove;
 * and nothing else in them to type or tick. All of a table's rows that hold a control must be such, and one at least have
 * its buttons; step 2's filters and records are not such. One table for each group of columns has the same headings as the
 * others; where headings differ, one of the tables is something else.
 */
function rowsByStructure(scope: ParentNode, first: Element | undefined): LocatedRow[] {
  const grids = all<HTMLTableElement>(scope, 'table').flatMap((table) => {
    const rows = [...table.rows].filter((row) => row.querySelector(FIELDS));
    const isGrid =
      rows.every(isGridRow) && rows.some(hasButtons) && isBehind(table, first) && !isInDialog(table) && isShown(table);
    const head = table.rows[0] === rows[0] ? '' : wording(table.rows[0]?.textContent);
    return isGrid ? [{ rows, head }] : [];
  });
  const found = grids.flatMap(({ rows }) =>
    rows.flatMap((row) => rowOf(row.cells[1] as Element, row.cells[2] as Element, row)),
  );
  return new Set(grids.map(({ head }) => head)).size > 1 ? [...found, ...found] : found;
}

/** `USERS.languages`: two names or more. */
const FIELD = /^[^\s.]+(?:\.[^\s.]+)+$/;
const FIELDS = 'input, select, textarea';
const PRESSED = 'button, a, [role="button"]';

function isGridRow(row: HTMLTableRowElement): boolean {
  const [, field, label] = row.cells;
  const [box, more] = row.querySelectorAll(FIELDS);
  return (
    row.cells.length === 4 &&
    box !== undefined &&
    !more &&
    isTextBox(box) &&
    label?.contains(box) === true &&
    FIELD.test(plain(field?.textContent)) &&
    ![field, label].some((cell) => cell?.querySelector(PRESSED))
  );
}

function hasButtons({ cells }: HTMLTableRowElement): boolean {
  return [cells[0], cells[3]].every((cell) => cell?.querySelector(PRESSED));
}

/**
 * The tree stands before the grid, and a data set's description above both (seen on the screenshots, reference 4): what
 * is above the first tick box of the page belongs to a description, whatever its headings and ids say.
 */
function firstTick(document: Document, tables: HeadedTable[]): HTMLInputElement | undefined {
  return all<HTMLInputElement>(document, 'input').find(
    (box) => isCheckbox(box) && isRendered(box) && !tables.some(({ table }) => table.contains(box)),
  );
}

function isBehind(element: Element, first: Element | undefined): boolean {
  return !first || (first.compareDocumentPosition(element) & first.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The tables of one grid stand together; two with the tree around them are not one grid, and which it is, is not sure. */
function isTorn([one, ...more]: Element[]): boolean {
  let box = more.length > 0 ? (one?.parentElement ?? null) : null;
  while (box && !more.every((table) => box?.contains(table))) box = box.parentElement;
  if (!box) return false;
  const isInside = (tick: Element) => [one, ...more].some((table) => table?.contains(tick));
  return all<HTMLInputElement>(box, 'input[type="checkbox" i]').some((tick) => !isInside(tick) && isRendered(tick));
}

const tablesOf = (rows: LocatedRow[]): Element[] =>
  rows.flatMap(({ box }) => box.closest('table, [role="grid" i]') ?? []);

const isAmong = ({ box }: LocatedRow, rows: LocatedRow[]) => rows.some((row) => row.box === box);

interface HeadedTable {
  table: HTMLTableElement;
  head: HTMLTableRowElement;
  fieldAt: number;
  labelAt: number;
}

function headedTable(table: HTMLTableElement): HeadedTable[] {
  for (const head of [...table.rows].slice(0, 3)) {
    const words = [...head.cells].flatMap((cell) => [wording(cell.textContent), ...Array(cell.colSpan - 1).fill('')]);
    const labelAt = words.indexOf(GRID_LABEL_HEADING);
    const fieldAt = words.indexOf(GRID_FIELD_HEADING);
    if (labelAt >= 0 && fieldAt >= 0 && isShown(table)) return [{ table, head, fieldAt, labelAt }];
  }
  return [];
}

/** A heading table whose rows stand in the next table (a fixed heading over a scrolling body) hands its columns on. */
function rowsByHeading({ table, head, fieldAt, labelAt }: HeadedTable): LocatedRow[] {
  const body = [...table.rows].slice([...table.rows].indexOf(head) + 1);
  const rows = body.some((row) => row.querySelector('input')) ? body : rowsOfTableBelow(table, head.cells.length);
  return rows.flatMap((row) => {
    const fieldCell = row.cells[fieldAt];
    const labelCell = row.cells[labelAt];
    return fieldCell && labelCell ? rowOf(fieldCell, labelCell, row) : [];
  });
}

function rowsOfTableBelow(table: HTMLTableElement, width: number): HTMLTableRowElement[] {
  const tables = all<HTMLTableElement>(table.parentElement?.parentElement ?? table, 'table');
  const below = tables[tables.indexOf(table) + 1];
  return below ? [...below.rows].filter((row) => row.cells.length === width) : [];
}

function rowsById(scope: ParentNode, first: Element | undefined): LocatedRow[] {
  const boxes = all<HTMLInputElement>(scope, 'input[id*="label_cb_" i]').filter(
    (box) => isBehind(box, first) && !isInDialog(box) && isShown(box),
  );
  const rows = boxes.flatMap((box) => {
    const row = box.closest('tr, [role="row"], li, .row');
    const labelCell = box.closest('td, [role="gridcell"]') ?? box.parentElement;
    const part = labelPart(box);
    if (!row || !labelCell || !part) return [];
    const [fieldCell, more] = [...row.children].filter((cell) => idPart(plain(cell.textContent)) === part);
    return fieldCell && !more ? rowOf(fieldCell, labelCell, row) : [];
  });
  // Two boxes of one name, believed or not: either may stand in the grid, or in something that looks like it.
  return new Set(boxes.map(labelPart)).size < boxes.length ? [...rows, ...rows] : rows;
}

/** The field in a label box's id; empty for none. */
function labelPart({ id }: HTMLInputElement): string {
  return idPart(LABEL_BOX_ID.exec(id)?.[1] ?? '');
}

function rowOf(fieldCell: Element, labelCell: Element, row: Element): LocatedRow[] {
  const [box, more] = all<HTMLInputElement>(labelCell, 'input').filter((box) => isTextBox(box) && isRendered(box));
  const field = plain(fieldCell.textContent);
  if (!box || more || field === '') return [];
  const stands = () =>
    isRendered(box) && row.contains(box) && row.contains(fieldCell) && plain(fieldCell.textContent) === field;
  return [{ key: columnKey(field), field, box, stands }];
}

/** A column can be used only once (reference section 2); an id that names another row's field is a contradiction. */
function withoutContradictions(found: LocatedRow[]): { rows: LocatedRow[]; ambiguous: string[] } {
  const count = new Map<string, number>();
  const byIdPart = new Map<string, string>();
  for (const { key } of found) {
    count.set(key, (count.get(key) ?? 0) + 1);
    byIdPart.set(idPart(key), key);
  }
  const contradicts = ({ key, box }: LocatedRow) =>
    count.get(key) !== 1 || (byIdPart.get(labelPart(box)) ?? key) !== key;
  const rows = found.filter((row) => !contradicts(row));
  return { rows, ambiguous: [...new Set(found.filter(contradicts).map((row) => row.key))] };
}
