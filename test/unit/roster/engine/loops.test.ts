import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Column } from '../../../../utils/roster/engine/column.ts';
import { RowReader } from '../../../../utils/roster/engine/reader.ts';
import { makeScanner, PlainScanner, type Scanner } from '../../../../utils/roster/engine/scan.ts';
import { sniff } from '../../../../utils/roster/engine/sniff.ts';
import type { Batch } from '../../../../utils/roster/engine/types.ts';
import { shapes } from '../../../../utils/roster/shapes.ts';

const scanner = await makeScanner();

/** Shows a look the batches of a file whose first column holds these values. */
function seeing(values: readonly string[], look: (batch: Batch) => void, by: Scanner = scanner): void {
  const bytes = new TextEncoder().encode(`one|two|three\n${values.map((value) => `${value}||\n`).join('')}`);
  const reader = new RowReader(sniff(bytes), { batch: look }, by);
  reader.push(bytes);
  reader.end();
}

const NONE = new Uint8Array(256);

function unusualOf(values: readonly string[], form: 'email' | 'phone', marks = NONE, empty = false): string[] {
  const told: string[] = [];
  seeing(values, (batch) => {
    for (const row of batch.loops?.unusual(batch, 0, form, marks, empty) ?? []) {
      told.push(values[batch.firstRow + row] ?? '');
    }
  });
  return told;
}

const isShape = (value: string, form: 'email' | 'phone'): boolean => {
  const bytes = new TextEncoder().encode(value);
  return shapes[form](bytes, 0, bytes.length);
};

/** Emails of many lengths, so that signs fall upon every place of sixteen bytes, and what a slip makes of them. */
const dotted = fc.array(fc.stringMatching(/^[a-z0-9-]{1,17}$/), { minLength: 1, maxLength: 4 });
const slip = fc.tuple(
  fc.nat(90),
  fc.constantFrom('.', '@', '.', '..', ' ', ',', ';', '"', '<', '>', '\u00e9', '\u007f', '\t'),
);
const emailish = fc
  .tuple(dotted, dotted, fc.array(slip, { maxLength: 1 }))
  .map(([name, host, slips]) =>
    slips.reduce(
      (text, [at, sign]) => text.slice(0, at) + sign + text.slice(at),
      `${name.join('.')}@${host.join('.')}`,
    ),
  )
  // There a quote is none of the value.
  .filter((text) => !text.startsWith('"'));
const phoneish = fc.string({
  unit: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...'0123456789') },
    { weight: 6, arbitrary: fc.constantFrom(...'+-.() ') },
    { weight: 1, arbitrary: fc.constantFrom('x', '/', ':', ',', '\u00a0') },
  ),
  maxLength: 40,
});

test('the machine has the vectors that these tests are about', () => {
  expect(scanner.loops).not.toBeNull();
});

test('tells exactly the emails that the plain test takes for none', () => {
  let [right, wrong] = [0, 0];
  fc.assert(
    fc.property(fc.array(emailish, { minLength: 1, maxLength: 60 }), (values) => {
      const wanted = values.filter((value) => value !== '' && !isShape(value, 'email'));
      wrong += wanted.length;
      right += values.filter((value) => isShape(value, 'email')).length;
      expect(unusualOf(values, 'email')).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
  // Otherwise the parts are badly chosen.
  expect(Math.min(right, wrong)).toBeGreaterThan(500);
});

test('tells exactly the phone numbers that the plain test takes for none', () => {
  fc.assert(
    fc.property(fc.array(phoneish, { minLength: 1, maxLength: 60 }), (values) => {
      const wanted = values.filter((value) => value !== '' && !isShape(value, 'phone'));
      expect(unusualOf(values, 'phone')).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});

test('tells of marked first bytes, and of empty cells if asked', () => {
  const values = ['ada@north.example', '', '#REF!', 'ben@north.example'];
  const marks = new Uint8Array(256);
  marks['b'.charCodeAt(0)] = 1;
  expect(unusualOf(values, 'email', marks)).toEqual(['#REF!', 'ben@north.example']);
  expect(unusualOf(values, 'email', marks, true)).toEqual(['', '#REF!', 'ben@north.example']);
});

/** The items of each row, as a column keeps them. */
function itemsOf(values: readonly string[], by: Scanner): [row: number, item: string][] {
  const needs = { everyRow: false, first: false, again: false, items: true, itemsOnly: true };
  const column = new Column(0, needs, values.length);
  seeing(values, (batch) => column.add(batch), by);
  const keys = column.itemTable.all().map((bytes) => new TextDecoder().decode(bytes));
  return Array.from({ length: column.itemCodes.length }, (_, at) => [
    column.itemRows.at(at),
    keys[column.itemCodes.at(at)] ?? '',
  ]);
}

test('lists the items of a column, also where a list is too long for the loop, and keeps their order', () => {
  const long = Array.from({ length: 9_000 }, (_, at) => `A${at}`).join(',');
  const values = ['7, 8', long, ' ,8,, 9 ', '', long, long, '7'];
  const wanted = values.flatMap((value, row) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => [row, item]),
  );
  for (const by of [scanner, new PlainScanner()]) expect(itemsOf(values, by)).toEqual(wanted);
});
