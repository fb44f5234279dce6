/**
 * Everything the evidence leaves open about the Data Export Manager, as one table. The first value of each variant is
 * its default: the most probable reading of the evidence. `mark` says how well the default is supported
 * (S seen, I inferred, U unknown).
 */

export type Mark = 'S' | 'I' | 'U';

export interface Variant<Value extends string = string> {
  values: readonly [Value, ...Value[]];
  mark: Mark;
  explanation: string;
}

function variant<const Value extends string>(
  mark: Mark,
  explanation: string,
  ...values: [Value, ...Value[]]
): Variant<Value> {
  return { values, mark, explanation };
}

export const VARIANTS = {
  labelPickup: variant(
    'I',
    'When a typed label reaches the model: read from the boxes at Next, on change, by AngularJS ng-model, or on blur',
    'next',
    'change',
    'input-angular',
    'blur',
  ),
  labelLimit: variant('U', 'Most characters a label box takes, and a saved or exported label keeps', 'none', '30'),
  steps: variant(
    'U',
    'Steps as swapped panels, as an accordion with all headers visible, or each as a full page load',
    'panels',
    'accordion',
    'server',
  ),
  stepsInDom: variant('U', 'All three steps in the document with one visible, or only the current one', 'all', 'one'),
  prevState: variant('U', 'Prev shows step 1 as it was left, or rebuilds it from the model', 'kept', 'rebuilt'),
  treeRendering: variant(
    'U',
    'Columns of a table node exist at once (hidden), or are made when it is expanded',
    'at-once',
    'on-expand',
  ),
  treeStart: variant('I', 'Table nodes are collapsed or expanded after choosing a data set', 'collapsed', 'expanded'),
  ids: variant(
    'S',
    'The public ids of step 1: lower case, absent, upper case, alias case kept, prefixed, or with "cb_" doubled',
    'present',
    'absent',
    'upper',
    'mixed-case-field',
    'prefixed',
    'doubled',
  ),
  expandAll: variant('I', 'The idExpandAll button exists or not', 'present', 'absent'),
  rowOrder: variant(
    'I',
    'A ticked column goes to the end of its group, or to its alphabetical place',
    'appended',
    'alphabetical',
  ),
  gridTables: variant('U', 'One grid for all table groups, or one grid per group', 'one', 'per-table'),
  tableGroups: variant('I', 'A query shows its own table nodes, or one more (STUDENTS) beside them', 'one', 'several'),
  stepButtons: variant(
    'S',
    'Step buttons are <button>, <a class="button"> or <input type="button">',
    'button',
    'a',
    'input',
  ),
  nbspButtons: variant('S', 'Scripts add <em>&nbsp;</em> to next and prev buttons, or not', 'on', 'off'),
  formRows: variant(
    'I',
    'Form rows are fieldset > div, table rows, dl pairs or div.row',
    'fieldset-div',
    'table',
    'dl',
    'row-class',
  ),
  labelFor: variant(
    'I',
    'A form label stands untied beside its control, is tied by for, wraps it, or by aria-labelledby',
    'untied',
    'tied',
    'wrapping',
    'aria',
  ),
  colons: variant('S', 'Labels of step 3 end with a colon or not', 'on', 'off'),
  quotesInText: variant('S', 'Straight or curly quotes around "field values"', 'straight', 'curly'),
  lineDelimiterTexts: variant(
    'I',
    'How the option for CR and LF together is written',
    'CR/LF',
    'CR-LF',
    'CRLF',
    'CR LF',
  ),
  fieldDelimiterTexts: variant('S', 'How the option for the comma is written', 'Comma', ',', 'Comma (,)'),
  charsetTexts: variant('S', 'How the option for UTF-8 is written', 'UTF-8', 'UTF8', 'Unicode (UTF-8)'),
  windowsText: variant('I', 'How the option for Windows ANSI is written', 'Windows ANSI', 'Windows Ansi'),
  optionValues: variant(
    'U',
    'Option values of step 3: the English texts, numbers, or escaped characters',
    'text',
    'numeric',
    'escape',
  ),
  outputDefaults: variant(
    'I',
    'Defaults of step 3: CR, Tab, Windows ANSI, headers on, quotes off; or LF, Comma, UTF-8, headers off, quotes on',
    'author',
    'other',
  ),
  fileNameDefault: variant('U', 'The export file name starts empty, or as the data set with .txt', 'empty', 'data-set'),
  categoryText: variant(
    'S',
    'Category option for plugins: either spelling, no such option, or no Category select at all',
    'Additional Data Sets',
    'Additional Datasets',
    'absent',
    'no-select',
  ),
  categoryFilter: variant(
    'U',
    'Choosing a category filters Export From in the page, by AJAX, or not at all',
    'client',
    'ajax',
    'none',
  ),
  exportFromGroups: variant(
    'U',
    'Export From is a flat list, or grouped by category with <optgroup>',
    'flat',
    'optgroup',
  ),
  exportFromValues: variant('U', 'Option values of Export From are numbers or query names', 'number', 'name'),
  optionText: variant(
    'I',
    'How a query is named: summary or NQ - name as its author wrote it; a summary that names the query; a summary that does not; the bare name; NQ - before a summary; NQ without hyphen',
    'author',
    'summary-naming-query',
    'summary',
    'nq-without',
    'nq-before-summary',
    'nq-no-hyphen',
  ),
  reload: variant(
    'S',
    'How long the partial reload takes; late-overlay: the overlay comes 200 ms after the change',
    '0.3s',
    'instant',
    '3s',
    'late-overlay',
  ),
  description: variant(
    'S',
    'The description as its author wrote it, or with a foreign decoy (grid, inputs, buttons, the same words) before it',
    'author',
    'foreign',
  ),
  shell: variant('S', 'Classic page shell, or the enhanced one where #content-main scrolls', 'classic', 'enhanced'),
  scheduledTab: variant('I', 'The third tab, Scheduled System Templates, depends on the role', 'present', 'absent'),
  templateColumn: variant(
    'U',
    'My Templates lists names and descriptions only, or the data set too',
    'none',
    'data-set',
  ),
  scheduledColumn: variant('U', 'The scheduled list says when a template runs, or not', 'none', 'schedule'),
  scheduleTime: variant(
    'I',
    'The time in the schedule dialog is a text box, three lists, or a time field of the browser',
    'text',
    'selects',
    'time-input',
  ),
  scheduleDays: variant(
    'S',
    'The days in the schedule dialog stand below each other, or as columns with headings',
    'rows',
    'columns',
  ),
  scheduleWeek: variant('S', 'The week in the schedule dialog begins on Monday or on Sunday', 'monday', 'sunday'),
  previewStart: variant('U', 'The preview of step 2 shows at once, or after Apply', 'at-once', 'on-apply'),
  previewHeader: variant('U', 'The preview is headed by labels or by field names', 'labels', 'fields'),
  previewPaging: variant('U', 'Rows per preview page', '25', '10', 'all'),
  previewInputs: variant('U', 'Preview cells are text, or text boxes', 'text', 'inputs'),
  dialog: variant(
    'I',
    'The save form opens in the one reused #psDialog, in a fresh dialog, or in the page',
    'reused',
    'fresh',
    'inline',
  ),
  dialogButtons: variant(
    'U',
    "Dialog buttons are in jQuery UI's button pane, or in a .button-row",
    'buttonpane',
    'button-row',
  ),
  saveEnds: variant(
    'U',
    'After saving: dialog closes with a confirmation, closes silently, or My Templates opens',
    'confirm',
    'silent',
    'my-templates',
  ),
  fileDelivery: variant(
    'U',
    'The file comes as attachment of a form post, as a blob by XHR, or through a report queue page',
    'form-post',
    'xhr-blob',
    'report-queue',
  ),
  unquotedSpecials: variant(
    'U',
    'Values with delimiter, quote or line break while quotes are off',
    'as-is',
    'quoted-when-needed',
  ),
  quotesInside: variant('U', 'A quote inside a quoted value', 'doubled', 'as-is'),
  headersQuoted: variant('U', 'Quotes around headers too when the option is on', 'yes', 'no'),
  byteOrderMark: variant('U', 'A UTF-8 file starts with a byte order mark', 'no', 'yes'),
  finalDelimiter: variant('U', 'The last row ends with the line delimiter', 'yes', 'no'),
  crByte: variant('U', 'The byte that CR writes (public code contradicts itself)', '0D', '0A'),
  language: variant('I', 'Language of the page: visible words change, option values stay', 'en', 'es', 'fr', 'pseudo'),
  direction: variant('I', 'Writing direction of the page', 'ltr', 'rtl'),
  address: variant(
    'I',
    "Addresses are plain, hold ;jsessionid=, are in upper case, have a query, or AngularJS's hash",
    'plain',
    'jsessionid',
    'upper-case',
    'query',
    'hash',
  ),
  loginExpiry: variant(
    'S',
    'The session never expires by itself, or just before the first Next',
    'never',
    'before-next',
  ),
  sessionLength: variant(
    'S',
    'Seconds of inactivity until the session ends (a warning shows 120 s before)',
    '1800',
    '121',
    '3',
  ),
  hostile: variant(
    'U',
    'A page script that works against extensions: clicks buttons in open shadow roots, reverts labels set without keys, rebuilds the grid every 50 ms, or at every label change',
    'none',
    'clicks-foreign',
    'snap-back',
    'redraw',
    'replace',
  ),
} satisfies Record<string, Variant>;

