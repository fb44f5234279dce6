import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule, Test, When } from '../../../utils/profile/checks.ts';
import { classtagChecks } from '../../../utils/profile/classtag-checks.ts';
import { classtagRoster } from '../../../utils/profile/classtag-roster.ts';
import { oneroster } from '../../../utils/profile/oneroster.ts';
import type { FileFaultKind, RosterProfile } from '../../../utils/profile/roster.ts';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';

const LONGEST_TEXT = 300;
const MOST_RULES = 500;
const MOST_VALUES = 40;

type Wanted = [file: string, column: string];

const whenOf = (file: string, when: When | undefined): Wanted[] => (when ? [[file, when.column]] : []);

/** Every column that a rule's test looks at, besides the rule's own. */
function lookedAt(file: string, test: Test): Wanted[] {
  const own = (...columns: string[]) => columns.map((column): Wanted => [file, column]);
  const conditions = 'when' in test ? whenOf(file, test.when) : [];
  switch (test.is) {
    case 'all-blank':
    case 'several-are':
      return [...own(...test.of), ...conditions];
    case 'not-blank':
      return whenOf(file, test.unless);
    case 'repeated':
      return [...own(...test.of, ...(test.also ? [test.also.column] : [])), ...conditions];
    case 'told-apart':
      return own(...test.of, ...test.but);
    case 'item-equals':
    case 'cycle':
      return own(test.column);
    case 'refers':
      return own(test.to, test.column);
    case 'rarely-filled':
    case 'items-unequal':
    case 'not-after':
      return [...own(test.other), ...conditions];
    case 'refers-to':
      return [[test.file, test.column], ...conditions];
    case 'target-not-in':
      return [[test.file, test.column], [test.file, test.of], ...conditions];
    case 'differs':
      return [...own(test.via), [test.file, test.key], [test.file, test.other], ...conditions];
    case 'unnamed':
      return [[test.file, test.by], ...whenOf(test.file, test.where), ...conditions];
    case 'beyond': {
      const last = test.through ?? test;
      const between: Wanted[] = test.through ? [[test.file, test.through.column]] : [];
      return [...own(test.via), [test.file, test.key], ...between, [last.file, last.key], [last.file, test.other]];
    }
    default:
      return conditions;
  }
}

/** The lists in a rule, which must not grow without bound. */
const valuesOf = (test: Test): readonly unknown[] =>
  'values' in test ? test.values : 'in' in test ? test.in : 'pairs' in test ? test.pairs : [];

/** The words of any fault, and those that one kind alone brings. */
const FILE_WORDS = 'n count has file column found wanted line offset name place version swallowed where'.split(' ');

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name);

const textsOf = ({ checks, fileRules, verdicts }: RosterProfile): string[] => [
  ...[...checks.rules, ...checks.cells, ...checks.unwanted, ...fileRules].flatMap((one) => [
    one.message,
    one.advice,
    one.reason,
    one.source,
  ]),
  ...Object.values(verdicts),
];

