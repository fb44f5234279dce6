import { describe, expect, it } from 'vitest';
import type { GridRow } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import { type LabelContext, planLabels } from '../../../utils/template/labels.ts';
import type { Choices, LabelPlan } from '../../../utils/template/types.ts';
import { fileOf, nothingKnown, plainChoices, row, swapped, USERS_FIELDS } from './pages.ts';

function plan(
  grid: GridRow[],
  choices: Choices = plainChoices,
  context: LabelContext = nothingKnown,
  file: Parameters<typeof fileOf>[0] = 'users',
): LabelPlan {
  return planLabels(grid, classtag, fileOf(file), choices, context);
}

/** `before → after`, with `?` for an unknown column and `!` for a label that was typed. */
const SIGN = { known: '', unknown: '?', typed: '!' };
const linesOf = ({ lines }: LabelPlan) =>
  lines.map(({ before, after, kind }) => `${before} \u2192 ${after}${SIGN[kind]}`);
const refusalsOf = ({ refusals }: LabelPlan) => refusals.map(({ field, reason }) => `${field}: ${reason}`);

describe('the guide', () => {
  it('relabels users.csv as it says', () => {
    expect(linesOf(plan(USERS_FIELDS.map((field) => row(field))))).toEqual([
      'USERS.agentSourcedIds \u2192 agentSourcedIds',
      'USERS.dcid \u2192 dcid',
      'USERS.email \u2192 email',
      'USERS.familyName \u2192 familyName',
      'USERS.givenName \u2192 givenName',
      'USERS.grades \u2192 grades',
      'USERS.languages \u2192 language',
      'USERS.orgSourcedIds \u2192 orgSourcedIds',
      'USERS.phone \u2192 phone',
      'USERS.role \u2192 role',
      'USERS.sms \u2192 sms',
      'USERS.sourcedId \u2192 sourcedId',
    ]);
  });

  it('swaps phone and sms when chosen', () => {
    expect(linesOf(plan([row('USERS.phone'), row('USERS.sms')], swapped))).toEqual([
      'USERS.phone \u2192 sms',
      'USERS.sms \u2192 phone',
    ]);
  });

  it('swaps in users.csv alone', () => {
    expect(linesOf(plan([row('CC.phone')], swapped, nothingKnown, 'enrollments'))).toEqual(['CC.phone \u2192 phone?']);
  });

  it('knows what is right already', () => {
    const { lines, right } = plan([row('USERS.email', 'email'), row('USERS.role', 'role'), row('USERS.sms')]);
    expect([lines.length, right]).toEqual([1, 2]);
  });
});

