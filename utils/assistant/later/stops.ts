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
  /** What a person does there; what is said follows the page while it does. */
  about?: 'records' | 'saving';
}

/** The stop that a deed asks for; null for a deed that is done without one. */
export function stopFor(deed: Deed, { mode }: Course, receiver: string): Stop | null {
  const look = (message: string, button: Stop['button'] = null): Stop => ({ state: 'look', message, button });
  switch (deed.kind) {
    case 'look':
      return { ...look('', { text: say('button_look'), says: 'looked' }), about: 'records' };
    case 'save':
      // Said once the dialog is closed, saved or not; while it is open, `saveWords` are.
      return { ...look(say('stand_closed')), about: 'saving' };
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

/** Which button of the open dialog a person presses. */
export function saveWords(mode: Course['mode'], canSaveOver: boolean): string {
  if (mode === 'set-up') return say('stand_save');
  return say(canSaveOver ? 'stand_saveOver' : 'stand_saveOtherName');
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
  const asked = (message: string): Stop => ({ state: 'look', message, button: null });
  if (kind === 'other-dialog') return asked(say('stand_saveAs', name));
  if (button === 'next') return asked(say('stand_next'));
  return { ...asked(say('stand_saveTemplate', name)), about: 'saving' };
}

export function pausedBecause(message: string): Stop {
  return { state: 'paused', message, button: null };
}
