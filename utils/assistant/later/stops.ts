import { count, say } from '../../words/say.ts';
import type { Deed } from './decide.ts';
import type { Course } from './types.ts';

/** What only a person can say. */
export type Word = 'looked' | 'byHand' | 'changed' | 'keepTyped' | 'mayPress';

/** A stop: why it stands still, and the button that leads on. */
export interface Stop {
  state: 'look' | 'paused';
  message: string;
  /** `says`: what pressing the button means. Null for no button of its own. */
  button: { text: string; says: Word } | null;
}

/** The stop that a deed asks for; null for a deed that is done without one. */
export function stopFor(deed: Deed, { mode }: Course, receiver: string, canSaveOver: boolean): Stop | null {
  const look = (message: string, button: Stop['button'] = null): Stop => ({ state: 'look', message, button });
  switch (deed.kind) {
    case 'look':
      return look('', { text: say('button_look'), says: 'looked' });
    case 'save':
      if (mode === 'set-up') return look(say('stand_save'));
      return look(say(canSaveOver ? 'stand_saveOver' : 'stand_saveOtherName'));
    case 'may-press':
      return look(say('stand_mayPress', receiver), { text: say('button_check'), says: 'mayPress' });
    case 'drift':
      return look(deed.why, { text: say('button_putRight'), says: 'changed' });
    case 'typed':
      return look(deed.why, { text: say('button_keepTyped'), says: 'keepTyped' });
    case 'by-hand':
      return look(deed.why, { text: say(mode === 'check' ? 'button_compared' : 'button_byHand'), says: 'byHand' });
    case 'halt':
      return { state: 'paused', message: deed.why, button: null };
    default:
      return null;
  }
}

/**
 * What is said while a person looks at the records: the check of the preview may end later than the page came up.
 * @param errors how many were found, null where nothing could be checked
 */
export function lookWords(errors: number | null, receiver: string): { message: string; button: string } {
  if (errors === null) return { message: say('stand_unchecked', receiver), button: say('button_look') };
  if (errors === 0) return { message: say('stand_look', receiver), button: say('button_look') };
  return { message: count('stand_faulty', errors, receiver), button: say('button_allTheSame') };
}

/** Where the page was and where it is, when a person led on by hand. */
const FORWARD = new Set(['columns records', 'records summary', 'columns summary']);

export function isForward(from: string | null, to: string): boolean {
  return FORWARD.has(`${from} ${to}`);
}

/** Said when the button was not found, or a dialog came up in words that are not known. */
export function askToPress(kind: 'not-found' | 'other-dialog', button: 'next' | 'save-template', name: string): Stop {
  const message =
    kind === 'other-dialog'
      ? say('stand_saveAs', name)
      : button === 'next'
        ? say('stand_next')
        : say('stand_saveTemplate', name);
  return { state: 'look', message, button: null };
}

export function pausedBecause(message: string): Stop {
  return { state: 'paused', message, button: null };
}
