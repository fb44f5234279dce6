import { CleanDistrict } from './district/clean.ts';
import type { Fault } from './district/fault.ts';
import { CLASS_FAULTS } from './district/faults-classes.ts';
import { ENROLLMENT_FAULTS } from './district/faults-enrollments.ts';
import { USER_FAULTS } from './district/faults-users.ts';
import type { Counts } from './district/layout.ts';
import { cleanCount, planPlantings, planter } from './district/planting.ts';
import type { ClassRow, EnrollmentRow, RosterFile, UserRow } from './district/rows.ts';
import type { DistrictOptions } from './types.ts';

export type { RosterFile } from './district/rows.ts';

const ALL_FAULTS: Record<string, Fault> = { ...USER_FAULTS, ...CLASS_FAULTS, ...ENROLLMENT_FAULTS };

/** What can be wrong with a district, by name: the file, the rule of classtag-files.md section 6, and in words. */
export const FAULTS: Record<string, { file: RosterFile; rule: string; explanation: string }> = ALL_FAULTS;

/** A school district whose rows are computed when they are asked for, the same for the same options. */
export interface District {
  readonly options: DistrictOptions;
  /** How many schools, teachers, students … there are, without what faults add. */
  readonly counts: Counts;
  /** How many rows the file has, those that faults add included. */
  count(file: RosterFile): number;
  user(index: number): UserRow;
  schoolClass(index: number): ClassRow;
  enrollment(index: number): EnrollmentRow;
  /** A student's row as it is without faults, for the tables of PowerSchool that show the same people. */
  student(index: number): UserRow;
  teacher(index: number): UserRow;
  /** The rows (from 0) of the fault's file that hold it; none when it was not chosen. */
  plantedRows(fault: string): number[];
}

/**
 * Makes a district.
 * @throws Error when the number of students is no whole number from 0, or a fault has no such name
 */
export function makeDistrict(options: DistrictOptions): District {
  if (!Number.isInteger(options.students) || options.students < 0) {
    throw new Error(`A district cannot have ${options.students} students.`);
  }
  const unknown = options.faults.find((name) => !Object.hasOwn(ALL_FAULTS, name));
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}; see FAULTS.`);

  const clean = new CleanDistrict(options.seed, options.students);
  const plantings = planPlantings(ALL_FAULTS, options.faults, clean);
  const planted = {
    users: planter('users', plantings, clean),
    classes: planter('classes', plantings, clean),
    enrollments: planter('enrollments', plantings, clean),
  };
  const added = (file: RosterFile): number =>
    plantings
      .filter(({ fault }) => fault.file === file && fault.place === 'added')
      .reduce((sum, { rows }) => sum + rows.length, 0);
  const counts = {
    users: cleanCount('users', clean) + added('users'),
    classes: cleanCount('classes', clean) + added('classes'),
    enrollments: cleanCount('enrollments', clean) + added('enrollments'),
  };

  return {
    options,
    counts: clean.counts,
    count: (file) => counts[file],
    user: (index) => planted.users(index, index < clean.users ? clean.user(index) : clean.newcomer(index)),
    schoolClass: (index) =>
      planted.classes(index, index < clean.counts.classes ? clean.schoolClass(index) : clean.newClass(index)),
    // An added enrollment starts as the first one.
    enrollment: (index) => planted.enrollments(index, clean.enrollment(index < clean.counts.enrollments ? index : 0)),
    student: (index) => clean.student(index),
    teacher: (index) => clean.user(clean.supportStaff + index),
    plantedRows: (fault) => [...(plantings.find(({ name }) => name === fault)?.rows ?? [])],
  };
}
