/** Sentences of the page "Check exported files", as in ../texts.ts. */
import type { Severity } from '../../utils/profile/checks.ts';
import type {
  CheckSettings,
  Comparison,
  Fact,
  FileReport,
  Finding,
  Progress,
  Report,
} from '../../utils/roster/report.ts';
import type { SettingsUsed } from '../../utils/roster/settings.ts';
import type { CheckView, FailedBody } from './types.ts';

const LOCALE = 'en-US';
const numbers = new Intl.NumberFormat(LOCALE);
const plurals = new Intl.PluralRules(LOCALE);
const list = new Intl.ListFormat(LOCALE);

export const number = (n: number) => numbers.format(n);
/** `1,204 rows`, `1 row`. */
const count = (n: number, one: string, many = `${one}s`) =>
  `${numbers.format(n)} ${plurals.select(n) === 'one' ? one : many}`;
export const rows = (n: number) => count(n, 'row');

const UNITS = ['', 'kB', 'MB', 'GB'];
/** `146 MB`, `1.2 GB`, `812 bytes`. */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${numbers.format(Number(value.toFixed(value < 10 ? 1 : 0)))} ${UNITS[power]}`;
}

/** `0.8 seconds`, `12 seconds`, `2 minutes`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds >= 90) return count(Math.round(seconds / 60), 'minute');
  if (seconds >= 10) return count(Math.round(seconds), 'second');
  return `${Math.max(0.1, seconds).toFixed(1)} seconds`;
}

/** `Nov 25, 2026, 9:41 AM`, by the clock of this browser. */
const moment = (iso: string) => new Date(iso).toLocaleString(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

export const TITLE = 'Check exported files';
const PRODUCT = 'Roster Export Assistant';
export const SITE = 'Settings of';

/** The page's title, by which it is found among other tabs. */
export function titleOf({ body }: CheckView): string {
  return `${pageState(body)} - ${PRODUCT}`;
}
function pageState(body: CheckView['body']): string {
  if (body.kind === 'running') return `${Math.floor(100 * share(body.progress))} % checked`;
  if (body.kind === 'report')
    return { ready: 'Ready', attention: 'Look at it', fails: 'Problems found', unreadable: 'Not read' }[
      body.report.verdict.state
    ];
  if (body.kind === 'failed') return FAILED[body.reason].replace('.', '');
  return TITLE;
}

export const share = (progress: Progress | null): number =>
  progress === null || progress.totalBytes === 0 ? 0 : Math.min(1, progress.bytes / progress.totalBytes);

// Before
export const DROP = 'Drop the exported files here';
export const dropWhat = (fileNames: string[]) => `${list.format(fileNames)}: any of them, a folder, or a ZIP.`;
export const CHOOSE = 'Choose files';
export const CHOOSE_FOLDER = 'Choose a folder';
export const PRIVATE = 'Nothing is uploaded: the files are read in this browser, and only what you ask for is kept.';
export const DROP_NOW = 'Drop to check';

// Settings
export const SETTINGS = 'Settings';
export const SETTINGS_HINT = 'Kept in this browser for this site.';
export const CHANGED_SETTINGS = 'The settings were changed since. Check again to use them.';
export const PROFILE = 'Rules';
export const LEVEL = 'The sync serves';
export const LEVELS: Record<CheckSettings['level'], string> = { district: 'the whole district', school: 'one school' };
export const GUARDIANS = 'Parents and guardians';
export const GUARDIANS_ARE: Record<CheckSettings['guardians'], string> = {
  users: 'stand in users.csv',
  separate: 'are sent separately',
};
export const SCHOOLS = (receiver: string) => `School ids set in ${receiver}`;
export const SCHOOLS_WHY =
  'Optional. Paste them, one on a line or with commas, to find schools that are missing there.';
export const schoolCount = (n: number) => (n === 0 ? 'None given.' : `${count(n, 'school id')} given.`);
export const THRESHOLD = 'Warn when more than this share of records is gone';
export const THRESHOLD_WHY = 'In percent. Above its limit the receiver stops the sync instead of archiving them.';

// While it runs
export const RUNNING = 'Checking';
export const PROGRESS = 'Progress of the check';
export const CANCEL = 'Cancel';
export const STARTING = 'Opening the files.';
export const reading = (files: string[]) => `Reading ${list.format(files)}`;
export const bytesOf = ({ bytes, totalBytes }: Progress) => `${size(bytes)} of ${size(totalBytes)}`;
/** `about 5 seconds left`, rounded as far as one can know. */
export function timeLeft(seconds: number): string {
  if (seconds < 2) return 'almost done';
  if (seconds < 10) return `about ${count(Math.round(seconds), 'second')} left`;
  if (seconds < 55) return `about ${count(Math.ceil(seconds / 5) * 5, 'second')} left`;
  return `about ${count(Math.max(1, Math.round(seconds / 60)), 'minute')} left`;
}
/** Said now and then, by quarters. */
export const quarter = (part: number) => (part === 0 ? 'Checking.' : `${part * 25} % checked.`);

// It did not work
const FAILED: Record<FailedBody['reason'], string> = {
  failed: 'The files could not be read.',
  canceled: 'The check was canceled.',
  nothing: 'There was no file in what was given.',
};
export const failed = ({ reason }: FailedBody) => FAILED[reason];
export const failedWhat: Record<FailedBody['reason'], string> = {
  failed:
    'Nothing was lost: files are only read here, never changed. If a file was exported anew since it was chosen, or is open in another program, choose it again.',
  canceled: 'Nothing was lost, and nothing of the files is kept.',
  nothing: 'Choose the files themselves, a folder that holds them, or a ZIP.',
};
export const itSaid = (message: string) => `What went wrong: ${message}`;
export const AGAIN = 'Check again';
export const OTHER = 'Other files';

// Report
export const STATE: Record<Report['verdict']['state'], string> = {
  ready: 'Ready',
  attention: 'To look at',
  fails: 'Problems',
  unreadable: 'Not checked',
};
/** What was checked, when, and how long it took. */
export function checked({ files, checkedAt, took, profile }: Report): string {
  const read = files.filter(({ name }) => name !== null);
  const total = read.reduce((sum, file) => sum + file.rows, 0);
  const bytes = read.reduce((sum, file) => sum + file.bytes, 0);
  return `${count(read.length, 'file')}, ${rows(total)}, ${size(bytes)}, checked by the rules of ${profile.name} in ${duration(took)}, ${moment(checkedAt)}.`;
}
/** The settings it was checked with, those that made a difference. */
export function checkedWith(
  { settings: { level, guardians, schoolIds, threshold } }: Report,
  uses: SettingsUsed = { level: true, guardians: true, schoolIds: true },
): string {
  const given = schoolIds.length === 0 ? 'no school ids given' : `${count(schoolIds.length, 'school id')} given`;
  const parts = [
    ...(uses.level ? [`the sync serves ${LEVELS[level]}`] : []),
    ...(uses.guardians ? [`parents and guardians ${GUARDIANS_ARE[guardians]}`] : []),
    ...(uses.schoolIds ? [given] : []),
    `warning above ${threshold} % of records gone`,
  ];
  return `${parts.join('; ').replace(/^./, (letter) => letter.toUpperCase())}.`;
}
export const SAVE_CSV = 'Save report as CSV';
export const SAVE_JSON = 'Save report as JSON';
export const PRINT = 'Print';
export const valuesIn = (shown: boolean) =>
  shown ? 'A saved or printed report holds the values.' : 'A saved or printed report leaves the values out.';

// Findings
export const FINDINGS = 'What was found';
export const CLEAN = 'Nothing to mend.';
export const CLEAN_WHAT = 'Every rule was applied to every row.';
export const SEVERITY: Record<Severity, string> = { error: 'Error', warning: 'Warning', note: 'Note' };
const SEVERITIES: Record<Severity, [one: string, many: string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes'],
};
export const severities = (severity: Severity, n: number) => count(n, ...SEVERITIES[severity]);
/** `3 errors, 1 note`; '' for none. */
export function tally(findings: Finding[]): string {
  const order: Severity[] = ['error', 'warning', 'note'];
  const parts = order.flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [severities(severity, n)];
  });
  return parts.join(', ');
}
export const FIX_ORDER = 'Worst first, and in the order in which mending them helps.';
export const SHOW_VALUES = 'Show values';
export const SHOW_VALUES_WHY = 'Hidden at first, so that the page can be shown to others.';
export const FILTER = 'Filter';
export const SEVERITY_FILTER = 'Severity';
export const FILE_FILTER = 'File';
export const ALL = 'All';
export const shown = (n: number, of: number) =>
  n === of ? `All ${count(of, 'finding')} shown.` : `${number(n)} of ${count(of, 'finding')} shown.`;
export const NONE_SHOWN = 'No finding is of this kind.';
export const WHOLE_SET = 'the set as a whole';
export const inAll = (n: number) => `${number(n)} in all`;
export const COLUMN = 'column';
export const TO_DO = 'To do';
export const WHY = 'Why it matters';
export const source = (from: string) => `Source: ${from}`;
export const HEADS = { line: 'Line', row: 'Row', column: 'Column', id: 'Id', value: 'Value' };
export const placesOf = (message: string) => `Rows: ${message}`;
export const moreRows = (n: number) => `Show ${count(n, 'more row')}`;
export const FEWER_ROWS = 'Show fewer rows';
export const notListed = (n: number) => `${count(n, 'more row is', 'more rows are')} counted, not listed.`;
export const notPrinted = (n: number) => `${count(n, 'more row is', 'more rows are')} counted, not printed.`;
export const HIDDEN = 'hidden';
export const EMPTY = 'empty';
export const NO_ID = 'none';
export const WHOLE_ROW = 'whole row';

// Files
export const FILES = 'The files';
export const notGiven = 'Not given, so references to it were not checked.';
export const FACTS: Record<Fact['id'], string> = {
  rows: 'Rows',
  columns: 'Columns',
  'line-ending': 'Line ends',
  encoding: 'Encoding',
  bom: 'Byte order mark',
  delimiter: 'Between cells',
  quotes: 'Quotes',
  size: 'Size',
};
export const FACT_HEADS = { fact: 'Fact', found: 'Found', wanted: 'Template' };
export const factsOf = (fileName: string) => `${fileName}: as found, and as the template should have it`;
export const FITS = 'as it should be';
export const DIFFERS = 'differs';
export const ANY = 'any';
/** More columns than the needed ones do no harm. */
export const wanted = (id: Fact['id'], what: string) => (id === 'columns' ? `at least ${what}` : what);
export const fileTally = (findings: Finding[]) => tally(findings) || 'Nothing to mend';
/** Folders around it are no news to whoever gave them. */
export const isOtherName = ({ name, fileName }: FileReport) => name?.slice(name.lastIndexOf('/') + 1) !== fileName;
export const givenAs = ({ name, knownBy }: FileReport) =>
  `Given as ${name}${knownBy === 'header' ? ', recognized by its header' : ''}`;
export const HEADER = 'Header';

// Comparison
/** One kind of a file's records: `students in users.csv`. */
export const kindIn = (kind: string, file: string) => `${kind} in ${file}`;

export const COMPARED = 'Compared with last time';
export function comparedWith({ with: { kind, ...rest } }: Comparison): string {
  const { at } = rest as { at?: string };
  return kind === 'files' || at === undefined
    ? 'Compared with the earlier set that you gave.'
    : `Compared with the counts remembered on ${moment(at)}.`;
}
export const NO_COMPARISON = 'Nothing to compare with yet.';
export const COMPARE_HEADS = {
  file: 'File',
  before: 'Before',
  now: 'Now',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
};
export const NOT_KNOWN = 'not known';
export const over = (fileNames: string[], threshold: number) =>
  `${list.format(fileNames)}: more than ${threshold} % of the earlier records are gone. The receiver would stop the sync.`;
export const within = (threshold: number) =>
  `No file has lost more than ${threshold} % of its records. The sync would go on.`;
export const DROP_EARLIER = 'Drop an earlier set here to compare';
export const CHOOSE_EARLIER = 'Choose an earlier set';
export const KEEP = 'Remember these counts for next time';
export const KEEP_WHAT =
  'Keeps the number of rows and salted fingerprints of the ids in this browser. No names, no values.';
export const kept = (at: string) => `Remembered on ${moment(at)}, in this browser only.`;
export const KEEP_ANEW = 'Remember these instead';
export const FORGET = 'Forget';

// Pictures
export const PICTURES = 'At a glance';
export const AS_TABLE = 'Show as table';
/** `12 %`, `0.4 %`, `<0.1 %`. */
export function percent(part: number): string {
  if (part > 0 && part < 0.0005) return '<0.1 %';
  return `${(100 * part).toFixed(part > 0 && part < 0.0995 ? 1 : 0)} %`;
}
export const moreBars = (n: number) => `${count(n, 'more is', 'more are')} in the table.`;
export const moreLines = (n: number) => `Show ${number(n)} more`;
