import { describe, expect, it } from 'vitest';
import type { ExportPage, GridRow } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import { review } from '../../../utils/template/review.ts';
import type { Choices } from '../../../utils/template/types.ts';
import { fileOf, node, pageWith, plainChoices, row, swapped, USERS_FIELDS, withoutDcid } from './pages.ts';

type FileId = Parameters<typeof fileOf>[0];

function look(parts: Partial<ExportPage>, choices: Choices = plainChoices, file: FileId = 'users') {
  return review(pageWith(parts), classtag, fileOf(file), choices);
}

const RIGHT: GridRow[] = USERS_FIELDS.map((field) =>
  row(field, field.slice('USERS.'.length).replace('languages', 'language')),
);
/** The right grid with some rows labeled otherwise, and some added. */
const withLabels = (labels: Record<string, string>, ...added: GridRow[]): GridRow[] => [
  ...RIGHT.map((one) => ({ ...one, label: labels[one.field.slice('USERS.'.length)] ?? one.label })),
  ...added,
];
const without = (...fields: string[]): GridRow[] => RIGHT.filter(({ field }) => !fields.includes(field.slice(6)));

const codes = ({ problems }: ReturnType<typeof review>) => problems.map(({ code, severity }) => `${code} ${severity}`);

describe('a grid as the guide wants it', () => {
  it('has no problem', () => {
    expect(look({ grid: RIGHT })).toEqual({ problems: [], fieldsRight: true, labelsRight: true });
  });

  it('has none without dcid when that is left out, and a note when it is not', () => {
    expect(codes(look({ grid: without('dcid'), tree: USERS_FIELDS.map(node) }, withoutDcid))).toEqual([]);
    expect(codes(look({ grid: without('dcid'), tree: USERS_FIELDS.map(node) }))).toEqual(['T8 note']);
  });

  it('has none under a chosen swap', () => {
    expect(codes(look({ grid: withLabels({ phone: 'sms', sms: 'phone' }) }, swapped))).toEqual([]);
  });

  it('is not right while nothing is chosen', () => {
    expect(look({})).toMatchObject({ fieldsRight: false, labelsRight: false });
  });
});

describe('one label that is not as it should be', () => {
  it.each<[string, Record<string, string>, string[], boolean]>([
    ['T1 the table still in front', { email: 'USERS.email' }, ['T1 error'], false],
    ['T1 in any case', { email: 'users.email' }, ['T1 error'], false],
    ['T2 the plural', { languages: 'languages' }, ['T2 error'], false],
    ['T3 an invisible character', { email: '\ufeffemail' }, ['T3 error'], false],
    ['T3 a no-break space', { email: 'email\u00a0' }, ['T3 error'], false],
    ['T3 a space at the end', { email: 'email ' }, ['T3 error'], false],
    ['T3 a space in front', { email: ' email' }, ['T3 error'], false],
    ['T3 no label', { email: '' }, ['T3 error'], false],
    ['T3 capitals', { sourcedId: 'sourcedid' }, ['T3 error'], false],
    ['T3 an order prefix left', { sourcedId: 'a_sourcedId' }, ['T3 error'], false],
    ['T3 a name of its own for a needed column', { role: 'Function' }, ['T3 error'], false],
    ['T3 a name of its own for an optional column', { email: 'Mail' }, ['T3 warning'], false],
    ["T3 another column's name", { phone: 'email', email: 'phone' }, ['T3 error', 'T3 error'], false],
    ['T5 a swap that was not chosen', { phone: 'sms', sms: 'phone' }, ['T5 warning', 'T5 warning'], false],
    ['F4 a spelling of an article', { sourcedId: 'sourceId' }, ['F4 note'], true],
  ])('%s', (_, labels, expected, labelsRight) => {
    const found = look({ grid: withLabels(labels) });
    expect(codes(found)).toEqual(expected);
    expect(found.labelsRight).toBe(labelsRight);
    expect(found.fieldsRight).toBe(true);
  });

  it('is one problem where many have their table in front', () => {
    const { problems } = look({ grid: USERS_FIELDS.map((field) => row(field)) });
    expect(problems.map(({ code }) => code)).toEqual(['T1']);
    expect(problems[0]?.message).toContain('12 labels');
  });

  it('names character, field and what to do', () => {
    const [problem] = look({ grid: withLabels({ email: 'em\u200bail' }) }).problems;
    expect(problem?.message).toContain('U+200B');
    expect(problem?.message).toContain('USERS.email');
    expect(problem?.advice).not.toBe('');
  });
});

describe('T4 duplicates', () => {
  it.each<[string, GridRow[]]>([
    ['the same', [row('X.a', 'email')]],
    ['in another case', [row('X.a', 'EMAIL')]],
    ['with something invisible', [row('X.a', 'em\u200bail')]],
    ['with a space', [row('X.a', 'email ')]],
  ])('%s', (_, added) => {
    const found = look({ grid: withLabels({}, ...added) });
    expect(codes(found)).toContain('T4 error');
    expect(found.labelsRight).toBe(false);
    const message = found.problems.find(({ code }) => code === 'T4')?.message;
    expect(message).toContain('USERS.email and X.a');
  });

  it('names a row that stands there twice', () => {
    const found = look({ grid: RIGHT, ambiguousRows: ['users.role'] });
    expect(codes(found)).toEqual(['T4 error']);
    expect(found.labelsRight).toBe(false);
  });

  it('does not call two blank labels equal', () => {
    expect(codes(look({ grid: withLabels({ email: '', phone: '' }) }))).toEqual(['T3 error', 'T3 error']);
  });
});

describe('T8 what is missing', () => {
  it.each<[string, string, string, boolean]>([
    ['a required column', 'sourcedId', 'error', false],
    ['an expected column', 'orgSourcedIds', 'warning', true],
    ['an optional column', 'email', 'note', true],
  ])('%s', (_, field, severity, fieldsRight) => {
    const found = look({ grid: without(field), tree: USERS_FIELDS.map(node) });
    expect(codes(found)).toEqual([`T8 ${severity}`]);
    expect(found.fieldsRight).toBe(fieldsRight);
  });

  it('says whether the data set offers it', () => {
    const grid = without('sourcedId');
    const advice = (tree: ExportPage['tree']) => look({ grid, tree }).problems[0]?.advice;
    expect(advice(USERS_FIELDS.map(node))).toContain('Select fields');
    expect(advice([node('USERS.email')])).toContain('plugin');
  });

  it('is an error where two tables offer it', () => {
    const found = look({ grid: without('role'), tree: ['A.role', 'B.role'].map(node) });
    expect(codes(found)[0]).toBe('T8 error');
    expect(found.problems[0]?.message).toContain('more than one table');
  });

  it('counts a column that another field was labeled as', () => {
    const grid = [...without('sourcedId'), row('USERS.number', 'sourcedId')];
    expect(look({ grid }).fieldsRight).toBe(true);
  });
});

it('lists errors before warnings before notes', () => {
  const grid = withLabels({ sourcedId: 'sourceId', email: 'Mail', role: ' role' });
  expect(codes(look({ grid }))).toEqual(['T3 error', 'T3 warning', 'F4 note']);
});

it.each<[FileId, string[]]>([
  ['classes', ['sourcedId', 'title', 'grades', 'location', 'schoolSourcedId', 'periods']],
  ['enrollments', ['classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role']],
])('%s.csv is right with the columns of its article', (file, names) => {
  const grid = names.map((name) => row(`T.${name}`, name));
  expect(look({ grid }, plainChoices, file)).toEqual({ problems: [], fieldsRight: true, labelsRight: true });
});
