/**
 * Roster sets of any size for the bench and for tests: users.csv, classes.csv and enrollments.csv as ClassTag wants them,
 * invented, the same for the same seed. The clean set breaks no rule of ClassTag's profile; every guardian has a child,
 * every student six classes, every class a teacher and every teacher a class.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { familyName, GIVEN_NAMES, givenName, mailName } from './roster-names.ts';

export interface RosterSetWish {
  /** At least 3: a teacher, a student, a guardian. */
  users: number;
  seed: number;
  /** As ClassTag's template writes it, or every value in quotes, with two guardians for some students. */
  form: 'cr-unquoted' | 'lf-quoted';
  /** `every-row`: each row of each file has one wrong value. */
  faults?: 'none' | 'every-row';
}

export interface RosterSet {
  /** Paths of the files by the profile's id. */
  files: { users: string; classes: string; enrollments: string };
  bytes: number;
  rows: { users: number; classes: number; enrollments: number };
  /** What was planted, counted by file, code and cause (`users U7 form`); other rules may notice the same rows. */
  planted: Record<string, number>;
}

/** People around one part of a school. Users are cut into units, so that a row is known from its number alone. */
interface Unit {
  school: string;
  teachers: number;
  students: number;
  guardians: number;
  /** Numbers of the first of each in the set. */
  firstTeacher: number;
  firstStudent: number;
  firstGuardian: number;
  firstClass: number;
  classes: number;
}

