import { isEditable } from './dom.ts';
import { isTrouble } from './locate/controls.ts';
import { locateSaveDialog, shownError } from './locate/dialog.ts';
import { locateCheckbox, locateSelect, locateText } from './locate/form.ts';
import { locateGrid } from './locate/grid.ts';
import { dataSetInHeading, headings, isLoading, isSignedOut } from './locate/shell.ts';
import { locateTree } from './locate/tree.ts';
import { chosenText } from './options.ts';
import { oneReading } from './reading.ts';
import { type PageLocation, recognizePlace } from './recognize.ts';
import { plain } from './text.ts';
import type { DataSetMention, ExportPage, GridRow, Reading, SummaryControl, TreeColumn, Trouble } from './types.ts';
import { isShown } from './visible.ts';

/** A query's name in running text: words joined by at least two dots. */
const DOTTED_NAME = /[\w-]+(?:\.[\w-]+){2,}/;

/**
 * Reads everything the Data Export Manager shows at this moment. Never writes, keeps no node, throws nothing: what is
 * missing or contradictory is said in the result.
 */
export function readPage(document: Document, location: PageLocation): ExportPage {
  return oneReading(() => readOnce(document, location));
}

function readOnce(document: Document, location: PageLocation): ExportPage {
  const place = recognizePlace(document, location);
  const page: ExportPage = { ...nothingRead(), loading: isLoading(document), signedOut: isSignedOut(document) };
  if (place === 'unclear') page.unclear = true;
  else page.place = place;
  if (page.place === 'elsewhere' || page.place === 'templates') return page;
  page.exportFrom = readExportFrom(document, page.place === 'columns');
  page.mentions = readMentions(document, page);
  if (page.place === 'columns') readColumns(document, page);
  if (page.place === 'summary') page.summary = readSummary(document);
  if (page.place === 'summary') page.saveDialog = readSaveDialog(document);
  return page;
}

/** A page of which nothing is known. */
export function nothingRead(): ExportPage {
  return {
    place: 'elsewhere',
    loading: false,
    signedOut: false,
    mentions: [],
    category: 'missing',
    exportFrom: 'missing',
    tree: [],
    grid: [],
    ambiguousRows: [],
    summary: null,
    saveDialog: null,
    unclear: false,
  };
}

/** In steps 2 and 3 the select is hidden or gone; hidden, it still tells the data set. */
function readExportFrom(document: Document, shown: boolean): ExportPage['exportFrom'] {
  const select = locateSelect(document, 'exportFrom', shown);
  if (isTrouble(select)) return select;
  const options = [...select.options].map((option) => ({ text: plain(option.text), value: option.value }));
  return { value: chosenText(select), editable: isEditable(select), options };
}

function readColumns(document: Document, page: ExportPage): void {
  const category = locateSelect(document, 'category');
  page.category = isTrouble(category) ? category : { value: chosenText(category), editable: isEditable(category) };
  const grid = locateGrid(document);
  const tree = locateTree(document, grid);
  page.grid = grid.rows.map(
    ({ key, field, box }): GridRow => ({ key, field, label: box.value, editable: isEditable(box) }),
  );
  page.tree = tree.columns.map(
    ({ key, table, field, box }): TreeColumn => ({ key, table, field, ticked: box.checked, editable: isEditable(box) }),
  );
  page.ambiguousRows = grid.ambiguous;
}

/** Every text that may name the data set, best evidence first; which of them does is for the profile to say. */
function readMentions(document: Document, page: ExportPage): DataSetMention[] {
  const mentions: DataSetMention[] = [];
  if (!isTrouble(page.exportFrom) && page.exportFrom.value !== '') {
    const { value, options } = page.exportFrom;
    mentions.push({ where: 'export-from', text: value });
    const [chosen, ...more] = options.filter((option) => option.text === value && DOTTED_NAME.test(option.value));
    // An option without a value of its own has its text for one.
    const says = chosen && more.length === 0 ? chosen.value : value;
    if (says !== value) mentions.push({ where: 'export-from', text: says });
  }
  // On step 1 a heading with a data set's name is left over from the step after, or belongs to a description.
  if (page.place === 'columns') return mentions;
  for (const heading of headings(document)) {
    const text = plain(heading.textContent);
    if (dataSetInHeading(heading) || (DOTTED_NAME.test(text) && isShown(heading)))
      mentions.push({ where: 'heading', text });
  }
  if (page.place === 'summary') mentions.push(...textMentions(document));
  return mentions;
}

/** Short shown texts of step 3 that hold a dotted name, such as a summary line "Export From: NQ - …". */
function textMentions(document: Document): DataSetMention[] {
  const found: DataSetMention[] = [];
  for (const element of document.querySelectorAll('td, dd, span, div, p, label, strong, b, li')) {
    const text = element.childElementCount === 0 ? plain(element.textContent) : '';
    if (text !== '' && text.length < 160 && DOTTED_NAME.test(text) && isShown(element))
      found.push({ where: 'text', text });
  }
  return found.slice(0, 20);
}

function readSummary(document: Document): Record<SummaryControl, Reading | Trouble> {
  return {
    fileName: textReading(locateText(document, 'fileName')),
    lineDelimiter: selectReading(locateSelect(document, 'lineDelimiter')),
    fieldDelimiter: selectReading(locateSelect(document, 'fieldDelimiter')),
    characterSet: selectReading(locateSelect(document, 'characterSet')),
    includeHeaders: boxReading(locateCheckbox(document, 'includeHeaders')),
    surroundInQuotes: boxReading(locateCheckbox(document, 'surroundInQuotes')),
  };
}

function readSaveDialog(document: Document): ExportPage['saveDialog'] {
  const dialog = locateSaveDialog(document);
  if (!dialog) return null;
  return {
    name: textReading(locateText(dialog, 'templateName')),
    description: textReading(locateText(dialog, 'templateDescription')),
    error: shownError(dialog),
  };
}

function textReading(box: HTMLInputElement | HTMLTextAreaElement | Trouble): Reading<string> | Trouble {
  return isTrouble(box) ? box : { value: box.value, editable: isEditable(box) };
}

function selectReading(select: HTMLSelectElement | Trouble): Reading<string> | Trouble {
  return isTrouble(select) ? select : { value: chosenText(select), editable: isEditable(select), option: select.value };
}

function boxReading(box: HTMLInputElement | Trouble): Reading<boolean> | Trouble {
  return isTrouble(box) ? box : { value: box.checked, editable: isEditable(box) };
}
