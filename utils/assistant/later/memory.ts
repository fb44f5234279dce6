import type { Keeper } from './guide.ts';
import type { Saved } from './saving.ts';
import type { Course } from './types.ts';

/** What a tab remembers over page loads. */
export interface Memory {
  /** The course under way, null for none. */
  course: Course | null;
  /** When the course itself brought about a page load that may still come, null when it did not; epoch milliseconds. */
  loadAt: number | null;
  /** The address that the course itself opened then, null where it pressed something on the page. */
  loadTo: string | null;
  /** What was sent to be saved and is not known to be saved yet. */
  pressed: Saved | null;
}

/** Keeps the memory with the background; written only when something changed. */
export class TabMemory {
  readonly #keeper: Pick<Keeper, 'keep'>;
  #current: Memory;
  #kept: string;

  constructor(keeper: Pick<Keeper, 'keep'>, kept: string) {
    this.#keeper = keeper;
    this.#current = parseMemory(kept);
    this.#kept = JSON.stringify(this.#current);
  }

  get current(): Memory {
    return this.#current;
  }

  async set(change: Partial<Memory>): Promise<void> {
    this.#current = { ...this.#current, ...change };
    const text = JSON.stringify(this.#current);
    if (text === this.#kept) return;
    this.#kept = text;
    await this.#keeper.keep(text);
  }
}

/** Reads what was kept; what does not look like it counts as nothing. */
function parseMemory(kept: string): Memory {
  const nothing: Memory = { course: null, loadAt: null, loadTo: null, pressed: null };
  try {
    const { course, loadAt, loadTo, pressed } = JSON.parse(kept) as Partial<Memory>;
    return {
      course: isCourse(course) ? course : null,
      loadAt: typeof loadAt === 'number' ? loadAt : null,
      loadTo: typeof loadTo === 'string' ? loadTo : null,
      pressed: typeof pressed?.fileId === 'string' && typeof pressed.name === 'string' ? pressed : null,
    };
  } catch {
    return nothing;
  }
}

const FLAGS = [
  'begun',
  'looked',
  'differed',
  'byHand',
  'changed',
  'columnsRight',
  'opened',
  'mayPress',
  'all',
] as const;

function isCourse(course: Partial<Course> | undefined | null): course is Course {
  return (
    typeof course?.fileId === 'string' &&
    typeof course.since === 'string' &&
    (course.mode === 'set-up' || course.mode === 'check') &&
    typeof course.keepTyped === 'string' &&
    Array.isArray(course.columns) &&
    FLAGS.every((flag) => typeof course[flag] === 'boolean')
  );
}
