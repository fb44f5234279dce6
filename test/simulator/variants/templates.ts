import { variant } from './variant.ts';

/** The save dialog, the lists of templates, and the schedule dialog. */
export const TEMPLATE_VARIANTS = {
  scheduledTab: variant('I', 'The third tab, Scheduled System Templates, depends on the role', 'present', 'absent'),
  templateColumn: variant(
    'U',
    'My Templates lists names and descriptions only, or the data set too',
    'none',
    'data-set',
  ),
  scheduledColumn: variant('U', 'The scheduled list says when a template runs, or not', 'none', 'schedule'),
  scheduleTime: variant(
    'I',
    'The time in the schedule dialog is a text box, three lists, or a time field of the browser',
    'text',
    'selects',
    'time-input',
  ),
  scheduleDays: variant(
    'S',
    'The days in the schedule dialog stand below each other, or as columns with headings',
    'rows',
    'columns',
  ),
  scheduleWeek: variant('S', 'The week in the schedule dialog begins on Monday or on Sunday', 'monday', 'sunday'),
  dialog: variant(
    'I',
    'The save form opens in the one reused #psDialog, in a fresh dialog, or in the page',
    'reused',
    'fresh',
    'inline',
  ),
  dialogButtons: variant(
    'U',
    "Dialog buttons are in jQuery UI's button pane, or in a .button-row",
    'buttonpane',
    'button-row',
  ),
  saveEnds: variant(
    'U',
    'After saving: dialog closes with a confirmation, closes silently, or My Templates opens',
    'confirm',
    'silent',
    'my-templates',
  ),
  saveAnswer: variant(
    'U',
    'What Save as New and Save come to: the template is saved, the role does not permit it, or the session ends there (once)',
    'saved',
    'no-permission',
    'session-gone',
  ),
  saveExisting: variant('I', 'An opened template can be saved over, or only saved as new', 'save', 'as-new-only'),
  templateOpens: variant('U', 'An opened template shows step 1, or step 3 first', 'columns', 'summary'),
};
