import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, lookAgain } from '../../../utils/powerschool/apply.ts';
import { createScheduleFinder, readSchedule } from '../../../utils/powerschool/schedule.ts';
import type { Change, Outcome, ScheduleControl, SchedulePage } from '../../../utils/powerschool/types.ts';
import { fixturesOf, openFixture, openPage } from './fixtures.ts';

const ADDRESS = '/admin/datamgmt/exporttemplates.html';
const page = (html: string, lang = 'en') =>
  openPage(`<html lang="${lang}"><body>${html}</body></html>`, ADDRESS).document;
const read = (document: Document): SchedulePage => {
  const schedule = readSchedule(document);
  if (!schedule) throw new Error('No dialog was found.');
  return schedule;
};

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dayOf = ({ days }: SchedulePage) => (typeof days === 'string' ? days : days.map(({ day }) => day));
const ticked = ({ days }: SchedulePage) => (typeof days === 'string' ? days : days.map(({ value }) => value));
const timeOf = ({ time }: SchedulePage) => (typeof time === 'string' ? time : time.value);
const held = (reading: { value: unknown } | string) => (typeof reading === 'string' ? reading : reading.value);

describe('recorded dialogs', () => {
  it.each(fixturesOf('templates').filter((name) => /\/schedule(--|$)/.test(name)))('%s', (name) => {
    const schedule = read(openFixture(name).document);
    expect(schedule.template).toBe('classtag_users');
    expect(held(schedule.active)).toBe(true);
    expect(ticked(schedule)).toEqual(Array(7).fill(true));
    const week = name.includes('sunday') ? [...WEEK.slice(-1), ...WEEK.slice(0, -1)] : WEEK;
    // Accented letters that no language has are not understood, and then there are no days to name.
    expect(dayOf(schedule)).toEqual(name.includes('pseudo') ? Array(7).fill(null) : week);
    expect(timeOf(schedule)).toBe('01:10');
    expect(schedule.sendTo).toMatchObject({ options: [expect.any(String), 'Example SFTP'] });
    expect([held(schedule.path), held(schedule.email)]).toEqual(['', '']);
  });

  it('are the only pages on which there is one', () => {
    const templates = fixturesOf('templates').filter((name) => !/\/schedule(--|$)/.test(name));
    const others = [
      ...templates,
      ...fixturesOf('none'),
      'save/open',
      'save/hand-dialog',
      'summary/summary',
      'columns/ticked',
    ];
    expect(others.filter((name) => readSchedule(openFixture(name).document) !== null)).toEqual([]);
  });
});

const days = (write: (day: string) => string, names = WEEK) => names.map(write).join('\n');
const dialog = (title: string, body: string) =>
  `<div class="ui-dialog"><div class="ui-dialog-titlebar"><span class="ui-dialog-title">${title}</span><button>x</button></div>
  <div class="psDialog">${body}</div></div>`;
const labeled = (day: string) => `<label><input type="checkbox" checked> ${day}</label>`;
const OTHERS = `<div><label>Send Output To</label><select><option>PowerSchool Folder</option><option>SFTP 1</option></select></div>
  <div><label>Path</label><input type="text" value="C:\\BrightSpace\\Exports"></div>
  <div><label>Email Completion Report To</label><input type="text" value="sam@example.org"></div>`;
const ACTIVE = '<div><label>Schedule Active</label><input type="checkbox" checked></div>';
const whole = (dayRows: string, time: string, title = 'Set Schedule - BS 03-Semesters (copy)') =>
  dialog(
    title,
    `<fieldset>${ACTIVE}<div><label>Days to Execute</label>${dayRows}</div>
    <div><label>When to Execute</label>${time}</div>${OTHERS}</fieldset>`,
  );
const TEXT_TIME = '<input type="text" value="01:10 AM">';

