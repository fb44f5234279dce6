/**
 * Every sentence of the panel and the popup, in one place so that they can be translated later. Numbers and plurals go
 * through Intl. PowerSchool's own words (Next, Save Template, Save as New, Export From) are quoted as the page has them.
 */
import type { FileView, OutcomeView } from './view.ts';

const LOCALE = 'en-US';
const numbers = new Intl.NumberFormat(LOCALE);
const plurals = new Intl.PluralRules(LOCALE);

export const PRODUCT = 'Roster Export Assistant';

/** `1,204 rows`, `1 row`. */
function count(n: number, one: string, many: string): string {
  return `${numbers.format(n)} ${plurals.select(n) === 'one' ? one : many}`;
}
const fields = (n: number) => count(n, 'field', 'fields');
const labels = (n: number) => count(n, 'label', 'labels');
const TICKS = 4;

export const FOLD = 'Fold panel';
export const MOVE = 'Move panel';
export const MOVE_HINT = 'Drag, or use the arrow keys.';
export const FILES = 'Files';
export const SETTINGS = 'Settings';
export const CANCEL = 'Cancel';
export const STOP_WAITING = 'Stop waiting';
export const SELECT_FIELDS = 'Select fields';
export const AUTO_LABEL = 'Auto-label';
export const FILL_SUMMARY = 'Fill export summary';
export const FILL_NAME = 'Fill name';
export const UNDO = 'Undo';
export const DISMISS = 'Close report';
export const EMPTY = 'empty';

/** `users.csv · step 1 of 3`, as far as it is known. */
export function place(fileName: string | undefined, step: number | null): string {
  if (fileName === undefined) return step === null ? PRODUCT : `Step ${step} of 3`;
  return step === null ? fileName : `${fileName} · step ${step} of 3`;
}
export const MY_TEMPLATES = 'My Templates';
export const progress = (files: FileView[]) => `${files.filter((f) => f.done).length}/${files.length}`;
export const OPEN_PANEL = ': templates done. Open panel';
export const moved = (left: number, top: number) =>
  `Panel is ${numbers.format(left)} pixels from the left and ${numbers.format(top)} from the top.`;

/** State of a file in words, for its button. */
export function fileState(file: FileView): string {
  if (file.done) return 'done';
  const done = Object.values(file.ticks).filter(Boolean).length;
  return done === 0 ? 'not started' : `${done} of ${TICKS}`;
}

export const otherDataSet = (shown: string, receiver: string) =>
  `Export From shows “${shown}”, which is not one of ${receiver}’s data sets.`;
export const WHICH_FILE = 'Which file is this?';
export const thisIs = (fileName: string) => `This is ${fileName}`;
export const NOT_SURE = 'Not sure';

export const leave = (from: string) =>
  `${from === '' ? 'What is chosen on this page' : `What is chosen for ${from}`} and not saved yet will be lost.`;
export const goTo = (fileName: string) => `Go to ${fileName}`;
export const STAY = 'Stay here';
export const setUp = (fileName: string) => `Set up ${fileName}`;
/** What that button will press, said before it does. */
export const SET_UP_WHAT =
  'Chooses the data set, fields and labels, presses Next, and stops where you must look. Or choose a file above and go step by step.';

export const chosen = (n: number) => `${fields(n)} chosen`;
export const CHOSEN_NONE = 'No fields chosen yet';
/** What Select fields will do. */
export function willSelect(tick: number, untick: number): string {
  const parts = [tick > 0 && `${fields(tick)} to tick`, untick > 0 && `${fields(untick)} to untick`];
  return parts.filter(Boolean).join(', ');
}
export const TO_TICK = 'To tick';
export const TO_UNTICK = 'To untick';
export const WHICH_FIELDS = 'Show which';
export const labelsRight = (n: number) => `${labels(n)} right`;
export const labelsToChange = (n: number) => `${labels(n)} to change`;
export const labelsLeft = (n: number) => `${labels(n)} left alone`;
export const labelsTyped = (n: number) => `${labels(n)} typed by hand`;
export const COLUMNS_READY = 'Labels are right. Press Next on the page.';

/** `12 labels will change. 1 was typed by hand and stays.` */
export function previewCount(change: number, typedLeft: number): string {
  const stays =
    typedLeft > 0
      ? ` ${numbers.format(typedLeft)} ${typedLeft === 1 ? 'was typed by hand and stays' : 'were typed by hand and stay'}.`
      : '';
  return `${labels(change)} will change.${stays}`;
}
export const change = (n: number) => `Change ${labels(n)}`;
export const known = (receiver: string) => `In ${receiver}’s list`;
export const unknown = (receiver: string) => `Not in ${receiver}’s list: keeps its own name`;
export const TYPED = 'Typed by hand: stays unless ticked';
export const LEFT_ALONE = 'Left alone';
export const REFUSAL = {
  'read-only': 'The page does not let this label be changed.',
  'would-duplicate': 'The new label would stand twice.',
  ambiguous: 'The page shows this field twice.',
};
export const more = (n: number) => `and ${numbers.format(n)} more`;
export const FEWER = 'Show fewer';
export const BECOMES = 'becomes';

