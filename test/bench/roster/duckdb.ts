/**
 * As many of ClassTag's rules as SQL can say, by DuckDB with two threads. What it does not tell: line numbers, bytes
 * (encoding, mixed row ends), the header, rows of another width (it stops at the first), and the rows themselves.
 */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Candidate, SetForm, SetPaths } from './types.ts';

const list = (words: string) =>
  `(${words
    .split(' ')
    .map((word) => `'${word}'`)
    .join(',')})`;

const ROLES = 'student parent guardian relative teacher aide proctor administrator';
const GUARDIANS = list('parent guardian relative');
const GRADES = 'IT PR PK TK KG 01 02 03 04 05 06 07 08 09 10 11 12 13 PS UG Other';
const RAW_GRADES = list('-3 -2 -1 0 1 2 3 4 5 6 7 8 9 14');
const EMAIL = String.raw`'[^\s,;"<>@]+@[^\s,;"<>@.]+(\.[^\s,;"<>@.]+)+'`;
const PHONE = `'[-+(). ]*([0-9][-+(). ]*){10,15}'`;
const SPREADSHEET = String.raw`'[0-9]+([.,][0-9]+)?[eE]\+[0-9]+'`;
const LANGUAGE = `'[a-z]{2,3}([-_][A-Za-z0-9]{1,8})*'`;
const CONTROL = String.raw`'[\x00-\x1f\x7f"]'`;

// Empty values are NULL. A cheap look goes before a dear one wherever it decides most rows.
const blank = (column: string) => `(${column} IS NULL OR (starts_with(${column}, ' ') AND trim(${column}) = ''))`;
const isNot = (column: string, pattern: string) => `NOT regexp_full_match(${column}, ${pattern})`;
const outerSpace = (column: string) => `starts_with(${column}, ' ') OR ends_with(${column}, ' ')`;
const spreadsheet = (column: string) => `(contains(${column}, '+') AND regexp_full_match(${column}, ${SPREADSHEET}))`;
const control = (column: string) => `regexp_matches(${column}, ${CONTROL})`;
const vocabulary = (code: string, column: string, words: string, except = '') => ({
  [`${code} unknown`]: `lower(${column}) NOT IN ${list(words.toLowerCase())}${except}`,
  [`${code} case`]: `${column} NOT IN ${list(words)} AND lower(${column}) IN ${list(words.toLowerCase())}`,
});
const gradeRules = (code: string) => ({
  [`${code} raw-number`]: `grades IN ${RAW_GRADES}`,
  ...vocabulary(code, 'grades', GRADES, ` AND grades NOT IN ${RAW_GRADES}`),
});

interface FileRules {
  /** Conditions on columns in which nearly every row has another value; all are counted in one pass. */
  rows: Record<string, string>;
  /** Columns with few different values, and conditions on those: asked once for each of them. */
  few: string;
  words: Record<string, string>;
}

const RULES: Record<keyof SetPaths, FileRules> = {
  users: {
    rows: {
      'U1 blank': blank('sourcedId'),
      'U1 spreadsheet': spreadsheet('sourcedId'),
      'U3 blank given': blank('givenName'),
      'U3 blank family': blank('familyName'),
      'U5 too-many': `contains(agentSourcedIds, ',') AND len(string_split(agentSourcedIds, ',')) > 6`,
      'U5 not-student': `agentSourcedIds IS NOT NULL AND role <> 'student'`,
      'U5 self': `contains(agentSourcedIds, sourcedId) AND list_contains(string_split(agentSourcedIds, ','), sourcedId)`,
      'U5 twice': `contains(agentSourcedIds, ',') AND len(list_distinct(string_split(agentSourcedIds, ','))) < len(string_split(agentSourcedIds, ','))`,
      'U7 form': isNot('email', EMAIL),
      'U7 no-contact': `email IS NULL AND sms IS NULL AND role IN ${GUARDIANS}`,
      'U8 spreadsheet sms': spreadsheet('sms'),
      'U8 spreadsheet phone': spreadsheet('phone'),
      'U8 form sms': isNot('sms', PHONE),
      'U8 form phone': isNot('phone', PHONE),
      'U12 no-guardian': `role = 'student' AND agentSourcedIds IS NULL`,
      'F9 outer-space': outerSpace('sourcedId'),
      'F3 control given': control('givenName'),
      'F3 control family': control('familyName'),
      'guardians with sms': `sms IS NOT NULL AND role IN ${GUARDIANS}`,
      'guardians with phone': `phone IS NOT NULL AND role IN ${GUARDIANS}`,
    },
    few: 'role, grades, language, orgSourcedIds',
    words: {
      'U2 blank': blank('role'),
      ...vocabulary('U2', 'role', ROLES),
      'U4 blank': blank('orgSourcedIds'),
      ...gradeRules('U6'),
      'U6 blank': `role = 'student' AND ${blank('grades')}`,
      'U6 not-student': `grades IS NOT NULL AND role <> 'student'`,
      'U9 form': isNot('language', LANGUAGE),
      'F9 outer-space school': outerSpace('orgSourcedIds'),
    },
  },
  classes: {
    rows: {
      'C1 blank': blank('sourcedId'),
      'C2 blank': blank('title'),
      'F9 outer-space': outerSpace('sourcedId'),
      'F3 control title': control('title'),
      'F3 control location': control('location'),
    },
    few: 'grades, schoolSourcedId, periods',
    words: {
      'C3 blank': blank('grades'),
      ...gradeRules('C3'),
      'C4 blank': blank('schoolSourcedId'),
      'C6 several': `contains(periods, ',')`,
      'F9 outer-space school': outerSpace('schoolSourcedId'),
    },
  },
  enrollments: {
    rows: {
      'N1 blank': blank('classSourcedId'),
      'N2 blank': blank('userSourcedId'),
      'F9 outer-space': `${outerSpace('classSourcedId')} OR ${outerSpace('userSourcedId')}`,
    },
    few: 'role, schoolSourcedId',
    words: {
      'N3 blank': blank('schoolSourcedId'),
      'N4 blank': blank('role'),
      ...vocabulary('N4', 'role', ROLES),
      'N4 guardian': `role IN ${GUARDIANS}`,
      'F9 outer-space school': outerSpace('schoolSourcedId'),
    },
  },
};

