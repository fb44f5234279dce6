import type { Observation } from '../checklist/progress.ts';
import type { ExportPage } from '../powerschool/types.ts';
import type { Profile } from '../profile/schema.ts';
import { review } from '../template/review.ts';
import type { Choices, Identity } from '../template/types.ts';

/** What a reading of step 1 tells the checklist. A page that is loading, or not sure, tells nothing. */
export function columnsSeen(page: ExportPage, identity: Identity, profile: Profile, choices: Choices): Observation[] {
  const file = profile.files.find(({ id }) => id === identity.fileId);
  if (page.loading || page.signedOut || page.unclear || page.place !== 'columns' || !file) return [];
  const { fieldsRight, labelsRight } = review(page, profile, file, choices);
  return [{ fileId: file.id, fields: fieldsRight, labels: labelsRight }];
}
