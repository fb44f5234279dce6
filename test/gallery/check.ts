/** Every state of the page "Check exported files", by name, made from invented reports. */
import type { CheckView, ReportBody } from '../../components/check/types.ts';
import type {
  CheckSettings,
  FileReport,
  Finding,
  Picture,
  Place,
  Progress,
  Report,
} from '../../utils/roster/report.ts';
import { toldReport } from '../../utils/roster/told.ts';
import type { Part } from '../../utils/roster/words.ts';
import { sentence } from '../../utils/words/sentences.ts';
import { factsOf, ofFile, ofRule, phrases, pictureOf, verdictOn } from './check-texts.ts';

const PROFILES = [
  {
    id: 'classtag',
    name: 'ClassTag',
    fileNames: ['users.csv', 'classes.csv', 'enrollments.csv'],
    uses: { level: true, guardians: true, schoolIds: true },
  },
  {
    id: 'oneroster',
    name: sentence('OneRoster 1.1 (strict)'),
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
    facts: factsOf(rows, bytes, header.length, {}),
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
  ...ofRule('users', 'sourcedId', 'U1', 'repeated', 4),
  places: places(4, 'sourcedId', (at) => `U${100_234 + at * 7}`),
});
const BROKEN_REFERENCE = finding({
  ...ofRule('enrollments', 'userSourcedId', 'N2', 'unknown', 1204, {
    says: '{n} differ from a known id only in leading zeros.',
    n: 1180,
  }),
  places: places(100, 'userSourcedId', (at) => `${10_234 + at}`),
});
const COMMA = finding({
  ...ofFile('wide', 'users', 'familyName', 2, {
    where: { says: 'probably in {column}', with: { column: 'familyName' } },
  }),
  places: places(2, 'familyName', () => 'Okafor, Jr.'),
});
const NO_CONTACT = finding({
  ...ofRule('users', 'email', 'U7', 'no-contact', 318),
  // As of the row as a whole.
  column: null,
  places: places(100, null, () => null),
});
const SPACE = finding({
  ...ofRule('classes', 'sourcedId', 'F9', 'outer-space', 12),
  places: places(12, 'sourcedId', (at) => ` C${at + 1}`),
});
const NOTE = finding(ofFile('no-final-line-end', 'classes', null, 1));
const MISSING_FILES = ['classes', 'enrollments'].map((file) => finding(ofFile('missing-file', file, null, 1)));

const bars = (record: Record<string, number>) => Object.entries(record);
const upTo = (from: number, to: number): Part => ({ says: '{from} to {to}', with: { from, to } });
const PICTURES: Picture[] = [
  pictureOf('roles', bars({ parent: 9_204, student: 4_611, teacher: 402, administrator: 23 })),
  pictureOf(
    'schools',
    Array.from({ length: 14 }, (_, at): [Part, number] => [`${1200 + at * 5}`, Math.round(2310 * 0.82 ** at)]),
  ),
  pictureOf(
    'contact',
    [
      [{ says: 'Mobile and email' }, 6_850],
      [{ says: 'Mobile only' }, 334],
      [{ says: 'Email only' }, 1_702],
      [{ says: 'Neither' }, 318],
    ],
    318,
  ),
  pictureOf('class-sizes', [
    [upTo(1, 5), 6],
    [upTo(6, 10), 31],
    [upTo(11, 20), 118],
    [upTo(21, 30), 344],
    [upTo(31, 40), 41],
    [{ says: '{from} or more', with: { from: 41 } }, 2],
  ]),
];

export function report(more: Partial<Report> = {}): Report {
  return {
    schema: 1,
    profile: { id: 'classtag', name: 'ClassTag' },
    settings: SETTINGS,
    checkedAt: CHECKED_AT,
    took: 412,
    verdict: verdictOn([]),
    files: [file('users', 14_240), file('classes', 542), file('enrollments', 12_907)],
    findings: [],
    pictures: PICTURES,
    comparison: null,
    phrases,
    ...more,
  };
}

export function view(body: CheckView['body'], more: Partial<CheckView> = {}): CheckView {
  return { site: 'maplewood.powerschool.com', profiles: PROFILES, settings: SETTINGS, leftOut: 0, body, ...more };
}
export const reported = (of: Report, more: Partial<ReportBody> = {}, shown: Partial<CheckView> = {}): CheckView =>
  view({ kind: 'report', report: toldReport(of), keptAt: null, canKeep: true, ...more }, shown);

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
  verdict: verdictOn(CAUSES),
  files: [
    file('users', 14_240, {
      facts: factsOf(14_240, 1_737_280, 10, {
        'line-ending': 'LF',
        encoding: 'Windows ANSI (1252)',
        quotes: { says: 'around every value' },
      }),
    }),
    file('classes', 542),
    file('enrollments', 12_907, { name: 'export/enrollments (1).csv', knownBy: 'header' }),
  ],
  findings: CAUSES,
});

/** As it is saved. */
export const SAVED: Report = (({ phrases: _, ...saved }) => saved)(PROBLEMS);

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
  attention: reported(report({ verdict: verdictOn([NO_CONTACT, SPACE]), findings: [NO_CONTACT, SPACE] })),
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
      verdict: verdictOn(MISSING_FILES),
      files: [file('users', 14_240), notGiven('classes'), notGiven('enrollments')],
      findings: MISSING_FILES,
      pictures: PICTURES.slice(0, 1),
    }),
  ),
  'hundred-findings': reported({ ...PROBLEMS, findings: HUNDRED }),
  huge: reported(
    report({
      took: 13_400,
      verdict: verdictOn([BROKEN_REFERENCE]),
      files: [file('users', 5_000_000), file('classes', 214_300), file('enrollments', 28_904_113)],
      findings: [
        {
          ...BROKEN_REFERENCE,
          ...ofRule('enrollments', 'userSourcedId', 'N2', 'unknown', 28_904_113),
        },
      ],
      pictures: [
        pictureOf(
          'schools',
          Array.from({ length: 1204 }, (_, at): [Part, number] => [`0${at + 1}`, 12_310 - at * 10]),
        ),
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
      verdict: verdictOn([DUPLICATE]),
      files: [file('users', 3, { name: `${LONG}/${LONG}.csv`, knownBy: 'header', header: [LONG, '', ' email '] })],
      findings: [
        {
          ...DUPLICATE,
          ...ofFile('unknown-column', 'users', LONG, 1),
          places: places(6, LONG, (at) => (at === 0 ? '' : `${LONG} اسم العائلة`)).map((place, at) => ({
            ...place,
            column: at === 1 ? 'other' : LONG,
            id: at === 2 ? null : LONG,
          })),
        },
      ],
      pictures: [pictureOf('roles', bars({ [LONG]: 2, '': 1 }))],
    }),
    {},
    { site: `${'a-long-name-'.repeat(5)}x.powerschool.com:8443` },
  ),
  unreadable: reported(
    report({
      verdict: verdictOn([], 0),
      files: [],
      pictures: [],
      findings: [finding(ofFile('encrypted', null, null, 1, { name: 'export.zip' }))],
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
