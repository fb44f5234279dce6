import type { District, RosterFile } from '../district.ts';

/** The rules of classtag-files.md, section 6, in the tests' own plain words: slow, whole-file, nothing shared. */
export interface Finding {
  rule: string;
  file: RosterFile;
  row: number;
}

const ROLES = 'student parent guardian relative teacher aide proctor administrator'.split(' ');
const GUARDIANS = ['parent', 'guardian', 'relative'];
const GRADES = 'IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13 PS UG Other'.split(' ');

/** Everything the rules have to say about a district. */
export function findingsIn(district: District): Finding[] {
  const users = all(district.count('users'), district.user);
  const classes = all(district.count('classes'), district.schoolClass);
  const enrollments = all(district.count('enrollments'), district.enrollment);
  const findings: Finding[] = [];
  const when = (file: RosterFile, row: number, rule: string, isWrong: boolean): void => {
    if (isWrong) findings.push({ rule, file, row });
  };

  const userOf = new Map(users.map((user) => [user.sourcedId, user]));
  const classOf = new Map(classes.map((schoolClass) => [schoolClass.sourcedId, schoolClass]));
  const schools = new Set(district.count('classes') === 0 ? [] : clean(classes.map((row) => row.schoolSourcedId)));
  const userSchools = new Set(clean(users.map((user) => user.orgSourcedIds)));
  const userIds = tally(users.map((user) => user.sourcedId));
  const names = tally([...userOf.values()].map((user) => `${user.givenName} ${user.familyName}`));
  const guardians = users.filter((user) => GUARDIANS.includes(user.role));
  const smsMissing = guardians.filter((user) => user.sms === '').length > guardians.length / 2;

  users.forEach((user, row) => {
    const is = (rule: string, isWrong: boolean): void => when('users', row, rule, isWrong);
    const agents = user.agentSourcedIds === '' ? [] : user.agentSourcedIds.split(',');
    const isGuardian = GUARDIANS.includes(user.role);
    const reachable = user.email !== '' || user.sms !== '';
    is('U1', user.sourcedId === '' || (userIds.get(user.sourcedId) ?? 0) > 1 || /E\+/.test(user.sourcedId));
    is('U2', !ROLES.includes(user.role));
    is('U3', user.givenName === '' || user.familyName === '');
    is('U4', !schools.has(user.orgSourcedIds));
    is('X1', lostZeros(user.orgSourcedIds, schools));
    is(
      'U5',
      agents.length > 6 || new Set(agents).size < agents.length || (agents.length > 0 && user.role !== 'student'),
    );
    is(
      'U5',
      agents.some((id) => id === user.sourcedId || !GUARDIANS.includes(userOf.get(id)?.role ?? '')),
    );
    is('U6', user.role === 'student' ? !GRADES.includes(user.grades) : user.grades !== '');
    is('U7', user.email !== '' && !/^[\w.-]+@[\w.-]+\.org$/.test(user.email));
    is('U7', isGuardian && !reachable);
    is('U8', [user.sms, user.phone].some((phone) => phone !== '' && !isPhone(phone)) || (isGuardian && smsMissing));
    is('U9', !/^[a-z]{2}$/.test(user.languages));
    is('U11', (names.get(`${user.givenName} ${user.familyName}`) ?? 0) > 1);
    is('U12', user.role === 'student' && agents.length === 0);
    inCells(Object.values(user), [user.sourcedId, user.orgSourcedIds], is);
  });

  const classIds = tally(classes.map((row) => row.sourcedId));
  const enrolled = new Set(enrollments.map((row) => row.classSourcedId));
  classes.forEach((schoolClass, row) => {
    const is = (rule: string, isWrong: boolean): void => when('classes', row, rule, isWrong);
    is('C1', schoolClass.sourcedId === '' || (classIds.get(schoolClass.sourcedId) ?? 0) > 1);
    is('C2', schoolClass.title === '');
    is('C3', !GRADES.includes(schoolClass.grades));
    is('C4', !userSchools.has(schoolClass.schoolSourcedId));
    is('X1', lostZeros(schoolClass.schoolSourcedId, userSchools));
    is('C5', !enrolled.has(schoolClass.sourcedId));
    is('C6', schoolClass.periods.includes(','));
    inCells(Object.values(schoolClass), [schoolClass.sourcedId, schoolClass.schoolSourcedId], is);
  });

  const taught = new Set(enrollments.filter((row) => row.role === 'teacher').map((row) => row.classSourcedId));
  const seats = tally(enrollments.map((row) => `${row.classSourcedId} ${row.userSourcedId} ${row.role}`));
  enrollments.forEach((enrollment, row) => {
    const is = (rule: string, isWrong: boolean): void => when('enrollments', row, rule, isWrong);
    const { classSourcedId, schoolSourcedId, userSourcedId, role } = enrollment;
    const classSchool = classOf.get(classSourcedId)?.schoolSourcedId;
    const userRole = userOf.get(userSourcedId)?.role;
    is('N1', classSchool === undefined);
    is('N2', userRole === undefined);
    is('N3', schoolSourcedId === '' || (classSchool !== undefined && schoolSourcedId !== classSchool));
    is('N4', (userRole !== undefined && role !== userRole) || GUARDIANS.includes(role));
    is('N5', (seats.get(`${classSourcedId} ${userSourcedId} ${role}`) ?? 0) > 1);
    is('N6', classOf.has(classSourcedId) && !taught.has(classSourcedId));
    is(
      'X1',
      lostZeros(classSourcedId, classOf) || lostZeros(userSourcedId, userOf) || lostZeros(schoolSourcedId, schools),
    );
    inCells(Object.values(enrollment), [classSourcedId, userSourcedId, schoolSourcedId], is);
  });
  return findings;
}

function all<Row>(count: number, row: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

function inCells(cells: string[], ids: string[], is: (rule: string, isWrong: boolean) => void): void {
  const joined = cells.join('\u2400');
  is('5', /[,\r\n]/.test(joined));
  is('F1', joined.includes('Ã'));
  is('F8', joined.includes('"'));
  is(
    'F9',
    ids.some((id) => /^ | $/.test(id)),
  );
  is('invisible', /[\u00a0\p{Cf}\p{Cc}]/u.test(joined.replace(/[\r\n]/g, '')));
}

/** The values that more than a few rows have: what a planted row says is not yet a school. */
function clean(values: string[]): string[] {
  return [...tally(values)].filter(([value, count]) => value !== '' && count > 2).map(([value]) => value);
}

function tally(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function lostZeros(id: string, known: { has(id: string): boolean }): boolean {
  return (
    id !== '' &&
    !known.has(id) &&
    Array.from({ length: 9 }, (_, length) => id.padStart(length + 1, '0')).some((padded) => known.has(padded))
  );
}

function isPhone(phone: string): boolean {
  const digits = phone.replace(/\D/g, '');
  return /^[\d+(). -]+$/.test(phone) && digits.length >= 10 && digits.length <= 11;
}
