/**
 * Where everybody stands in a district of a given size, in closed form: which school, homeroom, class and household a
 * row belongs to is computed from its number alone, so no table is ever held in memory.
 */

const STUDENTS_PER_SCHOOL = 500;
const STUDENTS_PER_HOMEROOM = 25;
export const CLASSES_PER_HOMEROOM = 5;
/** In each block of two homerooms, this many students of the second are siblings of students of the first. */
const SIBLINGS_PER_BLOCK = 5;
const STUDENTS_PER_BLOCK = 2 * STUDENTS_PER_HOMEROOM;
const GUARDIANS_PER_BLOCK = STUDENTS_PER_BLOCK - SIBLINGS_PER_BLOCK;
const HOMEROOMS_PER_SCHOOL = STUDENTS_PER_SCHOOL / STUDENTS_PER_HOMEROOM;
/** A homeroom's rows of enrollments.csv: for each of its classes the teacher, then the students. */
const ENROLLMENTS_PER_HOMEROOM = CLASSES_PER_HOMEROOM * (STUDENTS_PER_HOMEROOM + 1);

export interface Counts {
  schools: number;
  homerooms: number;
  teachers: number;
  students: number;
  guardians: number;
  classes: number;
  enrollments: number;
}

/** How many of everything a district with so many students has. */
export function countsFor(students: number): Counts {
  const homerooms = Math.ceil(students / STUDENTS_PER_HOMEROOM);
  const classes = homerooms * CLASSES_PER_HOMEROOM;
  return {
    schools: Math.ceil(students / STUDENTS_PER_SCHOOL),
    homerooms,
    teachers: homerooms,
    students,
    guardians: guardiansBefore(students),
    classes,
    enrollments: classes + students * CLASSES_PER_HOMEROOM,
  };
}

export function homeroomOf(student: number): number {
  return Math.floor(student / STUDENTS_PER_HOMEROOM);
}

export function schoolOfHomeroom(homeroom: number): number {
  return Math.floor(homeroom / HOMEROOMS_PER_SCHOOL);
}

export function homeroomOfClass(classIndex: number): number {
  return Math.floor(classIndex / CLASSES_PER_HOMEROOM);
}

/** Each homeroom's classes are shared out among the teachers of the same school; a homeroom's own teacher has the first. */
export function teacherOfClass(classIndex: number, counts: Counts): number {
  const homeroom = homeroomOfClass(classIndex);
  const first = schoolOfHomeroom(homeroom) * HOMEROOMS_PER_SCHOOL;
  const inSchool = Math.min(HOMEROOMS_PER_SCHOOL, counts.homerooms - first);
  return first + ((homeroom - first + (classIndex % CLASSES_PER_HOMEROOM)) % inSchool);
}

/** The household of a student is numbered as its guardian. */
export function guardianOf(student: number): number {
  return guardiansBefore(hasSiblingBefore(student) ? student - STUDENTS_PER_HOMEROOM : student);
}

/** The guardian's child, the first where there are two. */
export function childOf(guardian: number): number {
  const place = guardian % GUARDIANS_PER_BLOCK;
  const skipped = place < STUDENTS_PER_HOMEROOM ? 0 : SIBLINGS_PER_BLOCK;
  return Math.floor(guardian / GUARDIANS_PER_BLOCK) * STUDENTS_PER_BLOCK + place + skipped;
}

export function hasSiblingBefore(student: number): boolean {
  const place = student % STUDENTS_PER_BLOCK;
  return place >= STUDENTS_PER_HOMEROOM && place < STUDENTS_PER_HOMEROOM + SIBLINGS_PER_BLOCK;
}

/** Which class a row of enrollments.csv is about, and who: the class's teacher, or a student. */
export function enrollmentAt(row: number, counts: Counts): { classIndex: number; student: number | 'teacher' } {
  const homeroom = Math.floor(row / ENROLLMENTS_PER_HOMEROOM);
  const firstStudent = homeroom * STUDENTS_PER_HOMEROOM;
  const perClass = 1 + Math.min(STUDENTS_PER_HOMEROOM, counts.students - firstStudent);
  const inHomeroom = row - homeroom * ENROLLMENTS_PER_HOMEROOM;
  const place = inHomeroom % perClass;
  return {
    classIndex: homeroom * CLASSES_PER_HOMEROOM + Math.floor(inHomeroom / perClass),
    student: place === 0 ? 'teacher' : firstStudent + place - 1,
  };
}

/** The first row of enrollments.csv about a student: in the homeroom's first class. */
export function firstEnrollmentOf(student: number): number {
  return homeroomOf(student) * ENROLLMENTS_PER_HOMEROOM + 1 + (student % STUDENTS_PER_HOMEROOM);
}

/** The row of enrollments.csv about the class's teacher. */
export function teacherEnrollmentOf(classIndex: number, counts: Counts): number {
  const homeroom = homeroomOfClass(classIndex);
  const inHomeroom = Math.min(STUDENTS_PER_HOMEROOM, counts.students - homeroom * STUDENTS_PER_HOMEROOM);
  return homeroom * ENROLLMENTS_PER_HOMEROOM + (classIndex % CLASSES_PER_HOMEROOM) * (1 + inHomeroom);
}

/** How many households the students before this one make: a sibling adds none. */
function guardiansBefore(student: number): number {
  const place = student % STUDENTS_PER_BLOCK;
  const inBlock =
    Math.min(place, STUDENTS_PER_HOMEROOM) + Math.max(0, place - STUDENTS_PER_HOMEROOM - SIBLINGS_PER_BLOCK);
  return Math.floor(student / STUDENTS_PER_BLOCK) * GUARDIANS_PER_BLOCK + inBlock;
}
