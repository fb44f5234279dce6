import { describe, expect, it } from 'vitest';
import { classtagRoster } from '../../../utils/profile/classtag-roster.ts';
import { type District, FAULTS, makeDistrict, type RosterFile, writeFile } from '../../simulator/index.ts';
import { checkSet, findingsOf } from './check-help.ts';
import { COLUMNS, rowsOf } from './help.ts';
import { slowFindings } from './slow-rules.ts';

const FILES: RosterFile[] = ['users', 'classes', 'enrollments'];
const SETTINGS = { level: 'district', guardians: 'users', schoolIds: [] } as const;

/** As the template exports: CR, comma, no quotes. */
function exported(district: District): Record<string, Uint8Array<ArrayBuffer>> {
  return Object.fromEntries(
    FILES.map((file) => {
      const columns = COLUMNS[file].map((label) => ({ name: label, label }));
      const output = {
        fileName: `${file}.csv`,
        characterSet: 'UTF-8',
        lineDelimiter: 'CR',
        fieldDelimiter: 'Comma',
        includeHeaders: true,
        surroundInQuotes: false,
      } as const;
      const content = writeFile(columns, rowsOf(district, file), output, {
        headersQuoted: false,
        finalDelimiter: true,
        byteOrderMark: false,
        unquotedSpecials: 'as-is',
        quotesInside: 'doubled',
      });
      return [`${file}.csv`, new Uint8Array(content)];
    }),
  );
}

/** The same rows by column, for the slow reading. */
const tablesOf = (district: District) =>
  Object.fromEntries(
    FILES.map((file) => [
      file,
      rowsOf(district, file).map((row) => Object.fromEntries(COLUMNS[file].map((name, at) => [name, row[at] ?? '']))),
    ]),
  );

/**
 * Which findings each fault gives, as code and column, all of them true of the files. Where more than the planted rows
 * have one, or none is about rows, its count stands behind it; `*` is what the slow reading of the whole set counts.
 */
const FOUND: Record<string, string[]> = {
  'blank-user-id': ['U1 blank users.sourcedId'],
  'duplicate-user-id': ['U1 repeated users.sourcedId'],
  // As guardians they have no child.
  'same-id-two-roles': ['U1 two-roles users.sourcedId', 'U15 no-child users.sourcedId'],
  'blank-role': ['U2 blank users.role'],
  'unknown-role': ['U2 unknown users.role'],
  'role-in-wrong-case': ['U2 case users.role'],
  'blank-given-name': ['U3 blank users.givenName'],
  'blank-family-name': ['U3 blank users.familyName'],
  'blank-school': ['U4 blank users.orgSourcedIds'],
  'unknown-school': ['U4 no-class-there users.orgSourcedIds'],
  'school-id-lost-zeros': ['U4 no-class-there users.orgSourcedIds', 'X1 lost-zeros users.orgSourcedIds'],
  'seven-guardians': ['F5 wide users.agentSourcedIds', 'U5 too-many users.agentSourcedIds'],
  // Their own guardians are nobody's now, unless a brother or sister names them.
  'unknown-guardian': ['U5 nobody users.agentSourcedIds', 'U15 no-child users.sourcedId *'],
  'guardian-is-teacher': ['U5 not-guardian users.agentSourcedIds', 'U15 no-child users.sourcedId *'],
  'guardian-on-teacher': ['U5 not-student users.agentSourcedIds'],
  'own-guardian': ['U5 self users.agentSourcedIds', 'U15 no-child users.sourcedId *'],
  'guardian-listed-twice': ['F5 wide users.agentSourcedIds', 'U5 twice users.agentSourcedIds'],
  'two-guardians-unquoted': ['F5 wide users.agentSourcedIds'],
  'student-without-guardian': ['U12 no-guardian users.agentSourcedIds', 'U15 no-child users.sourcedId *'],
  'raw-powerschool-grade': ['U6 raw-number 0 users.grades'],
  'unknown-grade': ['U6 unknown users.grades'],
  'student-without-grade': ['U6 blank users.grades'],
  'malformed-email': ['U7 form users.email'],
  'guardian-without-contact': ['U7 no-contact users.email'],
  'malformed-phone': ['U8 form users.sms'],
  'phone-from-spreadsheet': ['U8 spreadsheet users.sms'],
  'two-phones-in-one-value': ['U8 form users.sms'],
  // Some of them have no email either.
  'mobiles-in-phone-column': ['U8 rarely-filled users.sms 1', 'U7 no-contact users.email *'],
  'language-by-name': ['U9 form users.language'],
  // It could as well be in the grade before: neither is a list.
  'two-languages': ['F5 wide users.'],
  'same-person-other-contact': ['U11 two-accounts users.givenName', 'U15 no-child users.sourcedId'],
  'comma-in-name': ['F5 wide users.familyName'],
  'quotes-in-name': ['F8 quote users.givenName'],
  // CR and LF inside a value: two rows for one, both too short, and lines that end in another way.
  'line-break-in-name': ['F5 narrow users. 4', 'F7 mixed-line-ends users. 1', 'U15 no-child users.sourcedId 2'],
  'wrongly-decoded-name': ['F1 wrongly-decoded users.givenName'],
  'no-break-space-in-name': ['F3 invisible users.familyName'],
  'control-character-in-name': ['F3 control users.givenName'],
  'invisible-character-in-user-id': ['F3 invisible users.sourcedId'],
  'spaces-around-user-id': ['F9 outer-space users.sourcedId'],
  'user-id-from-spreadsheet': ['U1 spreadsheet users.sourcedId'],
  'blank-class-id': ['C1 blank classes.sourcedId'],
  'duplicate-class-id': ['C1 repeated classes.sourcedId'],
  'blank-title': ['C2 blank classes.title'],
  'blank-class-grade': ['C3 blank classes.grades'],
  'raw-powerschool-class-grade': ['C3 raw-number 3 classes.grades'],
  'unknown-class-grade': ['C3 unknown classes.grades'],
  'blank-class-school': ['C4 blank classes.schoolSourcedId'],
  // Everybody in the two classes is now at another school than they.
  'unknown-class-school': ['C4 nobody-there classes.schoolSourcedId', 'N3 other-school enrollments.schoolSourcedId *'],
  'class-school-id-lost-zeros': [
    'C4 nobody-there classes.schoolSourcedId',
    'X1 lost-zeros classes.schoolSourcedId',
    'N3 other-school enrollments.schoolSourcedId *',
  ],
  'class-without-enrollments': ['C5 no-enrollment classes.sourcedId'],
  // The last two columns may hold anything: that it is the very last cannot be told from the row.
  'several-periods-unquoted': ['F5 wide classes.'],
  'comma-in-title': ['F5 wide classes.title'],
  // A value in quotation marks is the value: nothing is wrong with reading it.
  'quotes-in-title': [],
  'line-break-in-location': ['F5 narrow classes. 4', 'F7 mixed-line-ends classes. 1'],
  'no-break-space-in-title': ['F3 invisible classes.title'],
  'invisible-character-in-class-id': ['F3 invisible classes.sourcedId', 'C5 no-enrollment classes.sourcedId'],
  'spaces-around-class-id': ['F9 outer-space classes.sourcedId', 'C5 no-enrollment classes.sourcedId'],
  'unknown-class': ['N1 unknown enrollments.classSourcedId'],
  'blank-enrollment-class': ['N1 blank enrollments.classSourcedId'],
  'class-id-lost-zeros': ['N1 unknown enrollments.classSourcedId', 'X1 lost-zeros enrollments.classSourcedId'],
  'unknown-user': ['N2 unknown enrollments.userSourcedId'],
  'blank-enrollment-user': ['N2 blank enrollments.userSourcedId'],
  'user-id-lost-zeros': ['N2 unknown enrollments.userSourcedId', 'X1 lost-zeros enrollments.userSourcedId'],
  'blank-enrollment-school': ['N3 blank enrollments.schoolSourcedId'],
  'enrollment-at-other-school': ['N3 other-school enrollments.schoolSourcedId'],
  'enrollment-school-id-lost-zeros': [
    'N3 other-school enrollments.schoolSourcedId',
    'X1 lost-zeros enrollments.schoolSourcedId',
  ],
  'role-differs-from-user': ['N4 not-teacher enrollments.userSourcedId'],
  'enrollment-role-unknown': ['N4 unknown enrollments.role'],
  'parent-enrolled': ['N4 guardian enrollments.role'],
  'duplicate-enrollment': ['N5 repeated enrollments.userSourcedId'],
  'class-without-teacher': ['N6 no-teacher classes.sourcedId'],
  'quotes-in-enrollment': [],
  'no-break-space-after-user-id': ['F3 invisible enrollments.userSourcedId', 'N2 unknown enrollments.userSourcedId'],
  'invisible-character-in-enrollment': [
    'F3 invisible enrollments.classSourcedId',
    'N1 unknown enrollments.classSourcedId',
  ],
  'space-before-class-id': ['F9 outer-space enrollments.classSourcedId', 'N1 unknown enrollments.classSourcedId'],
};

