import {
  CLASSES_PER_HOMEROOM,
  childOf,
  countsFor,
  enrollmentAt,
  guardianOf,
  hasSiblingBefore,
  homeroomOf,
  homeroomOfClass,
  schoolOfHomeroom,
  teacherOfClass,
} from './layout.ts';
import { FAMILY_NAMES, GIVEN_NAMES, mailName } from './names.ts';
import { hash, pick } from './random.ts';
import type { ClassRow, EnrollmentRow, UserRow } from './rows.ts';

/** OneRoster's grades (CEDS entry grade levels) by kind of school; a district of one school teaches them all. */
const GRADES = [
  ['KG', '01', '02', '03', '04', '05'],
  ['06', '07', '08'],
  ['09', '10', '11', '12'],
];
const SUBJECTS = [
  ['Homeroom', 'Reading', 'Mathematics', 'Science', 'Art'],
  ['Homeroom', 'Language Arts', 'Mathematics', 'Life Science', 'Social Studies'],
  ['Advisory', 'English', 'Algebra', 'Biology', 'World History'],
];
/** ISO 639-1, English most often. */
const LANGUAGES = 'en en en en en en es es es zh vi ar fr pt so ru ko tl ht'.split(' ');
const GUARDIAN_ROLES = 'parent parent parent parent parent guardian guardian relative'.split(' ');
const SUPPORT_ROLES = ['administrator', 'aide', 'proctor'] as const;

/** What a number is asked for, so that two questions about one row get unrelated answers. */
const KEY = { offset: 1, names: 2, contact: 3, language: 4, role: 5, room: 6, reach: 7, given: 8 };

/**
 * A district in which every value keeps every rule of classtag-files.md, section 6. Every row is computed from the
 * seed and its number. ClassTag's templates export with quotes off, so no value holds a delimiter, a quotation mark
 * or a line break: each student lists one guardian in agentSourcedIds and everyone belongs to one school, since a
 * list of two would need a comma that no quotes protect. Two students may share their guardian.
 */
export class CleanDistrict {
  readonly counts: ReturnType<typeof countsFor>;
  readonly #seed: number;
  /** Where the ids start; below a million, so that students' ids begin with a zero. */
  readonly #idBase: number;

  constructor(seed: number, students: number) {
    this.#seed = seed;
    this.counts = countsFor(students);
    this.#idBase = 10_001 + (hash(seed, KEY.offset) % 80_000);
  }

  get supportStaff(): number {
    return this.counts.schools * SUPPORT_ROLES.length;
  }
  get firstStudentRow(): number {
    return this.supportStaff + this.counts.teachers;
  }
  get firstGuardianRow(): number {
    return this.firstStudentRow + this.counts.students;
  }
  get users(): number {
    return this.firstGuardianRow + this.counts.guardians;
  }

  /** Row `index` of users.csv: support staff, teachers, students, guardians. */
  user(index: number): UserRow {
    if (index < this.supportStaff) {
      const school = Math.floor(index / SUPPORT_ROLES.length);
      return this.#staff(index, SUPPORT_ROLES[index % SUPPORT_ROLES.length] ?? 'aide', school);
    }
    if (index < this.firstStudentRow) {
      return this.#staff(index, 'teacher', schoolOfHomeroom(index - this.supportStaff));
    }
    return index < this.firstGuardianRow
      ? this.student(index - this.firstStudentRow)
      : this.guardian(index - this.firstGuardianRow);
  }

  student(student: number): UserRow {
    const homeroom = homeroomOf(student);
    const household = guardianOf(student);
    const grade = this.#gradeOf(homeroom);
    const index = this.firstStudentRow + student;
    const user = this.#person(index, household, hasSiblingBefore(student) ? 2 : 1);
    // The youngest have no address of their own.
    const email = grade === 'KG' || grade === '01' ? '' : user.email.replace('@', '@students.');
    return {
      ...user,
      sourcedId: this.studentId(student),
      orgSourcedIds: schoolId(schoolOfHomeroom(homeroom)),
      role: 'student',
      email,
      agentSourcedIds: this.guardianId(household),
      grades: grade,
      languages: this.#languageOf(household),
    };
  }

