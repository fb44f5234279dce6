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

/** Forms of a value. */
export type Shape =
  | 'email'
  | 'phone'
  | 'language'
  /** 1 to 255 of the signs that OneRoster allows in ids. */
  | 'guid'
  /** `2026-11-25`, a day that there is. */
  | 'date'
  /** `2026-11-25T18:00:00.000Z`, a time that there is, in UTC. */
  | 'date-time'
  /** `2026`. */
  | 'year'
  | 'boolean'
  | 'integer'
  /** `{Local:863}`, several with commas. */
  | 'user-ids'
  /** Two capital letters. */
  | 'country'
  | 'state';

/** What a rule looks for; every cell is compared as bytes, to the letter. */
export type Test =
  /** Nothing, or spaces only. */
  | { is: 'blank'; when?: When }
  /** All of these columns blank. */
  | { is: 'all-blank'; of: string[]; when?: When }
  | { is: 'not-blank'; unless: When }
  /**
   * Rows whose values in these columns came before; with `also` the same value in this column too, or (`of` one column
   * only) another one.
   */
  | { is: 'repeated'; of: string[]; also?: { column: string; same: boolean }; when?: When }
  /** Rows with the same values in `of` as another row, but others in `but`. */
  | { is: 'told-apart'; of: string[]; but: string[] }
  /** Not blank and none of the values. `case`: only differing in capitals (`only`), or not at all like one (`never`). */
  | { is: 'not-in'; values: string[]; case: 'only' | 'never'; except?: string[]; items?: boolean; when?: When }
  | { is: 'in'; values: string[] }
  /** The same of a column whose values are numbered anyway, such as ids: each is looked up once, at the end. */
  | { is: 'holds'; values: string[] }
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
  | { is: 'not'; shape: Shape; items?: boolean; when?: When }
  /** A number as a spreadsheet writes long ones: `1.05E+08`. */
  | { is: 'spreadsheet-number'; items?: boolean }
  | { is: 'outer-space' }
  /** The same digits as in another row, but for leading zeros. */
  | { is: 'lost-zeros' }
  /** Of the rows that `when` names, at most `atMost` of a hundred fill this column, and at least `atLeast` fill `other`. */
  | { is: 'rarely-filled'; other: string; atMost: number; atLeast: number; outOf: number; when: When }
  /** Not one of the ids that the administrator gave; nothing where none were given. */
  | { is: 'not-configured'; items?: boolean }
  /** Longer than so many characters. */
  | { is: 'longer'; than: number }
  /** Another number of list items than in the other column, where both are filled. */
  | { is: 'items-unequal'; other: string }
  /** Two dates or numbers of the same form, compared as text: this column does not come after `other`. */
  | { is: 'not-after'; other: string }
  /** More than one of these columns holds `value`. */
  | { is: 'several-are'; of: string[]; value: string; when?: When }
  /** Some rows have it blank and some do not: all rows that are blank, where fewer are. */
  | { is: 'mixed-blank' }
  /** Not the same as in a row before, but the same when capitals and the spaces around it are left out of account. */
  | { is: 'nearly-repeated' }
  /** A list in which an item is nothing, or spaces only: `a,,b`. A blank cell is no list. */
  | { is: 'item-blank' }
  /** A list in which an item that is not blank has a space before or after it: `a, b`. One item alone is no list. */
  | { is: 'item-spaced' }
  /** How many rows hold one of the values (`''`: blank) is less than `atLeast` or more than `atMost`: told once. */
  | { is: 'rows-holding'; in: string[]; atLeast: number; atMost?: number }
  | AcrossTest;

/** Tests that need other rows by their id, mostly of other files. Not run where that file was not given. */
export type AcrossTest =
  /**
   * A value, or an item of a list, that is in no row of the file's column. Told with how many of them a missing zero, a
   * space or a capital would explain. A row that is broken otherwise counts as there. `items`: this column holds lists;
   * `targetItems`: the file's column does. `except`: values that another rule tells; not in lists.
   */
  | {
      is: 'refers-to';
      file: string;
      column: string;
      items?: boolean;
      targetItems?: boolean;
      except?: string[];
      when?: When;
    }
  /** The row it names (`file`, by `column`) has in `of` none of the values (`''`: blank). */
  | { is: 'target-not-in'; file: string; column: string; items?: boolean; of: string; in: string[]; when?: When }
  /**
   * The row that `via` names (`file`, by `key`) has another value in `other`; `items`: `other` is a list, and none of
   * its items is the value.
   */
  | { is: 'differs'; via: string; file: string; key: string; other: string; items?: boolean; when?: When }
  /**
   * The rule's column is an id; none of the rows of `file` that `where` names has it in `by`. `others`: but a row that
   * `where` does not name has; an id that no row at all has is another rule's.
   */
  | { is: 'unnamed'; file: string; by: string; items?: boolean; where?: When; others?: true; when?: When }
  /**
   * The row that `via` names has `other` after (`before`: this is too early) or before (`after`: this is too late) this
   * column's value, compared as text. `through`: not that row counts, but those that its `column` names in turn (of
   * `file`, by `key`): the earliest `other` of them for `before`, the latest for `after`.
   */
  | {
      is: 'beyond';
      via: string;
      file: string;
      key: string;
      through?: { column: string; file: string; key: string; items?: boolean };
      other: string;
      side: 'before' | 'after';
    }
  /** Following this column from row to row of the same file, by `column`, comes back to the start. */
  | { is: 'cycle'; column: string };

/** When a rule holds, besides what it looks for. */
export interface Needs {
  /** Where one sync serves the whole district, or one school by itself. */
  level?: 'district' | 'school';
  /** Where guardians stand in the users' file. */
  guardians?: 'users';
  /** What the manifest says of the rule's file; a file of which it says nothing, or that has no manifest, is `bulk`. */
  mode?: 'bulk' | 'delta';
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
