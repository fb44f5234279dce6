import type { CleanDistrict } from './clean.ts';
import type { Fault, FaultOf, Place } from './fault.ts';
import { firstEnrollmentOf, teacherEnrollmentOf } from './layout.ts';
import type { RosterFile, RosterRows } from './rows.ts';

/** Every fault but those of a whole column is planted in so many rows: two, so that "each" and "all" differ. */
const COPIES = 2;

export interface Planting {
  name: string;
  fault: Fault;
  /** The rows of the fault's file that hold it, ascending. */
  rows: number[];
}

/** How many rows the clean file has; what is added comes after. */
export function cleanCount(file: RosterFile, clean: CleanDistrict): number {
  return file === 'users' ? clean.users : clean.counts[file];
}

/**
 * Decides which rows hold which fault. A fault's place depends on the list of all faults, never on which others are
 * chosen, and two faults share a row only where a file is too small to hold them all apart.
 * @param all every fault there is, in order
 * @param chosen the names to plant
 */
export function planPlantings(all: Record<string, Fault>, chosen: readonly string[], clean: CleanDistrict): Planting[] {
  const nextAdded: Record<RosterFile, number> = {
    users: cleanCount('users', clean),
    classes: cleanCount('classes', clean),
    enrollments: cleanCount('enrollments', clean),
  };
  const wanted = new Set(chosen);
  return Object.entries(all)
    .filter(([name]) => wanted.has(name))
    .map(([name, fault]) => {
      if (clean.counts.students === 0) return { name, fault, rows: [] };
      if (fault.place === 'added') {
        const first = nextAdded[fault.file];
        nextAdded[fault.file] += COPIES;
        return { name, fault, rows: Array.from({ length: COPIES }, (_, copy) => first + copy) };
      }
      const neighbors = Object.keys(all).filter((other) => all[other]?.place === fault.place);
      return { name, fault, rows: rowsAmong(fault.place, neighbors.indexOf(name), neighbors.length, clean) };
    });
}

/** Makes the function that plants into a row of the file what is planned for it, and leaves all other rows alone. */
export function planter<F extends RosterFile>(
  file: F,
  plantings: readonly Planting[],
  clean: CleanDistrict,
): (index: number, row: RosterRows[F]) => RosterRows[F] {
  const byRow = new Map<number, { fault: FaultOf<F>; copy: number }[]>();
  for (const { fault, rows } of plantings) {
    if (!isOf(file, fault)) continue;
    rows.forEach((row, copy) => {
      const here = byRow.get(row);
      if (here) here.push({ fault, copy });
      else byRow.set(row, [{ fault, copy }]);
    });
  }
  return (index, row) =>
    (byRow.get(index) ?? []).reduce((changed, { fault, copy }) => fault.plant(changed, { clean, copy, index }), row);
}

function isOf<F extends RosterFile>(file: F, fault: Fault): fault is FaultOf<F> & Fault {
  return fault.file === file;
}

function rowsAmong(place: Exclude<Place, 'added'>, turn: number, turns: number, clean: CleanDistrict): number[] {
  const { size, rowAt } = population(place, clean);
  if (place === 'everyGuardian') return Array.from({ length: size }, (_, member) => rowAt(member));
  const step = Math.max(1, Math.floor(size / (turns * COPIES)));
  const members = Array.from({ length: COPIES }, (_, copy) => ((turn * COPIES + copy) * step) % size);
  return [...new Set(members.map(rowAt))].sort((a, b) => a - b);
}

/** The rows a place means: how many, and where each stands in its file. */
function population(
  place: Exclude<Place, 'added'>,
  clean: CleanDistrict,
): { size: number; rowAt: (member: number) => number } {
  const { counts } = clean;
  switch (place) {
    case 'student':
      return { size: counts.students, rowAt: (student) => clean.firstStudentRow + student };
    case 'teacher':
      return { size: counts.teachers, rowAt: (teacher) => clean.supportStaff + teacher };
    case 'guardian':
    case 'everyGuardian':
      return { size: counts.guardians, rowAt: (guardian) => clean.firstGuardianRow + guardian };
    case 'class':
      return { size: counts.classes, rowAt: (classIndex) => classIndex };
    case 'studentEnrollment':
      return { size: counts.students, rowAt: firstEnrollmentOf };
    case 'teacherEnrollment':
      return { size: counts.classes, rowAt: (classIndex) => teacherEnrollmentOf(classIndex, counts) };
  }
}
