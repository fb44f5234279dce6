import type { CellRule, Checks, Rule, Severity } from './checks.ts';
import { GRADES, RAW_GRADES } from './oneroster-words.ts';
import { rule, type Words } from './rule.ts';

/** ClassTag's articles, as reference classtag-files.md lists them. */
const USERS = 'ClassTag, users.csv (6393158)';
const CLASSES = 'ClassTag, classes.csv (6618459)';
const ENROLLMENTS = 'ClassTag, enrollments.csv (6618460)';
const THRESHOLD = 'ClassTag, “Failed: Threshold” (24412887771540)';
const ONEROSTER = 'OneRoster 1.1';
const HYGIENE = 'good order';

const ROLES = ['student', 'parent', 'guardian', 'relative', 'teacher', 'aide', 'proctor', 'administrator'];
export const GUARDIANS = ['parent', 'guardian', 'relative'];
const IS_GUARDIAN = { column: 'role', in: GUARDIANS };
const IS_STUDENT = { column: 'role', in: ['student'] };

const FIX_VALUE = 'Correct the value in PowerSchool.';

/** Ids: rules that every column of ids has. */
function idRules(file: string, column: string, source: string): Rule[] {
  return [
    rule(file, column, ['F9', 'outer-space', 'warning'], { is: 'outer-space' }, [
      '{n} {has} a space before or after {column}.',
      'Take the space out in PowerSchool: ids are compared to the letter.',
      'An id with a space is another id.',
      HYGIENE,
    ]),
    rule(file, column, ['X1', 'lost-zeros', 'warning'], { is: 'lost-zeros' }, [
      '{n} {has} a {column} that another row has with leading zeros.',
      'Find out which spelling is right; a spreadsheet may have taken the zeros off.',
      'Leading zeros count: without them it is another id.',
      source,
    ]),
  ];
}

function gradeRules(file: string, code: string, items: boolean): Rule[] {
  return [
    rule(file, 'grades', [code, 'raw-number', 'warning'], { is: 'means', pairs: RAW_GRADES, items }, [
      '{n} {has} PowerSchool’s grade number {from}. The code is {to}.',
      'The plugin’s query should give the code; ask who made the plugin.',
      'A bare PowerSchool number is no grade code.',
      ONEROSTER,
    ]),
    rule(
      file,
      'grades',
      [code, 'unknown', 'warning'],
      { is: 'not-in', values: GRADES, case: 'never', except: RAW_GRADES.map(([raw]) => raw), items },
      [
        '{n} {has} a grade that is no grade code.',
        'Codes are KG, 01 to 12, PK, TK and a few more.',
        'An unknown grade may be left out.',
        ONEROSTER,
      ],
    ),
    rule(file, 'grades', [code, 'case', 'warning'], { is: 'not-in', values: GRADES, case: 'only', items }, [
      '{n} {has} a grade code in other capitals.',
      'Write KG, PK, UG and the others in capitals, and Other with one.',
      'Values are compared to the letter.',
      ONEROSTER,
    ]),
  ];
}

