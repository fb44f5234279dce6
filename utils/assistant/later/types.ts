import type { LaterAct } from '../../../components/later/types.ts';
import type { PanelView } from '../../../components/view.ts';
import type { Observation } from '../../checklist/progress.ts';
import type { StoredChoices } from '../../checklist/store.ts';
import type { SetUp } from '../../checklist/types.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import type { carryOut, chooseDataSet, selectFields, unfold, Work } from '../actions.ts';
import type { AssistantOptions, Batch } from '../types.ts';
import type { Situation } from '../view.ts';
import type { until } from '../wait.ts';

/** How an action ended: with a report, broken off by the administrator, by an error, or not begun. */
export type Ended = 'done' | 'cancelled' | 'failed' | 'busy';

/** What the second script may use of the first, which holds the page's one state. */
export interface Desk {
  readonly options: AssistantOptions;
  /** Everything as it was last read. */
  now(): Situation;
  /** Reads the page again and shows what follows. */
  look(): void;
  /** One action at a time, and none while PowerSchool loads, except those that wait for it themselves. */
  act(busy: string, action: (work: Work) => Promise<Batch | null>, evenLoading?: boolean): Promise<Ended>;
  /** Breaks off the action under way. */
  stop(): void;
  /** Goes on at once, or after the administrator agreed to lose what is chosen on the page. */
  leaveFor(fileId: string, go: () => void): void;
  /** Auto-label for the lines with these keys, planned on what is shown now. */
  labelWork(keys: readonly string[]): (work: Work) => Promise<Batch | null>;
  readonly carryOut: typeof carryOut;
  readonly chooseDataSet: typeof chooseDataSet;
  readonly selectFields: typeof selectFields;
  readonly unfold: typeof unfold;
  setChoices(change: Partial<StoredChoices>): void;
  readonly until: typeof until;
}

/** The second script, as the first one sees it. */
export interface LaterSteps {
  /** Called after every reading, before anything is shown; tells the checklist what it saw. */
  observe(now: Situation): Observation[];
  /** Puts into the view what only the second script knows. */
  complete(view: PanelView, now: Situation): PanelView;
  do(act: LaterAct): void;
}

export type StartLater = (desk: Desk) => LaterSteps;

/** The guided set-up, or the check of a saved template, of one file in one tab. */
export interface Course {
  fileId: ProfileFile['id'];
  mode: 'set-up' | 'check';
  /** The file's data set was seen on the page: from then on a page about another file is not expected. */
  begun: boolean;
  /** The administrator has looked at the records. */
  looked: boolean;
  /** The labels typed by hand that the administrator leaves as they are: `users.sms cell`, one a line. */
  keepTyped: string;
  /** The administrator set by hand what was not found on the export summary. */
  byHand: boolean;
  /** In a check: something differed. What is put right by hand must be saved, too. */
  differed: boolean;
  /** Something of an opened template was changed, so it must be saved again. */
  changed: boolean;
  /** The fields and labels were right when they were last seen. */
  columnsRight: boolean;
  /** In a check: the template was opened. */
  opened: boolean;
  /** In a check: Next may be pressed. Not where the administrator only opened a template by hand. */
  mayPress: boolean;
  /** In a check: when it is over, the next template is checked. */
  all: boolean;
  /** In a check: the labels, as they were seen. */
  columns: SetUp['columns'];
  /** When it began, ISO 8601: a template saved since then ends it. */
  since: string;
}
