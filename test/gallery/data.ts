/** Invented data from which the gallery's states are put together. */
import type { GuideView } from '../../components/later/types.ts';
import type { ColumnsView, FileView, OutcomeView, PanelView, PopupView } from '../../components/view.ts';
import { STEPS } from '../../utils/assistant/later/words.ts';
import { choiceViews } from '../../utils/assistant/view.ts';
import { emptySite } from '../../utils/checklist/empty.ts';
import { classtag } from '../../utils/profile/classtag.ts';
import { inLanguage, SUMMARY_NAMES } from '../../utils/template/summary.ts';
import type { LabelLine, LabelPlan, SummaryLine } from '../../utils/template/types.ts';
import { say } from '../../utils/words/say.ts';
import { dayOf } from '../../utils/words/times.ts';

type Ticks = FileView['ticks'];
const NONE: Ticks = { fields: false, labels: false, summary: false, saved: false };
const ALL: Ticks = { fields: true, labels: true, summary: true, saved: true };

function file(id: string, ticks: Partial<Ticks> = {}): FileView {
  const all = { ...NONE, ...ticks };
  return {
    id,
    fileName: `${id}.csv`,
    done: Object.values(all).every(Boolean),
    ticks: all,
    templateName: `classtag_${id}`,
    savedOn: all.saved ? dayOf('2026-11-23T12:00:00') : '',
    verifiedOn: '',
    drift: false,
  };
}

export const FRESH = [file('users'), file('classes'), file('enrollments')];
export const UNDER_WAY = [file('users', { fields: true, labels: true }), file('classes'), file('enrollments')];
export const ONE_SAVED = [file('users', ALL), file('classes', { fields: true }), file('enrollments')];
export const ALL_SAVED = [file('users', ALL), file('classes', ALL), file('enrollments', ALL)];
export const VERIFIED_ON = dayOf('2026-11-24T12:00:00');
export const ALL_VERIFIED = ALL_SAVED.map((saved) => ({ ...saved, verifiedOn: VERIFIED_ON }));

const FIELDS =
  'agentSourcedIds dcid email familyName givenName grades languages orgSourcedIds phone role sms sourcedId';
export const USERS = FIELDS.split(' ').map((field) => `USERS.${field}`);

export function line(field: string, after: string, kind: LabelLine['kind'] = 'known', before = field): LabelLine {
  const key = field.toLowerCase();
  return { key, field, before, after, kind, change: { target: { kind: 'label', column: key }, before, after } };
}

export const LINES = USERS.map((field) => line(field, field.slice(6).replace('languages', 'language')));
export const NO_PLAN: LabelPlan = { lines: [], refusals: [], right: 0 };

/** All kinds of line: known, unknown, typed by hand, refused. */
export const MIXED: LabelPlan = {
  lines: [
    ...LINES.slice(0, 9),
    line('USERS.homeroom_teacher_name', 'homeroom_teacher_name', 'unknown'),
    line('USERS.U_SchoolInfo.bus_route', 'bus_route', 'unknown'),
    line('USERS.sms', 'sms', 'typed', 'Mobile number'),
    line('USERS.nickname', 'nickname', 'typed', ' nick\u00a0name\u200b'),
  ],
  refusals: [
    { key: 'users.email2', field: 'USERS.email2', label: 'USERS.email', reason: 'would-duplicate' },
    { key: 'users.role', field: 'USERS.role', label: 'USERS.role', reason: 'read-only' },
    { key: 'users.dcid', field: 'USERS.dcid', label: 'USERS.dcid', reason: 'ambiguous' },
  ],
  right: 1,
};

export const THOUSAND: LabelPlan = {
  lines: Array.from({ length: 1000 }, (_, n) => line(`USERS.extra_column_${n}`, `extra_column_${n}`, 'unknown')),
  refusals: [],
  right: 0,
};

export function columns(more: Partial<ColumnsView> = {}): ColumnsView {
  return {
    kind: 'columns',
    willTick: [],
    willUntick: [],
    ticked: 12,
    labels: NO_PLAN,
    problems: [],
    ready: false,
    ...more,
  };
}

export function outcome(
  name: string,
  after: string,
  result: OutcomeView['result'] = 'set',
  explanation = '',
): OutcomeView {
  return { name, before: name, after, result, explanation };
}

/** `now` per line, in the page's order, and what is found there. */
export function summaryLines(now: string[], states: SummaryLine['state'][]): SummaryLine[] {
  const wanted: [SummaryLine['control'], string][] = [
    ['fileName', 'users.csv'],
    ['lineDelimiter', 'CR'],
    ['fieldDelimiter', 'Comma'],
    ['characterSet', 'UTF-8'],
    ['includeHeaders', 'on'],
    ['surroundInQuotes', 'off'],
  ];
  return wanted.map(([control, want], index) => ({
    control,
    name: SUMMARY_NAMES[control],
    now: inLanguage(control, now[index] ?? want),
    wanted: inLanguage(control, want),
    state: states[index] ?? 'right',
    change: null,
  }));
}

const RECEIVER = { name: 'ClassTag', support: 'support@classtag.com' };

export function panel(more: Partial<PanelView>): PanelView {
  return {
    receiver: RECEIVER,
    files: FRESH,
    fileId: 'users',
    step: 1,
    doubts: [],
    askWhichFile: false,
    guide: null,
    canStop: true,
    choices: choiceViews(classtag, emptySite('')).map((choice) => ({
      ...choice,
      chosen: choice.id === 'leaveOutDcid',
    })),
    actAtOnce: false,
    busy: '',
    confirmLeaving: null,
    report: null,
    next: 'users',
    body: columns(),
    ...more,
  };
}

export function popup(more: Partial<PopupView>): PopupView {
  const { choices, actAtOnce, receiver } = panel({});
  return {
    receiver,
    where: 'here',
    site: 'maplewood.powerschool.com',
    onExportManager: true,
    unrecognized: false,
    files: UNDER_WAY,
    choices,
    actAtOnce,
    nextStep: say('next_summary', 'users.csv'),
    nextButton: '',
    begun: true,
    sites: {
      offer: null,
      blocked: '',
      builtIn: [{ host: '*.powerschool.com', allowed: true }],
      granted: [],
      message: '',
    },
    ...more,
  };
}

/** A guided set-up of users.csv with so many steps done. */
export function guide(state: GuideView['state'], done: number, message: string, button = ''): GuideView {
  const steps = STEPS['set-up'].map((key, at) => ({
    text: say(key),
    state: at < done ? ('done' as const) : at === done ? ('now' as const) : ('to-do' as const),
  }));
  return {
    mode: 'set-up',
    fileName: 'users.csv',
    steps,
    state,
    message,
    trouble: false,
    button,
    primary: button !== '',
    drift: [],
    untold: [],
  };
}
