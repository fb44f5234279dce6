import { describe, expect, it } from 'vitest';
import { classtagRoster } from '../../../../utils/profile/classtag-roster.ts';
import { oneroster } from '../../../../utils/profile/oneroster.ts';
import type { RosterProfile } from '../../../../utils/profile/roster.ts';
import { readHeader } from '../../../../utils/roster/engine/header.ts';

const USERS = 'sourcedId,orgSourcedIds,role,givenName,familyName,email,sms,phone,agentSourcedIds,grades,language'.split(
  ',',
);
const ONEROSTER_USERS = oneroster.files.find(({ id }) => id === 'users')?.columns.map(({ name }) => name) ?? [];

function read(header: readonly string[], profile: RosterProfile = classtagRoster, file = 'users', level = 'district') {
  const spec = profile.files.find(({ id }) => id === file);
  if (!spec) throw new Error(file);
  const { columns, faults } = readHeader(header, spec, profile, level);
  return { columns, told: faults.map(({ what, column, count }) => `${what} ${column} ${count}`), faults };
}
const withName = (at: number, name: string) => USERS.with(at, name);

describe('a header', () => {
  it('as it should be is taken without a word', () => {
    expect(read(USERS)).toMatchObject({ columns: USERS, told: [] });
    expect(read(ONEROSTER_USERS, oneroster)).toMatchObject({ columns: ONEROSTER_USERS, told: [] });
  });

  it.each([
    ['sourceId', 0, 'alias'],
    ['SOURCEDID', 0, 'column-case'],
    ['sourcedId ', 0, 'column-space'],
    ['\ufeffsourcedId', 0, 'column-space'],
    ['given\u00a0Name', 3, 'column-space'],
    ['given Name', 3, 'column-space'],
    ['role\u200b', 2, 'column-space'],
    ['soucredId', 0, 'misspelled-column'],
    ['familyname', 4, 'column-case'],
    ['familiName', 4, 'misspelled-column'],
    ['USERS.email', 5, 'table-prefix'],
    ['U_DEF_EXT.Email', 5, 'table-prefix'],
    ['STUDENTS.sourceId', 0, 'table-prefix'],
  ])('with %j is taken for what it means, and told', (name, at, what) => {
    const { columns, told } = read(withName(at, name));
    expect(columns).toEqual(USERS);
    expect(told).toEqual([`${what} ${USERS[at]} 1`]);
  });

  it.each([['rule'], ['phon'], ['grade_level'], ['mail'], ['x']])('does not take %s for anything', (name) => {
    // Short names must be nearer than the letters that are wrong in these.
    const { columns, told } = read([...USERS, name]);
    expect(columns.at(-1)).toBeNull();
    expect(told).toEqual([`unknown-column ${name} 1`]);
  });

  it('takes no column twice, and prefers the exact one', () => {
    const { columns, told } = read([...USERS, 'email', 'Email', 'familiName']);
    expect(columns).toEqual([...USERS, null, null, null]);
    expect(told).toEqual(['duplicate-column email 1', 'duplicate-column email 1', 'unknown-column familiName 1']);
  });

  it.each([[''], [' '], ['\u00a0'], ['\u200b']])('with a column named %j has one without a name', (name) => {
    expect(read([...USERS, name])).toMatchObject({ columns: [...USERS, null], told: ['blank-column null 1'] });
  });

  it('lacks what the level needs', () => {
    const header = USERS.filter((name) => name !== 'orgSourcedIds');
    expect(read(header).told).toEqual(['missing-expected orgSourcedIds 1']);
    expect(read(header, classtagRoster, 'users', 'school').told).toEqual([]);
    expect(read(USERS.filter((name) => name !== 'role')).told).toEqual(['missing-column role 1']);
  });

  it('tells columns that are not read once, with all their names', () => {
    const { told, faults } = read([...USERS, 'a', 'userIds', 'b', 'username']);
    expect(told).toEqual(['unknown-column null 2', 'other-version null 2']);
    expect(faults.map(({ words }) => words.column)).toEqual(['a, b', 'userIds, username']);
  });

  it.each([['password'], ['Password'], ['USERS.Password']])('leaves %s to the rule about it', (name) => {
    expect(read([...USERS, name])).toMatchObject({ columns: [...USERS, null], told: [] });
  });

  it('may be extended at its end, by names of its columns too', () => {
    const more = [...ONEROSTER_USERS, 'metadata.room', 'metadata.phone', 'metadata.grades'];
    expect(read(more, oneroster)).toMatchObject({ columns: [...ONEROSTER_USERS, null, null, null], told: [] });
    expect(read(['metadata.room', ...ONEROSTER_USERS], oneroster).told).toEqual(['metadata-not-last metadata.room 1']);
  });

  it('in another order names the first column that comes too late', () => {
    const header = [...ONEROSTER_USERS.slice(1), ONEROSTER_USERS[0] ?? ''];
    const { told, faults } = read(header, oneroster);
    expect(told).toEqual(['column-order sourcedId 1']);
    expect(faults[0]?.words.wanted).toBe(ONEROSTER_USERS.join(', '));
  });

  it('of nothing known tells every column', () => {
    const { columns, told } = read(['1', 'Noor', 'Okafor']);
    expect(columns).toEqual([null, null, null]);
    expect(told).toContain('unknown-column null 3');
    expect(told).toContain('missing-column sourcedId 1');
  });
});
