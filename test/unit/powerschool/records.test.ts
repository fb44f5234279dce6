import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markCells } from '../../../utils/powerschool/mark.ts';
import { locateCells, readRecords } from '../../../utils/powerschool/records.ts';
import type { PreviewTable } from '../../../utils/powerschool/types.ts';
import { fixturesOf, openFixture, openPage } from './fixtures.ts';

const read = (html: string) => readRecords(openPage(html).document);
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** How a preview may be built; each gives the same headings and rows. */
type Shape = (header: string[], rows: string[][]) => string;
const cell = (text: string) => `<td>${safe(text).replaceAll('\n', '<br>')}</td>`;
const heading = (text: string) => `<th>${safe(text)}</th>`;
const join = (parts: string[]) => parts.join('');
const body = (rows: string[][], draw = cell) => join(rows.map((row) => `<tr>${join(row.map(draw))}</tr>`));
const div = (role: string, inside: string) => `<div role="${role}">${inside}</div>`;
const SHAPES: Record<string, Shape> = {
  'a table': (header, rows) =>
    `<table class="grid"><thead><tr>${join(header.map(heading))}</tr></thead><tbody>${body(rows)}</tbody></table>`,
  'a table without a head': (header, rows) => `<table><tr>${join(header.map(heading))}</tr>${body(rows)}</table>`,
  'a table of plain cells': (header, rows) => `<table><tr>${join(header.map(cell))}</tr>${body(rows)}</table>`,
  'a heading in a table of its own': (header, rows) =>
    `<div><div><table><thead><tr>${join(header.map(heading))}</tr></thead></table></div>
     <div style="overflow: auto"><table><tbody>${body(rows)}</tbody></table></div></div>`,
  'an ARIA grid': (header, rows) =>
    div(
      'grid',
      div('row', join(header.map((text) => div('columnheader', safe(text))))) +
        join(
          rows.map((row) => div('row', join(row.map((text) => div('gridcell', safe(text).replaceAll('\n', '<br>')))))),
        ),
    ),
  'text boxes in the cells': (header, rows) =>
    `<table><thead><tr>${join(header.map(heading))}</tr></thead><tbody>${body(
      rows,
      (text) => `<td><textarea>\n${safe(text)}</textarea></td>`,
    )}</tbody></table>`,
  'filters under the heading': (header, rows) =>
    `<table><thead><tr>${join(header.map(heading))}</tr><tr>${join(header.map(() => '<th><input type="text"></th>'))}</tr>
     </thead><tbody>${body(rows)}</tbody></table>`,
  'arrows in the heading': (header, rows) =>
    `<table><thead><tr>${join(header.map((text) => `<th><a href="#">${safe(text)}</a> <span>▲</span></th>`))}</tr></thead>
     <tbody>${body(rows)}</tbody></table>`,
  'buttons in the heading': (header, rows) =>
    `<table><thead><tr>${join(header.map((text) => `<th><button>${safe(text)} ↕</button></th>`))}</tr></thead>
     <tbody>${body(rows)}</tbody></table>`,
  'a table within a table for layout': (header, rows) =>
    `<table><tr><td><table><thead><tr>${join(header.map(heading))}</tr></thead>${body(rows)}</table></td></tr></table>`,
  'indented markup': (header, rows) =>
    `<table>\n <thead>\n  <tr>\n${join(header.map((text) => `   <th>\n    ${safe(text)}\n   </th>\n`))}  </tr>
     </thead>${body(rows, (text) => `<td>\n    ${safe(text).replaceAll('\n', '<br>')}\n   </td>\n`)}</table>`,
};

const HEADER = ['sourcedId', 'role', 'familyName'];
const ROWS = [
  ['00017', 'student', "O'Hara, Jr."],
  [' 00018', 'Teacher\u200b', 'Lin\nLee'],
  ['', 'guardian', ''],
];

