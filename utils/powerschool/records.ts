import { isTag, isTextBox } from './dom.ts';
import { all, labelsOf } from './locate/controls.ts';
import { cellValue, type LocatedTable, locateTables } from './locate/preview.ts';
import { chosenText } from './options.ts';
import { oneReading } from './reading.ts';
import { readCount } from './records-count.ts';
import { plain } from './text.ts';
import type { PreviewTable, RecordFilter, RecordsPage } from './types.ts';
import { isShown } from './visible.ts';
import { ROWS_CHOICES } from './words.ts';

const BOXES = 'input, select, textarea';

/** Is the box a record's, or one of the filters under the headings? A form laid out in a table has other boxes. */
const isOf =
  (box: Element) =>
  (table: LocatedTable): boolean =>
    table.filters.some((cell) => cell.contains(box)) ||
    (table.header.length > 2 && table.rows.some((row) => row.some((cell) => cell.contains(box))));

/** Reads step 2 as it is shown: its filters, which rows are exported, and every table that may be the preview. */
export function readRecords(document: Document): RecordsPage {
  return oneReading(() => {
    const located = locateTables(document);
    return {
      filters: [...readFilters(document, located), ...located.flatMap(headedFilters)],
      rows: readRowsChoice(document),
      tables: located.map((table) => tableOf(document, table)),
    };
  });
}

function tableOf(document: Document, { box, header, rows }: LocatedTable): PreviewTable {
  const values = withoutMarkup(rows.map((row) => row.map(cellValue)));
  return { header, rows: values, ...readCount(document, box, values.length) };
}

/**
 * Indentation is no part of a value: white space with a line break at a cell's ends, and a space at the beginning (or
 * the end) of every cell. Anything else stays, because stray spaces are among the things that are looked for.
 */
function withoutMarkup(rows: string[][]): string[][] {
  const trimmed = rows.map((row) => row.map((text) => text.replace(/^[ \t]*[\r\n]\s*|[ \t]*[\r\n]\s*$/g, '')));
  const cells = trimmed.flat().filter((text) => text !== '');
  if (cells.length < 2) return trimmed;
  const [begin, end] = [cells.every((text) => text.startsWith(' ')), cells.every((text) => text.endsWith(' '))];
  const strip = (text: string) => text.slice(begin ? 1 : 0, end && text.length > 1 ? -1 : undefined);
  return begin || end ? trimmed.map((row) => row.map(strip)) : trimmed;
}

/** The chosen one of the two radio buttons, by its words; null where they are not understood. */
function readRowsChoice(document: Document): RecordsPage['rows'] {
  const radios = all<HTMLInputElement>(document, 'input[type="radio" i]').filter(
    (radio) => radio.checked && isShown(radio),
  );
  const found = radios.flatMap((radio): ('filtered' | 'all')[] => {
    // Words before a radio button may be those of the one before it.
    const sides = [labelsOf(radio, 'after'), labelsOf(radio)];
    for (const words of sides) {
      const [filtered, every] = ROWS_CHOICES.map((choice) => choice.some((spelling) => words.includes(spelling)));
      if (filtered !== every) return filtered ? ['filtered'] : ['all'];
    }
    // In another language the value may tell.
    return ['filtered', 'all'].flatMap((value) => (radio.value.toLowerCase() === value ? [value as 'filtered'] : []));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Labelled text boxes and lists that are shown outside of tables of records, with their words as the page spells them. */
function readFilters(document: Document, tables: LocatedTable[]): RecordFilter[] {
  const fields = all<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(document, BOXES);
  const boxes = fields.filter((field) => isTag(field, 'select') || isTag(field, 'textarea') || isTextBox(field));
  return boxes.flatMap((box): RecordFilter[] => {
    if (!isShown(box) || isPages(box) || tables.some(isOf(box))) return [];
    const [words] = labelsOf(box);
    if (!words) return [];
    return [{ name: spelled(box, words), value: isTag(box, 'select') ? chosenText(box) : box.value }];
  });
}

/** The page's own search box, or a list of how many rows to show at a time. */
function isPages(box: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): boolean {
  if (box.closest('header, nav, #header, #usercontext-bar, [role="search"], [role="banner"]')) return true;
  return isTag(box, 'select') && [...box.options].every(({ text }) => /^\d+$|^(?:all|todos|tous)$/i.test(plain(text)));
}

/** Boxes under a table's headings have the headings for names. */
function headedFilters({ header, filters }: LocatedTable): RecordFilter[] {
  const names = header.slice(-filters.length);
  return filters.flatMap((cell, at) =>
    cell.querySelector(BOXES) ? [{ name: names[at] ?? '', value: cellValue(cell) }] : [],
  );
}

/** `labelsOf` gives lower case, for finding; here the page's own spelling is wanted. */
function spelled(box: Element, words: string): string {
  for (let around: Element | null = box; around; around = around.parentElement) {
    const text = plain(around.textContent);
    const at = text.toLowerCase().indexOf(words);
    if (at >= 0) return text.slice(at, at + words.length);
  }
  return words;
}

/**
 * The cells on the page as it is now, found anew by the table's headings.
 * @returns as many as are there; none where the table is gone or shows other rows.
 */
export function locateCells(
  document: Document,
  table: PreviewTable,
  cells: readonly { row: number; column: number }[],
): HTMLElement[] {
  const same = locateTables(document).find(
    (located) =>
      JSON.stringify([located.header, tableOf(document, located).rows]) === JSON.stringify([table.header, table.rows]),
  );
  return cells.flatMap(({ row, column }) => same?.rows[row]?.[column] ?? []);
}
