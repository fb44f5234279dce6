/** The rules across files: some are run as soon as their files are read, while others are still being read. */
import type { Rule } from '../../profile/checks.ts';
import type { RosterProfile } from '../../profile/roster.ts';
import type { CheckSettings } from '../report.ts';
import { type AcrossFound, checkAcross, type Files, filesOf } from './across.ts';
import { isWanted } from './file.ts';
import { type Draft, draftOfAcross } from './findings.ts';
import type { FileOutcome, Modes } from './job.ts';
import { Stored } from './stored.ts';

/** What the rules across some of a set's files found. */
export interface Related {
  /** The files, by the profile's ids: all rules across them, and no others, were run. */
  files: string[];
  /** Rules by their place in the profile, so that a worker can hand it over. */
  found: (Omit<AcrossFound, 'rule'> & { rule: number })[];
}

export const storedOf = (outcomes: readonly FileOutcome[]): Files =>
  new Map(outcomes.map(({ file, data }) => [file, new Stored(data)]));

/** Files that were read to their end and have rows: what others lack in a file of which much is missing says nothing. */
export function wholeOf(files: Files, outcomes: readonly FileOutcome[]): Files {
  const isWhole = ({ file, syntax }: FileOutcome) => (files.get(file)?.count ?? 0) > 0 && syntax.unclosedQuote === null;
  const whole = new Set(outcomes.filter(isWhole).map(({ file }) => file));
  return new Map([...files].filter(([file]) => whole.has(file)));
}

/** Runs the rules that need none but these files, while the others of the set are being read. */
export function relate(
  outcomes: readonly FileOutcome[],
  profile: RosterProfile,
  settings: CheckSettings,
  modes: Modes,
): Related {
  const files = outcomes.map(({ file }) => file);
  const { rules } = profile.checks;
  const chosen = wantedOf(profile, settings, modes).filter((rule) => isAmong(rule, files));
  const found = checkAcross(chosen, wholeOf(storedOf(outcomes), outcomes));
  return { files, found: found.map((one) => ({ ...one, rule: rules.indexOf(one.rule) })) };
}

/**
 * Runs the other rules across files, and puts into words what all of them found.
 * @param files those that were read to their end
 * @param related what was run before, null for nothing
 */
export function acrossDrafts(
  profile: RosterProfile,
  settings: CheckSettings,
  modes: Modes,
  files: Files,
  byFile: ReadonlyMap<string, FileOutcome>,
  related: Related | null,
): Draft[] {
  const { rules } = profile.checks;
  const before = new Map(related?.found.map((one) => [rules[one.rule], one]));
  return wantedOf(profile, settings, modes).flatMap((rule) => {
    const known = before.get(rule);
    const isDone = related !== null && isAmong(rule, related.files);
    const found = isDone ? (known ? [{ ...known, rule }] : []) : checkAcross([rule], files);
    const outcome = byFile.get(rule.file);
    return outcome ? found.map((one) => draftOfAcross(one, outcome)) : [];
  });
}

function wantedOf({ checks }: RosterProfile, settings: CheckSettings, modes: Modes): Rule[] {
  return checks.rules.filter((rule) => {
    const mode = modes.get(rule.file) === 'delta' ? 'delta' : 'bulk';
    return isWanted(rule, { ...settings, mode, complete: true, quotes: false });
  });
}

const isAmong = (rule: Rule, files: readonly string[]): boolean => filesOf(rule).every((file) => files.includes(file));