describe('a preview', () => {
  it.each(Object.entries(SHAPES))('is read from %s', (name, shape) => {
    // Spaces before the first letter are lost between tags of indented markup.
    const rows = name === 'indented markup' ? ROWS.map((row) => row.map((text) => text.trim())) : ROWS;
    const { tables } = read(shape(HEADER, rows));
    expect(tables.map(({ header, rows: found }) => ({ header, rows: found }))).toEqual([{ header: HEADER, rows }]);
  });

  const value = fc
    .string({ unit: fc.constantFrom(...'abcXYZ 019,;"\'.@-_/\\é中𝄞\u00a0\u200b\n\t'), maxLength: 12 })
    // What no cell can tell from markup is no part of the question.
    .map((text) => text.replace(/^\s+|\s+$/g, '').replace(/[\n\t]+/g, '\n'));
  const grid = fc
    .array(fc.string({ unit: fc.constantFrom(...'abcdeXYZ_.'), minLength: 1, maxLength: 8 }), {
      minLength: 2,
      maxLength: 6,
    })
    .chain((header) =>
      fc.tuple(
        fc.constant(header),
        fc.array(fc.array(value, { minLength: header.length, maxLength: header.length }), {
          minLength: 1,
          maxLength: 6,
        }),
      ),
    )
    // A first row of blank boxes is a row of filters.
    .filter(([, [first]]) => first?.some((text) => text !== '') === true);
  it.each(Object.entries(SHAPES))('of any values is read back from %s', (_, shape) => {
    fc.assert(
      fc.property(grid, ([header, rows]) => {
        const [table] = read(shape(header, rows)).tables;
        expect(table?.header).toEqual(header);
        expect(table?.rows).toEqual(rows);
      }),
      { numRuns: 15 },
    );
  });

  it('may have columns in front without a heading', () => {
    const rows = ROWS.map(
      (row, at) => `<tr><td>${at + 1}</td><td><input type="checkbox"></td>${join(row.map(cell))}</tr>`,
    );
    const blank = `<table><thead><tr><th></th><th></th>${join(HEADER.map(heading))}</tr></thead>${join(rows)}</table>`;
    const lacking = `<table><thead><tr>${join(HEADER.map(heading))}</tr></thead>${join(rows)}</table>`;
    for (const html of [blank, lacking]) {
      const [table] = read(html).tables;
      expect(table?.header).toEqual(['', '', ...HEADER]);
      expect(table?.rows.map((row) => row.slice(2))).toEqual(ROWS);
    }
  });

  it('may have filters under its heading that hold something', () => {
    const boxes =
      '<tr><td><input type="text" name="filter" value="x"></td><td><input type="text" name="filter"></td></tr>';
    const plain = `<table><tr><td>sourcedId</td><td>role</td></tr>${boxes}${body([['1', 'student']])}</table>`;
    expect(read(plain)).toMatchObject({
      filters: [
        { name: 'sourcedId', value: 'x' },
        { name: 'role', value: '' },
      ],
      tables: [{ rows: [['1', 'student']] }],
    });
    const records = body([['1', 'student']], (text) => `<td><input type="text" name="cell" value="${text}"></td>`);
    expect(read(`<table><tr><td>sourcedId</td><td>role</td></tr>${boxes}${records}</table>`).tables[0]?.rows).toEqual([
      ['1', 'student'],
    ]);
    expect(read(`<table><tr><td>sourcedId</td><td>role</td></tr>${records}</table>`).tables[0]?.rows).toEqual([
      ['1', 'student'],
    ]);
  });

  it('without records has no rows', () => {
    const none = '<tr><td colspan="3">No records</td></tr>';
    const [table] = read(`<table><thead><tr>${join(HEADER.map(heading))}</tr></thead>${none}</table>`).tables;
    expect(table).toMatchObject({ header: HEADER, rows: [] });
  });

  it('leaves out what is hidden, dialogs, and our own panel', () => {
    const shape = SHAPES['a table'] as Shape;
    const hidden = `<div style="display: none">${shape(HEADER, ROWS)}</div>`;
    const dialog = `<div class="ui-dialog">${shape(HEADER, ROWS)}</div>`;
    const ours = `<roster-export-assistant>${shape(HEADER, [])}</roster-export-assistant>`;
    expect(read(hidden + dialog).tables).toEqual([]);
    expect(read(ours + hidden).tables.length).toBeLessThanOrEqual(1);
    const column = shape(['a', 'b'], [['1', '2']])
      .replace('<th>b', '<th style="display:none">b')
      .replace('<td>2', '<td style="display:none">2');
    expect(read(column).tables[0]).toMatchObject({ header: ['a'], rows: [['1']] });
  });

  it('leaves out of a value what is hidden, and buttons', () => {
    const row =
      '<td><span style="display: none">99</span>1 <button>Edit</button></td><td>b<input type="hidden" value="x"></td>';
    const [table] = read(`<table><tr><th>a</th><th>b</th></tr><tr>${row}</tr></table>`).tables;
    expect(table?.rows).toEqual([['1 ', 'b']]);
  });

  it('may have a row above its headings that groups them, and one below the records', () => {
    const group = '<tr><th colspan="2">USERS</th><th>CC</th></tr>';
    const foot = '<tfoot><tr><td>1</td><td>2</td><td>3</td></tr></tfoot>';
    const html = `<table><thead>${group}<tr>${join(HEADER.map(heading))}</tr></thead><tbody>${body(ROWS)}</tbody>${foot}</table>`;
    expect(read(html).tables).toMatchObject([{ header: HEADER, rows: ROWS }]);
  });

  it('may have a column at its end without a heading', () => {
    const rows = ROWS.map((row) => `<tr>${join(row.map(cell))}<td><a href="#">edit</a></td></tr>`);
    const [table] = read(`<table><tr>${join(HEADER.map(heading))}</tr>${join(rows)}</table>`).tables;
    expect(table?.header).toEqual([...HEADER, '']);
    expect(table?.rows.map((row) => row.slice(0, 3))).toEqual(ROWS);
  });

  it('may have a table in a cell', () => {
    const inner = '<td>a<table><tr><td>b</td></tr></table></td><td>c</td><td>d</td>';
    const { tables } = read(`<table><tr>${join(HEADER.map(heading))}</tr><tr>${inner}</tr></table>`);
    expect(tables[0]).toMatchObject({ header: HEADER, rows: [['ab', 'c', 'd']] });
  });

  it('gives a list its chosen option, a link its words, and an empty cell nothing', () => {
    const row = '<td><select><option>a<option selected>b</select></td><td><a href="#">c</a></td><td>&nbsp;</td>';
    const [table] = read(`<table><thead><tr>${join(HEADER.map(heading))}</tr></thead><tr>${row}</tr></table>`).tables;
    expect(table?.rows).toEqual([['b', 'c', '']]);
  });

  it('takes a space before every value for markup, and before some for a stray one', () => {
    const spaced = (rows: string[][]) => read((SHAPES['a table'] as Shape)(HEADER, rows)).tables[0]?.rows;
    expect(
      spaced([
        [' a', ' b', ' c'],
        [' d', '', ' e'],
      ]),
    ).toEqual([
      ['a', 'b', 'c'],
      ['d', '', 'e'],
    ]);
    expect(spaced([[' a', 'b', 'c']])).toEqual([[' a', 'b', 'c']]);
  });
});

