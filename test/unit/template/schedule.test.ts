import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayReading, Reading, SchedulePage, Target, TimeReading } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import type { Profile } from '../../../utils/profile/schema.ts';
import {
  planSchedule,
  type ScheduleLine,
  sayTime,
  scheduleAdvice,
  scheduledFile,
  scheduleTargetName,
} from '../../../utils/template/schedule.ts';
import { fileOf, plainChoices } from './pages.ts';

const WINTER = new Date('2026-11-24T12:00:00Z');
const SUMMER = new Date('2026-07-01T12:00:00Z');
const adviceFor = (zone: string, now = WINTER, syncAt: string | null = null) =>
  scheduleAdvice({ profile: classtag, syncAt, zone, now });
const times = (files: { at: string }[] | null) => files?.map(({ at }) => at);

describe('when to send the files', () => {
  it.each([
    ['America/New_York', WINTER, '19:00', ['18:10', '18:20', '18:30']],
    ['America/New_York', SUMMER, '19:00', ['18:10', '18:20', '18:30']],
    ['America/Chicago', SUMMER, '18:00', ['17:10', '17:20', '17:30']],
    ['America/Phoenix', WINTER, '17:00', ['16:10', '16:20', '16:30']],
    ['America/Phoenix', SUMMER, '16:00', ['15:10', '15:20', '15:30']],
    ['Pacific/Honolulu', WINTER, '14:00', ['13:10', '13:20', '13:30']],
    ['America/St_Johns', WINTER, '20:30', ['19:40', '19:50', '20:00']],
    ['Asia/Kolkata', WINTER, '05:30', ['04:40', '04:50', '05:00']],
    ['Asia/Kathmandu', SUMMER, '04:45', ['03:55', '04:05', '04:15']],
    ['Europe/London', WINTER, '00:00', ['23:10', '23:20', '23:30']],
    ['Europe/Berlin', WINTER, '01:00', ['00:10', '00:20', '00:30']],
    ['Pacific/Kiritimati', WINTER, '14:00', ['13:10', '13:20', '13:30']],
  ])('%s, %s: sync at %s', (zone, now, syncAt, at) => {
    const advice = adviceFor(zone, now);
    expect(advice).toMatchObject({ receiver: 'ClassTag', source: 'guide', zone, syncAt });
    expect(advice.files.map(({ fileId }) => fileId)).toEqual(['users', 'classes', 'enrollments']);
    expect(times(advice.files)).toEqual(at);
  });

  it('comes round at midnight', () => {
    expect(times(adviceFor('Europe/Berlin', WINTER, '00:40').files)).toEqual(['23:50', '00:00', '00:10']);
  });

  it('takes the time that the administrator chose as it is', () => {
    const advice = adviceFor('America/Phoenix', WINTER, '21:15');
    expect(advice).toMatchObject({ source: 'administrator', syncAt: '21:15', changes: [], allYear: null });
    expect(times(advice.files)).toEqual(['20:25', '20:35', '20:45']);
  });

  it('does not know an invented zone', () => {
    expect(() => adviceFor('Atlantis/Center')).toThrow(RangeError);
  });
});

describe('changes of the clock', () => {
  const changes = (zone: string, now = WINTER) => adviceFor(zone, now).changes.map(({ on, syncAt }) => [on, syncAt]);

  it('does not matter where both zones change together', () => {
    for (const zone of ['America/New_York', 'America/Toronto', 'America/Los_Angeles', 'America/Anchorage']) {
      expect(changes(zone)).toEqual([]);
      expect(adviceFor(zone).allYear).toBeNull();
    }
  });

  it('is told where the administrator has none', () => {
    expect(changes('America/Phoenix')).toEqual([
      ['2027-03-14', '16:00'],
      ['2027-11-07', '17:00'],
    ]);
    expect(times(adviceFor('America/Phoenix').allYear)).toEqual(['15:10', '15:20', '15:30']);
  });

  it('is told where the other zone changes weeks later, by the day of the first file', () => {
    expect(changes('Europe/Berlin')).toEqual([
      ['2027-03-14', '00:00'],
      ['2027-03-29', '01:00'],
      ['2027-10-31', '00:00'],
      ['2027-11-08', '01:00'],
    ]);
    // Eleven at night comes before half past midnight.
    expect(times(adviceFor('Europe/Berlin').allYear)).toEqual(['23:10', '23:20', '23:30']);
  });

  it('begins with the sync that comes next', () => {
    expect(adviceFor('America/Phoenix', new Date('2027-03-13T23:59:00Z')).syncAt).toBe('17:00');
    expect(adviceFor('America/Phoenix', new Date('2027-03-14T00:00:00Z')).syncAt).toBe('16:00');
  });
});

