import { expect, it } from 'vitest';
import type { PanelView } from '../../../../components/view.ts';
import { isUnrecognized } from '../../../../utils/assistant/later/unrecognized.ts';
import type { Situation } from '../../../../utils/assistant/view.ts';
import { nothingRead } from '../../../../utils/powerschool/read.ts';
import type { ExportPage } from '../../../../utils/powerschool/types.ts';

const LATER: PanelView['body'] = { kind: 'later' };
const box = { value: '', editable: true };
const SUMMARY = {
  fileName: box,
  lineDelimiter: box,
  fieldDelimiter: box,
  characterSet: box,
  includeHeaders: { value: true, editable: true },
  surroundInQuotes: { value: true, editable: true },
};
const TICKED = { key: 'users.email', table: 'USERS', field: 'email', ticked: true, editable: true };

const asks = (page: Partial<ExportPage>, more: Partial<Situation> = {}, body: PanelView['body'] = LATER) =>
  isUnrecognized({ page: { ...nothingRead(), ...page }, busy: '', isAlive: true, ...more } as Situation, body);

it.each<[string, Partial<ExportPage>]>([
  ['two steps at once', { unclear: true }],
  ['a field that stands twice', { place: 'columns', ambiguousRows: ['users.email'] }],
  ['a ticked column and no grid', { place: 'columns', tree: [TICKED] }],
  ['two lists that may be Export From', { place: 'columns', exportFrom: 'ambiguous' }],
  ['a line of the summary that is missing', { place: 'summary', summary: { ...SUMMARY, characterSet: 'missing' } }],
  [
    'a dialog without a name',
    { place: 'summary', summary: SUMMARY, saveDialog: { name: 'missing', description: box, error: '' } },
  ],
])('asks for a picture where there is %s, and not while PowerSchool works', (_, page) => {
  expect(asks(page)).toBe(true);
  for (const shown of [{ loading: true }, { signedOut: true }]) expect(asks({ ...page, ...shown })).toBe(false);
  for (const now of [{ busy: 'Working …' }, { isAlive: false }]) expect(asks(page, now)).toBe(false);
});

it('asks where no preview was found, or two', () => {
  const records = (state: 'checked' | 'missing' | 'ambiguous' | 'empty') =>
    asks({ place: 'records' }, {}, { kind: 'records', state } as PanelView['body']);
  expect([records('missing'), records('ambiguous')]).toEqual([true, true]);
  expect([records('checked'), records('empty')]).toEqual([false, false]);
});

it.each<[string, Partial<ExportPage>]>([
  ['the list of templates', { place: 'templates' }],
  ['a step that is as it should be', { place: 'summary', summary: SUMMARY }],
  ['a tree in which nothing is ticked yet', { place: 'columns', tree: [{ ...TICKED, ticked: false }] }],
])('does not ask on %s', (_, page) => expect(asks(page)).toBe(false));
