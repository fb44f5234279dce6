import { describe, expect, it } from 'vitest';
import { openTemplate, readTemplateList, templateAt } from '../../../utils/powerschool/templates.ts';
import { fixturesOf, openFixture, openPage } from './fixtures.ts';

const ADDRESS = '/admin/datamgmt/exporttemplates.html';
const page = (html: string, hash = '') =>
  openPage(`<div id="content-main">${html}</div>`, `${ADDRESS}${hash}`).document;

const recorded = fixturesOf('templates').filter((name) => !name.includes('/hand-'));

describe('recorded lists', () => {
  it.each(recorded.filter((name) => /\/templates(--|$)/.test(name)))('%s', (name) => {
    const { scheduled, rows } = readTemplateList(openFixture(name).document);
    expect(scheduled).toBe(false);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: 'classtag_users', opens: true, schedules: true });
  });

  it.each(recorded.filter((name) => /\/scheduled(--|$)/.test(name)))('%s', (name) => {
    const { scheduled, rows } = readTemplateList(openFixture(name).document);
    expect(scheduled).toBe(true);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: 'classtag_users', opens: true, schedules: true });
    const words = name.includes('scheduledColumn') ? /^Monday, .*Sunday 01:10 AM$/ : /^(NQ - [\w.]+)?$/;
    expect(rows[0]?.words).toMatch(words);
  });

  it.each(recorded.filter((name) => /\/schedule(--|$)/.test(name)))('%s, behind the dialog', (name) => {
    expect(readTemplateList(openFixture(name).document).rows.map((row) => row.name)).toEqual(['classtag_users']);
  });

  it('has none where there are none', () => {
    expect(readTemplateList(openFixture('templates/empty').document)).toEqual({ scheduled: false, rows: [] });
  });
});

describe('lists by other hands', () => {
  it('reads the stored ones', () => {
    expect(readTemplateList(openFixture('templates/hand-mine').document)).toEqual({
      scheduled: false,
      rows: [
        { name: 'classtag_users', opens: true, schedules: true, words: '' },
        { name: 'BS 03-Semesters (copy)', opens: true, schedules: true, words: '' },
      ],
    });
    expect(readTemplateList(openFixture('templates/hand-scheduled').document)).toMatchObject({
      scheduled: true,
      rows: [{ name: 'nightly_classes', opens: false, schedules: false, words: '' }],
    });
  });

  it('finds the name in its column, with a tick box and a number before it', () => {
    const document = page(`<table><tr><th></th><th>#</th><th>Template Name</th><th>Created</th><th></th></tr>
      <tr><td><input type="checkbox"></td><td>1</td><td><a href="#">classtag\u00a0users</a></td><td>11/24/2026</td>
      <td><img src="/images/icon_calendar.png"></td></tr></table>`);
    expect(readTemplateList(document).rows).toEqual([
      { name: 'classtag users', opens: true, schedules: true, words: '1 · 11/24/2026' },
    ]);
  });

  it('takes the first link with words where no heading tells', () => {
    const document =
      page(`<table><tbody><tr><td><a href="#"><img alt=""></a></td><td><a href="#">t_one</a></td><td>x</td></tr>
      <tr><td></td><td><a href="#">t_two</a></td><td></td></tr></tbody></table>`);
    expect(readTemplateList(document).rows.map(({ name }) => name)).toEqual(['t_one', 't_two']);
  });

  it('reads a grid without a table', () => {
    const document =
      page(`<div role="grid"><div role="row"><span role="columnheader">Name</span><span role="columnheader">Actions</span></div>
      <div role="row"><span role="gridcell"><button>t_one</button></span><span role="gridcell"><button aria-label="Schedule Template"></button></span></div></div>`);
    expect(readTemplateList(document).rows).toEqual([{ name: 't_one', opens: true, schedules: true, words: '' }]);
  });

  it('does not guess what icons do', () => {
    const icons = (...titles: string[]) =>
      page(`<table><tr><th>Name</th><th>Actions</th></tr><tr><td><a href="#">t</a></td>
        <td>${titles.map((title) => `<button title="${title}"></button>`).join('')}</td></tr></table>`);
    const schedules = (...titles: string[]) => readTemplateList(icons(...titles)).rows[0]?.schedules;
    expect(schedules('Copy', 'Delete')).toBe(false);
    expect(schedules('Copiar', 'Programar')).toBeNull();
    expect(schedules('Copy', 'Set Schedule')).toBe(true);
  });

  it('leaves out what is hidden, what a dialog holds, and a form laid out as a table', () => {
    const rows = '<tr><th>Name</th></tr><tr><td><a href="#">hidden</a></td></tr>';
    const document =
      page(`<table style="display: none">${rows}</table><div class="ui-dialog"><table>${rows}</table></div>
      <table><tr><td>Send Output To</td><td><select><option>a</option></select></td></tr></table>`);
    expect(readTemplateList(document).rows).toEqual([]);
  });
});

describe('opening a template', () => {
  const LIST = `<table><tr><th>Name</th><th>Actions</th></tr>
    <tr><td><a href="#a">t</a></td><td><a href="#x" title="Schedule Template"><img alt="calendar"></a></td></tr>
    <tr><td><a href="#b">t (copy)</a></td><td></td></tr><tr><td>no link</td><td></td></tr>
    <tr><td><a href="#c">twice</a></td><td></td></tr><tr><td><a href="#d">twice</a></td><td></td></tr></table>`;

  it.each([
    ['t', 'pressed', '#a'],
    ['t (copy)', 'pressed', '#b'],
    ['T', 'missing', ''],
    ['no link', 'missing', ''],
    ['twice', 'ambiguous', ''],
    ['', 'missing', ''],
  ])('%j: %s', (name, result, hash) => {
    const document = page(LIST);
    const clicked: string[] = [];
    document.addEventListener('click', ({ target }) => clicked.push((target as Element).getAttribute('href') ?? ''));
    expect(openTemplate(document, name)).toBe(result);
    expect(clicked.join()).toBe(hash);
  });

  it('knows which template a click opens', () => {
    const document = page(LIST);
    const at = (selector: string) => {
      const target = document.querySelector(selector);
      return target && templateAt(target);
    };
    expect(at('a[href="#b"]')).toBe('t (copy)');
    expect(at('img')).toBeNull();
    expect(at('th')).toBeNull();
    expect(at('table')).toBeNull();
  });
});
