import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../variants.ts';
import { freshState, type WizardState } from '../wizard-state.ts';
import { textOf, useSimulator } from './harness.ts';

const STATE: WizardState = {
  ...freshState(),
  step: 1,
  exportFrom: '1001',
  columns: [
    { name: 'USERS.sourcedId', label: 'sourcedId' },
    { name: 'USERS.role', label: 'their role' },
  ],
};

describe('the preview', () => {
  const client = useSimulator({ district: { students: 7 } });

  async function preview(
    variants: Record<string, string>,
    state: Partial<WizardState> = {},
    page = 0,
  ): Promise<Element> {
    const own = await client().start(variants);
    const { text } = await own.post(`/admin/datamgmt/exportpreview.action?page=${page}`, { ...STATE, ...state });
    return new JSDOM(text).window.document.body;
  }
  async function step(variants: Record<string, string>): Promise<Element> {
    const { text } = await (await client().start(variants)).post('/admin/datamgmt/exportrecords.action', STATE);
    return new JSDOM(JSON.parse(text).html).window.document.body;
  }
  const texts = (body: Element, selector: string) => [...body.querySelectorAll(selector)].map(textOf);
  const counts = (body: Element, ...selectors: string[]) =>
    selectors.map((selector) => body.querySelectorAll(selector).length);

  it('previewShape=table heads its rows in one table', async () => {
    const body = await preview({});
    expect(texts(body, 'table > thead > tr > th')).toEqual(['sourcedId', 'their role']);
    expect(counts(body, 'table', 'tbody > tr', 'tbody td')).toEqual([1, 18, 36]);
  });

  it('previewShape=fixed-heading has the headings in a table of their own above the rows that scroll', async () => {
    const body = await preview({ previewShape: 'fixed-heading' });
    expect(texts(body, 'table:not(.preview-scroll *) th')).toEqual(['sourcedId', 'their role']);
    expect(counts(body, 'table', '.preview-scroll > table', '.preview-scroll th')).toEqual([2, 1, 0]);
    expect(counts(body, '.preview-scroll tr', '.preview-scroll td')).toEqual([18, 36]);
  });

  it('previewShape=aria-grid has no table', async () => {
    const body = await preview({ previewShape: 'aria-grid' });
    expect(texts(body, 'div[role=grid] > div[role=row] > div[role=columnheader]')).toEqual(['sourcedId', 'their role']);
    expect(counts(body, 'table', '[role=row]', '[role=row] > div[role=gridcell]')).toEqual([0, 19, 36]);
  });

  it('previewShape=extra-columns counts its rows over all pages and has tick boxes, both without a heading', async () => {
    const body = await preview({ previewShape: 'extra-columns', previewPaging: '10' }, {}, 1);
    expect(texts(body, 'th')).toEqual(['', '', 'sourcedId', 'their role']);
    expect(texts(body, 'td:first-child')).toEqual(['11', '12', '13', '14', '15', '16', '17', '18']);
    expect(counts(body, 'td:nth-child(2) > input[type=checkbox]', 'td')).toEqual([8, 32]);
  });

  it('previewShape=filter-row has headings as plain cells, then its filters, and no other column filters', async () => {
    const body = await step({ previewShape: 'filter-row' });
    expect(texts(body, '.preview tr:nth-child(1) > td')).toEqual(['sourcedId', 'their role']);
    const filters = [...body.querySelectorAll<HTMLInputElement>('.preview tr:nth-child(2) input')];
    expect(filters.map(({ dataset }) => dataset.name)).toEqual(['USERS.sourcedId', 'USERS.role']);
    expect(counts(body, 'thead', 'th', '.column-filters', '[name=filter]', '.apply')).toEqual([0, 0, 0, 2, 1]);
    expect(counts(body, '.preview tr')).toEqual([20]);
  });

  it('previewShape=filter-row shows its filters before Apply, the other shapes nothing', async () => {
    const own = await step({ previewShape: 'filter-row', previewStart: 'on-apply' });
    expect(counts(own, '.preview tr', '.preview [name=filter]', '.paging')).toEqual([2, 2, 0]);
    expect(counts(await step({ previewStart: 'on-apply' }), '.preview > *')).toEqual([0]);
  });

  it('keeps the filters that it is filtered by', async () => {
    const body = await preview({ previewShape: 'filter-row' }, { filters: { 'USERS.role': 'student' } });
    expect(body.querySelector<HTMLInputElement>('[data-name="USERS.role"]')?.value).toBe('student');
    expect(counts(body, 'tr')).toEqual([9]);
  });

  it.each(VARIANTS.previewShape.values)(
    'previewShape=%s pages, heads by field and shows text boxes',
    async (previewShape) => {
      const variants = { previewShape, previewPaging: '10', previewHeader: 'fields', previewInputs: 'inputs' };
      const body = await preview(variants, {}, 1);
      expect(texts(body, 'th, [role=columnheader], .heading td').filter(Boolean)).toEqual(
        STATE.columns.map(({ name }) => name),
      );
      const boxes = [...body.querySelectorAll<HTMLInputElement>('input[type=text]:not([name])')];
      expect(boxes).toHaveLength(16);
      expect(boxes.at(-1)?.value).toMatch(/parent|guardian|relative/);
      expect(texts(body, '.page:not([disabled])')).toEqual(['‹']);
    },
  );

  it.each([
    [{}, '11 to 18 of 18 records'],
    [{ previewCount: 'total-only' }, '18 records'],
    [{ previewCount: 'pages' }, 'Page 2 of 2'],
    [{ previewCount: 'pages', language: 'fr' }, 'Page 2 sur 2'],
    [{ previewCount: 'none' }, ''],
  ])('says its size as %j', async (variants, wanted) => {
    const body = await preview({ previewPaging: '10', ...variants }, {}, 1);
    expect(texts(body, '.paging span').join()).toBe(wanted);
    expect(counts(body, '.paging .page')).toEqual([2]);
  });

  it.each([
    ['en', '29,190 records'],
    ['es', '29.190 registros'],
    ['fr', '29 190 enregistrements'],
  ])('previewCount=total-only groups digits as %s does', async (language, wanted) => {
    const body = await preview({ previewCount: 'total-only', students: '15000', language });
    expect(textOf(body.querySelector('.paging span'))).toBe(wanted);
  });

  it('says so when there are no records', async () => {
    const none = { filters: { 'USERS.role': 'nobody' } };
    const said = async (previewCount: string) =>
      texts(await preview({ previewCount, previewPaging: 'all' }, none), '.paging span');
    expect(await said('range-of-total')).toEqual(['0 to 0 of 0 records']);
    expect(await said('total-only')).toEqual(['0 records']);
    expect(await said('pages')).toEqual(['Page 1 of 1']);
  });
});
