import { describe, expect, it } from 'vitest';
import { SaveWatch } from '../../../utils/assistant/later/saving.ts';
import { templatesAddress } from '../../../utils/powerschool/addresses.ts';
import { locatePageButton } from '../../../utils/powerschool/buttons.ts';
import { locateSaveDialog } from '../../../utils/powerschool/locate/dialog.ts';
import { readPage } from '../../../utils/powerschool/read.ts';
import { readRecords } from '../../../utils/powerschool/records.ts';
import { readSchedule } from '../../../utils/powerschool/schedule.ts';
import { readTemplateList } from '../../../utils/powerschool/templates.ts';
import type { ExportPage } from '../../../utils/powerschool/types.ts';
import { openPage } from './fixtures.ts';

/** Pages without one word that is known: what structure tells, and where it tells nothing. */
const read = (html: string): ExportPage => {
  const { document, location } = openPage(html);
  return readPage(document, location);
};

const FROM = '<div>ა <select><option></option><option>NQ - com.classtag.one_roster_users</option></select></div>';
const TREE = '<ul><li><label><input type="checkbox"> USERS</label></li></ul>';
const row = (field: string, box = '<input type="text" value="x">', sort = '<button>ა</button>') =>
  `<tr><td>${sort}</td><td>${field}</td><td>${box}</td><td><button>ბ</button></td></tr>`;
const table = (head: string, ...rows: string[]) =>
  `<div><table><tr><th>${head}</th><th>ა</th><th>ბ</th><th>გ</th></tr>${rows.join('')}</table></div>`;
const grid = (...tables: string[]) => read(`<div>${FROM}${TREE}<div>${tables.join('')}</div></div>`);
const keys = ({ grid: rows }: ExportPage) => rows.map(({ key }) => key);

describe('the grid by its rows', () => {
  it('is one table, or one for each group with the same headings', () => {
    expect(keys(grid(table('დ', row('USERS.email'))))).toEqual(['users.email']);
    expect(keys(grid(table('დ', row('USERS.email')), table('დ', row('CC.role'))))).toEqual(['users.email', 'cc.role']);
  });

  it('is ambiguous where another table has such rows under other headings', () => {
    const page = grid(table('დ', row('USERS.email')), table('ე', row('CC.role')));
    expect(keys(page)).toEqual([]);
    expect(page.ambiguousRows).toEqual(['users.email', 'cc.role']);
  });

  it('is ambiguous where ids tell of other rows than those of its structure', () => {
    const other = '<ul><li><span>CC.role</span><div><input type="text" id="label_cb_cc_role"></div></li></ul>';
    const page = grid(table('დ', row('USERS.email')), other);
    expect(keys(page)).toEqual([]);
    expect(page.ambiguousRows.sort()).toEqual(['cc.role', 'users.email']);
  });

  it.each([
    ['a tick box in front, as filters have', row('USERS.email', undefined, '<input type="checkbox"><button></button>')],
    ['a list besides', row('USERS.email', '<select><option>x</option></select><input type="text">')],
    ['a name without a table', row('email')],
    ['a button in the label’s cell', row('USERS.email', '<input type="text"><button>x</button>')],
    ['no button at all', row('USERS.email', undefined, '').replace('<button>ბ</button>', '')],
  ])('is no table with %s', (_, odd) => {
    expect(keys(grid(table('დ', odd)))).toEqual([]);
  });

  it('stands below the tree', () => {
    expect(keys(read(`<div>${FROM}${table('დ', row('USERS.email'))}${TREE}</div>`))).toEqual([]);
  });
});

describe('Export From by its blank beginning', () => {
  const blank = '<div>ა <select><option></option><option>ბ</option></select></div>';
  const next = '<button class="next">ა</button>';

  it('is the one such list of a step that leads on and not back', () => {
    expect(read(blank + next).place).toBe('columns');
    expect(read(blank).place).toBe('elsewhere');
    expect(read(`${blank}<button class="prev">ა</button>${next}`).place).toBe('elsewhere');
  });

  it('is ambiguous where there are two', () => {
    expect(read(blank + blank + next).exportFrom).toBe('ambiguous');
  });
});

