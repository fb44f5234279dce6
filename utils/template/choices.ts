import type { Profile, ProfileFile } from '../profile/schema.ts';
import type { Swap } from './names.ts';
import type { Choices } from './types.ts';

export function swapsOf(profile: Profile): Swap[] {
  return profile.choices.flatMap(({ id, file, swap }) => (swap ? [{ id, fileId: file, pair: swap }] : []));
}

/** Names of the columns that the administrator chose to leave out of a file. */
export function leftOut(profile: Profile, file: ProfileFile, choices: Choices): Set<string> {
  const chosen = profile.choices.filter((choice) => choice.file === file.id && choices.profile[choice.id] === true);
  return new Set(chosen.flatMap(({ leaveOut }) => (leaveOut === undefined ? [] : [leaveOut])));
}

/** The name a template shall have: the administrator's, else the profile's. */
export function templateNameOf(file: ProfileFile, choices: Choices): string {
  return choices.templateNames[file.id]?.trim() || file.template.name;
}
