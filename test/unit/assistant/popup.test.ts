import { describe, expect, it } from 'vitest';
import { type PopupDeed, popupView, type TabPlace } from '../../../utils/assistant/popup.ts';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { nothingDone } from '../../../utils/checklist/progress.ts';
import type { Site } from '../../../utils/checklist/store.ts';
import { classtag } from '../../../utils/profile/classtag.ts';

const SITE = 'https://district.powerschool.com';
const AT = '2026-01-02T12:00:00.000Z';
const LATER = '2026-01-05T12:00:00.000Z';

/** Progress by file: `users fls!v` means fields, labels, summary, saved, verified; `~` that it differs. */
function record(...files: string[]): Site {
  const progress: Site['progress'] = {};
  for (const file of files) {
    const [id = '', done = ''] = file.split(' ');
    progress[id] = {
      ...nothingDone,
      fields: done.includes('f'),
      labels: done.includes('l'),
      summary: done.includes('s'),
      savedAs: done.includes('!') ? `saved_${id}` : null,
      savedAt: done.includes('!') ? AT : null,
      verifiedAt: done.includes('v') ? LATER : null,
      drift: done.includes('~'),
    };
  }
  return { ...emptySite(AT), progress };
}

const here = (fileId: string | null): TabPlace => ({ site: SITE, onExportManager: true, address: null, fileId });
const aside: TabPlace = { site: SITE, onExportManager: false, address: null, fileId: null };
const away: TabPlace = { site: null, onExportManager: false, address: null, fileId: null };
const ALL_DONE = record('users fls!', 'classes fls!', 'enrollments fls!');
const TWO_VERIFIED = record('users fls!v', 'classes fls!', 'enrollments fls!v');
const ALL_VERIFIED = record('users fls!v', 'classes fls!v', 'enrollments fls!v');
const FINISH: PopupDeed = { kind: 'finish', site: SITE };

it('knows where help is needed to recognize a page: at the Data Export Manager’s address, and not where it is seen', () => {
  const unrecognized = (tab: TabPlace) => popupView(tab, SITE, emptySite(''), classtag).view.unrecognized;
  const wizard = `${SITE}/admin/datamgmt/exportmanager.action`;
  expect(unrecognized({ ...aside, address: wizard })).toBe(true);
  expect(unrecognized({ ...away, address: wizard })).toBe(true);
  expect(unrecognized({ ...here(null), address: wizard })).toBe(false);
  expect(unrecognized({ ...aside, address: `${SITE}/admin/home.html` })).toBe(false);
});

it('knows whether there is anything to forget', () => {
  const begun = (site: Site) => popupView(here('users'), SITE, site, classtag).view.begun;
  expect(begun(record())).toBe(false);
  // One of the labels was seen, though nothing is ticked off yet.
  expect(begun(record('users -'))).toBe(true);
  expect(begun(ALL_DONE)).toBe(true);
});

describe('where', () => {
  it.each<[string, TabPlace, string | null, string, string]>([
    ['on the Data Export Manager', here('users'), SITE, 'here', 'district.powerschool.com'],
    ['elsewhere on the site', aside, SITE, 'here', 'district.powerschool.com'],
    ['on another site', away, SITE, 'last', 'district.powerschool.com'],
    ['never seen any', away, null, 'none', ''],
    ['on a port of its own', away, 'https://ps.example.org:8443', 'last', 'ps.example.org:8443'],
  ])('%s', (_, tab, site, where, host) => {
    const { view } = popupView(tab, site, record(), classtag);
    expect([view.where, view.site, view.onExportManager]).toEqual([where, host, tab.onExportManager]);
  });
});

