import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridRow } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import type { ProfileFile } from '../../../utils/profile/schema.ts';
import { type LabelContext, planLabels } from '../../../utils/template/labels.ts';
import type { Choices, LabelPlan } from '../../../utils/template/types.ts';

const someCase = (name: string) =>
  fc.constantFrom(name, name.toUpperCase(), name.toLowerCase(), `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
const prefix = fc.constantFrom('', '', 'a_', 'Z_', '01_', '7');
const table = fc.constantFrom('USERS', 'SECTIONS', 'CC', 'STUDENTS', 'Students.S_CA_Stu_X', 'users');
const knownName = (file: ProfileFile) =>
  fc.constantFrom(...file.columns.flatMap(({ name, aliases, fieldNames }) => [name, ...aliases, ...fieldNames]));
const foreignName = fc.constantFrom('status', 'lastfirst', 'a_b', 'note2', 'ieptype', 'x.y');

const fieldOf = (file: ProfileFile) =>
  fc
    .tuple(table, prefix, fc.oneof({ weight: 3, arbitrary: knownName(file).chain(someCase) }, foreignName))
    .map(([before, order, name]) => `${before}.${order}${name}`);

/** What an administrator, or the page, may have left in a label box. */
const labelOf = (field: string, file: ProfileFile) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(field) },
    fc.constantFrom('', ` ${field}`, `${field}\u00a0`, field.toLowerCase()),
    knownName(file).chain(someCase),
    fc.constantFrom('Mobile', 'email ', '\ufeffrole', 'phone', 'sms'),
  );

interface Case {
  file: ProfileFile;
  grid: GridRow[];
  choices: Choices;
}

/** A grid as PowerSchool may show it: no field twice (reference section 2). */
const anyCase: fc.Arbitrary<Case> = fc.constantFrom(...classtag.files).chain((file) =>
  fc
    .uniqueArray(fieldOf(file), { maxLength: 14, selector: (field) => field.toLowerCase() })
    .chain((fields) =>
      fc.tuple(
        ...fields.map((field) =>
          fc.record({
            key: fc.constant(field.toLowerCase()),
            field: fc.constant(field),
            label: labelOf(field, file),
            editable: fc.boolean().map((not) => !not || field.length % 5 > 0),
          }),
        ),
      ),
    )
    .chain((grid) =>
      fc.record({
        file: fc.constant(file),
        grid: fc.constant(grid),
        choices: fc.record({
          profile: fc.record({ swapPhoneAndSms: fc.boolean(), leaveOutDcid: fc.boolean() }),
          templateNames: fc.constant({}),
          actAtOnce: fc.boolean(),
        }),
      }),
    ),
);

const plan = ({ grid, file, choices }: Case, written: LabelContext['written'] = new Map()): LabelPlan =>
  planLabels(grid, classtag, file, choices, { ambiguousRows: [], written });

const proposed = ({ lines }: LabelPlan) => lines.filter(({ kind }) => kind !== 'typed');

function carriedOut({ grid }: Case, lines: LabelPlan['lines']): GridRow[] {
  const after = new Map(lines.map(({ change, after: label }) => [JSON.stringify(change.target), label]));
  return grid.map((row) => ({
    ...row,
    label: after.get(JSON.stringify({ kind: 'label', column: row.key })) ?? row.label,
  }));
}

/** Pairs of rows that have the same label, by their fields. */
function equalPairs(grid: readonly GridRow[]): string[] {
  return grid.flatMap((one, at) =>
    grid
      .slice(at + 1)
      .filter(({ label }) => label.toLowerCase() === one.label.toLowerCase())
      .map(({ field }) => `${one.field} ${field}`),
  );
}

const check = (property: (one: Case) => void) => fc.assert(fc.property(anyCase, property), { numRuns: 1000 });

describe('a plan of labels', () => {
  it('loses no field, and touches each at most once', () => {
    check((one) => {
      const { lines } = plan(one);
      expect(carriedOut(one, lines).map(({ field }) => field)).toEqual(one.grid.map(({ field }) => field));
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    });
  });

  it('makes no two labels equal that were not', () => {
    check((one) => {
      const before = equalPairs(one.grid);
      expect(equalPairs(carriedOut(one, proposed(plan(one)))).filter((pair) => !before.includes(pair))).toEqual([]);
    });
  });

  it('leaves no label blank', () => {
    check((one) => {
      expect(plan(one).lines.filter(({ after }) => after.trim() === '')).toEqual([]);
    });
  });

  it('changes nothing when planned again', () => {
    check((one) => {
      const grid = carriedOut(one, proposed(plan(one)));
      expect(proposed(plan({ ...one, grid }))).toEqual([]);
    });
  });

  it('changes nothing when planned again with what it wrote in mind', () => {
    check((one) => {
      const lines = proposed(plan(one));
      const written = new Map(lines.map(({ key, after }) => [key, after]));
      expect(proposed(plan({ ...one, grid: carriedOut(one, lines) }, written))).toEqual([]);
    });
  });

  it('is undone to the letter by its own changes', () => {
    check((one) => {
      const lines = proposed(plan(one));
      const done = carriedOut(one, lines);
      const back = lines.map((line) => ({ ...line, after: line.before }));
      expect(carriedOut({ ...one, grid: done }, back)).toEqual(one.grid);
    });
  });

  it('expects what stands there, and only where it may write', () => {
    check((one) => {
      for (const { key, before, after, change } of plan(one).lines) {
        const row = one.grid.find((candidate) => candidate.key === key);
        expect(row).toMatchObject({ label: before, editable: true });
        expect(change).toMatchObject({ before, after });
        expect(after).not.toBe(before);
      }
    });
  });

  it('leaves what was typed by hand, unless ticked', () => {
    check((one) => {
      const untouched = (row: GridRow) =>
        [row.field.toLowerCase(), ''].includes(row.label.replace(/[\s\u00a0\ufeff]/g, '').toLowerCase());
      const typed = new Set(one.grid.filter((row) => !untouched(row)).map(({ key }) => key));
      expect(proposed(plan(one)).filter(({ key }) => typed.has(key))).toEqual([]);
    });
  });

  it('accounts for every row: a line, a refusal, or right', () => {
    check((one) => {
      const { lines, refusals, right } = plan(one);
      expect(new Set([...lines, ...refusals].map(({ key }) => key)).size).toBe(lines.length + refusals.length);
      expect(lines.length + refusals.length + right).toBe(one.grid.length);
    });
  });
});
