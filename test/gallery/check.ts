/** Every state of the page "Check exported files", by name, made from invented reports. */
import type { CheckView, ReportBody } from '../../components/check/types.ts';
import type {
  CheckSettings,
  Fact,
  FileReport,
  Finding,
  Picture,
  Place,
  Progress,
  Report,
} from '../../utils/roster/report.ts';

const PROFILES = [
  {
    id: 'classtag',
    name: 'ClassTag',
    fileNames: ['users.csv', 'classes.csv', 'enrollments.csv'],
    uses: { level: true, guardians: true, schoolIds: true },
  },
  {
    id: 'oneroster',
    name: 'OneRoster 1.1 (strict)',
    fileNames: ['users.csv', 'classes.csv', 'enrollments.csv', 'orgs.csv', 'manifest.csv'],
    uses: { level: false, guardians: false, schoolIds: false },
  },
];

export const SETTINGS: CheckSettings = {
  profile: 'classtag',
  level: 'district',
  guardians: 'users',
  schoolIds: [],
  threshold: 10,
};

const CHECKED_AT = '2026-11-25T15:41:00.000Z';

const COLUMNS: Record<string, string[]> = {
  users: [
    'sourcedId',
    'givenName',
    'familyName',
    'role',
    'email',
    'sms',
    'phone',
    'orgSourcedIds',
    'grades',
    'language',
  ],
  classes: ['sourcedId', 'title', 'grades', 'schoolSourcedId', 'courseCode'],
  enrollments: ['sourcedId', 'classSourcedId', 'userSourcedId', 'role', 'primary'],
};

function facts(rows: number, bytes: number, columns: number, odd: Partial<Record<Fact['id'], string>> = {}): Fact[] {
  const fact = (id: Fact['id'], found: string, wanted: string | null): Fact => ({
    id,
    found: odd[id] ?? found,
    wanted,
    fits: wanted === null ? null : (odd[id] ?? wanted) === wanted,
  });
  return [
    fact('rows', rows.toLocaleString('en-US'), null),
    fact('columns', String(columns), null),
    fact('line-ending', 'CR', 'CR'),
    fact('encoding', 'UTF-8', 'UTF-8'),
    fact('bom', 'none', 'none'),
    fact('delimiter', 'comma', 'comma'),
    fact('quotes', 'off', 'off'),
    fact('size', `${(bytes / 1e6).toFixed(1)} MB`, null),
  ];
}

function file(id: string, rows: number, more: Partial<FileReport> = {}): FileReport {
  const header = COLUMNS[id] ?? [];
  const bytes = rows * 122;
  return {
    file: id,
    fileName: `${id}.csv`,
    name: `${id}.csv`,
    knownBy: 'name',
    rows,
    bytes,
    facts: facts(rows, bytes, header.length),
    header,
    ...more,
  };
}

const notGiven = (id: string): FileReport =>
  file(id, 0, { name: null, knownBy: null, bytes: 0, facts: [], header: [] });

export function places(n: number, column: string | null, value: (at: number) => string | null): Place[] {
  return Array.from({ length: n }, (_, at) => ({
    line: 12 + at * 37,
    row: 11 + at * 37,
    column,
    id: `U${100_234 + at * 7}`,
    value: value(at),
  }));
}

export function finding(more: Partial<Finding>): Finding {
  return {
    code: 'U4',
    cause: 'blank',
    severity: 'error',
    file: 'users',
    column: 'email',
    count: 0,
    message: '',
    advice: '',
    reason: '',
    source: '',
    places: [],
    ...more,
  };
}

