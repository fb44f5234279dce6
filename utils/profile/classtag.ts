import type { Profile, ProfileColumn } from './schema.ts';

/** Shorthand for a column; see the schema for what each part means. */
function column(
  name: string,
  need: ProfileColumn['need'],
  note = '',
  more: Partial<ProfileColumn> = {},
): ProfileColumn {
  return { name, need, note, aliases: [], fieldNames: [], ...more };
}

const DCID = 'classtag_note_dcid';
const LEVEL = 'classtag_note_level';

/**
 * ClassTag, after its guide "PowerSchool plugin" (labels, export summary, template names) and its articles on the
 * three files (columns). `sourceId` and `schoolSourcedID` are spellings of ClassTag's own articles.
 */
export const classtag: Profile = {
  id: 'classtag',
  name: 'ClassTag',
  support: 'support@classtag.com',
  sources: ['help.classtag.com/en/articles/6962062', '6393158', '6618459', '6618460'],
  categories: ['Additional Data Sets', 'Additional Datasets'],
  output: {
    lineDelimiter: 'CR',
    fieldDelimiter: 'Comma',
    characterSet: 'UTF-8',
    includeHeaders: true,
    surroundInQuotes: false,
  },
  // The guide writes "EST" all year; by New York's clock the files are never late.
  sync: {
    from: '19:00',
    to: '21:00',
    zone: 'America/New_York',
    note: 'classtag_sync_note',
  },
  choices: [
    {
      id: 'swapPhoneAndSms',
      file: 'users',
      label: 'classtag_swap',
      explanation: 'classtag_swap_why',
      swap: ['phone', 'sms'],
    },
    {
      id: 'leaveOutDcid',
      file: 'users',
      label: 'classtag_dcid',
      explanation: 'classtag_dcid_why',
      leaveOut: 'dcid',
    },
  ],
  files: [
    {
      id: 'users',
      fileName: 'users.csv',
      query: 'com.classtag.one_roster_users',
      summaryWords: ['classtag', 'users'],
      tables: ['USERS'],
      columns: [
        column('sourcedId', 'required', 'classtag_note_person', { aliases: ['sourceId'] }),
        column('orgSourcedIds', 'expected', LEVEL),
        column('role', 'required', 'classtag_note_role'),
        column('givenName', 'required'),
        column('familyName', 'required'),
        column('email', 'optional', 'classtag_note_email'),
        column('sms', 'optional', 'classtag_note_sms'),
        column('phone', 'optional'),
        column('agentSourcedIds', 'optional', 'classtag_note_agents'),
        column('grades', 'optional'),
        column('language', 'optional', '', { fieldNames: ['languages'] }),
        column('dcid', 'optional', DCID),
      ],
      template: { name: 'classtag_users', description: 'ClassTag roster: users.csv' },
    },
    {
      id: 'classes',
      fileName: 'classes.csv',
      query: 'com.classtag.one_roster_classes',
      summaryWords: ['classtag', 'classes'],
      tables: ['SECTIONS'],
      columns: [
        column('sourcedId', 'required', 'classtag_note_class', { aliases: ['sourceId'] }),
        column('title', 'required'),
        column('grades', 'required'),
        column('location', 'optional'),
        column('schoolSourcedId', 'expected', LEVEL, { aliases: ['schoolSourcedID'] }),
        column('periods', 'optional'),
        column('dcid', 'optional', DCID),
      ],
      template: { name: 'classtag_classes', description: 'ClassTag roster: classes.csv' },
    },
    {
      id: 'enrollments',
      fileName: 'enrollments.csv',
      query: 'com.classtag.one_roster_enrollments',
      summaryWords: ['classtag', 'enrollments'],
      tables: ['CC'],
      columns: [
        column('classSourcedId', 'required', 'classtag_note_its_class'),
        column('schoolSourcedId', 'expected', LEVEL, { aliases: ['schoolSourcedID'] }),
        column('userSourcedId', 'required', 'classtag_note_its_person'),
        column('role', 'required', 'classtag_note_its_role'),
        column('sourcedId', 'optional', 'classtag_note_enrollment', {
          aliases: ['sourceId'],
        }),
        column('dcid', 'optional', DCID),
      ],
      template: { name: 'classtag_enrollments', description: 'ClassTag roster: enrollments.csv' },
    },
  ],
};
