/** What the panel shows of step 2: plain data, made by utils/assistant. */

/** One cause that the check of the preview found. */
export interface FindingView {
  /** `U1`; stable, with the cause. */
  code: string;
  severity: 'error' | 'warning' | 'note';
  message: string;
  advice: string;
  /** It has cells that can be shown on the page. */
  points: boolean;
}

/** The cells of the finding that is chosen, with their values: shown here and kept nowhere. */
export interface ShownCells {
  /** Which of the findings. */
  finding: number;
  /** As many as are listed; `row` as the page counts its rows, from 1. */
  cells: { row: number; value: string }[];
  /** How many rows there are in all. */
  count: number;
  /** The page still shows them, marked. */
  marked: boolean;
}

export interface RecordsView {
  kind: 'records';
  /** `checked`; or why not: no preview is to be seen, more than one might be it, or it has no rows. */
  state: 'checked' | 'missing' | 'ambiguous' | 'empty';
  /** Which rows are exported, null where that is not sure. */
  rows: 'filtered' | 'all' | null;
  /** Built-in filters with their values, and column filters that hold something. */
  filters: { name: string; value: string }[];
  checked: number;
  /** How many records there are, null where the page does not tell. */
  total: number | null;
  /** Columns of the preview that the receiver does not know, by their headings. */
  unknown: string[];
  findings: FindingView[];
  shown: ShownCells | null;
}
