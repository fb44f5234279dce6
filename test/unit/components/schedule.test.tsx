// @vitest-environment jsdom
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Schedule } from '../../../components/later/Schedule.tsx';
import type { AdviceView, ListedTemplate, ScheduleView, TemplateListView } from '../../../components/later/schedule.ts';
import { TemplateList } from '../../../components/later/TemplateList.tsx';
import { trustIn } from '../../../components/trusted.ts';
import type { SchedulePage } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import { planSchedule, scheduleAdvice } from '../../../utils/template/schedule.ts';
import { fileOf } from '../template/pages.ts';
import { button, buttonNames, press, text, type } from './help.tsx';

afterEach(() => document.body.replaceChildren());

const times = (zone: string, chosen = ''): AdviceView => ({
  advice: scheduleAdvice({
    profile: classtag,
    syncAt: chosen === '' ? null : chosen,
    zone,
    now: new Date('2026-11-24T12:00:00Z'),
  }),
  note: classtag.sync.note,
  chosen,
});
const DENVER = times('America/Denver');

function draw(what: ComponentChild, isTrusted = true): ShadowRoot {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  trustIn(root, () => isTrusted);
  act(() => render(<main>{what}</main>, root));
  return root;
}
/** Words as a person reads them: Intl puts a narrow space before AM and PM. */
const words = (root: ShadowRoot) => text(root).replace(/\u202f/g, ' ');

const days = (value: boolean) =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((n) => ({
    control: `day${n}` as const,
    day: null,
    name: `Day ${n}`,
    value,
    editable: true,
  }));
const page = (more: Partial<SchedulePage> = {}): SchedulePage => ({
  template: 'classtag_users',
  active: { value: true, editable: true },
  days: days(false),
  time: {
    value: '01:10',
    hours24: false,
    editable: true,
    parts: [{ control: 'time', text: '01:10 AM', options: null }],
  },
  sendTo: { value: 'PowerSchool Folder', editable: true, options: ['PowerSchool Folder', 'SFTP 1'] },
  path: { value: '', editable: true },
  email: 'missing',
  ...more,
});
const schedule = (more: Partial<SchedulePage> = {}, view = DENVER): ScheduleView => ({
  kind: 'schedule',
  template: 'classtag_users',
  fileName: 'users.csv',
  lines: planSchedule(page(more), view.advice, fileOf('users')),
  times: view,
});

function drawSchedule(body: ScheduleView, off = false) {
  const [onFill, onSyncAt] = [vi.fn(), vi.fn()];
  return { root: draw(<Schedule body={body} off={off} onFill={onFill} onSyncAt={onSyncAt} />), onFill, onSyncAt };
}

describe('the schedule', () => {
  it('says of each setting what is and what should be, and what the button will set', () => {
    const { root, onFill } = drawSchedule(schedule());
    const shown = words(root);
    expect(shown).toContain('Right: Schedule Active: on');
    expect(shown).toContain('To change: Days to Execute: no day');
    expect(shown).toContain('When to Execute: 1:10 AM');
    expect(shown).toContain('Decide yourself: Send Output To: PowerSchool Folder');
    expect(shown).toContain('Not found on the page: Email Completion Report To');
    expect(shown).toContain(
      'Will set Days to Execute to every day and When to Execute to 4:10 PM. Nothing else is filled.',
    );
    press(root, 'Fill active, days and time');
    expect(onFill).toHaveBeenCalledOnce();
  });

  it('has no button where nothing is to be filled', () => {
    const time: SchedulePage['time'] = {
      value: '16:10',
      hours24: true,
      editable: true,
      parts: [{ control: 'time', text: '16:10', options: null }],
    };
    const { root } = drawSchedule(schedule({ days: days(true), time }));
    expect(buttonNames(root)).toEqual([]);
    expect(words(root)).toContain('press Save in the page’s dialog');
  });

  it('advises nothing for another template', () => {
    const { root } = drawSchedule({ ...schedule(), template: 'bus_routes', fileName: '', lines: [] });
    expect(words(root)).toBe('Schedule of bus_routesIt is not one of ClassTag’s templates, so nothing is advised.');
  });

  it('waits while something is under way, and for persons only', () => {
    const { root, onFill } = drawSchedule(schedule(), true);
    press(root, 'Fill active, days and time');
    const forged = draw(<Schedule body={schedule()} off={false} onFill={onFill} onSyncAt={vi.fn()} />, false);
    press(forged, 'Fill active, days and time');
    expect(onFill).not.toHaveBeenCalled();
  });

  it('tells the times in the administrator’s zone', () => {
    const shown = words(drawSchedule(schedule()).root);
    expect(shown).toContain('users.csv 4:10 PMclasses.csv 4:20 PMenrollments.csv 4:30 PM');
    expect(shown).toContain('starts at 5:00 PM your time (America/Denver) at the earliest');
    expect(shown).not.toContain('do not change together');
  });

  it('tells when the clocks part, and shows the times for all year', () => {
    const shown = words(drawSchedule(schedule({}, times('America/Phoenix'))).root);
    expect(shown).toContain('users.csv 3:10 PM');
    expect(shown).toContain('from Mar 14, 2027 it starts at 4:00 PM and from Nov 7, 2027 it starts at 5:00 PM');
  });

  it('takes another time of the sync, and forgets it again', () => {
    const { root, onSyncAt } = drawSchedule(schedule());
    const input = root.querySelector<HTMLInputElement>('input[type=time]');
    if (!input) throw new Error('no box');
    type(input, '');
    expect(onSyncAt).not.toHaveBeenCalled();
    type(input, '21:30');
    expect(onSyncAt).toHaveBeenLastCalledWith('21:30');
    const chosen = drawSchedule(schedule({}, times('America/Denver', '21:30')));
    expect(words(chosen.root)).toContain('starts at 9:30 PM, as you said.');
    press(chosen.root, 'Use the guide’s time');
    expect(chosen.onSyncAt).toHaveBeenLastCalledWith(null);
  });
});

