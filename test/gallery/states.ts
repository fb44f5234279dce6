/** Every state of the panel and the popup, by name; the gallery shows them and the tests go through them. */
import type { PanelView, PopupView } from '../../components/view.ts';
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
    guide: guide(
      'paused',
      3,
      'Paused, because you worked on the page. Press Resume to go on from where the page is.',
      'Resume',
    ),
    body: { kind: 'start', shown: '' },
  }),
  'guide-save': panel({
    step: 3,
    guide: guide('look', 8, 'Press Save as New in the page’s dialog.'),
    body: SAVE,
  }),
  'guide-saved': panel({
    step: 3,
    files: ONE_SAVED,
    guide: guide('done', 9, 'users.csv is saved as classtag_users.', 'Set up classes.csv'),
    body: RIGHT_SUMMARY,
  }),
  loading: panel({
    busy: 'Waiting for PowerSchool to load users.csv …',
    fileId: null,
    body: { kind: 'start', shown: '' },
  }),
  'which-file': panel({
    fileId: null,
    askWhichFile: true,
    doubts: ['The data set is called “Roster A”, and its columns fit users.csv and enrollments.csv alike.'],
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
          message: 'The column role is missing.',
          advice: 'Select fields ticks it. ClassTag needs it to tell students, guardians and teachers apart.',
        },
        {
          code: 'T3',
          severity: 'warning',
          message: 'The label of USERS.nickname has an invisible character at its end.',
          advice: 'Auto-label replaces it if you tick the line.',
        },
        { code: 'T9', severity: 'note', message: 'The column orgSourcedIds is not chosen.', advice: '' },
      ],
    }),
  }),
  'columns-thousand': panel({ body: columns({ ticked: 1000, labels: THOUSAND }) }),
  'columns-labeling': panel({
    busy: 'Changing 12 labels …',
    body: columns({ labels: { lines: LINES, refusals: [], right: 0 } }),
  }),
  'columns-ready': panel({
    files: UNDER_WAY,
    body: columns({ labels: RIGHT, ready: true }),
    report: {
      title: 'Auto-label',
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
          message: '2 labels still begin with “USERS.”.',
          advice: 'Press Auto-label again, or remove it by hand.',
        },
      ],
    }),
    report: {
      title: 'Auto-label',
      outcomes: [
        outcome('USERS.agentSourcedIds', 'agentSourcedIds', 'rejected-by-page', 'The page put the old value back.'),
        outcome('USERS.dcid', 'dcid', 'stale', 'It was changed in the meantime, so it was left alone.'),
        outcome('USERS.role', 'role', 'already'),
        ...LINES.slice(2, 8).map((l) => outcome(l.field, l.after)),
      ],
      undo: true,
    },
  }),
  'columns-fields-selected': panel({
    body: columns({ labels: { lines: LINES, refusals: [], right: 0 } }),
    report: {
      title: 'Select fields',
      outcomes: USERS.map((name) => ({ name, before: 'not ticked', after: 'ticked', result: 'set', explanation: '' })),
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
    doubts: ['Line Delimiter could not be found on this page.'],
  }),
  'summary-by-hand': panel({
    files: UNDER_WAY,
    step: 3,
    body: { kind: 'summary', lines: summaryLines(['users.csv', ''], ['right', 'missing']), ready: false },
    report: {
      title: 'Fill export summary',
      outcomes: [
        { name: 'Export File Name', before: 'export.txt', after: 'users.csv', result: 'set', explanation: '' },
        {
          name: 'Line Delimiter',
          before: 'LF',
          after: 'CR',
          result: 'no-such-option',
          explanation: 'PowerSchool offers no such option here. Nothing was changed; choose the nearest by hand.',
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
    body: { ...SAVE, message: 'Before you save: the export summary is not all right yet.' },
  }),
  'save-other': panel({
    files: UNDER_WAY,
    step: 3,
    body: {
      ...SAVE,
      state: 'other',
      nameNow: 'Copy of users',
      message: 'The name is Copy of users. classtag_users was expected.',
    },
  }),
  'save-error': panel({
    files: UNDER_WAY,
    step: 3,
    body: { ...SAVE, state: 'error', message: 'The page says: a template with this name exists already.' },
  }),
  'save-cannot': panel({
    files: UNDER_WAY,
    step: 3,
    body: {
      ...SAVE,
      state: 'cannot',
      nameNow: '',
      message: 'The dialog’s name box could not be found. Type classtag_users by hand.',
    },
  }),
  'stopped-signed-out': panel({
    fileId: null,
    step: null,
    body: {
      kind: 'stopped',
      reason: 'signed-out',
      message: 'PowerSchool signed you out. Sign in again and open the Data Export Manager.',
    },
  }),
  'stopped-updated': panel({
    fileId: null,
    step: null,
    body: {
      kind: 'stopped',
      reason: 'extension-updated',
      message: 'The extension was updated. Reload this page to go on.',
    },
  }),
  'stopped-unclear': panel({
    unrecognized: true,
    fileId: null,
    step: null,
    body: {
      kind: 'stopped',
      reason: 'unclear',
      message: 'Two steps of the export are shown at once, so nothing is changed here. Reload the page.',
    },
  }),
};

export const popupStates: Record<string, PopupView> = {
  none: popup({ where: 'none', site: '', files: FRESH, onExportManager: false, nextStep: '', nextButton: '' }),
  fresh: popup({ files: FRESH, nextStep: 'users.csv: select the fields.', nextButton: 'Show the panel' }),
  'under-way': popup({}),
  unrecognized: popup({ onExportManager: false, unrecognized: true, nextButton: '' }),
  last: popup({
    where: 'last',
    files: ONE_SAVED,
    onExportManager: false,
    nextStep: 'classes.csv: fix the labels.',
    nextButton: 'Open the Data Export Manager',
  }),
  done: popup({
    files: ALL_VERIFIED.map((file, at) => (at === 0 ? file : { ...file, verifiedOn: '' })),
    nextStep:
      'classes.csv and enrollments.csv are not verified yet. Open My Templates in PowerSchool and press Check all three templates in the panel.',
    nextButton: 'What comes next',
  }),
  differs: popup({
    files: ALL_SAVED.map((file, at) =>
      at === 1 ? { ...file, done: false, drift: true, ticks: { ...file.ticks, labels: false } } : file,
    ),
    onExportManager: false,
    nextStep:
      'classes.csv differs from what ClassTag wants. Open My Templates: the panel there checks it again, and puts it right if you ask.',
    nextButton: 'Open My Templates',
  }),
  verified: popup({
    files: ALL_VERIFIED,
    nextStep: 'Next: the letter to support, and what remains.',
    nextButton: 'What comes next',
  }),
};
