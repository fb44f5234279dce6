import { classtagRoster } from './classtag-roster.ts';
import { oneroster } from './oneroster.ts';
import type { RosterProfile } from './roster.ts';

/** The profiles that files can be checked by; the first is the one to begin with. */
export const ROSTER_PROFILES: readonly [RosterProfile, ...RosterProfile[]] = [classtagRoster, oneroster];
