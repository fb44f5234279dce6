/**
 * Small sets in which nothing is wrong, and what each profile must say when one thing is: the smallest failing file of
 * each rule that needs more than one cell, and of each kind of rule about a cell. What is listed is all that is found.
 */

/** Rows of each file by column; a set is written as CSV by `csvOf`. */
export type Tables = Record<string, Record<string, string>[]>;

export interface FaultCase {
  name: string;
  /** Files, their rows (from 0) and the values that differ; null takes the row out, a new place adds a row. */
  changes: Record<string, Record<number, Record<string, string> | null>>;
  /** How the files are sent, where that is not in bulk. */
  mode?: 'delta';
  /** `R47 blank error users givenName 1`, in the order of letters. */
  findings: string[];
}

const table = (header: string, ...rows: string[]): Record<string, string>[] => {
  const names = header.split(' ');
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
};

const HEAD = 'sourcedId status dateLastModified';
const RACES = 'americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white';

/** A district with a school, a year with two terms, a class in both; a teacher, two students and a guardian. */
export const ONEROSTER_SET: Tables = {
  orgs: table(
    `${HEAD} name type identifier parentSourcedId`,
    'd1|||Sample District|district|1|',
    's1|||Sample School|school|2|d1',
  ),
  academicSessions: table(
    `${HEAD} title type startDate endDate parentSourcedId schoolYear`,
    'y1|||2026-27|schoolYear|2026-08-17|2027-05-28||2027',
    't1|||Fall|semester|2026-08-17|2026-12-18|y1|2027',
    't2|||Spring|semester|2027-01-04|2027-05-28|y1|2027',
  ),
  courses: table(
    `${HEAD} schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes`,
    'c1|||y1|Algebra|ALG1|09,10|d1|Math,Logic|1,2',
  ),
  classes: table(
    `${HEAD} title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects subjectCodes periods`,
    'k1|||Algebra A|09|c1|A1|scheduled|Room 7|s1|t1,t2|Math|1|1,3',
    'k2|||Homeroom|09|c1|A2|homeroom||s1|t1|||2',
  ),
  users: table(
    `${HEAD} enabledUser orgSourcedIds role username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades password`,
    'u1|||true|s1|student|noor|{Local:1}|Noor|Okafor|||noor@example.org|212-555-0111||g1|09|',
    'u2|||true|s1|student|ines|{Local:2},{LDAP:b}|Ines|Silva|||ines@example.org||||10|',
    'e1|||true|d1,s1|teacher|sam||Sam|Rivera|||sam@example.org|||||',
    'e2|||true|s1|teacher|kim||Kim|Lund|||kim@example.org|||||',
    'g1|||false|s1|parent|ada||Ada|Okafor|||ada@example.org|212-555-0112||||',
  ),
  enrollments: table(
    `${HEAD} classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate`,
    'n1|||k1|s1|u1|student||2026-08-17|2026-12-18',
    'n2|||k1|s1|u1|student|false|2027-01-04|2027-05-28',
    'n3|||k1|s1|u2|student||||',
    'n4|||k1|s1|e1|teacher|true|2026-08-17|2026-12-18',
    'n5|||k1|s1|e1|teacher|true|2027-01-04|2027-05-28',
    'n6|||k2|s1|e2|teacher|true||',
  ),
  demographics: table(
    `${HEAD} birthDate sex ${RACES} demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus`,
    'u1|||2012-02-29|female|false|true|false|false|false|false|false|US|TX|Austin|',
  ),
};

/** One change of one row. */
const one = (
  name: string,
  file: string,
  row: number,
  change: Record<string, string> | null,
  ...findings: string[]
): FaultCase => ({ name, changes: { [file]: { [row]: change } }, findings: findings.sort() });

