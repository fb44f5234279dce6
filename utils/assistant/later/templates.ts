import type { AdviceView, ListedTemplate, ScheduleView, TemplateListView } from '../../../components/later/schedule.ts';
import { nothingDone } from '../../checklist/progress.ts';
import { createScheduleFinder, readSchedule } from '../../powerschool/schedule.ts';
import { readTemplateList } from '../../powerschool/templates.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { templateNameOf } from '../../template/choices.ts';
import { findSaved, type SavedTemplate } from '../../template/saved.ts';
import { planSchedule, scheduleAdvice, scheduledFile, scheduleTargetName } from '../../template/schedule.ts';
import { inWords, say } from '../../words/say.ts';
import { dayOf } from '../../words/times.ts';
import type { Work } from '../actions.ts';
import type { Batch } from '../types.ts';
import type { Situation } from '../view.ts';
import type { Desk } from './types.ts';

/** The name that a file's template has in PowerSchool, as far as it is known. */
export function savedName(file: ProfileFile, { site }: Situation): string {
  return site.progress[file.id]?.savedAs ?? templateNameOf(file, site.choices);
}

/** The profile's templates in the list that is shown. */
export function listedTemplates(
  document: Document,
  now: Situation,
): { scheduled: boolean; rows: number; files: SavedTemplate[] } {
  const list = readTemplateList(document);
  return {
    scheduled: list.scheduled,
    rows: list.rows.length,
    files: findSaved(list, now.profile, (file) => savedName(file, now)),
  };
}

/** The file that a template makes, by the name it was saved under, or will be. */
function fileOfTemplate(template: string, now: Situation): ProfileFile | null {
  const saved = now.profile.files.find((file) => savedName(file, now) === template);
  return saved ?? scheduledFile(template, now.profile, now.site.choices);
}

/** My Templates, or the dialog "Set Schedule" where it is open. */
export function templatesBody(document: Document, now: Situation): TemplateListView | ScheduleView {
  const times = adviceFor(now);
  const schedule = readSchedule(document);
  if (schedule) {
    const file = fileOfTemplate(schedule.template, now);
    const lines = planSchedule(schedule, times.advice, file);
    return { kind: 'schedule', template: schedule.template, fileName: file?.fileName ?? '', lines, times };
  }
  const { scheduled, files } = listedTemplates(document, now);
  const byId = new Map(now.profile.files.map((file) => [file.id, file]));
  return {
    kind: 'template-list',
    scheduled,
    times,
    files: files.flatMap(({ fileId, listed, opens, schedules, schedule: runs }): ListedTemplate[] => {
      const file = byId.get(fileId);
      const { savedAt, verifiedAt, drift } = now.site.progress[fileId] ?? nothingDone;
      if (!file) return [];
      const names = { fileId, fileName: file.fileName, templateName: savedName(file, now) };
      const dates = { savedOn: dayOf(savedAt), verifiedOn: dayOf(verifiedAt) };
      return [{ ...names, ...dates, listed, opens, schedules, schedule: runs, drift }];
    }),
  };
}

let known: { key: string; view: AdviceView } | null = null;

/** Worked out once an hour: it looks at a year of days. */
function adviceFor({ profile, site }: Situation): AdviceView {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const now = new Date();
  const { syncAt } = site.choices;
  const key = `${zone} ${syncAt} ${now.toISOString().slice(0, 13)}`;
  if (known?.key !== key) {
    const advice = scheduleAdvice({ profile, syncAt, zone, now });
    known = { key, view: { advice, note: inWords(profile.sync.note), chosen: syncAt ?? '' } };
  }
  return known.view;
}

/** Sets active, days and time of the schedule dialog, as the panel shows them; nothing else, and never saves. */
export async function fillSchedule(desk: Desk, work: Work): Promise<Batch | null> {
  const now = desk.now();
  const schedule = readSchedule(work.document);
  if (!schedule) return null;
  const file = fileOfTemplate(schedule.template, now);
  const changes = planSchedule(schedule, adviceFor(now).advice, file).flatMap((line) => line.changes);
  const names = changes.flatMap(({ target }): [string, string][] =>
    target.kind === 'schedule' ? [[target.control, scheduleTargetName(target, schedule)]] : [],
  );
  const how = { controlNames: Object.fromEntries(names), finder: createScheduleFinder };
  return desk.carryOut(work, say('schedule_fill'), changes, now.page, how);
}
