import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftOf, untoldFields } from '../../../../utils/assistant/later/drift.ts';
import { endingOf } from '../../../../utils/assistant/later/ending.ts';
import { TabMemory } from '../../../../utils/assistant/later/memory.ts';
import { explainRefusal } from '../../../../utils/assistant/later/refusals.ts';
import { lookWords, saveWords, stopFor } from '../../../../utils/assistant/later/stops.ts';
import { emptySite } from '../../../../utils/checklist/empty.ts';
import { nothingDone } from '../../../../utils/checklist/progress.ts';
import type { FileProgress } from '../../../../utils/checklist/types.ts';
import { fileOf, node, pageWith, row, USERS_FIELDS } from '../../template/pages.ts';
import { course, labelOf, named, pages, situation, summaryOf, TICKED } from './situations.ts';

describe('drift', () => {
  it('is each thing as it is and as it should be', () => {
    const grid = USERS_FIELDS.filter((field) => field !== 'USERS.role').map((field) =>
      row(field, field === 'USERS.sms' ? 'Mobile' : labelOf(field)),
    );
    const tree = [...TICKED.filter(({ field }) => field !== 'role'), node('USERS.role'), node('USERS.middleName')];
    const now = situation(pageWith({ ...named, tree, grid }));
    expect(driftOf(now)).toEqual([
      { name: 'USERS.role', before: 'not in the template', after: 'in the template' },
      { name: 'USERS.sms', before: 'Mobile', after: 'sms' },
    ]);
    expect(untoldFields(now)).toEqual(['USERS.middleName']);
  });

  it('is a column that the administrator chose to leave out', () => {
    const site = emptySite('2026-01-01T00:00:00.000Z');
    site.choices.profile.leaveOutDcid = true;
    expect(driftOf(situation(pages.right, { site }))).toEqual([
      { name: 'USERS.dcid', before: 'in the template', after: 'not in the template' },
    ]);
  });

  it('is a setting of the export summary', () => {
    const page = { ...pages.summary, summary: summaryOf({ lineDelimiter: 'LF', surroundInQuotes: true }) };
    expect(driftOf(situation(page))).toEqual([
      { name: 'Line Delimiter', before: 'LF', after: 'CR' },
      { name: 'Surround "field values" in Quotes', before: 'on', after: 'off' },
    ]);
  });

  it('is nothing where all is right, or another step shows', () => {
    for (const page of [pages.right, pages.summary, pages.records, pages.none])
      expect(driftOf(situation(page))).toEqual([]);
  });
});

describe('what comes after a course', () => {
  const done: FileProgress = {
    ...nothingDone,
    fields: true,
    labels: true,
    summary: true,
    savedAs: 'x',
    savedAt: '2026-01-01',
  };
  const verified = { ...done, verifiedAt: '2026-01-02' };
  const states = { '-': nothingDone, s: done, v: verified, d: { ...verified, drift: true } };
  /** `sv-`: users saved, classes verified, enrollments not begun. */
  const siteOf = (letters: string) => {
    const site = emptySite('2026-01-01T00:00:00.000Z');
    ['users', 'classes', 'enrollments'].forEach((id, at) => {
      site.progress[id] = states[letters[at] as keyof typeof states];
    });
    return site;
  };

  it.each<[string, 'saved' | 'verified', boolean, string, string]>([
    ['s--', 'saved', false, '', 'Set up classes.csv'],
    ['ss-', 'saved', false, '', 'Set up enrollments.csv'],
    ['sss', 'saved', false, '', 'Check the saved templates'],
    ['svv', 'saved', false, '', 'Check the saved templates'],
    ['sss', 'verified', true, 'classes', 'Check the saved templates'],
    ['svs', 'verified', true, 'enrollments', 'Check the saved templates'],
    ['sss', 'verified', false, '', 'Check the saved templates'],
    ['svd', 'verified', true, 'enrollments', 'Check the saved templates'],
    ['svv', 'verified', true, '', 'What comes next'],
    ['s--', 'verified', true, 'classes', 'Set up classes.csv'],
  ])('users of %s %s, all: %s', (letters, kind, all, chained, next) => {
    const now = situation(pages.summary, { site: siteOf(letters) });
    const ending = endingOf(kind, now, course({ mode: 'check', all }), fileOf('users'));
    expect([ending.chained ?? '', ending.next.text]).toEqual([chained, next]);
  });

  it('is told to the checklist where it was verified, with labels and options', () => {
    const columns = [{ field: 'USERS.email', label: 'email' }];
    const ending = endingOf('verified', situation(pages.summary), course({ mode: 'check', columns }), fileOf('users'));
    expect(ending.seen).toMatchObject({ fileId: 'users', verified: { name: 'classtag_users' }, columns });
    expect(ending.seen?.options).toMatchObject({ fileName: 'users.csv', lineDelimiter: 'CR', surroundInQuotes: 'off' });
    expect(endingOf('saved', situation(pages.summary), course(), fileOf('users')).seen).toBeNull();
  });
});

