import { type DataSet, type DataSetId, dataSetOf } from './catalog.ts';
import { decoyBox, descriptionHtml } from './decoys.ts';
import { means } from './form.ts';

/** What a label box, or a column's tick box, has for an id. */
export type IdState = 'right' | 'none' | 'upper' | 'prefixed' | 'doubled' | 'wrong';
export type Lock = 'none' | 'readonly' | 'disabled' | 'aria' | 'fieldset' | 'hidden';
export type LabelState = 'default' | 'lower' | 'blank' | 'spaced' | 'right' | 'typed' | 'taken';

export interface FieldSpec {
  /** Its place among the data set's fields. */
  name: string;
  /** What the label shall be; the field's own name for a field that nobody asks for. */
  right: string;
  label: LabelState;
  isTicked: boolean;
  lock: Lock;
  labelId: IdState;
  tickId: IdState;
  tie: 'none' | 'for' | 'wrap' | 'wrong-for' | 'aria';
}

export interface ColumnsSpec {
  kind: 'columns';
  action: 'labels' | 'fields';
  dataSet: DataSetId;
  fields: FieldSpec[];
  /** Fields of a second table: `STUDENTS.zip`. */
  others: FieldSpec[];
  spelling: 'plain' | 'upper';
  prefix: 'none' | 'letters' | 'digits';
  containers: 'right' | 'none' | 'upper' | 'doubled';
  headings: 'english' | 'odd' | 'foreign' | 'none';
  grid: 'one' | 'per-table' | 'apart' | 'nested';
  tree: 'divs' | 'list';
  option: 'text' | 'value' | 'summary';
  decoys: DecoyKind[];
  swap: boolean;
  leaveOut: boolean;
  tickTyped: boolean;
  isShuffled: boolean;
}

export type DecoyKind =
  | 'description-table'
  | 'description-labels'
  | 'description-same-labels'
  | 'description-tick'
  | 'description-ids'
  | 'hidden-grid'
  | 'hidden-tree'
  | 'grid-after'
  | 'grid-in-dialog'
  | 'box-in-row'
  | 'hidden-step';

/** A row of the grid as it stands now. */
export interface Row {
  key: string;
  field: string;
  spec: FieldSpec;
  table: string;
}

const OTHER_TABLE = 'STUDENTS';

/** `f0` is the form that was planned for; `f1` another data set's. */
export const labelMeaning = (form: string, key: string) => `${form} label ${key}`;
export const tickMeaning = (form: string, key: string) => `${form} tick ${key}`;

export function rowsOf(spec: ColumnsSpec): Row[] {
  const { table } = dataSetOf(spec.dataSet);
  const own = spec.fields.map((field, at) => rowFor(spec, table, field, at));
  return [...own, ...spec.others.map((field, at) => rowFor(spec, OTHER_TABLE, field, at))];
}

function rowFor(spec: ColumnsSpec, table: string, field: FieldSpec, at: number): Row {
  const name = spelled(spec, field, at);
  return { key: `${table}.${name}`.toLowerCase(), field: `${table}.${name}`, spec: field, table };
}

function spelled({ prefix, spelling }: ColumnsSpec, { name }: FieldSpec, at: number): string {
  const own = spelling === 'upper' ? name.toUpperCase() : name;
  if (prefix === 'none') return own;
  return prefix === 'letters' ? `${'abcdefgh'[at]}_${own}` : `0${at + 1}_${own}`;
}

/** The label that shall stand there in the end, as ClassTag's guide has it. */
export function rightLabel(spec: ColumnsSpec, row: Row): string {
  const { right, name } = row.spec;
  const isKnown = dataSetOf(spec.dataSet).fields.some(([own]) => own === name);
  if (!isKnown) return row.field.slice(row.field.lastIndexOf('.') + 1);
  if (!spec.swap || spec.dataSet !== 'users') return right;
  return right === 'phone' ? 'sms' : right === 'sms' ? 'phone' : right;
}

