import { describe, expect, it } from 'vitest';
import { applyChanges, lookAgain, undoOf } from '../../../utils/powerschool/apply.ts';
import { readPage } from '../../../utils/powerschool/read.ts';
import { watchSubject } from '../../../utils/powerschool/subject.ts';
import type { Change, CheckControl, Outcome, SelectControl } from '../../../utils/powerschool/types.ts';
import { openFixture, openPage } from './fixtures.ts';
import { gridPage, label, rowHtml, wholeForm } from './grid-page.ts';

const results = (outcomes: Outcome[]) => outcomes.map(({ result }) => result);

/** Carries out changes; `react` is what the page does after each round of writes. */
async function apply(document: Document, changes: Change[], react: () => void = () => undefined): Promise<Outcome[]> {
  const { signal } = new AbortController();
  return applyChanges(document, changes, { signal, settle: async () => react() });
}

const select = (control: SelectControl, before: string, after: string, also?: string[]): Change => ({
  target: { kind: 'select', control },
  before,
  after,
  ...(also ? { also } : {}),
});
const check = (control: CheckControl, after: boolean): Change => ({
  target: { kind: 'check', control },
  before: !after,
  after,
});
const tick = (column: string, after: boolean): Change => ({ target: { kind: 'tick', column }, before: !after, after });

const ROWS = [
  { field: 'USERS.email', label: 'USERS.email' },
  { field: 'USERS.role', label: 'role' },
  { field: 'USERS.sms', label: 'USERS.sms', readOnly: true },
  { field: 'USERS.phone', label: 'USERS.phone', maxLength: 5 },
];
const boxOf = (document: Document, field: string) => {
  const row = [...document.querySelectorAll('tr')].find(
    ({ cells }) => cells.length === 4 && cells[1]?.textContent === field,
  );
  const box = row?.querySelector('input');
  if (!box) throw new Error(`There is no row ${field}.`);
  return box;
};

describe('the eight outcomes', () => {
  it.each<[Outcome['result'], Change]>([
    ['set', label('USERS.email', 'USERS.email', 'email')],
    ['already', label('USERS.role', 'USERS.role', 'role')],
    ['missing', label('USERS.nobody', '', 'nobody')],
    ['read-only', label('USERS.sms', 'USERS.sms', 'sms')],
    ['stale', label('USERS.email', 'Email', 'email')],
    ['rejected-by-page', label('USERS.phone', 'USERS.phone', 'telephone')],
    ['no-such-option', select('exportFrom', 'NQ - a.b.c', 'NQ - x.y.z')],
  ])('%s', async (result, change) => {
    const { document } = openPage(gridPage(ROWS));
    const before = wholeForm(document);
    const outcomes = await apply(document, [change]);
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ change, result });
    if (result !== 'set') expect(wholeForm(document)).toEqual(before);
  });

  it('ambiguous', async () => {
    const { document } = openPage(gridPage([...ROWS, { field: 'USERS.email', label: 'x' }]));
    const before = wholeForm(document);
    expect(results(await apply(document, [label('USERS.email', 'USERS.email', 'email')]))).toEqual(['ambiguous']);
    expect(wholeForm(document)).toEqual(before);
  });

  it('says what stands there now', async () => {
    const { document } = openPage(gridPage(ROWS));
    const changes = [
      label('USERS.email', 'USERS.email', 'email'),
      label('USERS.sms', 'USERS.sms', 'sms'),
      label('USERS.nobody', '', 'x'),
    ];
    expect((await apply(document, changes)).map(({ now }) => now)).toEqual(['email', 'USERS.sms', undefined]);
  });

  it('are given in the order of the plan, one for each change', async () => {
    const { document } = openPage(gridPage(ROWS));
    const changes = [
      label('USERS.nobody', '', 'x'),
      label('USERS.email', 'USERS.email', 'email'),
      label('USERS.role', 'role', 'role'),
    ];
    const outcomes = await apply(document, changes);
    expect(outcomes.map(({ change }) => change)).toEqual(changes);
    expect(results(outcomes)).toEqual(['missing', 'set', 'already']);
  });
});

