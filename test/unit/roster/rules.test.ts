import { describe, expect, it } from 'vitest';
import { classtagChecks } from '../../../utils/profile/classtag-checks.ts';
import { checkPreview } from '../../../utils/roster/preview.ts';
import { check, inShort, PARAMETERS } from './help.ts';

type Case = [what: string, changes: Record<string, string>[], found: string[]];

const other = { sourcedId: '00012346' };
const guardian = { role: 'guardian', grades: '', agentSourcedIds: '' };

describe('users.csv (reference classtag-files.md section 6)', () => {
  const cases: Case[] = [
    ['a good row', [{}], []],
    ['U1 no id', [{ sourcedId: '' }], ['U1 blank error sourcedId 1']],
    ['U1 an id of spaces', [{ sourcedId: '  ' }], ['U1 blank error sourcedId 1', 'F9 outer-space warning sourcedId 1']],
    ['U1 an id twice', [{}, other, {}], ['U1 repeated error sourcedId 1']],
    ['U1 three times', [{}, {}, {}], ['U1 repeated error sourcedId 2']],
    ['U1 an id with two roles', [{}, { ...guardian }], ['U1 two-roles warning sourcedId 1']],
    ['U1 rounded by a spreadsheet', [{ sourcedId: '1.05E+08' }], ['U1 spreadsheet error sourcedId 1']],
    [
      'U2 no role',
      [{ role: '' }],
      ['U2 blank error role 1', 'U5 not-student warning agentSourcedIds 1', 'U6 not-student note grades 1'],
    ],
    ['U2 an unknown role', [{ ...guardian, role: 'staff' }], ['U2 unknown error role 1']],
    ['U2 capitals', [{ ...guardian, role: 'Aide' }], ['U2 case warning role 1']],
    [
      'U3 no names',
      [{ givenName: '', familyName: ' ' }],
      ['U3 blank error givenName 1', 'U3 blank error familyName 1'],
    ],
    ['U4 no school', [{ orgSourcedIds: '' }], ['U4 blank error orgSourcedIds 1']],
    [
      'U5 seven guardians',
      [{ agentSourcedIds: '1,2,3,4,5,6,7' }],
      ['U5 too-many error agentSourcedIds 1', 'F5 delimiter error agentSourcedIds 1'],
    ],
    ['U5 six guardians', [{ agentSourcedIds: '1,2,3,4,5,6' }], ['F5 delimiter error agentSourcedIds 1']],
    ['U5 on a teacher', [{ role: 'teacher', grades: '' }], ['U5 not-student warning agentSourcedIds 1']],
    ['U5 oneself', [{ agentSourcedIds: '00012345' }], ['U5 self warning agentSourcedIds 1']],
    [
      'U5 twice',
      [{ agentSourcedIds: 'G1,G1' }],
      ['F5 delimiter error agentSourcedIds 1', 'U5 twice warning agentSourcedIds 1'],
    ],
    [
      'U5 a teacher for a guardian',
      [{ agentSourcedIds: 'T1' }, { ...guardian, sourcedId: 'T1', role: 'teacher' }],
      ['U5 not-guardian warning agentSourcedIds 1'],
    ],
    ['U5 a guardian on another page', [{ agentSourcedIds: 'G9' }], []],
    ['U6 PowerSchool’s 0', [{ grades: '0' }], ['U6 raw-number 0 warning grades 1']],
    ['U6 PowerSchool’s -2', [{ grades: '-2' }], ['U6 raw-number -2 warning grades 1']],
    ['U6 PowerSchool’s 9', [{ grades: '9' }], ['U6 raw-number 9 warning grades 1']],
    ['U6 no code', [{ grades: 'Grade 3' }], ['U6 unknown warning grades 1']],
    ['U6 capitals', [{ grades: 'kg' }], ['U6 case warning grades 1']],
    ['U6 a student without', [{ grades: '' }], ['U6 blank warning grades 1']],
    ['U6 grades 10 and 12 are codes', [{ grades: '10' }, { ...other, grades: '12' }], []],
    ['U7 no @', [{ email: 'noor.example.org' }], ['U7 form warning email 1']],
    ['U7 no host', [{ email: 'noor@example' }], ['U7 form warning email 1']],
    ['U7 unreachable guardian', [{ ...guardian, email: '', phone: '212-555-0111' }], ['U7 no-contact warning email 1']],
    ['U8 too short', [{ sms: '555-01' }], ['U8 form warning sms 1']],
    ['U8 rounded', [{ sms: '2.12556E+09' }], ['U8 spreadsheet warning sms 1']],
    ['U8 two numbers', [{ phone: '212-555-0111 / 212-555-0122' }], ['U8 form warning phone 1']],
    ['U9 a name', [{ language: 'Spanish' }], ['U9 form warning language 1']],
    ['U9 a list', [{ language: 'es,en' }], ['F5 delimiter error language 1', 'U9 form warning language 1']],
    ['U9 none, and with a region', [{ language: '' }, { ...other, language: 'pt-BR' }], []],
    [
      'U11 two accounts',
      [{}, { ...other, ...guardian, email: 'n.okafor@example.org' }],
      ['U11 two-accounts note givenName 1'],
    ],
    ['U12 no guardian', [{ agentSourcedIds: '' }], ['U12 no-guardian warning agentSourcedIds 1']],
    ['X1 lost zeros', [{}, { ...other, orgSourcedIds: '101' }], ['X1 lost-zeros warning orgSourcedIds 1']],
    ['F1 wrongly decoded', [{ givenName: 'JosÃ©' }], ['F1 wrongly-decoded warning givenName 1']],
    [
      'F1 names with accents are right',
      [{ givenName: 'José Ângela Łukasz' }, { ...other, givenName: 'Ãlvaro 李' }],
      [],
    ],
    [
      'F3 invisible',
      [{ familyName: 'de\u00a0Vries' }, { ...other, familyName: 'O\u200bNeil' }],
      ['F3 invisible warning familyName 2'],
    ],
    ['F3 control', [{ givenName: 'No\u0007or' }], ['F3 control warning givenName 1']],
    ['F5 a comma', [{ familyName: 'Reyes, Jr.' }], ['F5 delimiter error familyName 1']],
    ['F5 a line break', [{ givenName: 'Noor\r\n' }], ['F5 line-break error givenName 1']],
    ['F8 quotation marks', [{ givenName: 'Noor "Ace"' }], ['F8 quote error givenName 1']],
    ['F9 spaces', [{ sourcedId: ' 00012345' }], ['F9 outer-space warning sourcedId 1']],
  ];
  it.each(cases)('%s', (_, changes, found) => {
    expect(check('users', changes).map(inShort).sort()).toEqual([...found].sort());
  });

  it('U8 warns when the mobile numbers of nearly all guardians stand in phone', () => {
    const guardians = (n: number, of: Record<string, string>) =>
      Array.from({ length: n }, (_, at) => ({ ...guardian, ...of, sourcedId: `G${at}`, givenName: `Name${at}` }));
    const found = (rows: Record<string, string>[]) => check('users', rows).map(({ cause }) => cause);
    expect(found(guardians(20, { sms: '' }))).toEqual(['rarely-filled']);
    expect(found(guardians(19, { sms: '' }))).toEqual([]);
    expect(found(guardians(20, { sms: '', phone: '' }))).toEqual([]);
    expect(
      found([
        ...guardians(18, {}),
        ...guardians(2, { sms: '2125550111' }).map((row) => ({
          ...row,
          sourcedId: `H${row.sourcedId}`,
          familyName: 'Reed',
        })),
      ]),
    ).toEqual([]);
  });
});