/** Their rows are not read as the columns that were written: cut in two, with quotation marks as CSV's, not told apart. */
const READ_OTHERWISE = [
  'line-break-in-name',
  'line-break-in-location',
  'quotes-in-title',
  'quotes-in-enrollment',
  'several-periods-unquoted',
  'two-languages',
];

describe('a clean district', () => {
  it.each([0, 1, 7, 8, 9])('of seed %i is ready', async (seed) => {
    const report = await checkSet(exported(makeDistrict({ seed, students: 40 + 130 * seed, faults: [] })));
    expect(findingsOf(report)).toEqual([]);
    expect(report.verdict.state).toBe('ready');
  });
});

describe('the faults that the simulator can plant', () => {
  it('are all listed here', () => expect(Object.keys(FOUND)).toEqual(Object.keys(FAULTS)));

  it.each(Object.keys(FAULTS).map((name, at) => [name, 1 + 76 * (at % 2)] as const))(
    '%s gives its findings, and nothing else',
    async (name, seed) => {
      const district = makeDistrict({ seed, students: 120, faults: [name] });
      const slow = new Map(
        slowFindings(classtagRoster, tablesOf(district), SETTINGS).map(({ rule, spelling, rows }) => {
          const { code, cause, file, column } = rule;
          return [`${code} ${cause}${spelling && ` ${spelling}`} ${file}.${column}`, rows.length];
        }),
      );
      const planted = district.plantedRows(name).length;
      const wanted = (FOUND[name] ?? []).map((line) => {
        const what = line.replace(/ (\*|\d+)$/, '');
        const count = / (\*|\d+)$/.exec(line.includes('.') ? line.slice(line.indexOf('.')) : '')?.[1];
        return `${what} ${count === '*' ? slow.get(what) : (count ?? planted)}`;
      });
      const { findings } = await checkSet(exported(district));
      const found = findings.map(
        ({ code, cause, file, column, count }) => `${code} ${cause} ${file}.${column ?? ''} ${count}`,
      );
      expect(found.sort()).toEqual(wanted.sort());
      if (READ_OTHERWISE.includes(name)) return;
      const ofRules = found.filter((one) => slow.has(one.replace(/ \d+$/, '')));
      expect(ofRules).toEqual([...slow].map(([what, count]) => `${what} ${count}`).sort());
    },
  );
});