const users: Rule[] = [
  rule('users', 'sourcedId', ['U1', 'blank', 'error'], { is: 'blank' }, [
    '{n} {has} no sourcedId.',
    FIX_VALUE,
    'A person without an id cannot be synced.',
    USERS,
  ]),
  rule(
    'users',
    'sourcedId',
    ['U1', 'repeated', 'error'],
    { is: 'repeated', of: ['sourcedId'], also: { column: 'role', same: true } },
    [
      '{n} {has} a sourcedId that came before.',
      'Give each person one row; look for a person who is listed twice.',
      'There must be one sourcedId per person.',
      USERS,
    ],
  ),
  rule(
    'users',
    'sourcedId',
    ['U1', 'two-roles', 'warning'],
    { is: 'repeated', of: ['sourcedId'], also: { column: 'role', same: false } },
    [
      '{n} {has} a sourcedId that came before with another role.',
      'One account can have several roles if name, email and sms are the same in all of them.',
      'There must be one sourcedId per person.',
      USERS,
    ],
  ),
  rule('users', 'sourcedId', ['U1', 'spreadsheet', 'error'], { is: 'spreadsheet-number' }, [
    '{n} {has} a sourcedId as a spreadsheet rounds it, such as 1.05E+08.',
    'Take the id from PowerSchool, not from a spreadsheet.',
    'Rounded ids are not the ids of these people any more.',
    HYGIENE,
  ]),
  rule('users', 'role', ['U2', 'blank', 'error'], { is: 'blank' }, [
    '{n} {has} no role.',
    FIX_VALUE,
    'The role tells students, guardians and teachers apart.',
    USERS,
  ]),
  rule('users', 'role', ['U2', 'unknown', 'error'], { is: 'not-in', values: ROLES, case: 'never' }, [
    '{n} {has} a role that is none of the eight.',
    `The eight are ${ROLES.join(', ')}.`,
    'The role tells students, guardians and teachers apart.',
    USERS,
  ]),
  rule('users', 'role', ['U2', 'case', 'warning'], { is: 'not-in', values: ROLES, case: 'only' }, [
    '{n} {has} a role in other capitals.',
    'Roles are written in small letters.',
    'Values are compared to the letter.',
    ONEROSTER,
  ]),
  ...['givenName', 'familyName'].map((column) =>
    rule('users', column, ['U3', 'blank', 'error'], { is: 'blank' }, [
      `{n} {has} no ${column}.`,
      FIX_VALUE,
      'Names are what people see in ClassTag.',
      USERS,
    ]),
  ),
  rule(
    'users',
    'orgSourcedIds',
    ['U4', 'blank', 'error'],
    { is: 'blank' },
    ['{n} {has} no school id.', FIX_VALUE, 'Who has no school is left out of the sync.', USERS],
    { level: 'district' },
  ),
  rule('users', 'orgSourcedIds', ['U4', 'not-configured', 'error'], { is: 'not-configured', items: true }, [
    '{n} {has} a school id that is not one of those set in ClassTag.',
    'Compare with the school ids in ClassTag’s settings, zeros in front included.',
    'The sync then reports success and takes nobody.',
    THRESHOLD,
  ]),
  rule('users', 'agentSourcedIds', ['U5', 'too-many', 'error'], { is: 'more-items', than: 6 }, [
    '{n} {has} more than six guardians.',
    'ClassTag takes six; remove the others from the student.',
    'More than six are not taken.',
    USERS,
  ]),
  rule('users', 'agentSourcedIds', ['U5', 'not-student', 'warning'], { is: 'not-blank', unless: IS_STUDENT }, [
    '{n} {has} guardians without being a student.',
    'Guardians’ ids belong on the rows of students.',
    'ClassTag reads them on students’ rows.',
    USERS,
  ]),
  rule('users', 'agentSourcedIds', ['U5', 'self', 'warning'], { is: 'item-equals', column: 'sourcedId' }, [
    '{n} {has} their own id among the guardians.',
    FIX_VALUE,
    'Nobody is their own guardian.',
    HYGIENE,
  ]),
  rule('users', 'agentSourcedIds', ['U5', 'twice', 'warning'], { is: 'item-twice' }, [
    '{n} {has} the same guardian twice.',
    FIX_VALUE,
    'It counts toward the six.',
    HYGIENE,
  ]),
  rule(
    'users',
    'agentSourcedIds',
    ['U5', 'not-guardian', 'warning'],
    { is: 'refers', to: 'sourcedId', column: 'role', in: GUARDIANS, finds: 'other' },
    [
      '{n} {has} a guardian id that belongs to somebody who is no parent, guardian or relative.',
      'Look whose id it is; the guardian may have another one.',
      'The ids are those of the student’s parents and guardians.',
      USERS,
    ],
  ),
  rule(
    'users',
    'agentSourcedIds',
    ['U5', 'nobody', 'warning'],
    { is: 'refers', to: 'sourcedId', column: 'role', in: GUARDIANS, finds: 'nobody' },
    [
      '{n} {has} a guardian id that is nobody’s in this file.',
      'Add the guardian’s row, or look for lost zeros; guardians.csv may hold it, too.',
      'The ids are those of rows of users.csv.',
      USERS,
    ],
    { guardians: 'users' },
  ),
  ...gradeRules('users', 'U6', false),
  rule('users', 'grades', ['U6', 'blank', 'warning'], { is: 'blank', when: IS_STUDENT }, [
    '{n} of students {has} no grade.',
    FIX_VALUE,
    'ClassTag groups students by grade.',
    USERS,
  ]),
  rule('users', 'grades', ['U6', 'not-student', 'note'], { is: 'not-blank', unless: IS_STUDENT }, [
    '{n} {has} a grade without being a student.',
    'Nothing need be done.',
    'Grades are read for students.',
    HYGIENE,
  ]),
  rule('users', 'email', ['U7', 'form', 'warning'], { is: 'not', shape: 'email' }, [
    '{n} {has} an email that is not written like one.',
    FIX_VALUE,
    'Nobody can be reached or log in by it.',
    USERS,
  ]),
  rule(
    'users',
    'email',
    ['U7', 'no-contact', 'warning'],
    { is: 'all-blank', of: ['email', 'sms'], when: IS_GUARDIAN },
    [
      '{n} of guardians {has} neither email nor sms.',
      'Add one of them in PowerSchool, or swap phone and sms if the mobile numbers stand in phone.',
      'A guardian without either cannot log in.',
      USERS,
    ],
  ),
  ...['sms', 'phone'].flatMap((column) => [
    rule('users', column, ['U8', 'spreadsheet', 'warning'], { is: 'spreadsheet-number' }, [
      `{n} {has} a ${column} number as a spreadsheet rounds it (2.12E+09).`,
      'Take the number from PowerSchool, not from a spreadsheet.',
      'The number is lost.',
      HYGIENE,
    ]),
    rule('users', column, ['U8', 'form', 'warning'], { is: 'not', shape: 'phone' }, [
      `{n} {has} a ${column} number that cannot be dialed.`,
      'One number of 10 to 15 digits, with + ( ) - . and spaces at most.',
      'Nobody can be reached by it.',
      HYGIENE,
    ]),
  ]),
  rule(
    'users',
    'sms',
    ['U8', 'rarely-filled', 'warning'],
    { is: 'rarely-filled', other: 'phone', atMost: 5, atLeast: 50, outOf: 20, when: IS_GUARDIAN },
    [
      'Hardly any guardian has sms, but most have phone.',
      'If the mobile numbers stand in phone, go back to step 1 and choose “Swap phone and sms”.',
      'ClassTag texts and calls the sms column only.',
      USERS,
    ],
  ),
  rule('users', 'language', ['U9', 'form', 'warning'], { is: 'not', shape: 'language' }, [
    '{n} {has} a language that is no code.',
    'One code such as en, es or zh; not a name, not a list.',
    'ClassTag reads the language as a code.',
    HYGIENE,
  ]),
  rule(
    'users',
    'givenName',
    ['U11', 'two-accounts', 'note'],
    { is: 'told-apart', of: ['givenName', 'familyName'], but: ['email', 'sms', 'phone'] },
    [
      '{n} {has} the name of another row with another email or number.',
      'If it is one person with two roles, give both rows the same contact data.',
      'Different contact data make two accounts.',
      'ClassTag, self-check (6369316)',
    ],
  ),
  rule(
    'users',
    'agentSourcedIds',
    ['U12', 'no-guardian', 'warning'],
    { is: 'blank', when: IS_STUDENT },
    [
      '{n} of students {has} no guardian.',
      'Add the guardian in PowerSchool, or send guardians.csv.',
      'The family of such a student hears nothing.',
      USERS,
    ],
    { guardians: 'users' },
  ),
  ...idRules('users', 'sourcedId', USERS),
  ...idRules('users', 'orgSourcedIds', ENROLLMENTS),
];

