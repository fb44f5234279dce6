import type { ProfileOption } from '../../components/check/types.ts';
import { classtag as receiver } from '../../utils/profile/classtag.ts';

/** The sets of rules that the page offers, the default first. */
export const profiles: ProfileOption[] = [
  { id: receiver.id, name: receiver.name, fileNames: receiver.files.map(({ fileName }) => fileName) },
  {
    id: 'oneroster',
    name: 'OneRoster 1.1 (strict)',
    fileNames: [
      'users.csv',
      'classes.csv',
      'enrollments.csv',
      'orgs.csv',
      'courses.csv',
      'academicSessions.csv',
      'demographics.csv',
      'manifest.csv',
    ],
  },
];