const listed = (fileId: string, more: Partial<ListedTemplate> = {}): ListedTemplate => ({
  fileId,
  fileName: `${fileId}.csv`,
  templateName: `classtag_${fileId}`,
  listed: 1,
  opens: true,
  schedules: true,
  schedule: '',
  savedOn: 'Nov 23, 2026',
  verifiedOn: '',
  drift: false,
  ...more,
});
const list = (files: ListedTemplate[], scheduled = false): TemplateListView => ({
  kind: 'template-list',
  scheduled,
  files,
  times: DENVER,
});
function drawList(body: TemplateListView) {
  const onCheck = vi.fn();
  return {
    root: draw(
      <TemplateList body={body} off={false} lead onCheck={onCheck} onSyncAt={vi.fn()} onCheckFiles={vi.fn()} />,
    ),
    onCheck,
  };
}

describe('the list of templates', () => {
  it('marks each as saved, verified, differing, missing or listed twice', () => {
    const states: [Partial<ListedTemplate>, string][] = [
      [{}, 'saved on Nov 23, 2026'],
      [{ savedOn: '' }, 'classtag_users saved'],
      [{ verifiedOn: 'Nov 24, 2026' }, 'verified on Nov 24, 2026'],
      [{ verifiedOn: 'Nov 24, 2026', drift: true }, 'differs from what ClassTag wants'],
      [{ listed: 0, opens: false }, 'is not in this list'],
      [{ listed: 2 }, 'is listed more than once'],
      [{ schedule: 'Monday 06:10 PM' }, 'Schedule: Monday 06:10 PM'],
    ];
    for (const [more, state] of states) expect(words(drawList(list([listed('users', more)])).root)).toContain(state);
  });

  it('offers to check what can be opened; the first that is not verified comes first', () => {
    const { root, onCheck } = drawList(
      list([listed('users', { verifiedOn: 'Nov 24, 2026' }), listed('classes'), listed('enrollments', { listed: 0 })]),
    );
    expect(buttonNames(root)).toEqual(['Check users.csv', 'Check classes.csv', 'Check exported files']);
    expect(button(root, 'Check users.csv').className).toContain('plain');
    expect(button(root, 'Check classes.csv').className).toContain('primary');
    press(root, 'Check classes.csv');
    expect(onCheck).toHaveBeenCalledExactlyOnceWith('classes', false);
  });

  it('offers to check all of them, once all are there', () => {
    const { root, onCheck } = drawList(
      list([listed('users', { verifiedOn: 'Nov 24, 2026' }), listed('classes'), listed('enrollments')]),
    );
    expect(button(root, 'Check all three templates').className).toContain('primary');
    expect(button(root, 'Check classes.csv').className).toContain('plain');
    press(root, 'Check all three templates');
    expect(onCheck).toHaveBeenCalledExactlyOnceWith('classes', true);
  });

  it('explains how to schedule, in order, with the times', () => {
    const { root } = drawList(list(['users', 'classes', 'enrollments'].map((id) => listed(id))));
    const steps = [...root.querySelectorAll('details ol li')].map((item) => item.textContent?.replace(/\u202f/g, ' '));
    expect(steps[0]).toContain('SFTP connection');
    expect(steps.slice(1, 4)).toEqual([
      'Press the calendar icon beside classtag_users and set it to 4:10 PM, every day, active.',
      'Press the calendar icon beside classtag_classes and set it to 4:20 PM, every day, active.',
      'Press the calendar icon beside classtag_enrollments and set it to 4:30 PM, every day, active.',
    ]);
  });

  it('says when nothing can be scheduled, and only when that is sure', () => {
    const shown = (schedules: boolean | null) => words(drawList(list([listed('users', { schedules })])).root);
    expect(shown(false)).toContain('Your role may lack the right');
    expect(shown(null)).not.toContain('Your role may lack the right');
    expect(words(drawList(list([listed('users', { listed: 0, schedules: false })])).root)).not.toContain('Your role');
  });
});

describe('axe finds nothing', () => {
  it.each([
    ['in the schedule', () => drawSchedule(schedule())],
    ['with another time', () => drawSchedule(schedule({}, times('America/Phoenix', '21:30')))],
    ['in the list', () => drawList(list([listed('users'), listed('classes', { drift: true })]))],
  ])('%s', async (_, show) => {
    HTMLCanvasElement.prototype.getContext = () => null;
    show();
    document.title = 'Data Export Manager';
    document.documentElement.lang = 'en';
    const rules = { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } };
    const { violations } = await axe.run(document, { rules });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
