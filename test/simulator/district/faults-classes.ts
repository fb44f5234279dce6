import { type ClassFault, NO_BREAK_SPACE, withoutLeadingZeros, ZERO_WIDTH_SPACE } from './fault.ts';
import type { ClassRow } from './rows.ts';

type Plant = ClassFault['plant'];

function change(rule: string, place: ClassFault['place'], explanation: string, plant: Plant): ClassFault {
  return { file: 'classes', rule, place, explanation, plant };
}

function set(values: Partial<ClassRow>): Plant {
  return (row) => ({ ...row, ...values });
}

/** An added class has no enrollments: `blank-class-id` and its like are then also C5, as they would be in a school. */
export const CLASS_FAULTS = {
  'blank-class-id': change('C1', 'added', 'A class without sourcedId.', set({ sourcedId: '' })),
  'duplicate-class-id': change('C1', 'added', 'A class listed twice, the same sourcedId.', (_, { clean, copy }) =>
    clean.schoolClass(copy),
  ),
  'blank-title': change('C2', 'class', 'A class without title.', set({ title: '' })),
  'blank-class-grade': change('C3', 'class', 'A class without grade.', set({ grades: '' })),
  'raw-powerschool-class-grade': change('C3', 'class', 'PowerSchool’s grade number 3 for 03.', set({ grades: '3' })),
  'unknown-class-grade': change('C3', 'class', 'A class’s grade that is no code.', set({ grades: 'Third' })),
  'blank-class-school': change('C4', 'class', 'A class without school id.', set({ schoolSourcedId: '' })),
  'unknown-class-school': change(
    'C4',
    'class',
    'A class’s school id that no user has.',
    set({ schoolSourcedId: '99999' }),
  ),
  'class-school-id-lost-zeros': change('X1', 'class', 'A class’s school id without its leading zeros.', (row) => ({
    ...row,
    schoolSourcedId: withoutLeadingZeros(row.schoolSourcedId),
  })),
  'class-without-enrollments': change('C5', 'added', 'A class that nobody is enrolled in.', (row) => row),
  'several-periods-unquoted': change(
    'C6',
    'class',
    'Several periods: the list’s commas need quotes.',
    set({ periods: '1,3,5' }),
  ),
  'comma-in-title': change('5', 'class', 'A comma in a title.', (row) => ({ ...row, title: `Art, ${row.title}` })),
  'quotes-in-title': change('F8', 'class', 'Quotation marks in a title.', (row) => ({
    ...row,
    title: `"${row.title}"`,
  })),
  'line-break-in-location': change(
    '5',
    'class',
    'A line break inside a location.',
    set({ location: 'Building A\nRoom 7' }),
  ),
  'no-break-space-in-title': change('invisible', 'class', 'A no-break space inside a title.', (row) => ({
    ...row,
    title: row.title.replace(' ', NO_BREAK_SPACE),
  })),
  'invisible-character-in-class-id': change('invisible', 'added', 'A zero-width space inside a sourcedId.', (row) => ({
    ...row,
    sourcedId: `${row.sourcedId}${ZERO_WIDTH_SPACE}`,
  })),
  'spaces-around-class-id': change('F9', 'added', 'A sourcedId with a space before and after.', (row) => ({
    ...row,
    sourcedId: ` ${row.sourcedId} `,
  })),
} satisfies Record<string, ClassFault>;