export const ONEROSTER_FAULTS: FaultCase[] = [
  { name: 'nothing', changes: {}, findings: [] },
  // Cells by themselves; each kind of column once or twice.
  one(
    'no value',
    'users',
    0,
    { givenName: ' ' },
    'R34 outer-space warning users givenName 1',
    'R47 blank error users givenName 1',
  ),
  one(
    'an id with a space',
    'users',
    1,
    { sourcedId: 'u 2' },
    'R48 form error users sourcedId 1',
    'R74 unknown error enrollments userSourcedId 1',
  ),
  one(
    'a rounded id',
    'classes',
    1,
    { sourcedId: '1.05E+08' },
    'R37 rounded error classes sourcedId 1',
    'R74 unknown error enrollments classSourcedId 1',
  ),
  one(
    'a rounded id in a list',
    'users',
    2,
    { orgSourcedIds: 'd1,s1,1.05E+08' },
    'R37 rounded error users orgSourcedIds 1',
    'R74 unknown error users orgSourcedIds 1',
  ),
  one(
    'an id twice',
    'orgs',
    2,
    { sourcedId: 's1', name: 'Other', type: 'school', parentSourcedId: 'd1' },
    'R49 repeated error orgs sourcedId 1',
  ),
  one(
    'an id in capitals',
    'orgs',
    2,
    { sourcedId: 'S1', name: 'Other', type: 'school', parentSourcedId: 'd1' },
    'R50 alike warning orgs sourcedId 1',
  ),
  {
    name: 'an id without its zeros',
    changes: {
      orgs: {
        2: { sourcedId: '0101', name: 'A', type: 'school', parentSourcedId: 'd1' },
        3: { sourcedId: '101', name: 'B', type: 'school', parentSourcedId: 'd1' },
      },
    },
    findings: ['R79 lost-zeros warning orgs sourcedId 1'],
  },
  one('a space at the end', 'orgs', 1, { name: 'Sample School ' }, 'R34 outer-space warning orgs name 1'),
  one('a title of 256 bytes', 'courses', 0, { title: 'x'.repeat(256) }, 'R36 too-long warning courses title 1'),
  one('a title of 255 letters, each of two bytes', 'courses', 0, { title: 'é'.repeat(255) }),
  one('a title of 256 such letters', 'courses', 0, { title: 'é'.repeat(256) }, 'R36 too-long warning courses title 1'),
  one('a spreadsheet’s error', 'classes', 0, { title: '#REF!' }, 'R37 sheet-error warning classes title 1'),
  one('a rounded number', 'users', 0, { sms: '2.12556E+09' }, 'R37 rounded warning users sms 1'),
  one('a number too short', 'users', 0, { phone: '555-0111' }, 'R67 form warning users phone 1'),
  one('an email without host', 'users', 0, { email: 'noor@example' }, 'R66 form warning users email 1'),
  one('an email twice', 'users', 1, { email: 'noor@example.org' }, 'R73 repeated note users email 1'),
  one('a username twice', 'users', 1, { username: 'noor' }, 'R72 repeated warning users username 1'),
  one('userIds without braces', 'users', 0, { userIds: 'Local:1' }, 'R63 form error users userIds 1'),
  one('a password', 'users', 0, { password: 'secret' }, 'R71 present warning users password 1'),
  one('TRUE', 'users', 0, { enabledUser: 'TRUE' }, 'R57 case error users enabledUser 1'),
  one('yes', 'demographics', 0, { asian: 'yes' }, 'R57 unknown error demographics asian 1'),
  one('a type in capitals', 'classes', 0, { classType: 'Scheduled' }, 'R59 case error classes classType 1'),
  one('a type with ext:', 'classes', 0, { classType: 'ext:club' }, 'R59 unknown error classes classType 1'),
  one(
    'an aide in a class',
    'enrollments',
    5,
    { role: 'aide', primary: '' },
    'R59 unknown error enrollments role 1',
    'R87 other-role note enrollments role 1',
  ),
  one('a sex of 1.2', 'demographics', 0, { sex: 'other' }, 'R59 unknown error demographics sex 1'),
  one('a raw grade', 'users', 0, { grades: '9' }, 'R62 other-spelling 9 error users grades 1'),
  one('K', 'classes', 0, { grades: 'K' }, 'R62 other-spelling K error classes grades 1'),
  one('no grade', 'users', 0, { grades: 'Third' }, 'R62 unknown error users grades 1'),
  one('a grade in small letters', 'courses', 0, { grades: '09,kg' }, 'R62 case error courses grades 1'),
  one('a list with a hole', 'users', 2, { orgSourcedIds: 'd1,,s1' }, 'R61 blank-item error users orgSourcedIds 1'),
  one('a list with a space', 'users', 2, { orgSourcedIds: 'd1, s1' }, 'R61 spaced-item warning users orgSourcedIds 1'),
  one(
    'a list with an item twice',
    'classes',
    0,
    { termSourcedIds: 't1,t2,t1' },
    'R61 item-twice warning classes termSourcedIds 1',
  ),
  one('fewer codes than subjects', 'courses', 0, { subjectCodes: '1' }, 'R64 unequal error courses subjects 1'),
  one('a period of letters', 'classes', 0, { periods: '1(A)' }, 'R65 form note classes periods 1'),
  one('a day that is not', 'demographics', 0, { birthDate: '2026-02-29' }, 'R55 form error demographics birthDate 1'),
  one(
    'a year of two',
    'academicSessions',
    0,
    { schoolYear: '2026-2027' },
    'R56 form error academicSessions schoolYear 1',
  ),
  one(
    'a country by name',
    'demographics',
    0,
    { countryOfBirthCode: 'USA' },
    'R68 form warning demographics countryOfBirthCode 1',
  ),
  one(
    'a state by name',
    'demographics',
    0,
    { stateOfBirthAbbreviation: 'Texas' },
    'R68 form warning demographics stateOfBirthAbbreviation 1',
  ),
  // Bulk and delta.
  one('a status in bulk', 'users', 0, { status: 'active' }, 'R51 status-in-bulk error users status 1'),
  one(
    'a date in bulk',
    'users',
    0,
    { dateLastModified: '2026-11-25T18:00:00Z' },
    'R51 date-in-bulk error users dateLastModified 1',
  ),
  one(
    'inactive',
    'users',
    0,
    { status: 'inactive' },
    'R51 status-in-bulk error users status 1',
    'R53 inactive error users status 1',
  ),
  one(
    'a date without a time',
    'users',
    0,
    { dateLastModified: '2026-11-25' },
    'R51 date-in-bulk error users dateLastModified 1',
    'R54 form error users dateLastModified 1',
  ),
  // References.
  one('a parent that is not', 'orgs', 1, { parentSourcedId: 'd9' }, 'R74 unknown error orgs parentSourcedId 1'),
  one('a term that is not', 'classes', 1, { termSourcedIds: 't1,t9' }, 'R74 unknown error classes termSourcedIds 1'),
  one('a course that is not', 'classes', 1, { courseSourcedId: 'c9' }, 'R74 unknown error classes courseSourcedId 1'),
  one('an agent that is not', 'users', 1, { agentSourcedIds: 'g9' }, 'R74 unknown error users agentSourcedIds 1'),
  one(
    'a class that is not',
    'enrollments',
    2,
    { classSourcedId: 'k9' },
    'R74 unknown error enrollments classSourcedId 1',
  ),
  one(
    'a person that is not',
    'enrollments',
    2,
    { userSourcedId: 'u9' },
    'R74 unknown error enrollments userSourcedId 1',
  ),
  one('demographics of nobody', 'demographics', 0, { sourcedId: 'u9' }, 'R74 unknown error demographics sourcedId 1'),
  one(
    'a parent of itself',
    'academicSessions',
    0,
    { parentSourcedId: 'y1' },
    'R80 cycle error academicSessions parentSourcedId 1',
  ),
  // A district below its school: nothing stands at the top, and both go round.
  one('a circle of parents', 'orgs', 0, { parentSourcedId: 's1' }, 'R80 cycle error orgs parentSourcedId 2'),
  // Meaning.
  one(
    'a class at the district',
    'classes',
    1,
    { schoolSourcedId: 'd1' },
    'R81 no-school error classes schoolSourcedId 1',
    'R86 other-school warning enrollments schoolSourcedId 1',
  ),
  one(
    'a course in a term',
    'courses',
    0,
    { schoolYearSourcedId: 't1' },
    'R82 no-school-year error courses schoolYearSourcedId 1',
  ),
  one(
    'a term before its year',
    'academicSessions',
    1,
    { startDate: '2026-08-16' },
    'R83 outside-parent warning academicSessions startDate 1',
  ),
  one(
    'a term after its year',
    'academicSessions',
    2,
    { endDate: '2027-05-29' },
    'R83 outside-parent warning academicSessions endDate 1',
  ),
  one(
    'a term that ends as it begins',
    'academicSessions',
    1,
    { startDate: '2026-12-18' },
    'R84 not-after error academicSessions endDate 1',
    'R85 before-term warning enrollments beginDate 2',
  ),
  one(
    'an enrollment before the term',
    'enrollments',
    0,
    { beginDate: '2026-08-16' },
    'R85 before-term warning enrollments beginDate 1',
  ),
  one(
    'an enrollment after the last term',
    'enrollments',
    1,
    { endDate: '2027-05-29' },
    'R85 after-term warning enrollments endDate 1',
  ),
  one(
    'a school that is not the person’s',
    'users',
    1,
    { orgSourcedIds: 'd1' },
    'R86 not-users-school warning enrollments schoolSourcedId 1',
  ),
  one('a student who teaches', 'enrollments', 2, { role: 'teacher' }, 'R87 other-role note enrollments role 1'),
  one(
    'a primary student',
    'enrollments',
    2,
    { primary: 'true' },
    'R88 primary-not-teacher warning enrollments role 1',
    'R88 several-primary warning enrollments primary 1',
  ),
  one(
    'two primary teachers',
    'enrollments',
    6,
    {
      sourcedId: 'n7',
      classSourcedId: 'k2',
      schoolSourcedId: 's1',
      userSourcedId: 'e1',
      role: 'teacher',
      primary: 'true',
    },
    'R88 several-primary warning enrollments primary 1',
  ),
  one(
    'an enrollment twice',
    'enrollments',
    6,
    { sourcedId: 'n7', classSourcedId: 'k1', schoolSourcedId: 's1', userSourcedId: 'u2', role: 'student' },
    'R89 repeated warning enrollments userSourcedId 1',
  ),
  one('a guardian without a child', 'users', 0, { agentSourcedIds: '' }, 'R91 no-child note users sourcedId 1'),
  one(
    'demographics of a teacher',
    'demographics',
    0,
    { sourcedId: 'e1' },
    'R92 not-student warning demographics sourcedId 1',
  ),
  one(
    'two races, and not two or more',
    'demographics',
    0,
    { white: 'true' },
    'R92 several-races warning demographics demographicRaceTwoOrMoreRaces 1',
  ),
  one('two races', 'demographics', 0, { white: 'true', demographicRaceTwoOrMoreRaces: 'true' }),
  one('no district', 'orgs', 0, { type: 'state' }, 'R93 no-district warning orgs type 1'),
  one(
    'no school',
    'orgs',
    1,
    { type: 'local' },
    'R81 no-school error classes schoolSourcedId 2',
    'R81 no-school error enrollments schoolSourcedId 6',
    'R93 no-school warning orgs type 1',
  ),
  one(
    'a second root',
    'orgs',
    2,
    { sourcedId: 's2', name: 'Other', type: 'school' },
    'R93 several-roots warning orgs parentSourcedId 2',
  ),
];

