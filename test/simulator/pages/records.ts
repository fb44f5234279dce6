import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';
import { offerOf, type WizardState } from '../wizard-state.ts';
import { formRows } from './form.ts';
import { firstPreview } from './preview.ts';

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
  const apply = html`<div class="filter-buttons"><button type="button" class="apply">${words.apply}</button></div>`;
  return html`${
    builtIn.length === 0
      ? ''
      : html`<div class="box-round inner"><h2>${words.builtInFilters}</h2>
${formRows(variants, builtIn)}</div>`
  }
${variants.previewShape === 'filter-row' ? apply : columnFilters(session, state, apply)}
<div class="rows-choice">
<label class="choice"><input type="radio" name="rows" value="filtered"${state.rows === 'filtered' ? html` checked` : ''}> ${words.exportFiltered}</label>
<label class="choice"><input type="radio" name="rows" value="all"${state.rows === 'all' ? html` checked` : ''}> ${words.exportAll}</label>
</div>
<div class="box-round inner"><h2>${words.preview}</h2><div class="preview">${firstPreview(session, state)}</div></div>`;
}

function columnFilters({ words }: Session, state: WizardState, apply: Markup): Markup {
  return html`<div class="box-round inner"><h2>${words.columnFilters}</h2>
<div class="column-filters">${state.columns.map(
    ({ name }) => html`<div class="filter"><span class="filter-name">${name}</span> <span>${words.contains}</span>
<input type="text" name="filter" data-name="${name}" value="${state.filters[name] ?? ''}"></div>
`,
  )}</div>
${apply}</div>`;
}
