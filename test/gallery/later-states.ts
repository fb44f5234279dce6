/** States of the guided set-up, the check of the records, My Templates and the schedule. */
import type { FindingView, RecordsView } from '../../components/later/records.ts';
import type { AdviceView, ListedTemplate, TemplateListView } from '../../components/later/schedule.ts';
import type { GuideView } from '../../components/later/types.ts';
import type { PanelView } from '../../components/view.ts';
import { STEPS } from '../../utils/assistant/later/words.ts';
import type { SchedulePage } from '../../utils/powerschool/types.ts';
import { classtag } from '../../utils/profile/classtag.ts';
import { classtagChecks } from '../../utils/profile/classtag-checks.ts';
import { told } from '../../utils/roster/told.ts';
import { planSchedule, scheduleAdvice } from '../../utils/template/schedule.ts';
import { count, inWords, say } from '../../utils/words/say.ts';
import { sentence } from '../../utils/words/sentences.ts';
import { dayOf } from '../../utils/words/times.ts';
import {
  ALL_SAVED,
  columns,
  FRESH,
  guide,
  LINES,
  ONE_SAVED,
  panel,
  summaryLines,
  UNDER_WAY,
  VERIFIED_ON,
} from './data.ts';

const RECORDS: RecordsView = {
  kind: 'records',
  state: 'checked',
  rows: 'filtered',
  filters: [],
  checked: 25,
  total: 12345,
  unknown: [],
  findings: [],
  shown: null,
};

const { rules, cells, unwanted } = classtagChecks;

/** What a rule tells of a preview, as utils/roster/preview.ts says it. */
function found(code: string, cause: string, n: number, words: Record<string, string> = {}): FindingView {
  const rule =
    [...rules, ...cells].find((one) => one.code === code && one.cause === cause) ??
    unwanted.find((one) => one.code === code);
  if (!rule) throw new Error(`no rule ${code} ${cause}`);
  const severity = 'severity' in rule ? rule.severity : 'warning';
  const message = told({ says: rule.message, n, with: words });
  return { code, severity, message, advice: sentence(rule.advice), points: 'severity' in rule };
}

const FAULTY: RecordsView = {
  ...RECORDS,
  filters: [
    { name: 'Lowest grade', value: '0' },
    { name: 'Highest grade', value: '12' },
    { name: 'Schools to leave out', value: '' },
  ],
  unknown: ['homeroom_teacher', 'bus_route'],
  findings: [
    found('F5', 'delimiter', 3, { column: 'familyName' }),
    found('U2', 'blank', 1),
    found('U6', 'raw-number', 8, { from: '0', to: 'KG' }),
    found('U10', 'unwanted', 1),
    found('U11', 'two-accounts', 1),
  ],
};
const SHOWN: RecordsView = {
  ...FAULTY,
  shown: {
    finding: 0,
    cells: [
      { row: 4, value: 'Okafor, Jr.' },
      { row: 17, value: 'Lindqvist, III' },
    ],
    count: 3,
    marked: true,
  },
};

const times = (zone: string, syncAt: string | null = null): AdviceView => ({
  advice: scheduleAdvice({ profile: classtag, syncAt, zone, now: new Date('2026-11-24T12:00:00Z') }),
  note: inWords(classtag.sync.note),
  chosen: syncAt ?? '',
});
const CHICAGO = times('America/Chicago');

const listed = (fileId: string, more: Partial<ListedTemplate> = {}): ListedTemplate => ({
  fileId,
  fileName: `${fileId}.csv`,
  templateName: `classtag_${fileId}`,
  listed: 1,
  opens: true,
  schedules: true,
  schedule: '',
  savedOn: dayOf('2026-11-23T12:00:00'),
  verifiedOn: '',
  drift: false,
  ...more,
});
const NONE = { listed: 0, opens: false, savedOn: '' };
const list = (files: ListedTemplate[], more: Partial<TemplateListView> = {}): PanelView['body'] => ({
  kind: 'template-list',
  scheduled: false,
  files,
  times: CHICAGO,
  ...more,
});
const VERIFIED = { verifiedOn: VERIFIED_ON };

const DIALOG: SchedulePage = {
  template: 'classtag_users',
  active: { value: false, editable: true },
  days: (['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const).map((name, at) => ({
    control: `day${(at + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7}` as const,
    day: null,
    name,
    value: at < 5,
    editable: true,
  })),
  time: {
    value: '01:10',
    hours24: false,
    editable: true,
    parts: [{ control: 'time', text: '01:10 AM', options: null }],
  },
  sendTo: { value: 'PowerSchool Folder', editable: true, options: ['PowerSchool Folder', 'ClassTag SFTP'] },
  path: { value: '', editable: true },
  email: { value: '', editable: true },
};
const schedule = (dialog: SchedulePage, fileId: string | null = 'users'): PanelView['body'] => {
  const file = classtag.files.find(({ id }) => id === fileId) ?? null;
  const lines = planSchedule(dialog, CHICAGO.advice, file);
  return { kind: 'schedule', template: dialog.template, fileName: file?.fileName ?? '', lines, times: CHICAGO };
};
const READY: SchedulePage = {
  ...DIALOG,
  active: { value: true, editable: true },
  days: typeof DIALOG.days === 'string' ? DIALOG.days : DIALOG.days.map((day) => ({ ...day, value: true })),
  time: {
    value: '17:10',
    hours24: false,
    editable: true,
    parts: [{ control: 'time', text: '05:10 PM', options: null }],
  },
  sendTo: { value: 'ClassTag SFTP', editable: true, options: ['PowerSchool Folder', 'ClassTag SFTP'] },
};

