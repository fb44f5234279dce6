import type { RosterFile, RosterProfile } from '../../profile/roster.ts';
import { ROSTER_PROFILES } from '../../profile/rosters.ts';
import { drawSalt, type Fingerprint } from '../fingerprint.ts';
import { checkManifest, MANIFEST_NAME, manifestModes } from '../manifest.ts';
import { type FoundFile, type GivenFile, openSet } from '../package/open.ts';
import type { CheckSettings, Finding, Report } from '../report.ts';
import { english, type Phrase, type Say } from '../words.ts';
import type { Files } from './across.ts';
import { compareSets, compareWithFingerprint, fingerprintOf } from './compare.ts';
import type { FileFault } from './faults.ts';
import { type Draft, draftOfFault, draftsOf, findingOf, inOrder, verdictOf } from './findings.ts';
import { type ByteSource, type FileOutcome, type FileToRead, type Modes, readFile, readRows } from './job.ts';
import { picturesOf } from './pictures.ts';
import { readPlaces, type ShownRow } from './places.ts';
import { acrossDrafts, type Related, relate, storedOf, wholeOf } from './relations.ts';
import type { Scanner } from './scan.ts';
import { factsOf } from './syntax-faults.ts';

/** Where bytes come from: a Blob in the browser, perhaps a path elsewhere. */
export type Handle = Blob | string;

/** What a check needs of the place where it runs. */
export interface Surroundings {
  scanner: Scanner;
  open(handle: Handle): ByteSource;
}

export interface FileJob extends FileToRead {
  handle: Handle;
  size: number;
}

/** A set of files that was opened: which is which, and what is wrong with the set. */
export interface OpenedSet {
  files: FileJob[];
  faults: FileFault[];
  modes: Modes;
}

/** @throws RangeError for a profile that there is not */
function profileOf(id: string): RosterProfile {
  const profile = ROSTER_PROFILES.find((one) => one.id === id);
  if (!profile) throw new RangeError(`There is no profile ${id}.`);
  return profile;
}

/** The manifest is no file of records, but it is told apart and unpacked like the others. */
const MANIFEST: RosterFile = {
  id: 'manifest',
  fileName: MANIFEST_NAME,
  need: 'required',
  columns: ['propertyName', 'value'].map((name) => ({ name, aliases: [], need: 'required' })),
  key: null,
};

/** Opens what was given: tells files apart, unpacks ZIPs, reads the manifest. */
export async function openGiven(
  given: readonly GivenFile[],
  settings: CheckSettings,
  around: Surroundings,
): Promise<OpenedSet> {
  const profile = profileOf(settings.profile);
  const wanted = profile.manifest ? { ...profile, files: [MANIFEST, ...profile.files] } : profile;
  const { files, faults } = await openSet(given, wanted);
  const jobs = files.filter(({ file }) => file !== MANIFEST.id).map(jobOf);
  const manifest = files.find(({ file }) => file === MANIFEST.id);
  if (!manifest) return { files: jobs, faults, modes: new Map() };
  const { header, rows } = await readRows(around.open(manifest.blob), around.scanner);
  const present = jobs.map(({ file }) => ({
    file,
    fileName: profile.files.find(({ id }) => id === file)?.fileName ?? '',
  }));
  return {
    files: jobs,
    faults: [...faults, ...checkManifest(rows, header, present, profile)],
    modes: manifestModes(rows),
  };
}

function jobOf({ file, name, path, knownBy, blob }: FoundFile): FileJob {
  return { file, name, path, knownBy, handle: blob, size: blob.size };
}

/** Reads one file of the set. */
export function readOne(
  job: FileJob,
  settings: CheckSettings,
  modes: Modes,
  around: Surroundings,
  purpose: Purpose,
  onProgress?: (progress: { bytes: number; rows: number }) => void,
): Promise<FileOutcome> {
  const { handle, size: _, ...from } = job;
  const profile = profileOf(settings.profile);
  return readFile(from, around.open(handle), {
    profile: purpose === 'earlier' ? withoutRules(profile) : profile,
    settings,
    modes,
    scanner: around.scanner,
    hashRows: purpose !== 'check',
    ...(onProgress ? { onProgress } : {}),
  });
}

/** To be checked; to be checked and compared with an earlier set; to be compared with. */
export type Purpose = 'check' | 'check-and-compare' | 'earlier';

const withoutRules = (profile: RosterProfile): RosterProfile => ({
  ...profile,
  checks: { rules: [], cells: [], unwanted: [] },
  pictures: [],
});

export interface Combined {
  report: Report;
  /** Makes the set's fingerprint; only for who wants it, because it takes some time. */
  fingerprint(): Fingerprint;
}

export interface ToCombine {
  settings: CheckSettings;
  opened: OpenedSet;
  outcomes: FileOutcome[];
  /** What the rules across some of the files found already, null where none were run. */
  related: Related | null;
  earlier: FileOutcome[] | null;
  /** What was wrong with the earlier set. */
  earlierFaults: FileFault[];
  fingerprint: Fingerprint | null;
  /** Milliseconds since 1970. */
  startedAt: number;
}

/** Runs the rules that need none but these files, while others of the set are being read. */
export function relateFiles(outcomes: readonly FileOutcome[], settings: CheckSettings, modes: Modes): Related {
  return relate(outcomes, profileOf(settings.profile), settings, modes);
}