/** As `one`, in a set that is sent as delta: every row has the status active and a time. */
const inDelta = (...given: Parameters<typeof one>): FaultCase => ({ ...one(...given), mode: 'delta' });

ONEROSTER_FAULTS.push(
  { name: 'nothing, in a delta', changes: {}, mode: 'delta', findings: [] },
  inDelta('no status', 'users', 0, { status: '' }, 'R52 no-status error users status 1'),
  inDelta('no time', 'users', 0, { dateLastModified: '' }, 'R52 no-date error users dateLastModified 1'),
  inDelta(
    'another status',
    'users',
    0,
    { status: 'deleted' },
    'R52 unknown error users status 1',
    'R77 not-active warning enrollments userSourcedId 2',
  ),
  inDelta(
    'a status in capitals',
    'users',
    0,
    { status: 'Active' },
    'R52 case error users status 1',
    'R77 not-active warning enrollments userSourcedId 2',
  ),
  inDelta(
    'a course that is being deleted',
    'courses',
    0,
    { status: 'tobedeleted' },
    'R77 not-active warning classes courseSourcedId 2',
  ),
);

/** The three files of ClassTag: a school with a class, a student, a guardian, and those who teach and lead. */
export const CLASSTAG_SET: Tables = {
  users: table(
    'sourcedId orgSourcedIds role givenName familyName email sms phone agentSourcedIds grades language',
    '0001|0101|student|Noor|Okafor||||G1|05|en',
    'G1|0101|parent|Ada|Okafor|ada@example.org|212-555-0112||||en',
    'T1|0101|teacher|Sam|Rivera|sam@example.org|||||en',
    'T2|0101|aide|Kim|Lund|kim@example.org|||||en',
    'A1|0101|administrator|Lee|Novak|lee@example.org|||||en',
  ),
  classes: table('sourcedId title grades location schoolSourcedId periods', '0501|Science 5|05|Room 7|0101|3'),
  enrollments: table(
    'classSourcedId schoolSourcedId userSourcedId role',
    '0501|0101|0001|student',
    '0501|0101|T1|teacher',
  ),
};

