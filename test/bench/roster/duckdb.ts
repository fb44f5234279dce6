/**
 * As many of ClassTag's rules as SQL can say, by DuckDB with two threads. What it does not tell: line numbers, bytes
 * (encoding, mixed row ends), the header, rows of another width (it stops at the first), and the rows themselves.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import type { Candidate, SetForm, SetPaths } from './types.ts';

const ROLES = "('student','parent','guardian','relative','teacher','aide','proctor','administrator')";
const GUARDIANS = "('parent','guardian','relative')";
const GRADES =
  "('IT','PR','PK','TK','KG','01','02','03','04','05','06','07','08','09','10','11','12','13','PS','UG','Other')";
const RAW_GRADES = "('-3','-2','-1','0','1','2','3','4','5','6','7','8','9','14')";
const EMAIL = String.raw`'[^\s,;"<>@]+@[^\s,;"<>@.]+(\.[^\s,;"<>@.]+)+'`;
const PHONE = `'[-+(). ]*([0-9][-+(). ]*){10,15}'`;
const SPREADSHEET = String.raw`'[0-9]+([.,][0-9]+)?[eE]\+[0-9]+'`;
const LANGUAGE = `'[a-z]{2,3}([-_][A-Za-z0-9]{1,8})*'`;
const CONTROL = String.raw`'[\x00-\x1f\x7f"]'`;

const blank = (column: string) => `trim(coalesce(${column}, '')) = ''`;
const isNot = (column: string, pattern: string) => `${column} <> '' AND NOT regexp_full_match(${column}, ${pattern})`;
const outerSpace = (column: string) => `${column} <> trim(${column})`;
const gradeRules = (code: string): Record<string, string> => ({
  [`${code} raw-number`]: `grades IN ${RAW_GRADES}`,
  [`${code} unknown`]: `grades <> '' AND lower(grades) NOT IN (SELECT lower(g) FROM (SELECT unnest([${GRADES.slice(1, -1)}]) AS g)) AND grades NOT IN ${RAW_GRADES}`,
  [`${code} case`]: `grades <> '' AND grades NOT IN ${GRADES} AND lower(grades) IN (SELECT lower(g) FROM (SELECT unnest([${GRADES.slice(1, -1)}]) AS g))`,
});
const roleRules = (code: string): Record<string, string> => ({
  [`${code} blank`]: blank('role'),
  [`${code} unknown`]: `role <> '' AND lower(role) NOT IN ${ROLES}`,
  [`${code} case`]: `role <> '' AND role NOT IN ${ROLES} AND lower(role) IN ${ROLES}`,
});

/** Conditions on a row by itself; all of a file's are counted in one pass. */
const ROWS: Record<keyof SetPaths, Record<string, string>> = {
  users: {
    'U1 blank': blank('sourcedId'),
    'U1 spreadsheet': `regexp_full_match(sourcedId, ${SPREADSHEET})`,
    ...roleRules('U2'),
    'U3 blank given': blank('givenName'),
    'U3 blank family': blank('familyName'),
    'U4 blank': blank('orgSourcedIds'),
    'U5 too-many': `agentSourcedIds <> '' AND len(string_split(agentSourcedIds, ',')) > 6`,
    'U5 not-student': `agentSourcedIds <> '' AND role <> 'student'`,
    'U5 self': `agentSourcedIds <> '' AND list_contains(string_split(agentSourcedIds, ','), sourcedId)`,
    'U5 twice': `contains(agentSourcedIds, ',') AND len(list_distinct(string_split(agentSourcedIds, ','))) < len(string_split(agentSourcedIds, ','))`,
    ...gradeRules('U6'),
    'U6 blank': `role = 'student' AND ${blank('grades')}`,
    'U6 not-student': `grades <> '' AND role <> 'student'`,
    'U7 form': isNot('email', EMAIL),
    'U7 no-contact': `role IN ${GUARDIANS} AND ${blank('email')} AND ${blank('sms')}`,
    'U8 spreadsheet': `regexp_full_match(sms, ${SPREADSHEET}) OR regexp_full_match(phone, ${SPREADSHEET})`,
    'U8 form sms': isNot('sms', PHONE),
    'U8 form phone': isNot('phone', PHONE),
    'U9 form': isNot('language', LANGUAGE),
    'U12 no-guardian': `role = 'student' AND ${blank('agentSourcedIds')}`,
    'F9 outer-space': `${outerSpace('sourcedId')} OR ${outerSpace('orgSourcedIds')}`,
    'F3 control': `regexp_matches(givenName || familyName || coalesce(email, ''), ${CONTROL})`,
    'guardians with sms': `role IN ${GUARDIANS} AND sms <> ''`,
    'guardians with phone': `role IN ${GUARDIANS} AND phone <> ''`,
  },
  classes: {
    'C1 blank': blank('sourcedId'),
    'C2 blank': blank('title'),
    'C3 blank': blank('grades'),
    ...gradeRules('C3'),
    'C4 blank': blank('schoolSourcedId'),
    'C6 several': `contains(periods, ',')`,
    'F9 outer-space': `${outerSpace('sourcedId')} OR ${outerSpace('schoolSourcedId')}`,
    'F3 control': `regexp_matches(title || coalesce(location, ''), ${CONTROL})`,
  },
  enrollments: {
    'N1 blank': blank('classSourcedId'),
    'N2 blank': blank('userSourcedId'),
    'N3 blank': blank('schoolSourcedId'),
    ...roleRules('N4'),
    'N4 guardian': `role IN ${GUARDIANS}`,
    'F9 outer-space': `${outerSpace('classSourcedId')} OR ${outerSpace('userSourcedId')} OR ${outerSpace('schoolSourcedId')}`,
  },
};

