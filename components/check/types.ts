/** What the page "Check exported files" shows: plain data, made by utils/assistant/check.ts, as in ../view.ts. */
import type { CheckSettings, Progress, Report } from '../../utils/roster/report.ts';
import type { SettingsUsed } from '../../utils/roster/settings.ts';
import type { GivenFile } from '../../utils/roster/start.ts';

/** A set of rules that can be chosen. */
export interface ProfileOption {
  id: string;
  name: string;
  /** The files it knows, by name. */
  fileNames: string[];
  /** Which settings make a difference. */
  uses: SettingsUsed;
}

export interface RunningBody {
  kind: 'running';
  files: { name: string; bytes: number }[];
  /** Null before the first bytes are read. */
  progress: Progress | null;
  /** Names of the files under way: two workers read two at a time. */
  reading: string[];
  /** Seconds, null while the pace is not steady yet. */
  left: number | null;
}

export interface ReportBody {
  kind: 'report';
  report: Report;
  /** When the counts that are kept were remembered, ISO 8601; null where none are. */
  keptAt: string | null;
  /** The set has a fingerprint that can be kept. */
  canKeep: boolean;
}

/** `nothing`: what was dropped holds no file. */
export interface FailedBody {
  kind: 'failed';
  reason: 'failed' | 'canceled' | 'nothing';
  /** What the browser or the engine said, '' for nothing. */
  message: string;
  /** The same files can be tried again. */
  again: boolean;
}

export interface CheckView {
  /** Host of the site whose settings these are, '' for none. */
  site: string;
  profiles: ProfileOption[];
  settings: CheckSettings;
  /** Files or folders that were dropped or chosen with the set, but not looked at. */
  leftOut: number;
  body: { kind: 'empty' } | RunningBody | ReportBody | FailedBody;
}

export type ReportFormat = 'csv' | 'json';

export interface CheckActions {
  /** Checks a new set. @param leftOut files or folders that came with it and are not looked at; none where not given */
  check(files: GivenFile[], leftOut?: number): void;
  /** Checks the same set once more, compared with an earlier one. */
  compare(earlier: GivenFile[], leftOut?: number): void;
  /** Reads the same files again, with the settings of now. */
  again(): void;
  /** Back to the start. */
  other(): void;
  cancel(): void;
  set(change: Partial<CheckSettings>): void;
  /** Sets the school ids, as they were typed or pasted. */
  setSchools(text: string): void;
  /** Keeps the fingerprint of the set for the next time. */
  keep(): void;
  forget(): void;
  save(format: ReportFormat, withValues: boolean): void;
  print(): void;
}
