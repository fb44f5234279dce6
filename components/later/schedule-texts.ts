/** Sentences about My Templates and schedules. PowerSchool's own words are quoted as the page has them. */
import type { ScheduleAdvice, ScheduleLine } from '../../utils/template/schedule.ts';
import type { ListedTemplate } from './schedule.ts';

const LOCALE = 'en-US';
const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone: 'UTC' });
const calendar = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const list = new Intl.ListFormat(LOCALE);

/** `18:10` as `6:10 PM`. */
export const time = (at: string) => clock.format(new Date(`2000-01-01T${at}:00Z`));
/** `2027-03-14` as `Mar 14, 2027`. */
const day = (on: string) => calendar.format(new Date(`${on}T00:00:00Z`));

export const scheduleOf = (template: string) => (template === '' ? 'Schedule' : `Schedule of ${template}`);
export const forFile = (fileName: string) => `This template makes ${fileName}.`;
export const otherTemplate = (receiver: string) => `It is not one of ${receiver}’s templates, so nothing is advised.`;

export const STATE: Record<ScheduleLine['state'], string> = {
  right: 'Right',
  change: 'To change',
  decide: 'Decide yourself',
  missing: 'Not found on the page',
  ambiguous: 'Found twice on the page',
  'read-only': 'Cannot be changed here',
};
export const NOTHING = 'empty';
export const wanted = (value: string) => `Wanted: ${value}.`;

export const FILL = 'Fill active, days and time';
export const willSet = (lines: ScheduleLine[]) =>
  `Will set ${list.format(lines.map(({ name, wanted }) => `${name} to ${wanted}`))}. Nothing else is filled.`;
export const BY_HAND = 'Set the lines that cannot be filled by hand.';
export const THEN_SAVE = 'Look at where to send and the path, then press Save in the page’s dialog.';

export const TIMES = 'When to send';
export function syncStarts({ receiver, source, syncAt, zone }: ScheduleAdvice): string {
  const starts = `${receiver}’s daily sync starts at ${time(syncAt)}`;
  return source === 'administrator'
    ? `${starts}, as you said.`
    : `${starts} your time (${zone}) at the earliest, after its guide.`;
}
export const clockChanges = ({ changes }: ScheduleAdvice) =>
  `Your clock and theirs do not change together: ${list.format(changes.map(({ on, syncAt }) => `from ${day(on)} it starts at ${time(syncAt)}`))}. The times here are early enough the whole year.`;
export const SERVER_CLOCK = 'If your PowerSchool server goes by another time zone, use its clock.';
export const OTHER_TIME = 'The sync starts at another time';
export const SYNC_AT = 'The sync starts at (your time)';
export const FORGET_TIME = 'Use the guide’s time';

export const LISTS = { mine: 'Your templates', scheduled: 'Scheduled templates' };
/** What is known of a template, in few words. */
export function templateState({ listed, savedOn, verifiedOn, drift }: ListedTemplate, receiver: string): string {
  if (listed > 1) return 'is listed more than once; delete the ones you do not need';
  if (listed === 0) return 'is not in this list';
  if (drift) return `differs from what ${receiver} wants`;
  if (verifiedOn !== '') return `verified on ${verifiedOn}`;
  return savedOn === '' ? 'saved' : `saved on ${savedOn}`;
}
export const runs = (schedule: string) => `Schedule: ${schedule}`;
export const check = (fileName: string) => `Check ${fileName}`;
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const checkAll = (n: number) => `Check all ${NUMBERS[n] ?? n} templates`;
export const CHECK_WHAT =
  'Check opens the template, compares its labels, presses Next twice and compares its options. Nothing is changed or saved.';

export const HOW = 'How to schedule';
export const NOT_ALLOWED =
  'There is no calendar icon to schedule with. Your role may lack the right to edit scheduled templates; ask your PowerSchool administrator.';
export const beforeScheduling = (receiver: string) =>
  `First your IT department makes an SFTP connection in PowerSchool with the credentials from ${receiver}.`;
export const scheduleStep = (template: string, at: string) =>
  `Press the calendar icon beside ${template} and set it to ${time(at)}, every day, active.`;
export const thenSendTo = (receiver: string) =>
  `Each time choose ${receiver}’s connection at Send Output To, and press Save.`;
export const LATER_CHANGES = 'Later changes are made on the tab Scheduled System Templates.';

/** Leads to a page of its own. */
export const CHECK_FILES = 'Check exported files';