const DUPLICATE = finding({
  code: 'U1',
  cause: 'repeated',
  column: 'sourcedId',
  count: 4,
  message: '4 users have an id that another user has.',
  advice: 'Untick the second DCID in the data set, or filter the query so that each person comes once.',
  reason: 'With an id that comes twice, the receiver stops the sync of all users.',
  source: 'ClassTag, PowerSchool guide, step 4',
  places: places(4, 'sourcedId', (at) => `U${100_234 + at * 7}`),
});
const BROKEN_REFERENCE = finding({
  code: 'E2',
  cause: 'refers-to',
  file: 'enrollments',
  column: 'userSourcedId',
  count: 1204,
  message: '1,204 enrollments name a user that is not in users.csv. A leading zero would explain 1,180 of them.',
  advice:
    'Take the same field for sourcedId of users and userSourcedId of enrollments: both as PowerSchool writes them, with leading zeros.',
  reason: 'An enrollment without its user is dropped, and the student is missing from the class.',
  source: 'OneRoster 1.1, 3.2',
  places: places(100, 'userSourcedId', (at) => `${10_234 + at}`),
});
const COMMA = finding({
  code: 'F5',
  cause: 'delimiter',
  column: 'familyName',
  count: 2,
  message: '2 rows are wider than the header: a comma stands in familyName.',
  advice: 'Set Surround Field Values In Quotes on in the template, or take the comma out of the name in PowerSchool.',
  reason: 'Everything after the comma moves one column to the right.',
  source: 'RFC 4180',
  places: places(2, 'familyName', () => 'Okafor, Jr.'),
});
const NO_CONTACT = finding({
  code: 'U9',
  cause: 'all-blank',
  severity: 'warning',
  column: null,
  count: 318,
  message: '318 parents have neither e-mail nor mobile number.',
  advice: 'Complete the contact in PowerSchool. These parents cannot be invited until then.',
  reason: 'The receiver invites by e-mail or text message.',
  source: 'ClassTag, file description',
  places: places(100, null, () => null),
});
const SPACE = finding({
  code: 'F8',
  cause: 'outer-space',
  severity: 'warning',
  file: 'classes',
  column: 'title',
  count: 12,
  message: '12 titles begin or end with a space.',
  advice: 'Mend the course name in PowerSchool.',
  reason: 'It is shown to parents as it stands.',
  source: 'Good order',
  places: places(12, 'title', (at) => ` Algebra ${at + 1}`),
});
const NOTE = finding({
  code: 'F2',
  cause: 'no-final-line-end',
  severity: 'note',
  file: 'classes',
  column: null,
  count: 1,
  message: 'classes.csv has no line end after its last row.',
  advice: 'Nothing to do: PowerSchool writes it so.',
  reason: 'Some programs leave out such a row; the receiver does not.',
  source: 'RFC 4180',
});
const MISSING_FILE = finding({
  code: 'S1',
  cause: 'missing-file',
  severity: 'warning',
  file: null,
  column: null,
  count: 2,
  message: 'classes.csv and enrollments.csv were not given.',
  advice: 'Give all three to have their references checked, too.',
  reason: 'What one file says of another cannot be checked alone.',
  source: 'ClassTag, file description',
});

const bars = (record: Record<string, number>) => Object.entries(record).map(([name, count]) => ({ name, count }));
const PICTURES: Picture[] = [
  {
    id: 'roles',
    title: 'Users by role',
    summary: 'Most are parents: 2 for each student.',
    of: 'Role',
    counts: 'Users',
    bars: bars({ parent: 9_204, student: 4_611, teacher: 402, administrator: 23 }),
  },
  {
    id: 'schools',
    title: 'Users by school',
    summary: '14 schools; the largest has 2,310 users.',
    of: 'School',
    counts: 'Users',
    bars: Array.from({ length: 14 }, (_, at) => ({ name: `${1200 + at * 5}`, count: Math.round(2310 * 0.82 ** at) })),
  },
  {
    id: 'contacts',
    title: 'How parents can be reached',
    summary: '97 % can be reached; 318 parents cannot.',
    of: 'Contact',
    counts: 'Parents',
    bars: bars({ 'e-mail and mobile': 6_850, 'e-mail only': 1_702, 'mobile only': 334, neither: 318 }),
  },
  {
    id: 'class-sizes',
    title: 'Class sizes',
    summary: 'Most classes have 20 to 29 students; 6 have none.',
    of: 'Students',
    counts: 'Classes',
    bars: bars({ '0': 6, '1–9': 31, '10–19': 118, '20–29': 344, '30–39': 41, '40 or more': 2 }),
  },
];

const VERDICTS: Report['verdict'][] = [
  { state: 'ready', text: 'ClassTag will read these files.' },
  { state: 'attention', text: 'ClassTag will read these files, but 2 things deserve a look.' },
  { state: 'fails', text: '3 problems will make the sync fail or lose records.' },
  { state: 'unreadable', text: 'None of these files could be checked.' },
];
const verdict = (state: Report['verdict']['state']) => {
  const found = VERDICTS.find((one) => one.state === state);
  if (!found) throw new Error(`no verdict ${state}`);
  return found;
};