describe('nothing but the target changes', () => {
  it.each<[string, string, Change, RegExp]>([
    ['a label', 'columns/hand-skeleton', label('USERS.languages', 'USERS.languages', 'language'), /^text language /],
    ['a label', 'columns/hand-fixed-heading', label('USERS.f_role', 'USERS.f_role', 'role'), /^text role /],
    ['a label', 'columns/ticked', label('USERS.sms', 'USERS.sms', 'phone'), /^text phone /],
    ['a label', 'columns/ticked--ids-absent', label('USERS.sms', 'USERS.sms', 'phone'), /^text phone /],
    ['a label', 'columns/ticked--description-foreign', label('USERS.role', 'USERS.role', 'role'), /^text role /],
    ['a tick', 'columns/hand-skeleton', tick('users.sms', true), /^checkbox on true/],
    ['a tick', 'columns/hand-fixed-heading', tick('users.b_status', false), /^checkbox on false/],
    ['a select', 'summary/hand-screenshot', select('lineDelimiter', 'CR', 'LF'), /^select LF/],
    ['a select', 'summary/hand-dl', select('lineDelimiter', 'CR-LF', 'CR'), /^select 1$/],
    ['a box', 'summary/hand-table-wrapped', check('surroundInQuotes', true), /^checkbox on true/],
    [
      'a text',
      'summary/hand-dl',
      { target: { kind: 'text', control: 'fileName' }, before: '1-Other-%d.csv', after: 'users.csv' },
      /^text users\.csv/,
    ],
    [
      'the name in the dialog',
      'save/open',
      { target: { kind: 'text', control: 'templateName' }, before: '', after: 'classtag_users' },
      /^text classtag_users/,
    ],
    [
      'the description in the dialog',
      'save/hand-dialog',
      { target: { kind: 'text', control: 'templateDescription' }, before: 'ours', after: 'theirs' },
      /^textarea theirs/,
    ],
  ])('%s in %s', async (_, name, change, written) => {
    const { document, location } = openFixture(name);
    const before = wholeForm(document);
    const page = readPage(document, location);
    const outcomes = await apply(document, [change]);
    expect(results(outcomes)).toEqual(['set']);
    const after = wholeForm(document);
    const changed = after.filter((held, index) => held !== before[index]);
    expect(changed).toEqual([expect.stringMatching(written)]);
    expect(after).toHaveLength(before.length);
    expect(results(await apply(document, undoOf(outcomes)))).toEqual(['set']);
    expect(wholeForm(document)).toEqual(before);
    expect(readPage(document, location)).toEqual(page);
  });
});

describe('how a value is written', () => {
  it('fires input, keyup, change and blur, once each, after the value stands', async () => {
    const { document } = openPage(gridPage(ROWS));
    const box = boxOf(document, 'USERS.email');
    const heard: string[] = [];
    for (const kind of ['input', 'keyup', 'change', 'focusout']) {
      document.addEventListener(kind, (event) => heard.push(`${kind} ${(event.target as HTMLInputElement).value}`));
    }
    box.addEventListener('blur', () => heard.push('blur'));
    await apply(document, [label('USERS.email', 'USERS.email', 'email')]);
    expect(heard).toEqual(['input email', 'keyup email', 'change email', 'blur', 'focusout email']);
  });

  it('goes round a setter that a framework put on the box', async () => {
    const { document } = openPage(gridPage(ROWS));
    const box = boxOf(document, 'USERS.email');
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value');
    let calls = 0;
    Object.defineProperty(box, 'value', {
      get: () => own?.get?.call(box),
      set: () => (calls += 1),
      configurable: true,
    });
    expect(results(await apply(document, [label('USERS.email', 'USERS.email', 'email')]))).toEqual(['set']);
    expect([calls, box.value]).toEqual([0, 'email']);
  });

  it('clicks a tick box once, and not at all where it stands right', async () => {
    const { document } = openFixture('columns/hand-skeleton');
    const clicks: string[] = [];
    document.addEventListener('click', ({ target }) => clicks.push((target as Element).id));
    const outcomes = await apply(document, [tick('users.sms', true), tick('users.email', true)]);
    expect(results(outcomes)).toEqual(['set', 'already']);
    expect(clicks).toEqual(['cb_users_sms']);
  });

  it('fires nothing where nothing is written', async () => {
    const { document } = openPage(gridPage(ROWS));
    let heard = 0;
    for (const kind of ['input', 'change', 'click', 'focusout']) document.addEventListener(kind, () => (heard += 1));
    await apply(document, [
      label('USERS.role', 'x', 'role'),
      label('USERS.sms', 'USERS.sms', 'sms'),
      label('USERS.email', 'other', 'email'),
    ]);
    expect(heard).toBe(0);
  });

  it.each([
    ['aria-disabled', (box: HTMLInputElement) => box.setAttribute('aria-disabled', 'true')],
    ['disabled', (box: HTMLInputElement) => box.toggleAttribute('disabled', true)],
    ['in a disabled fieldset', (box: HTMLInputElement) => wrapInDisabledFieldset(box)],
  ])('leaves a box that is %s', async (_, disable) => {
    const { document } = openPage(gridPage(ROWS));
    disable(boxOf(document, 'USERS.email'));
    expect(results(await apply(document, [label('USERS.email', 'USERS.email', 'email')]))).toEqual(['read-only']);
  });
});

