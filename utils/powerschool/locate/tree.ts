import { isCheckbox } from '../dom.ts';
import { columnKey, idPart, plain } from '../text.ts';
import type { Trouble } from '../types.ts';
import { isRendered, isShown } from '../visible.ts';
import { EXPAND_ALL_WORDS } from '../words.ts';
import { all, isTrouble, labelsOf } from './controls.ts';
import { buttonWords } from './dialog.ts';
import { locateSelect } from './form.ts';
import { type LocatedGrid, locateGrid } from './grid.ts';

/** A column's checkbox in the tree. Kept for one reading or one write only. */
export interface LocatedColumn {
  key: string;
  table: string;
  field: string;
  box: HTMLInputElement;
  /** Does the box still stand beside this field's name? */
  stands(): boolean;
}

export interface LocatedTree {
  columns: LocatedColumn[];
  ambiguous: string[];
  container: Element | null;
  /** What unfolds each table whose columns are not shown, as far as it is found. */
  folded: HTMLElement[];
}

/** Seen in Northwest-RESA's plugin (reference 0.1): the tree's table cell, a column's checkbox, what unfolds a table. */
const CONTAINER = '[id$="columnlistcontainer" i]';
const COLUMN_ID = /(?:^|[^a-z0-9])cb_(.+)$/i;
const EXPAND_TABLE = '[id$="_expandbtn" i]';
const EXPAND_ALL = '[id$="idexpandall" i]';
/** What may unfold a table where nothing is known by id. */
const CLICKABLE = 'button, [role="button"], [aria-expanded], a';

interface TreeNode {
  box: HTMLInputElement;
  text: string;
  depth: number;
  /** The widest element around the checkbox that holds no other control. */
  row: Element;
  shown: boolean;
}

/**
 * The tree of columns: in its known container, else the checkboxes nearest to the grid (a copy of the page without ids,
 * reference 7.2). A column's table is told by its checkbox's id, else by the table node above it. Checkboxes of folded
 * tables tell the structure; only shown ones are columns that can be ticked.
 */
export function locateTree(document: Document, grid: LocatedGrid): LocatedTree {
  const containers = all<HTMLElement>(document, CONTAINER).filter(isShown);
  const container =
    containers.length === 1 ? (containers[0] ?? null) : near(grid.container ?? locateSelect(document, 'exportFrom'));
  if (!container) return { columns: [], ambiguous: [], container: null, folded: [] };
  const inGrid = (box: Element) => grid.container !== container && (grid.container?.contains(box) ?? false);
  const boxes = all<HTMLInputElement>(container, 'input').filter((box) => isCheckbox(box) && !inGrid(box));
  const { columns, folded } = structureOf(
    boxes.map((box) => nodeOf(container, box)),
    all(document, EXPAND_TABLE).map(({ id }) => id.toLowerCase()),
  );
  return { ...withoutDuplicates(columns), container, folded };
}

/** The nearest checkboxes to the grid, or to Export From where the page shows no grid before the first row. */
function near(from: Element | Trouble): Element | null {
  if (isTrouble(from)) return null;
  for (let box = from.parentElement; box && box !== box.ownerDocument.body; box = box.parentElement) {
    const outside = all<HTMLInputElement>(box, 'input[type="checkbox" i]').filter((node) => !from.contains(node));
    if (outside.some(isShown)) return box;
  }
  return null;
}

function nodeOf(container: Element, box: HTMLInputElement): TreeNode {
  let depth = 0;
  let row: Element = box;
  let alone = true;
  for (let above = box.parentElement; above && above !== container; above = above.parentElement) {
    depth += 1;
    alone = alone && above.querySelectorAll('input, select').length < 2;
    if (alone) row = above;
  }
  return { box, text: nodeText(box), depth, row, shown: isRendered(box) };
}

