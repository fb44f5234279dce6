/** Sentences of the page "What comes next" that are chosen or put together, as in ../texts.ts. */
import { count, list, say } from '../../utils/words/say.ts';
import type { FileView } from '../view.ts';

/** `2 of 3 templates are verified.` */
export function standing(files: FileView[]): string {
  const verified = files.filter((file) => file.verifiedOn !== '').length;
  return verified === files.length ? say('finish_all_verified') : count('finish_verified', verified, files.length);
}

/** What to do first, one sentence each. */
export function whatToDo(files: FileView[]): string[] {
  const unsaved = files.filter((file) => !file.ticks.saved).map((file) => file.fileName);
  if (unsaved.length > 0) return [say('finish_set_up', list(unsaved)), say('finish_elsewhere')];
  const check = say('finish_check');
  return files.some((file) => file.drift) ? [check, say('finish_shows')] : [check];
}

export const outline = (receiver: string) => [
  say('finish_then_letter', receiver),
  say('finish_then_steps'),
  say('finish_then_summary'),
];

/** With the files in order: `users.csv, then classes.csv, then enrollments.csv`. */
export const schedule = (files: FileView[]) =>
  say(
    'finish_schedule',
    files.map((file) => file.fileName).reduce((before, fileName) => say('finish_order', before, fileName)),
  );
