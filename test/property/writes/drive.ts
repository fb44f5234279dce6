import { carryOut, selectFields, takeBack, type Work } from '../../../utils/assistant/actions.ts';
import { changesFor } from '../../../utils/assistant/chosen-labels.ts';
import type { Batch } from '../../../utils/assistant/types.ts';
import { isTrouble } from '../../../utils/powerschool/locate/controls.ts';
import { readPage } from '../../../utils/powerschool/read.ts';
import { createScheduleFinder, readSchedule } from '../../../utils/powerschool/schedule.ts';
import type { Change, ExportPage } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import type { ProfileFile } from '../../../utils/profile/schema.ts';
import { templateNameOf } from '../../../utils/template/choices.ts';
import { planFields } from '../../../utils/template/fields.ts';
import { identify } from '../../../utils/template/identify.ts';
import { planLabels } from '../../../utils/template/labels.ts';
import { planSchedule, scheduleAdvice, scheduledFile } from '../../../utils/template/schedule.ts';
import { planSummary } from '../../../utils/template/summary.ts';
import type { Choices } from '../../../utils/template/types.ts';
import type { PageSpec } from './arbitraries.ts';
import { SYNC_AT } from './schedule.ts';

/** What the extension made of the page before it wrote anything. */
export type Prepared = { refused: string } | { refusals: string[]; start: () => Promise<Batch> };

export { takeBack };

/** Reads and plans as the panel does for the action's button; the plan is carried out when `start` is called. */
export function prepare(work: Work, page: PageSpec): Prepared {
  const choices: Choices = {
    profile: { swapPhoneAndSms: 'swap' in page && page.swap, leaveOutDcid: 'leaveOut' in page && page.leaveOut },
    templateNames: {},
    actAtOnce: false,
  };
  if (page.kind === 'schedule') return prepareSchedule(work, choices);
  const read = readPage(work.document, work.location);
  if (read.unclear) return { refused: 'more than one step shows' };
  const place = page.kind === 'columns' ? 'columns' : 'summary';
  if (read.place !== place) return { refused: 'page not recognized' };
  const identity = identify(read, work.profile);
  const remembered =
    place === 'summary' && identity.by === 'none' && identity.doubts.length === 0 ? page.dataSet : null;
  const file = work.profile.files.find(({ id }) => id === (identity.fileId ?? remembered));
  if (!file) return { refused: 'data set not sure' };
  if (page.kind === 'summary') return prepareSummary(work, read, file);
  if (page.kind === 'name') return prepareName(work, read, file, choices);
  return page.action === 'fields'
    ? prepareFields(work, read, file, choices)
    : prepareLabels(work, read, file, choices, page.tickTyped);
}

function prepareLabels(
  work: Work,
  page: ExportPage,
  file: ProfileFile,
  choices: Choices,
  tickTyped: boolean,
): Prepared {
  const plan = planLabels(page.grid, work.profile, file, choices, {
    ambiguousRows: page.ambiguousRows,
    written: new Map(),
  });
  const keys = plan.lines.filter(({ kind }) => kind !== 'typed' || tickTyped).map(({ key }) => key);
  const { changes, refused } = changesFor(plan, page.grid, new Set(keys));
  const refusals = [...plan.refusals.map(({ reason }) => reason), ...refused.map(() => 'would-duplicate')];
  return { refusals, start: () => carryOut(work, '', changes, page) };
}

function prepareFields(work: Work, page: ExportPage, file: ProfileFile, choices: Choices): Prepared {
  const { unclear } = planFields(page.tree, work.profile, file, choices);
  return { refusals: unclear.map(() => 'ambiguous'), start: () => selectFields(work, file, choices, '') };
}

function prepareSummary(work: Work, page: ExportPage, file: ProfileFile): Prepared {
  if (!page.summary) return { refused: 'page not recognized' };
  const lines = planSummary(page.summary, work.profile, file);
  const changes = lines.flatMap(({ change }) => (change ? [change] : []));
  const refusals = lines.flatMap(({ state }) => (state === 'right' || state === 'wrong' ? [] : [state]));
  return { refusals, start: () => carryOut(work, '', changes, page) };
}

function prepareName(work: Work, page: ExportPage, file: ProfileFile, choices: Choices): Prepared {
  const dialog = page.saveDialog;
  if (!dialog) return { refused: 'dialog not recognized' };
  if (isTrouble(dialog.name)) return { refused: `name ${dialog.name}` };
  const text = (control: 'templateName' | 'templateDescription', before: string, after: string): Change => ({
    target: { kind: 'text', control },
    before,
    after,
  });
  const changes = [text('templateName', dialog.name.value, templateNameOf(file, choices))];
  const refusals: string[] = [];
  if (isTrouble(dialog.description)) refusals.push(dialog.description);
  else if (dialog.description.value === '') changes.push(text('templateDescription', '', file.template.description));
  return { refusals, start: () => carryOut(work, '', changes, page) };
}

function prepareSchedule(work: Work, choices: Choices): Prepared {
  const schedule = readSchedule(work.document);
  if (!schedule) return { refused: 'dialog not recognized' };
  const file = scheduledFile(schedule.template, work.profile, choices);
  if (!file) return { refused: 'template not sure' };
  const question = {
    profile: work.profile,
    syncAt: SYNC_AT,
    zone: 'America/New_York',
    now: new Date(Date.UTC(2026, 7, 1)),
  };
  const lines = planSchedule(schedule, scheduleAdvice(question), file);
  const written = lines.slice(0, 3);
  const refusals = written.flatMap(({ state }) => (state === 'right' || state === 'change' ? [] : [state]));
  const page = readPage(work.document, work.location);
  return {
    refusals,
    start: () =>
      carryOut(
        work,
        '',
        written.flatMap(({ changes }) => changes),
        page,
        { finder: createScheduleFinder },
      ),
  };
}

export function workIn(document: Document, kind: PageSpec['kind']): Work {
  const pathname =
    kind === 'schedule' ? '/admin/datamgmt/exporttemplates.html' : '/admin/datamgmt/exportmanager.action';
  return { document, location: { pathname } as Location, profile: classtag, signal: new AbortController().signal };
}
