const TABLES = 'table, [role="table"], [role="grid"], [role="treegrid"]';
const ROWS = 'tr, [role="row"]';
const CELLS = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"], [role="columnheader"]';
const HEADINGS = 'th:not([scope="row"]), [role="columnheader"]';
const CONTROLS = 'input:not([type="hidden" i]), select, textarea';
/** A row of a form has its label, its control, and little besides. */
const FORM_CELLS = 4;
/** Headings stand in the first rows, as far as a table marks none. */
const HEADING_ROWS = 3;

/**
 * May a text in this element be a value of somebody's record? In a table of records a family name such as Field or
 * Page would look like the interface's own word. Cells of headings and of forms hold no records.
 */
export function isRecord(element: Element): boolean {
  const cell = element.closest(CELLS);
  const row = cell?.closest(ROWS);
  const table = row?.closest(TABLES);
  if (!cell || !row || !table || cell.matches(HEADINGS) || row.closest('thead')) return false;
  const cells = [...row.querySelectorAll(CELLS)].filter((one) => one.closest(ROWS) === row);
  if (cells.length <= FORM_CELLS && row.querySelector(CONTROLS)) return false;
  const own = (selector: string) =>
    [...table.querySelectorAll(selector)].filter((one) => one.closest(TABLES) === table);
  if (own(HEADINGS).length > 0) return true;
  return own(ROWS).indexOf(row) >= HEADING_ROWS;
}
