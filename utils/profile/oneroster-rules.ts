import type { CellRule, Rule, When } from './checks.ts';
import {
  after,
  all,
  boolean,
  cycle,
  date,
  FIX_VALUE,
  grades,
  guid,
  HEAD,
  HYGIENE,
  list,
  type Made,
  notDeleted,
  ONEROSTER,
  one,
  RECEIVERS,
  refers,
  required,
  targetType,
  text,
  vocabulary,
} from './oneroster-columns.ts';

const USER_ROLES = ['administrator', 'aide', 'guardian', 'parent', 'proctor', 'relative', 'student', 'teacher'];
const ENROLLMENT_ROLES = ['administrator', 'proctor', 'student', 'teacher'];
const ORG_TYPES = ['department', 'school', 'district', 'local', 'state', 'national'];
const SESSION_TYPES = ['gradingPeriod', 'semester', 'schoolYear', 'term'];
const RACES = [
  'americanIndianOrAlaskaNative',
  'asian',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
];

const IS_STUDENT: When = { column: 'role', in: ['student'] };
const IS_GUARDIAN: When = { column: 'role', in: ['parent', 'guardian', 'relative'] };

/** A column of which nothing is asked. */
const anything: Made = () => [];

/** Lists of subjects and of their codes go together. */
const subjects = all(
  list,
  one([64, 'unequal', 'error'], { is: 'items-unequal', other: 'subjectCodes' }, [
    '{n} {has} another number of subjects than of subjectCodes.',
    'Give one code for each subject, in the same order.',
    'Each code belongs to the subject in its place.',
  ]),
);

/** How often a value may come in orgs.csv. */
const orgsHolding = (cause: string, value: string, atLeast: number, atMost: number | null, message: string): Made =>
  one([93, cause, 'warning'], { is: 'rows-holding', in: [value], atLeast, ...(atMost === null ? {} : { atMost }) }, [
    message,
    'Look whether the export holds all organizations, and whose parent is missing.',
    'Receivers expect one district with its schools.',
    HYGIENE,
  ]);

/** A date of an enrollment against the terms of its class. */
const withinTerms = (cause: string, other: string, side: 'before' | 'after', words: string): Made =>
  one(
    [85, cause, 'warning'],
    {
      is: 'beyond',
      via: 'classSourcedId',
      file: 'classes',
      key: 'sourcedId',
      through: { column: 'termSourcedIds', file: 'academicSessions', key: 'sourcedId', items: true },
      other,
      side,
    },
    [
      `{n} {has} a {column} ${words}.`,
      'Compare with the dates of the class’s terms in academicSessions.csv.',
      'Nobody is in a class while it is not taught.',
      HYGIENE,
    ],
  );

/** A date of a session against its parent's. */
const withinParent = (other: string, side: 'before' | 'after', words: string): Made =>
  one(
    [83, 'outside-parent', 'warning'],
    { is: 'beyond', via: 'parentSourcedId', file: 'academicSessions', key: 'sourcedId', other, side },
    [
      `{n} {has} a {column} ${words}.`,
      'Correct the dates of the term or of the year.',
      'A term lies within its year.',
      HYGIENE,
    ],
  );

const email = all(
  one([66, 'form', 'warning'], { is: 'not', shape: 'email' }, [
    '{n} {has} an email that is not written like one.',
    FIX_VALUE,
    'Nobody can be reached or log in by it.',
    RECEIVERS,
  ]),
  one([73, 'repeated', 'note'], { is: 'repeated', of: ['email'] }, [
    '{n} {has} an email that came before.',
    'Nothing need be done, unless the receiver wants one for each person.',
    'Some receivers log people in by email.',
    RECEIVERS,
  ]),
);