describe('what one row becomes', () => {
  it.each([
    // Untouched: the page's own label, whatever its case or padding; or none.
    ['USERS.languages', 'USERS.languages', ['USERS.languages \u2192 language']],
    ['USERS.languages', 'users.languages', ['users.languages \u2192 language']],
    ['USERS.email', ' USERS.email ', [' USERS.email  \u2192 email']],
    ['USERS.email', 'USERS.email\u00a0', ['USERS.email\u00a0 \u2192 email']],
    ['USERS.email', '', [' \u2192 email']],
    ['Students.S_CA_Stu_X.email', 'Students.S_CA_Stu_X.email', ['Students.S_CA_Stu_X.email \u2192 email']],
    // Unknown to the profile: without the table.
    ['USERS.middleName', 'USERS.middleName', ['USERS.middleName \u2192 middleName?']],
    ['Students.S_CA_Stu_X.ieptype', 'Students.S_CA_Stu_X.ieptype', ['Students.S_CA_Stu_X.ieptype \u2192 ieptype?']],
    // Typed by hand: offered, never proposed.
    ['USERS.phone', 'Mobile', ['Mobile \u2192 phone!']],
    ['USERS.languages', 'languages', ['languages \u2192 language!']],
    ['USERS.email', 'Email', ['Email \u2192 email!']],
    ['USERS.email', 'email ', ['email  \u2192 email!']],
    ['USERS.email', 'e\u00a0mail', ['e\u00a0mail \u2192 email!']],
    ['USERS.middleName', 'ext.middle', ['ext.middle \u2192 middleName!']],
    // Right.
    ['USERS.email', 'email', []],
    ['USERS.sourceId', 'sourceId', []],
    ['email', 'email', []],
  ])('%s labeled %j', (field, label, lines) => expect(linesOf(plan([row(field, label)]))).toEqual(lines));

  it('plans a change that expects what stands there', () => {
    expect(plan([row('USERS.languages', ' USERS.languages')]).lines).toEqual([
      {
        key: 'users.languages',
        field: 'USERS.languages',
        before: ' USERS.languages',
        after: 'language',
        kind: 'known',
        change: {
          target: { kind: 'label', column: 'users.languages' },
          before: ' USERS.languages',
          after: 'language',
        },
      },
    ]);
  });

  it('does not take its own label for one that was typed', () => {
    const grid = [row('USERS.phone', 'phone'), row('USERS.sms', 'sms')];
    const written = new Map([
      ['users.phone', 'phone'],
      ['users.sms', 'sms'],
    ]);
    expect(linesOf(plan(grid, swapped))).toEqual(['phone \u2192 sms!', 'sms \u2192 phone!']);
    expect(linesOf(plan(grid, swapped, { ambiguousRows: [], written }))).toEqual([
      'phone \u2192 sms',
      'sms \u2192 phone',
    ]);
    const retyped = [row('USERS.phone', 'home'), row('USERS.sms', 'sms')];
    expect(linesOf(plan(retyped, swapped, { ambiguousRows: [], written }))).toContain('home \u2192 sms!');
  });
});

describe('what is refused', () => {
  it.each<[string, GridRow[], string[], string[]]>([
    ['a label that cannot be changed', [row('USERS.email', 'USERS.email', false)], [], ['USERS.email: read-only']],
    ['nothing, where such a label is right', [row('USERS.email', 'email', false)], [], []],
    [
      'one that another row has already',
      [row('USERS.email'), row('USERS.note', 'email')],
      ['email \u2192 note!'],
      ['USERS.email: would-duplicate'],
    ],
    [
      'one that differs from another in case alone',
      [row('USERS.email'), row('USERS.note', 'EMAIL')],
      ['EMAIL \u2192 note!'],
      ['USERS.email: would-duplicate'],
    ],
    [
      'two fields of the same name from two tables',
      [row('USERS.email'), row('STUDENTS.email')],
      [],
      ['USERS.email: would-duplicate', 'STUDENTS.email: would-duplicate'],
    ],
    [
      'the plural where the singular is there too',
      [row('USERS.language'), row('USERS.languages')],
      ['USERS.language \u2192 language'],
      ['USERS.languages: would-duplicate'],
    ],
    [
      'an unknown field where a known one wants the label',
      [row('X.role'), row('USERS.role', 'USERS.role', false), row('USERS.email')],
      ['X.role \u2192 role', 'USERS.email \u2192 email'],
      ['USERS.role: read-only'],
    ],
  ])('%s', (_, grid, lines, refusals) => {
    const planned = plan(grid);
    expect(linesOf(planned)).toEqual(lines);
    expect(refusalsOf(planned)).toEqual(refusals);
  });

  it('is a row that the page contradicts itself about', () => {
    const planned = plan([row('USERS.email')], plainChoices, { ambiguousRows: ['users.role'], written: new Map() });
    expect(refusalsOf(planned)).toEqual(['users.role: ambiguous']);
    expect(linesOf(planned)).toEqual(['USERS.email \u2192 email']);
  });

  it('is half a swap: the other label cannot be changed', () => {
    const planned = plan([row('USERS.phone'), row('USERS.sms', 'sms', false)], swapped);
    expect(linesOf(planned)).toEqual([]);
    expect(refusalsOf(planned)).toEqual(['USERS.sms: read-only', 'USERS.phone: would-duplicate']);
  });
});
