/**
 * What a receiver wants of the rows of its files, as data: utils/roster compiles it. Each rule is one sentence of the
 * receiver, of OneRoster, or of good order, and says which.
 */

export type Severity = 'error' | 'warning' | 'note';

/** Only rows in which a column holds one of these values, to the letter. */
export interface When {
  column: string;
  in: string[];
}

/** What a rule looks for; every cell is compared as bytes, to the letter. */
export type Test =
  /** Nothing, or spaces only. */
  | { is: 'blank'; when?: When }
  /** All of these columns blank. */
  | { is: 'all-blank'; of: string[]; when?: When }
  | { is: 'not-blank'; unless: When }
  /** Rows whose values in these columns came before; `with` the same value in this column too, or another one. */
  | { is: 'repeated'; of: string[]; also?: { column: string; same: boolean } }
  /** Rows with the same values in `of` as another row, but others in `but`. */
  | { is: 'told-apart'; of: string[]; but: string[] }
  /** Not blank and none of the values. `case`: only differing in capitals (`only`), or not at all like one (`never`). */
  | { is: 'not-in'; values: string[]; case: 'only' | 'never'; except?: string[]; items?: boolean; when?: When }
  | { is: 'in'; values: string[] }
  /** One of the first of each pair; the finding is told for each pair by itself. */
  | { is: 'means'; pairs: [string, string][]; items?: boolean }
  | { is: 'more-items'; than: number }
  | { is: 'item-twice' }
  /** A list item that equals another column of the row. */
  | { is: 'item-equals'; column: string }
  | { is: 'several-items' }
  /**
   * List items that are ids of rows of the same file: of a row whose `column` holds none of the values (`other`), or of
   * no row at all (`nobody`, told only when all rows were seen).
   */
  | { is: 'refers'; to: string; column: string; in: string[]; finds: 'other' | 'nobody' }
  /** Not blank and not of the shape. */
  | { is: 'not'; shape: 'email' | 'phone' | 'language' }
  /** A number as a spreadsheet writes long ones: `1.05E+08`. */
  | { is: 'spreadsheet-number' }
  | { is: 'outer-space' }
  /** The same digits as in another row, but for leading zeros. */
  | { is: 'lost-zeros' }
  /** Of the rows that `when` names, at most `atMost` of a hundred fill this column, and at least `atLeast` fill `other`. */
  | { is: 'rarely-filled'; other: string; atMost: number; atLeast: number; outOf: number; when: When }
  /** Not one of the ids that the administrator gave; nothing where none were given. */
  | { is: 'not-configured'; items?: boolean };

/** When a rule holds, besides what it looks for. */
export interface Needs {
  /** Where one sync serves the whole district, or one school by itself. */
  level?: 'district' | 'school';
  /** Where guardians stand in the users' file. */
  guardians?: 'users';
}

export interface Rule {
  /** Stable: the letter and number of reference classtag-files.md section 6. */
  code: string;
  /** Stable within the code. */
  cause: string;
  severity: Severity;
  /** The file's id. */
  file: string;
  /** The column it looks at, which the finding points to. */
  column: string;
  test: Test;
  needs?: Needs;
  /** `{n}` is `3 rows` or `1 row`, `{has}` `have` or `has`, `{from}` and `{to}` a pair's parts. */
  message: string;
  advice: string;
  /** Why it matters, in one sentence. */
  reason: string;
  /** Whose rule it is. */
  source: string;
}

/** A rule about every cell of every file, told for each column by itself. */
export interface CellRule {
  code: string;
  cause: string;
  severity: Severity;
  /** What a value holds that it should not. */
  holds: 'delimiter' | 'line-break' | 'quote' | 'control' | 'invisible' | 'wrongly-decoded';
  /** Only while PowerSchool puts no quotes around values, only while it does, or always. */
  quotes?: 'off' | 'on';
  message: string;
  advice: string;
  reason: string;
  source: string;
}

export interface Checks {
  rules: Rule[];
  cells: CellRule[];
  /** Columns that no file should hold, in lower case, and what to say. */
  unwanted: { column: string; code: string; message: string; advice: string; reason: string; source: string }[];
}
