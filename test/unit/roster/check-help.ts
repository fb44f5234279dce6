import type { FileOutcome } from '../../../utils/roster/engine/job.ts';
import {
  type Combined,
  combine,
  type Handle,
  type OpenedSet,
  openGiven,
  readOne,
  relateFiles,
  type Surroundings,
} from '../../../utils/roster/engine/jobs.ts';
import { PlainScanner, type Scanner } from '../../../utils/roster/engine/scan.ts';
import type { Fingerprint } from '../../../utils/roster/fingerprint.ts';
import type { CheckSettings, Finding, Report } from '../../../utils/roster/report.ts';
import { defaultSettings } from '../../../utils/roster/settings.ts';

/** Content by file name. */
export type SetOfFiles = Record<string, string | Uint8Array<ArrayBuffer>>;

export interface How {
  settings?: Partial<CheckSettings>;
  scanner?: Scanner;
  earlier?: SetOfFiles;
  fingerprint?: Fingerprint;
  /** At most so many bytes are read at a time, behind the first look: chunks end anywhere. */
  chunk?: number;
  /** The rules across these files are run before the others are there. */
  related?: string[];
}

const given = (files: SetOfFiles) =>
  Object.entries(files).map(([name, content]) => ({ name, path: name, blob: new Blob([content]) }));

function surroundings({ scanner = new PlainScanner(), chunk = Number.POSITIVE_INFINITY }: How): Surroundings {
  const open = (handle: Handle) => {
    if (typeof handle === 'string') throw new Error('No paths here.');
    let isFirst = true;
    const read = async (offset: number, length: number) => {
      // The first look, for the header, gets what it asks for.
      const size = isFirst ? length : Math.min(length, chunk);
      isFirst = false;
      return new Uint8Array(await handle.slice(offset, offset + size).arrayBuffer());
    };
    return { size: handle.size, read };
  };
  return { scanner, open };
}

export interface Checked extends Combined {
  outcomes: FileOutcome[];
}

/** Runs the whole check in this thread. */
export async function checkFully(files: SetOfFiles, how: How = {}): Promise<Checked> {
  const settings = { ...defaultSettings, ...how.settings };
  const around = surroundings(how);
  const opened = await openGiven(given(files), settings, around);
  const before = how.earlier ? await openGiven(given(how.earlier), settings, around) : null;
  const readAll = async (set: OpenedSet, purpose: 'check' | 'check-and-compare' | 'earlier') => {
    const outcomes: FileOutcome[] = [];
    // Cloned, as between workers.
    for (const job of set.files)
      outcomes.push(structuredClone(await readOne(job, settings, set.modes, around, purpose)));
    return outcomes;
  };
  const outcomes = await readAll(opened, before ? 'check-and-compare' : 'check');
  const earlier = before ? await readAll(before, 'earlier') : null;
  const fingerprint = how.fingerprint ?? null;
  const earlierFaults = before?.faults ?? [];
  const some = outcomes.filter(({ file }) => how.related?.includes(file));
  const related = how.related ? structuredClone(relateFiles(some, settings, opened.modes)) : null;
  const asked = { settings, opened, outcomes, related, earlier, earlierFaults, fingerprint, startedAt: Date.now() };
  const combined = await combine(asked, around);
  return { ...combined, outcomes };
}

/** Checks a set of files in one thread. */
export async function checkSet(
  files: SetOfFiles,
  settings: Partial<CheckSettings> = {},
  how: Omit<How, 'settings'> = {},
): Promise<Report> {
  return (await checkFully(files, { ...how, settings })).report;
}

type Told = Pick<Finding, 'code' | 'cause' | 'severity' | 'file' | 'column' | 'count'>;

/** `U1 blank error users sourcedId 1`. */
export const inShort = ({ code, cause, severity, file, column, count }: Told): string =>
  [code, cause, severity, file, column, count].join(' ');

/** All findings in short, in the order of letters. */
export const findingsOf = ({ findings }: Report): string[] => findings.map(inShort).sort();

/** Rows as a file without quotes. */
export const bare = (rows: readonly (readonly string[])[], end = '\r'): string =>
  rows.map((row) => row.join(',') + end).join('');
