import { find } from './desk.ts';

/** A made-up step 1 that works: Export From reloads the columns, ticks add and remove rows. */

const SETS: Record<string, { table: string; fields: string[] }> = {
  'NQ - com.classtag.one_roster_users': {
    table: 'USERS',
    fields: ['dcid', 'familyName', 'givenName', 'languages', 'orgSourcedIds', 'phone', 'role', 'sms', 'sourcedId'],
  },
  'NQ - com.classtag.one_roster_classes': {
    table: 'SECTIONS',
    fields: ['grades', 'schoolSourcedId', 'sourcedId', 'title'],
  },
};

const SHELL = `<body><h1>Data Export Manager</h1><div id="step0"><h2>Select Columns to Export</h2>
<div><label>Category</label> <select id="category"><option>Show All</option><option>Additional Data Sets</option></select></div>
<div><label>Export From</label> <select id="from"><option></option>
${Object.keys(SETS)
  .map((name) => `<option>${name}</option>`)
  .join('')}</select></div>
<div id="part"></div></div></body>`;

export interface WizardOptions {
  /** How long the reload takes, in milliseconds. */
  reload?: number;
}

/** Puts the page into the document. Its listeners go with its nodes. */
export function openWizard({ reload = 200 }: WizardOptions = {}): void {
  document.documentElement.innerHTML = SHELL;
  find('#from').addEventListener('change', () => {
    const loading = '<div class="ui-dialog dialogLoading">Loading...</div>';
    document.body.insertAdjacentHTML('beforeend', loading);
    setTimeout(() => {
      find('.dialogLoading').remove();
      showColumns(find<HTMLSelectElement>('#from').value);
    }, reload);
  });
}

function showColumns(name: string): void {
  const set = SETS[name];
  find('#part').replaceChildren();
  if (!set) return;
  const { table, fields } = set;
  find('#part').innerHTML = `<table><tr><td id="columnListContainer"><div><input type="checkbox"> ${table}</div>
<div>${fields.map((field) => `<div><input type="checkbox" id="cb_${table}_${field}"> ${field}</div>`).join('')}</div></td>
<td id="columnSelectionContainer"><table class="grid"><thead><tr><th>Sort</th><th>Field</th><th>Labels Used on Export</th></tr></thead>
<tbody></tbody></table></td></tr></table>`;
  for (const field of fields) {
    find<HTMLInputElement>(`#cb_${table}_${field}`).addEventListener('click', ({ target }) => {
      if ((target as HTMLInputElement).checked) addRow(table, field);
      else find(`#row_${field}`).remove();
    });
  }
}

function addRow(table: string, field: string): void {
  const name = `${table}.${field}`;
  const cells = `<td></td><td>${name}</td><td><input type="text" value="${name}"></td>`;
  find('#part .grid tbody').insertAdjacentHTML('beforeend', `<tr id="row_${field}">${cells}</tr>`);
}

export const labelBox = (field: string): HTMLInputElement => find(`#row_${field} input`);

/** The labels by field, in the grid's order. */
export function labels(): Record<string, string> {
  const boxes = [...document.querySelectorAll<HTMLTableRowElement>('#part .grid tbody tr')];
  return Object.fromEntries(boxes.map((row) => [row.id.slice(4), row.querySelector('input')?.value ?? '']));
}
