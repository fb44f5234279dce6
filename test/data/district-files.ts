/** The three files of an invented district as ClassTag's templates export them: CR-ended, unquoted, UTF-8. */
import { type District, makeDistrict, type RosterFile } from '../simulator/index.ts';

const COLUMNS: Record<RosterFile, string[]> = {
  users: 'sourcedId orgSourcedIds role givenName familyName email sms phone agentSourcedIds grades language'.split(' '),
  classes: 'sourcedId title grades location schoolSourcedId periods'.split(' '),
  enrollments: 'classSourcedId schoolSourcedId userSourcedId role'.split(' '),
};

export interface DistrictFile {
  name: string;
  text: string;
}

/** @param faults names of the simulator's FAULTS */
export function districtFiles(students: number, faults: string[] = [], seed = 1): DistrictFile[] {
  const district = makeDistrict({ seed, students, faults });
  return (['users', 'classes', 'enrollments'] as const).map((file) => ({
    name: `${file}.csv`,
    text: [COLUMNS[file], ...rowsOf(district, file)].map((row) => `${row.join(',')}\r`).join(''),
  }));
}

function rowsOf(district: District, file: RosterFile): string[][] {
  const rowAt = { users: district.user, classes: district.schoolClass, enrollments: district.enrollment }[file];
  return Array.from({ length: district.count(file) }, (_, index) => {
    const row = { ...rowAt(index) } as unknown as Record<string, string>;
    // The query calls it `languages`; the template's label is ClassTag's name.
    return COLUMNS[file].map((name) => row[name === 'language' ? 'languages' : name] ?? '');
  });
}
