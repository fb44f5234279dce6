import { html, type Markup } from '../markup.ts';
import type { Variants } from '../variants.ts';

export interface FormRow {
  label: string;
  /** Unique in the page; used for the tie between label and control. */
  id: string;
  /** Makes the control, given the attributes that tie it to its label. */
  control: (attributes: Markup) => Markup;
  /** Grey background. */
  alt?: boolean;
  /** For rows such as Export From: the control stands below the label, as wide as the form. */
  wide?: boolean;
  /** Several controls, which have labels of their own: no label can wrap them. */
  group?: boolean;
  /** Step 3's labels end with a colon, step 1's do not (screenshots). */
  colon?: boolean;
}

/** A group of form rows, as the variants formRows, labelFor and colons shape them. */
export function formRows(variants: Variants, rows: FormRow[]): Markup {
  const cells = rows.map((row) => ({ row, ...cellsOf(variants, row) }));
  const nature = ({ alt, wide }: FormRow) => `${alt ? 'alt' : ''}${wide ? ' wide' : ''}`.trim();
  switch (variants.formRows) {
    case 'fieldset-div':
      return html`<fieldset class="form">${cells.map(
        ({
          row,
          label,
          control,
        }) => html`<div class="${nature(row)}">${label} <span class="control">${control}</span></div>
`,
      )}</fieldset>`;
    case 'table':
      return html`<table class="form"><tbody>${cells.map(
        ({ row, label, control }) => html`<tr class="${nature(row)}"><td>${label}</td><td>${control}</td></tr>
`,
      )}</tbody></table>`;
    case 'dl':
      return html`<dl class="form">${cells.map(
        ({
          row,
          label,
          control,
        }) => html`<dt class="${nature(row)}">${label}</dt><dd class="${nature(row)}">${control}</dd>
`,
      )}</dl>`;
    case 'row-class':
      return html`<div class="form">${cells.map(
        ({
          row,
          label,
          control,
        }) => html`<div class="row ${nature(row)}"><div class="name">${label}</div><div class="value">${control}</div></div>
`,
      )}</div>`;
  }
}

function cellsOf(
  variants: Variants,
  { label, id, control, colon, group }: FormRow,
): { label: Markup; control: Markup } {
  const text = colon && variants.colons === 'on' ? `${label}:` : label;
  switch (group ? 'untied' : variants.labelFor) {
    case 'untied':
      return { label: html`<label>${text}</label>`, control: control(html``) };
    case 'tied':
      return { label: html`<label for="${id}">${text}</label>`, control: control(html` id="${id}"`) };
    case 'wrapping':
      return { label: html``, control: html`<label><span class="text">${text}</span> ${control(html``)}</label>` };
    case 'aria':
      return {
        label: html`<span class="label" id="${id}_text">${text}</span>`,
        control: control(html` aria-labelledby="${id}_text"`),
      };
  }
}
