import type { Rule } from './checks.ts';
import { classtag } from './classtag.ts';
import { classtagChecks, GUARDIANS } from './classtag-checks.ts';
import { fileRulesWith } from './file-rules.ts';
import { SHEET_ERRORS } from './oneroster-words.ts';
import { ROSTER_PICTURES } from './pictures.ts';
import type { FileRule, RosterFile, RosterProfile } from './roster.ts';
import { fileRule, rule } from './rule.ts';

/** ClassTag's articles, as reference classtag-files.md lists them. */
const GUIDE = 'ClassTag’s guide (6962062)';
const USERS = 'ClassTag, users.csv (6393158)';
const CLASSES = 'ClassTag, classes.csv (6618459)';
const ENROLLMENTS = 'ClassTag, enrollments.csv (6618460)';
const SFTP = 'ClassTag, SFTP connection (7222572)';
const UPLOAD = 'ClassTag, manual upload (6392868)';
const THRESHOLD = 'ClassTag, “Failed: Threshold” (24412887771540)';
const ONEROSTER = 'OneRoster 1.1';
const HYGIENE = 'good order';

/** ClassTag takes teacher, aide and proctor for one role, as it does parent, guardian and relative. */
const TEACHERS = ['teacher', 'aide', 'proctor'];
const IS_GUARDIAN = { column: 'role', in: GUARDIANS };
const IS_STUDENT = { column: 'role', in: ['student'] };
const IS_TEACHER = { column: 'role', in: TEACHERS };

/** The threshold is one of students, of staff and of guardians, and not of all users together (reference 3.9). */
const KINDS = [
  { name: 'students', in: ['student'] },
  { name: 'staff', in: [...TEACHERS, 'administrator'] },
  { name: 'guardians', in: GUARDIANS },
];

const files: RosterFile[] = classtag.files.map(({ id, fileName, columns }) => ({
  id,
  fileName,
  need: 'required',
  columns: columns.map(({ name, aliases, need }) => ({
    name,
    aliases,
    need,
    // What ClassTag expects are the columns of school ids, which one school by itself may leave out.
    ...(need === 'expected' ? { level: 'district' as const } : {}),
  })),
  // ClassTag does not read an enrollment's id.
  ...(id === 'enrollments'
    ? { key: null, identity: ['classSourcedId', 'userSourcedId', 'role'] }
    : { key: 'sourcedId' }),
  ...(id === 'users' ? { groups: { column: 'role', kinds: KINDS } } : {}),
}));

/** The same person's role in both files; a role that is none of the eight, or a guardian's, is told by itself. */
const sameRole = (cause: string, roles: string[], wanted: string): Rule =>
  rule(
    'enrollments',
    'userSourcedId',
    ['N4', cause, 'warning'],
    {
      is: 'target-not-in',
      file: 'users',
      column: 'sourcedId',
      of: 'role',
      in: roles,
      when: { column: 'role', in: roles },
    },
    [
      `{n} {has} ${wanted} in a class who is something else in users.csv.`,
      'Correct the role in PowerSchool; teacher, aide and proctor count as the same.',
      'The role of an enrollment is the person’s role in users.csv.',
      ENROLLMENTS,
    ],
  );

/** A spreadsheet writes its own errors; PowerSchool does not, so the preview has no such rule. */
const sheetError = (file: string, column: string, code: string, is: 'in' | 'holds', reason: string): Rule =>
  rule(file, column, [code, 'sheet-error', 'warning'], { is, values: SHEET_ERRORS }, [
    '{n} {has} a spreadsheet’s error sign (#REF!) for {column}.',
    'Send the file as PowerSchool exports it.',
    reason,
    HYGIENE,
  ]);

/** In place of an id it is worse; a school’s is needed by the sync of a whole district only. */
const sheetErrorId = (file: string, column: string, code: string): Rule => ({
  ...sheetError(file, column, code, 'holds', 'The value is lost.'),
  severity: /^(org|school)/.test(column) ? 'warning' : 'error',
});

