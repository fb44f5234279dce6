/** What `npm run check` is asked. */
import { parseArgs } from 'node:util';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import type { CheckSettings } from '../../../utils/roster/report.ts';
import { defaultSettings, parseSchoolIds, type SettingsUsed, settingsUsed } from '../../../utils/roster/settings.ts';

/** A fault of whoever calls: told in a line, and exit code 2. */
export class Unreadable extends Error {}

export interface Options {
  /** Files, folders and ZIPs. */
  paths: string[];
  earlier: string[];
  settings: CheckSettings;
  json: boolean;
  values: boolean;
}

const PROFILES = ROSTER_PROFILES.map(({ id }) => id);
const LEVELS = ['district', 'school'] as const;
const GUARDIANS = ['users', 'separate'] as const;

/** Which profiles' rules ask for a setting, where not all do. */
function onlyFor(setting: keyof SettingsUsed): string {
  const asking = ROSTER_PROFILES.filter((profile) => settingsUsed(profile)[setting]).map(({ id }) => id);
  return asking.length === PROFILES.length ? '' : `; ${asking.join(', ')} only`;
}

export const HELP = `npm run check -- FILE, FOLDER or ZIP … [options]

  --profile NAME        ${PROFILES.join(', ')} (${defaultSettings.profile})
  --level NAME          whom the sync serves: ${LEVELS.join(', ')} (${defaultSettings.level})${onlyFor('level')}
  --guardians NAME      where they stand: ${GUARDIANS.join(', ')} (${defaultSettings.guardians})${onlyFor('guardians')}
  --school-ids A,B      ids set at the receiver (none)${onlyFor('schoolIds')}
  --threshold PERCENT   records that may disappear (${defaultSettings.threshold})
  --earlier PATH        an earlier set to compare with; may be given several times
  --values              show values of cells; without it only lines and ids
  --json                the report as JSON, as docs/report.md describes it
                        (npm's own words left out: npm run --silent check -- …)

Exit code: 0 no finding at error level, 1 findings at error level, 2 could not read.`;

/**
 * Reads the command's arguments; null when help is wanted.
 * @throws Unreadable for an option that there is not, or that says nothing known
 */
export function readOptions(args: string[]): Options | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  if (positionals.length === 0) throw new Unreadable('Which files? --help tells how to ask.');
  return {
    paths: positionals,
    earlier: values.earlier ?? [],
    settings: {
      profile: oneOf('--profile', PROFILES, values.profile ?? defaultSettings.profile),
      level: oneOf('--level', LEVELS, values.level ?? defaultSettings.level),
      guardians: oneOf('--guardians', GUARDIANS, values.guardians ?? defaultSettings.guardians),
      schoolIds: parseSchoolIds(values['school-ids'] ?? ''),
      threshold: percent(values.threshold ?? String(defaultSettings.threshold)),
    },
    json: values.json ?? false,
    values: values.values ?? false,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        level: { type: 'string' },
        guardians: { type: 'string' },
        'school-ids': { type: 'string' },
        threshold: { type: 'string' },
        earlier: { type: 'string', multiple: true },
        values: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Unreadable(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, known: readonly T[], given: string): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new Unreadable(`${option}: there is no ${given}. There are: ${known.join(', ')}.`);
  return found;
}

function percent(given: string): number {
  const number = Number(given);
  if (given.trim() === '' || !(number >= 0 && number <= 100)) {
    throw new Unreadable(`--threshold: ${given} is no number from 0 to 100.`);
  }
  return number;
}
