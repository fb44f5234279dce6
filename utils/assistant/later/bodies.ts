import type { LaterBody, SaveView } from '../../../components/view.ts';
import { nothingDone } from '../../checklist/progress.ts';
import type { ExportPage } from '../../powerschool/types.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { templateNameOf } from '../../template/choices.ts';
import { planSummary } from '../../template/summary.ts';
import type { Situation } from '../view.ts';
import { explainRefusal } from './refusals.ts';
import { SAVE } from './words.ts';

/**
 * What the panel shows of step 3 and of its dialog; null while the page is between two steps.
 * @param refused what PowerSchool answered to the last saving beside its dialog, '' for nothing
 */
export function summaryBody(now: Situation, refused: string): LaterBody | null {
  const { page, file, profile } = now;
  if (!file) return null;
  if (page.saveDialog) return saveView(page.saveDialog, now, file, refused);
  if (!page.summary) return null;
  const lines = planSummary(page.summary, profile, file);
  return { kind: 'summary', lines, ready: lines.every(({ state }) => state === 'right') };
}

function saveView(
  dialog: NonNullable<ExportPage['saveDialog']>,
  now: Situation,
  file: ProfileFile,
  refused: string,
): SaveView {
  const name = templateNameOf(file, now.site.choices);
  const nameNow = typeof dialog.name === 'string' ? '' : dialog.name.value;
  const view = { kind: 'save' as const, name, description: file.template.description, nameNow };
  const error = dialog.error || refused;
  if (error !== '') return { ...view, state: 'error', message: explainRefusal(error, name) };
  if (typeof dialog.name === 'string') return { ...view, state: 'cannot', message: SAVE.cannot };
  if (nameNow !== name) return { ...view, state: 'other', message: SAVE.other(nameNow || '(blank)', name) };
  return { ...view, state: 'filled', message: warningBeforeSaving(now, file) };
}

function warningBeforeSaving({ page, site, profile }: Situation, file: ProfileFile): string {
  const lines = page.summary ? planSummary(page.summary, profile, file) : [];
  if (lines.some(({ state }) => state !== 'right')) return SAVE.notReady(SAVE.summary);
  const progress = site.progress[file.id] ?? nothingDone;
  return progress.fields && progress.labels ? '' : SAVE.notReady(SAVE.labels);
}
