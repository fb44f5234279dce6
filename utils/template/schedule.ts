import type { Change, Reading, SchedulePage, Target, TimePart, TimeReading, Trouble } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { count, say, series } from '../words/say.ts';
import { calendarDay, time } from '../words/times.ts';
import { templateNameOf } from './choices.ts';
import type { Choices } from './types.ts';

/** The last file goes this long before the sync starts, and the files follow one another so. In minutes. */
const BEFORE = 30;
const APART = 10;

const HOUR = 60;
const DAY = 24 * HOUR;
const MINUTE_MS = 60_000;
const DAY_MS = DAY * MINUTE_MS;
const DAYS_AHEAD = 365;

/** When a file shall be sent, by the administrator's clock. */
export interface FileTime {
  fileId: string;
  fileName: string;
  /** 24 hours, `HH:MM`. */
  at: string;
}

export interface ScheduleAdvice {
  /** The receiver's name. */
  receiver: string;
  /** The administrator's zone. */
  zone: string;
  /** Whose word on the sync's time it is: the receiver's guide, or the administrator, who chose it there. */
  source: 'guide' | 'administrator';
  /** When the next sync starts, in the administrator's zone: `HH:MM`. */
  syncAt: string;
  /** When to send the files for it, in their order. Times past midnight come round: 23:50, 00:00, 00:10. */
  files: FileTime[];
  /**
   * Within the next year: from which day on (`YYYY-MM-DD`, the day of the first file) the sync starts at another time
   * there, because only one of both zones changes its clock. The last one may lead back to the first time.
   */
  changes: { on: string; syncAt: string; files: FileTime[] }[];
  /** Times that are early enough the whole year, where there are changes; null where there are none. */
  allYear: FileTime[] | null;
}

interface Question {
  profile: Profile;
  /** When the sync starts in the administrator's zone, `HH:MM`, where the administrator knows it; else null. */
  syncAt: string | null;
  /** The administrator's IANA zone. */
  zone: string;
  now: Date;
}

/**
 * When each file shall be sent so that it is there before the receiver's daily sync: in the profile's order, ten minutes
 * apart, the last one half an hour before the sync may start (the guide: "we recommend sending the updated files before
 * that").
 * @throws RangeError for a zone that the browser does not know.
 */
export function scheduleAdvice({ profile, syncAt, zone, now }: Question): ScheduleAdvice {
  const timesFor = (start: number) => fileTimes(profile, start);
  const base = { receiver: profile.name, zone };
  if (syncAt !== null) {
    const files = timesFor(minutesOf(syncAt));
    return { ...base, source: 'administrator', syncAt, files, changes: [], allYear: null };
  }
  const starts = nextSyncs(profile, zone, now);
  const [first] = starts;
  const changes = starts.flatMap(({ date, start }, at) => {
    const before = starts[at - 1];
    if (!before || before.start === start) return [];
    const firstFile = date + (start - leadOf(profile)) * MINUTE_MS;
    return [{ on: new Date(firstFile).toISOString().slice(0, 10), syncAt: clockOf(start), files: timesFor(start) }];
  });
  const start = first?.start ?? minutesOf(profile.sync.from);
  const earliest = Math.min(...starts.map((sync) => sync.start));
  return {
    ...base,
    source: 'guide',
    syncAt: clockOf(start),
    files: timesFor(start),
    changes,
    allYear: changes.length > 0 ? timesFor(earliest) : null,
  };
}

/** From the first file to the sync, in minutes. */
const leadOf = ({ files }: Profile) => BEFORE + APART * (files.length - 1);

function fileTimes(profile: Profile, start: number): FileTime[] {
  return profile.files.map(({ id, fileName }, index) => {
    const at = clockOf(start - leadOf(profile) + APART * index);
    return { fileId: id, fileName, at };
  });
}

interface Sync {
  /** Midnight of its day in its own zone, as a UTC day. */
  date: number;
  /** Minutes from midnight of that day to the sync, by the administrator's clock: below 0 or above a day elsewhere. */
  start: number;
}

/** The syncs of the year that begins now. */
function nextSyncs({ sync }: Profile, zone: string, now: Date): Sync[] {
  const [theirs, ours] = [wallClock(sync.zone), wallClock(zone)];
  const from = minutesOf(sync.from) * MINUTE_MS;
  const today = Math.floor(theirs(now.getTime()) / DAY_MS) * DAY_MS;
  const first = instantOf(today + from, theirs) > now.getTime() ? today : today + DAY_MS;
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => {
    const date = first + ahead * DAY_MS;
    const start = (ours(instantOf(date + from, theirs)) - date) / MINUTE_MS;
    return { date, start };
  });
}

