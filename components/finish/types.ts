/** What the page "What comes next" shows: plain data, made by utils/assistant/finish.ts, as in ../view.ts. */
import type { Afterwards } from '../../utils/profile/afterwards.ts';
import type { FileView, ReceiverView } from '../view.ts';

export interface LetterView {
  to: string;
  subject: string;
  body: string;
  /** What stands there instead of the district's name; '' once it is entered. */
  placeholder: string;
  /** The letter as a link for the mail program. */
  href: string;
  /** The link holds the whole letter, not a short one. */
  whole: boolean;
}

/** One template as it was when it was verified. */
export interface SetUpFile {
  id: string;
  fileName: string;
  templateName: string;
  dataSet: string;
  savedOn: string;
  verifiedOn: string;
  columns: { field: string; label: string }[];
  /** Names and values as PowerSchool has them. */
  options: { name: string; value: string }[];
}

/** The whole set-up, for the summary. */
export interface SetUpView {
  files: SetUpFile[];
  choices: { label: string; chosen: boolean }[];
  /** When the sync starts, `7:00 PM`, where the administrator said so; '' elsewhere. */
  syncAt: string;
}

export interface FinishView {
  /** Host of the site, '' for none. */
  site: string;
  /** Something was read on this site. */
  known: boolean;
  receiver: ReceiverView;
  files: FileView[];
  /** As it is typed. */
  district: string;
  afterwards: Afterwards;
  /** Null until every template is verified. */
  ready: { letter: LetterView; setUp: SetUpView } | null;
}

export interface FinishActions {
  openExportManager(): void;
  openTemplates(): void;
  /** While it is typed, so that the letter follows. */
  typeDistrict(name: string): void;
  saveDistrict(): void;
  /** Resolves with whether the browser let it. */
  copy(text: string): Promise<boolean>;
  print(): void;
}