function wrapInDisabledFieldset(box: HTMLInputElement): void {
  const fieldset = box.ownerDocument.createElement('fieldset');
  fieldset.disabled = true;
  box.replaceWith(fieldset);
  fieldset.append(box);
}

describe('options', () => {
  const page = (options: string) =>
    openPage(`<body><div><label>Line Delimiter:</label> <select>${options}</select></div></body>`).document;
  const chosenIn = (document: Document) => document.querySelector('select')?.selectedOptions[0]?.text;

  it.each<[string, string, Change, Outcome['result'], string]>([
    ['by text', '<option>LF<option>CR', select('lineDelimiter', 'LF', 'CR'), 'set', 'CR'],
    [
      'by value',
      '<option value="LF">Salto<option value="CR">Retorno',
      select('lineDelimiter', 'Salto', 'CR'),
      'set',
      'Retorno',
    ],
    [
      'by synonym',
      '<option>LF<option>Carriage Return',
      select('lineDelimiter', 'LF', 'CR', ['Carriage Return']),
      'set',
      'Carriage Return',
    ],
    [
      'by a synonym in capitals',
      '<option>LF<option>CARRIAGE RETURN:',
      select('lineDelimiter', 'LF', 'CR', ['Carriage Return']),
      'set',
      'CARRIAGE RETURN:',
    ],
    [
      'by a control character as value',
      '<option value="&#10;">Salto<option value="&#13;">Retorno',
      select('lineDelimiter', 'Salto', 'CR', ['\r']),
      'set',
      'Retorno',
    ],
    [
      'not by a part of the text',
      '<option>LF<option>CR/LF',
      select('lineDelimiter', 'LF', 'CR'),
      'no-such-option',
      'LF',
    ],
    [
      'not where text and value point at two',
      '<option>LF<option value="x">CR<option value="CR">y',
      select('lineDelimiter', 'LF', 'CR'),
      'ambiguous',
      'LF',
    ],
    [
      'not where two are alike',
      '<option>LF<option>CR<option>CR',
      select('lineDelimiter', 'LF', 'CR'),
      'ambiguous',
      'LF',
    ],
    [
      'not where it is disabled',
      '<option>LF<option disabled>CR',
      select('lineDelimiter', 'LF', 'CR'),
      'no-such-option',
      'LF',
    ],
    [
      'not where it was changed meanwhile',
      '<option>Other<option>CR',
      select('lineDelimiter', 'LF', 'CR'),
      'stale',
      'Other',
    ],
    [
      'not where it is chosen already',
      '<option>LF<option selected>CR',
      select('lineDelimiter', 'LF', 'CR'),
      'already',
      'CR',
    ],
  ])('%s', async (_, options, change, result, chosen) => {
    const document = page(options);
    expect(results(await apply(document, [change]))).toEqual([result]);
    expect(chosenIn(document)).toBe(chosen);
  });
});

