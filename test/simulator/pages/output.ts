import { recordsOf } from '../exporting.ts';
import { html, type Markup } from '../markup.ts';
import { type Option, outputChoices, type RawOutput } from '../output-form.ts';
import type { Session } from '../sessions.ts';
import type { WizardState } from '../wizard-state.ts';
import { fill } from '../words.ts';
import { type FormRow, formRows } from './form.ts';

/** Step 3, as DEM_summary.png shows it. */
export function outputStep(session: Session, state: WizardState, output: RawOutput): Markup {
  const { variants, words } = session;
  const choices = outputChoices(variants);
  const count = state.step === 2 ? recordsOf(session, state).count : 0;
  const [open, close] = { straight: ['"', '"'], curly: ['\u201c', '\u201d'], none: ['', ''] }[variants.quotesInText];
  const row = (label: string, id: string, alt: boolean, control: FormRow['control']) => ({
    label,
    id,
    alt,
    control,
    colon: true,
  });

  return html`${box(words.summary, session, [
    row(words.records, 'recordsToExport', true, () => html`<span class="record-count">${count}</span>`),
  ])}
${box(words.format, session, [
  row(
    words.fileName,
    'exportFileName',
    false,
    (attributes) => html`<input type="text" name="fileName" size="50" value="${output.fileName}"${attributes}>`,
  ),
  row(words.lineDelimiter, 'lineDelimiter', true, (attributes) =>
    withAdjacent('line', choices.line, output.lineDelimiter, output.lineOther, attributes),
  ),
  row(words.fieldDelimiter, 'fieldDelimiter', false, (attributes) =>
    withAdjacent('field', choices.field, output.fieldDelimiter, output.fieldOther, attributes),
  ),
  row(
    words.characterSet,
    'characterSet',
    true,
    (attributes) =>
      html`<select name="characterSet"${attributes}>${optionList(choices.charset, output.characterSet)}</select>`,
  ),
])}
${box(words.options, session, [
  row(words.headers, 'includeHeaders', true, (attributes) =>
    checkbox('includeHeaders', output.includeHeaders, attributes),
  ),
  row(fill(words.quotes, `${open}${words.fieldValues}${close}`), 'surroundInQuotes', false, (attributes) =>
    checkbox('surroundInQuotes', output.surroundInQuotes, attributes),
  ),
])}`;
}

function box(heading: string, { variants }: Session, rows: FormRow[]): Markup {
  return html`<div class="box-round inner"><h2>${heading}</h2>
${formRows(variants, rows)}</div>`;
}

/** A select whose adjacent field is editable only while Other is chosen (DIM documentation). */
function withAdjacent(name: string, options: Option[], value: string, other: string, attributes: Markup): Markup {
  const otherValue = options.find(({ key }) => key === 'Other')?.value ?? '';
  return html`<select name="${name}Delimiter" data-other="${otherValue}"${attributes}>${optionList(options, value)}</select><input type="text" name="${name}Other" class="adjacent" value="${other}"${value === otherValue ? '' : html` disabled`}>`;
}

function optionList(options: Option[], chosen: string): Markup[] {
  return options.map(
    ({ value, text }) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  );
}

function checkbox(name: string, checked: boolean, attributes: Markup): Markup {
  return html`<input type="checkbox" name="${name}"${checked ? html` checked` : ''}${attributes}>`;
}
