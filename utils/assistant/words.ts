import type { Result, Target } from '../powerschool/types.ts';
import { SUMMARY_NAMES } from '../template/summary.ts';

/** PowerSchool's names for the controls that are one of a kind. */
const CONTROL_NAMES: Record<string, string> = {
  category: 'Category',
  exportFrom: 'Export From',
  ...SUMMARY_NAMES,
  templateName: 'Name',
  templateDescription: 'Description',
};

export function targetName(target: Target, fieldOf: (key: string) => string): string {
  return 'column' in target ? fieldOf(target.column) : (CONTROL_NAMES[target.control] ?? target.control);
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

export const SAVE = {
  taken: 'PowerSchool answers:',
  other: (now: string, name: string) => `The name is ${now}. ${name} was expected.`,
  notReady: (what: string) => `Before you save: ${what}`,
  labels: 'the labels were not all right when they were last seen on step 1.',
  summary: 'the export summary is not all right yet.',
  cannot: 'The box for the name was not found. Type the name by hand.',
};

export const WOULD_DUPLICATE = (label: string) =>
  `Two columns would both be called ${label}. Nothing was changed; change the other one first.`;

export const FAILED = (error: string) => `The assistant broke off (${error}). Look the page over, or reload it.`;
