/** What is read from PowerSchool's Data Export Manager, what shall be changed there, and how each change ended. */

/** The wizard's three steps, the list of saved templates, or a place in the Data Export Manager that is none of these. */
export type Place = 'columns' | 'records' | 'summary' | 'templates' | 'elsewhere';

/** The controls that are one of a kind on their page. */
export type TextControl = 'fileName' | 'templateName' | 'templateDescription';
export type SelectControl = 'category' | 'exportFrom' | 'lineDelimiter' | 'fieldDelimiter' | 'characterSet';
export type CheckControl = 'includeHeaders' | 'surroundInQuotes';

/** The six lines of the export summary, in the page's order. */
export type SummaryControl = 'fileName' | 'lineDelimiter' | 'fieldDelimiter' | 'characterSet' | CheckControl;

/** Why a control cannot be read or written: it is not there, or found two ways with different results. */
export type Trouble = 'missing' | 'ambiguous';

/** A control as read; `value` is the text box's text, the chosen option's text, or whether the box is ticked. */
export interface Reading<V extends string | boolean = string | boolean> {
  value: V;
  editable: boolean;
  /** Of a select: the chosen option's `value` attribute, which stays the same in every language of the page. */
  option?: string;
}

/** One checkbox of the column tree. */
export interface TreeColumn {
  /** `users.languages`: lower case, for matching only. */
  key: string;
  /** The table node's text, '' where the page does not tell. */
  table: string;
  /** As the page spells it. */
  field: string;
  ticked: boolean;
  editable: boolean;
}

/** One row of the grid "Labels Used on Export". */
export interface GridRow {
  key: string;
  /** The Field cell: `USERS.languages`. */
  field: string;
  /** The label box, exactly as it stands. */
  label: string;
  editable: boolean;
}

/** A text that may name the data set, and where it stands. */
export interface DataSetMention {
  where: 'export-from' | 'heading' | 'text';
  text: string;
}

/** One option of "Export From"; either part may name the data set. */
export interface DataSetOption {
  text: string;
  value: string;
}

/** Everything read at one moment. Plain data: no nodes. */
export interface ExportPage {
  place: Place;
  /** PowerSchool shows that it is still loading. */
  loading: boolean;
  signedOut: boolean;
  mentions: DataSetMention[];
  category: Reading<string> | Trouble;
  exportFrom: (Reading<string> & { options: DataSetOption[] }) | Trouble;
  tree: TreeColumn[];
  grid: GridRow[];
  /** Keys that stand in the grid more than once; their rows are not to be written. */
  ambiguousRows: string[];
  summary: Record<SummaryControl, Reading | Trouble> | null;
  /** The dialog "Save Export Template", when it is open. */
  saveDialog: {
    name: Reading<string> | Trouble;
    description: Reading<string> | Trouble;
    /** An error that the dialog shows, '' for none. */
    error: string;
  } | null;
  /** Names on My Templates. */
  templateNames: string[];
  /** More than one step shows at once: which one it is, is not sure. */
  unclear: boolean;
}

/** One row of My Templates, or of the scheduled templates. */
export interface TemplateRow {
  name: string;
  /** The name is a link that opens the template. */
  opens: boolean;
  /** There is a control to schedule it; null where it is not sure what the row's controls do. */
  schedules: boolean | null;
  /** What the row says besides name and description: on the scheduled tab the days and the time. */
  words: string;
}

export interface TemplateList {
  /** The list of scheduled templates is the one that is shown. */
  scheduled: boolean;
  rows: TemplateRow[];
}

export type Day = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Where the time stands: in one box, or in lists for hour, minute and AM or PM. */
export type TimePart = 'time' | 'hour' | 'minute' | 'half';

/** Controls of the dialog "Set Schedule" that may be written; the days from Monday on, or by their place where the page's words are not understood, `day1` to `day7`. */
export type ScheduleControl = 'active' | `day${1 | 2 | 3 | 4 | 5 | 6 | 7}` | TimePart;

export interface DayReading extends Reading<boolean> {
  control: ScheduleControl;
  /** Null where the page's words for the days are not understood. */
  day: Day | null;
  /** As the page calls it, '' where that is not sure. */
  name: string;
}

export interface TimeReading {
  /** 24 hours, `HH:MM`; null where none stands there or it is not understood. */
  value: string | null;
  /** The page itself writes it in 24 hours. */
  hours24: boolean;
  editable: boolean;
  /** Each box or list that makes up the time, with what it offers; null for a box in which anything may be typed. */
  parts: { control: TimePart; text: string; options: string[] | null }[];
}

/** The dialog "Set Schedule" of one template. */
export interface SchedulePage {
  /** The template's name, '' where the title does not tell. */
  template: string;
  active: Reading<boolean> | Trouble;
  /** Seven, in the page's order. */
  days: DayReading[] | Trouble;
  time: TimeReading | Trouble;
  sendTo: (Reading<string> & { options: string[] }) | Trouble;
  path: Reading<string> | Trouble;
  email: Reading<string> | Trouble;
}

/** What to change. `column` is a key of TreeColumn / GridRow. */
export type Target =
  | { kind: 'tick'; column: string }
  | { kind: 'label'; column: string }
  | { kind: 'text'; control: TextControl }
  | { kind: 'select'; control: SelectControl }
  | { kind: 'check'; control: CheckControl }
  /** In the dialog of this template and no other. Found by the finder of schedule.ts only. */
  | { kind: 'schedule'; template: string; control: ScheduleControl };

/** One planned write: plain, serializable, with what it expects to find. */
export interface Change {
  target: Target;
  /** What stood there when the plan was made; anything else at the moment of writing makes the change stale. */
  before: string | boolean;
  /** For selects the option's text; `also` lists other spellings of the same option or the same text. */
  after: string | boolean;
  also?: string[];
}

export type Result =
  | 'set'
  | 'already'
  | 'missing'
  | 'ambiguous'
  | 'read-only'
  | 'no-such-option'
  | 'rejected-by-page'
  | 'stale';

export interface Outcome {
  change: Change;
  result: Result;
  /** What stands there now, where it could be read. */
  now?: string | boolean;
}
export interface RecordFilter {
  name: string;
  value: string;
}
export interface PreviewTable {
  header: string[];
  rows: string[][];
  total: number | null;
  first: number | null;
}
export interface RecordsPage {
  filters: RecordFilter[];
  rows: 'filtered' | 'all' | null;
  tables: PreviewTable[];
}
