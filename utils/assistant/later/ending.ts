import { isVerified, nextFile, nothingDone, type Observation } from '../../checklist/progress.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { planSummary } from '../../template/summary.ts';
import { say } from '../../words/say.ts';
import type { Situation } from '../view.ts';
import { optionsOf } from './observations.ts';
import { savedName } from './templates.ts';
import type { Course } from './types.ts';

/** What to go on with. */
export type Next =
  | { kind: 'set-up'; fileId: string; text: string }
  | { kind: 'check'; fileId: string; text: string }
  | { kind: 'finish'; text: string };

/** How a course ended, and what comes after it. */
export interface Ending {
  message: string;
  /** For the checklist; null where the template was only saved. */
  seen: Observation | null;
  /** The template to check at once, null for none: then `next` is offered. */
  chained: string | null;
  next: Next;
}

/** The template is saved, or was opened and found right. */
export function endingOf(kind: 'saved' | 'verified', now: Situation, course: Course, file: ProfileFile): Ending {
  const { files } = now.profile;
  const name = savedName(file, now);
  // What was read a moment ago may not be in the checklist yet.
  const isOpen = ({ id }: ProfileFile): boolean =>
    id === file.id ? kind === 'saved' : !isVerified(now.site.progress[id] ?? nothingDone);
  const following = files.slice(files.indexOf(file) + 1).find(isOpen);
  return {
    message: kind === 'saved' ? say('file_is_saved', file.fileName, name) : say('stand_verified', name),
    seen: kind === 'saved' ? null : verified(now, course, name),
    chained: kind === 'verified' && course.all && following ? following.id : null,
    next: nextOf(now, file, files.find(isOpen)),
  };
}

/** A file that is not set up, templates that are not checked, or what comes after them all. */
function nextOf({ profile, site }: Situation, { id }: ProfileFile, open: ProfileFile | undefined): Next {
  const ids = profile.files.map((file) => file.id);
  const next = profile.files.find((file) => file.id !== id && file.id === nextFile(site.progress, ids, id));
  if (next) return { kind: 'set-up', fileId: next.id, text: say('set_up', next.fileName) };
  if (open) return { kind: 'check', fileId: open.id, text: say('button_checkAll') };
  return { kind: 'finish', text: say('what_next') };
}

function verified({ page, profile, file }: Situation, { fileId, columns }: Course, name: string): Observation {
  const lines = page.summary && file ? planSummary(page.summary, profile, file) : [];
  return { fileId, verified: { name, at: new Date().toISOString() }, columns, options: optionsOf(lines) };
}