type Table = typeof VARIANTS;
export type VariantName = keyof Table;
/** One value for every variant. */
export type Variants = { [Name in VariantName]: Table[Name]['values'][number] };

/** Thrown for a variant or value that does not exist; the message lists the right ones. */
export class UnknownVariantError extends Error {
  override name = 'UnknownVariantError';
}

/**
 * Completes the given choices with the defaults.
 * @param choices variant names and values, as typed by a user
 * @throws UnknownVariantError naming the right names or values
 */
export function chooseVariants(choices: Record<string, string>): Variants {
  const chosen: Record<string, string> = {};
  for (const [name, { values }] of Object.entries(VARIANTS)) chosen[name] = values[0];
  for (const [name, value] of Object.entries(choices)) {
    const known: Variant | undefined = Object.entries(VARIANTS).find(([candidate]) => candidate === name)?.[1];
    if (!known) {
      throw new UnknownVariantError(`Unknown variant "${name}". Variants: ${Object.keys(VARIANTS).join(', ')}.`);
    }
    if (!known.values.includes(value)) {
      throw new UnknownVariantError(`Variant ${name} has no value "${value}". Values: ${known.values.join(' | ')}.`);
    }
    chosen[name] = value;
  }
  return chosen as Variants;
}

/** The whole table as plain text, for `--list-variants`. */
export function describeVariants(): string {
  return Object.entries(VARIANTS)
    .map(([name, { values, mark, explanation }]) => {
      const listed = values.map((value, index) => (index === 0 ? `${value} (default)` : value)).join(' | ');
      return `${name} [${mark}]\n  ${listed}\n  ${explanation}`;
    })
    .join('\n');
}