describe('a page that works against it', () => {
  it('is told when it puts the old value back at once', async () => {
    const { document } = openPage(gridPage(ROWS));
    const box = boxOf(document, 'USERS.email');
    box.addEventListener('change', () => {
      box.value = 'USERS.email';
    });
    expect(await apply(document, [label('USERS.email', 'USERS.email', 'email')])).toMatchObject([
      { result: 'rejected-by-page', now: 'USERS.email' },
    ]);
  });

  it('is told when it puts something else there a tick later', async () => {
    const { document } = openPage(gridPage(ROWS));
    const react = () => {
      boxOf(document, 'USERS.email').value = 'EMAIL';
    };
    expect(await apply(document, [label('USERS.email', 'USERS.email', 'email')], react)).toMatchObject([
      { result: 'rejected-by-page', now: 'EMAIL' },
    ]);
  });

  it('may replace all nodes with the old values while it is written: tried again', async () => {
    const { document } = openPage(gridPage(ROWS));
    let rebuilt = 0;
    const rebuild = () => {
      if (rebuilt++ > 0) return;
      const body = document.querySelector('.grid tbody');
      if (body) body.innerHTML = ROWS.map(rowHtml).join('');
    };
    const outcomes = await apply(document, [label('USERS.email', 'USERS.email', 'email')], rebuild);
    expect(results(outcomes)).toEqual(['set']);
    expect(boxOf(document, 'USERS.email').value).toBe('email');
  });

  it('may do so every time: given up, and said', async () => {
    const { document } = openPage(gridPage(ROWS));
    let rebuilt = 0;
    const rebuild = () => {
      rebuilt += 1;
      const body = document.querySelector('.grid tbody');
      if (body) body.innerHTML = ROWS.map(rowHtml).join('');
    };
    const outcomes = await apply(document, [label('USERS.email', 'USERS.email', 'email')], rebuild);
    expect(outcomes).toMatchObject([{ result: 'rejected-by-page', now: 'USERS.email' }]);
    expect(rebuilt).toBe(3);
  });

  it('may replace the nodes at each write and keep the values', async () => {
    const rows = [...ROWS, { field: 'USERS.dcid', label: 'USERS.dcid' }];
    const { document } = openPage(gridPage(rows));
    const model = new Map(rows.map(({ field, label: own }) => [field, own]));
    document.addEventListener('change', ({ target }) => {
      const box = target as HTMLInputElement;
      const field = box.closest('tr')?.cells[1]?.textContent ?? '';
      model.set(field, box.value);
      const body = document.querySelector('.grid tbody');
      if (body) body.innerHTML = rows.map((row) => rowHtml({ ...row, label: model.get(row.field) ?? '' })).join('');
    });
    const changes = [label('USERS.email', 'USERS.email', 'email'), label('USERS.dcid', 'USERS.dcid', 'dcid')];
    expect(results(await apply(document, changes))).toEqual(['set', 'set']);
    expect([...model.values()]).toEqual(['email', 'role', 'USERS.sms', 'USERS.phone', 'dcid']);
  });

  it('may use its nodes for other rows: each label still goes to its own field', async () => {
    const rows = [
      { field: 'USERS.email', label: 'USERS.email' },
      { field: 'USERS.phone', label: 'USERS.phone' },
    ];
    const { document } = openPage(gridPage(rows));
    document.addEventListener(
      'change',
      () => {
        // The two rows trade places by their texts and values; the boxes stay where they are.
        const fields = [...document.querySelectorAll<HTMLTableRowElement>('.grid tbody tr')];
        const [first, second] = fields;
        const [a, b] = [first?.querySelector('input'), second?.querySelector('input')];
        if (!first?.cells[1] || !second?.cells[1] || !a || !b) return;
        [first.cells[1].textContent, second.cells[1].textContent] = [
          second.cells[1].textContent,
          first.cells[1].textContent,
        ];
        [a.value, b.value] = [b.value, a.value];
      },
      { once: true },
    );
    const changes = [label('USERS.email', 'USERS.email', 'email'), label('USERS.phone', 'USERS.phone', 'phone')];
    expect(results(await apply(document, changes))).toEqual(['set', 'set']);
    expect([boxOf(document, 'USERS.email').value, boxOf(document, 'USERS.phone').value]).toEqual(['email', 'phone']);
  });

  it('may take the row away', async () => {
    const { document } = openPage(gridPage(ROWS));
    const react = () => boxOf(document, 'USERS.email').closest('tr')?.remove();
    const outcomes = await apply(document, [label('USERS.email', 'USERS.email', 'email')], react);
    expect(results(outcomes)).toEqual(['rejected-by-page']);
  });

  it('may show the row twice afterwards', async () => {
    const { document } = openPage(gridPage(ROWS));
    const react = () => {
      const row = boxOf(document, 'USERS.email').closest('tr');
      row?.after(row.cloneNode(true));
    };
    const outcomes = await apply(document, [label('USERS.email', 'USERS.email', 'email')], react);
    expect(results(outcomes)).toEqual(['rejected-by-page']);
  });
});

describe('being stopped', () => {
  it('writes nothing once the signal has aborted', async () => {
    const { document } = openPage(gridPage(ROWS));
    const before = wholeForm(document);
    const outcomes = await applyChanges(document, [label('USERS.email', 'USERS.email', 'email')], {
      signal: AbortSignal.abort(),
      settle: async () => undefined,
    });
    expect(results(outcomes)).toEqual(['stale']);
    expect(wholeForm(document)).toEqual(before);
  });

  it('leaves the rest when it is stopped half way, and says which', async () => {
    const rows = ['a', 'b', 'c'].map((name) => ({ field: `T.${name}`, label: `T.${name}` }));
    const { document } = openPage(gridPage(rows));
    const stop = new AbortController();
    document.addEventListener('change', () => stop.abort(), { once: true });
    const changes = rows.map(({ field }) => label(field, field, field.slice(2)));
    const outcomes = await applyChanges(document, changes, { signal: stop.signal, settle: async () => undefined });
    expect(results(outcomes)).toEqual(['set', 'stale', 'stale']);
    expect(rows.map(({ field }) => boxOf(document, field).value)).toEqual(['a', 'T.b', 'T.c']);
  });
});