describe('classes.csv', () => {
  const cases: Case[] = [
    ['a good row', [{}], []],
    ['C1 no id', [{ sourcedId: '' }], ['C1 blank error sourcedId 1']],
    ['C1 twice', [{}, {}], ['C1 repeated error sourcedId 1']],
    ['C2 no title', [{ title: '' }], ['C2 blank error title 1']],
    ['C3 no grade', [{ grades: '' }], ['C3 blank error grades 1']],
    ['C3 a number', [{ grades: '3' }], ['C3 raw-number 3 warning grades 1']],
    ['C3 no code', [{ grades: 'Third' }], ['C3 unknown warning grades 1']],
    ['C4 no school', [{ schoolSourcedId: '' }], ['C4 blank error schoolSourcedId 1']],
    ['C6 several periods', [{ periods: '1,3,5' }], ['F5 delimiter error periods 1', 'C6 several note periods 1']],
    ['X1 lost zeros', [{}, { sourcedId: '9', schoolSourcedId: '101' }], ['X1 lost-zeros warning schoolSourcedId 1']],
  ];
  it.each(cases)('%s', (_, changes, found) => {
    expect(check('classes', changes).map(inShort).sort()).toEqual([...found].sort());
  });
});

describe('enrollments.csv', () => {
  const cases: Case[] = [
    ['a good row', [{}], []],
    ['N1 no class', [{ classSourcedId: '' }], ['N1 blank error classSourcedId 1']],
    ['N2 no person', [{ userSourcedId: '' }], ['N2 blank error userSourcedId 1']],
    ['N3 no school', [{ schoolSourcedId: '' }], ['N3 blank error schoolSourcedId 1']],
    ['N4 unknown', [{ role: 'pupil' }], ['N4 unknown warning role 1']],
    ['N4 a guardian', [{ role: 'parent' }], ['N4 guardian warning role 1']],
    ['N5 twice', [{}, {}], ['N5 repeated warning userSourcedId 1']],
    ['N5 another class is another enrollment', [{}, { classSourcedId: '000124' }], []],
  ];
  it.each(cases)('%s', (_, changes, found) => {
    expect(check('enrollments', changes).map(inShort).sort()).toEqual([...found].sort());
  });
});

