/**
 * What the panel and the popup show: plain data, made by utils/assistant, drawn by the components. A component gets
 * one of these and callbacks; it knows nothing of PowerSchool's page or of the browser.
 */
import type { Result } from '../utils/powerschool/types.ts';
import type { LabelPlan, Problem, SummaryLine } from '../utils/template/types.ts';
import type { Dropped } from './check/dropped.ts';
import type { RecordsView } from './later/records.ts';
import type { ScheduleView, TemplateListView } from './later/schedule.ts';
import type { GuideView, LaterAct } from './later/types.ts';
import type { SitesActions, SitesView } from './popup/sites.ts';

/** One file of the profile, for the three buttons and the checklist. */
export interface FileView {
  id: string;
  fileName: string;
  /** All four done. */
  done: boolean;
  ticks: { fields: boolean; labels: boolean; summary: boolean; saved: boolean };
  /** The name it was or will be saved under. */
  templateName: string;
  /** Already formatted date of saving, '' while not saved. */
  savedOn: string;
  /** Already formatted date on which the saved template was last found right, '' while it is not verified. */
  verifiedOn: string;
  /** The saved template was looked at, and is not what it should be. */
  drift: boolean;
}

/** Who gets the files, and whom to write to there. */
export interface ReceiverView {
  name: string;
  support: string;
}

export interface ChoiceView {
  id: string;
  label: string;
  explanation: string;
  chosen: boolean;
}

/** How one change ended, for the list after an action. */
export interface OutcomeView {
  /** `USERS.languages` or `Line Delimiter`. */
  name: string;
  before: string;
  after: string;
  result: Result;
  /** Plain words for anything but set/already: what happened and what to do. */
  explanation: string;
}

/** The last action and its outcomes; shown until the next action or until dismissed. */
export interface ReportView {
  title: string;
  outcomes: OutcomeView[];
  /** Can it be undone now? */
  undo: boolean;
  /** The page is on another step now: it is folded, and makes way. */
  folded?: boolean;
}

export interface ColumnsView {
  kind: 'columns';
  /** Fields that "Select fields" will tick or untick, by name (`USERS.email`); both empty when nothing is to do. */
  willTick: string[];
  willUntick: string[];
  ticked: number;
  labels: LabelPlan;
  problems: Problem[];
  /** Everything right: press Next on the page. */
  ready: boolean;
}

export interface SummaryView {
  kind: 'summary';
  lines: SummaryLine[];
  ready: boolean;
}

export interface SaveView {
  kind: 'save';
  /** The name that was or will be filled in. */
  name: string;
  description: string;
  /** What stands in the dialog now. */
  nameNow: string;
  /** `filled`: press Save as New. `other`: another name stands there. `error`: the dialog complains. */
  state: 'filled' | 'other' | 'error' | 'cannot';
  message: string;
}

/** The Data Export Manager, but no data set of the profile is chosen (yet). */
export interface StartView {
  kind: 'start';
  /** The data set shown now, '' for none. */
  shown: string;
}

/** PowerSchool signed the administrator out, or the extension was updated under the page, or the step is not clear. */
export interface StoppedView {
  kind: 'stopped';
  reason: 'signed-out' | 'extension-updated' | 'unclear';
  message: string;
}

export interface PanelView {
  receiver: ReceiverView;
  files: FileView[];
  /** The file the page is about, null when none or not sure. */
  fileId: string | null;
  step: 1 | 2 | 3 | null;
  /** What is not sure, one sentence each. When the file itself is unsure the administrator may name it. */
  doubts: string[];
  askWhichFile: boolean;
  choices: ChoiceView[];
  actAtOnce: boolean;
  /** A sentence while something is under way ("Waiting for PowerSchool to load users.csv …"), '' otherwise. */
  busy: string;
  /** Is it our own work, which the administrator may break off? */
  canStop: boolean;
  /** File id whose choice must be confirmed because work on this page would be lost, null otherwise. */
  confirmLeaving: string | null;
  report: ReportView | null;
  /** The file to go on with after this one is saved, null when all are done. */
  next: string | null;
  /** The guided set-up under way, null for none. */
  guide: GuideView | null;
  /** Something of the page was not found, or more than once: a picture of it would help. */
  unrecognized?: boolean;
  body: ColumnsView | StartView | StoppedView | LaterBody | { kind: 'later' };
}

/** What comes after step 1: drawn by the second script. */
export type LaterBody = SummaryView | SaveView | RecordsView | TemplateListView | ScheduleView;

/** What the administrator can do in the panel. Every callback is called for trusted events only. */
export interface PanelActions {
  chooseFile(fileId: string): void;
  confirmLeaving(yes: boolean): void;
  nameFile(fileId: string): void;
  selectFields(): void;
  /** With the keys of the lines to change; the panel holds which are ticked. */
  applyLabels(keys: string[]): void;
  undo(): void;
  dismissReport(): void;
  cancel(): void;
  setChoice(id: string, chosen: boolean): void;
  setActAtOnce(on: boolean): void;
  /** Anything that the second script does. */
  later(act: LaterAct): void;
}

export interface PopupView {
  /** `here`: the active tab is this site; `last`: the last site seen, the tab is elsewhere; `none`: nothing yet. */
  where: 'here' | 'last' | 'none';
  /** Host of the site, '' for none. */
  site: string;
  /** Is anything of the site's progress known, which could be forgotten? */
  begun: boolean;
  /** Does the active tab show the Data Export Manager now? */
  onExportManager: boolean;
  /** It has the Data Export Manager's address and yet is not recognized as one of its steps. */
  unrecognized: boolean;
  receiver: ReceiverView;
  files: FileView[];
  choices: ChoiceView[];
  actAtOnce: boolean;
  /** What to do next, one line, and the button's text ('' for no button). */
  nextStep: string;
  nextButton: string;
  sites: SitesView;
}

export interface PopupActions extends SitesActions {
  goNext(): void;
  setChoice(id: string, chosen: boolean): void;
  setActAtOnce(on: boolean): void;
  setTemplateName(fileId: string, name: string): void;
  startOver(): void;
  /** Opens the page that checks exported files. */
  checkFiles(): void;
  /** The same, with the files that were dropped on the popup. */
  dropFiles(dropped: Dropped): void;
  /** Opens the page with a picture of the tab's page. */
  takePicture(): void;
}