/** What a zone's clock shows, `YYYY-MM-DD HH:MM`, straight from Intl. */
function shower(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => format.format(instant);
}
const eastern = shower('America/New_York');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The syncs after `now`: seven in the evening in New York is 23:00 or 24:00 UTC. */
function syncsAfter(now: number, count: number): number[] {
  const found: number[] = [];
  for (let day = Math.floor(now / DAY) * DAY - DAY; found.length < count; day += DAY) {
    const [sync] = [23, 24].map((hour) => day + hour * 60 * MINUTE).filter((at) => eastern(at).endsWith('19:00'));
    if (sync !== undefined && sync > now) found.push(sync);
  }
  return found;
}

const minutes = (clock: string) => Number(clock.slice(-5, -3)) * 60 + Number(clock.slice(-2));
const between = (from: string, to: string) => (minutes(to) - minutes(from) + 1440) % 1440;

describe('in every zone at every time', () => {
  const zones = ['UTC', 'Asia/Kathmandu', ...Intl.supportedValuesOf('timeZone')];
  const someTime = fc.date({ min: new Date('2020-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });

  it('the next sync and its files stand where Intl puts them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), someTime, (zone, now) => {
        const advice = adviceFor(zone, now);
        const shown = shower(zone);
        const [sync = 0] = syncsAfter(now.getTime(), 1);
        expect(advice.syncAt).toBe(shown(sync).slice(-5));
        for (const [index, lead] of [50, 40, 30].entries()) {
          const at = advice.files[index]?.at ?? '';
          expect(between(at, advice.syncAt)).toBe(lead);
          // Where the clock is not changed in this very hour, the file's moment shows the file's time.
          const sent = shown(sync - lead * MINUTE);
          if (between(sent, shown(sync)) === lead) expect(at).toBe(sent.slice(-5));
        }
      }),
      { numRuns: 120 },
    );
  });

  it('the changes tell the sync of each day of the year, and the times for all year are early enough', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), someTime, (zone, now) => {
        const advice = adviceFor(zone, now);
        const shown = shower(zone);
        const ofYear = advice.allYear ?? advice.files;
        const starts: number[] = [];
        const told = [['', advice.syncAt], ...advice.changes.map(({ on, syncAt }) => [on, syncAt])];
        for (const sync of syncsAfter(now.getTime(), 366)) {
          const shownAt = shown(sync);
          const [at, next] = [told[0]?.[1], told[1]];
          if (at !== shownAt.slice(-5)) {
            const firstFile = Date.parse(`${shownAt.replace(' ', 'T')}:00Z`) - 50 * MINUTE;
            expect(next).toEqual([new Date(firstFile).toISOString().slice(0, 10), shownAt.slice(-5)]);
            told.shift();
          }
          // From midnight of the sync's own day, so that half past eleven comes before midnight.
          const midnight = Date.parse(`${eastern(sync).slice(0, 10)}T00:00:00Z`);
          starts.push((Date.parse(`${shownAt.replace(' ', 'T')}:00Z`) - midnight) / MINUTE);
        }
        const earliest = Math.min(...starts);
        expect(minutes(ofYear.at(-1)?.at ?? '')).toBe((earliest - 30 + 2 * 1440) % 1440);
        expect(told).toHaveLength(1);
        expect(between(ofYear[0]?.at ?? '', ofYear[2]?.at ?? '')).toBe(20);
      }),
      { numRuns: 40 },
    );
  });
});