const phone = all(
  one([67, 'form', 'warning'], { is: 'not', shape: 'phone' }, [
    '{n} {has} a {column} number that cannot be dialed.',
    'One number of 10 to 15 digits, with + ( ) - . and spaces at most.',
    'Nobody can be reached by it.',
    RECEIVERS,
  ]),
  one([37, 'rounded', 'warning'], { is: 'spreadsheet-number' }, [
    '{n} {has} a {column} number as a spreadsheet rounds it (2.12E+09).',
    'Take the number from PowerSchool, not from a spreadsheet.',
    'The number is lost.',
    HYGIENE,
  ]),
);

const place = (shape: 'country' | 'state', example: string): Made =>
  one([68, 'form', 'warning'], { is: 'not', shape }, [
    '{n} {has} a {column} that is no code of two capital letters.',
    `Write the code, such as ${example}.`,
    'Names and other codes are not understood.',
  ]);

/**
 * The columns of each file in the order that the binding fixes, and what is asked of each. Which values are required,
 * and the vocabularies, after reference classtag-files.md section 4 and OneRoster's CSV binding.
 */
export const COLUMNS: Record<string, Record<string, Made>> = {
  orgs: {
    ...HEAD,
    name: all(required, text),
    type: all(
      required,
      vocabulary(ORG_TYPES),
      orgsHolding('no-school', 'school', 1, null, 'orgs.csv has no organization of type school.'),
      orgsHolding('no-district', 'district', 1, null, 'orgs.csv has no organization of type district.'),
    ),
    identifier: text,
    parentSourcedId: all(
      guid(),
      refers('orgs'),
      cycle,
      notDeleted('orgs'),
      orgsHolding('several-roots', '', 0, 1, 'orgs.csv has several organizations without a parent.'),
    ),
  },
  academicSessions: {
    ...HEAD,
    title: all(required, text),
    type: all(required, vocabulary(SESSION_TYPES)),
    startDate: all(required, date, withinParent('startDate', 'before', 'before that of its parent')),
    endDate: all(required, date, after('startDate'), withinParent('endDate', 'after', 'after that of its parent')),
    parentSourcedId: all(guid(), refers('academicSessions'), cycle, notDeleted('academicSessions')),
    schoolYear: all(
      required,
      one([56, 'form', 'error'], { is: 'not', shape: 'year' }, [
        '{n} {has} a schoolYear that is no year of four digits.',
        'Write the year in which the school year ends: 2027, not 2026-2027.',
        'Other forms are not read.',
      ]),
    ),
  },
  courses: {
    ...HEAD,
    schoolYearSourcedId: all(
      guid(),
      refers('academicSessions'),
      targetType('no-school-year', 'schoolYear', 'academicSessions'),
      notDeleted('academicSessions'),
    ),
    title: all(required, text),
    courseCode: text,
    grades: grades(true),
    orgSourcedId: all(required, guid(), refers('orgs'), notDeleted('orgs')),
    subjects,
    subjectCodes: list,
  },
  classes: {
    ...HEAD,
    title: all(required, text),
    grades: grades(true),
    courseSourcedId: all(required, guid(), refers('courses'), notDeleted('courses')),
    classCode: text,
    classType: all(required, vocabulary(['homeroom', 'scheduled'])),
    location: text,
    schoolSourcedId: all(
      required,
      guid(),
      refers('orgs'),
      targetType('no-school', 'school', 'orgs'),
      notDeleted('orgs'),
    ),
    termSourcedIds: all(required, guid(true), refers('academicSessions', true)),
    subjects,
    subjectCodes: list,
    periods: all(
      list,
      one([65, 'form', 'note'], { is: 'not', shape: 'integer', items: true }, [
        '{n} {has} a period that is no whole number.',
        'Nothing need be done, unless the receiver wants numbers.',
        'Some receivers read periods as numbers.',
        RECEIVERS,
      ]),
    ),
  },
  users: {
    ...HEAD,
    enabledUser: all(required, boolean),
    orgSourcedIds: all(required, guid(true), refers('orgs', true)),
    role: all(required, vocabulary(USER_ROLES)),
    username: all(
      required,
      text,
      one([72, 'repeated', 'warning'], { is: 'repeated', of: ['username'] }, [
        '{n} {has} a username that came before.',
        'Give each person another one.',
        'Nobody can tell who logs in.',
        RECEIVERS,
      ]),
    ),
    userIds: one([63, 'form', 'error'], { is: 'not', shape: 'user-ids' }, [
      '{n} {has} userIds not written like {type:id}.',
      'Write each as type and id in braces: {Local:863}, several with commas.',
      'Other forms are not read.',
    ]),
    givenName: all(required, text),
    familyName: all(required, text),
    middleName: text,
    identifier: text,
    email,
    sms: phone,
    phone,
    agentSourcedIds: all(guid(true), refers('users', true), notDeleted('users')),
    grades: grades(true),
    password: one([71, 'present', 'warning'], { is: 'not-blank', unless: { column: 'password', in: [] } }, [
      '{n} {has} a password.',
      'Leave the column in and its values blank; agree on another way to log in.',
      'A password in a file can be read by whoever gets the file.',
      HYGIENE,
    ]),
  },
  enrollments: {
    ...HEAD,
    classSourcedId: all(required, guid(), refers('classes'), notDeleted('classes')),
    schoolSourcedId: all(
      required,
      guid(),
      refers('orgs'),
      targetType('no-school', 'school', 'orgs'),
      one(
        [86, 'other-school', 'warning'],
        { is: 'differs', via: 'classSourcedId', file: 'classes', key: 'sourcedId', other: 'schoolSourcedId' },
        [
          '{n} {has} another school than the class.',
          'Compare the fields behind schoolSourcedId in the two templates.',
          'An enrollment is at the school of its class.',
          RECEIVERS,
        ],
      ),
      one(
        [86, 'not-users-school', 'warning'],
        {
          is: 'differs',
          via: 'userSourcedId',
          file: 'users',
          key: 'sourcedId',
          other: 'orgSourcedIds',
          items: true,
        },
        [
          '{n} {has} a school that is not among the person’s orgSourcedIds.',
          'Add the school to the person’s orgSourcedIds.',
          'Who is enrolled at a school belongs to it.',
          RECEIVERS,
        ],
      ),
    ),
    userSourcedId: all(
      required,
      guid(),
      refers('users'),
      notDeleted('users'),
      one(
        [89, 'repeated', 'warning'],
        {
          is: 'repeated',
          of: ['classSourcedId', 'userSourcedId', 'role'],
          // A person may be enrolled for each term by itself.
          also: { column: 'beginDate', same: true },
        },
        [
          '{n} {has} the class, person, role and beginDate of a row before.',
          'Look for the person’s second enrollment in the class.',
          'One enrollment is enough.',
          RECEIVERS,
        ],
      ),
    ),
    role: all(
      required,
      vocabulary(ENROLLMENT_ROLES),
      one(
        [87, 'other-role', 'note'],
        { is: 'differs', via: 'userSourcedId', file: 'users', key: 'sourcedId', other: 'role' },
        [
          '{n} {has} another role than the person has in users.csv.',
          'Nothing need be done where it is meant so.',
          'OneRoster allows it; most often it is a mistake.',
          RECEIVERS,
        ],
      ),
      one(
        [88, 'primary-not-teacher', 'warning'],
        { is: 'not-in', values: ['teacher'], case: 'never', when: { column: 'primary', in: ['true'] } },
        [
          '{n} {has} primary true without being a teacher.',
          'Write true for the class’s first teacher only.',
          'primary is for teachers.',
        ],
      ),
    ),
    primary: all(
      boolean,
      one(
        [88, 'several-primary', 'warning'],
        {
          is: 'repeated',
          of: ['classSourcedId'],
          // One teacher may be enrolled for each term by itself.
          also: { column: 'userSourcedId', same: false },
          when: { column: 'primary', in: ['true'] },
        },
        [
          '{n} {has} primary true in a class that has a primary teacher already.',
          'Leave true with one of the teachers.',
          'A class has one primary teacher.',
        ],
      ),
    ),
    beginDate: all(date, withinTerms('before-term', 'startDate', 'before', 'before the class’s terms begin')),
    endDate: all(
      date,
      after('beginDate'),
      withinTerms('after-term', 'endDate', 'after', 'after the class’s terms end'),
    ),
  },
  demographics: {
    ...HEAD,
    sourcedId: all(
      HEAD.sourcedId,
      refers('users'),
      one(
        [92, 'not-student', 'warning'],
        { is: 'target-not-in', file: 'users', column: 'sourcedId', of: 'role', in: ['student'] },
        [
          '{n} {has} demographics of somebody who is no student.',
          'Leave the row out.',
          'Demographics are kept of students; send no more than is needed.',
          HYGIENE,
        ],
      ),
    ),
    birthDate: date,
    sex: vocabulary(['male', 'female']),
    ...Object.fromEntries(RACES.map((race) => [race, boolean])),
    demographicRaceTwoOrMoreRaces: all(
      boolean,
      one(
        [92, 'several-races', 'warning'],
        {
          is: 'several-are',
          of: RACES,
          value: 'true',
          when: { column: 'demographicRaceTwoOrMoreRaces', in: ['false'] },
        },
        [
          '{n} {has} more than one race, and false for demographicRaceTwoOrMoreRaces.',
          FIX_VALUE,
          'The columns contradict each other.',
          HYGIENE,
        ],
      ),
    ),
    hispanicOrLatinoEthnicity: boolean,
    countryOfBirthCode: place('country', 'US'),
    stateOfBirthAbbreviation: place('state', 'TX'),
    cityOfBirth: text,
    publicSchoolResidenceStatus: anything,
  },
};