export function labelAtFirst(spec: ColumnsSpec, row: Row, rows: readonly Row[]): string {
  switch (row.spec.label) {
    case 'default':
      return row.field;
    case 'lower':
      return row.field.toLowerCase();
    case 'blank':
      return '';
    case 'spaced':
      return ` ${row.field}\u00a0`;
    case 'right':
      return rightLabel(spec, row);
    case 'typed':
      return `My ${row.spec.name}`;
    case 'taken': {
      const other = rows.find(({ key }) => key !== row.key);
      return other ? rightLabel(spec, other) : 'Mine';
    }
  }
}

export const idPart = (key: string) => key.replace(/[^a-z0-9]+/g, '_');

function idOf(state: IdState, start: string, row: Row, rows: readonly Row[]): string {
  const neighbor = rows[(rows.indexOf(row) + 1) % rows.length] ?? row;
  const id = `${start}${idPart(row.key)}`;
  switch (state) {
    case 'none':
      return '';
    case 'upper':
      return ` id="${id.toUpperCase()}"`;
    case 'prefixed':
      return ` id="dem0:${id}"`;
    case 'doubled':
    case 'wrong':
      return ` id="${start}${idPart(neighbor.key)}"`;
    case 'right':
      return ` id="${id}"`;
  }
}

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export function locked(lock: Lock, control: string): string {
  const add = (attribute: string) => control.replace('>', ` ${attribute}>`);
  if (lock === 'none') return control;
  if (lock === 'fieldset') return `<fieldset disabled>${control}</fieldset>`;
  if (lock === 'aria') return add('aria-disabled="true"');
  return lock === 'hidden' ? add('style="display:none"') : add(lock);
}

export function rowHtml(spec: ColumnsSpec, form: string, row: Row, rows: readonly Row[], label: string): string {
  const id = idOf(row.spec.labelId, 'label_cb_', row, rows);
  const box = `<input type="text"${id} ${means(labelMeaning(form, row.key))} value="${text(label)}">`;
  const extra =
    spec.decoys.includes('box-in-row') && rows[0] === row && row.spec.lock !== 'hidden'
      ? `<input type="text" ${means('decoy in row')} value="x">`
      : '';
  const cell =
    spec.grid === 'nested' ? `<div><div>${locked(row.spec.lock, box)}</div></div>` : locked(row.spec.lock, box);
  return `<tr data-row><td><button>up</button></td><td>${row.field}</td><td>${cell}${extra}</td><td><button>-</button></td></tr>`;
}

export const HEADINGS: Record<ColumnsSpec['headings'], string> = {
  english: '<tr><th>Sort</th><th>Field</th><th>Labels Used on Export</th><th>Remove</th></tr>',
  odd: '<tr><th>SORT</th><th>&nbsp;Field:</th><th>Labels  Used on\u00a0Export</th><th>Remove</th></tr>',
  foreign: '<tr><th>Orden</th><th>Campo</th><th>Etiquetas usadas</th><th>Quitar</th></tr>',
  none: '',
};

type LabelOf = (row: Row) => string;

export function gridHtml(spec: ColumnsSpec, form: string, rows: readonly Row[], labelOf: LabelOf): string {
  const body = (some: readonly Row[]) => some.map((row) => rowHtml(spec, form, row, rows, labelOf(row))).join('');
  const table = (some: readonly Row[]) =>
    `<table class="grid"><thead>${HEADINGS[spec.headings]}</thead><tbody data-rows>${body(some)}</tbody></table>`;
  if (spec.grid === 'apart') {
    return `<div><table class="grid">${HEADINGS[spec.headings]}</table></div><div><table><tbody data-rows>${body(rows)}</tbody></table></div>`;
  }
  if (spec.grid !== 'per-table' || rows.length === 0) return table(rows);
  const tables = [...new Set(rows.map((row) => row.table))];
  return tables.map((name) => table(rows.filter((row) => row.table === name))).join('');
}