const ANOTHER = { sourcedId: '0502', title: 'Art', grades: '05', schoolSourcedId: '0101' };
const ASSISTANT = {
  orgSourcedIds: '0101',
  role: 'administrator',
  givenName: 'Ola',
  familyName: 'Berg',
  email: 'ola@example.org',
};
const IN_0502 = { classSourcedId: '0502', schoolSourcedId: '0101' };

/** What ClassTag's whole files are checked for beyond the preview; its other rules are in rules.test.ts. */
export const CLASSTAG_FAULTS: FaultCase[] = [
  { name: 'nothing', changes: {}, findings: [] },
  one(
    'a class that is not',
    'enrollments',
    2,
    { ...IN_0502, userSourcedId: '0001', role: 'student' },
    'N1 unknown error enrollments classSourcedId 1',
  ),
  one(
    'a class without its zero',
    'enrollments',
    2,
    { classSourcedId: '501', schoolSourcedId: '0101', userSourcedId: '0001', role: 'student' },
    'N1 unknown error enrollments classSourcedId 1',
    'X1 lost-zeros warning enrollments classSourcedId 1',
  ),
  one(
    'a person that is not',
    'enrollments',
    2,
    { classSourcedId: '0501', schoolSourcedId: '0101', userSourcedId: '0009', role: 'student' },
    'N2 unknown error enrollments userSourcedId 1',
  ),
  one(
    'another school than the class’s',
    'enrollments',
    0,
    { schoolSourcedId: '0102' },
    'N3 other-school error enrollments schoolSourcedId 1',
  ),
  one('an aide who teaches', 'enrollments', 2, {
    classSourcedId: '0501',
    schoolSourcedId: '0101',
    userSourcedId: 'T2',
    role: 'teacher',
  }),
  one(
    'a student who teaches',
    'enrollments',
    2,
    { classSourcedId: '0501', schoolSourcedId: '0101', userSourcedId: '0001', role: 'proctor' },
    'N4 not-teacher warning enrollments userSourcedId 1',
  ),
  one(
    'a teacher who learns',
    'enrollments',
    2,
    { classSourcedId: '0501', schoolSourcedId: '0101', userSourcedId: 'T1', role: 'student' },
    'N4 not-student warning enrollments userSourcedId 1',
  ),
  one(
    'a teacher who leads',
    'enrollments',
    2,
    { classSourcedId: '0501', schoolSourcedId: '0101', userSourcedId: 'T1', role: 'administrator' },
    'N4 not-administrator warning enrollments userSourcedId 1',
  ),
  one(
    'a guardian in a class',
    'enrollments',
    2,
    { classSourcedId: '0501', schoolSourcedId: '0101', userSourcedId: 'G1', role: 'parent' },
    'N4 guardian warning enrollments role 1',
  ),
  one(
    'a school that nobody has',
    'classes',
    0,
    { schoolSourcedId: '0102' },
    'C4 nobody-there warning classes schoolSourcedId 1',
    'U4 no-class-there warning users orgSourcedIds 1',
    'N3 other-school error enrollments schoolSourcedId 2',
  ),
  one(
    'a student of another school',
    'users',
    0,
    { orgSourcedIds: '0101,0102' },
    'U4 no-class-there warning users orgSourcedIds 1',
  ),
  one('an administrator of another school', 'users', 4, { orgSourcedIds: '0102' }),
  one('an empty class', 'classes', 1, ANOTHER, 'C5 no-enrollment warning classes sourcedId 1'),
  {
    name: 'a class without a teacher',
    changes: { classes: { 1: ANOTHER }, enrollments: { 2: { ...IN_0502, userSourcedId: '0001', role: 'student' } } },
    findings: ['N6 no-teacher warning classes sourcedId 1'],
  },
  {
    name: 'a class with an aide alone',
    changes: { classes: { 1: ANOTHER }, enrollments: { 2: { ...IN_0502, userSourcedId: 'T2', role: 'aide' } } },
    findings: ['C7 no-student warning classes sourcedId 1'],
  },
  one(
    'a student in no class',
    'users',
    5,
    {
      sourcedId: '0002',
      orgSourcedIds: '0101',
      role: 'student',
      givenName: 'Ines',
      familyName: 'Silva',
      agentSourcedIds: 'G1',
      grades: '05',
      language: 'pt',
    },
    'U13 no-class warning users sourcedId 1',
  ),
  one('a teacher in no class', 'users', 3, { role: 'teacher' }, 'U14 no-class note users sourcedId 1'),
  one(
    'a guardian of nobody',
    'users',
    0,
    { agentSourcedIds: '' },
    'U12 no-guardian warning users agentSourcedIds 1',
    'U15 no-child note users sourcedId 1',
  ),
  one('guardians with a hole', 'users', 0, { agentSourcedIds: 'G1,' }, 'U5 item-blank warning users agentSourcedIds 1'),
  one(
    'holes, which are no guardians',
    'users',
    0,
    { agentSourcedIds: `G1${','.repeat(7)}` },
    'U5 item-blank warning users agentSourcedIds 1',
  ),
  one(
    'a guardian once more behind many',
    'users',
    0,
    { agentSourcedIds: ['G1', ...Array.from({ length: 40 }, (_, at) => `N${at}`), 'G1'].join() },
    'U5 nobody warning users agentSourcedIds 1',
    'U5 too-many error users agentSourcedIds 1',
    'U5 twice warning users agentSourcedIds 1',
  ),
  one(
    'many guardians, each once',
    'users',
    0,
    { agentSourcedIds: ['G1', ...Array.from({ length: 40 }, (_, at) => `N${at}`)].join() },
    'U5 nobody warning users agentSourcedIds 1',
    'U5 too-many error users agentSourcedIds 1',
  ),
  one('schools with a hole', 'users', 4, { orgSourcedIds: '0101,' }, 'U4 item-blank warning users orgSourcedIds 1'),
  one('an id in other capitals', 'users', 3, { sourcedId: 't1' }, 'F9 alike warning users sourcedId 1'),
  one(
    'a class id in other capitals',
    'classes',
    1,
    { ...ANOTHER, sourcedId: '0501 ' },
    'C5 no-enrollment warning classes sourcedId 1',
    'F9 alike warning classes sourcedId 1',
    'F9 outer-space warning classes sourcedId 1',
  ),
  one(
    'a spreadsheet’s error for a name',
    'users',
    0,
    { familyName: '#N/A' },
    'U3 sheet-error warning users familyName 1',
  ),
  one('a spreadsheet’s error for a title', 'classes', 0, { title: '#REF!' }, 'C2 sheet-error warning classes title 1'),
  {
    name: 'each of a spreadsheet’s errors for a person’s id',
    changes: {
      users: Object.fromEntries(
        ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!'].map((sourcedId, at) => [
          at + 5,
          { ...ASSISTANT, sourcedId, familyName: `Novak${at}` },
        ]),
      ),
    },
    findings: ['U1 sheet-error error users sourcedId 7'],
  },
  one('no more than a likeness of one', 'users', 5, { ...ASSISTANT, sourcedId: '#REF' }),
  one(
    'a spreadsheet’s error for a person’s school',
    'users',
    4,
    { orgSourcedIds: '#N/A' },
    'U4 sheet-error warning users orgSourcedIds 1',
  ),
  one(
    'a spreadsheet’s error for a class id',
    'classes',
    1,
    { ...ANOTHER, sourcedId: '#REF!' },
    'C1 sheet-error error classes sourcedId 1',
    'C5 no-enrollment warning classes sourcedId 1',
  ),
  one(
    'a spreadsheet’s error for the school of a class',
    'classes',
    1,
    { ...ANOTHER, schoolSourcedId: '#REF!' },
    'C4 sheet-error warning classes schoolSourcedId 1',
    'C5 no-enrollment warning classes sourcedId 1',
  ),
  one(
    'spreadsheet’s errors in an enrollment',
    'enrollments',
    2,
    { classSourcedId: '#REF!', schoolSourcedId: '#REF!', userSourcedId: '#REF!', role: 'student' },
    'N1 sheet-error error enrollments classSourcedId 1',
    'N2 sheet-error error enrollments userSourcedId 1',
    'N3 sheet-error warning enrollments schoolSourcedId 1',
  ),
];

/** The set with a case's changes. */
export function changed(tables: Tables, { changes, mode }: FaultCase): Tables {
  const all = mode === 'delta' ? { status: 'active', dateLastModified: '2026-11-25T18:00:00.000Z' } : {};
  return Object.fromEntries(
    Object.entries(tables).map(([file, rows]) => {
      const columns = Object.keys(rows[0] ?? {});
      const blank = Object.fromEntries(columns.map((name) => [name, '']));
      const after: (Record<string, string> | null)[] = rows.map((row) => ({ ...row, ...all }));
      for (const [at, change] of Object.entries(changes[file] ?? {}))
        after[Number(at)] = change && { ...(after[Number(at)] ?? { ...blank, ...all }), ...change };
      return [file, after.filter((row) => row !== null)];
    }),
  );
}

/** A file as PowerSchool writes it: lists and other values with commas in quotes. */
export function csvOf(rows: readonly Record<string, string>[], lineEnd: '\r' | '\r\n'): string {
  const cell = (value: string) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return lines.map((line) => line.map(cell).join(',') + lineEnd).join('');
}
