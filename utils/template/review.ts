import type { ExportPage, GridRow } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { count, inWords, list, say } from '../words/say.ts';
import { hasStraySpace, hiddenIn, visible } from './characters.ts';
import { leftOut, swapsOf } from './choices.ts';
import { planFields } from './fields.ts';
import { afterLastDot, chosenLabel, columnOfLabel, nameOf } from './names.ts';
import type { Choices, Problem } from './types.ts';

export interface Review {
  problems: Problem[];
  /** Every required column is in the grid, and none that is to be left out. */
  fieldsRight: boolean;
  /** Every label is one that the receiver reads, and the one that was chosen. */
  labelsRight: boolean;
}

/**
 * What is wrong or worth knowing about the chosen fields and their labels as they stand now. Codes and severities
 * follow reference classtag-files.md section 6, T1 to T8.
 */
export function review(page: ExportPage, profile: Profile, file: ProfileFile, choices: Choices): Review {
  const labels = together(page.grid.flatMap((row) => labelProblems(row, profile, file, choices)));
  const duplicates = duplicateProblems(page.grid);
  const unclear = page.ambiguousRows.map((key) =>
    problem('T4', 'error', say('problem_row_twice', key), say('problem_row_twice_do')),
  );
  const missing = missingColumns(page, profile, file, choices);
  // A warning is a label that is not what the receiver reads, or not what was chosen.
  const wrong = [...labels, ...duplicates, ...unclear].some(({ severity }) => severity !== 'note');
  const leftIn = planFields(page.tree, profile, file, choices).changes.some(({ after }) => after === false);
  return {
    problems: [...missing, ...duplicates, ...unclear, ...labels].sort((a, b) => RANK[a.severity] - RANK[b.severity]),
    fieldsRight: page.grid.length > 0 && !leftIn && !missing.some(({ severity }) => severity === 'error'),
    labelsRight: page.grid.length > 0 && !wrong,
  };
}

/** Before Auto-label every row has its table in front; that is one fact, not thirty. */
function together(problems: Problem[]): Problem[] {
  const prefixed = problems.filter(({ code }) => code === 'T1');
  if (prefixed.length < 2) return problems;
  const one = problem('T1', 'error', count('problem_prefixes', prefixed.length), say('problem_prefixes_do'));
  return [one, ...problems.filter(({ code }) => code !== 'T1')];
}

const RANK: Record<Problem['severity'], number> = { error: 0, warning: 1, note: 2 };

function problem(code: string, severity: Problem['severity'], message: string, advice = ''): Problem {
  return { code, severity, message, advice };
}

function labelProblems(row: GridRow, profile: Profile, file: ProfileFile, choices: Choices): Problem[] {
  const { field, label } = row;
  const hidden = hiddenIn(label);
  if (hidden.length > 0) {
    const message = say('problem_hidden', field, hidden.join(', '));
    return [problem('T3', 'error', message, say('problem_hidden_do'))];
  }
  if (hasStraySpace(label)) {
    return [problem('T3', 'error', say('problem_space', field, label), say('problem_space_do'))];
  }
  if (label === '') return [problem('T3', 'error', say('problem_blank', field), say('problem_blank_do'))];
  const named = nameOf(field, file);
  const wanted = chosenLabel(named, file, choices, swapsOf(profile));
  const read = columnOfLabel(label, file);
  if (label === wanted || read !== null) return knownLabel(row, wanted, profile, file);
  if (label.includes('.') && afterLastDot(label) !== label && isPrefixed(label, row, file)) {
    return [problem('T1', 'error', say('problem_prefix', label), say('problem_prefix_do', wanted))];
  }
  const meant = nameOf(label, file).column;
  if (meant?.fieldNames.includes(label)) {
    return [problem('T2', 'error', say('problem_plural', label, meant.name), say('problem_plural_do', meant.name))];
  }
  if (meant) {
    const message = say('problem_spelling', profile.name, meant.name, label);
    return [problem('T3', 'error', message, say('problem_spelling_do', meant.name))];
  }
  if (named.column === null) return [];
  const severity = named.column.need === 'optional' ? 'warning' : 'error';
  const message = say('problem_unread', field, label, profile.name);
  return [problem('T3', severity, message, say('problem_unread_do', wanted))];
}

/** The part in front of the dot is the field's own table, or one of the guide's. */
function isPrefixed(label: string, { field }: GridRow, file: ProfileFile): boolean {
  const prefix = label.slice(0, label.lastIndexOf('.')).toLowerCase();
  const own = field.slice(0, Math.max(field.lastIndexOf('.'), 0)).toLowerCase();
  return prefix === own || file.tables.some((table) => table.toLowerCase() === prefix);
}

/** A label that the receiver reads: right, unless it belongs to another column, to a swap not chosen, or is an alias. */
function knownLabel({ field, label }: GridRow, wanted: string, profile: Profile, file: ProfileFile): Problem[] {
  const read = columnOfLabel(label, file);
  const own = nameOf(field, file).column;
  if (label !== wanted && own !== null && read !== null && label !== own.name && read !== own) {
    const swapped = swapsOf(profile).some(({ pair }) => pair.includes(label) && pair.includes(own.name));
    if (!swapped)
      return [
        problem('T3', 'error', say('problem_other_column', field, label), say('problem_other_column_do', wanted)),
      ];
  }
  if (label !== wanted && own !== null && !own.aliases.includes(label)) {
    return [problem('T5', 'warning', say('problem_choice', field, label, wanted))];
  }
  if (read?.aliases.includes(label)) {
    const message = say('problem_alias', profile.name, label, read.name);
    return [problem('F4', 'note', message)];
  }
  if (own === null && read === null) {
    return [problem('T3', 'note', say('problem_unknown', label, profile.name))];
  }
  return [];
}

function duplicateProblems(grid: readonly GridRow[]): Problem[] {
  const fields = new Map<string, string[]>();
  for (const { label, field } of grid) {
    const name = visible(label).toLowerCase();
    if (name !== '') fields.set(name, [...(fields.get(name) ?? []), field]);
  }
  return [...fields].flatMap(([, same]) =>
    same.length < 2
      ? []
      : [problem('T4', 'error', say('problem_same_label', list(same)), say('problem_same_label_do'))],
  );
}

function missingColumns(page: ExportPage, profile: Profile, file: ProfileFile, choices: Choices): Problem[] {
  const out = leftOut(profile, file, choices);
  const there = new Set(
    page.grid.flatMap((row) => [nameOf(row.field, file).column?.name, columnOfLabel(row.label, file)?.name]),
  );
  const { unclear, notOffered } = planFields(page.tree, profile, file, choices);
  return file.columns.flatMap(({ name, need, note }) => {
    if (there.has(name) || out.has(name)) return [];
    if (unclear.includes(name)) {
      return [problem('T8', 'error', say('problem_two_tables', name), say('problem_two_tables_do'))];
    }
    const offered = page.tree.length > 0 && !notOffered.includes(name);
    if (need === 'optional')
      return offered ? [problem('T8', 'note', noted(say('problem_not_chosen', name), note))] : [];
    const advice = offered ? say('problem_missing_do') : say('problem_not_offered_do');
    const severity = need === 'required' ? 'error' : 'warning';
    return [problem('T8', severity, noted(say('problem_missing', name), note), advice)];
  });
}

/** With what the profile says of the column. */
const noted = (sentence: string, note: string): string => `${sentence} ${inWords(note)}`;
