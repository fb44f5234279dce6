import { describe, expect, it } from 'vitest';
import { type Words, wordsIn } from '../words.ts';
import { MANAGER, textOf, useSimulator } from './harness.ts';

describe('variants of the wizard page', () => {
  const client = useSimulator();
  const wizard = async (variants: Record<string, string>) => (await client().start(variants)).page(MANAGER);
  const options = (page: Document, name: string) => [
    ...(page.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.options ?? []),
  ];

  it.each([['CR/LF'], ['CR-LF'], ['CRLF'], ['CR LF']])('lineDelimiterTexts=%s', async (text) => {
    const page = await wizard({ lineDelimiterTexts: text });
    expect(options(page, 'lineDelimiter').map(textOf)).toEqual(['CR', text, 'LF', 'Other']);
  });

  it.each([
    ['fieldDelimiterTexts', ',', 'fieldDelimiter'],
    ['fieldDelimiterTexts', 'Comma (,)', 'fieldDelimiter'],
    ['charsetTexts', 'UTF8', 'characterSet'],
    ['charsetTexts', 'Unicode (UTF-8)', 'characterSet'],
    ['windowsText', 'Windows Ansi', 'characterSet'],
    ['categoryText', 'Additional Datasets', 'category'],
  ])('%s=%s', async (name, value, select) => {
    expect(options(await wizard({ [name]: value }), select).map(textOf)).toContain(value);
  });

  it.each([
    ['numeric', ['0', '1', '2', '3']],
    ['escape', ['\\r', '\\r\\n', '\\n', 'other']],
  ])('optionValues=%s', async (optionValues, wanted) => {
    expect(options(await wizard({ optionValues }), 'lineDelimiter').map(({ value }) => value)).toEqual(wanted);
  });

  it('categoryText=absent has no option for plugins, no-select no select', async () => {
    expect(options(await wizard({ categoryText: 'absent' }), 'category').map(textOf)).toEqual(['Show All', 'Tables']);
    expect(options(await wizard({ categoryText: 'no-select' }), 'category')).toEqual([]);
  });

  it.each([
    ['author', 'NQ - com.classtag.one_roster_users'],
    ['summary-naming-query', 'Roster: com.classtag.one_roster_users'],
    ['summary', 'One Roster Users'],
    ['nq-without', 'com.classtag.one_roster_users'],
    ['nq-before-summary', 'NQ - One Roster Users'],
    ['nq-no-hyphen', 'NQ com.classtag.one_roster_users'],
  ])('optionText=%s', async (optionText, wanted) => {
    expect(options(await wizard({ optionText }), 'exportFrom').map(textOf)).toContain(wanted);
  });

  it('exportFromGroups=optgroup groups by category, exportFromValues=name tells the query', async () => {
    const page = await wizard({ exportFromGroups: 'optgroup', exportFromValues: 'name' });
    const groups = [...page.querySelectorAll('select[name=exportFrom] optgroup')].map((group) =>
      group.getAttribute('label'),
    );
    expect(groups).toEqual(['Additional Data Sets', 'Tables']);
    expect(options(page, 'exportFrom').map(({ value }) => value)).toContain('com.classtag.one_roster_users');
  });

  it('outputDefaults=other and fileNameDefault=data-set start step 3 otherwise', async () => {
    const page = await wizard({ outputDefaults: 'other', fileNameDefault: 'data-set' });
    const chosen = ['lineDelimiter', 'fieldDelimiter', 'characterSet'].map(
      (name) => page.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value,
    );
    expect(chosen).toEqual(['LF', 'Comma', 'UTF-8']);
    const boxes = [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ checked }) => checked);
    expect(boxes).toEqual([false, true]);
    expect(page.querySelector<HTMLInputElement>('input[name=fileName]')?.value).toBe('.txt');
  });

  it('colons=off and quotesInText=curly change the labels of step 3', async () => {
    const page = await wizard({ colons: 'off', quotesInText: 'curly' });
    const labels = [...page.querySelectorAll('.step label')].map(textOf);
    expect(labels).toContain('Line Delimiter');
    expect(labels).toContain('Surround \u201cfield values\u201d in Quotes');
  });

  it.each([
    ['fieldset-div', 'fieldset > div'],
    ['table', 'table.form tr'],
    ['dl', 'dl > dd'],
    ['row-class', 'div.row'],
  ])('formRows=%s makes rows that match %s', async (formRows, selector) => {
    const row = (await wizard({ formRows })).querySelector('select[name=characterSet]')?.closest(selector);
    expect(row).not.toBeNull();
  });

  it('labelFor ties a label to its control by for, by wrapping, by aria, or not at all', async () => {
    const control = async (labelFor: string) =>
      (await wizard({ labelFor })).querySelector<HTMLSelectElement>('select[name=characterSet]');
    expect((await control('untied'))?.labels).toHaveLength(0);
    expect(textOf((await control('tied'))?.labels?.[0])).toBe('Character Set:');
    expect(textOf((await control('wrapping'))?.closest('label')?.querySelector('.text'))).toBe('Character Set:');
    const aria = await control('aria');
    const id = aria?.getAttribute('aria-labelledby') ?? '';
    expect(textOf(aria?.ownerDocument.getElementById(id))).toBe('Character Set:');
  });

  it.each([
    ['button', 'button.next'],
    ['a', 'a.button.next'],
    ['input', 'input[type=button].next'],
  ])('stepButtons=%s', async (stepButtons, selector) => {
    expect((await wizard({ stepButtons })).querySelectorAll(`.step ${selector}`)).toHaveLength(3);
  });

  it.each([
    ['es', 'Administrador de exportación de datos'],
    ['fr', "Gestionnaire d'exportation de données"],
    ['pseudo', 'Đáťá Éẋþóŕť Ɱáñáğéŕ'],
    ['pseudo-rtl', 'داتا ةخبورت ماناجةر'],
  ])('language=%s changes the words and keeps the values', async (language, title) => {
    const page = await wizard({ language });
    expect(textOf(page.querySelector('h1'))).toBe(title);
    expect(textOf(page.querySelector('#wizard'))).not.toMatch(/Export From|Character Set|Line Delimiter/);
    expect(options(page, 'fieldDelimiter').map(({ value }) => value)).toEqual(['Tab', 'Comma', 'Other']);
    expect(options(page, 'exportFrom').map(textOf)).toContain('NQ - com.classtag.one_roster_users');
  });

  it('quotesInText=none leaves the marks out', async () => {
    const page = await wizard({ quotesInText: 'none' });
    expect([...page.querySelectorAll('.step label')].map(textOf)).toContain('Surround field values in Quotes:');
  });

  it('direction=rtl turns the page, and so does a language that is written so', async () => {
    expect((await wizard({})).documentElement.dir).toBe('ltr');
    expect((await wizard({ direction: 'rtl' })).documentElement.dir).toBe('rtl');
    expect((await wizard({ language: 'pseudo-rtl' })).documentElement.dir).toBe('rtl');
  });
});

