/** What the second script draws (entrypoints/later-steps), and what it is asked to do. Plain data, as in ../view.ts. */
import type { ComponentType } from 'preact';
import type { AskProps } from '../panel/Ask.tsx';
import type { KeepFree } from '../panel/place.ts';
import type { ReportProps } from '../panel/Report.tsx';
import type { DoneProps } from '../parts/Done.tsx';
import type { SettingsProps } from '../parts/Settings.tsx';
import type { TroubleProps } from '../parts/Trouble.tsx';
import type { LaterBody, PanelActions, PanelView } from '../view.ts';
import type { findRoom } from './room.ts';

/** One step of the guided set-up's list. */
export interface GuideStep {
  text: string;
  state: 'done' | 'now' | 'to-do';
}

/** The guided set-up (or the check) of one file. */
export interface GuideView {
  mode: 'set-up' | 'check';
  fileName: string;
  steps: GuideStep[];
  /** `running`: it works; `look`: a person must look; `paused`: it waits to be told to go on; `done`. */
  state: 'running' | 'look' | 'paused' | 'done';
  /** Why it stands still and what to do, '' while it works. */
  message: string;
  /** Something went wrong there: it is marked as such. */
  trouble: boolean;
  /** The button that leads on, '' for none. */
  button: string;
  /** Is that button the next sensible act? */
  primary: boolean;
  /** What of an opened template is not as it should be; empty where nothing was found, or nothing is compared. */
  drift: DriftLine[];
  /** Fields of the data set that the template lacks and the receiver does not read; said in a check only. */
  untold: string[];
}

/** `USERS.sms: Mobile → sms`, `Line Delimiter: LF → CR`. */
export interface DriftLine {
  name: string;
  before: string;
  after: string;
}

/** What the administrator asks of the second script. Called for trusted events only. */
export type LaterAct =
  | { type: 'set-up'; fileId: string }
  /** Opens the template and compares it; `all`: then the others. */
  | { type: 'check'; fileId: string; all: boolean }
  | { type: 'fill-summary' }
  | { type: 'fill-name' }
  | { type: 'go-on' }
  | { type: 'pause' }
  | { type: 'end' }
  /** Null: none any more. */
  | { type: 'show-cells'; finding: number | null }
  | { type: 'fill-schedule' }
  | { type: 'sync-at'; at: string | null }
  | { type: 'finish' }
  /** Opens the page that checks exported files. */
  | { type: 'check-files' }
  /** Opens the page with the picture of this one. */
  | { type: 'picture' };

export interface LaterProps {
  view: PanelView;
  body: LaterBody;
  on: PanelActions;
}

/** The second script's components, for the panel. */
export interface LaterParts {
  /** The style sheet of both. */
  css: string;
  Step: ComponentType<LaterProps>;
  Guide: ComponentType<{ guide: GuideView; on: PanelActions }>;
  Unrecognized: ComponentType<{ on: PanelActions }>;
  Doubts: ComponentType<AskProps>;
  Leaving: ComponentType<AskProps>;
  Report: ComponentType<ReportProps>;
  Done: ComponentType<DoneProps>;
  Settings: ComponentType<SettingsProps>;
  Trouble: ComponentType<TroubleProps>;
  findRoom: typeof findRoom;
  /** What of the page the panel should not cover. */
  surroundings(document: Document): KeepFree[];
}
