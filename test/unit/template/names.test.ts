import { describe, expect, it } from 'vitest';
import { afterLastDot, columnOfLabel, nameOf } from '../../../utils/template/names.ts';
import { fileOf } from './pages.ts';

describe('the name after the last dot', () => {
  it.each([
    ['USERS.email', 'email'],
    ['Students.S_CA_Stu_X.ieptype', 'ieptype'],
    ['email', 'email'],
    ['USERS. email', 'email'],
    ['USERS.', 'USERS.'],
    ['', ''],
  ])('%j is %j', (name, last) => expect(afterLastDot(name)).toBe(last));
});

describe('the column of a field, and its label', () => {
  it.each([
    // Two and three parts, and one.
    ['users', 'USERS.sourcedId', 'sourcedId', 'sourcedId'],
    ['users', 'Students.S_CA_Stu_X.email', 'email', 'email'],
    ['users', 'email', 'email', 'email'],
    ['classes', 'SECTIONS.title', 'title', 'title'],
    ['enrollments', 'CC.userSourcedId', 'userSourcedId', 'userSourcedId'],
    // The guide's plural.
    ['users', 'USERS.languages', 'language', 'language'],
    ['users', 'USERS.language', 'language', 'language'],
    ['users', 'USERS.LANGUAGES', 'language', 'language'],
    // Order prefixes (Lawrence, ISA Aberdeen).
    ['users', 'USERS.a_sourcedId', 'sourcedId', 'sourcedId'],
    ['users', 'USERS.A_sourcedId', 'sourcedId', 'sourcedId'],
    ['users', 'USERS.01_sourcedId', 'sourcedId', 'sourcedId'],
    ['users', 'USERS.01sourcedId', 'sourcedId', 'sourcedId'],
    ['users', 'USERS.12_languages', 'language', 'language'],
    ['users', 'USERS.z_SOURCEDID', 'sourcedId', 'sourcedId'],
    // Any case.
    ['users', 'users.sourcedid', 'sourcedId', 'sourcedId'],
    ['users', 'USERS.ORGSOURCEDIDS', 'orgSourcedIds', 'orgSourcedIds'],
    ['classes', 'sections.SchoolSourcedId', 'schoolSourcedId', 'schoolSourcedId'],
    // Spellings of ClassTag's own articles stay to the letter, and only to the letter.
    ['users', 'USERS.sourceId', 'sourcedId', 'sourceId'],
    ['users', 'USERS.SOURCEID', 'sourcedId', 'sourcedId'],
    ['classes', 'SECTIONS.schoolSourcedID', 'schoolSourcedId', 'schoolSourcedID'],
    ['enrollments', 'CC.schoolsourcedid', 'schoolSourcedId', 'schoolSourcedId'],
    // Unknown ones lose the table alone.
    ['users', 'USERS.a_status', null, 'a_status'],
    ['users', 'USERS.middleName', null, 'middleName'],
    ['classes', 'SECTIONS.email', null, 'email'],
    ['users', 'USERS.ab_sourcedId', null, 'ab_sourcedId'],
    ['users', 'USERS.a_', null, 'a_'],
    ['users', 'USERS.01', null, '01'],
    ['users', 'USERS.sourcedIds', null, 'sourcedIds'],
    ['users', 'USERS.email2', null, 'email2'],
  ] as const)('%s: %s is %s, labeled %s', (file, field, column, label) => {
    const named = nameOf(field, fileOf(file));
    expect([named.column?.name ?? null, named.label]).toEqual([column, label]);
  });
});

describe('the column that reads a header', () => {
  it.each([
    ['sourcedId', 'sourcedId'],
    ['sourceId', 'sourcedId'],
    ['SourcedId', null],
    ['languages', null],
    ['language ', null],
    ['USERS.email', null],
  ])('%j is read by %s', (label, name) => expect(columnOfLabel(label, fileOf('users'))?.name ?? null).toBe(name));
});