const free = <V extends string | boolean>(value: V): Reading<V> => ({ value, editable: true });
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const days = (ticked: boolean[], editable = true): DayReading[] =>
  ticked.map((value, index) => ({
    control: `day${index + 1}` as DayReading['control'],
    day: null,
    name: NAMES[index] ?? '',
    value,
    editable,
  }));
const EVERY_DAY = days([true, true, true, true, true, true, true]);

const inBox = (text: string, value: string | null, more: Partial<TimeReading> = {}): TimeReading => ({
  value,
  hours24: false,
  editable: true,
  parts: [{ control: 'time', text, options: null }],
  ...more,
});
const two = (value: number) => String(value).padStart(2, '0');
const numbers = (count: number, step = 1, first = 0) =>
  Array.from({ length: count }, (_, index) => two(first + index * step));
const inLists = (hour: string, minute: string, half: string, minuteOptions = numbers(12, 5)): TimeReading => ({
  value: null,
  hours24: half === '',
  editable: true,
  parts: [
    { control: 'hour', text: hour, options: half === '' ? numbers(24) : numbers(12, 1, 1) },
    { control: 'minute', text: minute, options: minuteOptions },
    ...(half === '' ? [] : [{ control: 'half' as const, text: half, options: ['AM', 'PM'] }]),
  ],
});

const right: SchedulePage = {
  template: 'classtag_users',
  active: free(true),
  days: EVERY_DAY,
  time: inBox('06:10 PM', '18:10'),
  sendTo: { ...free('ClassTag SFTP'), options: ['PowerSchool Folder', 'ClassTag SFTP'] },
  path: free(''),
  email: free('sam@example.org'),
};
const NEW_YORK = adviceFor('America/New_York');
const plan = (changed: Partial<SchedulePage>, file: 'users' | 'classes' | 'enrollments' = 'users', advice = NEW_YORK) =>
  planSchedule({ ...right, ...changed }, advice, fileOf(file));
function lineOf(control: ScheduleLine['control'], ...args: Parameters<typeof plan>): ScheduleLine {
  const line = plan(...args).find((one) => one.control === control);
  if (!line) throw new Error(`There is no line ${control}.`);
  return line;
}
const written = ({ changes }: ScheduleLine) =>
  changes.map(({ target, before, after }) => ['control' in target ? target.control : '', before, after]);

