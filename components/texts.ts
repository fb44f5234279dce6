/**
 * Sentences of the panel and the popup that are chosen or put together; plain ones are said where they are shown.
 * PowerSchool's own words (Next, Save Template, Save as New, Export From) are quoted as the page has them.
 */
import type { Key } from '../utils/words/keys.ts';
import { count, number, say, series } from '../utils/words/say.ts';
import type { FileView, OutcomeView } from './view.ts';

const TICKS = 4;

/** `users.csv · step 1 of 3`, as far as it is known. */
export function place(fileName: string | undefined, step: number | null): string {
  if (fileName === undefined) return step === null ? say('extension_name') : say('place_step', step);
  return step === null ? fileName : say('place_file_step', fileName, step);
}
export const progress = (files: FileView[]) => `${number(files.filter((f) => f.done).length)}/${number(files.length)}`;

/** State of a file in words, for its button. */
export function fileState(file: FileView): string {
  if (file.done) return say('state_done');
  const done = Object.values(file.ticks).filter(Boolean).length;
  return done === 0 ? say('state_none') : say('state_some', done, TICKS);
}

/** What choosing another data set throws away; `from` is the file that is open, '' for none. */
export const leave = (from: string) => (from === '' ? say('leave_page') : say('leave_file', from));

/** What Select fields will do. */
export function willSelect(tick: number, untick: number): string {
  const parts = [tick > 0 && count('will_tick', tick), untick > 0 && count('will_untick', untick)];
  return series(parts.filter((part) => part !== false));
}

/** `12 labels will change. 1 was typed by hand and stays.` */
export function previewCount(change: number, typedLeft: number): string {
  const changes = count('labels_will_change', change);
  return typedLeft > 0 ? `${changes} ${count('typed_stay', typedLeft)}` : changes;
}

export const REFUSAL = {
  'read-only': 'refusal_fixed',
  'would-duplicate': 'refusal_twice',
  ambiguous: 'refusal_unclear',
} as const satisfies Record<string, Key>;

/** `12 set, 1 already right, 2 not changed.` */
export function outcomeCount(outcomes: OutcomeView[]): string {
  const set = outcomes.filter((o) => o.result === 'set').length;
  const already = outcomes.filter((o) => o.result === 'already').length;
  const failed = outcomes.length - set - already;
  const parts = [
    (set > 0 || outcomes.length === 0) && say('changed', set),
    already > 0 && say('already_right', already),
    failed > 0 && say('not_changed', failed),
  ];
  return say('sentence', series(parts.filter((part) => part !== false)));
}

export const LINE_STATE = {
  right: 'line_right',
  wrong: 'line_wrong',
  missing: 'line_missing',
  ambiguous: 'line_ambiguous',
  'read-only': 'line_fixed',
} as const satisfies Record<string, Key>;

export const saved = (fileName: string, name: string, on: string) =>
  on === '' ? say('file_is_saved', fileName, name) : say('saved_as_on', fileName, name, on);

/** What is known of a file's template in PowerSchool, in few words. */
export function savedState({ ticks, savedOn, verifiedOn, drift }: FileView, receiver: string): string {
  if (drift) return say('drifts', receiver);
  if (verifiedOn !== '') return say('verified_on', verifiedOn);
  if (!ticks.saved) return say('not_saved');
  return savedOn === '' ? say('saved_not_verified') : say('saved_on_not_verified', savedOn);
}

/** PowerSchool's own menus. */
export const MENU_PATH = ['Setup', 'System', 'Page and Data Management', 'Export Data'];
export const OTHER_PATH = ['Data and Reporting', 'Exports', 'Data Export Manager'];
