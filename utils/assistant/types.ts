import type { PanelView } from '../../components/view.ts';
import type { Observation } from '../checklist/progress.ts';
import type { Site, StoredChoices } from '../checklist/store.ts';
import type { FinderMaker } from '../powerschool/apply.ts';
import type { Change, Outcome } from '../powerschool/types.ts';
import type { Profile } from '../profile/schema.ts';

/** What the assistant needs of the browser; the content script gives it, tests give their own. */
export interface Bridge {
  /** The extension still stands behind this page. */
  isAlive(): boolean;
  /** @param fileId the file that the page is about, null when that is not known. */
  observed(observations: Observation[], fileId: string | null): void;
  choices(choices: StoredChoices): void;
  intend(fileId: string): Promise<unknown>;
  intentTaken(): void;
}

export interface AssistantOptions {
  document: Document;
  location: Location;
  profile: Profile;
  bridge: Bridge;
  /** What is known of this site. */
  site: Site;
  /** The file that was sure last in this tab, for pages that load each step anew. */
  lastFile: string | null;
  /** Ends everything. */
  signal: AbortSignal;
  /** Null: nothing to show, the page is none of ours. */
  onView(view: PanelView | null): void;
}

/** What one action did, for the report and for taking it back. */
export interface Batch {
  title: string;
  outcomes: Outcome[];
  /** Names of the targets as the administrator knows them, by position in `outcomes`. */
  names: string[];
  undo: Change[];
  /** Names of controls other than fields, by their own words: what takes the batch back names them alike. */
  controlNames: Record<string, string>;
  /** What finds its controls, where that is not the wizard's own finder. */
  finder: FinderMaker | undefined;
  /** Is the page still about what the batch was made for? */
  isMeant: () => boolean;
  /** Labels of rows that the action removed, by key: they come back with the rows. */
  removedLabels: Map<string, string>;
  /** Plain explanations for outcomes, by position, where the usual one does not fit. */
  explanations: Map<number, string>;
}
