import type {
  ChoiceView,
  ColumnsView,
  FileView,
  OutcomeView,
  PanelView,
  ReceiverView,
  ReportView,
} from '../../components/view.ts';
import { isDone, isVerified, nextFile, nothingDone, ticksOf } from '../checklist/progress.ts';
import type { Site } from '../checklist/store.ts';
import type { ExportPage } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { templateNameOf } from '../template/choices.ts';
import { fieldName, planFields } from '../template/fields.ts';
import { type LabelContext, planLabels } from '../template/labels.ts';
import { review } from '../template/review.ts';
import type { Identity } from '../template/types.ts';
import { inWords, say } from '../words/say.ts';
import { dayOf } from '../words/times.ts';
import type { Batch } from './types.ts';
import { explanationOf } from './words.ts';

export function fileViews(profile: Profile, site: Site, locale?: string): FileView[] {
  return profile.files.map((file) => {
    const progress = site.progress[file.id] ?? nothingDone;
    return {
      id: file.id,
      fileName: file.fileName,
      done: isDone(progress),
      ticks: ticksOf(progress),
      templateName: progress.savedAs ?? templateNameOf(file, site.choices),
      savedOn: dayOf(progress.savedAt, locale),
      verifiedOn: dayOf(isVerified(progress) ? progress.verifiedAt : null, locale),
      drift: progress.drift,
    };
  });
}

export function receiverView({ name, support }: Profile): ReceiverView {
  return { name, support };
}

export function choiceViews(profile: Profile, site: Site): ChoiceView[] {
  return profile.choices.map(({ id, label, explanation }) => ({
    id,
    label: inWords(label),
    explanation: inWords(explanation),
    chosen: site.choices.profile[id] === true,
  }));
}

export interface Situation {
  page: ExportPage;
  identity: Identity;
  file: ProfileFile | null;
  site: Site;
  profile: Profile;
  labelContext: LabelContext;
  isAlive: boolean;
  busy: string;
  confirmLeaving: string | null;
  report: ReportView | null;
}

const STEP: Partial<Record<ExportPage['place'], 1 | 2 | 3>> = { columns: 1, records: 2, summary: 3 };

/** What the panel shows in a situation; null where there is nothing to say (not the Data Export Manager). */
export function panelView(now: Situation): PanelView | null {
  const { page, identity, file, site, profile } = now;
  const body = bodyOf(now);
  if (body === null) return null;
  const fileIds = profile.files.map(({ id }) => id);
  return {
    receiver: receiverView(profile),
    files: fileViews(profile, site),
    fileId: file?.id ?? null,
    step: STEP[page.place] ?? null,
    doubts: identity.doubts,
    askWhichFile: file === null && identity.by !== 'another' && (page.place === 'records' || page.place === 'summary'),
    choices: choiceViews(profile, site),
    actAtOnce: site.choices.actAtOnce,
    busy: now.busy || (page.loading ? say('busy_loading') : ''),
    canStop: now.busy !== '',
    confirmLeaving: now.confirmLeaving,
    report: now.isAlive ? now.report : null,
    next: nextFile(site.progress, fileIds, file?.id ?? null),
    guide: null,
    body,
  };
}

function bodyOf(now: Situation): PanelView['body'] | null {
  const { page, file } = now;
  if (!now.isAlive) return { kind: 'stopped', reason: 'extension-updated', message: say('stopped_updated') };
  if (page.signedOut && page.place !== 'elsewhere') {
    return { kind: 'stopped', reason: 'signed-out', message: say('stopped_signed_out') };
  }
  if (page.unclear) {
    return { kind: 'stopped', reason: 'unclear', message: say('stopped_unclear') };
  }
  if (page.place === 'elsewhere') return null;
  if (!file && page.place !== 'templates') return { kind: 'start', shown: now.identity.shown };
  return file && page.place === 'columns' ? columnsView(now, file) : { kind: 'later' };
}

function columnsView({ page, profile, site, labelContext, busy }: Situation, file: ProfileFile): ColumnsView {
  const fields = planFields(page.tree, profile, file, site.choices);
  const names = new Map(page.tree.map((node) => [node.key, fieldName(node)]));
  const namesOf = (to: boolean) =>
    fields.changes.flatMap(({ target, after }) =>
      target.kind === 'tick' && after === to ? [names.get(target.column) ?? target.column] : [],
    );
  const { problems, fieldsRight, labelsRight } = review(page, profile, file, site.choices);
  const labels = planLabels(page.grid, profile, file, site.choices, labelContext);
  // What Auto-label is about to mend is not a problem yet.
  const mended = labels.refusals.length === 0 && labels.lines.every(({ kind }) => kind !== 'typed');
  const open = mended ? problems.filter(({ code }) => code !== 'T1') : problems;
  // A folded tree shows no fields yet: what will be looked for is what the profile wants.
  const folded = page.tree.length === 0;
  return {
    kind: 'columns',
    willTick: folded && page.grid.length === 0 ? fields.notOffered : namesOf(true),
    willUntick: namesOf(false),
    ticked: page.grid.length,
    labels,
    problems: folded && page.grid.length === 0 ? [] : open,
    ready: busy === '' && fieldsRight && labelsRight,
  };
}

export function reportView(batch: Batch, undo: boolean, folded = false): ReportView {
  const outcomes = batch.outcomes.map(
    ({ change, result }, index): OutcomeView => ({
      name: batch.names[index] ?? '',
      before: wordOf(change.before),
      after: wordOf(change.after),
      result,
      explanation: batch.explanations.get(index) ?? explanationOf(result),
    }),
  );
  return { title: batch.title, outcomes, undo: undo && !folded, folded };
}

function wordOf(value: string | boolean): string {
  return typeof value === 'string' ? value : say(value ? 'ticked' : 'not_ticked');
}
