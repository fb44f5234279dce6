import type { CellRule, Rule } from '../../utils/profile/checks.ts';
import type { FileRule, RosterProfile } from '../../utils/profile/roster.ts';
import { COVERAGE } from './coverage.ts';

/** What the page itself shows and utils/template/review.ts and summary.ts look at, by the codes of the reference. */
const ON_THE_PAGE: [code: string, severity: string, what: string, source: string][] = [
  ['T1', 'error', 'A label still has its table in front.', 'ClassTag’s guide (6962062)'],
  ['T2', 'error', 'The label is `languages` instead of `language`.', 'ClassTag’s guide (6962062)'],
  [
    'T3',
    'error',
    'A label is misspelled, blank, or holds a stray space or an invisible character.',
    'ClassTag, “Failed: Threshold”',
  ],
  ['T4', 'error', 'Two columns have the same label.', 'OneRoster 1.1'],
  ['T5', 'warning', 'phone and sms are swapped otherwise than chosen.', 'ClassTag’s guide (6962062)'],
  ['T6', 'note', 'dcid may be left out.', 'ClassTag’s guide (6962062)'],
  ['T7', 'error', 'A setting of the export summary differs.', 'ClassTag’s guide (6962062)'],
  ['T8', 'error', 'A required column is missing.', 'ClassTag’s articles on the three files'],
  [
    'F4',
    'note',
    'A label is a spelling that ClassTag uses elsewhere (`sourceId`).',
    'ClassTag’s articles on the three files',
  ],
];

const row = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const line = (columns: number): string => row(Array.from({ length: columns }, () => '---'));
const plain = (message: string, column: string): string =>
  message
    .replace('{n} of ', 'Rows of ')
    .replace('{n}', 'Rows')
    .replace('{has}', 'have')
    .replaceAll('{column}', column)
    .replaceAll(/\{\w+\}/g, '`$&`');

/** What a rule holds for, where that is not everything. */
function only({ file, needs, test }: Rule): string {
  const limits = [
    needs?.level && `${needs.level} level`,
    needs?.guardians && 'guardians in users.csv',
    needs?.mode && `sent as ${needs.mode}`,
    'file' in test && test.file !== file && `with ${test.file}.csv`,
    'through' in test && test.through && `with ${test.through.file}.csv`,
  ].filter(Boolean);
  return limits.length > 0 ? ` (${limits.join(', ')})` : '';
}

function ruleRow(rule: Rule): string {
  const { code, cause, severity, column, message, reason, source } = rule;
  return row([code, cause, severity + only(rule), column, plain(message, column), reason, source]);
}

function cellRow({ code, cause, severity, message, reason, source, quotes }: CellRule): string {
  const when = quotes ? ` (quotes ${quotes})` : '';
  return row([code, cause, severity + when, 'every', plain(message, 'a column'), reason, source]);
}

/** The message keeps its placeholders, which say what the finding names. */
const fileRow = ({ code, what, severity, message, reason, source }: FileRule): string =>
  row([code, what, severity, message.replaceAll(/\{\w+\}/g, '`$&`'), reason, source]);

const HEAD = [row(['Code', 'Cause', 'Severity', 'Column', 'What', 'Why', 'Source']), line(7)];

function profileSection({ name, files, checks, fileRules }: RosterProfile): string[] {
  return [
    `## ${name}`,
    '',
    '### The set, the files and their headers',
    '',
    row(['Code', 'Cause', 'Severity', 'What', 'Why', 'Source']),
    line(6),
    ...fileRules.map(fileRow),
    '',
    '### Every value',
    '',
    ...HEAD,
    ...checks.cells.map(cellRow),
    ...checks.unwanted.map(({ code, column, message, reason, source }) =>
      row([code, 'unwanted', 'warning', column, message, reason, source]),
    ),
    '',
    ...files.flatMap(({ id, fileName }) => [
      `### ${fileName}`,
      '',
      ...HEAD,
      ...checks.rules.filter(({ file }) => file === id).map(ruleRow),
      '',
    ]),
  ];
}

function coverageSection(profiles: readonly RosterProfile[]): string[] {
  const groups = [...new Set(COVERAGE.map(({ group }) => group))];
  return [
    '## Coverage',
    '',
    'Every check that public validators of rosters and CSV files make, and which codes cover it. The last column says why',
    'a profile has none, or what of the check is left out.',
    '',
    ...groups.flatMap((group) => [
      `### ${group}`,
      '',
      row(['#', 'Check', ...profiles.map(({ name }) => name), 'Why not, or where']),
      line(3 + profiles.length),
      ...COVERAGE.filter((covered) => covered.group === group).map(({ number, check, codes, why }) =>
        row([String(number), check, ...profiles.map(({ id }) => (codes[id] ?? []).join(' ') || '–'), why]),
      ),
      '',
    ]),
  ];
}

/** docs/rules.md, from the profiles. */
export function rulesDocument(profiles: readonly RosterProfile[]): string {
  return [
    '# Rules',
    '',
    '<!-- Written by `npm run docs` from utils/profile and test/docs/coverage.ts; do not edit. -->',
    '',
    'Codes and causes are stable. An error keeps the sync from doing its work; a warning should be looked at; a note need',
    'not. Rules that name another file run where that file was given; the preview on the page has neither these nor those',
    'about whole files.',
    '',
    '## Labels and export summary',
    '',
    row(['Code', 'Severity', 'What', 'Source']),
    line(4),
    ...ON_THE_PAGE.map(row),
    '',
    ...profiles.flatMap(profileSection),
    ...coverageSection(profiles),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