const UNIT = 1000;
const MOST_SCHOOLS = 400;
const CLASS_SIZE = 25;
const SUBJECTS = ['Language Arts', 'Mathematics', 'Science', 'Social Studies', 'Music', 'Physical Education'];
const GRADES = ['KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
/** With the plugin's mistake: PowerSchool's own number. */
const RAW_GRADES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const LANGUAGES = ['en', 'en', 'en', 'en', 'es', 'es', 'zh', 'ar', 'vi', 'fr'];
/** Names are handed out in families of so many given names: three to each student. */
const STUDENTS_PER_NAME = Math.floor(GIVEN_NAMES / 3);
const FLUSH = 1 << 20;

/** Writes rows to a file in large pieces; rows are joined as strings, because that is what V8 does fastest. */
class Rows {
  bytes = 0;
  rows = 0;
  readonly #file: number;
  readonly #isQuoted: boolean;
  #text = '';

  constructor(path: string, form: RosterSetWish['form'], header: string) {
    this.#file = openSync(path, 'w');
    this.#isQuoted = form === 'lf-quoted';
    this.row(header.split(','));
    this.rows = 0;
  }

  row(cells: string[]): void {
    this.#text += this.#isQuoted ? `"${cells.join('","')}"\n` : `${cells.join(',')}\r`;
    this.rows += 1;
    if (this.#text.length > FLUSH) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    this.bytes += writeSync(this.#file, this.#text);
    this.#text = '';
  }
}

/** Whole numbers from 0 that look drawn, the same for the same seed and place (a multiplicative hash, 32 bits). */
function drawn(seed: number, place: number, below: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(place + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) % below;
}

function cutIntoUnits(users: number, hasTwo: boolean): Unit[] {
  const sizes: number[] = [];
  for (let left = users; left > 0; left -= UNIT) sizes.push(Math.min(left, UNIT));
  // A part of fewer than three people has no room for a teacher, a student and a guardian.
  const last = sizes.at(-1) ?? 0;
  if (last < 3 && sizes.length > 1) sizes.splice(-2, 2, UNIT + last);
  const schools = Math.min(sizes.length, MOST_SCHOOLS);
  const next = { teacher: 0, student: 0, guardian: 0, class: 0 };
  return sizes.map((size, index) => {
    let teachers = Math.max(1, Math.round(size / 20));
    if (!hasTwo && (size - teachers) % 2 === 1) teachers += 1;
    if (size - teachers < 2) teachers -= 1;
    const others = size - teachers;
    // At least as many guardians as students, for each student has one.
    const guardians = Math.max(Math.ceil(others / 2), hasTwo ? Math.floor((others * 10) / 19) : 0);
    const students = others - guardians;
    const classes = Math.ceil(students / CLASS_SIZE) * SUBJECTS.length;
    const unit: Unit = {
      school: String(1001 + Math.floor((index * schools) / sizes.length)),
      teachers,
      students,
      guardians,
      firstTeacher: next.teacher,
      firstStudent: next.student,
      firstGuardian: next.guardian,
      firstClass: next.class,
      classes,
    };
    next.teacher += teachers;
    next.student += students;
    next.guardian += guardians;
    next.class += classes;
    return unit;
  });
}

const teacherId = (teacher: number) => `T${10_000 + teacher * 3}`;
const studentId = (student: number) => String(100_000 + student * 7);
const guardianId = (guardian: number) => `P${200_000 + guardian * 3}`;
const classId = (one: number) => String(50_000 + one * 2);
const gradeOf = (student: number) => Math.floor(student / CLASS_SIZE) % GRADES.length;
const digits = (number: number, length: number) => String(number).padStart(length, '0');

/**
 * Writes the three files into a folder, which is made if need be. About 146 bytes a user; 5,000,000 users take 1.2 GB.
 * @throws where fewer than three users are wished, or the folder cannot be written.
 */
export function writeSet(folder: string, { users, seed, form, faults = 'none' }: RosterSetWish): RosterSet {
  if (users < 3) throw new Error('A roster set has at least three users.');
  mkdirSync(folder, { recursive: true });
  const files = {
    users: join(folder, 'users.csv'),
    classes: join(folder, 'classes.csv'),
    enrollments: join(folder, 'enrollments.csv'),
  };
  const hasTwo = form === 'lf-quoted';
  const units = cutIntoUnits(users, hasTwo);
  const writer = new SetWriter({ units, seed, hasTwo, isBad: faults === 'every-row' });
  const written = {
    users: new Rows(
      files.users,
      form,
      'sourcedId,orgSourcedIds,role,givenName,familyName,email,sms,phone,agentSourcedIds,grades,language,dcid',
    ),
    classes: new Rows(files.classes, form, 'sourcedId,title,grades,location,schoolSourcedId,periods,dcid'),
    enrollments: new Rows(files.enrollments, form, 'classSourcedId,schoolSourcedId,userSourcedId,role'),
  };
  writer.users(written.users);
  writer.classes(written.classes);
  writer.enrollments(written.enrollments);
  for (const rows of Object.values(written)) rows.close();
  return {
    files,
    bytes: written.users.bytes + written.classes.bytes + written.enrollments.bytes,
    rows: { users: written.users.rows, classes: written.classes.rows, enrollments: written.enrollments.rows },
    planted: writer.planted,
  };
}

class SetWriter {
  readonly planted: Record<string, number> = {};
  readonly #units: Unit[];
  readonly #seed: number;
  readonly #hasTwo: boolean;
  readonly #isBad: boolean;
  #dcid = 1_000_000;

  constructor(given: { units: Unit[]; seed: number; hasTwo: boolean; isBad: boolean }) {
    this.#units = given.units;
    this.#seed = given.seed;
    this.#hasTwo = given.hasTwo;
    this.#isBad = given.isBad;
  }

  /** Teachers, students, guardians: an export joins one query after another, so ids are named long before they come. */
  users(rows: Rows): void {
    const families = Math.ceil(this.#students() / STUDENTS_PER_NAME);
    for (const unit of this.#units) {
      for (let at = 0; at < unit.teachers; at += 1) rows.row(this.#teacher(unit, unit.firstTeacher + at, families));
    }
    for (const unit of this.#units) {
      for (let at = 0; at < unit.students; at += 1) rows.row(this.#student(unit, at));
    }
    for (const unit of this.#units) {
      for (let at = 0; at < unit.guardians; at += 1) rows.row(this.#guardian(unit, at));
    }
  }

  classes(rows: Rows): void {
    for (const unit of this.#units) {
      for (let at = 0; at < unit.classes; at += 1) rows.row(this.#class(unit, at));
    }
  }

  enrollments(rows: Rows): void {
    for (const unit of this.#units) {
      for (let at = 0; at < unit.classes; at += 1) {
        const teacher = unit.firstTeacher + (at % unit.teachers);
        rows.row(this.#enrollment(rows.rows, unit, at, teacherId(teacher), 'teacher'));
      }
      for (let at = 0; at < unit.students; at += 1) {
        const first = Math.floor(at / CLASS_SIZE) * SUBJECTS.length;
        const student = studentId(unit.firstStudent + at);
        for (let subject = 0; subject < SUBJECTS.length; subject += 1)
          rows.row(this.#enrollment(rows.rows, unit, first + subject, student, 'student'));
      }
    }
  }

  #students(): number {
    const last = this.#units.at(-1);
    return last === undefined ? 0 : last.firstStudent + last.students;
  }

  #number(place: number): string {
    const number = drawn(this.#seed, place, 10_000_000);
    return `(${digits(201 + (number % 700), 3)}) 555-${digits(number % 10_000, 4)}`;
  }

  #teacher(unit: Unit, teacher: number, families: number): string[] {
    const given = givenName(teacher % GIVEN_NAMES);
    const family = familyName(families + Math.floor(teacher / GIVEN_NAMES));
    const email = `${mailName(given)}.${mailName(family)}@faculty.northfield-unified-school-district.example`;
    const sms = this.#number(teacher * 8);
    const row = [teacherId(teacher), unit.school, 'teacher', given, family, email, sms, '', '', '', 'en', this.#next()];
    if (this.#isBad) this.#spoilPerson(row, teacher % 4);
    return row;
  }

  #student(unit: Unit, at: number): string[] {
    const student = unit.firstStudent + at;
    const given = givenName((student % STUDENTS_PER_NAME) * 3);
    const family = familyName(Math.floor(student / STUDENTS_PER_NAME));
    const email = `${mailName(given)}.${mailName(family)}@students.northfield-unified-school-district.example`;
    const phone = this.#number(student * 8 + 1);
    const agents = [guardianId(unit.firstGuardian + at)];
    const second = unit.students + at;
    if (second < unit.guardians) agents.push(guardianId(unit.firstGuardian + second));
    const grade = gradeOf(student);
    const row = [
      studentId(student),
      unit.school,
      'student',
      given,
      family,
      email,
      '',
      phone,
      agents.join(','),
      GRADES[grade] ?? '',
      this.#language(student),
      this.#next(),
    ];
    if (this.#isBad) this.#spoilStudent(row, student, grade);
    return row;
  }

  #guardian(unit: Unit, at: number): string[] {
    const guardian = unit.firstGuardian + at;
    const isSecond = at >= unit.students;
    const child = unit.firstStudent + (isSecond ? at - unit.students : at);
    const given = givenName((child % STUDENTS_PER_NAME) * 3 + (isSecond ? 2 : 1));
    const family = familyName(Math.floor(child / STUDENTS_PER_NAME));
    const email = `${mailName(given)}.${mailName(family)}@families.northfield-unified-school-district.example`;
    const sms = this.#number(guardian * 8 + 2);
    const phone = this.#number(child * 8 + 1);
    const role = drawn(this.#seed, guardian, 10) < 8 ? 'guardian' : 'parent';
    const language = this.#language(child);
    const row = [guardianId(guardian), unit.school, role, given, family, email, sms, phone, '', '', language];
    row.push(this.#next());
    if (this.#isBad) this.#spoilPerson(row, guardian % 5);
    return row;
  }

  #class(unit: Unit, at: number): string[] {
    const one = unit.firstClass + at;
    const grade = gradeOf(unit.firstStudent + Math.floor(at / SUBJECTS.length) * CLASS_SIZE);
    const subject = SUBJECTS[at % SUBJECTS.length] ?? '';
    const title = `${subject}${this.#hasTwo ? ',' : ''} Section ${one + 1}`;
    const period = String((at % SUBJECTS.length) + 1);
    const row = [classId(one), title, GRADES[grade] ?? '', `Room ${100 + (one % 300)}`, unit.school, period];
    row.push(this.#next());
    if (this.#isBad) this.#spoilClass(row, one, grade);
    return row;
  }

  #enrollment(row: number, unit: Unit, at: number, user: string, role: string): string[] {
    const cells = [classId(unit.firstClass + at), unit.school, user, role];
    if (this.#isBad) this.#spoilEnrollment(cells, row);
    return cells;
  }

  #language(student: number): string {
    return LANGUAGES[drawn(this.#seed, student * 8 + 3, LANGUAGES.length)] ?? 'en';
  }

  #next(): string {
    this.#dcid += 1;
    return String(this.#dcid);
  }

  #plant(what: string): void {
    this.planted[what] = (this.planted[what] ?? 0) + 1;
  }

  #spoilPerson(row: string[], kind: number): void {
    if (kind === 0) {
      row[5] = (row[5] ?? '').replace('@', '#');
      this.#plant('users U7 form');
    } else if (kind === 1) {
      row[6] = (row[6] ?? '').replace('555', 'ext');
      this.#plant('users U8 form');
    } else if (kind === 2) {
      row[2] = (row[2] ?? '').toUpperCase();
      this.#plant('users U2 case');
    } else if (kind === 3) {
      row[10] = 'EN';
      this.#plant('users U9 form');
    } else {
      row[2] = 'relation';
      this.#plant('users U2 unknown');
    }
  }

  #spoilStudent(row: string[], student: number, grade: number): void {
    const kind = student % 5;
    const raw = RAW_GRADES[grade];
    if (kind === 0 && raw !== undefined) {
      row[9] = raw;
      this.#plant('users U6 raw-number');
    } else if (kind === 1) {
      row[9] = '99';
      this.#plant('users U6 unknown');
    } else if (kind === 2) {
      row[8] = `Q${(row[8] ?? '').slice(1)}`;
      this.#plant('users U5 nobody');
    } else if (kind === 3) {
      row[3] = '';
      this.#plant('users U3 blank');
    } else {
      row[5] = (row[5] ?? '').replace('@', ' ');
      this.#plant('users U7 form');
    }
  }

  #spoilClass(row: string[], one: number, grade: number): void {
    const raw = RAW_GRADES[grade];
    if (one % 3 === 0 && raw !== undefined) {
      row[2] = raw;
      this.#plant('classes C3 raw-number');
    } else if (one % 3 === 1) {
      row[1] = '';
      this.#plant('classes C2 blank');
    } else {
      row[2] = 'kg';
      this.#plant('classes C3 case');
    }
  }

  #spoilEnrollment(row: string[], place: number): void {
    const kind = place % 4;
    if (kind === 0) {
      row[2] = `X${(row[2] ?? '').slice(1)}`;
      this.#plant('enrollments N2 nobody');
    } else if (kind === 1) {
      row[0] = `X${(row[0] ?? '').slice(1)}`;
      this.#plant('enrollments N1 nobody');
    } else if (kind === 2) {
      row[3] = (row[3] ?? '').toUpperCase();
      this.#plant('enrollments N4 case');
    } else {
      row[3] = 'pupil';
      this.#plant('enrollments N4 unknown');
    }
  }
}