/** A guardian whom no student names; where guardians name students instead, this is told of all of them. */
const guardianWithoutChild: Made = one(
  [91, 'no-child', 'note'],
  { is: 'unnamed', file: 'users', by: 'agentSourcedIds', items: true, where: IS_STUDENT, when: IS_GUARDIAN },
  [
    '{n} of guardians {has} no student who names them.',
    'Add the guardian’s id to the student’s agentSourcedIds.',
    'Receivers tie families together by the ids on students’ rows.',
    HYGIENE,
  ],
);

/** What is asked of every row, file by file and column by column. */
export const onerosterRules: Rule[] = [
  ...Object.entries(COLUMNS).flatMap(([file, columns]) =>
    Object.entries(columns).flatMap(([column, made]) => made(file, column)),
  ),
  ...guardianWithoutChild('users', 'sourcedId'),
];

/** What no value may hold. Commas and quotation marks are fine: the value is in quotes then. */
export const onerosterCells: CellRule[] = [
  {
    code: 'F5',
    cause: 'line-break-quoted',
    severity: 'error',
    holds: 'line-break',
    message: '{n} {has} a line break in {column}.',
    advice: 'Take it out in PowerSchool.',
    reason: 'OneRoster allows no line break inside a value.',
    source: ONEROSTER,
  },
  {
    code: 'F1',
    cause: 'wrongly-decoded',
    severity: 'warning',
    holds: 'wrongly-decoded',
    message: '{n} {has} letters in {column} that were once read in a wrong character set (JosÃ©).',
    advice: 'Correct the value in PowerSchool; it is stored this way.',
    reason: 'People see their names like this.',
    source: HYGIENE,
  },
  {
    code: 'F3',
    cause: 'control',
    severity: 'warning',
    holds: 'control',
    message: '{n} {has} a control character in {column}.',
    advice: 'Type the value anew in PowerSchool.',
    reason: 'Nobody sees it, and comparisons fail by it.',
    source: HYGIENE,
  },
  {
    code: 'F3',
    cause: 'invisible',
    severity: 'warning',
    holds: 'invisible',
    message: '{n} {has} an invisible character in {column}.',
    advice: 'Type the value anew in PowerSchool; it was probably pasted.',
    reason: 'Nobody sees it, and comparisons fail by it.',
    source: HYGIENE,
  },
];
