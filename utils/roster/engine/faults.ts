import type { FileFaultKind } from '../../profile/roster.ts';
import type { Part } from '../words.ts';

/** Something about a file as a whole, or about the set, before a profile says how bad it is and in which words. */
export interface FileFault {
  what: FileFaultKind;
  /** The profile's id of the file; null for the set. */
  file: string | null;
  column: string | null;
  /** Rows, or whatever the words count. */
  count: number;
  /** Rows to show, from 0; empty for none. */
  rows: number[];
  /** For the placeholders of the rule's message. */
  words: Record<string, Part>;
}
