import { SUMMARY_NAMES } from '../../template/summary.ts';
import type { Key } from '../../words/keys.ts';
import { count, list, say } from '../../words/say.ts';

/** Sentences of the guided set-up that are put together; plain ones are said where they are needed. */

/** PowerSchool's names for the controls after step 1. */
export const CONTROL_NAMES: Record<string, string> = {
  ...SUMMARY_NAMES,
  templateName: 'Name',
  templateDescription: 'Description',
};

export const HALT = {
  columns: (problem: string) => (problem === '' ? say('halt_columns') : say('halt_then_resume', problem)),
  summary: (names: string[]) => count('halt_summary', names.length, list(names)),
  compare: (names: string[]) => count('halt_compare', names.length, list(names)),
  summaryStuck: (names: string[]) => say('halt_summaryStuck', list(names)),
  typed: (lines: { field: string; before: string; after: string }[]) =>
    count(
      'halt_typed',
      lines.length,
      list(lines.map(({ field, before, after }) => say('halt_typed_line', field, before, after))),
    ),
  drift: (n: number, problem: string) => (problem === '' ? count('halt_drift', n) : say('halt_problem', problem)),
};

export const STEPS = {
  'set-up': [
    'step_data_set',
    'step_fields',
    'step_labels',
    'step_next',
    'step_look',
    'step_next_again',
    'step_summary',
    'step_save',
    'step_save_as_new',
  ],
  check: ['step_open', 'step_compare', 'step_next_twice', 'step_compare_summary'],
} as const satisfies Record<string, Key[]>;
export const SAVE_STEP = 'step_save_again';
