import { variant } from './variant.ts';

/** Buttons, form rows, and the options of step 3. */
export const FORM_VARIANTS = {
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
  quotesInText: variant('U', 'Straight, curly or no quotes around "field values"', 'straight', 'curly', 'none'),
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
};
