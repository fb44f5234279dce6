import { MANIFEST } from '../profile/oneroster-words.ts';
import type { FileFaultKind, RosterProfile } from '../profile/roster.ts';
import type { FileFault } from './engine/faults.ts';
import type { Part } from './words.ts';

/** The manifest's own name; it is no file of a profile, because its rows are not records. */
export const MANIFEST_NAME = 'manifest.csv';

const FILE_PREFIX = 'file.';
const VERSIONS: Readonly<Record<string, string>> = MANIFEST.versions;
const FILE_PROPERTIES = MANIFEST.files.map((file) => FILE_PREFIX + file);
const REQUIRED = [...Object.keys(VERSIONS), ...FILE_PROPERTIES];
const KNOWN = new Set<string>([...REQUIRED, ...MANIFEST.optional]);
const VALUES: readonly string[] = MANIFEST.values;

/** A file that was given. */
interface Present {
  /** The profile's id. */
  file: string;
  fileName: string;
}

/** A fault of the manifest; `file` where it is about one of the profile's files. */
function fault(what: FileFaultKind, words: Record<string, Part>, file: string | null = null, count = 1): FileFault {
  return { what, file, column: null, count, rows: [], words };
}

/**
 * What the manifest says of each file, by the profile's ids: `absent`, `bulk` or `delta`. Files of which it says nothing
 * or something else are left out; where it says two things, the first counts.
 * @param rows the rows without the header
 */
export function manifestModes(rows: readonly (readonly string[])[]): Map<string, 'absent' | 'bulk' | 'delta'> {
  const modes = new Map<string, 'absent' | 'bulk' | 'delta'>();
  for (const [name = '', value] of rows) {
    const file = name.slice(FILE_PREFIX.length);
    if (!name.startsWith(FILE_PREFIX) || modes.has(file)) continue;
    if (value === 'absent' || value === 'bulk' || value === 'delta') modes.set(file, value);
  }
  return modes;
}

/**
 * Checks manifest.csv by itself and against the files that were given (OneRoster 1.1 CSV binding; checks 10 to 19 of
 * reference roster-checks.md). Everything is compared to the letter. Words: `name` and `found` as in the manifest,
 * `wanted`, `file` a file's name.
 * @param rows the rows without the header, as texts, of any width
 * @param header the cells of the first row
 * @param present the files that were given, the manifest left out
 * @param profile which files the receiver reads
 */
export function checkManifest(
  rows: readonly (readonly string[])[],
  header: readonly string[],
  present: readonly Present[],
  profile: Pick<RosterProfile, 'files'>,
): FileFault[] {
  const faults: FileFault[] = [];
  if (header.join('\n') !== MANIFEST.header.join('\n')) {
    faults.push(fault('manifest-header', { found: header.join(','), wanted: MANIFEST.header.join(',') }));
  }

  const odd = rows.filter(({ length }) => length !== 2).length;
  if (odd > 0) faults.push(fault('manifest-width', { file: MANIFEST_NAME }, null, odd));

  const said = new Map<string, string>();
  const again = new Set<string>();
  rows.forEach(([name = '', value = '']) => {
    if (said.has(name)) {
      // Told once for each property, however often it comes.
      if (!again.has(name)) faults.push(fault('manifest-duplicate-property', { name }));
      again.add(name);
      return;
    }
    said.set(name, value);
    if (!KNOWN.has(name)) faults.push(fault('manifest-unknown-property', { name }));
    faults.push(...valueFaults(name, value));
  });
  for (const name of REQUIRED) if (!said.has(name)) faults.push(fault('manifest-missing-property', { name }));

  return [...faults, ...setFaults(manifestModes(rows), present, profile)];
}

function valueFaults(name: string, found: string): FileFault[] {
  const wanted = VERSIONS[name];
  if (wanted !== undefined) {
    const what = name === 'manifest.version' ? 'manifest-version' : 'oneroster-version';
    return found === wanted ? [] : [fault(what, { found: found || { says: 'blank' }, wanted })];
  }
  if (!FILE_PROPERTIES.includes(name) || VALUES.includes(found)) return [];
  return [fault('manifest-value', { name, found: found || { says: 'nothing' } })];
}

/** The manifest against the files that are there. */
function setFaults(
  modes: ReadonlyMap<string, string>,
  present: readonly Present[],
  profile: Pick<RosterProfile, 'files'>,
): FileFault[] {
  const faults: FileFault[] = [];
  const read = new Map(profile.files.map(({ id, fileName }) => [id, fileName]));
  const here = new Set(present.map(({ file }) => file));
  for (const [id, found] of modes) {
    if (found === 'absent' || !FILE_PROPERTIES.includes(FILE_PREFIX + id)) continue;
    const file = read.get(id);
    if (file === undefined) faults.push(fault('manifest-unwanted', { file: `${id}.csv`, found }));
    else if (!here.has(id)) faults.push(fault('manifest-declared-missing', { file, found }, id));
  }
  for (const { file, fileName } of present) {
    if (modes.get(file) === 'absent') faults.push(fault('manifest-undeclared', { file: fileName }, file));
  }
  const used = new Set(modes.values());
  if (used.has('bulk') && used.has('delta')) faults.push(fault('manifest-mixed', { found: 'bulk, delta' }));
  return faults;
}
