import { describe, expect, it } from 'vitest';
import { locateExpanders } from '../../../utils/powerschool/locate/tree.ts';
import { readPage } from '../../../utils/powerschool/read.ts';
import { readTemplateNames } from '../../../utils/powerschool/templates.ts';
import type { ExportPage, Reading, SummaryControl, Trouble } from '../../../utils/powerschool/types.ts';
import { fixtureHtml, fixturesOf, openFixture, openPage } from './fixtures.ts';

const pages = new Map<string, ExportPage>();

function read(name: string): ExportPage {
  const known = pages.get(name);
  if (known) return known;
  const { document, location } = openFixture(name);
  const page = readPage(document, location);
  pages.set(name, page);
  return page;
}

/** `field=label`, with `!` where the label cannot be changed. */
const labelsOf = ({ grid }: ExportPage) => grid.map((row) => `${row.field}=${row.label}${row.editable ? '' : '!'}`);
/** `[x] TABLE.field`. */
const ticksOf = ({ tree }: ExportPage) =>
  tree.map(({ table, field, ticked }) => `${ticked ? '[x]' : '[ ]'} ${table}.${field}`);
const held = (reading: Reading | Trouble | undefined) =>
  reading === undefined || typeof reading === 'string' ? reading : reading.value;

const USERS = [
  'agentSourcedIds',
  'dcid',
  'email',
  'familyName',
  'givenName',
  'grades',
  'languages',
  'orgSourcedIds',
  'phone',
  'role',
  'sms',
  'sourcedId',
].map((field) => `USERS.${field}`);

const STUDENTS = ['dcid', 'email', 'lastfirst', 'student_number'].map((field) => `STUDENTS.${field}`);

/** What the variants name the data set of users, where it is not as its author wrote it. */
const NAMES: Record<string, string> = {
  'summary-naming-query': 'Roster: com.classtag.one_roster_users',
  summary: 'One Roster Users',
  'nq-without': 'com.classtag.one_roster_users',
  'nq-before-summary': 'NQ - One Roster Users',
  'nq-no-hyphen': 'NQ com.classtag.one_roster_users',
};

const variantIn = (name: string, variant: string) => new RegExp(`--${variant}-(.+?)(?:--|$)`).exec(name)?.[1];
const dataSetIn = (name: string) => NAMES[variantIn(name, 'optionText') ?? ''] ?? 'NQ - com.classtag.one_roster_users';

describe('step 1, recorded with all fields ticked', () => {
  const recorded = fixturesOf('columns').filter((name) => name.startsWith('columns/ticked'));

  it.each(recorded)('%s', (name) => {
    const page = read(name);
    const fields = variantIn(name, 'tableGroups') ? [...STUDENTS, ...USERS] : USERS;
    expect(labelsOf(page)).toEqual(fields.map((field) => `${field}=${field}`));
    expect(ticksOf(page).sort()).toEqual(fields.map((field) => `[x] ${field}`).sort());
    expect(page.mentions[0]).toEqual({ where: 'export-from', text: dataSetIn(name) });
    const hasCategory = variantIn(name, 'categoryText') !== 'no-select' && variantIn(name, 'language') === undefined;
    // The decoy has a list called Category too.
    const decoy = variantIn(name, 'description') === 'foreign';
    expect(held(page.category)).toBe(decoy ? 'ambiguous' : hasCategory ? 'Show All' : 'missing');
    expect(page).toMatchObject({ unclear: false, ambiguousRows: [], loading: false, signedOut: false, summary: null });
  });
});

describe('step 1, other states', () => {
  it('is empty before a data set is chosen', () => {
    const page = read('columns/empty');
    expect(page).toMatchObject({ place: 'columns', mentions: [], grid: [], tree: [], exportFrom: { value: '' } });
    expect(page.exportFrom).toHaveProperty('options.0', { text: '', value: '' });
  });

  it('tells the options of Export From, in groups too', () => {
    const texts = (name: string) => {
      const { exportFrom } = read(name);
      return typeof exportFrom === 'string' ? [] : exportFrom.options.map(({ text }) => text);
    };
    expect(texts('columns/empty')).toContain('NQ - com.classtag.one_roster_enrollments');
    expect(texts('columns/empty--exportFromGroups-optgroup').sort()).toEqual(texts('columns/empty').sort());
  });

  it('shows no columns while the tree is folded, and all of them unticked when it is not', () => {
    expect(ticksOf(read('columns/chosen'))).toEqual([]);
    expect(ticksOf(read('columns/chosen--treeStart-expanded'))).toEqual(USERS.map((field) => `[ ] ${field}`));
  });

  it('keeps labels exactly as they were typed', () => {
    expect(labelsOf(read('columns/labeled')).filter((line) => !/^USERS\.(\w+)=\1$/.test(line))).toEqual([
      'USERS.email=email ',
      'USERS.languages=USERS.languages',
      'USERS.phone=Mobile',
      'USERS.role=ro\u00a0le',
    ]);
  });

  it('notices the loading message and the end of the session', () => {
    expect(read('columns/loading')).toMatchObject({ place: 'columns', signedOut: false });
    expect(read('columns/signed-out').signedOut).toBe(true);
    expect(read('columns/ticked').signedOut).toBe(false);
  });

  it('names the data set by the option value where that is the query', () => {
    expect(read('columns/ticked--exportFromValues-name').mentions).toEqual([
      { where: 'export-from', text: 'NQ - com.classtag.one_roster_users' },
      { where: 'export-from', text: 'com.classtag.one_roster_users' },
    ]);
  });
});

