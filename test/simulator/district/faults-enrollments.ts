import { schoolId } from './clean.ts';
import { type EnrollmentFault, NO_BREAK_SPACE, withoutLeadingZeros, ZERO_WIDTH_SPACE } from './fault.ts';
import type { EnrollmentRow } from './rows.ts';

type Plant = EnrollmentFault['plant'];

function change(rule: string, place: EnrollmentFault['place'], explanation: string, plant: Plant): EnrollmentFault {
  return { file: 'enrollments', rule, place, explanation, plant };
}

function set(values: Partial<EnrollmentRow>): Plant {
  return (row) => ({ ...row, ...values });
}

/** An added enrollment starts as the first class's first one. */
export const ENROLLMENT_FAULTS = {
  'unknown-class': change(
    'N1',
    'studentEnrollment',
    'A class id that no class has.',
    set({ classSourcedId: '999999999' }),
  ),
  'blank-enrollment-class': change('N1', 'studentEnrollment', 'No class id.', set({ classSourcedId: '' })),
  'class-id-lost-zeros': change('X1', 'studentEnrollment', 'A class id without its leading zeros.', (row) => ({
    ...row,
    classSourcedId: withoutLeadingZeros(row.classSourcedId),
  })),
  'unknown-user': change('N2', 'studentEnrollment', 'A user id that no user has.', set({ userSourcedId: '99999999' })),
  'blank-enrollment-user': change('N2', 'studentEnrollment', 'No user id.', set({ userSourcedId: '' })),
  'user-id-lost-zeros': change('X1', 'studentEnrollment', 'A student’s id without its leading zeros.', (row) => ({
    ...row,
    userSourcedId: withoutLeadingZeros(row.userSourcedId),
  })),
  'blank-enrollment-school': change('N3', 'studentEnrollment', 'No school id.', set({ schoolSourcedId: '' })),
  'enrollment-at-other-school': change(
    'N3',
    'studentEnrollment',
    'Another school than the class’s.',
    (row, { clean }) => ({
      ...row,
      // In a district of one school the other one is a school that does not exist.
      schoolSourcedId:
        row.schoolSourcedId === schoolId(0) && clean.counts.schools > 1 ? schoolId(1) : otherThanFirst(row),
    }),
  ),
  'enrollment-school-id-lost-zeros': change(
    'X1',
    'studentEnrollment',
    'A school id without its leading zeros.',
    (row) => ({ ...row, schoolSourcedId: withoutLeadingZeros(row.schoolSourcedId) }),
  ),
  'role-differs-from-user': change(
    'N4',
    'studentEnrollment',
    'A student enrolled as teacher.',
    set({ role: 'teacher' }),
  ),
  'enrollment-role-unknown': change(
    'N4',
    'studentEnrollment',
    'A role that is none of the eight.',
    set({ role: 'pupil' }),
  ),
  'parent-enrolled': change('N4', 'added', 'A guardian enrolled in a class.', (row, { clean, copy }) => {
    const guardian = clean.guardian(copy);
    return { ...row, userSourcedId: guardian.sourcedId, role: guardian.role };
  }),
  'duplicate-enrollment': change('N5', 'added', 'A student enrolled twice in one class.', (_, { clean, copy }) =>
    clean.enrollment(1 + copy),
  ),
  'class-without-teacher': change(
    'N6',
    'teacherEnrollment',
    'An administrator in the teacher’s place.',
    (row, { clean }) => {
      const school = Number(row.schoolSourcedId) - Number(schoolId(0));
      const administrator = clean.administrator(school);
      return { ...row, userSourcedId: administrator.sourcedId, role: administrator.role };
    },
  ),
  'quotes-in-enrollment': change('F8', 'studentEnrollment', 'A user id in quotation marks.', (row) => ({
    ...row,
    userSourcedId: `"${row.userSourcedId}"`,
  })),
  'no-break-space-after-user-id': change(
    'invisible',
    'studentEnrollment',
    'A no-break space after a user id.',
    (row) => ({
      ...row,
      userSourcedId: `${row.userSourcedId}${NO_BREAK_SPACE}`,
    }),
  ),
  'invisible-character-in-enrollment': change(
    'invisible',
    'studentEnrollment',
    'A zero-width space before a class id.',
    (row) => ({ ...row, classSourcedId: `${ZERO_WIDTH_SPACE}${row.classSourcedId}` }),
  ),
  'space-before-class-id': change('F9', 'studentEnrollment', 'A space before a class id.', (row) => ({
    ...row,
    classSourcedId: ` ${row.classSourcedId}`,
  })),
} satisfies Record<string, EnrollmentFault>;

function otherThanFirst(row: EnrollmentRow): string {
  return row.schoolSourcedId === schoolId(0) ? '99999' : schoolId(0);
}