const classes: Rule[] = [
  rule('classes', 'sourcedId', ['C1', 'blank', 'error'], { is: 'blank' }, [
    '{n} {has} no sourcedId.',
    FIX_VALUE,
    'A class without an id cannot be synced.',
    CLASSES,
  ]),
  rule('classes', 'sourcedId', ['C1', 'repeated', 'error'], { is: 'repeated', of: ['sourcedId'] }, [
    '{n} {has} a sourcedId that came before.',
    'Give each class one row.',
    'The id is the class’s own.',
    CLASSES,
  ]),
  rule('classes', 'title', ['C2', 'blank', 'error'], { is: 'blank' }, [
    '{n} {has} no title.',
    FIX_VALUE,
    'The title is the class’s name in ClassTag.',
    CLASSES,
  ]),
  rule('classes', 'grades', ['C3', 'blank', 'error'], { is: 'blank' }, [
    '{n} {has} no grade.',
    FIX_VALUE,
    'ClassTag requires the grade of a class.',
    CLASSES,
  ]),
  ...gradeRules('classes', 'C3', true),
  rule(
    'classes',
    'schoolSourcedId',
    ['C4', 'blank', 'error'],
    { is: 'blank' },
    ['{n} {has} no school id.', FIX_VALUE, 'A class without a school is left out.', CLASSES],
    { level: 'district' },
  ),
  rule('classes', 'schoolSourcedId', ['C4', 'not-configured', 'error'], { is: 'not-configured' }, [
    '{n} {has} a school id that is not one of those set in ClassTag.',
    'Compare with the school ids in ClassTag’s settings, zeros in front included.',
    'The sync then reports success and takes no class.',
    THRESHOLD,
  ]),
  rule('classes', 'periods', ['C6', 'several', 'note'], { is: 'several-items' }, [
    '{n} {has} several periods.',
    'ClassTag wants quotes around them; while quotes are off, the commas break the row.',
    'Several periods are written in double quotes, with commas.',
    CLASSES,
  ]),
  ...idRules('classes', 'sourcedId', ENROLLMENTS),
  ...idRules('classes', 'schoolSourcedId', ENROLLMENTS),
];

