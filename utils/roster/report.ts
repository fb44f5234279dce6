/** What a check of a set of files says, from the engine to the page, the command line and the saved report. */
import type { Severity } from '../profile/checks.ts';
import type { Phrase } from './words.ts';

/** What the administrator sets for a site; kept per site. */
export interface CheckSettings {
  /** The profile's id: `classtag`, `oneroster`. */
  profile: string;
  level: 'district' | 'school';
  guardians: 'users' | 'separate';
  /** School ids set at the receiver, empty for not given. */
  schoolIds: string[];
  /** How many of a hundred records may disappear before the receiver stops the sync. */
  threshold: number;
}

/** One thing about a file, as found and as the template should have it. */
export interface Fact {
  /** Stable: `rows`, `columns`, `line-ending`, `encoding`, `bom`, `delimiter`, `quotes`, `size`. */
  id: 'rows' | 'columns' | 'line-ending' | 'encoding' | 'bom' | 'delimiter' | 'quotes' | 'size';
  /** In words, numbers formatted: `1,204`, `CR`, `UTF-8`, `comma`. */
  found: string;
  /** What the template says; null where it says nothing. */
  wanted: string | null;
  /** Null where nothing is wanted, or where a difference does no harm. */
  fits: boolean | null;
}

export interface FileReport {
  /** The profile's id of the file (`users`). */
  file: string;
  /** The name it should have. */
  fileName: string;
  /** As given, with its folder in a ZIP; null where the file was not given. */
  name: string | null;
  /** By what it was recognized. */
  knownBy: 'name' | 'header' | null;
  rows: number;
  bytes: number;
  facts: Fact[];
  header: string[];
}

/** A row that a finding points to. */
export interface Place {
  /** Physical line in the file, counted from 1; the header is line 1. */
  line: number;
  /** Data row, counted from 1; the header is not counted. */
  row: number;
  column: string | null;
  /** The row's id, null where the file has no column of ids or the row none. */
  id: string | null;
  /** The value of the column, null where the finding is about the row as a whole. */
  value: string | null;
}

export interface Finding {
  /** Stable, docs/rules.md. */
  code: string;
  /** Stable within the code. */
  cause: string;
  severity: Severity;
  /** The profile's id of the file; null for the set as a whole. */
  file: string | null;
  column: string | null;
  /** How many rows, or how many of whatever the message counts; exact. */
  count: number;
  message: string;
  advice: string;
  /** Why it matters. */
  reason: string;
  /** Whose rule it is. */
  source: string;
  /** The first of them, at most `LISTED`. */
  places: Place[];
}

/** Places are listed up to this many for each finding, and counted beyond. */
export const LISTED = 100;

/** A picture: bars with their numbers. Its table is the same data. */
export interface Picture {
  id: string;
  title: string;
  /** One sentence that says what to see. */
  summary: string;
  /** Header of the names' column in the table: `Role`. */
  of: string;
  /** Header of the numbers' column: `Users`. */
  counts: string;
  bars: { name: string; count: number }[];
}

/** How a file differs from the earlier one. */
export interface FileComparison {
  file: string;
  /** Records of one kind alone: `students`; null for all of the file. */
  group: string | null;
  before: number;
  now: number;
  added: number;
  removed: number;
  /** Rows with the same id and other values; null where only a fingerprint was kept. */
  changed: number | null;
  /** Removed more than the threshold allows. */
  isOver: boolean;
}

export interface Comparison {
  /** What it is compared with: an earlier set that was dropped, or the fingerprint kept at that time. */
  with: { kind: 'files' } | { kind: 'fingerprint'; at: string };
  files: FileComparison[];
}

export interface Verdict {
  /** `ready`: nothing that hinders; `attention`: warnings only; `fails`: errors; `unreadable`: nothing was checked. */
  state: 'ready' | 'attention' | 'fails' | 'unreadable';
  /** One sentence. */
  text: string;
}

export interface Report {
  /** Of the saved report: docs/report.md. */
  schema: 1;
  profile: { id: string; name: string };
  settings: CheckSettings;
  /** ISO 8601, UTC. */
  checkedAt: string;
  /** Milliseconds. */
  took: number;
  verdict: Verdict;
  files: FileReport[];
  /** Worst first, then in the order in which mending them helps. */
  findings: Finding[];
  pictures: Picture[];
  comparison: Comparison | null;
  /**
   * How its texts, which are English, are made: for saying them in another language. By the text; a bar's name has its
   * picture's id in front, because others are values. Never saved.
   */
  phrases?: ReadonlyMap<string, Phrase>;
}

export interface Progress {
  /** Name of the file that was heard of last. */
  file: string;
  /** Of all files. */
  bytes: number;
  totalBytes: number;
  rows: number;
  /** Milliseconds since the start. */
  elapsed: number;
}
