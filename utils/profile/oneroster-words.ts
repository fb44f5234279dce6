/** Words of OneRoster 1.1 that more than one profile uses. */

/** CEDS entry grade levels, to which OneRoster points; ClassTag's own list is not readable. */
export const GRADES = 'IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13 PS UG Other'.split(' ');

/** PowerSchool's own numbers and the codes that a OneRoster plugin makes of them (reference 3.5). */
export const RAW_GRADES: [string, string][] = [
  ['-3', 'IT'],
  ['-2', 'PK'],
  ['-1', 'PK'],
  ['0', 'KG'],
  ...Array.from({ length: 9 }, (_, at): [string, string] => [String(at + 1), `0${at + 1}`]),
  ['14', 'PS'],
];

/** What a spreadsheet writes where a formula went wrong. */
export const SHEET_ERRORS = ['#REF!', '#N/A', '#NAME?', '#VALUE!', '#DIV/0!', '#NULL!', '#NUM!'];

/** What manifest.csv may say, and must say of each of OneRoster 1.1's files. */
export const MANIFEST = {
  header: ['propertyName', 'value'],
  versions: { 'manifest.version': '1.0', 'oneroster.version': '1.1' },
  files: [
    ...['academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics'],
    ...['enrollments', 'lineItems', 'orgs', 'resources', 'results', 'users'],
  ],
  values: ['absent', 'bulk', 'delta'],
  optional: ['source.systemName', 'source.systemCode'],
} as const;
