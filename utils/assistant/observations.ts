import type { Observation } from '../checklist/progress.ts';
import { MOST_COLUMNS, MOST_LETTERS } from '../checklist/types.ts';
import type { ExportPage } from '../powerschool/types.ts';
import type { Profile } from '../profile/schema.ts';
import { review } from '../template/review.ts';
import type { Choices, Identity } from '../template/types.ts';

/** What a reading of step 1 tells the checklist. A page that is loading, or not sure, tells nothing. */
export function columnsSeen(page: ExportPage, identity: Identity, profile: Profile, choices: Choices): Observation[] {
  const file = profile.files.find(({ id }) => id === identity.fileId);
  if (page.loading || page.signedOut || page.unclear || page.place !== 'columns' || !file) return [];
  const { fieldsRight, labelsRight } = review(page, profile, file, choices);
  return [{ fileId: file.id, fields: fieldsRight, labels: labelsRight, columns: columnsOf(page) }];
}

/** The template's labels, as much of them as is kept. */
export function columnsOf({ grid }: ExportPage): { field: string; label: string }[] {
  const cut = (text: string) => text.slice(0, MOST_LETTERS);
  return grid.slice(0, MOST_COLUMNS).map(({ field, label }) => ({ field: cut(field), label: cut(label) }));
}
