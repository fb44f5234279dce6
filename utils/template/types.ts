import type { Change } from '../powerschool/types.ts';

/** The administrator's choices for one PowerSchool site. */
export interface Choices {
  /** By choice id of the profile: chosen or not. */
  profile: Record<string, boolean>;
  /** By file id: the template's name where it differs from the profile's. */
  templateNames: Record<string, string>;
  /** Auto-label acts at once instead of showing its changes first. */
  actAtOnce: boolean;
}

/**
 * Which file of the profile the page is about, how that is known, and what speaks against it. `another`: the page names
 * a data set that is none of the profile's.
 */
export interface Identity {
  fileId: string | null;
  by: 'query' | 'summary' | 'columns' | 'administrator' | 'none' | 'another';
  /** The name that the page shows for the data set, '' where it shows none. */
  shown: string;
  /** One plain sentence for each thing that is not sure. */
  doubts: string[];
}

/** One line of the Auto-label preview. */
export interface LabelLine {
  key: string;
  field: string;
  before: string;
  after: string;
  /** `known` and `unknown` are proposed ticked; `typed` only when the administrator ticks it. */
  kind: 'known' | 'unknown' | 'typed';
  change: Change;
}

/** A row that Auto-label leaves alone although its label is not right, and why. */
export interface LabelRefusal {
  key: string;
  field: string;
  label: string;
  reason: 'read-only' | 'would-duplicate' | 'ambiguous';
}

export interface LabelPlan {
  lines: LabelLine[];
  refusals: LabelRefusal[];
  /** Number of rows whose label is right already. */
  right: number;
}

/** Something about the chosen fields and labels, named for the administrator. */
export interface Problem {
  /** Stable: T1 prefix left, T2 plural, T3 stray or invisible characters, wrong spelling, T4 duplicate, T8 missing … */
  code: string;
  severity: 'error' | 'warning' | 'note';
  /** What is the matter, in one sentence. */
  message: string;
  /** What to do, '' where nothing is to be done. */
  advice: string;
}

/** One line of the export summary: what is there, what should be. */
export interface SummaryLine {
  control: 'fileName' | 'lineDelimiter' | 'fieldDelimiter' | 'characterSet' | 'includeHeaders' | 'surroundInQuotes';
  /** PowerSchool's own name of it. */
  name: string;
  now: string;
  wanted: string;
  state: 'right' | 'wrong' | 'missing' | 'ambiguous' | 'read-only';
  change: Change | null;
}
