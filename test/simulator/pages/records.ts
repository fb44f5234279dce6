import { recordsOf } from '../exporting.ts';
import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';
import { offerOf, type WizardState } from '../wizard-state.ts';
import { fill } from '../words.ts';
import { formRows } from './form.ts';

/** Step 2: built-in filters, column filters, preview, and which rows to export. */
export function recordsStep(session: Session, state: WizardState): Markup {
  const { variants, words } = session;
  const args = offerOf(session, state.exportFrom)?.dataSet.arguments ?? [];
  const builtIn = args.map(({ name, description, defaultValue }, index) => ({
    label: description || name,
    id: `arg_${name}`,
    alt: index % 2 === 0,
    control: (attributes: Markup) =>
      html`<input type="text" name="arg" data-name="${name}" value="${state.args[name] ?? defaultValue}"${attributes}>`,
  }));
  const preview = variants.previewStart === 'at-once' ? previewTable(session, state, 0) : html``;
  return html`${
    builtIn.length === 0
      ? ''
      : html`<div class="box-round inner"><h2>${words.builtInFilters}</h2>
${formRows(variants, builtIn)}</div>`
  }
<div class="box-round inner"><h2>${words.columnFilters}</h2>
<div class="column-filters">${state.columns.map(
    ({ name }) => html`<div class="filter"><span class="filter-name">${name}</span> <span>${words.contains}</span>
<input type="text" name="filter" data-name="${name}" value="${state.filters[name] ?? ''}"></div>
`,
  )}</div>
<div class="filter-buttons"><button type="button" class="apply">${words.apply}</button></div></div>
<div class="rows-choice">
<label class="choice"><input type="radio" name="rows" value="filtered"${state.rows === 'filtered' ? html` checked` : ''}> ${words.exportFiltered}</label>
<label class="choice"><input type="radio" name="rows" value="all"${state.rows === 'all' ? html` checked` : ''}> ${words.exportAll}</label>
</div>
<div class="box-round inner"><h2>${words.preview}</h2><div class="preview">${preview}</div></div>`;
}

/** One page of the preview, counted from 0. */
export function previewTable(session: Session, state: WizardState, pageNumber: number): Markup {
  const { variants, words } = session;
  const { columns, count, rows } = recordsOf(session, state, 'filtered');
  const size = variants.previewPaging === 'all' ? count : Number(variants.previewPaging);
  const from = Math.min(pageNumber * size, count);
  const shown = rows(from, Math.min(from + size, count));
  const cell = (text: string) =>
    variants.previewInputs === 'text' ? html`<td>${text}</td>` : html`<td><input type="text" value="${text}"></td>`;
  return html`<div class="preview-scroll"><table class="grid preview-grid"><thead><tr>${columns.map(
    ({ name, label }) => html`<th>${variants.previewHeader === 'labels' ? label : name}</th>`,
  )}</tr></thead>
<tbody>${shown.map(
    (row) => html`<tr>${row.map(cell)}</tr>
`,
  )}</tbody></table></div>
<div class="paging">${pageLink('‹', pageNumber - 1, pageNumber > 0)} <span>${fill(
    words.previewCount,
    count === 0 ? 0 : from + 1,
    from + shown.length,
    count,
  )}</span> ${pageLink('›', pageNumber + 1, from + shown.length < count)}</div>`;
}

function pageLink(text: string, target: number, enabled: boolean): Markup {
  return html`<button type="button" class="page" data-page="${target}"${enabled ? '' : html` disabled`}>${text}</button>`;
}
