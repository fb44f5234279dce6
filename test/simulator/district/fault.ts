import type { CleanDistrict } from './clean.ts';
import type { RosterFile, RosterRows } from './rows.ts';

/**
 * Whose row a fault is planted in. `added` appends a row at the file's end, for faults that would break references to
 * an existing row; `everyGuardian` is for the faults of a whole column.
 */
export type Place =
  | 'student'
  | 'teacher'
  | 'guardian'
  | 'everyGuardian'
  | 'class'
  | 'studentEnrollment'
  | 'teacherEnrollment'
  | 'added';

export interface PlantContext {
  clean: CleanDistrict;
  /** 0 or 1: every fault but those of a whole column is planted twice. */
  copy: number;
  /** The row's index in its file. */
  index: number;
}

export interface FaultOf<F extends RosterFile> {
  file: F;
  /** The rule of classtag-files.md section 6 (`U1`), or `5` for its section on quoting. */
  rule: string;
  explanation: string;
  place: Place;
  plant(row: RosterRows[F], context: PlantContext): RosterRows[F];
}

export type UserFault = FaultOf<'users'>;
export type ClassFault = FaultOf<'classes'>;
export type EnrollmentFault = FaultOf<'enrollments'>;
export type Fault = UserFault | ClassFault | EnrollmentFault;

export const ZERO_WIDTH_SPACE = '\u200b';
export const NO_BREAK_SPACE = '\u00a0';

/** What a spreadsheet does to an id of digits. */
export function withoutLeadingZeros(id: string): string {
  return id.replace(/^0+/, '');
}
