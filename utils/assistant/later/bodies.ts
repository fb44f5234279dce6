import type { LaterBody, SaveView } from '../../../components/view.ts';
import { nothingDone, type Observation } from '../../checklist/progress.ts';
import type { ExportPage } from '../../powerschool/types.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { templateNameOf } from '../../template/choices.ts';
import { inLanguage, planSummary } from '../../template/summary.ts';
import { say } from '../../words/say.ts';
import type { Situation } from '../view.ts';
import { explainRefusal } from './refusals.ts';

/**
 * What the panel shows of step 3 and of its dialog; null while the page is between two steps.
 * @param refused what PowerSchool answered to the last saving beside its dialog, '' for nothing
 * @param columns the fields and labels as this page showed them last
 */
export function summaryBody(now: Situation, refused: string, columns: Observation | undefined): LaterBody | null {
  const { page, file, profile } = now;
  if (!file) return null;
  if (page.saveDialog) return saveView(page.saveDialog, now, file, refused, columns);
  if (!page.summary) return null;
  const lines = planSummary(page.summary, profile, file);
  const shown = lines.map((line) => {
    const { control, now: found, wanted } = line;
    return { ...line, now: inLanguage(control, found), wanted: inLanguage(control, wanted) };
  });
  return { kind: 'summary', lines: shown, ready: lines.every(({ state }) => state === 'right') };
}

function saveView(
  dialog: NonNullable<ExportPage['saveDialog']>,
  now: Situation,
  file: ProfileFile,
  refused: string,
  columns: Observation | undefined,
): SaveView {
  const name = templateNameOf(file, now.site.choices);
  const nameNow = typeof dialog.name === 'string' ? '' : dialog.name.value;
  const view = { kind: 'save' as const, name, description: file.template.description, nameNow };
  const error = dialog.error || refused;
  if (error !== '') return { ...view, state: 'error', message: explainRefusal(error, name) };
  if (typeof dialog.name === 'string') return { ...view, state: 'cannot', message: say('save_cannot') };
  if (nameNow !== name && nameNow !== now.site.progress[file.id]?.savedAs)
    return { ...view, state: 'other', message: say('save_named', nameNow || say('save_blank'), name) };
  return { ...view, state: 'filled', message: warningBeforeSaving(now, file, columns) };
}

function warningBeforeSaving(
  { page, site, profile }: Situation,
  file: ProfileFile,
  columns: Observation | undefined,
): string {
  const lines = page.summary ? planSummary(page.summary, profile, file) : [];
  if (lines.some(({ state }) => state !== 'right')) return say('save_summary');
  const progress = columns ?? site.progress[file.id] ?? nothingDone;
  return progress.fields && progress.labels ? '' : say('save_labels');
}
