/** Invented data from which the gallery's states are put together. */
import type { GuideView } from '../../components/later/types.ts';
import type { ColumnsView, FileView, OutcomeView, PanelView, PopupView } from '../../components/view.ts';
import type { LabelLine, LabelPlan, SummaryLine } from '../../utils/template/types.ts';

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
    savedOn: all.saved ? 'Nov 23, 2026' : '',
    verifiedOn: '',
    drift: false,
  };
}

export const FRESH = [file('users'), file('classes'), file('enrollments')];
export const UNDER_WAY = [file('users', { fields: true, labels: true }), file('classes'), file('enrollments')];
export const ONE_SAVED = [file('users', ALL), file('classes', { fields: true }), file('enrollments')];
export const ALL_SAVED = [file('users', ALL), file('classes', ALL), file('enrollments', ALL)];
export const ALL_VERIFIED = ALL_SAVED.map((saved) => ({ ...saved, verifiedOn: 'Nov 24, 2026' }));

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
  const wanted: [SummaryLine['control'], string, string][] = [
    ['fileName', 'Export File Name', 'users.csv'],
    ['lineDelimiter', 'Line Delimiter', 'CR'],
    ['fieldDelimiter', 'Field Delimiter', 'Comma'],
    ['characterSet', 'Character Set', 'UTF-8'],
    ['includeHeaders', 'Include Column Headers', 'on'],
    ['surroundInQuotes', 'Surround "field values" in Quotes', 'off'],
  ];
  return wanted.map(([control, name, want], index) => ({
    control,
    name,
    now: now[index] ?? want,
    wanted: want,
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
    choices: [
      {
        id: 'swapPhoneAndSms',
        label: 'Swap phone and sms',
        explanation:
          'For districts that keep mobile numbers in the phone field: ClassTag texts and calls the sms column.',
        chosen: false,
      },
      { id: 'leaveOutDcid', label: 'Leave out dcid', explanation: 'ClassTag does not read dcid.', chosen: true },
    ],
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
    nextStep: 'users.csv: fill the export summary.',
    nextButton: 'Show the panel',
    ...more,
  };
}

const STEPS = [
  'Choose the data set',
  'Tick the fields',
  'Change the labels',
  'Press Next',
  'You look at the records',
  'Press Next again',
  'Fill the export summary',
  'Press Save Template, fill the name',
  'You press Save as New',
];

/** A guided set-up of users.csv with so many steps done. */
export function guide(state: GuideView['state'], done: number, message: string, button = ''): GuideView {
  const steps = STEPS.map((text, at) => ({
    text,
    state: at < done ? ('done' as const) : at === done ? ('now' as const) : ('to-do' as const),
  }));
  return {
    mode: 'set-up',
    fileName: 'users.csv',
    steps,
    state,
    message,
    button,
    primary: button !== '',
    drift: [],
    untold: [],
  };
}
