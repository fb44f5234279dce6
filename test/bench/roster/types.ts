/** What a process that measures says to the one that started it. */

/** Paths of the three files, by the profile's id. */
export interface SetPaths {
  users: string;
  classes: string;
  enrollments: string;
}

export interface SetForm {
  rowEnd: '\r' | '\n';
  isQuoted: boolean;
}

/** What came out, so that nobody wins by doing less: rows without headers, and what a checker found. */
export interface Outcome {
  rows: number;
  /** Counts by rule; empty for what does not check. */
  found: Record<string, number>;
}

/** One competitor, or ours. */
export type Candidate = (paths: SetPaths, form: SetForm) => Promise<Outcome>;

/**
 * What the module of our engine exports (`engine.ts` beside this file): the whole check of the three files, with the
 * default settings, from their paths.
 */
export interface EngineModule {
  checkFiles: Candidate;
}

export interface Measured extends Outcome {
  /** Milliseconds. */
  took: number;
  /** Most memory that the process had, in bytes. */
  peak: number;
}
