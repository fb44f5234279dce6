import type { Course } from './types.ts';

/** What a tab remembers of a course over page loads. */
export interface Memory {
  course: Course;
  /** When the course itself brought about a page load that may still come, null when it did not; epoch milliseconds. */
  loadAt: number | null;
}

/** Reads what was kept; anything that does not look like it counts as nothing. */
export function parseMemory(kept: string): Memory | null {
  try {
    const { course, loadAt } = JSON.parse(kept) as Partial<Memory>;
    return isCourse(course) ? { course, loadAt: typeof loadAt === 'number' ? loadAt : null } : null;
  } catch {
    return null;
  }
}

function isCourse(course: Partial<Course> | undefined | null): course is Course {
  return (
    typeof course?.fileId === 'string' &&
    typeof course.since === 'string' &&
    (course.mode === 'set-up' || course.mode === 'check') &&
    [course.begun, course.looked, course.byHand, course.changed, course.columnsRight].every(
      (flag) => typeof flag === 'boolean',
    )
  );
}