describe('dialogs by other hands', () => {
  it('reads the one of the screenshot', () => {
    expect(read(page(whole(days(labeled), TEXT_TIME)))).toEqual({
      template: 'BS 03-Semesters (copy)',
      active: { value: true, editable: true },
      days: WEEK.map((day, index) => {
        const name = `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`;
        return { control: `day${index + 1}`, day, name, value: true, editable: true };
      }),
      time: {
        value: '01:10',
        hours24: false,
        editable: true,
        parts: [{ control: 'time', text: '01:10 AM', options: null }],
      },
      sendTo: {
        value: 'PowerSchool Folder',
        editable: true,
        option: 'PowerSchool Folder',
        options: ['PowerSchool Folder', 'SFTP 1'],
      },
      path: { value: 'C:\\BrightSpace\\Exports', editable: true },
      email: { value: 'sam@example.org', editable: true },
    });
  });

  it.each<[string, string]>([
    ['words behind, without labels', days((day) => `<input type="checkbox" checked> ${day}<br>`)],
    ['words before, without labels', days((day) => `${day} <input type="checkbox" checked>`)],
    ['short words', days((day) => labeled(`${day.slice(0, 3)}.`))],
    ['aria-label', days((day) => `<input type="checkbox" checked aria-label="${day}">`)],
    [
      'columns of a table',
      `<table><tr>${days((day) => `<th>${day}</th>`)}</tr><tr>${days(() => '<td><input type="checkbox" checked></td>')}</tr></table>`,
    ],
    [
      'rows of a table, words first',
      `<table>${days((day) => `<tr><td>${day}</td><td><input type="checkbox" checked></td></tr>`)}</table>`,
    ],
    [
      'rows of a table, words last',
      `<table>${days((day) => `<tr><td><input type="checkbox" checked></td><td>${day}</td></tr>`)}</table>`,
    ],
    ['labels with for', days((day) => `<input type="checkbox" checked id="${day}"><label for="${day}">${day}</label>`)],
  ])('the days: %s', (_, html) => {
    const schedule = read(page(whole(html, TEXT_TIME)));
    expect(dayOf(schedule)).toEqual(WEEK);
    expect(held(schedule.active)).toBe(true);
    expect(timeOf(schedule)).toBe('01:10');
  });

  it('keeps the order of the page and tells which day is ticked', () => {
    const sunday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
    const html = days(
      (day) => `<label><input type="checkbox" ${day === 'Tue' ? 'checked' : ''}>${day}</label>`,
      sunday,
    );
    const schedule = read(page(whole(html, TEXT_TIME)));
    expect(dayOf(schedule)).toEqual(['sunday', ...WEEK.slice(0, 6)]);
    expect(ticked(schedule)).toEqual([false, false, true, false, false, false, false]);
  });

  it.each(['de', 'es', 'fr', 'ar', 'zh', 'vi', 'pt', 'hy'])(
    'understands the days in the page’s language: %s',
    (lang) => {
      const format = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
      const names = WEEK.map((_, index) => format.format(Date.UTC(2024, 0, 1 + index)));
      expect(dayOf(read(page(whole(days(labeled, names), TEXT_TIME), lang)))).toEqual(WEEK);
    },
  );

  it('takes seven boxes as they are listed where their words say nothing', () => {
    const schedule = read(page(whole(days(labeled, ['A', 'B', 'C', 'D', 'E', 'F', 'G']), TEXT_TIME)));
    expect(dayOf(schedule)).toEqual(Array(7).fill(null));
    expect(typeof schedule.days === 'string' ? [] : schedule.days.map(({ name }) => name)).toEqual([...'ABCDEFG']);
  });

  it('does not take six boxes, or nine, for the days', () => {
    const letters = (count: number) => days(labeled, [...'ABCDEFGHI'].slice(0, count));
    expect(read(page(whole(letters(6), TEXT_TIME))).days).toBe('missing');
    expect(read(page(whole(letters(9), TEXT_TIME))).days).toBe('missing');
    expect(read(page(whole(days(labeled, [...WEEK, 'Monday']), TEXT_TIME))).days).toBe('ambiguous');
  });

  const options = (...texts: (string | number)[]) =>
    `<select>${texts.map((text) => `<option>${text}</option>`).join('')}</select>`;
  const count = (to: number, from = 0, step = 1) =>
    Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);

  it.each<[string, string, string | null, boolean]>([
    ['AM', '<input value="1:10 AM">', '01:10', false],
    ['PM, small, dotted', '<input value="01:10 p.m.">', '13:10', false],
    ['midnight', '<input value="12:05 AM">', '00:05', false],
    ['noon', '<input value="12:05 pm">', '12:05', false],
    ['24 hours', '<input value="18:20">', '18:20', true],
    ['seconds', '<input value="18:20:00">', '18:20', true],
    ['nothing', '<input value="">', null, false],
    ['nonsense', '<input value="25:99">', null, false],
    ['13 PM', '<input value="13:00 PM">', null, false],
    ['a time field', '<input type="time" value="18:20">', '18:20', true],
    ['an empty time field', '<input type="time">', null, true],
    ['three lists', `${options(...count(13, 1))}:${options(...count(60))}${options('AM', 'PM')}`, '01:00', false],
    ['two lists', `${options(...count(24))}${options('00', '15', '30', '45')}`, '00:00', true],
  ])('the time: %s', (_, html, value, hours24) => {
    const { time } = read(page(whole(days(labeled), html)));
    expect(time).toMatchObject({ value, hours24, editable: true });
  });

  it('does not choose between two times', () => {
    const twice = '<input aria-label="When to Execute" value="01:10 AM">'.repeat(2);
    expect(read(page(whole(days(labeled), twice))).time).toBe('ambiguous');
    const lists = `${options(...count(24))}${options(...count(24))}${options(...count(60))}`;
    expect(read(page(whole(days(labeled), lists))).time).toBe('ambiguous');
    expect(read(page(whole(days(labeled), options('early', 'late')))).time).toBe('missing');
  });

  it('takes the template’s name from the title, dashes and all', () => {
    const named = (title: string, list = '') => read(page(`${list}${whole(days(labeled), TEXT_TIME, title)}`)).template;
    expect(named('Set Schedule - a - b')).toBe('a - b');
    expect(named('Set\u00a0Schedule – classtag_users')).toBe('classtag_users');
    const list = ['classtag_users', 'users', 'classtag_users (copy)']
      .map((name) => `<tr><td><a href="#">${name}</a></td></tr>`)
      .join('');
    const listed = (title: string) => named(title, `<table>${list}</table>`);
    expect(listed('Zeitplan festlegen - classtag_users')).toBe('classtag_users');
    expect(listed('Zeitplan - für classtag_users (copy)')).toBe('classtag_users (copy)');
    expect(listed('[Zeitplan: classtag_users]')).toBe('classtag_users');
    expect(listed('Zeitplan - other_users')).toBe('other_users');
    expect(listed('Zeitplan')).toBe('');
  });

  it('is found without a word of English', () => {
    const names = ['月', '火', '水', '木', '金', '土', '日'];
    const html = whole(days(labeled, names), '<input value="01:10 AM">', '予定 - t')
      .replace('Schedule Active', '有効')
      .replace('Days to Execute', '曜日')
      .replace('When to Execute', '時刻')
      .replace('Send Output To', '送信先')
      .replace('Path', 'パス')
      .replace('Email Completion Report To', 'メール');
    const schedule = read(page(html, 'ja'));
    expect(dayOf(schedule)).toEqual(WEEK);
    expect(schedule.template).toBe('t');
    expect([schedule.active, schedule.sendTo, schedule.path, schedule.email].map(held)).toEqual([
      ...[true, 'PowerSchool Folder', 'C:\\BrightSpace\\Exports', 'sam@example.org'],
    ]);
  });

  it('is none while it is closed, or when two are open', () => {
    const html = whole(days(labeled), TEXT_TIME);
    expect(readSchedule(page(`<div style="display: none">${html}</div>`))).toBeNull();
    expect(readSchedule(page(html + html))).toBeNull();
    expect(readSchedule(page('<h2>Set Schedule - t</h2>'))).toBeNull();
  });

  it('shows nothing of passwords', () => {
    const html = whole(days(labeled), TEXT_TIME).replace(
      '<div><label>Path',
      '<div><label>Password</label><input type="password" value="tiger-lily"></div><div><label>Path',
    );
    const schedule = read(page(html));
    expect(JSON.stringify(schedule)).not.toContain('tiger-lily');
    expect(held(schedule.path)).toBe('C:\\BrightSpace\\Exports');
  });

  it('any box, any week, any time, any name reads back', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const minute = fc.integer({ min: 0, max: 59 });
    const name = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_ ()-]{0,20}[A-Za-z0-9_)]$/);
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        hour,
        minute,
        name,
        (on, hours, minutes, own) => {
          const two = (value: number) => String(value).padStart(2, '0');
          const text = `${two(hours % 12 || 12)}:${two(minutes)} ${hours < 12 ? 'AM' : 'PM'}`;
          const boxes = WEEK.map(
            (day, index) => `<label><input type="checkbox"${on[index] ? ' checked' : ''}>${day}</label>`,
          );
          const schedule = read(page(whole(boxes.join(''), `<input value="${text}">`, `Set Schedule - ${own}`)));
          expect(ticked(schedule)).toEqual(on);
          expect(timeOf(schedule)).toBe(`${two(hours)}:${two(minutes)}`);
          expect(schedule.template).toBe(own.replace(/ +/g, ' '));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('filling the dialog', () => {
  const change = (
    control: ScheduleControl,
    before: Change['before'],
    after: Change['after'],
    also: string[] = [],
  ): Change => ({
    target: { kind: 'schedule', template: 't', control },
    before,
    after,
    also,
  });
  const apply = (document: Document, changes: Change[], react: () => void = () => undefined): Promise<Outcome[]> =>
    applyChanges(document, changes, {
      signal: new AbortController().signal,
      settle: async () => react(),
      finder: createScheduleFinder,
    });
  const results = (outcomes: Outcome[]) => outcomes.map(({ result }) => result);
  const off = (day: string) => `<label><input type="checkbox"> ${day}</label>`;
  const open = (time = TEXT_TIME, title = 'Set Schedule - t') => page(whole(days(off), time, title));

  it('sets days and time, and touches nothing else', async () => {
    const document = open();
    const before = read(document);
    const outcomes = await apply(document, [
      change('active', true, true),
      change('day1', false, true),
      change('day7', false, true),
      change('time', '01:10 AM', '06:10 PM'),
    ]);
    expect(results(outcomes)).toEqual(['already', 'set', 'set', 'set']);
    const after = read(document);
    expect(ticked(after)).toEqual([true, false, false, false, false, false, true]);
    expect(timeOf(after)).toBe('18:10');
    const { sendTo, path, email } = before;
    expect(after).toMatchObject({ sendTo, path, email });
  });

  it.each(['templates/schedule--scheduleTime-selects', 'templates/schedule--scheduleTime-time-input'])(
    'in %s',
    async (name) => {
      const { document } = openFixture(name);
      const target = (control: ScheduleControl) => ({ kind: 'schedule' as const, template: 'classtag_users', control });
      const changes: Change[] = name.endsWith('input')
        ? [{ target: target('time'), before: '01:10', after: '18:20' }]
        : [
            { target: target('hour'), before: '01', after: '06' },
            { target: target('minute'), before: '10', after: '20' },
            { target: target('half'), before: 'AM', after: 'PM' },
          ];
      expect(new Set(results(await apply(document, changes)))).toEqual(new Set(['set']));
      expect(timeOf(read(document))).toBe('18:20');
    },
  );

  it('accepts that the page spells the time anew, and notices when it puts another back', async () => {
    const document = open();
    const box = document.querySelector<HTMLInputElement>('input[value="01:10 AM"]');
    if (!box) throw new Error('no box');
    const outcomes = await apply(document, [change('time', '01:10 AM', '06:10 PM', ['6:10 PM'])], () => {
      box.value = '6:10 PM';
    });
    expect(results(outcomes)).toEqual(['set']);
    box.value = '01:10 AM';
    expect(results(lookAgain(document, outcomes, { finder: createScheduleFinder }))).toEqual(['rejected-by-page']);
  });

  it('does not write in another template’s dialog, nor where none is open', async () => {
    const document = open(TEXT_TIME, 'Set Schedule - other');
    expect(results(await apply(document, [change('day1', false, true)]))).toEqual(['missing']);
    expect(ticked(read(document))).toEqual(Array(7).fill(false));
    expect(results(await apply(page(''), [change('active', false, true)]))).toEqual(['missing']);
  });

  it('finds nothing but the schedule’s controls', () => {
    const finder = createScheduleFinder(open());
    expect(finder.find({ kind: 'text', control: 'fileName' })).toBe('missing');
    expect(finder.find({ kind: 'schedule', template: 't', control: 'hour' })).toBe('missing');
  });

  it('leaves a time alone that was typed meanwhile, or cannot be typed', async () => {
    expect(results(await apply(open(), [change('time', '02:00 AM', '06:10 PM')]))).toEqual(['stale']);
    const fixed = open('<input value="01:10 AM" readonly>');
    expect(results(await apply(fixed, [change('time', '01:10 AM', '06:10 PM')]))).toEqual(['read-only']);
  });
});
