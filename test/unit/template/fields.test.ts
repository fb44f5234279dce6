import { describe, expect, it } from 'vitest';
import { classtag } from '../../../utils/profile/classtag.ts';
import { fieldName, planFields } from '../../../utils/template/fields.ts';
import type { Choices } from '../../../utils/template/types.ts';
import { fileOf, node, plainChoices, USERS_FIELDS, withoutDcid } from './pages.ts';

function plan(names: string[], choices: Choices = plainChoices, file: Parameters<typeof fileOf>[0] = 'users') {
  const { changes, unclear, notOffered } = planFields(names.map(node), classtag, fileOf(file), choices);
  const turned = changes.map(({ target, before, after }) => {
    expect(before).toBe(!after);
    return `${after ? '+' : '-'}${target.kind === 'tick' ? target.column : ''}`;
  });
  return { turned, unclear, notOffered };
}

describe('which boxes are turned', () => {
  it.each<[string, string[], Choices, string[]]>([
    ['all that the profile wants', USERS_FIELDS, plainChoices, USERS_FIELDS.map((name) => `+${name.toLowerCase()}`)],
    ['none that is ticked already', ['+USERS.email', 'USERS.sms'], plainChoices, ['+users.sms']],
    ['none that the profile does not know', ['USERS.middleName', '+USERS.note'], plainChoices, []],
    ['not the one to be left out', ['USERS.dcid', 'USERS.sms'], withoutDcid, ['+users.sms']],
    ['the one to be left out, off', ['+USERS.dcid', 'USERS.sms'], withoutDcid, ['-users.dcid', '+users.sms']],
    ['in the order of the tree', ['USERS.sms', 'USERS.email'], plainChoices, ['+users.sms', '+users.email']],
    ['under order prefixes too', ['USERS.a_sourcedId'], plainChoices, ['+users.a_sourcedid']],
    ["the guide's table before others", ['STUDENTS.email', 'USERS.email'], plainChoices, ['+users.email']],
    ['the only table that offers it', ['STUDENTS.email'], plainChoices, ['+students.email']],
    ['a column without a table', ['email'], plainChoices, ['+email']],
  ])('%s', (_, tree, choices, turned) => expect(plan(tree, choices).turned).toEqual(turned));

  it('is for no box when two other tables offer the column', () => {
    const { turned, unclear } = plan(['A.email', 'B.email']);
    expect([turned, unclear]).toEqual([[], ['email']]);
  });

  it('is clear again when one of the two is ticked by hand', () => {
    expect(plan(['A.email', '+B.email'])).toMatchObject({ turned: [], unclear: [] });
  });

  it('names what the data set does not offer', () => {
    expect(plan(['CC.role', 'CC.sourcedId', 'CC.dcid'], plainChoices, 'enrollments').notOffered).toEqual([
      'classSourcedId',
      'schoolSourcedId',
      'userSourcedId',
    ]);
    expect(plan([], withoutDcid).notOffered).not.toContain('dcid');
  });
});

describe('the name of a field', () => {
  it.each([
    ['USERS.email', 'USERS.email'],
    ['Students.S_CA_Stu_X.ieptype', 'Students.S_CA_Stu_X.ieptype'],
    ['email', 'email'],
  ])('%s', (name, shown) => expect(fieldName(node(name))).toBe(shown));
});