export const SEVERITY = { error: 'Error', warning: 'Warning', note: 'Note' };
export const PROBLEMS = 'To look at';

/** `12 set, 1 already right, 2 not changed.` */
export function outcomeCount(outcomes: OutcomeView[]): string {
  const set = outcomes.filter((o) => o.result === 'set').length;
  const already = outcomes.filter((o) => o.result === 'already').length;
  const failed = outcomes.length - set - already;
  const parts = [
    (set > 0 || outcomes.length === 0) && `${numbers.format(set)} changed`,
    already > 0 && `${numbers.format(already)} already right`,
    failed > 0 && `${numbers.format(failed)} not changed`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
export const RESULT = { set: 'Changed', already: 'Already right', failed: 'Not changed' };

export const SUMMARY = 'Export summary';
export const SETTING = 'Setting';
export const NOW = 'Now';
export const WANTED = 'Wanted';
export const STATE = 'State';
export const LINE_STATE = {
  right: 'Right',
  wrong: 'To change',
  missing: 'Not found on the page',
  ambiguous: 'Found twice on the page',
  'read-only': 'Cannot be changed here',
};
export const LINES_LEFT = 'Set the other lines by hand, as in the column Wanted.';
export const summaryReady = (name: string) => `Press Save Template on the page. The name ${name} will be filled in.`;
export const SAVE_AGAIN = 'To save it again, press Save Template on the page.';
export const saved = (fileName: string, name: string, on: string) =>
  `${fileName} is saved as ${name}${on === '' ? '' : `, ${on}`}.`;

export const SAVE = 'Save Export Template';
export const saveFilled = (name: string) => `The name is ${name}.`;
export const SAVE_AS_NEW = 'Press Save as New in the page’s dialog.';

/** What is known of a file's template in PowerSchool, in few words. */
export function savedState({ ticks, savedOn, verifiedOn, drift }: FileView, receiver: string): string {
  if (drift) return `differs from what ${receiver} wants`;
  if (verifiedOn !== '') return `verified on ${verifiedOn}`;
  if (!ticks.saved) return 'not saved';
  return `${savedOn === '' ? 'saved' : `saved on ${savedOn}`}, not yet verified`;
}

export const ALL_DONE = 'All three templates are saved.';
export const ALL_VERIFIED = 'All three templates are saved and verified.';
export const afterSaving = (receiver: string) => [
  `Write to ${receiver} support for access to its SFTP server:`,
  'Then schedule the three templates on My Templates, daily, to that server.',
];
export const WHAT_NEXT = 'What comes next';
export const ATTENTION = 'Attention';

export const ACT_AT_ONCE = 'Auto-label acts at once';
export const ACT_AT_ONCE_WHY = 'Labels typed by hand stay, and Undo works as before.';
export const TEMPLATE_NAMES = 'Template names';
export const templateNameOf = (fileName: string) => `Template for ${fileName}`;
export const NAME_BLANK = 'A template needs a name.';
export const NAME_TAKEN = 'Another template has this name.';

export const LAST_SITE = 'Last PowerSchool site';
export const CHECK_FILES = 'Check exported files';
export const CHECK_FILES_WHAT = 'Finds out, before they are sent, whether the files will sync. Nothing is uploaded.';
export const THIS_SITE = 'This PowerSchool site';
export const NEXT_STEP = 'What to do next';
export const TICK = {
  fields: 'Fields chosen',
  labels: 'Labels right',
  summary: 'Export summary right',
  saved: 'Template saved',
};
export const YES = 'done';
export const NO = 'not done';
export const START_OVER = 'Start over';
export const startOverWhat = (site: string) =>
  `Forget what is done on ${site}? Templates saved in PowerSchool stay there.`;
export const FORGET = 'Forget progress';
export const KEEP = 'Keep progress';
export const NOWHERE = 'No PowerSchool site yet';
export const NOWHERE_WHAT = 'Sign in to PowerSchool as an administrator, then open the Data Export Manager:';
export const MENU_PATH = ['Setup', 'System', 'Page and Data Management', 'Export Data'];
export const OTHER_PATH_WHAT = 'In newer versions also:';
export const OTHER_PATH = ['Data and Reporting', 'Exports', 'Data Export Manager'];
export const NOWHERE_THEN = 'The panel appears there by itself.';