describe('step 1, written by hand', () => {
  it.each([
    [
      'columns/hand-skeleton',
      [
        'USERS.dcid=USERS.dcid',
        'USERS.email=email',
        'USERS.familyName=familyName',
        'USERS.givenName=USERS.givenName',
        'USERS.languages=USERS.languages',
        'USERS.role=USERS.role',
        'USERS.sourcedId=USERS.sourcedId',
      ],
      [
        '[x] USERS.dcid',
        '[x] USERS.email',
        '[x] USERS.familyName',
        '[x] USERS.givenName',
        '[x] USERS.languages',
        '[ ] USERS.phone',
        '[x] USERS.role',
        '[ ] USERS.sms',
        '[x] USERS.sourcedId',
      ],
    ],
    [
      'columns/hand-extension-tables',
      [
        'Students.student_number=Students.student_number',
        'Students.S_CA_Stu_X.ieptype=ext.ieptype',
        'USERS.sourcedId=USERS.sourcedId',
      ],
      ['[x] Students.student_number', '[x] Students.S_CA_Stu_X.ieptype', '[ ] USERS.email', '[x] USERS.sourcedId'],
    ],
    [
      'columns/hand-fixed-heading',
      ['a_sourcedId', 'b_status', 'e_orgSourcedIds', 'f_role', 'j_givenName', 'k_familyName'].map(
        (field) => `USERS.${field}=USERS.${field}`,
      ),
      ['a_sourcedId', 'b_status', 'e_orgSourcedIds', 'f_role', 'j_givenName', 'k_familyName'].map(
        (field) => `[x] USERS.${field}`,
      ),
    ],
    [
      'columns/hand-decoys',
      ['SECTIONS.sourcedId=SECTIONS.sourcedId', 'SECTIONS.title=title'],
      ['[x] SECTIONS.sourcedId', '[x] SECTIONS.title', '[ ] SECTIONS.location'],
    ],
    [
      'columns/hand-contradictions',
      ['CC.userSourcedId=CC.userSourcedId', 'CC.schoolSourcedId=CC.schoolSourcedId!'],
      ['[x] CC.role', '[x] CC.classSourcedId', '[x] CC.userSourcedId', '[x] CC.schoolSourcedId'],
    ],
  ])('%s', (name, labels, ticks) => {
    const page = read(name);
    expect(labelsOf(page)).toEqual(labels);
    expect(ticksOf(page)).toEqual(ticks);
  });

  it('reads what the screenshots show', () => {
    const page = read('columns/hand-screenshot');
    expect(page.mentions).toEqual([{ where: 'export-from', text: 'NQ - org.example.brightspace.semesters' }]);
    expect(labelsOf(page).slice(5, 7)).toEqual(['SCHOOLS.is_active=is_active', 'SCHOOLS.name=SCHOOLS.name']);
    expect(page.tree).toHaveLength(12);
    expect(page.tree.every(({ table, ticked }) => table === 'SCHOOLS' && ticked)).toBe(true);
  });

  it('refuses what the page contradicts itself about, and says so', () => {
    const page = read('columns/hand-contradictions');
    expect(page.ambiguousRows.sort()).toEqual(['cc.classsourcedid', 'cc.role']);
    expect(page.category).toBe('ambiguous');
  });

  it('believes no table above the tree, which belongs to a description', () => {
    const { document, location } = openPage(`<div>
      <div>Export From <select><option>NQ - com.classtag.one_roster_users</option></select></div>
      <div><table><tr><th>Field</th><th>Labels Used on Export</th></tr>
        <tr><td>USERS.email</td><td><input type="text" value="mine"></td></tr></table></div>
      <ul><li><label><input type="checkbox"> USERS</label>
        <ul><li><label><input type="checkbox"> email</label></li></ul></li></ul></div>`);
    expect(readPage(document, location)).toMatchObject({ place: 'columns', grid: [], tree: [{ key: 'users.email' }] });
  });

  it('believes no heading of a description on step 1', () => {
    expect(read('columns/hand-decoys').mentions).toEqual([
      { where: 'export-from', text: 'NQ - com.classtag.one_roster_classes' },
    ]);
  });
});

