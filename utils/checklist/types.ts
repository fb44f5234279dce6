/** How much of a template is kept: more columns, or longer labels, are cut off. */
export const MOST_COLUMNS = 100;
export const MOST_LETTERS = 200;

/** Ids of files and choices, and sites, are short; there are few of each. A page cannot fill the storage with them. */
export const MOST_ID = 60;
export const MOST_SITE = 300;
export const MOST_ENTRIES = 50;
/** Sites that are remembered: the one seen longest ago makes room for a new one. */
export const MOST_SITES = 100;

/**
 * Why what the extension keeps is not as it should be: the browser does not write or read it (its storage is full or
 * broken); a newer version of the extension has written it; it could not be understood and was set aside.
 */
export type StoreTrouble = 'not-kept' | 'newer' | 'set-aside';

/** A template's labels and options as they were read: no student's data. */
export interface SetUp {
  columns: { field: string; label: string }[];
  /** The export summary's settings by the control's name, as the page shows them. */
  options: Record<string, string>;
}

/** What was read about one template: the four ticks of the popup, and whether the saved one was looked at again. */
export interface FileProgress {
  fields: boolean;
  labels: boolean;
  summary: boolean;
  /** The name it was saved under, null while it was not seen saved. */
  savedAs: string | null;
  /** When it was seen saved, ISO 8601; null while not. */
  savedAt: string | null;
  /** When the saved template was opened and found right, ISO 8601; null while not, or when it was saved anew since. */
  verifiedAt: string | null;
  /** It was opened and is not what it should be. */
  drift: boolean;
  setUp: SetUp;
}

export type TickName = 'fields' | 'labels' | 'summary' | 'saved';
