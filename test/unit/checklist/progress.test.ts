import { describe, expect, it } from 'vitest';
import {
  countDone,
  isDone,
  isVerified,
  nextFile,
  nothingDone,
  type Observation,
  observe,
  type SiteProgress,
  ticksOf,
} from '../../../utils/checklist/progress.ts';
import type { FileProgress } from '../../../utils/checklist/types.ts';

/** `fls!`: fields, labels, summary, saved as. */
function progress(letters: string): FileProgress {
  const has = (letter: string) => letters.includes(letter);
  const saved = has('!');
  return {
    ...nothingDone,
    fields: has('f'),
    labels: has('l'),
    summary: has('s'),
    savedAs: saved ? 'classtag_users' : null,
    savedAt: saved ? '2026-01-01T00:00:00.000Z' : null,
  };
}

const lettersOf = ({ fields, labels, summary, saved }: ReturnType<typeof ticksOf>) =>
  `${fields ? 'f' : ''}${labels ? 'l' : ''}${summary ? 's' : ''}${saved ? '!' : ''}`;

const save = { name: 'classtag_users', at: '2026-02-02T00:00:00.000Z' };

describe('what one reading makes of a file', () => {
  it.each<[string, string, Omit<Observation, 'fileId'>, string]>([
    ['nothing seen', '', {}, ''],
    ['fields', '', { fields: true, labels: false }, 'f'],
    ['labels', 'f', { fields: true, labels: true }, 'fl'],
    ['a label spoiled again', 'fl', { fields: true, labels: false }, 'f'],
    ['a column removed again', 'fls', { fields: false, labels: true }, 'ls'],
    ['the summary, which says nothing of step 1', 'fl', { summary: true }, 'fls'],
    ['the summary put wrong again', 'fls', { summary: false }, 'fl'],
    ['saved', 'fls', { saved: save }, 'fls!'],
    ['saved while something was wrong', 'fl', { saved: save }, 'fl!'],
    ['then put right: done only now', 'fl!', { summary: true }, 'fls!'],
    ['a fresh page after it was done', 'fls!', { fields: false, labels: false }, 'fls!'],
    ['an empty summary after it was done', 'fls!', { summary: false }, 'fls!'],
  ])('%s', (_, known, seen, expected) => {
    const after = observe({ users: progress(known) }, { fileId: 'users', ...seen });
    expect(lettersOf(ticksOf(after.users ?? nothingDone))).toBe(expected);
  });

  it('leaves the other files', () => {
    const before = { users: progress('fls!'), classes: progress('f') };
    expect(observe(before, { fileId: 'classes', labels: true }).users).toBe(before.users);
  });

  it('begins a file that was never seen', () => {
    expect(observe({}, { fileId: 'users', fields: true })).toEqual({ users: progress('f') });
  });

  it('gives back the same object where nothing is new', () => {
    const before: SiteProgress = { users: progress('fl') };
    expect(observe(before, { fileId: 'users', fields: true, labels: true })).toBe(before);
    expect(observe(before, { fileId: 'users' })).toBe(before);
  });

  it('keeps name and time of the last saving', () => {
    const again = { name: 'mine', at: '2026-03-03T00:00:00.000Z' };
    expect(observe({ users: progress('fls!') }, { fileId: 'users', saved: again }).users).toMatchObject({
      savedAs: 'mine',
      savedAt: again.at,
    });
  });
});

describe('the saved template, opened again', () => {
  const at = '2026-04-04T00:00:00.000Z';
  const verified = { name: 'classtag_users', at };
  const columns = [{ field: 'USERS.email', label: 'email' }];
  const options = { lineDelimiter: 'CR' };
  const seenAs = (letters: string, ...seen: Omit<Observation, 'fileId'>[]) =>
    seen.reduce<SiteProgress>((known, one) => observe(known, { fileId: 'users', ...one }), { users: progress(letters) })
      .users ?? nothingDone;

  it('is verified, with its labels and options', () => {
    const file = seenAs('fls!', { verified, columns, options });
    expect(file).toMatchObject({ verifiedAt: at, drift: false, setUp: { columns, options } });
    expect(isVerified(file)).toBe(true);
  });

  it('is done by that alone, whoever made it', () => {
    expect(isVerified(seenAs('', { verified }))).toBe(true);
    expect(seenAs('', { verified }).savedAs).toBe('classtag_users');
  });

  it('is not verified any more when it differs, until it is saved or verified anew', () => {
    expect(seenAs('fls!', { verified }, { drift: true })).toMatchObject({ verifiedAt: at, drift: true });
    expect(isVerified(seenAs('fls!', { verified }, { drift: true }))).toBe(false);
    expect(isVerified(seenAs('fls!', { drift: true }, { verified }))).toBe(true);
    expect(seenAs('fls!', { verified }, { drift: true }, { saved: save })).toMatchObject({
      verifiedAt: null,
      drift: false,
    });
  });

  it('keeps its labels when a fresh page is looked at', () => {
    expect(seenAs('fls!', { verified, columns }, { fields: false, columns: [] }).setUp.columns).toEqual(columns);
  });

  it('counts as saved when it is only found, and as done when it was opened', () => {
    const found = seenAs('fls', { found: 'classtag_users' });
    expect(ticksOf(found).saved).toBe(true);
    expect(isDone(found)).toBe(false);
    expect(isDone(seenAs('fls', { found: 'classtag_users' }, { verified }))).toBe(true);
    expect(seenAs('fls!', { found: 'another' }).savedAs).toBe('classtag_users');
  });

  it('is not done any more when it was saved again with something wrong', () => {
    expect(isDone(seenAs('fls!', { saved: save, fields: true, labels: false }))).toBe(false);
  });

  it.each(['', 'fls', 'fls!'])('is not verified while it was never opened: %s', (letters) => {
    expect(isVerified(progress(letters))).toBe(false);
  });
});

describe('done', () => {
  it.each([
    ['', false],
    ['fls', false],
    ['!', false],
    ['fl!', false],
    ['ls!', false],
    ['fls!', true],
  ])('%j: %s', (letters, done) => expect(isDone(progress(letters))).toBe(done));

  it.each<[string[], number]>([
    [[], 0],
    [['users'], 1],
    [['users', 'classes', 'enrollments'], 3],
    [['users', 'grades'], 1],
  ])('of %j counts %i', (done, count) => {
    const all = Object.fromEntries(done.map((id) => [id, progress('fls!')]));
    expect(countDone(all, ['users', 'classes', 'enrollments'])).toBe(count);
  });
});

describe('the next file', () => {
  const ids = ['users', 'classes', 'enrollments'];
  it.each<[string[], string | null, string | null]>([
    [[], null, 'users'],
    [['users'], null, 'classes'],
    [['users'], 'users', 'classes'],
    [[], 'classes', 'enrollments'],
    [['enrollments'], 'classes', 'users'],
    [[], 'enrollments', 'users'],
    [['users', 'enrollments'], 'classes', 'classes'],
    [['users', 'classes', 'enrollments'], 'users', null],
    [[], 'unknown', 'users'],
  ])('with %j done, after %s, is %s', (done, current, next) => {
    const all = Object.fromEntries(done.map((id) => [id, progress('fls!')]));
    expect(nextFile(all, ids, current)).toBe(next);
  });
});