interface Form {
  headers?: string;
  quotes?: string;
  after?: string;
}
const list = '<select><option value="1">ა</option><option value="2">ბ</option></select>';
const output = ({ headers = 'ვ', quotes = 'ზ «თ» ი', after = '' }: Form = {}) => `<div><fieldset>
  <div><label>კ</label> <input type="text" value="a.csv"></div>
  <div><label>ლ</label> ${list}<input type="text" disabled></div>
  <div><label>მ</label> ${list}<input type="text" disabled></div><div><label>ნ</label> ${list}</div>
  <div><label>${headers}</label> <input type="checkbox" checked></div>
  <div><label>${quotes}</label> <input type="checkbox"></div></fieldset></div>${after}`;
const shape = (html: string) => {
  const { place, summary } = read(html);
  return [place, summary?.fileName, summary?.includeHeaders, summary?.surroundInQuotes].map((one) =>
    typeof one === 'object' ? one.value : one,
  );
};

describe('step 3 by the order of its controls', () => {
  it('tells the tick boxes apart by order and quotation marks together, and by neither alone', () => {
    expect(shape(output())).toEqual(['summary', 'a.csv', true, false]);
    expect(shape(output({ quotes: 'ზ 「თ」' }))).toEqual(['summary', 'a.csv', true, false]);
    for (const marks of [{ quotes: 'ზ' }, { headers: '"ვ"', quotes: 'ზ' }, { headers: '"ვ"' }, { quotes: 'ზ "თ' }])
      expect(shape(output(marks))).toEqual(['summary', 'a.csv', 'missing', 'missing']);
  });

  it('believes no place that the page calls otherwise', () => {
    const [, , headers, quotes] = shape(output({ quotes: 'Include "Column Headers"' }));
    expect([headers, quotes]).toEqual([false, 'missing']);
  });

  it.each([
    ['a third tick box', output({ after: '<input type="checkbox">' })],
    ['two such forms', output() + output()],
    ['another order', `<input type="checkbox"><input type="checkbox">${list}${list}${list}<input type="text">`],
  ])('is not there with %s', (_, html) => {
    expect(read(html).place).toBe('elsewhere');
  });

  it('finds Save Template between Prev and Export, and only where it is alone there', () => {
    const button = (...classes: string[]) => classes.map((name) => `<button class="${name}">ა</button>`).join('');
    const found = (buttons: string) => locatePageButton(openPage(output() + buttons).document, 'save-template');
    expect(found(button('prev', 'other', 'next'))).toMatchObject({ className: 'other' });
    expect(found(button('prev', 'other', 'other', 'next'))).toBe('missing');
    expect(found(button('other', 'next'))).toBe('missing');
    expect(found(button('prev', 'save', 'other', 'next'))).toMatchObject({ className: 'save' });
  });
});

const fields = '<p>ა <input type="text"></p><p>ბ <textarea></textarea></p>';
const dialog = (inside: string) => `<div class="ui-dialog">${inside}<button>ა</button><button>ბ</button></div>`;

describe('the save dialog by its controls', () => {
  const found = (html: string) => locateSaveDialog(openPage(html).document)?.className;

  it('is over step 3, with a name, a description and buttons', () => {
    expect(found(output() + dialog(fields))).toBe('ui-dialog');
    expect(found(`${output()}<section class="inline">${fields}<button>ა</button></section>`)).toBe('inline');
  });

  it.each([
    ['step 1', FROM + TREE + dialog(fields)],
    ['a password', output() + dialog(`${fields}<input type="password">`)],
    ['a list', output() + dialog(fields + list)],
    ['one box', output() + dialog('<input type="text">')],
    ['no button', `${output()}<div class="ui-dialog">${fields}</div>`],
    ['another one like it', output() + dialog(fields) + dialog(fields)],
  ])('is none with %s', (_, html) => expect(found(html)).toBeUndefined());
});

