/** Sentences of the guided set-up and of the check of a saved template. */
import type { GuideStep, GuideView } from './types.ts';

export const guideTitle = ({ mode, fileName }: GuideView) =>
  mode === 'set-up' ? `Setting up ${fileName}` : `Checking the template for ${fileName}`;
export const STEP_STATE: Record<GuideStep['state'], string> = { done: 'done', now: 'now', 'to-do': 'to do' };
/** `4 of 9 steps done`. */
export const stepCount = ({ steps }: GuideView) =>
  `${steps.filter(({ state }) => state === 'done').length} of ${steps.length} steps done`;
export const DRIFT = 'What differs, as it is and as it should be';
export const untold = (fields: string[]) =>
  `${new Intl.ListFormat('en-US').format(fields)} ${fields.length === 1 ? 'is a field' : 'are fields'} of the data set that the template lacks and that need not be sent.`;
export const PAUSE = 'Pause';
export const END = 'Go on by hand';
export const CLOSE = 'Close';
