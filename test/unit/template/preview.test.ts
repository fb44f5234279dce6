import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreviewTable } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import { choosePreview, filtersOf, type Preview } from '../../../utils/template/preview.ts';
import type { Choices } from '../../../utils/template/types.ts';
import { fileOf, plainChoices } from './pages.ts';

const table = (header: string[], rows: string[][] = []): PreviewTable => ({ header, rows, total: null, first: null });
const FIELDS = ['sourcedId', 'role', 'givenName', 'familyName', 'email', 'sms', 'phone', 'languages'];
const LABELS = FIELDS.map((name) => ({
  field: `USERS.${name}`,
  label: name === 'languages' ? 'language' : name,
}));
const COLUMNS = LABELS.map(({ label }) => label);
const SWAPPED: Choices = { ...plainChoices, profile: { swapPhoneAndSms: true } };
const swapped = (name: string) => ({ sms: 'phone', phone: 'sms' })[name] ?? name;

function columnsOf(header: string[], choices = plainChoices, labels: { field: string; label: string }[] = []) {
  const found = choosePreview([table(header)], classtag, fileOf('users'), choices, labels);
  return typeof found === 'string' ? found : found.columns;
}

describe('the columns of a preview', () => {
  it.each<[string, string[], Choices, typeof LABELS, (string | null)[]]>([
    ['labels', COLUMNS, plainChoices, [], COLUMNS],
    [
      'labels that another part of the receiver’s pages uses',
      ['sourceId', 'role'],
      plainChoices,
      [],
      ['sourcedId', 'role'],
    ],
    ['field names', FIELDS.map((name) => `USERS.${name}`), plainChoices, LABELS, COLUMNS],
    ['field names whose labels are not known', FIELDS.map((name) => `USERS.${name}`), plainChoices, [], COLUMNS],
    ['field names without their table', FIELDS, plainChoices, LABELS, COLUMNS],
    ['field names, phone and sms swapped', FIELDS.map((name) => `USERS.${name}`), SWAPPED, [], COLUMNS.map(swapped)],
    [
      'field names, phone and sms swapped on the page',
      FIELDS.map((name) => `USERS.${name}`),
      plainChoices,
      LABELS.map(({ field, label }) => ({ field, label: swapped(label) })),
      COLUMNS.map(swapped),
    ],
    ['an unknown column among them', ['sourcedId', 'role', 'bus'], plainChoices, [], ['sourcedId', 'role', null]],
    [
      'columns in front without a heading',
      ['', '', 'sourcedId', 'role'],
      plainChoices,
      [],
      [null, null, 'sourcedId', 'role'],
    ],
    ['one column twice', ['sourcedId', 'role', 'role'], plainChoices, [], ['sourcedId', 'role', null]],
    [
      'a label typed by hand that the receiver does not read',
      ['USERS.sourcedId', 'USERS.role', 'USERS.email'],
      plainChoices,
      LABELS.map((one) => (one.field === 'USERS.email' ? { ...one, label: 'mail' } : one)),
      ['sourcedId', 'role', null],
    ],
  ])('from %s', (_, header, choices, labels, expected) => {
    expect(columnsOf(header, choices, labels)).toEqual(expected);
  });

  it('are the same from labels and from field names, whatever the order and the swap', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FIELDS, { minLength: 2 }), fc.boolean(), (names, isSwapped) => {
        const choices = isSwapped ? SWAPPED : plainChoices;
        const labels = names.map((name) => {
          const label = name === 'languages' ? 'language' : name;
          return { field: `USERS.${name}`, label: isSwapped ? swapped(label) : label };
        });
        const byLabel = columnsOf(
          labels.map(({ label }) => label),
          choices,
          labels,
        );
        expect(
          columnsOf(
            labels.map(({ field }) => field),
            choices,
            labels,
          ),
        ).toEqual(byLabel);
        expect(
          columnsOf(
            labels.map(({ field }) => field),
            choices,
            [],
          ),
        ).toEqual(byLabel);
        expect(columnsOf(names, choices, labels)).toEqual(byLabel);
      }),
    );
  });
});

describe('which table is the preview', () => {
  const choose = (...tables: PreviewTable[]) => choosePreview(tables, classtag, fileOf('users'), plainChoices, []);
  const preview = table(COLUMNS, [COLUMNS]);

  it('is the one with most of the columns', () => {
    const about = table(['Column Header *', 'Description']);
    const few = table(['sourcedId', 'role', 'x']);
    expect((choose(about, few, preview) as Preview).table).toBe(preview);
    expect((choose(table(COLUMNS)) as Preview).table.rows).toEqual([]);
  });

  it('is the one with rows, where its headings stand in another table again', () => {
    expect((choose(table(COLUMNS), preview) as Preview).table).toBe(preview);
  });

  it('is not sure where two are alike, and none where none fits', () => {
    expect(choose(preview, table(COLUMNS, [COLUMNS]))).toBe('ambiguous');
    expect(choose()).toBe('missing');
    expect(choose(table(['Name', 'Description', 'Actions']))).toBe('missing');
    expect(choose(table(['role', 'Name', 'Description', 'Actions', 'Owner']))).toBe('missing');
  });
});

describe('filters', () => {
  it('are told apart: built-in ones always, those by column when something stands in them', () => {
    const filters = [
      { name: 'Lowest grade (e.g. 3)', value: '' },
      { name: 'USERS.email contains', value: '' },
      { name: 'USERS.role contains', value: 'student' },
      { name: 'sms', value: '5' },
      { name: 'Schools', value: 'North' },
    ];
    const found = choosePreview([table(COLUMNS)], classtag, fileOf('users'), plainChoices, []) as Preview;
    expect(filtersOf({ filters, rows: null, tables: [] }, found)).toEqual({
      builtIn: [filters[0], filters[4]],
      byColumn: [filters[2], filters[3]],
    });
    expect(filtersOf({ filters, rows: null, tables: [] }, null).byColumn).toEqual([filters[2]]);
  });
});
