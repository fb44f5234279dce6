/** Sentences of the page "Check exported files" that are chosen or put together, as in ../texts.ts. */
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
import type { Key } from '../../utils/words/keys.ts';
import { count, list, locale, number, say, series } from '../../utils/words/say.ts';
import type { CheckView, FailedBody } from './types.ts';

const UNITS = ['check_kb', 'check_mb', 'check_gb'] as const;
/** `146 MB`, `1.2 GB`, `812 bytes`. */
export function size(bytes: number): string {
  const power = Math.min(UNITS.length, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = UNITS[power - 1];
  if (!unit) return count('check_bytes', bytes);
  const value = bytes / 1000 ** power;
  return say(unit, Number(value.toFixed(value < 10 ? 1 : 0)));
}

/** `0.8 seconds`, `12 seconds`, `2 minutes`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds >= 90) return count('check_minutes', Math.round(seconds / 60));
  if (seconds >= 10) return count('check_seconds', Math.round(seconds));
  const part = new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return say('check_seconds_about', part.format(Math.max(0.1, seconds)));
}

/** `Nov 25, 2026, 9:41 AM`, by the clock of this browser. */
const moment = (iso: string) => new Date(iso).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });

/** The page's title, by which it is found among other tabs. */
export function titleOf({ body }: CheckView): string {
  return say('check_page', pageState(body), say('extension_name'));
}
function pageState(body: CheckView['body']): string {
  if (body.kind === 'running') return say('check_page_running', percent(Math.floor(100 * share(body.progress)) / 100));
  if (body.kind === 'report') return say(`check_page_${body.report.verdict.state}`);
  if (body.kind === 'failed') return say(`check_page_${body.reason}`);
  return say('check_files');
}

export const share = (progress: Progress | null): number =>
  progress === null || progress.totalBytes === 0 ? 0 : Math.min(1, progress.bytes / progress.totalBytes);

// Settings
export const LEVELS = {
  district: 'check_level_district',
  school: 'check_level_school',
} as const satisfies Record<CheckSettings['level'], Key>;
export const GUARDIANS_ARE = {
  users: 'check_guardians_users',
  separate: 'check_guardians_separate',
} as const satisfies Record<CheckSettings['guardians'], Key>;
export const schoolCount = (n: number) => (n === 0 ? say('check_schools_none') : count('check_schools_given', n));

// While it runs
export const bytesOf = ({ bytes, totalBytes }: Progress) => say('check_bytes_of', size(bytes), size(totalBytes));
/** `about 5 seconds left`, rounded as far as one can know. */
export function timeLeft(seconds: number): string {
  if (seconds < 2) return say('check_left_none');
  if (seconds < 10) return count('check_left_seconds', Math.round(seconds));
  if (seconds < 55) return count('check_left_seconds', Math.ceil(seconds / 5) * 5);
  return count('check_left_minutes', Math.max(1, Math.round(seconds / 60)));
}
/** Said now and then, by quarters. */
export const quarter = (part: number) =>
  part === 0 ? say('check_quarter_none') : say('check_quarter', percent(part / 4));

// It did not work
export const failed = ({ reason }: FailedBody) => say(`check_ended_${reason}`);
export const failedWhat = ({ reason }: FailedBody) => say(`check_ended_${reason}_what`);

// Report
/** What was checked, when, and how long it took. */
export function checked({ files, checkedAt, took, profile }: Report): string {
  const read = files.filter(({ name }) => name !== null);
  const total = read.reduce((sum, file) => sum + file.rows, 0);
  const bytes = read.reduce((sum, file) => sum + file.bytes, 0);
  const what = series([count('check_files_read', read.length), count('check_rows', total), size(bytes)]);
  return say('check_checked', what, profile.name, duration(took), moment(checkedAt));
}
/** The settings it was checked with, those that made a difference. */
export function checkedWith(
  { settings: { level, guardians, schoolIds, threshold } }: Report,
  uses: SettingsUsed = { level: true, guardians: true, schoolIds: true },
): string {
  const parts = [
    ...(uses.level ? [say(`check_with_${level}`)] : []),
    ...(uses.guardians ? [say(`check_with_${guardians}`)] : []),
    ...(uses.schoolIds ? [schoolIds.length === 0 ? say('check_with_no_ids') : withIds(schoolIds.length)] : []),
    say('check_with_threshold', threshold),
  ];
  return say(
    'sentence',
    parts.join('; ').replace(/^./u, (letter) => letter.toLocaleUpperCase(locale())),
  );
}
const withIds = (n: number) => count('check_with_ids', n);

// Findings
export const severities = (severity: Severity, n: number) => count(`check_found_${severity}`, n);
/** `3 errors, 1 note`; '' for none. */
export function tally(findings: Finding[]): string {
  const order: Severity[] = ['error', 'warning', 'note'];
  const parts = order.flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n === 0 ? [] : [severities(severity, n)];
  });
  return series(parts);
}
export const shown = (n: number, of: number) =>
  n === of ? count('check_shown_all', of) : count('check_shown', of, number(n));
export const moreRows = (n: number) => count('check_more_rows', n);

// Files
export const FACTS = {
  rows: 'check_fact_rows',
  columns: 'check_fact_columns',
  'line-ending': 'check_fact_line_ends',
  encoding: 'check_fact_encoding',
  bom: 'check_fact_bom',
  delimiter: 'check_fact_delimiter',
  quotes: 'check_fact_quotes',
  size: 'check_fact_size',
} as const satisfies Record<Fact['id'], Key>;
/** More columns than the needed ones do no harm. */
export const wanted = (id: Fact['id'], what: string) => (id === 'columns' ? say('check_at_least', what) : what);
export const fileTally = (findings: Finding[]) => tally(findings) || say('check_file_clean');
/** Folders around it are no news to whoever gave them. */
export const isOtherName = ({ name, fileName }: FileReport) => name?.slice(name.lastIndexOf('/') + 1) !== fileName;
export const givenAs = ({ name, knownBy }: FileReport) =>
  say(knownBy === 'header' ? 'check_given_by_header' : 'check_given_as', name ?? '');

// Comparison
export function comparedWith({ with: { kind, ...rest } }: Comparison): string {
  const { at } = rest as { at?: string };
  return kind === 'files' || at === undefined ? say('check_compared_files') : say('check_compared_kept', moment(at));
}
export const COMPARE_HEADS = [
  'check_compare_file',
  'check_compare_before',
  'check_compare_now',
  'check_compare_added',
  'check_compare_removed',
  'check_compare_changed',
] as const satisfies Key[];
export const over = (fileNames: string[], threshold: number) => say('check_over', list(fileNames), threshold);
export const kept = (at: string) => say('check_kept', moment(at));

// Pictures
/** More digits than this are no use to anybody. */
const MOST_DIGITS = 9;

/**
 * `12 %`, `0.4 %`, `<0.1 %`.
 * @param over a percentage that it is more than: as many digits as it takes to say so
 */
export function percent(part: number, over = Number.NEGATIVE_INFINITY): string {
  const write = (percent: number, digits: number) =>
    new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(percent);
  if (part > 0 && part < 0.0005) return say('check_percent_below', write(0.1, 1));
  let digits = part > 0 && part < 0.0995 ? 1 : 0;
  while (Number((100 * part).toFixed(digits)) <= over && digits < MOST_DIGITS) digits += 1;
  return say('check_percent', write(100 * part, digits));
}
export const moreBars = (n: number) => count('check_more_bars', n);
export const moreLines = (n: number) => say('check_more_lines', n);
