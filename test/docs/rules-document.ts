import type { CellRule, Checks, Rule } from '../../utils/profile/checks.ts';
import type { Profile } from '../../utils/profile/schema.ts';

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
const plain = (message: string): string =>
  message
    .replace('{n} of ', 'Rows of ')
    .replace('{n}', 'Rows')
    .replace('{has}', 'have')
    .replace('{column}', 'this column')
    .replace('{from}', '`{from}`')
    .replace('{to}', '`{to}`');

function ruleRow({ code, cause, severity, column, message, reason, source, needs }: Rule): string {
  const only = needs?.level ? ` (${needs.level} level)` : needs?.guardians ? ' (guardians in users.csv)' : '';
  return row([code, cause, severity + only, column, plain(message), reason, source]);
}

function cellRow({ code, cause, severity, message, reason, source, quotes }: CellRule): string {
  const only = quotes ? ` (quotes ${quotes})` : '';
  return row([code, cause, severity + only, 'every', plain(message), reason, source]);
}

const HEAD = [
  row(['Code', 'Cause', 'Severity', 'Column', 'What', 'Why', 'Source']),
  '| --- | --- | --- | --- | --- | --- | --- |',
];

/** docs/rules.md, from the profile and its checks. */
export function rulesDocument(profile: Profile, checks: Checks): string {
  const files = profile.files.flatMap(({ id, fileName }) => [
    `## ${fileName}`,
    '',
    ...HEAD,
    ...checks.rules.filter(({ file }) => file === id).map(ruleRow),
    '',
  ]);
  return [
    `# Rules for ${profile.name}`,
    '',
    '<!-- Written by `npm run docs` from utils/profile; do not edit. -->',
    '',
    'Codes are those of the reference. An error keeps the sync from doing its work; a warning should be looked at; a note',
    'need not. Rules about other files (an id that no class has) need all three files and are not checked on one preview.',
    '',
    '## Labels and export summary',
    '',
    row(['Code', 'Severity', 'What', 'Source']),
    '| --- | --- | --- | --- |',
    ...ON_THE_PAGE.map(row),
    '',
    '## Every file',
    '',
    ...HEAD,
    ...checks.cells.map(cellRow),
    ...checks.unwanted.map(({ code, column, message, reason, source }) =>
      row([code, 'unwanted', 'warning', column, message, reason, source]),
    ),
    '',
    ...files,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