describe('what is known of the set-up', () => {
  it('makes a missing school id an error, a warning, or nothing', () => {
    const severity = (level: 'district' | 'school' | null) =>
      check('users', [{ orgSourcedIds: '' }], { level }).map((found) => found.severity);
    expect(severity('district')).toEqual(['error']);
    expect(severity(null)).toEqual(['warning']);
    expect(severity('school')).toEqual([]);
  });

  it('compares school ids with those that were given', () => {
    const found = (orgSourcedIds: string) => check('users', [{ orgSourcedIds }], { schoolIds: ['00101'] }).map(inShort);
    expect(found('00101')).toEqual([]);
    expect(found('101')).toEqual(['U4 not-configured error orgSourcedIds 1']);
  });

  it('does not miss guardians who come in a file of their own', () => {
    expect(check('users', [{ agentSourcedIds: '' }], { guardians: 'separate' })).toEqual([]);
  });

  it('lets commas be while values are in quotes', () => {
    const found = (value: string) => check('users', [{ familyName: value }], { quotes: true }).map(inShort);
    expect(found('Reyes, Jr.')).toEqual([]);
    expect(found('Rey"es')).toEqual(['F8 quote-quoted warning familyName 1']);
  });

  it('looks for the delimiter that is set', () => {
    const found = (fieldDelimiter: string) =>
      check('users', [{ familyName: 'a\tb,c' }], { fieldDelimiter }).map(inShort);
    expect(found('\t')).toEqual(['F5 delimiter error familyName 1']);
    expect(found(',')).toEqual(['F5 delimiter error familyName 1', 'F3 control warning familyName 1']);
  });

  it('warns of a column of passwords', () => {
    const input = { fileId: 'users', header: ['sourcedId', 'USERS.Password'], columns: ['sourcedId', null] };
    const found = checkPreview(classtagChecks, { ...input, rows: [['1', 'secret']], parameters: PARAMETERS });
    expect(found.map(inShort)).toEqual(['U10 unwanted warning password 1']);
    expect(JSON.stringify(found)).not.toContain('secret');
  });
});

describe('a finding', () => {
  it('says in words what is wrong, how often, and what to do', () => {
    const [found] = check('users', [{ grades: '0' }, { ...other, grades: '0' }]);
    expect(found?.message).toBe('2 rows have PowerSchool’s grade number 0. The code is KG.');
    expect(found?.advice).not.toBe('');
    expect(check('users', [{ grades: '1' }])[0]?.message).toBe(
      '1 row has PowerSchool’s grade number 1. The code is 01.',
    );
  });

  it('lists the first cells and counts them all', () => {
    const rows = Array.from({ length: 150 }, (_, at) => ({ sourcedId: `${at}A`, givenName: '' }));
    const [found] = check('users', rows);
    expect(found).toMatchObject({ count: 150, column: 'givenName' });
    expect(found?.cells).toHaveLength(100);
    expect(found?.cells[99]).toEqual({ row: 99, column: 3 });
  });

  it('comes with the worst first', () => {
    const found = check('users', [{ grades: '0', language: 'Spanish', familyName: '' }]);
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning']);
  });
});