export function report(more: Partial<Report> = {}): Report {
  return {
    schema: 1,
    profile: { id: 'classtag', name: 'ClassTag' },
    settings: SETTINGS,
    checkedAt: CHECKED_AT,
    took: 412,
    verdict: verdict('ready'),
    files: [file('users', 14_240), file('classes', 542), file('enrollments', 12_907)],
    findings: [],
    pictures: PICTURES,
    comparison: null,
    ...more,
  };
}

export function view(body: CheckView['body'], more: Partial<CheckView> = {}): CheckView {
  return { site: 'maplewood.powerschool.com', profiles: PROFILES, settings: SETTINGS, leftOut: 0, body, ...more };
}
export const reported = (of: Report, more: Partial<ReportBody> = {}, shown: Partial<CheckView> = {}): CheckView =>
  view({ kind: 'report', report: of, keptAt: null, canKeep: true, ...more }, shown);

const running = (progress: Progress | null, left: number | null, reading = progress ? [progress.file] : []) =>
  view({
    kind: 'running',
    files: [
      { name: 'export/users.csv', bytes: 146_000_000 },
      { name: 'export/classes.csv', bytes: 4_200_000 },
      { name: 'export/enrollments.csv', bytes: 160_300_000 },
    ],
    progress,
    reading,
    left,
  });

const CAUSES = [COMMA, DUPLICATE, BROKEN_REFERENCE, NO_CONTACT, SPACE, NOTE];
const HUNDRED = Array.from({ length: 100 }, (_, at) => {
  const cause = CAUSES[Math.floor((at * CAUSES.length) / 100)] ?? NOTE;
  return { ...cause, cause: `${cause.cause}-${at}` };
});
const LONG = 'a_very_long_name_without_any_space_in_it_'.repeat(4);

/** Every rule of the page's words at once: a district export with what such exports have. */
export const PROBLEMS = report({
  verdict: verdict('fails'),
  files: [
    file('users', 14_240, {
      facts: facts(14_240, 1_737_280, 10, { 'line-ending': 'LF', encoding: 'Windows-1252', quotes: 'around all' }),
    }),
    file('classes', 542),
    file('enrollments', 12_907, { name: 'export/enrollments (1).csv', knownBy: 'header' }),
  ],
  findings: CAUSES,
});

const FINGERPRINT = { kind: 'fingerprint', at: '2026-11-18T02:10:00.000Z' } as const;