const check = (state: GuideView['state'], done: number, message: string, more: Partial<GuideView> = {}): GuideView => ({
  ...guide(state, done, message, more.button ?? ''),
  mode: 'check',
  steps: STEPS.check.map((key, at) => ({ text: say(key), state: at < done ? 'done' : at === done ? 'now' : 'to-do' })),
  ...more,
});

const onList = (files: PanelView['files'], body: PanelView['body'], more: Partial<PanelView> = {}): PanelView =>
  panel({ files, fileId: null, step: null, body, ...more });
const LOOK = say('stand_look', 'ClassTag');
const ALL_LISTED = ['users', 'classes', 'enrollments'];

export const laterStates: Record<string, PanelView> = {
  'guide-running': panel({
    busy: say('doing_labels'),
    guide: guide('running', 2, ''),
    body: columns({ labels: { lines: LINES, refusals: [], right: 0 } }),
  }),
  'guide-look': panel({ step: 2, guide: guide('look', 4, LOOK, say('button_look')), body: RECORDS }),
  'guide-look-faulty': panel({
    step: 2,
    guide: {
      ...guide('look', 4, count('stand_faulty', 2, 'ClassTag'), say('button_allTheSame')),
      primary: false,
    },
    body: SHOWN,
  }),
  'guide-drift': panel({
    guide: check('look', 1, count('halt_drift', 3), {
      button: say('button_putRight'),
      primary: true,
      drift: [
        { name: 'USERS.orgSourcedIds', before: say('not_in_template'), after: say('in_template') },
        { name: 'USERS.languages', before: 'USERS.languages', after: 'language' },
        { name: 'USERS.sms', before: 'Mobile', after: 'sms' },
      ],
      untold: ['USERS.middleName'],
    }),
    files: ALL_SAVED,
    body: columns({ labels: { lines: LINES.slice(0, 2), refusals: [], right: 10 } }),
  }),
  'guide-drift-summary': panel({
    step: 3,
    files: ALL_SAVED,
    guide: check('look', 3, count('halt_drift', 1), {
      button: say('button_putRight'),
      primary: true,
      drift: [{ name: 'Line Delimiter', before: 'LF', after: 'CR' }],
    }),
    body: { kind: 'summary', lines: summaryLines(['users.csv', 'LF'], ['right', 'wrong']), ready: false },
  }),
  'guide-verified': panel({
    step: 3,
    files: ALL_SAVED,
    fileId: 'enrollments',
    guide: check('done', 4, say('stand_verified', 'classtag_enrollments'), {
      button: say('what_next'),
      primary: true,
    }),
    body: { kind: 'summary', lines: summaryLines([], []), ready: true },
  }),
  records: panel({ files: UNDER_WAY, step: 2, body: RECORDS }),
  'records-faulty': panel({ files: UNDER_WAY, step: 2, body: FAULTY }),
  'records-shown': panel({ files: UNDER_WAY, step: 2, body: SHOWN }),
  'records-all': panel({ files: UNDER_WAY, step: 2, body: { ...RECORDS, rows: 'all', checked: 25, total: 25 } }),
  'records-missing': panel({
    files: UNDER_WAY,
    step: 2,
    body: { ...RECORDS, state: 'missing', rows: null, checked: 0, total: null },
  }),
  'records-empty': panel({ files: UNDER_WAY, step: 2, body: { ...RECORDS, state: 'empty', checked: 0, total: 0 } }),
  templates: onList(ONE_SAVED, list([listed('users'), listed('classes', NONE), listed('enrollments', NONE)]), {
    next: 'classes',
  }),
  'templates-none': onList(FRESH, list(ALL_LISTED.map((id) => listed(id, NONE)))),
  'templates-all': onList(ALL_SAVED, list(ALL_LISTED.map((id) => listed(id))), { next: null }),
  'templates-verified': onList(
    ALL_SAVED,
    list(
      ALL_LISTED.map((id) => listed(id, { ...VERIFIED, schedule: 'Monday, Friday 05:10 PM' })),
      {
        scheduled: true,
        times: times('America/Phoenix'),
      },
    ),
    { next: null },
  ),
  'templates-drift': onList(
    ALL_SAVED,
    list([
      listed('users', { ...VERIFIED, drift: true }),
      listed('classes', VERIFIED),
      listed('enrollments', { listed: 2 }),
    ]),
    { next: null },
  ),
  schedule: onList(ALL_SAVED, schedule(DIALOG), { next: null }),
  'schedule-ready': onList(ALL_SAVED, schedule(READY), { next: null }),
  'schedule-other': onList(ALL_SAVED, schedule({ ...DIALOG, template: 'lunch list' }, null), { next: null }),
  'schedule-troubles': onList(
    ALL_SAVED,
    schedule({
      ...DIALOG,
      days: 'missing',
      time: 'ambiguous',
      sendTo: 'missing',
      active: { value: false, editable: false },
    }),
    { next: null },
  ),
};
