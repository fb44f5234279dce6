import type { Change, Reading, SummaryControl, Target, Trouble } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { say } from '../words/say.ts';
import type { SummaryLine } from './types.ts';

/** PowerSchool's own names of the six lines (screenshot DEM_summary.png). */
export const SUMMARY_NAMES: Record<SummaryControl, string> = {
  fileName: 'Export File Name',
  lineDelimiter: 'Line Delimiter',
  fieldDelimiter: 'Field Delimiter',
  characterSet: 'Character Set',
  includeHeaders: 'Include Column Headers',
  surroundInQuotes: 'Surround "field values" in Quotes',
};

/** Other spellings of an option's text or value (reference 7.7); values as control characters are values of options. */
const SPELLINGS: Record<string, readonly string[]> = {
  CR: ['\r', 'CR (Carriage Return)', 'Carriage Return', 'Carriage Return (CR)'],
  LF: ['\n', 'LF (Line Feed)', 'Line Feed', 'Line Feed (LF)'],
  CRLF: ['\r\n', 'CR/LF', 'CR-LF', 'CR LF', 'CR+LF'],
  Comma: [',', 'Comma (,)', 'Comma ,'],
  Tab: ['\t', 'Tab (\\t)'],
  'UTF-8': ['UTF8', 'Unicode (UTF-8)', 'UTF-8 (Unicode)'],
  'Windows ANSI': ['Windows Ansi', 'Windows ANSI (Windows)', 'Windows-1252'],
  'Mac Roman': ['Mac Roman (Mac)', 'MacRoman'],
  'ISO 8859-1': ['ISO-8859-1', 'ISO 8859-1 (Unix)'],
};

export type SummaryReading = Record<SummaryControl, Reading | Trouble>;

/**
 * Compares the export summary with what the profile wants: one line for each of the six settings in the page's order,
 * with the change that would put it right.
 */
export function planSummary(found: SummaryReading, profile: Profile, file: ProfileFile): SummaryLine[] {
  const { output } = profile;
  return [
    line('fileName', found.fileName, file.fileName),
    line('lineDelimiter', found.lineDelimiter, output.lineDelimiter),
    line('fieldDelimiter', found.fieldDelimiter, output.fieldDelimiter),
    line('characterSet', found.characterSet, output.characterSet),
    line('includeHeaders', found.includeHeaders, output.includeHeaders),
    line('surroundInQuotes', found.surroundInQuotes, output.surroundInQuotes),
  ];
}

function line(control: SummaryControl, found: Reading | Trouble, wanted: string | boolean): SummaryLine {
  const base = { control, name: SUMMARY_NAMES[control], wanted: plain(wanted), change: null };
  if (typeof found === 'string') return { ...base, now: '', state: found };
  const now = plain(found.value);
  if (isWanted(found, wanted)) return { ...base, now, state: 'right' };
  if (!found.editable) return { ...base, now, state: 'read-only' };
  return { ...base, now, state: 'wrong', change: changeOf(control, found.value, wanted) };
}

/** A select's text decides where it is understood, else the chosen option's value. */
function isWanted({ value, option }: Reading, wanted: string | boolean): boolean {
  if (typeof value === 'boolean' || typeof wanted === 'boolean' || option === undefined) return value === wanted;
  return (meaningOf(value) ?? meaningOf(option)) === wanted;
}

function meaningOf(spelling: string): string | undefined {
  const said = spelling.toLowerCase();
  return Object.keys(SPELLINGS).find((name) =>
    [name, ...(SPELLINGS[name] ?? [])].some((one) => one.toLowerCase() === said),
  );
}

function changeOf(control: SummaryControl, before: string | boolean, after: string | boolean): Change {
  const also = SPELLINGS[String(after)];
  return { target: targetOf(control), before, after, ...(also ? { also: [...also] } : {}) };
}

function targetOf(control: SummaryControl): Target {
  if (control === 'fileName') return { kind: 'text', control };
  if (control === 'includeHeaders' || control === 'surroundInQuotes') return { kind: 'check', control };
  return { kind: 'select', control };
}

/** A setting as it is compared and kept. */
function plain(value: string | boolean): string {
  return typeof value === 'string' ? value : value ? 'on' : 'off';
}

/** A setting as it is shown; '' stays. */
export function inLanguage(control: string, value: string): string {
  const isCheck = control === 'includeHeaders' || control === 'surroundInQuotes';
  return isCheck && (value === 'on' || value === 'off') ? say(value) : value;
}