  guardian(guardian: number): UserRow {
    const index = this.firstGuardianRow + guardian;
    const user = this.#person(index, guardian, 0);
    const reach = hash(this.#seed, KEY.reach, guardian) % 20;
    return {
      ...user,
      sourcedId: this.guardianId(guardian),
      orgSourcedIds: schoolId(schoolOfHomeroom(homeroomOf(childOf(guardian)))),
      role: pick(GUARDIAN_ROLES, this.#seed, KEY.role, guardian),
      // Every guardian can be reached and can log in, by one of the two at least.
      email: reach === 0 ? '' : user.email,
      sms: reach === 1 ? '' : phone(hash(this.#seed, KEY.contact, guardian, 0)),
      phone: reach < 12 ? phone(hash(this.#seed, KEY.contact, guardian, 1)) : '',
      languages: this.#languageOf(guardian),
    };
  }

  /** Row `index` of classes.csv. */
  schoolClass(index: number): ClassRow {
    const homeroom = homeroomOfClass(index);
    const school = schoolOfHomeroom(homeroom);
    const grade = this.#gradeOf(homeroom);
    const lesson = index % CLASSES_PER_HOMEROOM;
    const subject = SUBJECTS[levelOf(grade)]?.[lesson] ?? 'Homeroom';
    const room = hash(this.#seed, KEY.room, homeroom, lesson) % 12;
    return {
      sourcedId: this.classId(index),
      title: `${subject} ${grade}-${homeroom + 1}`,
      grades: grade,
      location: room === 0 ? '' : room === 1 ? 'Library' : `Room ${100 + (homeroom % 100)}`,
      schoolSourcedId: schoolId(school),
      periods: String(lesson + 1),
    };
  }

  /** Row `index` of enrollments.csv. */
  enrollment(index: number): EnrollmentRow {
    const { classIndex, student } = enrollmentAt(index, this.counts);
    const isTeacher = student === 'teacher';
    return {
      classSourcedId: this.classId(classIndex),
      schoolSourcedId: schoolId(schoolOfHomeroom(homeroomOfClass(classIndex))),
      userSourcedId: isTeacher
        ? this.staffId(this.supportStaff + teacherOfClass(classIndex, this.counts))
        : this.studentId(student),
      role: isTeacher ? 'teacher' : 'student',
    };
  }

  /** The school's administrator, its first member of staff. */
  administrator(school: number): UserRow {
    return this.user(school * SUPPORT_ROLES.length);
  }

  /** A valid member of staff whom no other row names: someone to plant a fault in. */
  newcomer(index: number): UserRow {
    return { ...this.#staff(index, 'aide', 0), sourcedId: `TX${digits(index, 7)}` };
  }

  /** A valid class without enrollments. */
  newClass(index: number): ClassRow {
    return { ...this.schoolClass(0), sourcedId: `9${digits(index, 8)}`, title: `Study Hall ${index}` };
  }

  staffId(staff: number): string {
    return `T${digits(this.#idBase + staff, 7)}`;
  }
  studentId(student: number): string {
    return digits(this.#idBase + student, 8);
  }
  guardianId(guardian: number): string {
    return `G${digits(this.#idBase + guardian, 7)}`;
  }
  classId(classIndex: number): string {
    return digits(this.#idBase + classIndex, 9);
  }

  #staff(index: number, role: string, school: number): UserRow {
    return {
      ...this.#person(index, this.counts.guardians + index, 0),
      sourcedId: this.staffId(index),
      orgSourcedIds: schoolId(school),
      role,
      phone: phone(hash(this.#seed, KEY.contact, index, 2)),
    };
  }

  /**
   * A name and an address that nobody else has: households walk through the family names, and each time round the
   * given names move on by the places of a household, so names repeat only after some three thousand households.
   */
  #person(index: number, household: number, place: 0 | 1 | 2): UserRow {
    const round = Math.floor(household / FAMILY_NAMES.length);
    const familyIndex = (household * 61 + hash(this.#seed, KEY.names)) % FAMILY_NAMES.length;
    const givenIndex = ((round * 3 + place) * 37 + hash(this.#seed, KEY.given, familyIndex)) % GIVEN_NAMES.length;
    const givenName = GIVEN_NAMES[givenIndex] ?? '';
    const familyName = FAMILY_NAMES[familyIndex] ?? '';
    return {
      sourcedId: '',
      orgSourcedIds: '',
      role: '',
      givenName,
      familyName,
      email: `${mailName(givenName)}.${mailName(familyName)}.${index + 1}@example.org`,
      sms: '',
      phone: '',
      agentSourcedIds: '',
      grades: '',
      languages: 'en',
      dcid: String(this.#idBase + index),
    };
  }

  #languageOf(household: number): string {
    return pick(LANGUAGES, this.#seed, KEY.language, household);
  }

  #gradeOf(homeroom: number): string {
    const grades = this.counts.schools === 1 ? GRADES.flat() : (GRADES[schoolOfHomeroom(homeroom) % 3] ?? []);
    return grades[homeroom % grades.length] ?? 'KG';
  }
}

/** Five digits with leading zeros, as a state hands them out: the zeros are part of the id. */
export function schoolId(school: number): string {
  return digits(101 + school, 5);
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function levelOf(grade: string): number {
  return GRADES.findIndex((grades) => grades.includes(grade));
}

/** 555-0100 to 555-0199 is set aside for invented people in every area code; written as offices write it. */
function phone(random: number): string {
  const area = 200 + ((random >>> 8) % 800);
  const line = `01${digits(random % 100, 2)}`;
  const forms = [`(${area}) 555-${line}`, `${area}-555-${line}`, `+1 ${area} 555 ${line}`, `${area}.555.${line}`];
  return forms[(random >>> 28) % forms.length] ?? '';
}
