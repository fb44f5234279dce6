import type { CheckSettings, Progress, Report } from './report.ts';

/** A file as it was dropped or chosen. */
export interface GivenFile {
  name: string;
  /** With the folders it came in, `export/users.csv`; the name alone where it came in none. */
  path: string;
  blob: Blob;
}

/** What is kept of a set for the next time: utils/roster/fingerprint.ts alone looks inside. Can be cloned. */
export type Fingerprint = object;

/** What the set is compared with; both may be left out. */
export interface Against {
  earlier?: GivenFile[];
  fingerprint?: { at: string; fingerprint: Fingerprint };
}

export interface RunningCheck {
  /** Rejects with an `AbortError` when it was canceled, and with another error when a file could not be read. */
  report: Promise<Report>;
  /** Of the set that was checked, for next time; null where it has none. Never rejects. */
  fingerprint: Promise<Fingerprint | null>;
  cancel(): void;
}

export type StartCheck = (
  files: GivenFile[],
  settings: CheckSettings,
  against: Against,
  onProgress: (progress: Progress) => void,
) => RunningCheck;

/** Checks files in the background of the page. */
export const startCheck: StartCheck = () => ({
  report: Promise.reject(new Error('The engine is not part of this build.')),
  fingerprint: Promise.resolve(null),
  cancel: () => {},
});