/** Rules that need another file, or all rows of one. The preview never has them, so its checks leave them out. */
const across: Rule[] = [
  rule('users', 'sourcedId', ['F9', 'alike', 'warning'], { is: 'nearly-repeated' }, [
    '{n} {has} a sourcedId that another row has in other capitals or with spaces.',
    'Find out whether it is the same person; ids are compared to the letter.',
    'To ClassTag these are two people.',
    HYGIENE,
  ]),
  ...['orgSourcedIds', 'agentSourcedIds'].map((column) =>
    rule('users', column, [column === 'orgSourcedIds' ? 'U4' : 'U5', 'item-blank', 'warning'], { is: 'item-blank' }, [
      `{n} {has} a list with nothing between two commas in ${column}.`,
      'Take the comma too many out; the plugin’s query may join blank values.',
      'A blank id is nobody’s.',
      ONEROSTER,
    ]),
  ),
  ...['givenName', 'familyName'].map((column) =>
    sheetError('users', column, 'U3', 'in', 'People see it as their name.'),
  ),
  ...['sourcedId', 'orgSourcedIds'].map((column, at) => sheetErrorId('users', column, at === 0 ? 'U1' : 'U4')),
  rule(
    'users',
    'orgSourcedIds',
    ['U4', 'no-class-there', 'warning'],
    { is: 'refers-to', file: 'classes', column: 'schoolSourcedId', items: true, when: IS_STUDENT },
    [
      '{n} of students {has} a school id that no class has.',
      'Compare with schoolSourcedId in classes.csv, zeros in front included.',
      'The school must be the same as in classes.csv.',
      CLASSES,
    ],
  ),
  rule(
    'users',
    'sourcedId',
    ['U13', 'no-class', 'warning'],
    { is: 'unnamed', file: 'enrollments', by: 'userSourcedId', when: IS_STUDENT },
    [
      '{n} of students {has} no enrollment.',
      'Look whether they have left, or whether their sections are missing from classes.csv.',
      'Such a student is in no class in ClassTag.',
      HYGIENE,
    ],
  ),
  rule(
    'users',
    'sourcedId',
    ['U14', 'no-class', 'note'],
    { is: 'unnamed', file: 'enrollments', by: 'userSourcedId', when: { column: 'role', in: ['teacher'] } },
    [
      '{n} of teachers {has} no class.',
      'Nothing need be done if they teach none.',
      'Such a teacher sees no class in ClassTag.',
      HYGIENE,
    ],
  ),
  rule(
    'users',
    'sourcedId',
    ['U15', 'no-child', 'note'],
    { is: 'unnamed', file: 'users', by: 'agentSourcedIds', items: true, where: IS_STUDENT, when: IS_GUARDIAN },
    [
      '{n} of guardians {has} no student.',
      'Add the guardian’s id to the student’s agentSourcedIds, or leave the guardian out.',
      'Students are tied to guardians by the ids on students’ rows.',
      USERS,
    ],
    { guardians: 'users' },
  ),

  rule('classes', 'sourcedId', ['F9', 'alike', 'warning'], { is: 'nearly-repeated' }, [
    '{n} {has} a sourcedId that another row has in other capitals or with spaces.',
    'Find out whether it is the same class; ids are compared to the letter.',
    'To ClassTag these are two classes.',
    HYGIENE,
  ]),
  sheetError('classes', 'title', 'C2', 'in', 'People see it as the class’s name.'),
  sheetErrorId('classes', 'sourcedId', 'C1'),
  sheetErrorId('classes', 'schoolSourcedId', 'C4'),
  rule(
    'classes',
    'schoolSourcedId',
    ['C4', 'nobody-there', 'warning'],
    { is: 'refers-to', file: 'users', column: 'orgSourcedIds', targetItems: true, except: SHEET_ERRORS },
    [
      '{n} {has} a school id that nobody in users.csv has.',
      'Compare with orgSourcedIds, zeros in front included.',
      'The school must be the same as in users.csv.',
      CLASSES,
    ],
  ),
  rule(
    'classes',
    'sourcedId',
    ['C5', 'no-enrollment', 'warning'],
    { is: 'unnamed', file: 'enrollments', by: 'classSourcedId' },
    [
      '{n} {has} nobody enrolled, neither student nor teacher.',
      'Look whether the class is still taught; if so, look for its id in enrollments.csv.',
      'The class is empty in ClassTag.',
      HYGIENE,
    ],
  ),
  rule(
    'classes',
    'sourcedId',
    ['C7', 'no-student', 'warning'],
    { is: 'unnamed', file: 'enrollments', by: 'classSourcedId', where: IS_STUDENT, others: true },
    [
      '{n} {has} enrollments, but no student.',
      'Look whether the class is still taught, and whether the export leaves students out.',
      'No family hears from such a class.',
      HYGIENE,
    ],
  ),
  rule(
    'classes',
    'sourcedId',
    ['N6', 'no-teacher', 'warning'],
    { is: 'unnamed', file: 'enrollments', by: 'classSourcedId', where: IS_TEACHER, others: true },
    [
      '{n} {has} enrollments, but no teacher.',
      'Add the teacher to the section in PowerSchool; an aide or a proctor counts, too.',
      'Nobody can write to the families of such a class.',
      HYGIENE,
    ],
  ),

  sheetErrorId('enrollments', 'classSourcedId', 'N1'),
  sheetErrorId('enrollments', 'userSourcedId', 'N2'),
  sheetErrorId('enrollments', 'schoolSourcedId', 'N3'),
  rule(
    'enrollments',
    'classSourcedId',
    ['N1', 'unknown', 'error'],
    { is: 'refers-to', file: 'classes', column: 'sourcedId', except: SHEET_ERRORS },
    [
      '{n} {has} a class id that no class has.',
      'Compare the ids behind the two labels; a spreadsheet may have taken zeros off. Export all files at the same time.',
      'It must be the id of a class in classes.csv.',
      ENROLLMENTS,
    ],
  ),
  rule(
    'enrollments',
    'userSourcedId',
    ['N2', 'unknown', 'error'],
    { is: 'refers-to', file: 'users', column: 'sourcedId', except: SHEET_ERRORS },
    [
      '{n} {has} a person’s id that nobody has.',
      'Compare the ids behind the two labels; a spreadsheet may have taken zeros off. Export all files at the same time.',
      'It must be the id of a person in users.csv.',
      ENROLLMENTS,
    ],
  ),
  rule(
    'enrollments',
    'schoolSourcedId',
    ['N3', 'other-school', 'error'],
    { is: 'differs', via: 'classSourcedId', file: 'classes', key: 'sourcedId', other: 'schoolSourcedId' },
    [
      '{n} {has} another school id than the class.',
      'Compare the fields behind schoolSourcedId in the two templates, zeros in front included.',
      'It must be the school of the class.',
      ENROLLMENTS,
    ],
  ),
  sameRole('not-student', ['student'], 'a student'),
  sameRole('not-teacher', TEACHERS, 'a teacher'),
  sameRole('not-administrator', ['administrator'], 'an administrator'),
];

