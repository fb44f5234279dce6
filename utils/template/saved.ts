import type { TemplateList } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';

/** One file's template in the list that the page shows. */
export interface SavedTemplate {
  fileId: string;
  /** How often the name stands there: a template that is listed twice cannot be told apart. */
  listed: number;
  opens: boolean;
  /** There is a control to schedule it; null where that is not sure. */
  schedules: boolean | null;
  /** On the scheduled tab: when it runs, in the page's words. '' elsewhere. */
  schedule: string;
}

/** Finds the profile's templates in the list, by the names they have, to the letter, in the profile's order. */
export function findSaved(
  list: TemplateList,
  profile: Profile,
  nameOf: (file: ProfileFile) => string,
): SavedTemplate[] {
  return profile.files.map((file): SavedTemplate => {
    const rows = list.rows.filter(({ name }) => name === nameOf(file));
    const [row] = rows;
    return {
      fileId: file.id,
      listed: rows.length,
      opens: row?.opens ?? false,
      schedules: row ? row.schedules : false,
      schedule: list.scheduled ? (row?.words ?? '') : '',
    };
  });
}
