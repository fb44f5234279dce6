import type { ProfileOption } from '../../components/check/types.ts';
import { ROSTER_PROFILES } from '../../utils/profile/rosters.ts';
import { settingsUsed } from '../../utils/roster/settings.ts';
import { sentence } from '../../utils/words/sentences.ts';

/** The sets of rules that the page offers, the default first. */
export const profiles: ProfileOption[] = ROSTER_PROFILES.map((profile) => ({
  id: profile.id,
  name: sentence(profile.name),
  fileNames: [...profile.files.map(({ fileName }) => fileName), ...(profile.manifest ? ['manifest.csv'] : [])],
  uses: settingsUsed(profile),
}));