export function treeHtml(spec: ColumnsSpec, form: string, rows: readonly Row[]): string {
  const tables = [...new Set(rows.map(({ table }) => table))];
  return tables
    .map((table) => {
      const own = rows.filter((row) => row.table === table).sort((a, b) => (a.key < b.key ? -1 : 1));
      const nodes = own.map((row) => nodeHtml(spec, form, row, rows)).join('');
      const head = `<button id="${table.toLowerCase()}_expandBtn" style="display:none">+</button><input type="checkbox" ${means(`${form} table ${table}`)}> ${table}`;
      return spec.tree === 'list'
        ? `<ul><li>${head}<ul>${nodes}</ul></li></ul>`
        : `<div>${head}</div><div>${nodes}</div>`;
    })
    .join('');
}

function nodeHtml(spec: ColumnsSpec, form: string, row: Row, rows: readonly Row[]): string {
  const { tickId, tie, lock, isTicked } = row.spec;
  const name = row.field.slice(row.field.indexOf('.') + 1);
  const neighbor = rows[(rows.indexOf(row) + 1) % rows.length] ?? row;
  const id = idOf(tickId, 'cb_', row, rows);
  const own = / id="([^"]*)"/.exec(id)?.[1] ?? '';
  const aria = tie === 'aria' ? ` aria-label="${name}"` : '';
  const box = `<input type="checkbox"${id}${aria} ${means(tickMeaning(form, row.key))}${isTicked ? ' checked' : ''}>`;
  // What is ticked has its row; a lock of the row's box is not the tree's.
  const held = spec.action === 'fields' ? locked(lock === 'readonly' ? 'none' : lock, box) : box;
  const words =
    tie === 'wrap'
      ? `<label>${held} ${name}</label>`
      : tie === 'for' || tie === 'wrong-for'
        ? `${held}<label for="${tie === 'for' ? own : `cb_${idPart(neighbor.key)}`}">${name}</label>`
        : `${held} ${name}`;
  return spec.tree === 'list' ? `<li>${words}</li>` : `<div class="alt">${words}</div>`;
}

function exportFromHtml(spec: ColumnsSpec, dataSet: DataSet): string {
  const option =
    spec.option === 'text'
      ? `<option selected>NQ - ${dataSet.query}</option>`
      : spec.option === 'value'
        ? `<option value="${dataSet.query}" selected>Roster ${dataSet.id}</option>`
        : `<option value="7" selected>ClassTag ${dataSet.id}</option>`;
  return `<div><label>Category</label><select ${means('category')}><option>Show All<option>Additional Data Sets</select></div>
<div><label>Export From</label><select ${means('export from')}><option></option>${option}<option value="8">NQ - org.example.other</option></select></div>`;
}

export function columnsHtml(spec: ColumnsSpec, form: string, dataSet: DataSet, rows: readonly Row[]): string {
  const ids = {
    right: ['columnListContainer', 'columnSelectionContainer'],
    upper: ['COLUMNLISTCONTAINER', 'COLUMNSELECTIONCONTAINER'],
    none: ['', ''],
    doubled: ['columnListContainer', 'columnSelectionContainer'],
  };
  const [tree, grid] = ids[spec.containers].map((id) => (id === '' ? '' : ` id="${id}"`));
  const double =
    spec.containers === 'doubled'
      ? `<table><tr><td id="columnSelectionContainer">${decoyBox(90, 'y')}</td></tr></table>`
      : '';
  const inGrid = gridRows(spec, rows);
  return `<h2>Select Columns to Export</h2><fieldset>${exportFromHtml(spec, dataSet)}</fieldset>
<div data-ajax>${descriptionHtml(spec, rows)}${double}<table><tr><td${tree} data-tree>${treeHtml(spec, form, rows)}</td>
<td${grid} data-grid>${gridHtml(spec, form, inGrid, (row) => labelAtFirst(spec, row, inGrid))}</td></tr></table></div>`;
}

/** The rows that are in the grid at first: what is ticked. */
export function gridRows(spec: ColumnsSpec, rows: readonly Row[]): Row[] {
  const ticked = rows.filter((row) => row.spec.isTicked);
  return spec.isShuffled ? [...ticked].reverse() : ticked;
}
