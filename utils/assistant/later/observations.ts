import type { Observation } from '../../checklist/progress.ts';
import { MOST_LETTERS } from '../../checklist/types.ts';
import { readTemplateNames } from '../../powerschool/templates.ts';
import { templateNameOf } from '../../template/choices.ts';
import { planSummary } from '../../template/summary.ts';
import type { SummaryLine } from '../../template/types.ts';
import type { Situation } from '../view.ts';
import type { Saved } from './saving.ts';

/** What a reading after step 1 tells the checklist. A page that is loading, or not sure, tells nothing. */
export function laterSeen(document: Document, now: Situation, pressed: Saved | null): Observation[] {
  const { page, profile, file } = now;
  if (page.loading || page.signedOut || page.unclear) return [];
  if (page.place === 'templates') return savedTemplates(readTemplateNames(document), now, pressed);
  if (page.place !== 'summary' || !page.summary || !file) return [];
  const lines = planSummary(page.summary, profile, file);
  return [{ fileId: file.id, summary: lines.every(({ state }) => state === 'right'), options: optionsOf(lines) }];
}

/** The settings as the page shows them, as much of each as is kept. */
export function optionsOf(lines: readonly SummaryLine[]): Record<string, string> {
  return Object.fromEntries(lines.map(({ control, now }) => [control, now.slice(0, MOST_LETTERS)]));
}

/**
 * A template that was sent to be saved just before PowerSchool opened My Templates, and stands there, is saved. One that
 * stands there under the name it should have is found; where its name is known already there is no news.
 */
function savedTemplates(listed: string[], { profile, site }: Situation, pressed: Saved | null): Observation[] {
  const at = new Date().toISOString();
  return profile.files.flatMap((file): Observation[] => {
    if (pressed?.fileId === file.id && listed.includes(pressed.name))
      return [{ fileId: file.id, saved: { name: pressed.name, at } }];
    const name = templateNameOf(file, site.choices);
    const isNews = (site.progress[file.id]?.savedAs ?? null) === null;
    return isNews && listed.includes(name) ? [{ fileId: file.id, found: name }] : [];
  });
}
