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
  unfold: 'Unfolding the fields …',
  fields: 'Ticking the fields …',
  labels: 'Changing the labels …',
  summary: 'Filling the export summary …',
  name: 'Filling the name …',
  schedule: 'Filling the schedule …',
};

export const TITLE = {
  summary: 'Fill export summary',
  schedule: 'Fill active, days and time',
};

export const HALT = {
  updated: 'The extension was updated. Reload the page and start again: what is on the page is taken as it is.',
  signedOut: 'PowerSchool signed you out. Sign in again and open the Data Export Manager; then press Resume.',
  otherFile: 'The page is about another file, or does not tell which. Nothing was changed.',
  otherTemplate: 'The template that opened is of another data set. Nothing was changed.',
  columnsUnseen:
    'The labels were not all right, or not seen, when the page was last on step 1. Go back there with Prev, then press Resume.',
  dialog: 'The dialog is open, but the export summary is not right. Cancel the dialog, then press Resume.',
  columns: (problem: string) =>
    problem === '' ? 'The fields are not all there. Look at the list below.' : `${problem} Then press Resume.`,
  summary: (names: string[]) =>
    `${list(names)} ${names.length === 1 ? 'was' : 'were'} not found on the page. Set ${names.length === 1 ? 'it' : 'them'} by hand, as in the column Wanted.`,
  compare: (names: string[]) =>
    `${list(names)} ${names.length === 1 ? 'was' : 'were'} not found on the page, so ${names.length === 1 ? 'it' : 'they'} could not be compared. Look: is it as in the column Wanted? If not, change it and save the template yourself.`,
  summaryStuck: (names: string[]) => `Set ${list(names)} by hand, as in the column Wanted. Then press Resume.`,
  typed: (lines: { field: string; before: string; after: string }[]) =>
    `${plural(lines.length, 'label was', 'labels were')} typed by hand and ${lines.length === 1 ? 'stays' : 'stay'}: ${list(lines.map(({ field, before, after }) => `${field} is ${before}, not ${after}`))}. Change ${lines.length === 1 ? 'it' : 'them'} on the page, or go on.`,
  drift: (n: number, problem: string) =>
    problem === ''
      ? `This template is not as it should be: ${plural(n, 'thing differs', 'things differ')}. Nothing was changed.`
      : `This template is not as it should be. ${problem} Nothing was changed.`,
  notSaved:
    'All is right on the page now, but the saved template is not yet. “Put it right” presses Save Template; you press Save.',
  notListed: (name: string) =>
    `${name} is not in this list. Was it saved under another name? Enter that name in the popup’s settings, or set the file up anew.`,
  listedTwice: (name: string) =>
    `${name} is listed more than once, so it is not clear which one is meant. Delete the ones you do not need, then press Resume.`,
  noLink: (name: string) => `${name} has no link to open it by. Open it by hand; its labels are then compared.`,
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
  saveOtherName:
    'PowerSchool offers no Save here. Press Save as New under another name; then delete the old template, and schedule the new one.',
  mayPress: (receiver: string) =>
    `Fields and labels are what ${receiver} wants. The check presses Next twice to see the export summary.`,
  faulty: (errors: number, receiver: string) =>
    `${plural(errors, 'error', 'errors')} below would break the file or lose rows. Correct the records in PowerSchool first, or go on if ${receiver} should get them all the same.`,
  unchecked: (receiver: string) =>
    `Look at the records on the page: are they what ${receiver} should get? They could not be checked.`,
  next: 'Press Next on the page. The set-up then goes on by itself.',
  saveTemplate: (name: string) => `Press Save Template on the page, and save it as ${name}.`,
  saveAs: (name: string) => `Save the template as ${name} in the dialog that opened.`,
  saved: (fileName: string, name: string) => `${fileName} is saved as ${name}.`,
  verified: (name: string) => `${name} is as it should be.`,
  allVerified: 'All templates are as they should be.',
};

export const BUTTON = {
  look: 'Looks right, continue',
  allTheSame: 'Continue all the same',
  resume: 'Resume',
  keepTyped: 'Leave it so, continue',
  byHand: 'They are set, continue',
  compared: 'It is as wanted, continue',
  putRight: 'Put it right',
  check: 'Check the rest',
  next: (fileName: string) => `Set up ${fileName}`,
  checkAll: 'Check the saved templates',
  checkAgain: (name: string) => `Check ${name} again`,
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
  check: ['Open the template', 'Compare fields and labels', 'Press Next twice', 'Compare the export summary'],
} as const;
export const SAVE_STEP = 'Press Save Template; you press Save';

export const SAVE = {
  other: (now: string, name: string) => `The name is ${now}. ${name} was expected.`,
  notReady: (what: string) => `Before you save: ${what}`,
  labels: 'the labels were not all right when they were last seen on step 1.',
  summary: 'the export summary is not all right yet.',
  cannot: 'The box for the name was not found. Type the name by hand.',
};
