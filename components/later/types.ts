/** What the second script draws (entrypoints/later-steps), and what it is asked to do. Plain data, as in ../view.ts. */
import type { ComponentType } from 'preact';
import type { LaterBody, PanelActions, PanelView } from '../view.ts';

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
  /** The button that leads on, '' for none. */
  button: string;
  /** Is that button the next sensible act? */
  primary: boolean;
}

/** What the administrator asks of the second script. Called for trusted events only. */
export type LaterAct =
  | { type: 'set-up'; fileId: string }
  | { type: 'check'; fileId: string }
  | { type: 'fill-summary' }
  | { type: 'fill-name' }
  | { type: 'go-on' }
  | { type: 'pause' }
  | { type: 'end' }
  | { type: 'show-cells'; finding: number }
  | { type: 'fill-schedule' }
  | { type: 'sync-at'; at: string | null }
  | { type: 'finish' };

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
}