const isEnglish = (name: string) => variantIn(name, 'language') === undefined;

describe('a table whose own box has an id like a column’s', () => {
  const tree = (html: string) =>
    openPage(fixtureHtml('columns/hand-skeleton').replace('<input type="checkbox"> USERS', html));
  const OWN = '<input type="checkbox" id="cb_all_users"> USERS';

  it('is a table all the same where the button that unfolds it bears its name', () => {
    const { document, location } = tree(OWN);
    expect(ticksOf(readPage(document, location))).toEqual(ticksOf(read('columns/hand-skeleton')));
  });

  it('is unfolded while its columns are not there', () => {
    const { document, location } = tree(OWN);
    for (const box of document.querySelectorAll('#columnListContainer div')) box.remove();
    const expander = document.querySelector<HTMLElement>('#users_expandBtn');
    if (expander) expander.style.display = '';
    document.querySelector('#idExpandAll')?.remove();
    expect(readPage(document, location).tree).toEqual([]);
    expect(locateExpanders(document)).toEqual([expander]);
  });

  it('does not make a table of a column that has a table’s name', () => {
    const { document, location } = tree(
      '<input type="checkbox"> USERS <div><input type="checkbox" id="cb_users_users"> users</div>',
    );
    expect(ticksOf(readPage(document, location))[0]).toBe('[ ] USERS.users');
  });
});

describe('step 2', () => {
  it.each(fixturesOf('records').filter((name) => isEnglish(name) && !name.includes('/hand-')))('%s', (name) => {
    const page = read(name);
    const heading = { where: 'heading', text: `Select/Edit Records from ${dataSetIn(name)}` };
    expect(page.place).toBe('records');
    expect(page.mentions).toContainEqual(heading);
    expect(page).toMatchObject({ grid: [], tree: [], unclear: false });
  });

  it.each([
    ['records/hand-records', 'NQ - com.classtag.one_roster_classes'],
    ['records/hand-heading-alone', 'NQ - com.classtag.one_roster_enrollments'],
  ])('%s', (name, dataSet) => {
    const { mentions } = read(name);
    expect(mentions).toContainEqual({ where: 'heading', text: `Select/Edit Records from ${dataSet}` });
    expect(mentions.every(({ text }) => text.endsWith(dataSet))).toBe(true);
  });
});

/** The six values in the page's order. */
const summaryOf = ({ summary }: ExportPage) => {
  const order: SummaryControl[] = [
    'fileName',
    'lineDelimiter',
    'fieldDelimiter',
    'characterSet',
    'includeHeaders',
    'surroundInQuotes',
  ];
  return order.map((control) => held(summary?.[control]));
};

describe('step 3', () => {
  const recorded = fixturesOf('summary').filter((name) => /\/summary/.test(name) && isEnglish(name));

  it.each(recorded)('%s', (name) => {
    const other = variantIn(name, 'outputDefaults') === 'other';
    const comma = { _: ',', Comma__: 'Comma (,)' }[variantIn(name, 'fieldDelimiterTexts') ?? ''];
    const windows = variantIn(name, 'windowsText') === undefined ? 'Windows ANSI' : 'Windows Ansi';
    const fileName = variantIn(name, 'fileNameDefault') ? expect.stringMatching(/\.txt$/) : '';
    const expected = other
      ? ['', 'LF', comma ?? 'Comma', 'UTF-8', false, true]
      : [fileName, 'CR', 'Tab', windows, true, false];
    expect(summaryOf(read(name))).toEqual(expected);
  });

  it.each([
    ['summary/after-saving', ['users.csv', 'CR', 'Tab', 'Windows ANSI', true, false]],
    ['summary/hand-screenshot', ['HSSTigcseexport', 'CR', 'Comma', 'UTF-8', true, false]],
    ['summary/hand-dl', ['1-Other-%d.csv', 'CR-LF', 'Comma (,)', 'Unicode (UTF-8)', false, true]],
    ['summary/hand-table-wrapped', ['classes.csv', 'CR', ',', 'UTF8', true, false]],
    ['summary/hand-ambiguous', ['users.csv', 'ambiguous', 'missing', 'UTF-8', 'ambiguous', 'missing']],
  ])('%s', (name, values) => expect(summaryOf(read(name))).toEqual(values));

  it('finds the selects by their options where the words are in another language', () => {
    for (const name of fixturesOf('summary').filter((one) => !isEnglish(one))) {
      const { summary } = read(name);
      expect(summary, name).toMatchObject({
        lineDelimiter: { option: 'CR' },
        fieldDelimiter: { option: 'Tab' },
        characterSet: { option: 'Windows ANSI' },
      });
    }
  });

  it('tells which controls cannot be changed', () => {
    const { summary } = read('summary/hand-table-wrapped');
    expect(summary?.fileName).toEqual({ value: 'classes.csv', editable: false });
    expect(summary?.lineDelimiter).toEqual({ value: 'CR', editable: false, option: '\r' });
    expect(summary?.characterSet).toMatchObject({ editable: true });
  });

  it('names the data set by heading, hidden select, or text', () => {
    expect(read('summary/hand-screenshot').mentions).toEqual([]);
    expect(read('summary/hand-dl').mentions.map(({ where }) => where)).toEqual(['export-from', 'heading']);
    expect(read('summary/hand-table-wrapped').mentions).toEqual([
      { where: 'text', text: 'NQ - com.classtag.one_roster_classes' },
    ]);
  });
});

