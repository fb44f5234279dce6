import type { Change } from '../../../utils/powerschool/types.ts';

/** A row of a made-up grid: `TABLE.field` and its label. */
export interface MadeRow {
  field: string;
  label: string;
  readOnly?: boolean;
  maxLength?: number;
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

export function rowHtml({ field, label, readOnly, maxLength }: MadeRow): string {
  const limit = maxLength === undefined ? '' : ` maxlength="${maxLength}"`;
  return `<tr><td><button>up</button></td><td>${attribute(field)}</td>
<td><input type="text" value="${attribute(label)}"${limit}${readOnly ? ' readonly' : ''}></td><td><button>-</button></td></tr>`;
}

/** Step 1 with one grid and one tree, all boxes ticked, and controls that are nobody's business. */
export function gridPage(rows: readonly MadeRow[]): string {
  const boxes = rows.map(({ field }) => `<div><input type="checkbox" checked> ${attribute(field)}</div>`);
  return `<body><form>
<input type="hidden" name="token" value="t"><input type="text" name="search" value="s">
<div><label>Export From</label><select><option></option><option selected>NQ - a.b.c</option></select></div>
<textarea name="notes">n</textarea><input type="radio" name="r" value="1" checked><input type="radio" name="r" value="2">
<table><tr><td id="columnListContainer"><div><input type="checkbox"> ALL</div><div>${boxes.join('\n')}</div></td>
<td id="columnSelectionContainer"><table class="grid">
<thead><tr><th>Sort</th><th>Field</th><th>Labels Used on Export</th><th>Remove</th></tr></thead>
<tbody>${rows.map(rowHtml).join('\n')}</tbody></table></td></tr></table>
</form></body>`;
}

export const label = (field: string, before: string, after: string): Change => ({
  target: { kind: 'label', column: field.toLowerCase() },
  before,
  after,
});

/** Everything that every control of the page holds, in order. */
export function wholeForm(document: Document): string[] {
  return [...document.querySelectorAll('input, select, textarea')].map((control) => {
    if (control.localName !== 'input') return `${control.localName} ${(control as HTMLSelectElement).value}`;
    const { type, value, checked } = control as HTMLInputElement;
    return `${type} ${value} ${checked}`;
  });
}
