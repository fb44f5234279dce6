/** Sentences of the page "What comes next", as in ../texts.ts. */
import type { FileView } from '../view.ts';

const list = new Intl.ListFormat('en-US');

export const TITLE = 'What comes next';
export const STANDING = 'Where things stand';
export const OPEN_MANAGER = 'Open the Data Export Manager';
export const OPEN_TEMPLATES = 'Open My Templates';

/** `2 of 3 templates are verified.` */
export function standing(files: FileView[]): string {
  const verified = files.filter((file) => file.verifiedOn !== '').length;
  if (verified === files.length) return 'All three templates are verified.';
  return `${verified} of ${files.length} templates ${verified === 1 ? 'is' : 'are'} verified.`;
}

export const UNKNOWN = 'Nothing was set up on this site in this browser yet.';
/** What to do first, one sentence each. */
export function whatToDo(files: FileView[]): string[] {
  const unsaved = files.filter((file) => !file.ticks.saved).map((file) => file.fileName);
  if (unsaved.length > 0) {
    return [
      `Set up ${list.format(unsaved)} first: the panel in the Data Export Manager leads through it.`,
      'If the templates were saved before, perhaps in another browser, open My Templates and let the panel check them.',
    ];
  }
  const check = 'Open My Templates in PowerSchool and press Check all three templates in the panel.';
  return files.some((file) => file.drift) ? [check, 'It shows what differs, and puts it right if you ask.'] : [check];
}

export const THEN = 'What comes then';
export const outline = (receiver: string) => [
  `A letter to ${receiver} support that asks for access to its SFTP server, ready to send.`,
  'The steps that remain, and who does each.',
  'A summary of the set-up, to print or to hand to a colleague.',
];

export const letterTo = (receiver: string) => `Letter to ${receiver} support`;
export const letterWhat = (receiver: string) =>
  `It asks for access to ${receiver}’s SFTP server and says what is set up. Nothing is sent from here: your mail program sends it, and you can change it there.`;
export const DISTRICT = 'Name of your district';
export const DISTRICT_WHY = 'For the letter and the summary; kept in this browser only.';
export const districtMissing = (placeholder: string) => `Until you enter it, the letter says ${placeholder}.`;
export const TO = 'To';
export const SUBJECT = 'Subject';
export const MAIL = 'Open in mail program';
export const COPY = 'Copy the letter';
export const copied = (to: string) => `Copied. Paste it into a mail to ${to}.`;
export const NOT_COPIED = 'The browser did not let it be copied. The letter is selected: press Ctrl+C (⌘C on a Mac).';
export const TOO_LONG =
  'The letter is too long for a link, so the mail program gets a short one. Copy the letter to send all of it.';

export const STEPS = 'Steps that remain';
export const YOU = 'You';
export const IT = 'Your IT department';
export const write = (receiver: string) => `Write to ${receiver} support, with the letter above.`;
export const SENDS = 'Sends you credentials for its SFTP server.';
export const CONNECTION = 'Makes an SFTP connection in PowerSchool with these credentials.';
export const schedule = (files: FileView[]) =>
  `Schedule the templates on My Templates, every day and before the sync: ${order(files)}. The panel there works out the times.`;
export const source = (from: string) => `As described in ${from}.`;

/** `users.csv, then classes.csv, then enrollments.csv` */
const order = (files: FileView[]) => files.map((file) => file.fileName).join(', then ');

export const SUMMARY = 'Summary of the set-up';
export const SUMMARY_WHAT = 'As it was read when the templates were verified. It holds no student’s data.';
export const PRINT = 'Print';
export const FACTS = {
  district: 'District',
  site: 'PowerSchool site',
  receiver: 'Receiver',
  syncAt: 'Sync starts at (your time)',
  template: 'Template',
  dataSet: 'Data set',
  saved: 'Saved',
  verified: 'Verified',
};
export const NO_LABELS = 'The labels are not known. Check the template on My Templates again.';
export const NOT_ENTERED = 'not entered';
export const NOT_KNOWN = 'not known';
export const yesNo = (chosen: boolean) => (chosen ? 'yes' : 'no');
export const labelsOf = (fileName: string) => `Fields and labels of ${fileName}`;
export const optionsOf = (fileName: string) => `Export summary of ${fileName}`;
export const FIELD = 'Field';
export const LABEL = 'Label';
export const SETTING = 'Setting';
export const VALUE = 'Value';
