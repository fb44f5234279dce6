import type { Facts } from '../../../../utils/assistant/later/decide.ts';
import type { Course } from '../../../../utils/assistant/later/types.ts';
import type { Situation } from '../../../../utils/assistant/view.ts';
import { emptySite } from '../../../../utils/checklist/empty.ts';
import type { ExportPage, SummaryControl } from '../../../../utils/powerschool/types.ts';
import { classtag } from '../../../../utils/profile/classtag.ts';
import { identify } from '../../../../utils/template/identify.ts';
import { fileOf, node, nothingKnown, pageWith, row, USERS_FIELDS } from '../../template/pages.ts';

/** Made-up situations of users.csv; the identity comes from the page itself. */
const NAME = 'NQ - com.classtag.one_roster_users';
export const named = { mentions: [{ where: 'export-from' as const, text: NAME }] };
export const labelOf = (field: string): string => field.replace('USERS.', '').replace('languages', 'language');
export const TICKED = USERS_FIELDS.map((field) => node(`+${field}`));

export const pages = {
  none: pageWith({}),
  chosen: pageWith({ ...named, tree: USERS_FIELDS.map(node) }),
  ticked: pageWith({ ...named, tree: TICKED, grid: USERS_FIELDS.map((field) => row(field)) }),
  right: pageWith({ ...named, tree: TICKED, grid: USERS_FIELDS.map((field) => row(field, labelOf(field))) }),
  records: pageWith({ ...named, place: 'records' }),
  wrongSummary: pageWith({ ...named, place: 'summary', summary: summaryOf({ lineDelimiter: 'LF' }) }),
  summary: pageWith({ ...named, place: 'summary', summary: summaryOf({}) }),
  dialog: pageWith({
    ...named,
    place: 'summary',
    summary: summaryOf({}),
    saveDialog: { name: { value: 'classtag_users', editable: true }, description: 'missing', error: '' },
  }),
  templates: pageWith({ place: 'templates' }),
};

/** The export summary as it should be, but for what is given. */
export function summaryOf(differs: Partial<Record<SummaryControl, string | boolean>>): ExportPage['summary'] {
  const wanted: Record<SummaryControl, string | boolean> = {
    fileName: 'users.csv',
    lineDelimiter: 'CR',
    fieldDelimiter: 'Comma',
    characterSet: 'UTF-8',
    includeHeaders: true,
    surroundInQuotes: false,
    ...differs,
  };
  const readings = Object.entries(wanted).map(([control, value]) => [control, { value, editable: true }]);
  return Object.fromEntries(readings) as ExportPage['summary'];
}

export function situation(page: ExportPage, more: Partial<Situation> = {}): Situation {
  const identity = identify(page, classtag);
  return {
    page,
    identity,
    file: identity.fileId === 'users' ? fileOf('users') : null,
    site: emptySite('2026-01-01T00:00:00.000Z'),
    profile: classtag,
    labelContext: nothingKnown,
    isAlive: true,
    busy: '',
    confirmLeaving: null,
    report: null,
    ...more,
  };
}

export function course(more: Partial<Course> = {}): Course {
  return {
    fileId: 'users',
    mode: 'set-up',
    begun: true,
    looked: false,
    keepTyped: '',
    differed: false,
    byHand: false,
    changed: false,
    columnsRight: false,
    opened: false,
    mayPress: false,
    all: false,
    columns: [],
    since: '2026-01-02T00:00:00.000Z',
    ...more,
  };
}

export const noFacts: Facts = { error: '', listed: null, rows: 3, scheduled: false, unfolded: false };
export const listed = (more: Partial<NonNullable<Facts['listed']>> = {}): Facts => ({
  ...noFacts,
  listed: { fileId: 'users', name: 'classtag_users', listed: 1, opens: true, schedules: null, schedule: '', ...more },
});
