import { describe, expect, it } from 'vitest';
import { locateSaveDialog } from '../../../utils/powerschool/locate/dialog.ts';
import {
  isExportAddress,
  type PageLocation,
  recognizePlace,
  recognizers as steps,
} from '../../../utils/powerschool/recognize.ts';
import { allFixtures, fixtureHtml, fixturesOf, openFixture, openPage, PLACES } from './fixtures.ts';

/** The dialog stands above the summary, which stays visible behind it. */
const MAY_ALSO_BE: Record<string, readonly string[]> = { save: ['summary'] };

/** The dialog is no step: it stands above one. */
const recognizers: { place: string; recognize(document: Document, location: PageLocation): boolean }[] = [
  ...steps,
  { place: 'save', recognize: (document) => locateSaveDialog(document) !== null },
];

function recognizersOf(name: string): string[] {
  const { document, location } = openFixture(name);
  return recognizers.filter(({ recognize }) => recognize(document, location)).map(({ place }) => place);
}

describe('the stored pages', () => {
  it.each(recognizers)('has some of $place, and some written by hand', ({ place }) => {
    const names = PLACES.includes(place) ? fixturesOf(place) : [];
    expect(names.some((name) => name.includes('/hand-'))).toBe(true);
    expect(names.some((name) => !name.includes('/hand-'))).toBe(true);
  });

  it('has a recognizer for every folder but that of the others', () => {
    expect([...recognizers.map(({ place }) => place), 'none'].sort()).toEqual(PLACES);
  });

  it('takes less than 3 MB', () => {
    const characters = allFixtures.map((name) => fixtureHtml(name).length).reduce((sum, length) => sum + length, 0);
    expect(characters).toBeLessThan(3_000_000);
  });
});

describe('every page by every recognizer', () => {
  it.each(allFixtures)('%s', (name) => {
    const [place = ''] = name.split('/');
    const found = recognizersOf(name);
    const own = place === 'none' ? [] : [place];
    const others = MAY_ALSO_BE[place] ?? [];
    expect(found.filter((one) => !others.includes(one))).toEqual(own);
  });
});

describe('more than one step at a time', () => {
  it('is unclear', () => {
    const { document, location } = openFixture('columns/hand-skeleton');
    for (const step of document.querySelectorAll('.hide')) step.classList.remove('hide');
    expect(recognizePlace(document, location)).toBe('unclear');
  });

  it('is told apart by what is shown, however it is hidden', () => {
    const hide: ((element: HTMLElement) => void)[] = [
      (element) => element.setAttribute('hidden', ''),
      (element) => element.style.setProperty('display', 'none'),
      (element) => element.style.setProperty('visibility', 'hidden'),
    ];
    for (const conceal of hide) {
      const { document, location } = openFixture('columns/hand-skeleton');
      for (const step of document.querySelectorAll('.hide')) step.classList.remove('hide');
      for (const id of ['step1', 'step2']) {
        const step = document.getElementById(id);
        if (step) conceal(step);
      }
      expect(recognizePlace(document, location)).toBe('columns');
    }
  });

  it('is elsewhere where no step shows', () => {
    const { document, location } = openPage('<h1>Data Export Manager</h1>');
    expect(recognizePlace(document, location)).toBe('elsewhere');
  });
});

describe('addresses', () => {
  const path = (pathname: string) => isExportAddress(new URL(pathname, 'https://district.powerschool.com') as never);

  it.each([
    '/admin/datamgmt/exportmanager.action',
    '/admin/datamgmt/exportmanager.action?templateId=7&x=/admin/home.html',
    '/admin/datamgmt/exportmanager.action#x',
    '/admin/datamgmt/exportmanager.action#/x',
    '/admin/datamgmt/exportmanager.action;jsessionid=0123456789ABCDEF',
    '/admin/datamgmt/exportmanager.action;jsessionid=0123456789ABCDEF?x=1#/y',
    '/ADMIN/DATAMGMT/EXPORTMANAGER.ACTION',
    '/Admin/DataMgmt/ExportManager.action',
    '/admin/datamgmt/exportmanager',
    '/admin/datamgmt/exporttemplates.html#export-template-content',
    '/admin/datamgmt/exporttemplates.html#/export-schedule-content',
  ])('is one: %s', (address) => expect(path(address)).toBe(true));

  it.each([
    '/admin/datamgmt/importmanager.action',
    '/admin/datamgmt/importmanager.action?from=/admin/datamgmt/exportmanager.action',
    '/admin/datamgmt/importmanager.action#/admin/datamgmt/exportmanager.action',
    '/admin/datamgmt/home.html',
    '/admin/datamgmt/',
    '/admin/importexport/exportstudents.html',
    '/admin/home.html',
    '/admin/pw.html',
    '/teachers/admin/datamgmt/exportmanager.action',
    '/admin/datamgmt/exportmanager.action/edit',
    '/admin/datamgmt/export/manager.action',
    '/',
  ])('is none: %s', (address) => expect(path(address)).toBe(false));
});
