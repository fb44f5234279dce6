import type { Observation } from '../checklist/progress.ts';
import type { ExportPage } from '../powerschool/types.ts';
import type { Profile } from '../profile/schema.ts';
import { templateNameOf } from '../template/choices.ts';
import { review } from '../template/review.ts';
import { planSummary } from '../template/summary.ts';
import type { Choices, Identity } from '../template/types.ts';

/** What one reading of the page tells the checklist. A page that is loading, or not sure, tells nothing. */
export function observations(page: ExportPage, identity: Identity, profile: Profile, choices: Choices): Observation[] {
  if (page.loading || page.signedOut) return [];
  if (page.place === 'templates') return savedTemplates(page, profile, choices);
  const file = profile.files.find(({ id }) => id === identity.fileId);
  if (!file || page.unclear) return [];
  if (page.place === 'columns') {
    const { fieldsRight, labelsRight } = review(page, profile, file, choices);
    return [{ fileId: file.id, fields: fieldsRight, labels: labelsRight }];
  }
  if (page.place === 'summary' && page.summary) {
    const right = planSummary(page.summary, profile, file).every(({ state }) => state === 'right');
    return [{ fileId: file.id, summary: right }];
  }
  return [];
}

/** A template that stands on My Templates under its name is saved, whoever saved it. */
function savedTemplates(page: ExportPage, profile: Profile, choices: Choices): Observation[] {
  const at = new Date().toISOString();
  return profile.files.flatMap((file) => {
    const name = templateNameOf(file, choices);
    return page.templateNames.includes(name) ? [{ fileId: file.id, saved: { name, at } }] : [];
  });
}