describe('languages', () => {
  const client = useSimulator();
  const english = wordsIn('en');
  /** Words that Spanish or French share with English. */
  const SHARED = new Set(['description', 'descriptionField', 'actions', 'inactive']);

  it.each(['es', 'fr', 'pseudo', 'pseudo-rtl'] as const)('%s has a word of its own for each', (language) => {
    const same = Object.entries(wordsIn(language)).filter(([key, text]) => text === english[key as keyof Words]);
    expect(same.filter(([key]) => language.startsWith('pseudo') || !SHARED.has(key))).toEqual([]);
  });

  it.each(['es', 'fr', 'pseudo', 'pseudo-rtl'] as const)('%s takes the same values in its texts', (language) => {
    const places = (text: string) => text.match(/\{\d\}/g)?.sort() ?? [];
    for (const [key, text] of Object.entries(wordsIn(language)))
      expect(places(text), key).toEqual(places(english[key as keyof Words]));
  });

  /** Names of data sets, columns and tables, of the product and of a person. */
  const DATA = /NQ - \S+|[\w-]+(?:\.[\w-]+)+|PowerSchool SIS \(simulator\)|Sam Example/g;
  const ADDRESSES = [
    ...[MANAGER, '/admin/datamgmt/exporttemplates.html', '/admin/datamgmt/importmanager.action'],
    ...['/admin/datamgmt/help.html', '/admin/home.html', '/admin/sysadmin.html', '/admin/datamgmt/home.html'],
    ...['/admin/exports.html', '/admin/reports.html', '/admin/school.html'],
  ];

  it.each(['pseudo', 'pseudo-rtl'])('language=%s leaves no English word', async (language) => {
    const session = await client().start({ language });
    for (const address of ADDRESSES) {
      const page = await session.page(address);
      for (const silent of page.querySelectorAll('script, style, [name=exportFrom]')) silent.remove();
      const attributes = [...page.querySelectorAll('[title], [aria-label], [placeholder], [type=button]')].flatMap(
        (node) => ['title', 'aria-label', 'placeholder', 'value'].map((name) => node.getAttribute(name) ?? ''),
      );
      const texts = [page.title, page.body.textContent ?? '', ...attributes].join(' ').replace(DATA, '');
      expect(texts.match(/[a-z]+/gi) ?? [], address).toEqual([]);
    }
  });
});
