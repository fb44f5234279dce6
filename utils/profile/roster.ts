/** What a receiver wants of a set of roster files, as data: for checking them after the export. */
import type { Checks, Severity, When } from './checks.ts';

export interface RosterColumn {
  name: string;
  /** Other headers by which the receiver's own pages call it; taken, and told as a note. */
  aliases: string[];
  /** `required`: the file is useless without it; `expected`: needed in most set-ups; `optional`. */
  need: 'required' | 'expected' | 'optional';
  /** Where the need holds only for one sync for the whole district. */
  level?: 'district';
}

export interface RosterFile {
  /** `users`; also the letters before `.csv`. */
  id: string;
  fileName: string;
  /** `required`: the receiver needs it; `optional`: read when it is there. */
  need: 'required' | 'optional';
  columns: RosterColumn[];
  /** The column of the rows' own ids; null for a file without. */
  key: string | null;
  /** Columns that together tell one row from another, in a file without ids of its own. */
  identity?: string[];
  /** Kinds of records that are counted apart when the file is compared with an earlier one. */
  groups?: { column: string; kinds: { name: string; in: string[] }[] };
}

/** What can be wrong with a file as a whole, or with the set. What is not listed by a profile is not told. */
export type FileFaultKind =
  // The set and the ZIP
  | 'missing-file'
  | 'unknown-file'
  | 'workbook'
  | 'same-file-twice'
  | 'wrong-name'
  | 'wrong-content'
  | 'in-folder'
  | 'junk'
  | 'unsafe-entry'
  | 'broken-zip'
  | 'encrypted'
  | 'too-many-entries'
  | 'too-big'
  // Bytes
  | 'empty-file'
  | 'not-utf-8'
  | 'utf-16'
  | 'bom'
  | 'nul'
  | 'mixed-line-ends'
  | 'not-crlf'
  | 'no-final-line-end'
  | 'trailing-blank-lines'
  // Syntax
  | 'blank-lines'
  | 'empty-rows'
  | 'unclosed-quote'
  | 'inner-quote'
  | 'after-quote'
  | 'inner-break'
  | 'wide'
  | 'narrow'
  | 'cut-off'
  | 'wrong-delimiter'
  | 'all-quoted'
  // Header
  | 'title-row'
  | 'no-header'
  | 'missing-column'
  | 'missing-expected'
  | 'misspelled-column'
  | 'column-case'
  | 'column-space'
  | 'table-prefix'
  | 'alias'
  | 'duplicate-column'
  | 'blank-column'
  | 'unknown-column'
  | 'metadata-not-last'
  | 'other-version'
  | 'column-order'
  | 'no-rows'
  // Against the last file
  | 'earlier-unreadable'
  | 'threshold'
  | 'many-changed'
  | 're-keyed'
  | 'file-set'
  // manifest.csv
  | 'manifest-header'
  | 'manifest-width'
  | 'manifest-version'
  | 'oneroster-version'
  | 'manifest-missing-property'
  | 'manifest-unknown-property'
  | 'manifest-duplicate-property'
  | 'manifest-value'
  | 'manifest-declared-missing'
  | 'manifest-undeclared'
  | 'manifest-unwanted'
  | 'manifest-mixed';

export interface FileRule {
  what: FileFaultKind;
  code: string;
  severity: Severity;
  /**
   * `{n}` is `3 rows` or `1 row`, `{count}` the bare number, `{has}` `have` or `has`, `{file}` the file's name,
   * `{column}` a column, and others as the fault brings them: `{found}`, `{wanted}`, `{line}`, `{offset}`, `{name}`,
   * `{place}`, `{version}`, `{swallowed}`.
   */
  message: string;
  advice: string;
  reason: string;
  source: string;
}

/** Bars for people who would rather look than read. */
export type PictureSpec = { id: string; title: string; of: string; counts: string } & (
  | { is: 'values'; file: string; column: string; items?: boolean; when?: When }
  /** Rows in groups by which of two columns they fill. */
  | {
      is: 'filled';
      file: string;
      first: string;
      second: string;
      names: [both: string, first: string, second: string, neither: string];
      when?: When;
    }
  /**
   * How many values of the column come so often: class sizes. A step is the most that its bar takes; one bar is beyond.
   * Only ids of rows of `among` count, and those that do not come at all, unless that file cannot be read to its end.
   */
  | {
      is: 'sizes';
      file: string;
      column: string;
      among: { file: string; column: string };
      steps: number[];
      when?: When;
    }
);

export interface RosterProfile {
  id: string;
  name: string;
  /** In the order in which mending helps, which is that in which they refer to each other. */
  files: RosterFile[];
  checks: Checks;
  fileRules: FileRule[];
  /** As the template should have it; null for whatever. */
  form: {
    lineEnding: 'CR' | 'LF' | 'CRLF' | null;
    delimiter: ',' | '\t';
    quotes: 'off' | 'when-needed';
  };
  /** Columns whose names begin with this may be added at the right end; null: any other column is let pass. */
  extension: string | null;
  /** Columns in other versions of the standard, by name: what to say (`OneRoster 1.0`). */
  otherVersions: Record<string, string>;
  /** The set has a manifest.csv. */
  manifest: boolean;
  pictures: PictureSpec[];
  /** Verdicts by state; `{n}` is `3 problems` or `1 problem`. */
  /** `partial`: a required file is not here, `{missing}`; `stops`: more is gone than the threshold allows. */
  verdicts: { ready: string; attention: string; partial: string; stops: string; fails: string; unreadable: string };
}
