import { fileRulesWith } from './file-rules.ts';
import { COLUMNS, onerosterCells, onerosterRules } from './oneroster-rules.ts';
import { ROSTER_PICTURES } from './pictures.ts';
import type { FileRule, RosterFile, RosterProfile } from './roster.ts';
import { fileRule } from './rule.ts';

const ONEROSTER = 'OneRoster 1.1';
const HYGIENE = 'good order';
const RECEIVERS = 'receivers’ own rules';

const OPTIONAL = ['demographics'];

/** Each file has all its columns, blank or not. */
const files: RosterFile[] = Object.entries(COLUMNS).map(([id, columns]) => ({
  id,
  fileName: `${id}.csv`,
  need: OPTIONAL.includes(id) ? 'optional' : 'required',
  columns: Object.keys(columns).map((name) => ({ name, aliases: [], need: 'required' })),
  key: 'sourcedId',
}));

const own: FileRule[] = [
  fileRule(
    'missing-file',
    ['P1', 'error'],
    [
      '{file} is not here. What refers to it was not checked.',
      'Export it as well, and pack all files into one ZIP.',
      'A roster without it cannot be read.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'unknown-file',
    ['P2', 'note'],
    [
      'None of the files that this check knows, and not read: {name}.',
      'Nothing need be done if it is a file of grades or resources; otherwise look at its name.',
      'This check reads manifest, orgs, academicSessions, courses, classes, users, enrollments and demographics.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'bom',
    ['F2', 'note'],
    [
      '{file} begins with an invisible mark (BOM).',
      'Nothing need be done, unless the receiver does not find the first column.',
      'Receivers must let it pass; some do not.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'not-crlf',
    ['F14', 'note'],
    [
      '{file} ends its lines with {found}, not with CRLF.',
      'Choose CRLF as the line delimiter on step 3 of the template if the receiver is strict.',
      'The standard points to RFC 4180, which wants CRLF; most receivers take all three.',
      'RFC 4180',
    ],
  ),
  fileRule(
    'inner-quote',
    ['F8', 'error'],
    [
      '{n} {has} a quotation mark inside a value that is not in quotation marks.',
      'Turn on “Surround field values in quotes” on step 3, or take the quotation mark out in PowerSchool.',
      'A value with a quotation mark must be in quotation marks, and the mark doubled.',
      'RFC 4180',
    ],
  ),
  fileRule(
    'column-order',
    ['F4', 'error'],
    [
      'The columns of {file} are in another order; {column} comes too late. The order is {wanted}.',
      'Move the fields on step 1 of the template, or let the plugin’s query give them in order.',
      'OneRoster fixes the order of the columns.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'unknown-column',
    ['F4', 'error'],
    [
      'OneRoster has no column {column} in {file}.',
      'Untick the field on step 1, or begin its label with metadata. and put it last.',
      'Only columns that begin with metadata. may be added.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'metadata-not-last',
    ['F4', 'error'],
    [
      'The column {column} of {file} stands before a column of OneRoster’s own.',
      'Move it to the end.',
      'Columns that begin with metadata. stand last.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'other-version',
    ['F4', 'error'],
    [
      'Of {version}, in {file}: {column}.',
      'Use a plugin for OneRoster 1.1, or change the profile of this check.',
      'Receivers of 1.1 do not know it.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'threshold',
    ['X2', 'warning'],
    [
      '{n} of {file} {has} gone since last time: {found}. The threshold is {wanted}.',
      'Find out why before the sync.',
      'In bulk, who is missing is deleted; many receivers then stop.',
      RECEIVERS,
    ],
  ),

  fileRule(
    'manifest-header',
    ['M1', 'error'],
    [
      'The header of manifest.csv is {found}. It should be propertyName,value.',
      'Correct the first line of manifest.csv.',
      'Receivers look for these two names.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-width',
    ['M2', 'error'],
    [
      '{n} of manifest.csv {has} not two values.',
      'Write one property and one value in each row.',
      'A row of another width says nothing.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-version',
    ['M3', 'error'],
    [
      'manifest.version is {found}. It should be {wanted}.',
      'Write 1.0; a spreadsheet turns it into 1.',
      'Receivers compare the version to the letter.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'oneroster-version',
    ['M4', 'error'],
    [
      'oneroster.version is {found}. This check is for {wanted}.',
      'Write 1.1, or ask who made the plugin which version it exports.',
      'Columns differ from version to version.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-missing-property',
    ['M5', 'error'],
    [
      'manifest.csv does not say {name}.',
      'Add the property; for a file that is not sent the value is absent.',
      'Every version and every file must be named.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-unknown-property',
    ['M6', 'warning'],
    [
      'manifest.csv says {name}, which OneRoster 1.1 does not know.',
      'Correct the spelling, capitals included, or take the row out.',
      'Receivers do not read it.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-duplicate-property',
    ['M7', 'error'],
    ['manifest.csv says {name} more than once.', 'Leave one of the rows.', 'Nobody knows which one counts.', ONEROSTER],
  ),
  fileRule(
    'manifest-value',
    ['M8', 'error'],
    [
      'manifest.csv says {found} for {name}.',
      'Write absent, bulk or delta, in small letters.',
      'Only these three values are allowed.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-declared-missing',
    ['M9', 'error'],
    [
      'manifest.csv says that {file} is sent ({found}), but it is not here.',
      'Add the file, or write absent.',
      'Receivers refuse a set that is not what its manifest says.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-undeclared',
    ['M10', 'error'],
    [
      '{file} is here, but manifest.csv says that it is absent.',
      'Write bulk or delta, or leave the file out.',
      'Receivers do not read a file that is declared absent.',
      ONEROSTER,
    ],
  ),
  fileRule(
    'manifest-unwanted',
    ['M11', 'note'],
    [
      'manifest.csv says that {file} is sent ({found}). This check does not read it.',
      'Nothing need be done if the receiver wants it.',
      'Send no more than is needed.',
      RECEIVERS,
    ],
  ),
  fileRule(
    'manifest-mixed',
    ['M12', 'warning'],
    [
      'manifest.csv says bulk for some files and delta for others.',
      'Send the whole set the same way.',
      'Many receivers take one way for the whole set.',
      HYGIENE,
    ],
  ),
];

const ONE_ZERO = ['userId', 'agents', 'grade', 'schoolYearId', 'termSourcedId'];
const ONE_TWO = [
  ...['userMasterIdentifier', 'resourceSourcedIds', 'primaryOrgSourcedId', 'pronouns'],
  ...['preferredGivenName', 'preferredMiddleName', 'preferredFamilyName'],
];

/**
 * OneRoster 1.1's CSV binding for rostering, to the letter: header names and their order, required values, forms,
 * vocabularies, references, and what rows say together. After reference classtag-files.md section 4 and
 * roster-checks.md; a row rule's code is R and its number there.
 */
export const oneroster: RosterProfile = {
  id: 'oneroster',
  name: 'OneRoster 1.1 (strict)',
  files,
  checks: { rules: onerosterRules, cells: onerosterCells, unwanted: [] },
  fileRules: fileRulesWith(own),
  form: { lineEnding: 'CRLF', delimiter: ',', quotes: 'when-needed' },
  extension: 'metadata.',
  otherVersions: {
    ...Object.fromEntries(ONE_ZERO.map((name) => [name, 'OneRoster 1.0'])),
    ...Object.fromEntries(ONE_TWO.map((name) => [name, 'OneRoster 1.2'])),
  },
  manifest: true,
  pictures: ROSTER_PICTURES,
  verdicts: {
    ready: 'These files are OneRoster 1.1.',
    attention: 'These files are OneRoster 1.1, but {n} should be looked at.',
    partial: 'What is here is OneRoster 1.1, but {missing} is missing.',
    stops: 'These files are OneRoster 1.1, but too many records are gone.',
    fails: 'These files are not OneRoster 1.1: {n} must be mended.',
    unreadable: 'None of these files could be read.',
  },
};