const own: FileRule[] = [
  fileRule(
    'missing-file',
    ['P1', 'warning'],
    [
      '{file} is not here. What refers to it was not checked.',
      'Check the three files together.',
      'Ids are compared across the files, and ClassTag needs all three.',
      UPLOAD,
    ],
  ),
  fileRule(
    'unknown-file',
    ['P2', 'note'],
    [
      'None of the three files of the sync, and not read: {name}.',
      'If it should be one of the three, give it that name and choose it again. Otherwise nothing need be done: ClassTag does not read OneRoster’s other files, and guardians.csv is sent by another way.',
      'The sync takes users.csv, classes.csv and enrollments.csv.',
      UPLOAD,
    ],
  ),
  fileRule(
    'bom',
    ['F2', 'warning'],
    [
      '{file} begins with an invisible mark (BOM).',
      'Send the file as PowerSchool exports it; a spreadsheet or an editor has added the mark.',
      'Invisible characters in the header make the sync fail, and the mark stands in front of the first column’s name.',
      THRESHOLD,
    ],
  ),
  fileRule(
    'not-utf-8',
    ['F1', 'error'],
    [
      '{file} is not UTF-8. It looks like {found}. The first wrong byte is at {offset}.',
      'Choose UTF-8 as the character set on step 3. ISO 8859-1 works only after telling ClassTag.',
      'A wrong encoding is one of the causes of “Failed: Threshold”.',
      `${SFTP}; ${THRESHOLD}`,
    ],
  ),
  fileRule(
    'wide',
    ['F5', 'error'],
    [
      '{n} {has} more values than the header. There is a comma too many, {where}.',
      'Take the comma out in PowerSchool, or turn on “Surround field values in quotes” on step 3 and tell ClassTag, whose guide says off.',
      'What follows the comma is read in the wrong columns.',
      `${GUIDE}; RFC 4180`,
    ],
  ),
  fileRule(
    'all-quoted',
    ['F8', 'warning'],
    [
      'Every value of {file} is in quotation marks.',
      'Turn off “Surround field values in quotes” on step 3, or make sure that no id arrives with them.',
      'ClassTag’s guide turns them off.',
      GUIDE,
    ],
  ),
  fileRule(
    'missing-expected',
    ['F4', 'error'],
    [
      '{file} has no column {column}.',
      'Tick the field on step 1 and label it like this. If one school syncs by itself, say so in the check’s settings.',
      'A sync for the whole district needs the school of each row.',
      `${USERS}; ${CLASSES}; ${ENROLLMENTS}`,
    ],
  ),
  fileRule(
    'alias',
    ['F4', 'note'],
    [
      'The column {found} of {file} is also spelled {wanted}.',
      'Nothing need be done; ClassTag’s articles use both spellings.',
      'OneRoster’s spelling is the safer one.',
      `${USERS}; ${ENROLLMENTS}`,
    ],
  ),
  fileRule(
    'unknown-column',
    ['F4', 'note'],
    [
      'ClassTag does not read in {file}: {column}.',
      'Nothing need be done, or untick the field on step 1.',
      'Send no more than is needed.',
      UPLOAD,
    ],
  ),
  fileRule(
    'other-version',
    ['F4', 'note'],
    [
      'OneRoster’s, but not read by ClassTag, in {file}: {column}.',
      'Nothing need be done, or untick the field on step 1.',
      'Send no more than is needed.',
      UPLOAD,
    ],
  ),
  fileRule(
    'threshold',
    ['X2', 'warning'],
    [
      '{n} of {file} {has} gone since last time: {found}. The threshold is {wanted}: the sync will stop archiving.',
      'Find out why before the sync, or let ClassTag raise the threshold for one day.',
      'The sync stops archiving with “Failed: Threshold”.',
      THRESHOLD,
    ],
  ),
];

