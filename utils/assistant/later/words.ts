import { SUMMARY_NAMES } from '../../template/summary.ts';

/** Sentences of the guided set-up: what is under way, why it stands still, and what to do. */

/** PowerSchool's names for the controls after step 1. */
export const CONTROL_NAMES: Record<string, string> = {
  ...SUMMARY_NAMES,
  templateName: 'Name',
  templateDescription: 'Description',
};

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const list = (names: string[]): string =>
  names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const DOING = {
  dataSet: (fileName: string) => `Waiting for PowerSchool to load the data set of ${fileName} …`,
  next: 'Pressing Next and waiting for PowerSchool …',
  saveTemplate: 'Pressing Save Template …',
  template: (name: string) => `Opening the template ${name} …`,
  fields: 'Ticking the fields …',
  labels: 'Changing the labels …',
  summary: 'Filling the export summary …',
  name: 'Filling the name …',
};

export const HALT = {
  updated: 'The extension was updated. Reload the page and start again: what is on the page is taken as it is.',
  signedOut: 'PowerSchool signed you out. Sign in again and open the Data Export Manager; then press Resume.',
  otherFile: 'The page is about another file, or does not tell which. Nothing was changed.',
  otherTemplate: 'The template that opened is of another data set. Nothing was changed.',
  columnsUnseen: 'The labels of this template were not seen. Go back to step 1 with Prev, then press Resume.',
  dialog: 'The dialog is open, but the export summary is not right. Cancel the dialog, then press Resume.',
  columns: (problem: string) =>
    problem === '' ? 'The fields are not all there. Look at the list below.' : `${problem} Then press Resume.`,
  summary: (names: string[]) =>
    `${list(names)} ${names.length === 1 ? 'was' : 'were'} not found on the page. Set ${names.length === 1 ? 'it' : 'them'} by hand, as in the column Wanted.`,
  summaryStuck: (names: string[]) => `Set ${list(names)} by hand, as in the column Wanted. Then press Resume.`,
  typed: (lines: { field: string; before: string; after: string }[]) =>
    `${plural(lines.length, 'label was', 'labels were')} typed by hand and ${lines.length === 1 ? 'stays' : 'stay'}: ${list(lines.map(({ field, before, after }) => `${field} is ${before}, not ${after}`))}. Change ${lines.length === 1 ? 'it' : 'them'} on the page, or go on.`,
  drift: (fields: number, labels: number) => {
    const parts = [
      fields > 0 && `${plural(fields, 'field', 'fields')} to tick or untick`,
      labels > 0 && `${plural(labels, 'label differs', 'labels differ')}`,
    ].filter(Boolean);
    return `This template is not as it should be${parts.length > 0 ? `: ${parts.join(', ')}` : ''}. Look at the list below.`;
  },
  summaryDrift: (n: number) =>
    `${plural(n, 'setting of the export summary differs', 'settings of the export summary differ')}.`,
  noReaction: 'PowerSchool did not react as expected. Nothing was lost. Do this step by hand, then press Resume.',
  answers: (error: string) => `PowerSchool answers: ${error} Nothing was lost. Mend it on the page, then press Resume.`,
  refused: 'Not all of it could be set; the report below says what. Set it by hand, then press Resume.',
  tooLong: 'PowerSchool has not answered for a minute. Nothing was lost. Press Resume when the page is there.',
  takenOver: 'Paused, because you worked on the page. Press Resume to go on from where the page is.',
  paused: 'Paused. Nothing is changed until you press Resume.',
  loadedAnew: 'The page was loaded anew. Press Resume to go on from where it is.',
  movedBack: 'You went to another step. Press Resume to go on from here.',
};

export const STAND = {
  look: (receiver: string) => `Look at the records below: are they what ${receiver} should get?`,
  save: 'Press Save as New in the page’s dialog.',
  saveOver: 'Press Save in the page’s dialog to replace the template.',
  next: 'Press Next on the page. The set-up then goes on by itself.',
  saveTemplate: (name: string) => `Press Save Template on the page, and save it as ${name}.`,
  saveAs: (name: string) => `Save the template as ${name} in the dialog that opened.`,
  saved: (fileName: string, name: string) => `${fileName} is saved as ${name}.`,
  verified: (name: string) => `${name} is as it should be.`,
};

export const BUTTON = {
  look: 'Looks right, continue',
  resume: 'Resume',
  keepTyped: 'Leave it so, continue',
  byHand: 'They are set, continue',
  putRight: 'Put it right',
  check: 'Check the rest',
  next: (fileName: string) => `Set up ${fileName}`,
  finish: 'What comes next',
};

export const STEPS = {
  'set-up': [
    'Choose the data set',
    'Tick the fields',
    'Change the labels',
    'Press Next',
    'You look at the records',
    'Press Next again',
    'Fill the export summary',
    'Press Save Template, fill the name',
    'You press Save as New',
  ],
  check: ['Look at fields and labels', 'Press Next twice', 'Look at the export summary'],
} as const;

export const SAVE = {
  taken: 'PowerSchool answers:',
  other: (now: string, name: string) => `The name is ${now}. ${name} was expected.`,
  notReady: (what: string) => `Before you save: ${what}`,
  labels: 'the labels were not all right when they were last seen on step 1.',
  summary: 'the export summary is not all right yet.',
  cannot: 'The box for the name was not found. Type the name by hand.',
};
