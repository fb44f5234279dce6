import { describe, expect, it } from 'vitest';
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
    ['pseudo', 'Đáťá Éẋþóŕť Ṁáñáğéŕ'],
  ])('language=%s changes the words and keeps the values', async (language, title) => {
    const page = await wizard({ language });
    expect(textOf(page.querySelector('h1'))).toBe(title);
    expect(textOf(page.querySelector('#wizard'))).not.toMatch(/Export From|Character Set|Line Delimiter/);
    expect(options(page, 'fieldDelimiter').map(({ value }) => value)).toEqual(['Tab', 'Comma', 'Other']);
  });

  it('direction=rtl turns the page', async () => {
    expect((await wizard({ direction: 'rtl' })).documentElement.dir).toBe('rtl');
  });
});
