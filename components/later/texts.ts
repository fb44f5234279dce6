/** Sentences of the guided set-up and of the check of a saved template. */
import type { Key } from '../../utils/words/keys.ts';
import { count, list, say } from '../../utils/words/say.ts';
import type { GuideView } from './types.ts';

export const guideTitle = ({ mode, fileName }: GuideView) =>
  say(mode === 'set-up' ? 'guide_set_up' : 'guide_check', fileName);
export const STEP_STATE = {
  done: 'guide_done',
  now: 'guide_now',
  'to-do': 'guide_to_do',
} as const satisfies Record<string, Key>;
/** `4 of 9 steps done`. */
export const stepCount = ({ steps }: GuideView) =>
  count('guide_steps', steps.length, steps.filter(({ state }) => state === 'done').length);
export const untold = (fields: string[]) => count('guide_untold', fields.length, list(fields));
