/** Every state of the panel and the popup, by name; the gallery shows them and the tests go through them. */
import type { PanelView, PopupView } from '../../components/view.ts';
import { count, list, say } from '../../utils/words/say.ts';
import {
  ALL_SAVED,
  ALL_VERIFIED,
  columns,
  FRESH,
  guide,
  LINES,
  line,
  MIXED,
  NO_PLAN,
  ONE_SAVED,
  outcome,
  panel,
  popup,
  summaryLines,
  THOUSAND,
  UNDER_WAY,
  USERS,
} from './data.ts';
import { laterStates } from './later-states.ts';
import { sitesStates } from './sites.ts';

const RIGHT = { lines: [], refusals: [], right: 12 };
const WRONG_SUMMARY = {
  kind: 'summary' as const,
  lines: summaryLines(['export.txt', 'CR', 'Tab', 'Windows ANSI'], ['wrong', 'right', 'wrong', 'wrong']),
  ready: false,
};
const RIGHT_SUMMARY = { kind: 'summary' as const, lines: summaryLines([], []), ready: true };
const SAVE = {
  kind: 'save' as const,
  name: 'classtag_users',
  description: 'ClassTag roster: users.csv',
  nameNow: 'classtag_users',
  state: 'filled' as const,
  message: '',
};

export const panelStates: Record<string, PanelView> = {
  ...laterStates,
  start: panel({ fileId: null, body: { kind: 'start', shown: '' } }),
  'start-other-data-set': panel({ fileId: null, body: { kind: 'start', shown: 'Students' } }),
  'start-second-file': panel({ files: ONE_SAVED, fileId: null, next: 'classes', body: { kind: 'start', shown: '' } }),
  'start-all-done': panel({ files: ALL_SAVED, fileId: null, next: null, body: { kind: 'start', shown: '' } }),
  'guide-paused': panel({
    guide: guide('paused', 3, say('halt_takenOver'), say('button_resume')),
    body: { kind: 'start', shown: '' },
  }),
  'guide-save': panel({
    step: 3,
    guide: guide('look', 8, say('stand_save')),
    body: SAVE,
  }),
  'guide-refused': panel({
    step: 3,
    guide: { ...guide('look', 8, say('refused_not_allowed', 'Your role may not save.')), trouble: true },
    body: { ...SAVE, state: 'error', message: '' },
  }),
  'guide-saved': panel({
    step: 3,
    files: ONE_SAVED,
    guide: guide('done', 9, say('file_is_saved', 'users.csv', 'classtag_users'), say('set_up', 'classes.csv')),
    body: RIGHT_SUMMARY,
  }),
  loading: panel({
    busy: say('busy_data_set', 'users.csv'),
    fileId: null,
    body: { kind: 'start', shown: '' },
  }),
  'which-file': panel({
    fileId: null,
    askWhichFile: true,
    doubts: [say('two_data_sets', list(['users.csv', 'enrollments.csv'].map((name) => say('quoted', name))))],
    body: { kind: 'start', shown: 'Roster A' },
  }),
  'columns-none': panel({ body: columns({ ticked: 0, willTick: USERS, problems: [] }) }),
  'columns-untick': panel({
    body: columns({
      ticked: 3,
      willTick: USERS.slice(2, 5),
      willUntick: ['USERS.dcid'],
      labels: { ...NO_PLAN, right: 2 },
    }),
  }),
  'columns-to-label': panel({ body: columns({ labels: { lines: LINES, refusals: [], right: 0 } }) }),
  'columns-typed-only': panel({
    body: columns({ labels: { lines: [line('USERS.sms', 'sms', 'typed', 'Mobile number')], refusals: [], right: 11 } }),
  }),
  'columns-mixed': panel({
    body: columns({
      ticked: 15,
      labels: MIXED,
      problems: [
        {
          code: 'T8',
          severity: 'error',
          message: `${say('problem_missing', 'role')} ${say('classtag_note_role')}`,
          advice: say('problem_missing_do'),
        },
        {
          code: 'T3',
          severity: 'warning',
          message: say('problem_hidden', 'USERS.nickname', 'U+200B'),
          advice: say('problem_hidden_do'),
        },
        { code: 'T9', severity: 'note', message: say('problem_not_chosen', 'orgSourcedIds'), advice: '' },
      ],
    }),
  }),
  'columns-thousand': panel({ body: columns({ ticked: 1000, labels: THOUSAND }) }),
  'columns-labeling': panel({
    busy: say('busy_writing'),
    body: columns({ labels: { lines: LINES, refusals: [], right: 0 } }),
  }),
  'columns-ready': panel({
    files: UNDER_WAY,
    body: columns({ labels: RIGHT, ready: true }),
    report: {
      title: say('auto_label'),
      outcomes: LINES.map((l) => outcome(l.field, l.after)),
      undo: true,
    },
  }),
  'columns-some-failed': panel({
    body: columns({
      labels: { lines: LINES.slice(0, 2), refusals: [], right: 10 },
      problems: [
        {
          code: 'T1',
          severity: 'error',
          message: count('problem_prefixes', 2),
          advice: say('problem_prefixes_do'),
        },
      ],
    }),
    report: {
      title: say('auto_label'),
      outcomes: [
        outcome('USERS.agentSourcedIds', 'agentSourcedIds', 'rejected-by-page', say('result_rejected')),
        outcome('USERS.dcid', 'dcid', 'stale', say('result_stale')),
        outcome('USERS.role', 'role', 'already'),
        ...LINES.slice(2, 8).map((l) => outcome(l.field, l.after)),
      ],
      undo: true,
    },
  }),
  'columns-fields-selected': panel({
    body: columns({ labels: { lines: LINES, refusals: [], right: 0 } }),
    report: {
      title: say('select_fields'),
      outcomes: USERS.map((name) => ({
        name,
        before: say('not_ticked'),
        after: say('ticked'),
        result: 'set',
        explanation: '',
      })),
      undo: true,
    },
  }),
  'columns-leaving': panel({ confirmLeaving: 'classes', body: columns({ labels: RIGHT, ready: true }) }),
  'summary-wrong': panel({ files: UNDER_WAY, step: 3, body: WRONG_SUMMARY }),
  'summary-troubles': panel({
    files: UNDER_WAY,
    step: 3,
    body: {
      kind: 'summary',
      lines: summaryLines(
        ['', '', 'Comma', 'Windows ANSI', 'on', ''],
        ['wrong', 'missing', 'right', 'read-only', 'right', 'ambiguous'],
      ),
      ready: false,
    },
    doubts: [say('columns_of_none', 'users.csv')],
  }),
  'summary-by-hand': panel({
    files: UNDER_WAY,
    step: 3,
    body: { kind: 'summary', lines: summaryLines(['users.csv', ''], ['right', 'missing']), ready: false },
    report: {
      title: say('fill_summary'),
      outcomes: [
        { name: 'Export File Name', before: 'export.txt', after: 'users.csv', result: 'set', explanation: '' },
        {
          name: 'Line Delimiter',
          before: 'LF',
          after: 'CR',
          result: 'no-such-option',
          explanation: say('result_no_option'),
        },
      ],
      undo: true,
    },
  }),
  'summary-ready': panel({ files: UNDER_WAY, step: 3, body: RIGHT_SUMMARY }),
  'summary-saved': panel({ files: ONE_SAVED, step: 3, next: 'classes', body: RIGHT_SUMMARY }),
  'summary-saved-wrong': panel({ files: ONE_SAVED, step: 3, next: 'classes', body: WRONG_SUMMARY }),
  'summary-all-done': panel({ files: ALL_SAVED, fileId: 'enrollments', step: 3, next: null, body: RIGHT_SUMMARY }),
  'save-filled': panel({ files: UNDER_WAY, step: 3, body: SAVE }),
  'save-filled-early': panel({
    files: UNDER_WAY,
    step: 3,
    body: { ...SAVE, message: say('save_summary') },
  }),
  'save-other': panel({
    files: UNDER_WAY,
    step: 3,
    body: {
      ...SAVE,
      state: 'other',
      nameNow: 'Copy of users',
      message: say('save_named', 'Copy of users', 'classtag_users'),
    },
  }),
  'save-error': panel({
    files: UNDER_WAY,
    step: 3,
    body: { ...SAVE, state: 'error', message: say('refused_taken', 'That name exists already.', 'classtag_users') },
  }),
  'save-cannot': panel({
    files: UNDER_WAY,
    step: 3,
    body: {
      ...SAVE,
      state: 'cannot',
      nameNow: '',
      message: say('save_cannot'),
    },
  }),
  'stopped-signed-out': panel({
    fileId: null,
    step: null,
    body: {
      kind: 'stopped',
      reason: 'signed-out',
      message: say('stopped_signed_out'),
    },
  }),
  'stopped-updated': panel({
    fileId: null,
    step: null,
    body: {
      kind: 'stopped',
      reason: 'extension-updated',
      message: say('stopped_updated'),
    },
  }),
  'stopped-unclear': panel({
    unrecognized: true,
    fileId: null,
    step: null,
    body: {
      kind: 'stopped',
      reason: 'unclear',
      message: say('stopped_unclear'),
    },
  }),
};