export const checkStates: Record<string, CheckView> = {
  empty: view({ kind: 'empty' }),
  'empty-oneroster-without-site': view(
    { kind: 'empty' },
    { site: '', settings: { ...SETTINGS, profile: 'oneroster', schoolIds: ['1200', '1205', '0012'] } },
  ),
  starting: running(null, null),
  running: running(
    { file: 'users.csv', bytes: 61_400_000, totalBytes: 310_500_000, rows: 503_210, elapsed: 400 },
    null,
  ),
  'running-steady': running(
    { file: 'enrollments.csv', bytes: 203_400_000, totalBytes: 310_500_000, rows: 2_503_210, elapsed: 9_000 },
    4.7,
    ['users.csv', 'enrollments.csv'],
  ),
  ready: reported(report()),
  'ready-compared': reported(
    report({
      comparison: {
        with: FINGERPRINT,
        files: [
          {
            file: 'users',
            group: null,
            before: 14_198,
            now: 14_240,
            added: 61,
            removed: 19,
            changed: null,
            isOver: false,
          },
          { file: 'classes', group: null, before: 540, now: 542, added: 2, removed: 0, changed: null, isOver: false },
          {
            file: 'enrollments',
            group: null,
            before: 12_871,
            now: 12_907,
            added: 88,
            removed: 52,
            changed: null,
            isOver: false,
          },
        ],
      },
    }),
    { keptAt: FINGERPRINT.at },
  ),
  attention: reported(report({ verdict: verdict('attention'), findings: [NO_CONTACT, SPACE] })),
  problems: reported(PROBLEMS),
  'problems-over-threshold': reported(
    {
      ...PROBLEMS,
      comparison: {
        with: { kind: 'files' },
        files: [
          {
            file: 'users',
            group: null,
            before: 16_812,
            now: 14_240,
            added: 41,
            removed: 2_613,
            changed: 302,
            isOver: true,
          },
          { file: 'classes', group: null, before: 540, now: 542, added: 2, removed: 0, changed: 0, isOver: false },
          {
            file: 'enrollments',
            group: null,
            before: 12_871,
            now: 12_907,
            added: 88,
            removed: 52,
            changed: 12,
            isOver: false,
          },
        ],
      },
    },
    { canKeep: false },
  ),
  'settings-changed': reported(PROBLEMS, {}, { settings: { ...SETTINGS, level: 'school', threshold: 25 } }),
  'one-file': reported(
    report({
      verdict: verdict('attention'),
      files: [file('users', 14_240), notGiven('classes'), notGiven('enrollments')],
      findings: [MISSING_FILE],
      pictures: PICTURES.slice(0, 1),
    }),
  ),
  'hundred-findings': reported({ ...PROBLEMS, findings: HUNDRED }),
  huge: reported(
    report({
      took: 13_400,
      verdict: { state: 'fails', text: '1 problem will make the sync fail or lose records.' },
      files: [file('users', 5_000_000), file('classes', 214_300), file('enrollments', 28_904_113)],
      findings: [
        {
          ...BROKEN_REFERENCE,
          count: 28_904_113,
          message: '28,904,113 enrollments name a user that is not in users.csv.',
        },
      ],
      pictures: [
        {
          id: 'schools',
          title: 'Users by school',
          summary: '1,204 schools; the largest has 12,310 users.',
          of: 'School',
          counts: 'Users',
          bars: Array.from({ length: 1204 }, (_, at) => ({ name: `School ${at + 1}`, count: 12_310 - at * 10 })),
        },
      ],
      comparison: {
        with: FINGERPRINT,
        files: [
          {
            file: 'users',
            group: null,
            before: 4_990_001,
            now: 5_000_000,
            added: 10_212,
            removed: 213,
            changed: null,
            isOver: false,
          },
          {
            file: 'enrollments',
            group: null,
            before: 28_900_000,
            now: 28_904_113,
            added: 4_200,
            removed: 87,
            changed: null,
            isOver: false,
          },
        ],
      },
    }),
    { keptAt: FINGERPRINT.at },
  ),
  'long-names': reported(
    report({
      verdict: verdict('fails'),
      files: [file('users', 3, { name: `${LONG}/${LONG}.csv`, knownBy: 'header', header: [LONG, '', ' email '] })],
      findings: [
        {
          ...DUPLICATE,
          column: LONG,
          message: `The column ${LONG} is not known.`,
          places: places(6, LONG, (at) => (at === 0 ? '' : `${LONG} اسم العائلة`)).map((place, at) => ({
            ...place,
            column: at === 1 ? 'other' : LONG,
            id: at === 2 ? null : LONG,
          })),
        },
      ],
      pictures: [
        {
          id: 'roles',
          title: 'Users by role',
          summary: 'One role.',
          of: 'Role',
          counts: 'Users',
          bars: bars({ [LONG]: 2, '': 1 }),
        },
      ],
    }),
    {},
    { site: `${'a-long-name-'.repeat(5)}x.powerschool.com:8443` },
  ),
  unreadable: reported(
    report({
      verdict: verdict('unreadable'),
      files: [],
      pictures: [],
      findings: [
        finding({
          code: 'S7',
          cause: 'encrypted',
          file: null,
          column: null,
          count: 1,
          message: 'export.zip is encrypted.',
          advice: 'Make the ZIP without a password, or give the files themselves.',
          reason: 'Neither this page nor the receiver can open it.',
          source: 'ZIP, APPNOTE 6.3',
        }),
      ],
    }),
    { canKeep: false },
  ),
  failed: view({
    kind: 'failed',
    reason: 'failed',
    message: 'The requested file could not be read, typically due to permission problems.',
    again: true,
  }),
  canceled: view({ kind: 'failed', reason: 'canceled', message: '', again: true }),
  'nothing-given': view({ kind: 'failed', reason: 'nothing', message: '', again: false }),
};