describe('stops', () => {
  it('are made of what a person must do, and of nothing else', () => {
    expect(stopFor({ kind: 'press', button: 'next' }, course(), 'ClassTag')).toBeNull();
    expect(saveWords('set-up', false)).toContain('Save as New');
    expect(saveWords('check', true)).toContain('Press Save in');
    expect(saveWords('check', false)).toContain('offers no Save here');
    expect(stopFor({ kind: 'halt', why: 'why' }, course({ mode: 'check' }), 'ClassTag')).toEqual({
      state: 'paused',
      message: 'why',
      button: null,
    });
  });

  it.each([
    [null, 'They could not be checked.', 'Looks right, continue'],
    [0, 'are they what ClassTag should get?', 'Looks right, continue'],
    [1, '1 error below', 'Continue all the same'],
    [3, '3 errors below', 'Continue all the same'],
  ])('at the records with %s errors', (errors, message, button) => {
    expect(lookWords(errors, 'ClassTag')).toEqual({ message: expect.stringContaining(message), button });
  });
});

describe('an answer to saving', () => {
  it.each([
    ['A template with this name already exists.', 'type another name'],
    ['Template name must be unique.', 'type another name'],
    ['You do not have permission to save templates.', 'Ask whoever manages roles'],
    ['Access denied', 'Ask whoever manages roles'],
    ['Your session has expired.', 'sign in again'],
    ['You have been logged out.', 'sign in again'],
    ['Error 500', 'Change what it complains of'],
  ])('%s', (error, advice) => {
    const words = explainRefusal(error, 'classtag_users');
    expect(words).toContain(error);
    expect(words).toContain(advice);
    expect(words).toMatch(/Nothing was lost|Nothing is saved|nothing was lost/);
  });
});

describe('what a tab keeps', () => {
  it('comes back as it was', async () => {
    const kept: string[] = [];
    const memory = new TabMemory({ keep: async (text) => kept.push(text) }, '');
    const under = course({ columns: [{ field: 'USERS.email', label: 'email' }] });
    await memory.set({ course: under, loadAt: 5, loadTo: '/admin/datamgmt/exportmanager.action' });
    await memory.set({ course: { ...under }, loadAt: 5 });
    expect(kept).toHaveLength(1);
    expect(new TabMemory({ keep: async () => undefined }, kept[0] ?? '').current).toEqual({
      course: under,
      loadAt: 5,
      loadTo: '/admin/datamgmt/exportmanager.action',
      pressed: null,
    });
  });

  it('counts as nothing where it is anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constant('{"course":{"fileId":"users","mode":"check"}}')),
        (text) => {
          expect(new TabMemory({ keep: async () => undefined }, text).current).toEqual({
            course: null,
            loadAt: null,
            loadTo: null,
            pressed: null,
          });
        },
      ),
    );
  });
});
