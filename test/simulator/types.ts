/**
 * The simulator's own vocabulary, shared by its rooms (plugin loader, district, export writer, pages).
 * Nothing outside test/simulator imports or is imported here but `startSimulator` (index.ts).
 */

/** One output column of a PowerQuery, as `<column column="TABLE.FIELD">alias</column>` declares it. */
export interface DataSetColumn {
  /** The table node under which the column shows (`USERS`): the alias's own table part where it has one, else the core table. */
  table: string;
  /** The column's name under the table node, case kept as typed (`languages`, `S_CA_Stu_X.ieptype`). */
  field: string;
  /** What the grid's Field cell and the default label say: `USERS.languages`. */
  name: string;
}

/** One `<arg>` of a PowerQuery: a built-in filter of step 2. */
export interface DataSetArgument {
  name: string;
  description: string;
  defaultValue: string;
  required: boolean;
}

/** What "Export From" offers: one PowerQuery of a plugin, or a plain table. */
export interface DataSet {
  /** The query's full name (`com.classtag.one_roster_users`) or the table's (`Students`). */
  id: string;
  kind: 'query' | 'table';
  /** The option's text: the `<summary>` where there is one, else `NQ - <name>`; a plain table's own name. */
  optionText: string;
  /** The raw HTML of `<description>`, '' where there is none. */
  descriptionHtml: string;
  /** In the query's own order. The pages sort them. */
  columns: DataSetColumn[];
  arguments: DataSetArgument[];
  /** `<sql>` as written; never run, only read for hints. */
  sql: string;
}

export interface Plugin {
  name: string;
  version: string;
  publisher: string;
  dataSets: DataSet[];
  /** Queries that PowerSchool would not offer in the Data Export Manager, each with the reason. */
  notOffered: { id: string; reason: string }[];
}

/** What step 3 sets. */
export interface OutputOptions {
  fileName: string;
  lineDelimiter: 'CR' | 'LF' | 'CRLF' | { other: string };
  fieldDelimiter: 'Comma' | 'Tab' | { other: string };
  characterSet: 'UTF-8' | 'Windows ANSI' | 'Mac Roman' | 'ISO 8859-1';
  includeHeaders: boolean;
  surroundInQuotes: boolean;
}

/** How the file's unknown bytes turn out; each is a variant. */
export interface ExportBytes {
  /** A value that holds the delimiter, a quote or a line break while quotes are off. */
  unquotedSpecials: 'as-is' | 'quoted-when-needed';
  quotesInside: 'doubled' | 'as-is';
  headersQuoted: boolean;
  byteOrderMark: boolean;
  finalDelimiter: boolean;
}

/** What an exported file or a saved template holds of a column. */
export interface ChosenColumn {
  name: string;
  label: string;
}

export interface SavedTemplate {
  id: number;
  name: string;
  description: string;
  dataSetId: string;
  columns: ChosenColumn[];
  output: OutputOptions;
  rows: 'filtered' | 'all';
  savedAt: string;
}

export interface ExportedFile {
  fileName: string;
  dataSetId: string;
  bytes: Uint8Array;
}

/** How many people and classes a district has, and what is wrong with them. */
export interface DistrictOptions {
  seed: number;
  /** Number of students; everything else is in proportion. */
  students: number;
  /** Names of faults to plant (see FAULTS in district.ts), none for a clean district. */
  faults: string[];
}