const enrollments: Rule[] = [
  rule('enrollments', 'classSourcedId', ['N1', 'blank', 'error'], { is: 'blank' }, [
    '{n} {has} no class id.',
    FIX_VALUE,
    'It must be the id of a class in classes.csv.',
    ENROLLMENTS,
  ]),
  rule('enrollments', 'userSourcedId', ['N2', 'blank', 'error'], { is: 'blank' }, [
    '{n} {has} no person’s id.',
    FIX_VALUE,
    'It must be the id of a person in users.csv.',
    ENROLLMENTS,
  ]),
  rule(
    'enrollments',
    'schoolSourcedId',
    ['N3', 'blank', 'error'],
    { is: 'blank' },
    ['{n} {has} no school id.', FIX_VALUE, 'It must be the school of the class.', ENROLLMENTS],
    { level: 'district' },
  ),
  rule('enrollments', 'schoolSourcedId', ['N3', 'not-configured', 'error'], { is: 'not-configured' }, [
    '{n} {has} a school id that is not one of those set in ClassTag.',
    'Compare with the school ids in ClassTag’s settings, zeros in front included.',
    'The sync then reports success and takes no enrollment.',
    THRESHOLD,
  ]),
  rule('enrollments', 'role', ['N4', 'blank', 'warning'], { is: 'blank' }, [
    '{n} {has} no role.',
    FIX_VALUE,
    'It is the person’s role in users.csv.',
    ENROLLMENTS,
  ]),
  rule('enrollments', 'role', ['N4', 'unknown', 'warning'], { is: 'not-in', values: ROLES, case: 'never' }, [
    '{n} {has} a role that is none of the eight.',
    `The eight are ${ROLES.join(', ')}.`,
    'It is the person’s role in users.csv.',
    ENROLLMENTS,
  ]),
  rule('enrollments', 'role', ['N4', 'case', 'warning'], { is: 'not-in', values: ROLES, case: 'only' }, [
    '{n} {has} a role in other capitals.',
    'Roles are written in small letters.',
    'Values are compared to the letter.',
    ONEROSTER,
  ]),
  rule('enrollments', 'role', ['N4', 'guardian', 'warning'], { is: 'in', values: GUARDIANS }, [
    '{n} of guardians {has} a class.',
    'Enroll students and teachers; guardians follow their students.',
    'Guardians are not enrolled in classes.',
    ONEROSTER,
  ]),
  rule(
    'enrollments',
    'userSourcedId',
    ['N5', 'repeated', 'warning'],
    { is: 'repeated', of: ['classSourcedId', 'userSourcedId', 'role'] },
    [
      '{n} {has} the class, person and role of a row before.',
      'Look for the person’s second enrollment in the class.',
      'One enrollment is enough.',
      HYGIENE,
    ],
  ),
  ...idRules('enrollments', 'classSourcedId', ENROLLMENTS),
  ...idRules('enrollments', 'userSourcedId', ENROLLMENTS),
  ...idRules('enrollments', 'schoolSourcedId', ENROLLMENTS),
];

