import { afterEach, describe, expect, it } from 'vitest';
import { siteOfHash } from '../../../utils/assistant/finish.ts';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { nothingDone } from '../../../utils/checklist/progress.ts';
import { catalogOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { ALL_VERIFIED, finish, recordOf } from '../../gallery/finish.ts';

describe('the site that the address names', () => {
  it.each([
    ['#https://district.powerschool.com', 'https://district.powerschool.com'],
    ['#https://ps.example.org:8443', 'https://ps.example.org:8443'],
    ['#https://district.powerschool.com/', null],
    ['#https://district.powerschool.com/admin', null],
    ['#https://person@district.powerschool.com', null],
    ['#http://sis.example.org:8080', 'http://sis.example.org:8080'],
    ['#ftp://sis.example.org', null],
    ['#javascript:alert(1)', null],
    ['#district.powerschool.com', null],
    ['#', null],
    ['', null],
  ])('%s: %s', (hash, site) => expect(siteOfHash(hash)).toBe(site));
});

describe('what comes next', () => {
  const [users, classes, enrollments] = ALL_VERIFIED;
  if (!users || !classes || !enrollments) throw new Error('three files are expected');

  it('has letter and summary only once every template is verified', () => {
    expect(finish(recordOf(ALL_VERIFIED)).ready).not.toBeNull();
    expect(finish(recordOf([users, classes, { ...enrollments, verifiedAt: null }])).ready).toBeNull();
    expect(finish(recordOf([users, classes, { ...enrollments, drift: true }])).ready).toBeNull();
    expect(finish(recordOf([users, classes, { ...enrollments, labels: false }])).ready).toBeNull();
    expect(finish(recordOf([users, classes, null])).ready).toBeNull();
    expect(finish(recordOf(ALL_VERIFIED), null).ready).toBeNull();
  });

  it('knows a site by what was read on it', () => {
    expect(finish(emptySite('')).known).toBe(false);
    expect(finish(recordOf([{ ...nothingDone, fields: true }])).known).toBe(true);
    expect(finish(emptySite(''), null).site).toBe('');
  });

  it('says in the letter what was kept', () => {
    const record = recordOf([{ ...users, savedAs: 'nightly_users' }, classes, enrollments], { district: 'Maplewood' });
    const letter = finish(record).ready?.letter;
    expect(letter).toMatchObject({ to: 'support@classtag.com', placeholder: '', whole: true });
    expect(letter?.body).toContain('users.csv: nightly_users, saved Nov 23, 2026, verified Nov 24, 2026');
    expect(finish(recordOf(ALL_VERIFIED, { district: '  ' })).ready?.letter.placeholder).toBe('[district name]');
  });

  it('sums up fields, labels, options and choices as they were read', () => {
    const options = { ...users.setUp.options, lineDelimiter: 'CR (Carriage Return)', includeHeaders: '' };
    const setUp = { columns: [{ field: 'USERS.sms', label: 'phone' }], options };
    const record = recordOf([{ ...users, setUp }, classes, enrollments], {
      profile: { swapPhoneAndSms: true },
      syncAt: '18:30',
    });
    const summary = finish(record).ready?.setUp;
    expect(summary?.files[0]).toMatchObject({
      fileName: 'users.csv',
      templateName: 'classtag_users',
      dataSet: 'com.classtag.one_roster_users',
      columns: [{ field: 'USERS.sms', label: 'phone' }],
    });
    expect(summary?.files[0]?.options.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Export File Name: users.csv',
      'Line Delimiter: CR (Carriage Return)',
      'Field Delimiter: Comma',
      'Character Set: UTF-8',
      'Include Column Headers: ',
      'Surround "field values" in Quotes: off',
    ]);
    expect(summary?.choices).toEqual([
      { label: 'Swap phone and sms', chosen: true },
      { label: 'Leave out dcid', chosen: false },
    ]);
    expect(summary?.syncAt.replace('\u202f', ' ')).toBe('6:30 PM');
    expect(finish(recordOf(ALL_VERIFIED)).ready?.setUp.syncAt).toBe('');
  });
});

describe('in Spanish', () => {
  const speak = (language: string) => {
    const texts = catalogOf(language);
    useTexts((key) => texts[key] ?? '');
  };
  afterEach(() => speak('en'));

  it('leaves the letter as it is in English, and says all else in Spanish, dates and settings too', () => {
    const record = recordOf(ALL_VERIFIED, { district: 'Maplewood', syncAt: '18:30', profile: { leaveOutDcid: true } });
    const letter = finish(record).ready?.letter;
    speak('es');
    const spanish = finish(record);
    expect(spanish.ready?.letter).toEqual(letter);
    expect(spanish.files[0]?.savedOn).toBe('23 nov 2026');
    const summary = spanish.ready?.setUp;
    expect(summary?.files[0]?.options.map(({ value }) => value)).toEqual([
      'users.csv',
      'CR',
      'Comma',
      'UTF-8',
      'activado',
      'desactivado',
    ]);
    expect(summary?.syncAt).toBe('6:30 p.m.');
    expect(summary?.choices[1]).toEqual({ label: 'Omitir dcid', chosen: true });
  });
});
