import { describe, expect, it } from 'vitest';
import { MANAGER, textOf, useSimulator } from './harness.ts';

const TEMPLATES = '/admin/datamgmt/exporttemplates.html';

describe('pages', () => {
  const client = useSimulator();

  it('ask for a log-in, take any name and password, and refuse blanks', async () => {
    const own = client();
    const login = await own.page('/');
    expect(login.querySelectorAll('#LoginForm #fieldUsername, #LoginForm #fieldPassword')).toHaveLength(2);
    const signIn = (body: string) => own.fetch('/admin/pw.html', { method: 'POST', body });
    expect((await signIn('username=sam&password=')).status).toBe(200);
    expect((await signIn('username=sam&password=any')).headers.get('location')).toBe('/admin/home.html');
    expect(textOf((await own.page('/admin/home.html')).querySelector('h1'))).toBe('Start Page');
  });

  it('lead along the menu path of the guide', async () => {
    const own = await client().start();
    const steps = ['System', 'Page and Data Management', 'Export Data'];
    let path = '/admin/home.html';
    for (const step of steps) {
      const link = [...(await own.page(path)).querySelectorAll('#content-main a')].find(
        (node) => textOf(node) === step,
      );
      path = link?.getAttribute('href') ?? '';
    }
    expect(path).toBe(MANAGER);
  });

  it('show the wizard as DEM_00.png does, in the classic shell', async () => {
    const page = await (await client().start()).page(MANAGER);
    for (const id of ['container', 'header', 'usercontext-bar', 'breadcrumbs', 'nav-main', 'content-main']) {
      expect(page.getElementById(id), id).not.toBeNull();
    }
    expect(textOf(page.querySelector('#content-main > h1'))).toBe('Data Export Manager');
    const tabs = [...page.querySelectorAll('ul.tabs li')];
    expect(tabs.map(textOf)).toEqual(['Export', 'My Templates', 'Scheduled System Templates']);
    expect(tabs[0]?.className).toBe('selected');
    expect(textOf(page.querySelector('.feedback-note'))).toMatch(/^Some or all categories and\/or data sets may not/);
    expect(textOf(page.querySelector('.step h2'))).toBe('Select Columns to Export');
    const selects = page.querySelectorAll('.step:not(.hide) select');
    expect([...(selects[0]?.children ?? [])].map(textOf)).toEqual(['Show All', 'Tables', 'Additional Data Sets']);
    const options = [...(selects[1]?.children ?? [])].map(textOf);
    expect(options.slice(0, 5)).toEqual([
      ...['', 'NQ - com.classtag.one_roster_classes', 'NQ - com.classtag.one_roster_enrollments'],
      ...['NQ - com.classtag.one_roster_users', 'CC'],
    ]);
  });

  it('show step 3 as DEM_summary.png does', async () => {
    const page = await (await client().start()).page(MANAGER);
    const step = page.querySelectorAll('.step')[2];
    expect([...(step?.querySelectorAll('h2') ?? [])].map(textOf)).toEqual([
      ...['Export Summary and Output Options', 'Export Summary', 'Export Format', 'Export Options'],
    ]);
    expect([...(step?.querySelectorAll('label') ?? [])].map(textOf)).toEqual([
      ...['Records to Export:', 'Export File Name:', 'Line Delimiter:', 'Field Delimiter:', 'Character Set:'],
      ...['Include Column Headers:', 'Surround "field values" in Quotes:'],
    ]);
    const texts = [...(step?.querySelectorAll('select') ?? [])].map((select) => [...select.options].map(textOf));
    expect(texts).toEqual([
      ['CR', 'CR/LF', 'LF', 'Other'],
      ['Tab', 'Comma', 'Other'],
      ['Windows ANSI', 'Mac Roman', 'ISO 8859-1', 'UTF-8'],
    ]);
    const selected = [...(step?.querySelectorAll('select') ?? [])].map(({ value }) => value);
    expect(selected).toEqual(['CR', 'Tab', 'Windows ANSI']);
    const boxes = [...(step?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
    expect(step?.querySelectorAll('input.adjacent[disabled]')).toHaveLength(2);
    expect([...(step?.querySelectorAll('button') ?? [])].map(textOf)).toEqual(['Prev', 'Save Template', 'Export']);
  });

  it('hold the neighbors that are not the Data Export Manager', async () => {
    const own = await client().start();
    const page = await own.page('/admin/datamgmt/importmanager.action');
    expect(textOf(page.querySelector('h1'))).toBe('Data Import Manager');
    expect(page.querySelectorAll('#idFilename, #moduleSelect, #importResultsContent, #nextButton0')).toHaveLength(4);
    const help = textOf((await own.page('/admin/datamgmt/help.html')).querySelector('#content-main'));
    for (const words of ['Data Export Manager', 'Labels Used on Export', 'Export From', 'Character Set']) {
      expect(help).toContain(words);
    }
  });

  it('find paths in any case, with a query and with ;jsessionid=', async () => {
    const own = await client().start();
    for (const path of ['/admin/datamgmt/EXPORTMANAGER.ACTION', `${MANAGER}?frn=001`, `${MANAGER};jsessionid=ABC`]) {
      expect(textOf((await own.page(path)).querySelector('h1'))).toBe('Data Export Manager');
    }
    expect((await own.fetch('/admin/none.html')).status).toBe(404);
  });

  it.each([
    ['jsessionid', /exporttemplates\.html;jsessionid=[0-9A-F]{32}#export-template-content$/],
    ['upper-case', /EXPORTTEMPLATES\.HTML#export-template-content$/],
    ['query', /exporttemplates\.html\?frn=001#export-template-content$/],
    ['hash', /exporttemplates\.html#\/export-template-content$/],
  ])('write addresses as address=%s says', async (address, pattern) => {
    const page = await (await client().start({ address })).page(MANAGER);
    expect(page.querySelectorAll('ul.tabs a')[1]?.getAttribute('href')).toMatch(pattern);
  });

  it('have no templates at first', async () => {
    const page = await (await client().start()).page(TEMPLATES);
    expect(textOf(page.querySelector('#export-template-content p'))).toBe('There are no templates.');
  });

  it('serve the enhanced shell with its pickers', async () => {
    const page = await (await client().start({ shell: 'enhanced' })).page(MANAGER);
    expect(page.querySelector('#school_picker_adminSchoolPicker_toggle_btn')).not.toBeNull();
    expect(page.documentElement.className).toBe('enhanced');
  });
});
