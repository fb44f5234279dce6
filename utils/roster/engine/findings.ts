import type { Rule } from '../../profile/checks.ts';
import type { FileRule, RosterProfile } from '../../profile/roster.ts';
import { type Finding, LISTED, type Place, type Verdict } from '../report.ts';
import { both, counted, english, type Part, type Phrase, RANK, type Say, variantOf } from '../words.ts';
import type { AcrossFound, Help } from './across.ts';
import type { FileFault } from './faults.ts';
import type { FileOutcome } from './job.ts';
import type { ShownRow } from './places.ts';

/** A finding whose rows are not read yet. */
export interface Draft extends Omit<Finding, 'places' | 'message'> {
  message: Phrase;
  rows: readonly number[];
  /** Place of the column in the file, -1 for the row as a whole. */
  at: number;
}

const HINTS: Record<Help, Phrase> = {
  zeros: {
    says: '{n} differ from a known id only in leading zeros.',
    one: '{n} differs from a known id only in leading zeros.',
  },
  spaces: { says: '{n} differ from a known id only in a space.', one: '{n} differs from a known id only in a space.' },
  capitals: {
    says: '{n} differ from a known id only in capitals.',
    one: '{n} differs from a known id only in capitals.',
  },
};

const SECRET = /password$/i;

/** What one file's reading found, in the words of the profile. */
export function draftsOf(outcome: FileOutcome, profile: RosterProfile): Draft[] {
  const { file, columns, header, sniffed } = outcome;
  const { rules, cells, unwanted } = profile.checks;
  return [
    ...outcome.faults.flatMap((fault) => draftOfFault(fault, profile, columns)),
    ...outcome.rules.flatMap(({ rule, variant, found }) => {
      const known = rules[rule];
      return known ? [draftOfRule(known, variant, found.count, found.rows, columns)] : [];
    }),
    ...outcome.cells.flatMap(({ rule, column: at, found }): Draft[] => {
      const known = cells[rule];
      if (!known) return [];
      const { code, cause, severity, advice, reason, source } = known;
      const column = columns[at] ?? header[at] ?? '';
      const message = { says: known.message, n: found.count, with: { column } };
      return [
        {
          code,
          cause,
          severity,
          file,
          column,
          count: found.count,
          message,
          advice,
          reason,
          source,
          rows: found.rows,
          at,
        },
      ];
    }),
    ...unwanted.flatMap(({ column, code, message, advice, reason, source }): Draft[] => {
      const at = sniffed.header.findIndex((name) => name.toLowerCase().endsWith(column));
      if (at < 0) return [];
      const severity = 'warning';
      const { rows: count } = outcome.syntax;
      return [
        {
          code,
          cause: 'unwanted',
          severity,
          file,
          column,
          count,
          message: { says: message },
          advice,
          reason,
          source,
          rows: [],
          at: -1,
        },
      ];
    }),
  ];
}

/** What a rule across files found. */
export function draftOfAcross({ rule, variant, found, hints }: AcrossFound, outcome: FileOutcome): Draft {
  const draft = draftOfRule(rule, variant, found.count, found.rows, outcome.columns);
  const helps = hints ? (Object.keys(HINTS) as Help[]).filter((name) => hints[name] > 0) : [];
  if (!hints || helps.length === 0) return draft;
  const parts = helps.map((name): Phrase => {
    const hint = { ...HINTS[name], n: hints[name] };
    return hints.isAtLeast ? { says: 'At least {hint}', with: { hint } } : hint;
  });
  return { ...draft, message: { says: '{message} {hints}', with: { message: draft.message, hints: parts } } };
}

function draftOfRule(
  rule: Rule,
  variant: number,
  count: number,
  rows: readonly number[],
  columns: readonly (string | null)[],
): Draft {
  const { cause, words } = variantOf(rule, variant);
  const { code, severity, file, column, advice, reason, source } = rule;
  const message = { says: rule.message, n: count, with: words };
  return {
    code,
    cause,
    severity,
    file,
    column,
    count,
    message,
    advice,
    reason,
    source,
    rows,
    at: columns.indexOf(column),
  };
}