describe('how many records there are', () => {
  const counted = (words: string, rows = 3) => {
    const table = (SHAPES['a table'] as Shape)(
      ['a', 'b'],
      Array.from({ length: rows }, () => ['1', '2']),
    );
    const [found] = read(
      `<div><h2>Preview</h2><div>${table}</div><div class="paging"><span>${words}</span></div></div>`,
    ).tables;
    return [found?.first, found?.total];
  };

  it.each<[string, number | null, number | null]>([
    ['1 – 3 of 12,345', 1, 12345],
    ['1-3 of 12,345 records', 1, 12345],
    ['1 - 3 / 12.345', 1, 12345],
    ['Showing 1 to 3 of 12 345 entries', 1, 12345],
    ['4–6 de 1.204', 4, 1204],
    ['Affichage de 1 à 3 sur 1 204 lignes', 1, 1204],
    ['1 bis 3 von 12’345', 1, 12345],
    ['12,345 records', null, 12345],
    ['Records to Export: 12,345', null, 12345],
    ['3 of 12,345 rows', null, 12345],
    ['1 – 25 of 12,345', null, null],
    ['Page 1 of 494', null, null],
    ['1 / 494', null, null],
    ['2 records', null, null],
    ['1 bis 3 von 120 Datensätze', 1, 120],
    ['‹ 12,345 records ›', null, 12345],
    ['Show <select><option>10</option><option>25</option></select> entries', null, null],
    ['25 rows per page', null, null],
    ['Select up to 500 records', null, null],
    ['Grades 1-3 for 300 students', null, null],
    ['No count', null, null],
  ])('%s', (words, first, total) => {
    expect(counted(words)).toEqual([first, total]);
  });

  it('is none where there are none', () => {
    expect(counted('0 – 0 of 0', 0)).toEqual([null, 0]);
  });

  it('is not taken from the records themselves', () => {
    const table = (SHAPES['a table'] as Shape)(['a', 'b'], [['1 - 1 of 50', '7 records']]);
    expect(read(`<div>${table}</div>`).tables[0]).toMatchObject({ first: null, total: null });
  });
});

