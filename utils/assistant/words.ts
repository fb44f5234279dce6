import type { Result, Target } from '../powerschool/types.ts';
import type { Key } from '../words/keys.ts';
import { locale, say, textOf } from '../words/say.ts';

/** PowerSchool's names for step 1's selects. */
const CONTROL_NAMES: Record<string, string> = { category: 'Category', exportFrom: 'Export From' };

/** @param nameOf the name of a field by its key, or of another control by its own word, undefined for neither. */
export function targetName(target: Target, nameOf: (key: string) => string | undefined): string {
  const key = 'column' in target ? target.column : 'control' in target ? target.control : '';
  return nameOf(key) ?? CONTROL_NAMES[key] ?? key;
}

const EXPLANATIONS: Partial<Record<Result, Key>> = {
  missing: 'result_missing',
  ambiguous: 'result_ambiguous',
  'read-only': 'result_fixed',
  'no-such-option': 'result_no_option',
  'rejected-by-page': 'result_rejected',
  stale: 'result_stale',
};

/** What happened where a change did not end as planned, that nothing was lost, and what to do; '' where it did. */
export function explanationOf(result: Result): string {
  const key = EXPLANATIONS[result];
  return key ? say(key) : '';
}

/** All that a panel may have to say after the extension was updated under it. */
const AFTER_UPDATE: Key[] = [
  'dir',
  'stopped_updated',
  'attention',
  'extension_name',
  'open_panel',
  'fold',
  'move',
  'move_hint',
  'moved',
  'place_step',
  'place_file_step',
  'my_templates',
  'not_sure',
  'which_file',
  'this_is',
  'failed',
  'stop_waiting',
  'busy_loading',
  'leave_page',
  'leave_file',
  'go_to',
  'stay',
];

/** Asks for these while they can be had: Chrome gives no text any more once the extension was updated. */
export function keepForUpdate(): void {
  for (const key of AFTER_UPDATE) textOf(key);
  locale();
}