/** What is wrong with a file or the set as a whole; nothing where the profile has no rule about it. */
export function draftOfFault(
  fault: FileFault,
  { fileRules, files }: Pick<RosterProfile, 'fileRules' | 'files'>,
  columns: readonly (string | null)[] = [],
): Draft[] {
  const rule: FileRule | undefined = fileRules.find(({ what }) => what === fault.what);
  if (!rule) return [];
  const { what, column, count, rows } = fault;
  const fileName = files.find(({ id }) => id === fault.file)?.fileName ?? fault.words.name ?? '';
  const words: Record<string, Part> = { file: fileName, ...(column === null ? {} : { column }), ...fault.words };
  const message = { says: rule.message, n: count, with: words };
  const { code, severity, advice, reason, source } = rule;
  const file = files.some(({ id }) => id === fault.file) ? fault.file : null;
  const at = column === null ? -1 : columns.indexOf(column);
  return [{ code, cause: what, severity, file, column, count, message, advice, reason, source, rows, at }];
}

/** Worst first, then in the order of the files, which is that in which mending helps, then what most rows have. */
export function inOrder(drafts: readonly Draft[], { files }: Pick<RosterProfile, 'files'>): Draft[] {
  const place = new Map<string | null, number>(files.map(({ id }, at) => [id, at]));
  const placeOf = (file: string | null) => place.get(file) ?? -1;
  return drafts
    .map((draft, at) => ({ draft, at }))
    .sort(
      (a, b) =>
        RANK[a.draft.severity] - RANK[b.draft.severity] ||
        placeOf(a.draft.file) - placeOf(b.draft.file) ||
        b.draft.count - a.draft.count ||
        a.at - b.at,
    )
    .map(({ draft }) => draft);
}

/**
 * The finding with its rows as they stand in the file.
 * @param columns what the file's columns are called
 * @param say puts phrases into words
 */
export function findingOf(
  { rows, at, message, ...draft }: Draft,
  shown: ReadonlyMap<number, ShownRow> | undefined,
  keys: readonly number[],
  columns: readonly string[],
  say: Say = english,
): Finding {
  const places = rows.slice(0, LISTED).flatMap((row): Place[] => {
    const { line, cells } = shown?.get(row) ?? {};
    if (line === undefined || !cells) return [];
    const id = keys.map((key) => cells[key] ?? '').join(' · ');
    // The reader tells of the row alone that it holds a NUL.
    const here = draft.cause === 'nul' ? cells.findIndex((cell) => cell.includes('\0')) : at;
    const column = here === at ? draft.column : (columns[here] ?? null);
    return [
      {
        line,
        row: row + 1,
        column,
        id: id.replaceAll(' · ', '') === '' ? null : id,
        // A password is nobody's business, whatever is wrong with it.
        value: SECRET.test(column ?? '') ? null : shownValue(draft, cells, here, columns.length),
      },
    ];
  });
  return { ...draft, message: say(message), places };
}

/** Of a row with a comma too many, the cells that are one value. */
function shownValue({ cause }: Pick<Draft, 'cause'>, cells: string[], at: number, columns: number): string | null {
  if (at < 0) return null;
  if (cause !== 'wide' || cells.length <= columns) return cells[at] ?? null;
  return cells.slice(at, at + 1 + cells.length - columns).join(',');
}

/**
 * The verdict in one sentence: as many problems as there are findings of the worst kind.
 * @param say puts phrases into words
 */
export function verdictOf(
  findings: readonly Pick<Finding, 'severity' | 'cause' | 'file'>[],
  filesRead: number,
  { verdicts, files }: RosterProfile,
  say: Say = english,
): Verdict {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const missing = files.filter(({ id }) => findings.some(({ cause, file }) => cause === 'missing-file' && file === id));
  const sentence = (says: string, n: number) => say({ says, with: { n: counted(n, 'problem', 'problems') } });
  if (filesRead === 0) return { state: 'unreadable', text: say({ says: verdicts.unreadable }) };
  if (errors > 0) return { state: 'fails', text: sentence(verdicts.fails, errors) };
  if (findings.some(({ cause }) => cause === 'threshold'))
    return { state: 'attention', text: say({ says: verdicts.stops }) };
  if (missing.length > 0) {
    const names = both(missing.map(({ fileName }) => fileName));
    return { state: 'attention', text: say({ says: verdicts.partial, with: { missing: names } }) };
  }
  if (warnings > 0) return { state: 'attention', text: sentence(verdicts.attention, warnings) };
  return { state: 'ready', text: say({ says: verdicts.ready }) };
}