describe('step 3 in tables in tables', () => {
  const inner = (control: string) => `<td><table><tr><td>${control}</td></tr></table></td>`;
  const line = (words: string, control: string) => `<tr><td>${words}</td>${inner(control)}</tr>`;
  const summary = (...lines: string[]) => {
    const { document, location } = openPage(
      `<h1>x</h1><table><tr><td><table>${lines.join('')}</table></td></tr></table>`,
    );
    return readPage(document, location).summary;
  };
  const DELIMITERS = [
    line('Line Delimiter:', '<select><option>CR<option>LF</select><input type="text" disabled>'),
    line('Field Delimiter:', '<select><option>Tab<option>Comma</select><input type="text" disabled>'),
    line('Character Set:', '<select><option>Windows ANSI<option>UTF-8</select>'),
  ];
  const BOX = '<input type="checkbox">';

  it('is told by the words in the outer row', () => {
    const found = summary(
      line('Export File Name:', '<input type="text" value="x.csv">'),
      ...DELIMITERS,
      line('Include Column Headers:', '<input type="checkbox" checked>'),
      line('Surround "field values" in Quotes:', BOX),
    );
    expect(Object.values(found ?? {}).map(held)).toEqual(['x.csv', 'CR', 'Tab', 'Windows ANSI', true, false]);
  });

  it('gives the words to the first control of the inner table alone', () => {
    const found = summary(
      ...DELIMITERS,
      line('Include Column Headers:', `${BOX}</td><td><input type="checkbox" checked>`),
    );
    expect(held(found?.includeHeaders)).toBe(false);
  });
});

describe('the save dialog', () => {
  const dialogOf = (name: string) => {
    const dialog = read(name).saveDialog;
    return dialog && [held(dialog.name), held(dialog.description), dialog.error];
  };

  it.each(fixturesOf('save').filter((name) => name.startsWith('save/open') && isEnglish(name)))('%s', (name) =>
    expect(dialogOf(name)).toEqual(['', '', '']),
  );

  it.each([
    ['save/saved-before', ['classtag_users', '', '']],
    ['save/error', ['classtag_users', '', expect.stringMatching(/\w/)]],
    ['save/hand-dialog', ['classtag_users', 'ours', '']],
    ['save/hand-button-row', ['classtag_users', '', 'A template with that name exists.']],
    ['summary/hand-screenshot', null],
    ['summary/after-saving', null],
  ])('%s', (name, expected) => expect(dialogOf(name)).toEqual(expected));
});

describe('My Templates', () => {
  it.each([
    ['templates/templates', ['classtag_users'], ['nightly_classes']],
    ['templates/templates--templateColumn-data-set', ['classtag_users'], ['nightly_classes']],
    ['templates/hand-mine', ['classtag_users', 'BS 03-Semesters (copy)'], ['nightly_classes']],
    ['templates/hand-scheduled', ['nightly_classes'], ['classtag_users']],
  ])('%s', (name, there, absent) => {
    const templateNames = readTemplateNames(openFixture(name).document);
    expect(templateNames).toEqual(expect.arrayContaining(there));
    expect(templateNames.filter((one) => absent.includes(one))).toEqual([]);
  });
});

describe('pages that are none of the Data Export Manager', () => {
  it.each(fixturesOf('none'))('%s', (name) => {
    expect(read(name)).toMatchObject({ place: 'elsewhere', grid: [], tree: [], summary: null, saveDialog: null });
  });

  it('tells a log-in page in place of the wizard', () => {
    expect(read('none/hand-log-in').signedOut).toBe(true);
    expect(read('none/hand-help').signedOut).toBe(false);
  });

  it('leaves out our own panel', () => {
    const panel = `<roster-export-assistant><input type="text"></roster-export-assistant>`;
    const { document, location } = openPage(panel);
    expect(readPage(document, location).place).toBe('elsewhere');
  });
});
