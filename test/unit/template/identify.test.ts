import { describe, expect, it } from 'vitest';
import type { ExportPage } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import { identify, optionFor } from '../../../utils/template/identify.ts';
import { chosen, fileOf, headed, mentioned, node, pageWith, row } from './pages.ts';

const of = (parts: Partial<ExportPage>) => {
  const { fileId, by, doubts } = identify(pageWith(parts), classtag);
  return [fileId, by, doubts.length];
};

describe('by the name of the query', () => {
  it.each([
    ['NQ - com.classtag.one_roster_users', 'users'],
    ['NQ - com.classtag.one_roster_classes', 'classes'],
    ['NQ - com.classtag.one_roster_enrollments', 'enrollments'],
    ['NQ com.classtag.one_roster_users', 'users'],
    ['NQ-com.classtag.one_roster_users', 'users'],
    ['Select/Edit Records from NQ- com.classtag.one_roster_users', 'users'],
    ['NQ - NQ - com.classtag.one_roster_users', 'users'],
    ['com.classtag.one_roster_users', 'users'],
    ['COM.CLASSTAG.ONE_ROSTER_USERS', 'users'],
    ['Roster (com.classtag.one_roster_users)', 'users'],
    ['Uses com.classtag.one_roster_users.', 'users'],
    ['“com.classtag.one_roster_users”, nightly', 'users'],
    ['Select/Edit Records from NQ - com.classtag.one_roster_users', 'users'],
    // Longer names that merely begin or end alike.
    ['NQ - com.classtag.one_roster_users_v2', null],
    ['NQ - com.classtag.one_roster_users2', null],
    ['NQ - com.classtag.one_roster_users-old', null],
    ['NQ - com.classtag.one_roster_users.archive', null],
    ['NQ - old-com.classtag.one_roster_users', null],
    ['NQ - old.com.classtag.one_roster_users', null],
    ['NQ - xcom.classtag.one_roster_users', null],
    ['NQ - com.classtag.one_roster', null],
    ['NQ - comXclasstagXone_roster_users', null],
    ['NQ - com.example.one_roster_users', null],
    ['', null],
  ])('%j is %s', (text, fileId) => {
    const isNamed = /\w+\.\w+\.\w+/.test(text);
    for (const mention of [chosen(text), headed(text), mentioned(text)]) {
      const nobody = isNamed ? 'another' : 'none';
      expect(of({ mentions: [mention] })).toEqual([fileId, fileId === null ? nobody : 'query', 0]);
    }
  });

  it('takes the value of the option as well as its text', () => {
    expect(of({ mentions: [chosen('Roster A'), chosen('com.classtag.one_roster_classes')] })).toEqual([
      'classes',
      'query',
      0,
    ]);
  });

  it('goes before the columns, and says when none of them fit', () => {
    const mentions = [chosen('NQ - com.classtag.one_roster_users')];
    expect(of({ mentions, tree: ['SECTIONS.title', 'SECTIONS.grades', 'SECTIONS.period'].map(node) })).toEqual([
      'users',
      'query',
      1,
    ]);
    expect(of({ mentions, tree: [node('USERS.sourcedId')] })).toEqual(['users', 'query', 0]);
    expect(of({ mentions, grid: [row('USERS.role')] })).toEqual(['users', 'query', 0]);
  });

  it('decides nothing where two are named', () => {
    const mentions = [
      chosen('NQ - com.classtag.one_roster_users'),
      headed('Select/Edit Records from NQ - com.classtag.one_roster_classes'),
    ];
    const { fileId, doubts } = identify(pageWith({ place: 'records', mentions }), classtag);
    expect(fileId).toBeNull();
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toContain('names more than one data set');
  });
});

describe('by a summary in place of the name', () => {
  it.each<[string, string | null]>([
    ['ClassTag Users', 'users'],
    ['NQ - ClassTag: enrollments', 'enrollments'],
    ['ClassTag - One Roster - Classes', 'classes'],
    ['classtag users (nightly)', 'users'],
    ['ClassTag users and classes', null],
    ['ClassTag', null],
    ['OneRoster 1.1 users', null],
    ['ClassTagUsers', null],
    ['ClassTag user', null],
  ])('%j is %s', (text, fileId) => {
    expect(of({ mentions: [chosen(text)] })).toEqual([fileId, fileId === null ? 'none' : 'summary', 0]);
  });

  it('is not believed from running text', () => {
    expect(of({ mentions: [mentioned('ClassTag users')] })).toEqual([null, 'none', 0]);
  });

  it('is not believed against the columns', () => {
    const tree = ['CC.classSourcedId', 'CC.userSourcedId', 'CC.role'].map(node);
    expect(of({ mentions: [chosen('ClassTag classes')], tree })).toEqual(['enrollments', 'columns', 1]);
  });
});

describe('by the columns', () => {
  it.each<[string, string[], string | null]>([
    ['users', ['USERS.sourcedId', 'USERS.role', 'USERS.givenName', 'USERS.familyName'], 'users'],
    ['users under prefixes', ['U.a_sourcedId', 'U.b_role', 'U.c_givenName', 'U.d_familyName'], 'users'],
    ['classes', ['SECTIONS.sourcedId', 'SECTIONS.title', 'SECTIONS.grades'], 'classes'],
    ['enrollments', ['CC.classSourcedId', 'CC.userSourcedId', 'CC.role'], 'enrollments'],
    ['too few of users', ['USERS.sourcedId', 'USERS.role', 'USERS.givenName'], null],
    ['users and classes at once', ['sourcedId', 'role', 'givenName', 'familyName', 'title', 'grades'], null],
    ['others', ['SCHOOLS.action', 'SCHOOLS.code'], null],
  ])('%s', (_, names, fileId) => {
    const by = fileId === null ? 'none' : 'columns';
    expect(of({ tree: names.map(node) })).toEqual([fileId, by, 0]);
    expect(of({ grid: names.map((name) => row(name)) })).toEqual([fileId, by, 0]);
  });

  it('says under which other name they stand', () => {
    const tree = ['CC.classSourcedId', 'CC.userSourcedId', 'CC.role'].map(node);
    const { fileId, doubts, shown } = identify(pageWith({ mentions: [chosen('Nightly')], tree }), classtag);
    expect([fileId, shown]).toEqual(['enrollments', 'Nightly']);
    expect(doubts[0]).toContain('“Nightly”');
  });
});

describe('the option of Export From', () => {
  const option = (text: string, value = text) => ({ text, value });
  it.each([
    ['by text', [option(''), option('NQ - com.classtag.one_roster_users', '1001')], '1001'],
    ['by value', [option('Roster', 'com.classtag.one_roster_users')], 'com.classtag.one_roster_users'],
    ['by summary', [option('ClassTag users', '7'), option('ClassTag classes', '8')], '7'],
    ['by name before summary', [option('ClassTag users', '7'), option('NQ - com.classtag.one_roster_users', '8')], '8'],
    ['not at all', [option(''), option('NQ - com.classtag.one_roster_users_v2', '7')], 'missing'],
    [
      'in doubt',
      [option('NQ - com.classtag.one_roster_users', '7'), option('com.classtag.one_roster_users', '8')],
      'ambiguous',
    ],
  ])('%s', (_, options, expected) => {
    const found = optionFor(options, fileOf('users'), classtag);
    expect(typeof found === 'string' ? found : found.value).toBe(expected);
  });
});
