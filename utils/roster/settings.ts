/** What the administrator sets for a site, as it is kept and as it is typed. */
import * as z from 'zod/mini';
import type { RosterProfile } from '../profile/roster.ts';
import { ROSTER_PROFILES } from '../profile/rosters.ts';
import type { CheckSettings } from './report.ts';

/** Removed records of a hundred at which the receiver stops archiving, unless it was told otherwise (reference 3.9). */
const THRESHOLD = 10;

/** One sync for the district, guardians in users.csv: how the receiver's plugin exports (reference 3.1). */
export const defaultSettings: CheckSettings = {
  profile: ROSTER_PROFILES[0].id,
  level: 'district',
  guardians: 'users',
  schoolIds: [],
  threshold: THRESHOLD,
};

/** Which settings make a difference to a profile's rules; the threshold always does. */
export interface SettingsUsed {
  level: boolean;
  guardians: boolean;
  schoolIds: boolean;
}

/** Looks through a profile's rules and columns for what asks about the settings. */
export function settingsUsed({ checks: { rules }, files }: Pick<RosterProfile, 'checks' | 'files'>): SettingsUsed {
  return {
    level: rules.some(({ needs }) => needs?.level) || files.some(({ columns }) => columns.some(({ level }) => level)),
    guardians: rules.some(({ needs }) => needs?.guardians),
    schoolIds: rules.some(({ test }) => test.is === 'not-configured'),
  };
}

/** A state has some three thousand schools. */
const MOST_SCHOOLS = 10_000;

/** For reading settings that were kept: what was kept by another version, or is no settings at all, does not pass. */
export const settingsSchema = z.object({
  profile: z.string().check(z.minLength(1), z.maxLength(40)),
  level: z.enum(['district', 'school']),
  guardians: z.enum(['users', 'separate']),
  schoolIds: z.array(z.string().check(z.minLength(1), z.maxLength(255))).check(z.maxLength(MOST_SCHOOLS)),
  threshold: z.number().check(z.gte(0), z.lte(100)),
});

/** Between ids, and quotes of any kind around them, as spreadsheets, mails and word processors put them. */
const BETWEEN = /[\s,;"'`´‘’“”„«»\u200b\ufeff]+/u;

/**
 * Reads school ids out of what was typed or pasted: a column of a spreadsheet, a line with commas, values in quotes.
 *
 * @returns the ids in their order, each once, to the letter: leading zeros count (reference 3.8).
 */
export function parseSchoolIds(text: string): string[] {
  return [...new Set(text.split(BETWEEN).filter((id) => id !== ''))];
}