describe('recorded previews', () => {
  const recorded = fixturesOf('records').filter((name) => !/hand-|on-apply/.test(name));
  it.each(recorded)('%s', (name) => {
    const { document } = openFixture(name);
    // The recording keeps the first rows only, but the words for all of them.
    const words = document.querySelector('.paging span');
    if (!words) throw new Error(`${name} does not say how many records there are.`);
    const shown = document.querySelectorAll('.preview-grid tbody tr').length;
    let at = 0;
    words.textContent = words.textContent.replace(/\d+/g, (number) => (at++ === 1 ? String(shown) : number));
    const { tables, rows } = readRecords(document);
    const preview = tables.find(({ header }) => header.length > 3);
    expect(preview?.rows).toHaveLength(shown);
    // Invented words may mean anything.
    const told = name.includes('pseudo') ? [null, null] : [1, expect.any(Number)];
    expect([preview?.first, preview?.total]).toEqual(told);
    expect(rows).toBe('filtered');
  });

  it('are none before Apply is pressed', () => {
    const { document } = openFixture('records/records--previewStart-on-apply');
    expect(readRecords(document).tables.filter(({ header }) => header.length > 3)).toEqual([]);
  });
});

describe('filters', () => {
  it('are told with the page’s own words and what stands in them', () => {
    const { filters } =
      read(`<fieldset><div><label for="a">Lowest Grade:</label><input type="text" id="a" value="0"></div>
      <div><label>Schools</label><select><option>All<option selected>North</select></div></fieldset>
      <div class="filter"><span>USERS.email</span> <span>contains</span> <input type="text"></div>`);
    expect(filters).toEqual([
      { name: 'Lowest Grade', value: '0' },
      { name: 'Schools', value: 'North' },
      { name: 'USERS.email contains', value: '' },
    ]);
  });

  it('are neither the page’s own search nor how many rows to show', () => {
    const search = '<div id="header"><label>Search <input type="text"></label></div>';
    expect(read(`${search}<label>Show <select><option>10<option>25<option>All</select> rows</label>`).filters).toEqual(
      [],
    );
  });

  it.each([
    [
      '<label><input type="radio" name="r"> Export Filtered Rows</label> <label><input type="radio" name="r" checked> Export All Rows</label>',
      'all',
    ],
    [
      '<label><input type="radio" name="r" value="filtered" checked> Filtradas</label> <label><input type="radio" name="r" value="all"> Todas</label>',
      'filtered',
    ],
    [
      '<label><input type="radio" name="r" checked> Una</label> <label><input type="radio" name="r"> Otra</label>',
      null,
    ],
    ['', null],
  ])('which rows: %s', (html, rows) => {
    expect(read(html).rows).toBe(rows);
  });
});

describe('cells on the page', () => {
  const html = (SHAPES['a table'] as Shape)(HEADER, ROWS);

  it('are found anew', () => {
    const { document } = openPage(html);
    const [table] = readRecords(document).tables as [PreviewTable];
    const found = locateCells(document, table, [
      { row: 1, column: 2 },
      { row: 9, column: 0 },
    ]);
    expect(found.map((one) => one.textContent)).toEqual(['LinLee']);
  });

  it('are none once the page shows other rows', () => {
    const { document } = openPage(html);
    const [table] = readRecords(document).tables as [PreviewTable];
    const first = document.querySelector('td');
    if (first) first.textContent = '00019';
    expect(locateCells(document, table, [{ row: 1, column: 2 }])).toEqual([]);
  });

  it('are marked and brought into view without a change of the page', () => {
    const { document } = openPage(html);
    const before = document.documentElement.outerHTML;
    const [cellNode] = document.querySelectorAll('td');
    let cancelled = 0;
    let scrolled = 0;
    const stop = new AbortController();
    Object.assign(cellNode as Element, {
      animate: () => ({ cancel: () => (cancelled += 1) }),
      scrollIntoView: () => (scrolled += 1),
    });
    markCells([cellNode as HTMLElement], stop.signal);
    expect([scrolled, cancelled]).toEqual([1, 0]);
    stop.abort();
    expect(cancelled).toBe(1);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
