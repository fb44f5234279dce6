/** What was read about one template: the four ticks of the popup. */
export interface FileProgress {
  fields: boolean;
  labels: boolean;
  summary: boolean;
  /** The name it was saved under, null while it was not seen saved. */
  savedAs: string | null;
  /** When it was seen saved, ISO 8601; null while not. */
  savedAt: string | null;
}

export type TickName = 'fields' | 'labels' | 'summary' | 'saved';
