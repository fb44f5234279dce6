import { describe, expect, it } from 'vitest';
import { bare, checkSet, findingsOf } from './check-help.ts';

const USERS = ['sourcedId', 'orgSourcedIds', 'role', 'givenName', 'familyName', 'email', 'agentSourcedIds', 'grades'];
const CLASSES = ['sourcedId', 'title', 'grades', 'location', 'schoolSourcedId', 'periods'];
const ENROLLMENTS = ['classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role'];

const TEACHER = ['T1', '0101', 'teacher', 'Sam', 'Rivera', 'sam@example.org', '', ''];
const STUDENT = ['S1', '0101', 'student', 'Noor', 'Okafor', '', 'G1', '05'];
const GUARDIAN = ['G1', '0101', 'parent', 'Ada', 'Okafor', 'ada@example.org', '', ''];
const ART = ['0501', 'Art', '05', 'Room 7', '0101', '3'];
const IN_ART = [
  ['0501', '0101', 'S1', 'student'],
  ['0501', '0101', 'T1', 'teacher'],
];

const setOf = (users = [TEACHER, STUDENT, GUARDIAN], classes = [ART], enrollments = IN_ART) => ({
  'users.csv': bare([USERS, ...users]),
  'classes.csv': bare([CLASSES, ...classes]),
  'enrollments.csv': bare([ENROLLMENTS, ...enrollments]),
});

/** What follows from a row whose cells cannot be told apart is not told: the row itself is. */
describe('a row that is broken', () => {
  it('is not there in a set without one', async () => expect(findingsOf(await checkSet(setOf()))).toEqual([]));

  it('still has its id, and nobody’s school differs from it', async () => {
    const music = ['0502', 'Music', '05', 'Room 8', '0101', '4'];
    const inMusic = IN_ART.map((row) => row.with(0, '0502'));
    const art = ['0501', 'Art', '05', 'Room 7,upstairs', '0101', '3'];
    const report = await checkSet(setOf(undefined, [art, music], [...IN_ART, ...inMusic]));
    expect(findingsOf(report)).toEqual(['F5 wide error classes  1']);
  });

  it('has no role that another one could contradict', async () => {
    const report = await checkSet(setOf([['T1', '0101'], TEACHER, STUDENT, GUARDIAN]));
    expect(findingsOf(report)).toEqual(['F5 narrow error users  1']);
  });

  it('has no role that an enrollment could contradict', async () => {
    const report = await checkSet(setOf([TEACHER, ['S1', '0101'], GUARDIAN]));
    expect(findingsOf(report)).not.toContainEqual(expect.stringMatching(/^N4/));
  });

  it('names its guardian all the same, where that stands before what is wrong', async () => {
    const report = await checkSet(setOf([TEACHER, STUDENT.slice(0, -1), GUARDIAN]));
    expect(findingsOf(report)).toEqual(['F5 narrow error users  1']);
  });
});

describe('a blank id', () => {
  it('is no reference to a row without an id', async () => {
    const nobody = ['', '0101', 'parent', 'Lee', 'Novak', 'lee@example.org', '', ''];
    const report = await checkSet(
      setOf([TEACHER, STUDENT, GUARDIAN, nobody], undefined, [...IN_ART, ['0501', '0101', '', 'student']]),
    );
    expect(findingsOf(report)).toEqual([
      'N2 blank error enrollments userSourcedId 1',
      'U1 blank error users sourcedId 1',
    ]);
  });
});