const lostZeros = (table: string, column: string) =>
  `SELECT count(*) FROM (SELECT ltrim(${column}, '0') FROM (SELECT DISTINCT ${column} FROM ${table} WHERE ${column} <> '') GROUP BY 1 HAVING count(*) > 1)`;

/** Questions that take other rows, or other files. */
const QUERIES: Record<string, string> = {
  'U1 repeated':
    "SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM users WHERE sourcedId <> '' GROUP BY sourcedId HAVING count(*) > 1)",
  'U11 two-accounts':
    "SELECT count(*) FROM (SELECT givenName, familyName FROM users GROUP BY ALL HAVING count(*) > 1 AND (count(DISTINCT coalesce(email, '')) > 1 OR count(DISTINCT coalesce(sms, '')) > 1 OR count(DISTINCT coalesce(phone, '')) > 1))",
  'U5 agents': `SELECT count(*) FILTER (u.sourcedId IS NULL) || ' ' || count(*) FILTER (u.role NOT IN ${GUARDIANS}) FROM (SELECT unnest(string_split(agentSourcedIds, ',')) AS agent FROM users WHERE agentSourcedIds <> '') LEFT JOIN users u ON u.sourcedId = agent`,
  'X1 users': lostZeros('users', 'sourcedId'),
  'X1 schools': lostZeros('users', 'orgSourcedIds'),
  'X1 classes': lostZeros('classes', 'sourcedId'),
  'C1 repeated':
    "SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM classes WHERE sourcedId <> '' GROUP BY sourcedId HAVING count(*) > 1)",
  'N enrollments': `SELECT count(*) FILTER (c.sourcedId IS NULL) || ' ' || count(*) FILTER (u.sourcedId IS NULL) || ' ' || count(*) FILTER (c.schoolSourcedId <> e.schoolSourcedId) || ' ' || count(*) FILTER (u.role <> e.role) FROM enrollments e LEFT JOIN classes c ON c.sourcedId = e.classSourcedId LEFT JOIN users u ON u.sourcedId = e.userSourcedId`,
  'N5 repeated':
    'SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM enrollments GROUP BY classSourcedId, userSourcedId, role HAVING count(*) > 1)',
  'C5 no-enrollments':
    'SELECT count(*) FROM classes WHERE sourcedId NOT IN (SELECT classSourcedId FROM enrollments WHERE classSourcedId IS NOT NULL)',
  'N6 no-teacher':
    "SELECT count(*) FROM classes WHERE sourcedId NOT IN (SELECT classSourcedId FROM enrollments WHERE role = 'teacher' AND classSourcedId IS NOT NULL)",
};

function readCsv(path: string, { rowEnd, isQuoted }: SetForm): string {
  const end = rowEnd === '\r' ? '\\r' : '\\n';
  const quote = isQuoted ? '"' : '';
  return `read_csv('${path.replaceAll("'", "''")}', header=true, delim=',', quote='${quote}', escape='${quote}', new_line='${end}', all_varchar=true, auto_detect=false, columns=${columnsOf(path)})`;
}

const COLUMNS: Record<keyof SetPaths, string> = {
  users: 'sourcedId orgSourcedIds role givenName familyName email sms phone agentSourcedIds grades language dcid',
  classes: 'sourcedId title grades location schoolSourcedId periods dcid',
  enrollments: 'classSourcedId schoolSourcedId userSourcedId role',
};

function columnsOf(path: string): string {
  const id = (Object.keys(COLUMNS) as (keyof SetPaths)[]).find((one) => path.endsWith(`${one}.csv`)) ?? 'users';
  const columns = COLUMNS[id].split(' ').map((name) => `'${name}': 'VARCHAR'`);
  return `{${columns.join(', ')}}`;
}

/** Reads each file once into memory and asks it everything. */
export const duckdb: Candidate = async (paths, form) => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const found: Record<string, number> = {};
  let rows = 0;
  try {
    await connection.run('SET preserve_insertion_order = false');
    for (const id of ['users', 'classes', 'enrollments'] as const) {
      await connection.run(`CREATE TABLE ${id} AS SELECT * FROM ${readCsv(paths[id], form)}`);
      const counts = Object.values(ROWS[id]).map((condition) => `count(*) FILTER (WHERE ${condition})`);
      const reader = await connection.runAndReadAll(`SELECT count(*), ${counts.join(', ')} FROM ${id}`);
      const [first] = reader.getRows();
      rows += Number(first?.[0]);
      for (const [at, name] of Object.keys(ROWS[id]).entries()) found[`${id} ${name}`] = Number(first?.[at + 1]);
    }
    for (const [name, query] of Object.entries(QUERIES)) {
      const [first] = (await connection.runAndReadAll(query)).getRows();
      for (const [at, count] of String(first?.[0]).split(' ').entries()) found[`${name}${at || ''}`] = Number(count);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return { rows, found };
};
