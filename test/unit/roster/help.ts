import { classtagChecks } from '../../../utils/profile/classtag-checks.ts';
import type { Parameters } from '../../../utils/roster/engine/file.ts';
import { checkPreview, type PreviewFinding } from '../../../utils/roster/preview.ts';
import type { District, RosterFile } from '../../simulator/index.ts';

/** ClassTag's names of the columns, in the query's order. */
export const COLUMNS: Record<RosterFile, string[]> = {
  users: 'sourcedId orgSourcedIds role givenName familyName email sms phone agentSourcedIds grades language dcid'.split(
    ' ',
  ),
  classes: 'sourcedId title grades location schoolSourcedId periods'.split(' '),
  enrollments: 'classSourcedId schoolSourcedId userSourcedId role'.split(' '),
};

export const PARAMETERS: Parameters = {
  level: 'district',
  guardians: 'users',
  schoolIds: null,
  complete: false,
  quotes: false,
  fieldDelimiter: ',',
};

/** One valid row of each file; the tests change a value of it. */
const GOOD: Record<RosterFile, Record<string, string>> = {
  users: {
    sourcedId: '00012345',
    orgSourcedIds: '00101',
    role: 'student',
    givenName: 'Noor',
    familyName: 'Okafor',
    email: 'noor@example.org',
    sms: '',
    phone: '212-555-0111',
    agentSourcedIds: 'G0000001',
    grades: '05',
    language: 'en',
    dcid: '7',
  },
  classes: {
    sourcedId: '000123',
    title: 'Science 5',
    grades: '05',
    location: 'Room 7',
    schoolSourcedId: '00101',
    periods: '3',
  },
  enrollments: { classSourcedId: '000123', schoolSourcedId: '00101', userSourcedId: '00012345', role: 'student' },
};

/** Checks rows given as what differs from the good one. */
export function check(
  file: RosterFile,
  changes: Record<string, string>[],
  parameters: Partial<Parameters> = {},
): PreviewFinding[] {
  const columns = COLUMNS[file];
  const rows = changes.map((change) => columns.map((name) => ({ ...GOOD[file], ...change })[name] ?? ''));
  const input = { fileId: file, header: columns, columns, rows, parameters: { ...PARAMETERS, ...parameters } };
  return checkPreview(classtagChecks, input);
}

/** `U1 blank error sourcedId 1`. */
export const inShort = ({ code, cause, severity, column, count }: PreviewFinding): string =>
  `${code} ${cause} ${severity} ${column} ${count}`;

/** A district's rows as the plugin's query gives them, in the order of COLUMNS. */
export function rowsOf(district: District, file: RosterFile): string[][] {
  const rowAt = { users: district.user, classes: district.schoolClass, enrollments: district.enrollment }[file];
  return Array.from({ length: district.count(file) }, (_, index) => {
    const row = { ...rowAt(index) } as unknown as Record<string, string>;
    return COLUMNS[file].map((name) => row[name === 'language' ? 'languages' : name] ?? '');
  });
}
