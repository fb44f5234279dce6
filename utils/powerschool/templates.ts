import { isTag } from './dom.ts';
import { all } from './locate/controls.ts';
import { buttonWords } from './locate/dialog.ts';
import { plain, wording } from './text.ts';
import type { TemplateList, TemplateRow, Trouble } from './types.ts';
import { isShown } from './visible.ts';

const ROWS = 'tr, [role="row"]';
const CELLS = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"], [role="columnheader"]';
const LINKS = 'a, button, [role="link"], [role="button"]';
const CONTROLS = `${LINKS}, input, img, [onclick]`;

/** `Name` and `Description` are the save dialog's words; the list's own headings are not known (reference section 2). */
const NAME_HEADINGS = ['name', 'template name', 'template', 'export template'];
const DESCRIPTION_HEADINGS = ['description', 'template description'];
const SCHEDULED_TAB = 'scheduled system templates';
/** The hash of the scheduled tab, in both forms that guides link to (reference section 1). */
const SCHEDULED_HASH = /^#\/?export-schedule/i;
/** The title "Schedule Template", or the calendar that ASH's guide speaks of; on the scheduled tab it is "Edit". */
const SCHEDULE_SIGNS = /schedul|calendar/i;
const EDIT_SIGNS = /\bedit\b|schedul|calendar/i;

const DIALOGS = '.ui-dialog, .ui-datepicker, dialog, [role="dialog"]';

interface Row {
  name: string;
  link: HTMLElement | null;
  cells: Element[];
  /** The cell with the name. */
  own: Element;
  /** The cell with the description, where the headings tell. */
  described: Element | undefined;
}

/**
 * My Templates, or the scheduled templates, as the page shows them. A row's name is what its name column holds; where
 * no heading tells which column that is, the first link with words, else the first words.
 */
export function readTemplateList(document: Document): TemplateList {
  const scheduled = isScheduledTab(document);
  const rows = locateRows(document).map((row): TemplateRow => {
    const { name, link, cells, own, described } = row;
    const others = cells.filter((cell) => cell !== own && cell !== described).map(wordsOf);
    const words = others.filter((text) => text !== '').join(' · ');
    return { name, opens: link !== null, schedules: hasSchedule(row, scheduled), words };
  });
  return { scheduled, rows };
}

/**
 * Opens a template as a click on its name does.
 * @param name the template's name, to the letter but for outer and repeated space.
 * @returns `missing` where no row or no link has this name, `ambiguous` where several have.
 */
export function openTemplate(document: Document, name: string): 'pressed' | Trouble {
  const links = locateRows(document).flatMap((row) => (row.name === plain(name) && row.link ? [row.link] : []));
  const [link] = links;
  if (!link) return 'missing';
  if (links.length > 1) return 'ambiguous';
  link.click();
  return 'pressed';
}

/** The template whose link holds `target`, the node that was clicked; null for anything else of the page. */
export function templateAt(target: Element): string | null {
  const row = locateRows(target.ownerDocument).find(({ link }) => link?.contains(target));
  return row?.name ?? null;
}

function locateRows(document: Document): Row[] {
  const lists = all(document, 'table, [role="table"], [role="grid"], [role="treegrid"]');
  // Of nested tables the inner ones hold the rows; a dialog's tables are forms or calendars.
  const inner = lists.filter(
    (list) => isShown(list) && !list.closest(DIALOGS) && !lists.some((other) => other !== list && list.contains(other)),
  );
  return inner.flatMap(rowsOf);
}

