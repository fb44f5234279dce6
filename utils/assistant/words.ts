import type { Result, Target } from '../powerschool/types.ts';

/** PowerSchool's names for step 1's selects. */
const CONTROL_NAMES: Record<string, string> = { category: 'Category', exportFrom: 'Export From' };

/** @param nameOf the name of a field by its key, or of another control by its own word, undefined for neither. */
export function targetName(target: Target, nameOf: (key: string) => string | undefined): string {
  const key = 'column' in target ? target.column : 'control' in target ? target.control : '';
  return nameOf(key) ?? CONTROL_NAMES[key] ?? key;
}

/** What happened where a change did not end as planned, that nothing was lost, and what to do. */
export const EXPLANATIONS: Record<Result, string> = {
  set: '',
  already: '',
  missing: 'Not found on the page, so nothing was changed. Set it by hand.',
  ambiguous: 'Found more than once, so nothing was changed. Set it by hand.',
  'read-only': 'PowerSchool does not let it be changed.',
  'no-such-option': 'PowerSchool offers no such option, so nothing was changed. Choose it by hand.',
  'rejected-by-page': 'PowerSchool put another value back. Set it by hand and look again.',
  stale: 'It was changed in the meantime and stays so.',
};

export const BUSY = {
  dataSet: (fileName: string) => `Waiting for PowerSchool to load the data set of ${fileName} …`,
  unfolding: 'Waiting for PowerSchool to list the fields …',
  writing: 'Working …',
  loading: 'PowerSchool is loading …',
};

export const STOPPED = {
  updated: 'Reload this page to go on. Nothing on it was changed.',
  signedOut: 'Sign in again and open the Data Export Manager. What is ticked off is kept.',
  unclear: 'More than one step shows at once. Nothing is changed until it is clear which one it is.',
};

export const DATA_SET = {
  title: (fileName: string) => `Data set of ${fileName}`,
  notOffered: (query: string) =>
    `“Export From” does not offer ${query}. Is the plugin installed, and may you see it? If it has another name, choose it by hand.`,
  severalOffered: (query: string) =>
    `“Export From” offers more than one data set that could be ${query}. Choose it by hand.`,
  noSelect: '“Export From” was not found. Choose the data set by hand.',
  notLoaded: (fileName: string) =>
    `PowerSchool has not shown the columns of ${fileName} in time. Nothing was lost; try again.`,
};

export const WOULD_DUPLICATE = (label: string) =>
  `Two columns would both be called ${label}. Nothing was changed; change the other one first.`;

export const FAILED = (error: string) => `The assistant broke off (${error}). Look the page over, or reload it.`;