const TWO_WAYS =
  'Two ways out: take the character out in PowerSchool, or turn on “Surround field values in quotes” on step 3 and tell ClassTag, whose guide says off.';

function cell(
  [code, cause, severity, holds]: [string, string, Severity, CellRule['holds']],
  [message, advice, reason, source]: Words,
  quotes?: CellRule['quotes'],
): CellRule {
  return { code, cause, severity, holds, message, advice, reason, source, ...(quotes ? { quotes } : {}) };
}

const cells: CellRule[] = [
  cell(
    ['F5', 'delimiter', 'error', 'delimiter'],
    [
      '{n} {has} a comma in {column}. Quotes are off, so the row breaks there.',
      TWO_WAYS,
      'Every comma begins a new column when values have no quotes.',
      'ClassTag’s template settings (6962062); RFC 4180',
    ],
    'off',
  ),
  cell(
    ['F5', 'line-break', 'error', 'line-break'],
    [
      '{n} {has} a line break in {column}. Quotes are off, so the row ends there.',
      TWO_WAYS,
      'Every line break begins a new row when values have no quotes.',
      'ClassTag’s template settings (6962062); RFC 4180',
    ],
    'off',
  ),
  cell(
    ['F5', 'line-break-quoted', 'warning', 'line-break'],
    [
      '{n} {has} a line break in {column}.',
      'Take it out in PowerSchool.',
      'OneRoster allows no line break inside a value.',
      ONEROSTER,
    ],
    'on',
  ),
  cell(
    ['F8', 'quote', 'error', 'quote'],
    [
      '{n} {has} a quotation mark in {column}. Quotes are off, so what follows may be read as one long value.',
      'Take the quotation mark out in PowerSchool.',
      'Values must not hold quotation marks.',
      ENROLLMENTS,
    ],
    'off',
  ),
  cell(
    ['F8', 'quote-quoted', 'warning', 'quote'],
    [
      '{n} {has} a quotation mark in {column}.',
      'Take the quotation mark out in PowerSchool.',
      'Values must not hold quotation marks.',
      ENROLLMENTS,
    ],
    'on',
  ),
  cell(
    ['F1', 'wrongly-decoded', 'warning', 'wrongly-decoded'],
    [
      '{n} {has} letters in {column} that were once read in a wrong character set (JosÃ©).',
      'Correct the value in PowerSchool; it is stored this way.',
      'People see their names like this.',
      HYGIENE,
    ],
  ),
  cell(
    ['F3', 'control', 'warning', 'control'],
    [
      '{n} {has} a control character in {column}.',
      'Type the value anew in PowerSchool.',
      'Nobody sees it, and comparisons fail by it.',
      HYGIENE,
    ],
  ),
  cell(
    ['F3', 'invisible', 'warning', 'invisible'],
    [
      '{n} {has} an invisible character in {column}.',
      'Type the value anew in PowerSchool; it was probably pasted.',
      'Nobody sees it, and comparisons fail by it.',
      HYGIENE,
    ],
  ),
];

/** What ClassTag wants of the rows, after reference classtag-files.md sections 3 and 6. */
export const classtagChecks: Checks = {
  rules: [...users, ...classes, ...enrollments],
  cells,
  unwanted: [
    {
      column: 'password',
      code: 'U10',
      message: 'There is a column of passwords.',
      advice: 'Untick it on step 1.',
      reason: 'Send no more than is needed.',
      source: 'ClassTag, manual upload (6392868)',
    },
  ],
};
