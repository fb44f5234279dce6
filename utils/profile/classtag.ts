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

const DCID = 'Takes no part in the sync.';
const LEVEL = 'Needed when one sync serves the whole district; may be left out when one school syncs alone.';

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
    note: 'Newer accounts choose the time themselves.',
  },
  choices: [
    {
      id: 'swapPhoneAndSms',
      file: 'users',
      label: 'Swap phone and sms',
      explanation:
        'For districts that keep mobile numbers in the phone field: ClassTag texts and calls the sms column.',
      swap: ['phone', 'sms'],
    },
    {
      id: 'leaveOutDcid',
      file: 'users',
      label: 'Leave out dcid',
      explanation: 'ClassTag does not read dcid.',
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
        column('sourcedId', 'required', 'The id by which ClassTag knows a person.', { aliases: ['sourceId'] }),
        column('orgSourcedIds', 'expected', LEVEL),
        column('role', 'required', 'Tells students, guardians and teachers apart.'),
        column('givenName', 'required'),
        column('familyName', 'required'),
        column('email', 'optional', 'For login and e-mail.'),
        column('sms', 'optional', 'Mobile number, for login, texts and calls.'),
        column('phone', 'optional'),
        column('agentSourcedIds', 'optional', 'Ties students to their guardians.'),
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
        column('sourcedId', 'required', 'The id by which ClassTag knows a class.', { aliases: ['sourceId'] }),
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
        column('classSourcedId', 'required', 'The class, by its id in classes.csv.'),
        column('schoolSourcedId', 'expected', LEVEL, { aliases: ['schoolSourcedID'] }),
        column('userSourcedId', 'required', 'The person, by the id in users.csv.'),
        column('role', 'required', 'Student or teacher in this class.'),
        column('sourcedId', 'optional', "The enrollment's own id; ClassTag does not read it.", {
          aliases: ['sourceId'],
        }),
        column('dcid', 'optional', DCID),
      ],
      template: { name: 'classtag_enrollments', description: 'ClassTag roster: enrollments.csv' },
    },
  ],
};