describe('a template that was saved in words that are not known', () => {
  /** Presses one of the dialog's buttons, closes it, and lets the page say something. */
  function saved(press: string, says: string): unknown {
    const frame = `<button class="ui-dialog-titlebar-close">X</button>${fields}`;
    const { document } = openPage(output() + dialog(frame));
    const watch = new SaveWatch();
    const name = document.querySelector<HTMLInputElement>('.ui-dialog input');
    if (name) name.value = 'ours';
    document.addEventListener('click', (event) => watch.before(event, document, 'users'), { capture: true });
    document.querySelector<HTMLElement>(press)?.click();
    document.querySelector('.ui-dialog')?.remove();
    document.body.insertAdjacentHTML('beforeend', `<p class="feedback-confirm">${says}</p>`);
    watch.look(document, 0, false);
    return watch.look(document, 1000, false).saved;
  }

  it('is known where PowerSchool names it', () => {
    expect(saved('.ui-dialog button:nth-last-child(2)', 'ა "ours" ბ')).toEqual({ name: 'ours', fileId: 'users' });
  });

  it('is not known otherwise', () => {
    expect(saved('.ui-dialog button:last-child', '')).toBeNull();
    expect(saved('.ui-dialog button:last-child', 'ა "theirs" ბ')).toBeNull();
    expect(saved('.ui-dialog-titlebar-close', 'ა "ours" ბ')).toBeNull();
  });
});

describe('other pages', () => {
  it('tells the scheduled templates, and where the list is, by where tabs lead', () => {
    const tab = (hash: string, name = '') =>
      `<li class="${name}"><a href="/admin/datamgmt/exporttemplates.html?x=1#${hash}">ა</a></li>`;
    const tabs = (first: string, second: string) =>
      `<ul>${tab('/export-schedule-content', second)}${tab('export-template-content', first)}</ul>`;
    const at = '/admin/datamgmt/exporttemplates.html#export-schedule-content';
    expect(readTemplateList(openPage(tabs('selected', ''), at).document).scheduled).toBe(false);
    expect(readTemplateList(openPage(tabs('', 'selected')).document).scheduled).toBe(true);
    expect(templatesAddress(openPage(tabs('', '')).document)).toMatch(/\?x=1#export-template-content$/);
  });

  it('does not guess morning or afternoon', () => {
    const options = (texts: (string | number)[]) =>
      `<select>${texts.map((text) => `<option>${text}</option>`).join('')}</select>`;
    const two = (count: number, by = 1, from = 0) =>
      Array.from({ length: count }, (_, at) => String(from + at * by).padStart(2, '0'));
    const ticks = Array.from({ length: 7 }, () => '<label><input type="checkbox"> ა</label>').join('');
    const schedule = (hours: string[], halves: string[]) =>
      readSchedule(
        openPage(
          `<div class="ui-dialog"><h2>Set Schedule - x</h2>${ticks}${options(hours)}${options(two(12, 5))}${halves.length > 0 ? options(halves) : ''}</div>`,
        ).document,
      )?.time;
    expect(schedule(two(12, 1, 1), ['ა', 'ბ'])).toBe('ambiguous');
    expect(schedule(two(12, 1, 1), [])).toBe('ambiguous');
    expect(schedule(two(12, 1, 1), ['AM', 'PM'])).toMatchObject({ value: '01:00', hours24: false });
    expect(schedule(two(24), [])).toMatchObject({ value: '00:00', hours24: true });
  });

  it('counts with the digits of Arabic and Persian', () => {
    const count = (text: string) => {
      const { document } = openPage(`<div><table><thead><tr><th>email</th></tr></thead>
        <tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table><p>${text}</p></div>`);
      const [found] = readRecords(document).tables;
      return [found?.first, found?.total];
    };
    expect(count('١ – ٢ / ١٬٢٣٤')).toEqual([1, 1234]);
    expect(count('۱ – ۲ / ۱۲')).toEqual([1, 12]);
  });
});