describe('the lines of a schedule', () => {
  it('are the six of the page, in its order; the path is for the administrator', () => {
    expect(plan({}).map(({ name, now, wanted, state }) => [name, now, wanted, state])).toEqual([
      ['Schedule Active', 'on', 'on', 'right'],
      ['Days to Execute', 'every day', 'every day', 'right'],
      ['When to Execute', '6:10 PM', '6:10 PM', 'right'],
      ['Send Output To', 'ClassTag SFTP', 'ClassTag SFTP', 'right'],
      ['Path', '', '', 'decide'],
      ['Email Completion Report To', 'sam@example.org', '', 'right'],
    ]);
    expect(plan({}).flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('are none for a template that is not one of ours, and a copy is not', () => {
    const named = (name: string) => scheduledFile(name, classtag, plainChoices)?.id ?? null;
    expect(named('classtag_classes')).toBe('classes');
    expect(named('classtag_classes (copy)')).toBeNull();
    expect(named('Classtag_classes')).toBeNull();
    expect(named('')).toBeNull();
    expect(scheduledFile('ours', classtag, { ...plainChoices, templateNames: { users: 'ours' } })?.id).toBe('users');
    expect(planSchedule(right, NEW_YORK, null)).toEqual([]);
  });

  it('say what is missing, and change nothing there', () => {
    const nothing: SchedulePage = {
      template: 'classtag_users',
      active: 'missing',
      days: 'ambiguous',
      time: 'missing',
      sendTo: 'missing',
      path: 'missing',
      email: 'ambiguous',
    };
    const lines = planSchedule(nothing, NEW_YORK, fileOf('users'));
    expect(lines.map(({ state }) => state)).toEqual([
      'missing',
      'ambiguous',
      'missing',
      'missing',
      'missing',
      'ambiguous',
    ]);
    expect(lines.flatMap(({ changes }) => changes)).toEqual([]);
    expect(lines[2]?.wanted).toBe('6:10 PM');
  });

  it('change active, days and time only, in the dialog of this template', () => {
    const lines = plan({
      active: free(false),
      days: days([true, false, true, true, true, true, false]),
      time: inBox('01:10 AM', '01:10'),
      sendTo: { ...free('PowerSchool Folder'), options: ['PowerSchool Folder'] },
      email: free(''),
    });
    expect(lines.map(({ state }) => state)).toEqual(['change', 'change', 'change', 'decide', 'decide', 'decide']);
    expect(lines.flatMap(written)).toEqual([
      ['active', false, true],
      ['day2', false, true],
      ['day7', false, true],
      ['time', '01:10 AM', '06:10 PM'],
    ]);
    const templates = lines.flatMap(({ changes }) =>
      changes.map(({ target }) => 'template' in target && target.template),
    );
    expect(new Set(templates)).toEqual(new Set(['classtag_users']));
  });

  it('change nothing that the page does not let be changed', () => {
    const lines = plan({
      active: { value: false, editable: false },
      days: days([false, true, true, true, true, true, true], false),
      time: inBox('01:10 AM', '01:10', { editable: false }),
    });
    expect(lines.slice(0, 3).map(({ state, changes }) => [state, changes])).toEqual([
      ['read-only', []],
      ['read-only', []],
      ['read-only', []],
    ]);
  });

  it('name the days, or count those without a name', () => {
    expect(lineOf('days', { days: days([true, false, false, false, true, false, false]) }).now).toBe('Monday, Friday');
    const nameless = days([true, false, false, false, true, false, false]).map((day) => ({ ...day, name: '' }));
    expect(lineOf('days', { days: nameless }).now).toBe('2 of 7');
    expect(lineOf('days', { days: days(Array<boolean>(7).fill(false)) }).now).toBe('no day');
  });
});

describe('the time', () => {
  it.each([
    ['users', '18:10', 'right'],
    ['users', '18:01', 'right'],
    ['users', '18:00', 'change'],
    ['users', '18:11', 'change'],
    ['classes', '18:20', 'right'],
    // In the time of the file before, the order would not be sure.
    ['classes', '18:10', 'change'],
    ['enrollments', '18:30', 'right'],
    ['enrollments', '18:45', 'change'],
    ['enrollments', '19:30', 'change'],
  ] as const)('of %s at %s: %s', (file, value, state) => {
    expect(lineOf('time', { time: inBox(sayTime(value), value) }, file).state).toBe(state);
  });

  it.each([
    ['01:10', '18 hours old'],
    ['22:00', '21 hours old'],
    ['18:50', 'Too close'],
    ['18:00', 'in this order'],
  ])('%s is wrong because: %s', (value, why) => {
    expect(lineOf('time', { time: inBox(sayTime(value), value) }).why).toContain(why);
  });

  it.each([
    ['01:10 AM', false, '06:10 PM'],
    ['1:10 AM', false, '6:10 PM'],
    ['1:10am', false, '6:10pm'],
    ['', false, '06:10 PM'],
    ['noon', false, '06:10 PM'],
    ['', true, '18:10'],
    ['01:10', true, '18:10'],
  ])('is written as the box has it: %j (24 hours: %s) becomes %j', (text, hours24, after) => {
    const line = lineOf('time', { time: inBox(text, null, { hours24 }) });
    expect(written(line)).toEqual([['time', text, after]]);
    expect(line.changes[0]?.also).toEqual(
      expect.arrayContaining(['6:10 PM', '06:10 PM', '06:10pm', '18:10', '18:10:00']),
    );
  });

  it('is chosen in lists, of which only those that differ are changed', () => {
    expect(written(lineOf('time', { time: { ...inLists('01', '10', 'AM'), value: '01:10' } }))).toEqual([
      ['hour', '01', '06'],
      ['half', 'AM', 'PM'],
    ]);
    expect(written(lineOf('time', { time: { ...inLists('01', '15', ''), value: '01:15' } }))).toEqual([
      ['hour', '01', '18'],
      ['minute', '15', '10'],
    ]);
  });

  it.each([
    [numbers(4, 15), ['18:00', '18:15', '18:30']],
    [numbers(2, 30), ['17:30', '18:00', '18:30']],
    [['00'], ['16:00', '17:00', '18:00']],
    [
      ['05', '25', '45'],
      ['17:45', '18:05', '18:25'],
    ],
  ])('goes to earlier minutes where the page offers %j only, in order and ten minutes apart', (options, at) => {
    const time = { ...inLists('01', '00', 'AM', options), value: '01:00' };
    const wanted = (['users', 'classes', 'enrollments'] as const).map((file) => lineOf('time', { time }, file).wanted);
    expect(wanted).toEqual(at.map(sayTime));
  });

  it('cannot be chosen where a list lacks the hour', () => {
    const time = { ...inLists('01', '00', ''), value: '01:00' };
    const short = {
      ...time,
      parts: time.parts.map((part) => ({ ...part, options: part.control === 'hour' ? ['01', '02'] : part.options })),
    };
    expect(lineOf('time', { time: short })).toMatchObject({ state: 'missing', changes: [] });
  });

  it('is the one for all year where the clocks differ; the one for now is right for now', () => {
    const phoenix = adviceFor('America/Phoenix');
    const wrong = lineOf('time', { time: inBox('01:10 AM', '01:10') }, 'users', phoenix);
    expect(wrong).toMatchObject({ state: 'change', wanted: '3:10 PM' });
    expect(wrong.why).toContain('the whole year');
    expect(lineOf('time', { time: inBox('03:10 PM', '15:10') }, 'users', phoenix)).toMatchObject({
      state: 'right',
      why: '',
    });
    const now = lineOf('time', { time: inBox('04:10 PM', '16:10') }, 'users', phoenix);
    expect(now.state).toBe('right');
    expect(now.why).toContain('Mar 14, 2027');
  });
});

describe('where to send', () => {
  const sendTo = (value: string, ...options: string[]) => lineOf('sendTo', { sendTo: { ...free(value), options } });

  it.each([
    ['PowerSchool Folder', ['PowerSchool Folder'], '', 'There is no SFTP connection yet'],
    ['PowerSchool Folder', ['PowerSchool Folder', 'Example SFTP'], '', 'stays on the server. Choose the SFTP'],
    ['PowerSchool Folder', ['PowerSchool Folder', 'classtag'], 'classtag', 'Choose the SFTP connection'],
    ['Example SFTP', ['PowerSchool Folder', 'Example SFTP'], '', 'Is this the connection'],
    ['', ['PowerSchool SFTP'], '', 'Choose the SFTP connection'],
  ])('%s of %j', (value, options, wanted, why) => {
    const line = sendTo(value, ...options);
    expect(line).toMatchObject({ state: 'decide', now: value, wanted, changes: [] });
    expect(line.why).toContain(why);
  });

  it('speaks of the receiver of the profile', () => {
    const other: Profile = { ...classtag, name: 'Example Rosters' };
    const advice = scheduleAdvice({ profile: other, syncAt: null, zone: 'UTC', now: WINTER });
    expect(
      plan({ path: free('/in') }, 'users', advice)
        .map(({ why }) => why)
        .join(' '),
    ).not.toContain('ClassTag');
  });
});

describe('names of what was changed', () => {
  const name = (control: Extract<Target, { kind: 'schedule' }>['control'], page = right) =>
    scheduleTargetName({ kind: 'schedule', template: 'classtag_users', control }, page);

  it('are the page’s own', () => {
    expect([name('active'), name('day1'), name('time'), name('half')]).toEqual([
      ...['Schedule Active', 'Monday', 'When to Execute', 'When to Execute'],
    ]);
    const nameless = { ...right, days: EVERY_DAY.map((day) => ({ ...day, name: '' })) };
    expect(name('day3', nameless)).toBe('Days to Execute, 3');
    expect(scheduleTargetName({ kind: 'label', column: 'users.email' }, right)).toBe('');
  });
});
