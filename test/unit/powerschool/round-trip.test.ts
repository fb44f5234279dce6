import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, undoOf } from '../../../utils/powerschool/apply.ts';
import { readPage } from '../../../utils/powerschool/read.ts';
import type { ExportPage } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import { planLabels } from '../../../utils/template/labels.ts';
import { openPage } from './fixtures.ts';
import { gridPage, type MadeRow, wholeForm } from './grid-page.ts';

const PAGE = '/admin/datamgmt/exportmanager.action';

const fieldName = fc.constantFrom(
  'sourcedId',
  'A_ROLE',
  'givenname',
  '01_email',
  'languages',
  'language',
  'phone',
  'sms',
  'status',
  'x1',
);
const field = fc.tuple(fc.constantFrom('USERS', 'Students.S_CA_Stu_X'), fieldName).map((parts) => parts.join('.'));

const rows: fc.Arbitrary<MadeRow[]> = fc
  .uniqueArray(field, { maxLength: 7, selector: (name) => name.toLowerCase() })
  .chain((fields) =>
    fc.tuple(
      ...fields.map((name) =>
        fc
          .record({
            label: fc.constantFrom(name, name, name.toLowerCase(), '', 'Mobile', ' email', 'phone', '<b>"&'),
            locked: fc.constantFrom(false, false, false, true),
          })
          .map(({ label, locked }): MadeRow => ({ field: name, label, readOnly: locked })),
      ),
    ),
  );

const swap = fc.boolean().map((chosen) => ({
  profile: { swapPhoneAndSms: chosen },
  templateNames: {},
  actAtOnce: false,
}));

function planOf(page: ExportPage, choices: Parameters<typeof planLabels>[3]) {
  const [users] = classtag.files;
  if (!users) throw new Error('The profile has no files.');
  const context = { ambiguousRows: page.ambiguousRows, written: new Map() };
  return planLabels(page.grid, classtag, users, choices, context);
}

const options = { signal: new AbortController().signal, settle: async () => undefined };

// Each run makes a window of its own.
describe('a random grid in a page', { timeout: 60_000 }, () => {
  it('is as planned after the plan is carried out, nothing else has changed, and undo restores it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, swap, async (made, choices) => {
        const { document, location } = openPage(gridPage(made), PAGE);
        const form = wholeForm(document);
        const page = readPage(document, location);
        expect(page.grid.map(({ field: name, label, editable }) => [name, label, editable])).toEqual(
          made.map(({ field: name, label, readOnly }) => [name, label, !readOnly]),
        );

        const lines = planOf(page, choices).lines.filter(({ kind }) => kind !== 'typed');
        const outcomes = await applyChanges(
          document,
          lines.map(({ change }) => change),
          options,
        );
        expect(outcomes.every(({ result }) => result === 'set')).toBe(true);

        const planned = new Map(lines.map(({ key, after }) => [key, after]));
        const expected = page.grid.map((row) => ({ ...row, label: planned.get(row.key) ?? row.label }));
        expect(readPage(document, location)).toEqual({ ...page, grid: expected });
        const changed = wholeForm(document).filter((held, index) => held !== form[index]);
        expect(changed).toHaveLength(lines.length);

        const undone = await applyChanges(document, undoOf(outcomes), options);
        expect(undone.every(({ result }) => result === 'set')).toBe(true);
        expect(wholeForm(document)).toEqual(form);
        expect(readPage(document, location)).toEqual(page);
      }),
      { numRuns: 25 },
    );
  });

  it('is written right while the page turns its rows round after every write', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const { document, location } = openPage(gridPage(made), PAGE);
        const page = readPage(document, location);
        const lines = planOf(page, { profile: {}, templateNames: {}, actAtOnce: false }).lines;
        document.addEventListener('change', () => {
          const body = document.querySelector('.grid tbody');
          if (body) body.append(...[...body.children].reverse());
        });
        const outcomes = await applyChanges(
          document,
          lines.map(({ change }) => change),
          options,
        );
        expect(outcomes.every(({ result }) => result === 'set')).toBe(true);
        const after = new Map(lines.map(({ key, after: label }) => [key, label]));
        const labels = new Map(readPage(document, location).grid.map(({ key, label }) => [key, label]));
        for (const { key, label } of page.grid) expect(labels.get(key)).toBe(after.get(key) ?? label);
      }),
      { numRuns: 12 },
    );
  });
});