describe('what to do next', () => {
  it.each<[string, TabPlace, Site, RegExp, PopupDeed]>([
    ['choose fields', here('users'), record(), /^users\.csv: .*Select fields/, { kind: 'none' }],
    ['put labels right', here('users'), record('users f'), /^users\.csv: .*Auto-label/, { kind: 'none' }],
    ['fill the summary', here('users'), record('users fl'), /^users\.csv: .*export summary/, { kind: 'none' }],
    ['save', here('users'), record('users fls'), /^users\.csv: .*Save Template.*classtag_users/, { kind: 'none' }],
    [
      'save although labels are wrong: labels first',
      here('users'),
      record('users fs!'),
      /Auto-label/,
      { kind: 'none' },
    ],
    ['go to the next file', here('users'), record('users fls!'), /classes\.csv/, { kind: 'choose', fileId: 'classes' }],
    ['go to the first file', here(null), record(), /users\.csv/, { kind: 'choose', fileId: 'users' }],
    [
      'go back to one left out',
      here('enrollments'),
      record('users fls!', 'enrollments fls!'),
      /classes\.csv/,
      { kind: 'choose', fileId: 'classes' },
    ],
    ['open the page here', aside, record(), /users\.csv/, { kind: 'open', site: SITE, newTab: false }],
    [
      'open the page in a new tab',
      away,
      record('users fls!'),
      /classes\.csv/,
      { kind: 'open', site: SITE, newTab: true },
    ],
    [
      'verify all',
      here('users'),
      ALL_DONE,
      /^users\.csv, classes\.csv, and .* are not .*My Templates.*Check all/,
      FINISH,
    ],
    ['verify one, from elsewhere', away, TWO_VERIFIED, /^classes\.csv is not verified yet\./, FINISH],
    ['write the letter', here('users'), ALL_VERIFIED, /^Next: the letter/, FINISH],
    ['write the letter, from elsewhere', away, ALL_VERIFIED, /^Next: the letter/, FINISH],
    [
      'verify one that was found different once',
      away,
      record('users fls!v~', 'classes fls!v', 'enrollments fls!v'),
      /^users\.csv is not verified/,
      FINISH,
    ],
    ['go on mending it', here('users'), record('users fs!~'), /^users\.csv: .*Auto-label/, { kind: 'none' }],
    [
      'mend one that differs',
      here(null),
      record('users fs!~', 'classes fls!v', 'enrollments fls!v'),
      /^users\.csv differs from what ClassTag wants\. Open My Templates/,
      { kind: 'templates', site: SITE },
    ],
  ])('%s', (_, tab, site, text, deed) => {
    const found = popupView(tab, SITE, site, classtag);
    expect(found.view.nextStep).toMatch(text);
    expect(found.deed).toEqual(deed);
    expect(found.view.nextButton === '').toBe(deed.kind === 'none');
  });

  it('is said without a site by the menu path alone', () => {
    const { view, deed } = popupView(away, null, record(), classtag);
    expect([view.nextStep, view.nextButton, deed]).toEqual(['', '', { kind: 'none' }]);
  });
});

describe('the checklist', () => {
  it('shows four ticks, name and date for each file', () => {
    const { files } = popupView(here('users'), SITE, record('users fls!', 'classes f'), classtag).view;
    expect(files.map(({ fileName, done, templateName }) => [fileName, done, templateName])).toEqual([
      ['users.csv', true, 'saved_users'],
      ['classes.csv', false, 'classtag_classes'],
      ['enrollments.csv', false, 'classtag_enrollments'],
    ]);
    expect(files[1]?.ticks).toEqual({ fields: true, labels: false, summary: false, saved: false });
    expect(files.map(({ savedOn }) => savedOn === '')).toEqual([false, true, true]);
    expect(files[0]?.savedOn).toContain('2026');
  });

  it('shows when each was verified, as long as it is', () => {
    const site = record('users fls!v', 'classes fls!v~', 'enrollments fls!');
    const { files } = popupView(away, SITE, site, classtag).view;
    expect(files.map(({ verifiedOn, drift }) => [verifiedOn.includes('2026'), drift])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it('shows the chosen names and choices of the site', () => {
    const site = record();
    site.choices = {
      ...site.choices,
      profile: { leaveOutDcid: true },
      templateNames: { users: ' people ', classes: '  ' },
      actAtOnce: true,
    };
    const { view } = popupView(aside, SITE, site, classtag);
    expect(view.files.map(({ templateName }) => templateName)).toEqual([
      'people',
      'classtag_classes',
      'classtag_enrollments',
    ]);
    expect(view.choices.map(({ id, chosen }) => [id, chosen])).toEqual([
      ['swapPhoneAndSms', false],
      ['leaveOutDcid', true],
    ]);
    expect(view.actAtOnce).toBe(true);
  });
});