describe.each(ROSTER_PROFILES)('the profile $id', (profile) => {
  const { checks, fileRules, files, pictures } = profile;
  const columns = new Set(files.flatMap(({ id, columns }) => columns.map(({ name }) => `${id} ${name}`)));

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
  });

  it('has each file and column once, and the columns of ids', () => {
    expect(columns.size).toBe(files.reduce((sum, file) => sum + file.columns.length, 0));
    expect(new Set(files.map(({ id }) => id)).size).toBe(files.length);
    for (const { id, fileName, key } of files) {
      expect(fileName).toBe(`${id}.csv`);
      if (key !== null) expect(columns).toContain(`${id} ${key}`);
    }
  });

  it('looks only at columns that there are', () => {
    for (const { code, cause, file, column, test } of checks.rules)
      for (const [at, name] of [[file, column] as Wanted, ...lookedAt(file, test)])
        expect([...columns], `${code} ${cause}`).toContain(`${at} ${name}`);
    for (const picture of pictures) {
      const looked = picture.is === 'filled' ? [picture.first, picture.second] : [picture.column];
      for (const name of [...looked, ...(picture.when ? [picture.when.column] : [])])
        expect([...columns], picture.id).toContain(`${picture.file} ${name}`);
    }
  });

  it('tells each cause once', () => {
    const names = [
      ...checks.rules.map(({ file, column, code, cause }) => `${file} ${column} ${code} ${cause}`),
      ...checks.cells.map(({ code, cause }) => `${code} ${cause}`),
      ...fileRules.map(({ what }) => what),
      ...pictures.map(({ id }) => `picture ${id}`),
    ];
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('has codes and causes that can be typed', () => {
    for (const { code } of [...checks.rules, ...checks.cells, ...fileRules]) expect(code).toMatch(/^[A-Z]\d{1,2}$/);
    for (const { cause } of [...checks.rules, ...checks.cells]) expect(cause).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('says nothing that is not filled in', () => {
    const known = ({ test }: Rule) => ['n', 'has', 'column', ...(test.is === 'means' ? ['from', 'to'] : [])];
    for (const rule of checks.rules)
      for (const name of placeholders(rule.message)) expect(known(rule), rule.message).toContain(name);
    for (const { message } of checks.cells)
      for (const name of placeholders(message)) expect(['n', 'has', 'column'], message).toContain(name);
    for (const { message } of fileRules)
      for (const name of placeholders(message)) expect(FILE_WORDS, message).toContain(name);
    for (const { advice, reason, source } of [...checks.rules, ...checks.cells, ...checks.unwanted, ...fileRules])
      expect(placeholders(advice + reason + source), advice).toEqual([]);
    for (const text of Object.values(profile.verdicts))
      expect(['', 'n', 'missing']).toContain(placeholders(text).join());
  });

  it('speaks in whole and plain sentences', () => {
    for (const text of textsOf(profile)) {
      expect(text.length, text).toBeGreaterThan(0);
      expect(text.length, text).toBeLessThanOrEqual(LONGEST_TEXT);
      expect(text, text).not.toMatch(/(?<!#REF)!|undefined|[a-z]'[a-z]| {2}/);
    }
    for (const { message, advice, reason } of [...checks.rules, ...checks.cells, ...fileRules])
      for (const text of [message, advice, reason]) expect(text, text).toMatch(/^[\p{L}{“].*[.)]$/u);
  });

  it('stays small', () => {
    expect(checks.rules.length).toBeLessThanOrEqual(MOST_RULES);
    for (const { test } of checks.rules) expect(valuesOf(test).length).toBeLessThanOrEqual(MOST_VALUES);
  });

  it('calls no column of its own one of another version', () => {
    const own = files.flatMap((file) => file.columns.flatMap(({ name, aliases }) => [name, ...aliases]));
    expect(Object.keys(profile.otherVersions).filter((name) => own.includes(name))).toEqual([]);
  });
});

/** Who tells each kind of file fault. The cell rules tell of line breaks and, for ClassTag, of quotation marks. */
const TOLD: Record<FileFaultKind, 'both' | 'classtag' | 'oneroster' | 'none'> = {
  'missing-file': 'both',
  'unknown-file': 'both',
  workbook: 'both',
  'same-file-twice': 'both',
  'wrong-name': 'both',
  'wrong-content': 'both',
  'in-folder': 'both',
  junk: 'both',
  'unsafe-entry': 'both',
  'broken-zip': 'both',
  encrypted: 'both',
  'too-many-entries': 'both',
  'too-big': 'both',
  'empty-file': 'both',
  'not-utf-8': 'both',
  'utf-16': 'both',
  bom: 'both',
  nul: 'both',
  'mixed-line-ends': 'both',
  'not-crlf': 'oneroster',
  'no-final-line-end': 'both',
  'cut-off': 'both',
  'trailing-blank-lines': 'both',
  'blank-lines': 'both',
  'empty-rows': 'both',
  'unclosed-quote': 'both',
  'inner-quote': 'oneroster',
  'after-quote': 'both',
  'inner-break': 'none',
  wide: 'both',
  narrow: 'both',
  'wrong-delimiter': 'both',
  'all-quoted': 'classtag',
  'title-row': 'both',
  'no-header': 'both',
  'missing-column': 'both',
  'missing-expected': 'classtag',
  'misspelled-column': 'both',
  'column-case': 'both',
  'column-space': 'both',
  'table-prefix': 'both',
  alias: 'classtag',
  'duplicate-column': 'both',
  'blank-column': 'both',
  'unknown-column': 'both',
  'metadata-not-last': 'oneroster',
  'other-version': 'both',
  'column-order': 'oneroster',
  'no-rows': 'both',
  threshold: 'both',
  'many-changed': 'both',
  're-keyed': 'both',
  'file-set': 'both',
  'earlier-unreadable': 'both',
  'manifest-header': 'oneroster',
  'manifest-width': 'oneroster',
  'manifest-version': 'oneroster',
  'oneroster-version': 'oneroster',
  'manifest-missing-property': 'oneroster',
  'manifest-unknown-property': 'oneroster',
  'manifest-duplicate-property': 'oneroster',
  'manifest-value': 'oneroster',
  'manifest-declared-missing': 'oneroster',
  'manifest-undeclared': 'oneroster',
  'manifest-unwanted': 'oneroster',
  'manifest-mixed': 'oneroster',
};

it.each(Object.entries(TOLD))('%s is told by %s', (what, by) => {
  const tellers = ROSTER_PROFILES.filter(({ fileRules }) => fileRules.some((rule) => rule.what === what));
  const wanted = { both: ['classtag', 'oneroster'], classtag: ['classtag'], oneroster: ['oneroster'], none: [] }[by];
  expect(tellers.map(({ id }) => id)).toEqual(wanted);
});

describe('ClassTag', () => {
  it('keeps what the preview checks, and adds what needs whole files', () => {
    expect(classtagRoster.checks.rules.slice(0, classtagChecks.rules.length)).toEqual(classtagChecks.rules);
    expect(classtagChecks.rules.some(({ test }) => ['refers-to', 'unnamed', 'differs'].includes(test.is))).toBe(false);
  });

  it('lets one school leave the columns of school ids out', () => {
    const district = classtagRoster.files.flatMap(({ columns }) => columns.filter(({ level }) => level === 'district'));
    expect(district.map(({ name }) => name)).toEqual(['orgSourcedIds', 'schoolSourcedId', 'schoolSourcedId']);
  });

  it('takes teacher, aide and proctor for one role, and no guardian for any', () => {
    const rules = classtagRoster.checks.rules.filter(({ code, test }) => code === 'N4' && test.is === 'target-not-in');
    const groups = rules.map(({ test }) => (test.is === 'target-not-in' ? [test.in, test.when?.in] : []));
    expect(groups).toEqual([
      [['student'], ['student']],
      [
        ['teacher', 'aide', 'proctor'],
        ['teacher', 'aide', 'proctor'],
      ],
      [['administrator'], ['administrator']],
    ]);
  });
});

describe('OneRoster 1.1', () => {
  // A public sample that no one here wrote says independently what the headers are.
  it.each(oneroster.files)('has the header of $fileName', ({ fileName, columns }) => {
    const sample = new URL(`../../fixtures/rosters/gospelnerd-school-small/${fileName}`, import.meta.url);
    const [header] = readFileSync(sample, 'utf8').split('\r\n');
    expect(columns.map(({ name }) => name).join()).toBe(header);
  });

  it.each([
    ['users', 'sourcedId enabledUser orgSourcedIds role username givenName familyName'],
    ['classes', 'sourcedId title courseSourcedId classType schoolSourcedId termSourcedIds'],
    ['enrollments', 'sourcedId classSourcedId schoolSourcedId userSourcedId role'],
    ['orgs', 'sourcedId name type'],
    ['academicSessions', 'sourcedId title type startDate endDate schoolYear'],
    ['courses', 'sourcedId title orgSourcedId'],
    ['demographics', 'sourcedId'],
  ])('requires in %s a value for %s', (file, columns) => {
    const required = oneroster.checks.rules.filter((rule) => rule.file === file && rule.code === 'R47');
    expect(required.map(({ column }) => column).join(' ')).toBe(columns);
  });

  it('refers from every column of the reference to the file that it says', () => {
    const references = oneroster.checks.rules.flatMap(({ file, column, test }) =>
      test.is === 'refers-to' ? [`${file}.${column} ${test.file}${test.items ? ' list' : ''}`] : [],
    );
    expect(references).toEqual([
      'orgs.parentSourcedId orgs',
      'academicSessions.parentSourcedId academicSessions',
      'courses.schoolYearSourcedId academicSessions',
      'courses.orgSourcedId orgs',
      'classes.courseSourcedId courses',
      'classes.schoolSourcedId orgs',
      'classes.termSourcedIds academicSessions list',
      'users.orgSourcedIds orgs list',
      'users.agentSourcedIds users list',
      'enrollments.classSourcedId classes',
      'enrollments.schoolSourcedId orgs',
      'enrollments.userSourcedId users',
      'demographics.sourcedId users',
    ]);
  });
});
