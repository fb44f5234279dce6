import { describe, expect, it } from 'vitest';
import type { TemplateRow } from '../../../utils/powerschool/types.ts';
import { classtag } from '../../../utils/profile/classtag.ts';
import type { ProfileFile } from '../../../utils/profile/schema.ts';
import { templateNameOf } from '../../../utils/template/choices.ts';
import { findSaved } from '../../../utils/template/saved.ts';
import { plainChoices } from './pages.ts';

const own = (file: ProfileFile) => templateNameOf(file, plainChoices);

const row = (name: string, more: Partial<TemplateRow> = {}): TemplateRow => ({
  name,
  opens: true,
  schedules: true,
  words: 'Monday 06:10 PM',
  ...more,
});

describe('the templates in the list', () => {
  it('are found by name to the letter, copies and others apart', () => {
    const rows = [
      row('classtag_users (copy)'),
      row('classtag_users', { schedules: null }),
      row('Classtag_classes'),
      row('classtag_enrollments'),
      row('classtag_enrollments'),
    ];
    expect(findSaved({ scheduled: false, rows }, classtag, own)).toEqual([
      { fileId: 'users', listed: 1, opens: true, schedules: null, schedule: '' },
      { fileId: 'classes', listed: 0, opens: false, schedules: false, schedule: '' },
      { fileId: 'enrollments', listed: 2, opens: true, schedules: true, schedule: '' },
    ]);
  });

  it('have the names that the administrator gave them, and on the scheduled tab their times', () => {
    const list = { scheduled: true, rows: [row('ours'), row('classtag_users')] };
    const [users] = findSaved(list, classtag, (file) => (file.id === 'users' ? 'ours' : own(file)));
    expect(users).toMatchObject({ listed: 1, schedule: 'Monday 06:10 PM' });
  });
});
