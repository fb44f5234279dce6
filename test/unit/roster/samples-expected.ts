import type { Severity } from '../../../utils/profile/checks.ts';

/** A finding as it must be told. `file` is the profile's id, null for the set; the cause of a file fault is its kind. */
export interface Expected {
  code: string;
  cause: string;
  severity: Severity;
  file: string | null;
  column: string | null;
  count: number;
  /** A part of the message, where the other things do not tell what was found. */
  message?: string;
}

export interface Sample {
  /** Folder in test/fixtures/rosters. */
  name: string;
  rows: Record<string, number>;
  /** By the profile's id: everything that must be found, district level, guardians in users.csv, no school ids. */
  findings: Record<string, Expected[]>;
}

const finding = (line: string, file: string | null, column: string | null, count: number): Expected => {
  const [code = '', cause = '', severity] = line.split(' ');
  return { code, cause, severity: severity as Severity, file, column, count };
};

/** One note for all of the columns together, which its message names. */
const notRead = (file: string, columns: string): Expected => ({
  ...finding('F4 other-version note', file, null, columns.split(' ').length),
  message: columns.split(' ').join(', '),
});

/** ClassTag is given files that it does not take: one note for all of them. */
const FIVE_OTHER_FILES = finding('P2 unknown-file note', null, null, 5);

/** OneRoster's headers are whole in both samples, so ClassTag sees the same columns that it does not read. */
const NOT_READ: Expected[] = [
  // Of OneRoster's eighteen, ClassTag's articles name ten; password is U10, and language and dcid are optional.
  notRead('users', 'status dateLastModified enabledUser username userIds middleName identifier'),
  notRead(
    'classes',
    'status dateLastModified courseSourcedId classCode classType termSourcedIds subjects subjectCodes',
  ),
  // The enrollment's own id is a column of ClassTag's plugin, though it is not read.
  notRead('enrollments', 'status dateLastModified primary beginDate endDate'),
];

const ALL_FILES = ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments', 'demographics'];

export const SAMPLES: Sample[] = [
  {
    name: 'edfi-oneroster-1.1',
    rows: { orgs: 2, academicSessions: 3, courses: 2, classes: 2, users: 10, enrollments: 24, demographics: 8 },
    findings: {
      classtag: [
        FIVE_OTHER_FILES,
        ...NOT_READ,
        // The column is there; all ten values are blank, so what is counted is the rows of the file.
        finding('U10 unwanted warning', 'users', 'password', 10),
        // users.csv and enrollments.csv end with their last value; classes.csv with a line end.
        finding('F12 no-final-line-end note', 'users', null, 1),
        finding('F12 no-final-line-end note', 'enrollments', null, 1),
        // The teachers' rows, lines 10 and 11, end with one comma too many: 19 values under 18 names, the last one blank.
        // The others of their values stand where they should, so nobody's enrollment refers to nothing.
        finding('F5 wide error', 'users', null, 2),
        // No student has agentSourcedIds: eight students, two teachers.
        finding('U12 no-guardian warning', 'users', 'agentSourcedIds', 8),
        // Each of the twelve pairs of person and class has a row for the fall and one for the spring.
        finding('N5 repeated warning', 'enrollments', 'userSourcedId', 12),
      ],
      oneroster: [
        // Line 2 of the manifest says 1, not 1.0.
        finding('M3 manifest-version error', null, null, 1),
        // All eight files end their lines with LF; the manifest's own are not told.
        ...ALL_FILES.map((file) => finding('F14 not-crlf note', file, null, 1)),
        ...['courses', 'users', 'enrollments', 'demographics'].map((file) =>
          finding('F12 no-final-line-end note', file, null, 1),
        ),
        // The teachers' rows again, lines 10 and 11.
        finding('F5 wide error', 'users', null, 2),
        // Nothing else of the rows. Looked at closely: the teachers have primary true in their class twice, once for each
        // term (R88 looks at persons, R89 at begin dates); the five metadata columns of orgs.csv stand last; the
        // courses' titles and subjects are exchanged, which no rule can see; 255901001 is school, its parent district.
      ],
    },
  },
  {
    name: 'gospelnerd-school-small',
    rows: { orgs: 1, academicSessions: 2, courses: 42, classes: 42, users: 79, enrollments: 546, demographics: 72 },
    findings: {
      classtag: [
        FIVE_OTHER_FILES,
        ...NOT_READ,
        finding('U10 unwanted warning', 'users', 'password', 79),
        // 72 students, 6 teachers, 1 administrator; nobody has agentSourcedIds.
        finding('U12 no-guardian warning', 'users', 'agentSourcedIds', 72),
        // Same names, other emails, each row after the first: Zara Zigzagger 2, Mateo Marmalade 1, Zainab Zigzagger 2,
        // Nadia Nettlebed 2, Thandiwe Tumbleweed 1.
        finding('U11 two-accounts note', 'users', 'givenName', 8),
        // The administrator alone is in no class, and only teachers and students are told of. Each of the 42 classes
        // has one teacher and twelve students.
      ],
      oneroster: [
        // Every row of every file has status active and a dateLastModified, and the manifest says bulk.
        finding('R51 status-in-bulk error', 'orgs', 'status', 1),
        finding('R51 date-in-bulk error', 'orgs', 'dateLastModified', 1),
        finding('R51 status-in-bulk error', 'academicSessions', 'status', 2),
        finding('R51 date-in-bulk error', 'academicSessions', 'dateLastModified', 2),
        finding('R51 status-in-bulk error', 'courses', 'status', 42),
        finding('R51 date-in-bulk error', 'courses', 'dateLastModified', 42),
        finding('R51 status-in-bulk error', 'classes', 'status', 42),
        finding('R51 date-in-bulk error', 'classes', 'dateLastModified', 42),
        finding('R51 status-in-bulk error', 'users', 'status', 79),
        finding('R51 date-in-bulk error', 'users', 'dateLastModified', 79),
        finding('R51 status-in-bulk error', 'enrollments', 'status', 546),
        finding('R51 date-in-bulk error', 'enrollments', 'dateLastModified', 546),
        finding('R51 status-in-bulk error', 'demographics', 'status', 72),
        finding('R51 date-in-bulk error', 'demographics', 'dateLastModified', 72),
        // 2026-2027 in both sessions.
        finding('R56 form error', 'academicSessions', 'schoolYear', 2),
        // One organization, of type school: no school district above it.
        finding('R93 no-district warning', 'orgs', 'type', 1),
        // Nothing else: subjectCodes is blank throughout, so its items are not counted against subjects; the term has
        // the dates of its year; who has two races in demographics has no single one marked.
      ],
    },
  },
];