/** Whose rule it is, where ClassTag says what others say as well. */
const SOURCES: Partial<Record<FileRule['what'], string>> = {
  'wrong-name': UPLOAD,
  'wrong-content': UPLOAD,
  'in-folder': `${UPLOAD}; ${ONEROSTER}`,
  'empty-file': THRESHOLD,
  'no-rows': THRESHOLD,
  'utf-16': SFTP,
  'wrong-delimiter': GUIDE,
  'no-header': GUIDE,
  'missing-column': `${USERS}; ${CLASSES}; ${ENROLLMENTS}`,
  'misspelled-column': THRESHOLD,
  'column-case': THRESHOLD,
  'column-space': THRESHOLD,
  'table-prefix': GUIDE,
};

/** OneRoster's columns that ClassTag's articles do not name; `password` is told by itself. */
const NOT_READ = [
  ...['status', 'dateLastModified', 'enabledUser', 'username', 'userIds', 'middleName', 'identifier'],
  ...['courseSourcedId', 'classCode', 'classType', 'termSourcedIds', 'subjects', 'subjectCodes'],
  ...['primary', 'beginDate', 'endDate'],
];

/**
 * What ClassTag wants of the three exported files: the preview's rules (classtag-checks.ts) and those that need whole
 * files. Columns and rules after reference classtag-files.md sections 3 and 6. Its line ends are CR, and each of the
 * three line ends is fine (F7), so `not-crlf` is not told; nor is the order of columns, which ClassTag does not name.
 */
export const classtagRoster: RosterProfile = {
  id: classtag.id,
  name: classtag.name,
  files,
  checks: { ...classtagChecks, rules: [...classtagChecks.rules, ...across] },
  fileRules: fileRulesWith(own, SOURCES),
  form: { lineEnding: 'CR', delimiter: ',', quotes: 'off' },
  extension: null,
  otherVersions: Object.fromEntries(NOT_READ.map((name) => [name, ONEROSTER])),
  manifest: false,
  pictures: ROSTER_PICTURES,
  verdicts: {
    ready: 'ClassTag will read these files.',
    attention: 'ClassTag will read these files, but {n} should be looked at.',
    partial: 'ClassTag will read what is here, but it needs {missing}, too.',
    stops: 'ClassTag will read these files and stop archiving: too many records are gone.',
    fails: '{n} will make the sync fail.',
    unreadable: 'None of these files could be read.',
  },
};