describe('a page that is about something else by now', () => {
  const isNamed = (document: Document, text: string) => () => document.querySelector('select')?.value === text;

  it('gets no more writes, and what was written is not told as set', async () => {
    const { document } = openPage(gridPage(ROWS));
    const isMeant = isNamed(document, 'NQ - a.b.c');
    document.addEventListener('change', () => {
      const [list] = document.getElementsByTagName('select');
      if (list) list.selectedIndex = 0;
    });
    const changes = [label('USERS.email', 'USERS.email', 'email'), label('USERS.phone', 'USERS.phone', 'phone')];
    const { signal } = new AbortController();
    const outcomes = await applyChanges(document, changes, { signal, settle: async () => undefined, isMeant });
    expect(results(outcomes)).toEqual(['rejected-by-page', 'stale']);
    expect(boxOf(document, 'USERS.phone').value).toBe('USERS.phone');
    expect(results(lookAgain(document, outcomes, { isMeant }))).toEqual(['rejected-by-page', 'stale']);
  });

  it('is told by the data set that was named when it was read, wherever its list stands', () => {
    const { document, location } = openPage(gridPage(ROWS));
    const isMeant = watchSubject(document, location, readPage(document, location));
    const [list] = document.getElementsByTagName('select');
    expect(isMeant()).toBe(true);
    const copy = list?.cloneNode(true) as HTMLSelectElement;
    list?.replaceWith(copy);
    expect(isMeant()).toBe(true);
    copy.selectedIndex = 0;
    expect(isMeant()).toBe(false);
  });
});

describe('looking again', () => {
  it('tells what was right already, and was changed since', async () => {
    const { document } = openPage(gridPage(ROWS));
    const outcomes = await apply(document, [label('USERS.role', 'USERS.role', 'role')]);
    boxOf(document, 'USERS.role').value = 'Role';
    expect(lookAgain(document, outcomes)).toMatchObject([{ result: 'stale', now: 'Role' }]);
  });

  it('does not take a space for nothing', async () => {
    const { document } = openPage(gridPage([{ field: 'USERS.email', label: ' ' }]));
    expect(results(await apply(document, [label('USERS.email', '', 'email')]))).toEqual(['stale']);
  });

  it('finds a row that came in between', async () => {
    const { document } = openPage(gridPage(ROWS));
    document.addEventListener('change', ({ target }) => {
      const row = boxOf(document, 'USERS.phone').closest('tr');
      if (target !== boxOf(document, 'USERS.phone')) row?.after(row.cloneNode(true));
    });
    const changes = [label('USERS.email', 'USERS.email', 'email'), label('USERS.phone', 'USERS.phone', 'tel')];
    expect(results(await apply(document, changes))).toEqual(['set', 'ambiguous']);
  });
});

describe('undo', () => {
  it('takes back what was set, last first, and nothing else', () => {
    const change = (column: string) => label(column, column, 'x');
    const outcomes: Outcome[] = [
      { change: change('a'), result: 'set', now: 'x' },
      { change: change('b'), result: 'already', now: 'x' },
      { change: change('c'), result: 'rejected-by-page', now: 'y' },
      { change: change('d'), result: 'set', now: 'x ' },
    ];
    expect(undoOf(outcomes)).toEqual([label('d', 'x ', 'd'), label('a', 'x', 'a')]);
  });

  it('leaves a label that was typed since', async () => {
    const { document } = openPage(gridPage(ROWS));
    const outcomes = await apply(document, [label('USERS.email', 'USERS.email', 'email')]);
    boxOf(document, 'USERS.email').value = 'Mail';
    expect(results(await apply(document, undoOf(outcomes)))).toEqual(['stale']);
    expect(boxOf(document, 'USERS.email').value).toBe('Mail');
  });

  it('restores a select whose text has padding', async () => {
    const { document } = openPage(
      '<body><div><label>Line Delimiter</label> <select><option> LF </option><option>CR</option></select></div></body>',
    );
    const outcomes = await apply(document, [select('lineDelimiter', 'LF', 'CR')]);
    expect(results(outcomes)).toEqual(['set']);
    expect(results(await apply(document, undoOf(outcomes)))).toEqual(['set']);
    expect(document.querySelector('select')?.selectedIndex).toBe(0);
  });
});
