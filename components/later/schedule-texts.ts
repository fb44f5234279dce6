/** Sentences about My Templates and schedules. PowerSchool's own words are quoted as the page has them. */
import type { ScheduleAdvice, ScheduleLine } from '../../utils/template/schedule.ts';
import type { Key } from '../../utils/words/keys.ts';
import { list, say } from '../../utils/words/say.ts';
import { calendarDay, time } from '../../utils/words/times.ts';
import type { ListedTemplate } from './schedule.ts';

export const scheduleOf = (template: string) => (template === '' ? say('schedule') : say('schedule_of', template));

export const STATE = {
  right: 'line_right',
  change: 'line_wrong',
  decide: 'schedule_decide',
  missing: 'line_missing',
  ambiguous: 'line_ambiguous',
  'read-only': 'line_fixed',
} as const satisfies Record<ScheduleLine['state'], Key>;

export const willSet = (lines: ScheduleLine[]) =>
  say('schedule_sets', list(lines.map(({ name, wanted }) => say('schedule_set', name, wanted))));

export function syncStarts({ receiver, source, syncAt, zone }: ScheduleAdvice): string {
  return source === 'administrator'
    ? say('schedule_starts_said', receiver, time(syncAt))
    : say('schedule_starts_guide', receiver, time(syncAt), zone);
}
export const clockChanges = ({ changes }: ScheduleAdvice) =>
  say('schedule_clocks', list(changes.map(({ on, syncAt }) => say('schedule_from', calendarDay(on), time(syncAt)))));

/** What is known of a template, in few words. */
export function templateState({ listed, savedOn, verifiedOn, drift }: ListedTemplate, receiver: string): string {
  if (listed > 1) return say('schedule_twice');
  if (listed === 0) return say('schedule_unlisted');
  if (drift) return say('drifts', receiver);
  if (verifiedOn !== '') return say('verified_on', verifiedOn);
  return savedOn === '' ? say('saved') : say('saved_on', savedOn);
}