/** The node's text as the page spells it: its own row's words (labelsOf gives them in lower case, for finding only). */
function nodeText(box: HTMLInputElement): string {
  const [wanted] = labelsOf(box, 'after');
  if (!wanted) return '';
  for (let row: Element | null = box.parentElement; row; row = row.parentElement) {
    const text = plain(row.textContent);
    const at = text.toLowerCase().indexOf(wanted);
    if (at >= 0) return text.slice(at, at + wanted.length);
  }
  return wanted;
}

/**
 * @param unfolding ids of the buttons that unfold tables: a table's own box may have an id like a column's
 *   (`cb_all_users`), and its button tells it
 */
function structureOf(nodes: TreeNode[], unfolding: string[]): { columns: LocatedColumn[]; folded: HTMLElement[] } {
  const top = Math.min(...nodes.map((node) => node.depth));
  const nested = nodes.some((node) => node.depth > top);
  const columns: LocatedColumn[] = [];
  const folded = new Set<TreeNode>();
  let last: TreeNode | undefined;
  for (const [index, node] of nodes.entries()) {
    const part = COLUMN_ID.exec(node.box.id)?.[1];
    const isNamed = unfolding.includes(`${idPart(node.text)}_expandbtn`);
    const byId = part === undefined || isNamed ? null : tableById(part, node.text);
    const isTable = byId === null && (nested ? node.depth === top : index === 0 || unfolders(node).length > 0);
    if (isTable) {
      last = node;
      folded.add(node);
    } else if (node.shown) {
      if (last) folded.delete(last);
      const table = last?.text ?? '';
      // The id tells the table in lower case; the table node above spells it as the page does.
      columns.push(columnOf(node, byId === null || idPart(table) === byId ? table : byId));
    }
  }
  const buttons = [...folded].map(unfolders);
  return { columns, folded: buttons.flatMap((found) => (found.length === 1 ? found : [])) };
}

function unfolders({ row }: TreeNode): HTMLElement[] {
  return all<HTMLElement>(row, CLICKABLE).filter(isShown);
}

/** `users_a_sourcedid` with the text `a_sourcedId` → `users`; null where the id does not end with the text. */
function tableById(part: string, text: string): string | null {
  const id = idPart(part);
  const field = idPart(text);
  return field !== '' && id.endsWith(`_${field}`) ? id.slice(0, -field.length - 1) : null;
}

function columnOf({ box, text }: TreeNode, table: string): LocatedColumn {
  // Some versions may repeat the table in the node's text.
  const field =
    table !== '' && columnKey(text).startsWith(`${columnKey(table)}.`) ? text.slice(table.length + 1) : text;
  return {
    key: columnKey(table === '' ? field : `${table}.${field}`),
    table,
    field,
    box,
    stands: () => isRendered(box) && nodeText(box) === text,
  };
}

function withoutDuplicates(columns: LocatedColumn[]): { columns: LocatedColumn[]; ambiguous: string[] } {
  const count = new Map<string, number>();
  for (const { key } of columns) count.set(key, (count.get(key) ?? 0) + 1);
  const ambiguous = [...count].filter(([, times]) => times > 1).map(([key]) => key);
  return { columns: columns.filter(({ key, field }) => count.get(key) === 1 && field !== ''), ambiguous };
}

/**
 * What unfolds the tree, for pages that render a table's columns only then: "Expand All" where it exists, else each
 * folded table's own button (hidden by the page once it is open), by id or as the one thing to click beside its name.
 */
export function locateExpanders(document: Document): HTMLElement[] {
  const everything = all<HTMLElement>(document, `${EXPAND_ALL}, button, a.button`).filter(
    (button) => (button.matches(EXPAND_ALL) || EXPAND_ALL_WORDS.includes(buttonWords(button))) && isShown(button),
  );
  if (everything.length === 1) return everything;
  const known = all<HTMLElement>(document, EXPAND_TABLE).filter(isShown);
  return known.length > 0 ? known : locateTree(document, locateGrid(document)).folded;
}
