/** A report as text for a terminal or the log of a nightly job. */
import type { Fact, FileReport, Finding, Place, Report } from '../../../utils/roster/report.ts';

/** Rows that are named for each finding. */
const NAMED = 5;
/** Letters of a value. */
const MOST_LETTERS = 60;

const number = (value: number) => value.toLocaleString('en-US');
const count = (value: number, one: string) => `${number(value)} ${one}${value === 1 ? '' : 's'}`;

/** Signs that would make a terminal do something are written as their numbers. */
const harmless = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);

/** @param withValues whether values of cells are shown; ids of rows always are */
export function summarize(report: Report, withValues: boolean): string {
  const { verdict, files, findings, comparison } = report;
  const nameOf = (id: string | null) => files.find(({ file }) => file === id)?.fileName ?? id ?? 'the set';
  const paragraphs = [
    [verdict.text, overall(report)],
    ...files.map(fileLines),
    ...(comparison
      ? [
          comparison.files.map(
            ({ file, group, before, now, added, removed }) =>
              `${group === null ? '' : `${group} in `}${nameOf(file)}: ${number(before)} before, ${number(now)} now; ${number(added)} added, ${number(removed)} removed`,
          ),
        ]
      : []),
    ...findings.map((finding) => findingLines(finding, nameOf(finding.file), withValues)),
  ];
  return `${paragraphs.map((lines) => lines.map(harmless).join('\n')).join('\n\n')}\n`;
}

function overall({ files, findings, profile, took }: Report): string {
  const read = files.filter(({ name }) => name !== null);
  const rows = read.reduce((sum, file) => sum + file.rows, 0);
  const bySeverity = (['error', 'warning', 'note'] as const).map((severity) =>
    count(findings.filter((finding) => finding.severity === severity).length, severity),
  );
  const what = `${count(read.length, 'file')}, ${count(rows, 'row')}`;
  return `${what}, by the rules of ${profile.name}, in ${(took / 1000).toFixed(1)} s: ${bySeverity.join(', ')}.`;
}

const FACTS: Record<Fact['id'], string> = {
  rows: 'rows',
  columns: 'columns',
  'line-ending': 'line ends',
  encoding: 'encoding',
  bom: 'byte order mark',
  delimiter: 'between cells',
  quotes: 'quotes',
  size: 'size',
};

function fileLines({ fileName, name, rows, facts }: FileReport): string[] {
  if (name === null) return [`${fileName}: not given, so references to it were not checked`];
  // Folders are no news to whoever named them.
  const given = name.slice(name.lastIndexOf('/') + 1) === fileName ? '' : `, given as ${name}`;
  const different = facts.filter(({ fits }) => fits === false);
  return [
    `${fileName}: ${count(rows, 'row')}${given}`,
    ...different.map(
      ({ id, found, wanted }) => `  ${FACTS[id]}: ${found}${wanted === null ? '' : `; should be ${wanted}`}`,
    ),
  ];
}

function findingLines(
  { severity, code, column, count: all, message, advice, places }: Finding,
  fileName: string,
  withValues: boolean,
): string[] {
  const where = column === null ? fileName : `${fileName}, ${column}`;
  const named = places.slice(0, NAMED).map((place) => placeText(place, withValues));
  const unnamed = all - named.length;
  return [
    `${severity} ${code} (${where}): ${message}`,
    ...(advice === '' ? [] : [`  To do: ${advice}`]),
    ...named.map((text) => `  ${text}`),
    ...(named.length > 0 && unnamed > 0 ? [`  and ${number(unnamed)} more`] : []),
  ];
}

function placeText({ line, row, id, value }: Place, withValues: boolean): string {
  const shown = withValues && value !== null ? `: "${cut(value)}"` : '';
  return `line ${line}, row ${row}${id === null ? '' : `, id ${cut(id)}`}${shown}`;
}

const cut = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)} …` : text);