/** Gives a moment as the zone's clock shows it: as if that clock were UTC, in milliseconds, to the minute. */
type WallClock = (instant: number) => number;

function wallClock(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  };
}

/** The first moment at which the clock shows this; where it skips the time, as long after the skip. */
function instantOf(wall: number, clock: WallClock): number {
  const offsetAt = (instant: number) => clock(instant) - instant;
  const [before, after] = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
  const fitting = [wall - before, wall - after].filter((instant) => clock(instant) === wall);
  return fitting.length > 0 ? Math.min(...fitting) : wall - before;
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * HOUR + Number(clock.slice(3, 5));
}

/** Minutes from any midnight as `HH:MM`. */
function clockOf(minutes: number): string {
  const inDay = modulo(minutes, DAY);
  return `${twoDigits(Math.floor(inDay / HOUR))}:${twoDigits(inDay % HOUR)}`;
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `18:20` as `6:20 PM`, the way PowerSchool writes times. */
export function sayTime(clock: string): string {
  const minutes = minutesOf(clock);
  const hour = Math.floor(minutes / HOUR);
  return `${hour % 12 || 12}:${twoDigits(minutes % HOUR)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** One line of the schedule: what is there, what should be, and why. */
export interface ScheduleLine {
  control: 'active' | 'days' | 'time' | 'sendTo' | 'path' | 'email';
  /** PowerSchool's own name of it. */
  name: string;
  now: string;
  /** '' where the administrator alone can know. */
  wanted: string;
  /** `decide`: nothing is filled, the administrator chooses. */
  state: 'right' | 'change' | 'decide' | 'read-only' | Trouble;
  /** Why, in a sentence or two; '' where there is nothing to say. */
  why: string;
  /** What would put it right; only for active, days and time. */
  changes: Change[];
}

/** PowerSchool's own names (screenshot DEM_Schedule.png). */
const NAMES: Record<ScheduleLine['control'], string> = {
  active: 'Schedule Active',
  days: 'Days to Execute',
  time: 'When to Execute',
  sendTo: 'Send Output To',
  path: 'Path',
  email: 'Email Completion Report To',
};

/** The file whose template has this name, to the letter; null for any other template, copies too. */
export function scheduledFile(template: string, profile: Profile, choices: Choices): ProfileFile | null {
  return profile.files.find((file) => templateNameOf(file, choices) === template) ?? null;
}

/**
 * Compares the dialog "Set Schedule" with the advice: one line for each setting in the page's order.
 * @param file whose schedule it is (`scheduledFile`); null for another template, which gets no advice: no lines.
 */
export function planSchedule(
  schedule: SchedulePage,
  advice: ScheduleAdvice,
  file: Pick<ProfileFile, 'id'> | null,
): ScheduleLine[] {
  if (!file) return [];
  return [
    activeLine(schedule),
    daysLine(schedule, advice),
    timeLine(schedule, advice, file.id),
    sendToLine(schedule, advice),
    pathLine(schedule, advice),
    emailLine(schedule),
  ];
}

/** What the report of the changes calls a target. */
export function scheduleTargetName(target: Target, { days }: SchedulePage): string {
  if (target.kind !== 'schedule') return '';
  if (target.control === 'active') return NAMES.active;
  const day = isTrouble(days) ? undefined : days.find(({ control }) => control === target.control);
  if (!day) return NAMES.time;
  return day.name === '' ? say('schedule_day', NAMES.days, target.control.replace('day', '')) : day.name;
}

const isTrouble = (found: unknown): found is Trouble => typeof found === 'string';

/** A line without changes. */
function lineOf(
  control: ScheduleLine['control'],
  state: ScheduleLine['state'],
  more: Partial<Pick<ScheduleLine, 'now' | 'wanted' | 'why' | 'changes'>> = {},
): ScheduleLine {
  return { control, name: NAMES[control], now: '', wanted: '', state, why: '', changes: [], ...more };
}

function changeOf(
  schedule: SchedulePage,
  control: ScheduleTarget['control'],
  before: Change['before'],
  after: Change['after'],
): Change {
  return { target: { kind: 'schedule', template: schedule.template, control }, before, after };
}

type ScheduleTarget = Extract<Target, { kind: 'schedule' }>;

function activeLine(schedule: SchedulePage): ScheduleLine {
  const { active } = schedule;
  const wanted = say('on');
  if (isTrouble(active)) return lineOf('active', active, { wanted });
  if (active.value) return lineOf('active', 'right', { now: wanted, wanted });
  const more = { now: say('off'), wanted, why: say('schedule_off_why') };
  if (!active.editable) return lineOf('active', 'read-only', more);
  return lineOf('active', 'change', { ...more, changes: [changeOf(schedule, 'active', false, true)] });
}

function daysLine(schedule: SchedulePage, { receiver }: ScheduleAdvice): ScheduleLine {
  const { days } = schedule;
  const wanted = say('schedule_every_day');
  if (isTrouble(days)) return lineOf('days', days, { wanted });
  const ticked = days.filter(({ value }) => value);
  if (ticked.length === days.length) return lineOf('days', 'right', { now: wanted, wanted });
  const names = ticked.map(({ name }) => name);
  const now =
    ticked.length === 0
      ? say('schedule_no_day')
      : names.includes('')
        ? say('state_some', ticked.length, days.length)
        : series(names);
  const more = { now, wanted, why: say('schedule_days_why', receiver) };
  const open = days.filter(({ value }) => !value);
  if (open.some(({ editable }) => !editable)) return lineOf('days', 'read-only', more);
  return lineOf('days', 'change', {
    ...more,
    changes: open.map(({ control }) => changeOf(schedule, control, false, true)),
  });
}

function timeLine(schedule: SchedulePage, advice: ScheduleAdvice, fileId: string): ScheduleLine {
  const { time } = schedule;
  const all = (times: FileTime[]) => offered(times, isTrouble(time) ? null : time);
  const at = (times: FileTime[]) => all(times).find((one) => one.fileId === fileId)?.at ?? '';
  const wantedAt = at(advice.allYear ?? advice.files);
  const wanted = sayTime(wantedAt);
  if (isTrouble(time)) return lineOf('time', time, { wanted, why: whyTime(advice, null) });
  const { value } = time;
  const now =
    value === null
      ? time.parts
          .map(({ text }) => text)
          .join(' ')
          .trim()
      : sayTime(value);
  if (value !== null && isSoonBefore(value, wantedAt)) return lineOf('time', 'right', { now, wanted });
  if (value !== null && isSoonBefore(value, at(advice.files))) {
    return lineOf('time', 'right', { now, wanted: now, why: whyUntil(advice, wanted) });
  }
  const more = { now, wanted, why: whyTime(advice, value) };
  if (!time.editable) return lineOf('time', 'read-only', more);
  const changes = timeChanges(schedule, time, wantedAt);
  return changes ? lineOf('time', 'change', { ...more, changes }) : lineOf('time', 'missing', more);
}

/** In the ten minutes that end at the wanted time; so the files keep their order whichever of them is chosen. */
function isSoonBefore(value: string, wanted: string): boolean {
  return modulo(minutesOf(wanted) - minutesOf(value), DAY) < APART;
}

/** The times, moved to earlier minutes where the page offers some minutes only; they keep their order and distance. */
function offered(times: FileTime[], time: TimeReading | null): FileTime[] {
  const minutes = numbersOf(time?.parts.find(({ control }) => control === 'minute')?.options ?? null);
  if (!minutes || minutes.size === 0) return times;
  let latest = Number.POSITIVE_INFINITY;
  return times
    .toReversed()
    .map((file, index) => {
      const last = minutesOf(times.at(-1)?.at ?? file.at);
      let at = Math.min(last - APART * index, latest);
      while (!minutes.has(modulo(at, HOUR))) at -= 1;
      latest = at - APART;
      return { ...file, at: clockOf(at) };
    })
    .toReversed();
}

function numbersOf(options: string[] | null): Set<number> | null {
  return options && new Set(options.map(numberIn).filter((number) => number !== null));
}

function numberIn(option: string): number | null {
  const digits = /\d+/.exec(option);
  return digits ? Number(digits[0]) : null;
}

/** One change for a box, up to three for lists; null where a list does not offer what is needed. */
function timeChanges(schedule: SchedulePage, time: TimeReading, at: string): Change[] | null {
  const changes: Change[] = [];
  for (const { control, text, options } of time.parts) {
    const after = options ? optionFor(control, options, time, at) : spell(at, text, time.hours24);
    if (after === undefined) return null;
    const change = changeOf(schedule, control, text, after);
    if (after !== text) changes.push(options ? change : { ...change, also: spellingsOf(at) });
  }
  return changes;
}

function optionFor(control: TimePart, options: string[], { hours24 }: TimeReading, at: string): string | undefined {
  const [hour, minute] = [Number(at.slice(0, 2)), Number(at.slice(3, 5))];
  if (control === 'half') return options.find((option) => option.toLowerCase().startsWith(hour < 12 ? 'a' : 'p'));
  const wanted = control === 'minute' ? minute : hours24 ? hour : hour % 12 || 12;
  return options.find((option) => numberIn(option) === wanted);
}

/** The time in the way the box writes it now; in an empty box as PowerSchool does: `06:20 PM`. */
function spell(at: string, like: string, hours24: boolean): string {
  const isPadded = !/^\s*[1-9]\D/.test(like);
  const padded = (hour: number) => (isPadded ? twoDigits(hour) : String(hour));
  const [hour, minutes] = [Number(at.slice(0, 2)), at.slice(3, 5)];
  if (hours24) return `${padded(hour)}:${minutes}`;
  const half = hour < 12 ? 'AM' : 'PM';
  const isLower = /[ap]\.?\s*m\.?\s*$/.test(like);
  const space = /\d[ap]/i.test(like) ? '' : ' ';
  return `${padded(hour % 12 || 12)}:${minutes}${space}${isLower ? half.toLowerCase() : half}`;
}

/** All that a page may make of it: the same time, spelled anew. */
function spellingsOf(at: string): string[] {
  const spellings = [false, true].flatMap((hours24) =>
    ['01:10 AM', '1:10 AM', '01:10 am', '1:10 am', '01:10AM', '1:10AM', '01:10am', '1:10am'].map((like) =>
      spell(at, like, hours24),
    ),
  );
  return [...new Set([...spellings, `${at}:00`])];
}

function whyTime({ receiver, source, syncAt, files, allYear }: ScheduleAdvice, value: string | null): string {
  const starts = say(source === 'guide' ? 'schedule_time_guide' : 'schedule_time_said', receiver, time(syncAt));
  const held = allYear ? ` ${say('schedule_all_year')}` : '';
  const age = value === null ? BEFORE : modulo(minutesOf(syncAt) - minutesOf(value), DAY);
  if (value !== null && age < BEFORE) return `${say('schedule_too_close', starts)}${held}`;
  if (age > 2 * HOUR) return `${starts} ${count('schedule_old', Math.round(age / HOUR), time(value ?? syncAt))}${held}`;
  const order = series(files.map(({ fileName }) => fileName));
  return `${starts} ${say('schedule_order', order)}${held}`;
}

function whyUntil({ changes }: ScheduleAdvice, allYear: string): string {
  const [next] = changes;
  return next ? say('schedule_until', calendarDay(next.on), allYear) : '';
}

function sendToLine({ sendTo }: SchedulePage, { receiver }: ScheduleAdvice): ScheduleLine {
  const what = say('schedule_choose', receiver);
  if (isTrouble(sendTo)) return lineOf('sendTo', sendTo, { why: what });
  const { value, options } = sendTo;
  const named = options.filter((option) => option.toLowerCase().includes(receiver.toLowerCase()));
  const [only] = named;
  const wanted = only && named.length === 1 ? only : '';
  if (value !== '' && named.includes(value)) return lineOf('sendTo', 'right', { now: value, wanted: value });
  const stays = isFolder(value) ? say('schedule_stays') : '';
  const others = options.filter((option) => !isFolder(option));
  const none = say('schedule_no_connection', receiver);
  const asks = value !== '' && !isFolder(value) ? say('schedule_is_this', receiver) : what;
  const why = [stays, others.length === 0 ? none : asks].filter((text) => text !== '').join(' ');
  return lineOf('sendTo', 'decide', { now: value, wanted, why });
}

/** `PowerSchool Folder` (screenshot); in other languages the product's name stays. */
const isFolder = (option: string) => /powerschool/i.test(option) && !/ftp/i.test(option);

function pathLine({ path, sendTo }: SchedulePage, { receiver }: ScheduleAdvice): ScheduleLine {
  const isLocal = !isTrouble(sendTo) && isFolder(sendTo.value);
  const why = isLocal ? say('schedule_folder') : say('schedule_path', receiver);
  return textLine('path', path, why);
}

function emailLine({ email }: SchedulePage): ScheduleLine {
  const line = textLine('email', email, say('schedule_email'));
  return line.state === 'decide' && line.now !== '' ? { ...line, state: 'right', why: '' } : line;
}

/** Shown as it stands; never filled. */
function textLine(control: 'path' | 'email', found: Reading<string> | Trouble, why: string): ScheduleLine {
  if (isTrouble(found)) return lineOf(control, found, { why });
  return lineOf(control, 'decide', { now: found.value, why });
}
