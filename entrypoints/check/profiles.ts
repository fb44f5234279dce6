import type { ProfileOption } from '../../components/check/types.ts';
import { ROSTER_PROFILES } from '../../utils/profile/rosters.ts';

/** The sets of rules that the page offers, the default first. */
export const profiles: ProfileOption[] = ROSTER_PROFILES.map(({ id, name, files, manifest }) => ({
  id,
  name,
  fileNames: [...files.map(({ fileName }) => fileName), ...(manifest ? ['manifest.csv'] : [])],
}));