function rowsOf(list: Element): Row[] {
  const rows = all(list, ROWS)
    .filter(isShown)
    .map((row) => all(row, CELLS));
  const headings = rows.find((cells) => cells.some(isHeading)) ?? [];
  const columnOf = (words: readonly string[]) =>
    headings.findIndex((cell) => words.includes(wording(cell.textContent)));
  // A form that is laid out in a table is no list.
  if (headings.length === 0 && list.querySelector('select')) return [];
  const [nameColumn, descriptionColumn] = [columnOf(NAME_HEADINGS), columnOf(DESCRIPTION_HEADINGS)];
  return rows.flatMap((cells): Row[] => {
    if (cells === headings || (cells.length > 0 && cells.every((cell) => cell.matches('th:not([scope="row"])'))))
      return [];
    const own = cells[nameColumn] ?? cells.find((cell) => linkIn(cell)) ?? cells.find((cell) => wordsOf(cell) !== '');
    if (!own) return [];
    const link = linkIn(own);
    const name = plain(link ? link.textContent : wordsOf(own));
    return name === '' ? [] : [{ name, link, cells, own, described: cells[descriptionColumn] }];
  });
}

function isHeading(cell: Element): boolean {
  return cell.matches('thead *, [role="columnheader"]') || NAME_HEADINGS.includes(wording(cell.textContent));
}

/** The first control with words of its own; an icon has none. */
function linkIn(cell: Element): HTMLElement | null {
  return all<HTMLElement>(cell, LINKS).find((link) => plain(link.textContent) !== '' && isShown(link)) ?? null;
}

/** A cell's text without the words of buttons; a link may say when a schedule runs. */
function wordsOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const button of copy.querySelectorAll('button, [role="button"], a.button')) button.remove();
  return plain(copy.textContent);
}

function hasSchedule({ cells, own }: Row, scheduled: boolean): boolean | null {
  const controls = cells.flatMap((cell) => (cell === own ? [] : all(cell, CONTROLS))).filter(isShown);
  if (controls.some((control) => (scheduled ? EDIT_SIGNS : SCHEDULE_SIGNS).test(signsOf(control)))) return true;
  // Icons without a word that is understood may be anything.
  const isUnderstood = controls.every((control) => KNOWN_ACTIONS.test(signsOf(control)));
  return isUnderstood ? false : null;
}

const KNOWN_ACTIONS = /\b(?:copy|delete|remove|edit|run|share|rename|export)\b/i;

function signsOf(control: Element): string {
  const attributes = ['title', 'aria-label', 'alt', 'class', 'src'].map((name) => control.getAttribute(name) ?? '');
  const inside = [...control.querySelectorAll('img, svg, i, span')].map((icon) =>
    ['title', 'alt', 'class', 'src'].map((name) => icon.getAttribute(name) ?? '').join(' '),
  );
  return [...attributes, ...inside, buttonWords(control)].join(' ');
}

/** Which of the two lists is shown: by the chosen tab's words, by where it leads, else by the address. */
function isScheduledTab(document: Document): boolean {
  const chosen = all(document, '.selected, [aria-selected="true"], .active, [aria-current]');
  const words = chosen.map((tab) => wording(tab.textContent));
  if (words.includes(SCHEDULED_TAB)) return true;
  if (words.includes('my templates')) return false;
  const [hash, ...more] = chosen.flatMap(hashOf);
  return SCHEDULED_HASH.test(hash !== undefined && more.length === 0 ? hash : document.location.hash);
}

/** Where a tab of the two leads; none for anything else. */
function hashOf(tab: Element): string[] {
  const link = tab.matches('a') ? tab : tab.querySelector('a');
  const hash = isTag(link, 'a') ? link.hash : '';
  return /^#\/?export-(?:template|schedule)/i.test(hash) ? [hash] : [];
}

/** Names that My Templates may list: every cell or link of a shown table that could be one. */
export function readTemplateNames(document: Document): string[] {
  const names = new Set<string>();
  for (const table of document.querySelectorAll('table')) {
    if (!isShown(table)) continue;
    for (const part of table.querySelectorAll('td, th[scope="row"], td a')) {
      if (!isTag(part, 'a') && part.childElementCount > 1) continue;
      const name = plain(part.textContent);
      if (name !== '' && name.length <= 200) names.add(name);
    }
  }
  return [...names];
}
