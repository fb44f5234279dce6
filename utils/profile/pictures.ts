import type { PictureSpec } from './roster.ts';

const IS_GUARDIAN = { column: 'role', in: ['parent', 'guardian', 'relative'] };
const IS_STUDENT = { column: 'role', in: ['student'] };

/** Pictures of the three files that every roster has; their columns have the same names whoever receives them. */
export const ROSTER_PICTURES: PictureSpec[] = [
  {
    id: 'roles',
    title: 'Users by role',
    of: 'Role',
    counts: 'Users',
    is: 'values',
    file: 'users',
    column: 'role',
  },
  {
    id: 'schools',
    title: 'Users by school',
    of: 'School',
    counts: 'Users',
    is: 'values',
    file: 'users',
    column: 'orgSourcedIds',
    items: true,
  },
  {
    id: 'contact',
    title: 'How guardians can be reached',
    of: 'Contact',
    counts: 'Guardians',
    is: 'filled',
    file: 'users',
    first: 'sms',
    second: 'email',
    names: ['Mobile and email', 'Mobile only', 'Email only', 'Neither'],
    when: IS_GUARDIAN,
  },
  {
    id: 'class-sizes',
    title: 'Class sizes',
    of: 'Students',
    counts: 'Classes',
    is: 'sizes',
    file: 'enrollments',
    column: 'classSourcedId',
    among: { file: 'classes', column: 'sourcedId' },
    steps: [5, 10, 15, 20, 25, 30, 40, 50],
    when: IS_STUDENT,
  },
  {
    id: 'grades',
    title: 'Students by grade',
    of: 'Grade',
    counts: 'Students',
    is: 'values',
    file: 'users',
    column: 'grades',
    when: IS_STUDENT,
  },
];