/** Runs the rules across the files, but those that were run before, reads the rows that findings point to, and writes the report. */
export async function combine(
  { settings, opened, outcomes, related, earlier, earlierFaults, fingerprint, startedAt }: ToCombine,
  around: Surroundings,
): Promise<Combined> {
  const profile = profileOf(settings.profile);
  const files = storedOf(outcomes);
  const byFile = new Map(outcomes.map((outcome) => [outcome.file, outcome]));
  const whole = wholeOf(files, outcomes);
  // Of a set of which nothing could be read there is one thing to say.
  const isRead = outcomes.length > 0;
  const compared = isRead ? comparedWith(profile, settings, files, earlier, fingerprint) : null;
  const ofSet = isRead ? opened.faults : opened.faults.filter(({ what }) => what !== 'missing-file');
  const drafts: Draft[] = [
    ...[...ofSet, ...(compared?.faults ?? [])].flatMap((fault) => draftOfFault(fault, profile)),
    ...outcomes.flatMap((outcome) => draftsOf(outcome, profile)),
    ...(earlier?.length === 0 ? unreadableEarlier(earlierFaults, profile) : []),
    ...acrossDrafts(profile, settings, opened.modes, whole, byFile, related),
  ];
  const ordered = inOrder(drafts, profile);
  const phrases = new Map<string, Phrase>();
  const say: Say = (part, where = '') => {
    const text = english(part);
    if (typeof part === 'object' && 'says' in part) phrases.set(where + text, part);
    return text;
  };
  const findings = await withPlaces(ordered, profile, opened.files, byFile, around, say);
  const checkedAt = new Date(startedAt).toISOString();
  const report: Report = {
    schema: 1,
    profile: { id: profile.id, name: profile.name },
    settings,
    checkedAt,
    took: Date.now() - startedAt,
    verdict: verdictOf(findings, outcomes.length, profile, say),
    files: fileReports(profile, settings, byFile, say),
    findings,
    pictures: picturesOf(
      profile,
      outcomes.flatMap(({ pictures }) => pictures),
      whole,
      say,
    ),
    comparison: compared?.comparison ?? null,
    phrases,
  };
  const salt = () => drawSalt((words) => crypto.getRandomValues(words));
  return { report, fingerprint: () => fingerprintOf(profile, files, checkedAt, salt()) };
}

function comparedWith(
  profile: RosterProfile,
  { threshold }: CheckSettings,
  files: Files,
  earlier: FileOutcome[] | null,
  fingerprint: Fingerprint | null,
): ReturnType<typeof compareSets> | null {
  if (earlier) return compareSets(profile, storedOf(earlier), files, threshold);
  return fingerprint && compareWithFingerprint(profile, fingerprint, files, threshold);
}

/** The earlier set was of no use: why. */
function unreadableEarlier(faults: FileFault[], profile: RosterProfile): Draft[] {
  const reasons = faults
    .filter(({ what }) => what !== 'missing-file')
    .flatMap((fault) => draftOfFault(fault, profile))
    .map(({ message }) => message);
  const found = reasons.length > 0 ? reasons : { says: 'It holds none of these files.' };
  return draftOfFault(
    { what: 'earlier-unreadable', file: null, column: null, count: 1, rows: [], words: { found } },
    profile,
  );
}

async function withPlaces(
  drafts: readonly Draft[],
  profile: RosterProfile,
  jobs: readonly FileJob[],
  byFile: ReadonlyMap<string, FileOutcome>,
  around: Surroundings,
  say: Say,
): Promise<Finding[]> {
  const shown = new Map<string, Map<number, ShownRow>>();
  for (const { file, handle } of jobs) {
    const outcome = byFile.get(file);
    const rows = new Set(drafts.filter((draft) => draft.file === file).flatMap((draft) => draft.rows));
    if (outcome && rows.size > 0)
      shown.set(file, await readPlaces(outcome, around.open(handle), rows, around.scanner, profile.checks));
  }
  return drafts.map((draft) => {
    const outcome = draft.file === null ? undefined : byFile.get(draft.file);
    const file = profile.files.find(({ id }) => id === draft.file);
    // Where rows have no id of their own, those that tell them apart stand for it; a role does not.
    const names = file?.key ? [file.key] : (file?.identity ?? []).filter((name) => /Id$/.test(name));
    const keys = names.map((name) => outcome?.columns.indexOf(name) ?? -1).filter((at) => at >= 0);
    return findingOf(draft, shown.get(draft.file ?? ''), keys, outcome?.header ?? [], say);
  });
}

function fileReports(
  profile: RosterProfile,
  { level }: CheckSettings,
  byFile: ReadonlyMap<string, FileOutcome>,
  say: Say,
): Report['files'] {
  return profile.files.flatMap(({ id, fileName, need, columns }): Report['files'] => {
    const outcome = byFile.get(id);
    if (!outcome) {
      const missing = { file: id, fileName, name: null, knownBy: null, rows: 0, bytes: 0, facts: [], header: [] };
      return need === 'required' ? [missing] : [];
    }
    const wanted = columns.filter((column) => column.need !== 'optional' && (!column.level || column.level === level));
    const { syntax, sniffed, header, hasHeader, path, knownBy } = outcome;
    return [
      {
        file: id,
        fileName,
        name: path,
        knownBy,
        rows: syntax.rows,
        bytes: syntax.bytes,
        facts: factsOf(sniffed, syntax, outcome.columns, wanted.length, profile, say),
        header: hasHeader ? header : [],
      },
    ];
  });
}