export const popupStates: Record<string, PopupView> = {
  none: popup({
    where: 'none',
    site: '',
    begun: false,
    files: FRESH,
    onExportManager: false,
    nextStep: '',
    nextButton: '',
  }),
  fresh: popup({ begun: false, files: FRESH, nextStep: say('next_fields', 'users.csv') }),
  'under-way': popup({}),
  unrecognized: popup({ onExportManager: false, unrecognized: true, nextButton: '' }),
  last: popup({
    where: 'last',
    files: ONE_SAVED,
    onExportManager: false,
    nextStep: say('next_in_manager', 'classes.csv'),
    nextButton: say('open_manager'),
  }),
  done: popup({
    files: ALL_VERIFIED.map((file, at) => (at === 0 ? file : { ...file, verifiedOn: '' })),
    nextStep: count('next_verify', 2, list(['classes.csv', 'enrollments.csv'])),
    nextButton: say('what_next'),
  }),
  differs: popup({
    files: ALL_SAVED.map((file, at) =>
      at === 1 ? { ...file, done: false, drift: true, ticks: { ...file.ticks, labels: false } } : file,
    ),
    onExportManager: false,
    nextStep: say('next_differs', 'classes.csv', 'ClassTag'),
    nextButton: say('open_my_templates'),
  }),
  verified: popup({
    files: ALL_VERIFIED,
    nextStep: say('next_letter'),
    nextButton: say('what_next'),
  }),
  ...sitesStates,
};
