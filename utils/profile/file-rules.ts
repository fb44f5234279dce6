import type { FileRule } from './roster.ts';
import { fileRule } from './rule.ts';

const RFC = 'RFC 4180';
const ONEROSTER = 'OneRoster 1.1';
const HYGIENE = 'good order';

const LABEL = 'On step 1 of the template, retype the label.';
const DAMAGED = 'A ZIP like this is refused, or unpacks to something else.';

/**
 * What is wrong with a file or a set whoever receives it. Codes: P the set and the ZIP, F bytes, syntax and header
 * (F1 to F10 are those of reference classtag-files.md section 6), X against the last file. A profile adds its own, and
 * leaves out or says otherwise what its receiver sees otherwise.
 */
const COMMON_FILE_RULES: FileRule[] = [
  fileRule(
    'same-file-twice',
    ['P3', 'error'],
    [
      '{file} is here twice. Not read: {name}.',
      'Leave one of the two out.',
      'Nobody can tell which of the two is meant.',
      HYGIENE,
    ],
  ),
  fileRule(
    'wrong-name',
    ['F10', 'error'],
    [
      '{name} should be named {file}.',
      'Set the file name in the export summary, step 3 of the template.',
      'Files are found by their exact names, capitals included.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'wrong-content',
    ['F10', 'error'],
    [
      '{name} holds what belongs into {file}: {found}.',
      'Open the template that made it, correct the file name on step 3 or Export From on step 1, and export again.',
      'Files are found by their names, whatever is in them.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'in-folder',
    ['F10', 'error'],
    [
      'In a folder of the ZIP: {name}.',
      'Pack the files themselves, not the folder that they are in.',
      'Files are looked for at the top of the ZIP.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'junk',
    ['P4', 'note'],
    [
      'Left by the computer that packed the ZIP, and not read: {name}.',
      'Nothing need be done.',
      'Such files hold no roster data.',
      HYGIENE,
    ],
  ),
  fileRule(
    'unsafe-entry',
    ['P5', 'error'],
    [
      'Not read, because a name is empty, comes twice or points outside the ZIP: {name}.',
      'Pack the ZIP anew from the exported files.',
      DAMAGED,
      HYGIENE,
    ],
  ),
  fileRule(
    'broken-zip',
    ['P6', 'error'],
    ['{found} So it cannot be opened: {name}.', 'Copy or pack it again.', DAMAGED, HYGIENE],
  ),
  fileRule(
    'workbook',
    ['P9', 'error'],
    [
      'An Excel workbook, and not read: {name}.',
      'Export it from PowerSchool as CSV.',
      'Rosters are read as CSV only, and a workbook may have changed ids and dates.',
      HYGIENE,
    ],
  ),
  fileRule(
    'encrypted',
    ['P7', 'error'],
    [
      'Protected by a password: {name}.',
      'Pack it without one.',
      'Nobody can type the password in a nightly sync.',
      HYGIENE,
    ],
  ),
  fileRule(
    'too-many-entries',
    ['P8', 'error'],
    ['{name} holds more files than a roster has.', 'Pack only the roster files.', DAMAGED, HYGIENE],
  ),
  fileRule(
    'too-big',
    ['P8', 'error'],
    [
      'Unpacks to more than this check reads: {name}.',
      'Unpack it and check the files by themselves.',
      'A small ZIP that unpacks to very much is a trap or a mistake.',
      HYGIENE,
    ],
  ),

  fileRule(
    'empty-file',
    ['F6', 'error'],
    [
      '{file} is empty.',
      'Run the export again and look at the preview on step 2.',
      'There is nobody in it, and whoever is missing is archived.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'not-utf-8',
    ['F1', 'error'],
    [
      '{file} is not UTF-8. It looks like {found}. The first wrong byte is at {offset}.',
      'Choose UTF-8 as the character set on step 3 of the template.',
      'Names with accents are read as other letters, or the file is refused.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'utf-16',
    ['F1', 'error'],
    [
      '{file} is {found}, not UTF-8.',
      'Choose UTF-8 as the character set on step 3; a spreadsheet may have saved the file anew.',
      'The file is not read at all.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'nul',
    ['F3', 'error'],
    [
      '{n} {has} a byte of value 0.',
      'Export the file again. If it comes back, look for the value in PowerSchool.',
      'Many readers stop at such a byte.',
      HYGIENE,
    ],
  ),
  fileRule(
    'mixed-line-ends',
    ['F7', 'warning'],
    [
      '{file} ends its lines in different ways: {found}.',
      'Export it again and do not join files by hand.',
      'Some readers then take two rows for one.',
      RFC,
    ],
  ),
  fileRule(
    'no-final-line-end',
    ['F12', 'note'],
    [
      'The last row of {file} has no line end.',
      'Nothing need be done, unless the file was cut off.',
      'A copy that stopped half way ends like this, too.',
      RFC,
    ],
  ),
  fileRule(
    'trailing-blank-lines',
    ['F12', 'note'],
    [
      '{file} ends with blank lines: {count}.',
      'Nothing need be done.',
      'Some readers tell them as rows without an id.',
      HYGIENE,
    ],
  ),
  fileRule(
    'blank-lines',
    ['F11', 'warning'],
    [
      '{file} has blank lines between its rows: {count}.',
      'Export it again; a text editor may have added them.',
      'Some readers stop at a blank line.',
      RFC,
    ],
  ),
  fileRule(
    'empty-rows',
    ['F11', 'warning'],
    [
      '{n} {has} no value at all, only commas.',
      'Take them out; a spreadsheet leaves such rows behind.',
      'Each is told as a row without an id.',
      HYGIENE,
    ],
  ),
  fileRule(
    'unclosed-quote',
    ['F8', 'error'],
    [
      'A quotation mark in line {line} of {file} opens a value that never ends and takes in {swallowed}.',
      'Take the quotation mark out in PowerSchool.',
      'What it takes in is read as one long value, not as rows.',
      RFC,
    ],
  ),
  fileRule(
    'after-quote',
    ['F8', 'error'],
    [
      '{n} {has} text after a closing quotation mark.',
      'Take the quotation marks out in PowerSchool.',
      'Readers do not agree where such a value ends.',
      RFC,
    ],
  ),
  fileRule(
    'wide',
    ['F5', 'error'],
    [
      '{n} {has} more values than the header. There is a comma too many, {where}.',
      'Take the comma out in PowerSchool, or turn on “Surround field values in quotes” on step 3.',
      'What follows the comma is read in the wrong columns.',
      RFC,
    ],
  ),
  fileRule(
    'narrow',
    ['F5', 'error'],
    [
      '{n} {has} fewer values than the header.',
      'Look for a line break inside a value, and take it out in PowerSchool.',
      'What is missing is read as blank, or in the wrong columns.',
      RFC,
    ],
  ),
  fileRule(
    'cut-off',
    ['F15', 'error'],
    [
      'The last row of {file} is cut off.',
      'Export or copy the file again: it was not written to its end.',
      'What is missing at the end would be taken for gone.',
      HYGIENE,
    ],
  ),
  fileRule(
    'wrong-delimiter',
    ['F13', 'error'],
    [
      '{file} is separated by {found}, not by {wanted}.',
      'Choose Comma as the field delimiter on step 3 of the template.',
      'Each row is read as one long value.',
      RFC,
    ],
  ),

  fileRule(
    'title-row',
    ['F4', 'error'],
    [
      'There is something above the header of {file}. The header is in line {line}.',
      'Take out what is above it; a report may have been sent in place of the export.',
      'The first line is read as the header.',
      RFC,
    ],
  ),
  fileRule(
    'no-header',
    ['F4', 'error'],
    [
      '{file} has no header.',
      'Turn on “Include column headers” on step 3 of the template.',
      'Without it nobody knows which column is which.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'missing-column',
    ['F4', 'error'],
    [
      '{file} has no column {column}.',
      'Tick the field on step 1 of the template and see that its label is spelled like this.',
      'The column is required.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'misspelled-column',
    ['F4', 'error'],
    ['The column {found} of {file} should be {wanted}.', LABEL, 'Columns are found by their exact names.', ONEROSTER],
  ),
  fileRule(
    'column-case',
    ['F4', 'error'],
    [
      'The column {found} of {file} should be {wanted}, in these capitals.',
      LABEL,
      'Capitals count in the names of columns.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'column-space',
    ['F3', 'error'],
    [
      'The name of the column {wanted} of {file} holds a space or an invisible character.',
      'On step 1 of the template, empty the label and type it anew; do not paste it.',
      'Columns are found by their exact names.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'table-prefix',
    ['F4', 'error'],
    [
      'The column {found} of {file} still has its table in front. It should be {wanted}.',
      'On step 1 of the template, take the table and the point out of the label.',
      'Columns are found by their exact names.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'duplicate-column',
    ['F4', 'error'],
    [
      '{file} has the column {column} more than once.',
      'On step 1 of the template, correct the label of one of them.',
      'Nobody knows which of them counts.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'blank-column',
    ['F4', 'warning'],
    [
      'Column {place} of {file} has no name.',
      'On step 1 of the template, give the field a label or untick it.',
      'A column without a name is not read, and some readers refuse the file.',
      RFC,
    ],
  ),
  fileRule(
    'no-rows',
    ['F6', 'error'],
    [
      '{file} has a header and no rows.',
      'Run the export again and look at the preview on step 2.',
      'There is nobody in it, and whoever is missing is archived.',
      ONEROSTER,
    ],
  ),

  fileRule(
    'earlier-unreadable',
    ['X6', 'warning'],
    [
      '{found} So the earlier set could not be read, and nothing was compared.',
      'Choose the earlier files themselves, or the ZIP that they were sent in.',
      'Whether too many are gone can be seen from the earlier files only.',
      HYGIENE,
    ],
  ),
  fileRule(
    'many-changed',
    ['X3', 'warning'],
    [
      '{n} of {file} {has} other values than last time: {found} of all.',
      'Look whether a label or a field was exchanged.',
      'So many changes at once are mostly a mistake in the template.',
      HYGIENE,
    ],
  ),
  fileRule(
    're-keyed',
    ['X4', 'warning'],
    [
      '{n} of {file} {has} another id than last time for the same record.',
      'Look whether the field behind sourcedId was exchanged.',
      'A record with a new id is a new record; the old one is archived.',
      HYGIENE,
    ],
  ),
  fileRule(
    'file-set',
    ['X5', 'warning'],
    [
      'The files are not the same ones as last time: {found}.',
      'Send the same files each time.',
      'Whoever is only in a file that is missing is archived.',
      HYGIENE,
    ],
  ),
];

/** The common rules, with a profile's own in place of those of the same kind and added, and its sources for others. */
export function fileRulesWith(own: FileRule[], sources: Partial<Record<FileRule['what'], string>> = {}): FileRule[] {
  const replaced = new Set(own.map(({ what }) => what));
  const common = COMMON_FILE_RULES.filter(({ what }) => !replaced.has(what));
  return [...common.map((one) => ({ ...one, source: sources[one.what] ?? one.source })), ...own];
}