/** Ids that came before, and ids that another one equals but for zeros in front. */
const ids = (table: string, column: string) =>
  `SELECT coalesce(sum(n - 1), 0) || ' ' || (count(*) - count(DISTINCT ltrim(${column}, '0'))) FROM (SELECT ${column}, count(*) AS n FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${column})`;

/** Questions that take other rows, or other files; several at once stand between bars. */
const QUERIES: Record<string, string> = {
  'U1 repeated|X1 users': ids('users', 'sourcedId'),
  'C1 repeated|X1 classes': ids('classes', 'sourcedId'),
  'X1 schools': `SELECT count(DISTINCT orgSourcedIds) - count(DISTINCT ltrim(orgSourcedIds, '0')) FROM users`,
  'U11 two-accounts': `SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n, min(coalesce(email, '')) <> max(coalesce(email, '')) OR min(coalesce(sms, '')) <> max(coalesce(sms, '')) OR min(coalesce(phone, '')) <> max(coalesce(phone, '')) AS differs FROM users JOIN (SELECT givenName, familyName FROM users GROUP BY ALL HAVING count(*) > 1) USING (givenName, familyName) GROUP BY givenName, familyName) WHERE differs`,
  'U5 nobody|U5 not-guardian': `SELECT count(*) FILTER (u.sourcedId IS NULL) || ' ' || count(*) FILTER (u.role NOT IN ${GUARDIANS}) FROM (SELECT unnest(string_split(agentSourcedIds, ',')) AS agent FROM users WHERE agentSourcedIds IS NOT NULL) LEFT JOIN users u ON u.sourcedId = agent`,
  'N1 nobody|N2 nobody|N3 other|N4 other': `SELECT count(*) FILTER (c.sourcedId IS NULL) || ' ' || count(*) FILTER (u.sourcedId IS NULL) || ' ' || count(*) FILTER (c.schoolSourcedId <> e.schoolSourcedId) || ' ' || count(*) FILTER (u.role <> e.role) FROM enrollments e LEFT JOIN classes c ON c.sourcedId = e.classSourcedId LEFT JOIN users u ON u.sourcedId = e.userSourcedId`,
  'N5 repeated':
    'SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM enrollments GROUP BY classSourcedId, userSourcedId, role HAVING count(*) > 1)',
  'C5 no-enrollments': 'SELECT count(*) FROM classes ANTI JOIN enrollments ON classSourcedId = sourcedId',
  'N6 no-teacher': `SELECT count(*) FROM classes ANTI JOIN (SELECT classSourcedId FROM enrollments WHERE role = 'teacher') ON classSourcedId = sourcedId`,
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

/** Counts what meets each condition. @returns how many there are in all */
async function ask(
  connection: DuckDBConnection,
  id: string,
  conditions: Record<string, string>,
  count: string,
  from: string,
  found: Record<string, number>,
): Promise<number> {
  const names = Object.keys(conditions);
  const counted = names.map((name) =>
    count === 'count(*)'
      ? `count(*) FILTER (WHERE ${conditions[name]})`
      : `coalesce(sum(n) FILTER (WHERE ${conditions[name]}), 0)`,
  );
  const reader = await connection.runAndReadAll(`SELECT ${[count, ...counted].join(', ')} FROM ${from}`);
  const [first] = reader.getRows();
  for (const [at, name] of names.entries()) found[`${id} ${name}`] = Number(first?.[at + 1]);
  return Number(first?.[0]);
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
      const { rows: conditions, few, words } = RULES[id];
      rows += await ask(connection, id, conditions, 'count(*)', id, found);
      const groups = `(SELECT ${few}, count(*) AS n FROM ${id} GROUP BY ALL)`;
      await ask(connection, id, words, 'coalesce(sum(n), 0)', groups, found);
    }
    for (const [name, query] of Object.entries(QUERIES)) {
      const [first] = (await connection.runAndReadAll(query)).getRows();
      for (const [at, count] of String(first?.[0]).split(' ').entries())
        found[name.split('|')[at] ?? name] = Number(count);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return { rows, found };
};
