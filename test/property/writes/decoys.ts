import { dataSetOf } from './catalog.ts';
import { type ColumnsSpec, type DecoyKind, HEADINGS, idPart, type Row } from './columns.ts';
import { HIDDEN, means } from './form.ts';

export const decoyBox = (at: number, value: string, id = '') =>
  `<input type="text"${id} ${means(`decoy ${at}`)} value="${value}">`;

/** A grid that is none: its fields are, or are not, those of the true one. */
function falseGrid(at: number, fields: readonly string[], headings: string, hasIds = true): string {
  const rows = fields.map((field, index) => {
    const id = hasIds ? ` id="label_cb_${idPart(field.toLowerCase())}"` : '';
    return `<tr><td></td><td>${field}</td><td>${decoyBox(at * 10 + index, field, id)}</td><td></td></tr>`;
  });
  return `<table class="grid">${headings}${rows.join('')}</table>`;
}

/** What stands above the columns: a description is foreign HTML (reference 0.4). */
export function descriptionHtml(spec: ColumnsSpec, rows: readonly Row[]): string {
  const { table } = dataSetOf(spec.dataSet);
  const first = rows[0]?.field ?? `${table}.x`;
  const headings = HEADINGS[spec.headings];
  const parts: Partial<Record<DecoyKind, string>> = {
    'description-table': `<h2 class="toggle">Columns</h2><table class="grid"><tr><th>Column Header *</th><th>Notes</th></tr><tr><td>${first}</td><td>${decoyBox(100, first)}</td></tr></table>`,
    'description-labels': falseGrid(11, [`${table}.agentSourcedIds2`, `${table}.zip9`], headings),
    'description-same-labels': falseGrid(12, [first, `${table}.zip8`], headings),
    'description-tick': `<p><input type="checkbox" ${means('decoy tick')}> ${first.slice(first.indexOf('.') + 1)}</p>`,
    'description-ids': `<p>${first} ${decoyBox(130, 'x', ` id="label_cb_${idPart(first.toLowerCase())}"`)}</p>`,
  };
  const shown = spec.decoys.map((decoy) => parts[decoy] ?? '').join('');
  return shown === '' ? '' : `<div class="description">${shown}</div>`;
}

/** What stands after the columns, or is not shown. */
export function decoysHtml(spec: ColumnsSpec, rows: readonly Row[], pick: number): string {
  const fields = rows.map(({ field }) => field);
  const headings = HEADINGS[spec.headings];
  // Where the true boxes have none, it would be the better one.
  const hasIds = spec.fields.every(({ labelId }) => labelId !== 'none');
  const hide = HIDDEN[pick % HIDDEN.length];
  const ticks = fields.map(
    (field, at) =>
      `<div><input type="checkbox" ${means(`decoy hidden tick ${at}`)}> ${field.slice(field.indexOf('.') + 1)}</div>`,
  );
  const parts: Partial<Record<DecoyKind, string>> = {
    'hidden-grid': `<div ${hide}>${falseGrid(20, fields, headings)}</div>`,
    'hidden-tree': `<div ${hide}><div><input type="checkbox" ${means('decoy hidden table')}> USERS</div>${ticks.join('')}</div>`,
    'grid-after': falseGrid(21, [...fields.slice(0, 1), 'OTHER.email'], headings, hasIds),
    'grid-in-dialog': `<div class="ui-dialog" role="dialog"><span class="ui-dialog-title">Help</span>${falseGrid(22, ['OTHER.role'], headings, hasIds)}</div>`,
    'hidden-step': `<div ${hide}><h2>Export Summary and Output Options</h2><div><label>Export File Name:</label><input type="text" ${means('decoy step')} value="1.csv"></div><div><label>Line Delimiter:</label><select ${means('decoy step list')}><option>LF<option>CR</select></div></div>`,
  };
  return spec.decoys.map((decoy) => parts[decoy] ?? '').join('');
}
