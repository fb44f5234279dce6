import type { Needs, Rule, Severity, Test } from './checks.ts';
import { GRADES, RAW_GRADES, SHEET_ERRORS } from './oneroster-words.ts';
import { rule } from './rule.ts';

export const ONEROSTER = 'OneRoster 1.1';
export const RECEIVERS = 'receivers’ own rules';
export const HYGIENE = 'good order';

export const FIX_VALUE = 'Correct the value in PowerSchool.';
const TO_THE_LETTER = 'Values are compared to the letter, capitals included.';

/** Other spellings of grades that files hold: PowerSchool's numbers, and K. */
const GRADE_SPELLINGS: [string, string][] = [...RAW_GRADES, ['K', 'KG']];
/** The longest text that every receiver takes. */
const LONGEST = 255;

const STATUSES = ['active', 'tobedeleted'];

/** Makes the rules of a kind of column, for a column. */
export type Made = (file: string, column: string) => Rule[];

/** A single rule. Its code is `R` and the check's number in reference roster-checks.md. */
export const one = (
  [number, cause, severity]: [number, string, Severity],
  test: Test,
  [message, advice, reason, source = ONEROSTER]: [string, string, string, string?],
  needs?: Needs,
): Made => {
  return (file, column) => [
    rule(file, column, [`R${number}`, cause, severity], test, [message, advice, reason, source], needs),
  ];
};

/** Several kinds together. */
export const all =
  (...made: Made[]): Made =>
  (file, column) =>
    made.flatMap((make) => make(file, column));

export const required = one([47, 'blank', 'error'], { is: 'blank' }, [
  '{n} {has} no {column}.',
  FIX_VALUE,
  'OneRoster requires the value.',
]);

/** An id, or a list of ids. */
export const guid = (items = false): Made =>
  all(
    one([48, 'form', 'error'], { is: 'not', shape: 'guid', ...(items ? { items } : {}) }, [
      '{n} {has} a {column} that is no id.',
      'Ids are 1 to 255 letters, digits and the signs . - _ / @ without spaces.',
      'Receivers refuse other ids.',
    ]),
    one([37, 'rounded', 'error'], { is: 'spreadsheet-number', ...(items ? { items } : {}) }, [
      '{n} {has} a {column} as a spreadsheet rounds it, such as 1.05E+08.',
      'Take the id from PowerSchool, not from a spreadsheet.',
      'Rounded ids are not the ids any more.',
      HYGIENE,
    ]),
    ...(items ? [list] : []),
  );

/** A list in a cell. */
export const list: Made = all(
  one([61, 'blank-item', 'error'], { is: 'item-blank' }, [
    '{n} {has} a list with nothing between two commas in {column}.',
    'Take the comma too many out; the plugin’s query may join blank values.',
    'Each item of a list must be a value.',
  ]),
  one([61, 'spaced-item', 'warning'], { is: 'item-spaced' }, [
    '{n} {has} a list with a space beside a comma in {column}.',
    'Write lists with commas alone.',
    'Some receivers take the space for a part of the value.',
  ]),
  one([61, 'item-twice', 'warning'], { is: 'item-twice' }, [
    '{n} {has} the same item twice in {column}.',
    FIX_VALUE,
    'One time is enough, and some receivers refuse the row.',
    HYGIENE,
  ]),
);

/** The row's own id. */
const ownId: Made = all(
  required,
  guid(),
  one([49, 'repeated', 'error'], { is: 'repeated', of: ['sourcedId'] }, [
    '{n} {has} a {column} that came before.',
    'Give each record one row.',
    'The id must be the only one of its kind in the file.',
  ]),
  one([79, 'lost-zeros', 'warning'], { is: 'lost-zeros' }, [
    '{n} {has} a {column} that another row has with leading zeros.',
    'Find out which spelling is right; a spreadsheet may have taken the zeros off.',
    'Leading zeros count: without them it is another id.',
    HYGIENE,
  ]),
  one([50, 'alike', 'warning'], { is: 'nearly-repeated' }, [
    '{n} {has} a {column} that another row has in other capitals or with spaces.',
    'Find out whether it is the same record.',
    'Some receivers take them for one id, some for two.',
    RECEIVERS,
  ]),
);

/** A name or title that people read. */
export const text: Made = all(
  one([34, 'outer-space', 'warning'], { is: 'outer-space' }, [
    '{n} {has} a space before or after {column}.',
    'Take the space out in PowerSchool.',
    'The space is a part of the value and makes comparisons fail.',
    HYGIENE,
  ]),
  one([36, 'too-long', 'warning'], { is: 'longer', than: LONGEST }, [
    '{n} {has} a {column} of more than 255 characters.',
    'Shorten it in PowerSchool.',
    'Receivers need not take more than 255 characters and may cut the rest off.',
  ]),
  one([37, 'sheet-error', 'warning'], { is: 'in', values: SHEET_ERRORS }, [
    '{n} {has} a spreadsheet’s error sign (#REF!) for {column}.',
    'Send the file as PowerSchool exports it.',
    'The value is lost.',
    HYGIENE,
  ]),
);

export const vocabulary = (values: string[], severity: Severity = 'error'): Made =>
  all(
    one([59, 'unknown', severity], { is: 'not-in', values, case: 'never' }, [
      '{n} {has} a {column} that OneRoster does not know.',
      `It is one of ${values.join(', ')}.`,
      'Only these values are allowed.',
    ]),
    one([59, 'case', severity], { is: 'not-in', values, case: 'only' }, [
      '{n} {has} a {column} in other capitals.',
      `Write it as one of ${values.join(', ')}.`,
      TO_THE_LETTER,
    ]),
  );

export const boolean: Made = all(
  one([57, 'unknown', 'error'], { is: 'not-in', values: ['true', 'false'], case: 'never' }, [
    '{n} {has} a {column} that is neither true nor false.',
    'Write true or false; not yes, no, 1 or 0.',
    'Only these two values are allowed.',
  ]),
  one([57, 'case', 'error'], { is: 'not-in', values: ['true', 'false'], case: 'only' }, [
    '{n} {has} {column} in capitals (TRUE).',
    'Write true or false in small letters; a spreadsheet turns them into capitals.',
    TO_THE_LETTER,
  ]),
);

export const grades = (items: boolean): Made => {
  const listed = items ? { items } : {};
  return all(
    one([62, 'other-spelling', 'error'], { is: 'means', pairs: GRADE_SPELLINGS, ...listed }, [
      '{n} {has} the grade {from}. The code is {to}.',
      'The plugin’s query should give the code; ask who made the plugin.',
      'PowerSchool’s own numbers are no grade codes.',
    ]),
    one(
      [62, 'unknown', 'error'],
      { is: 'not-in', values: GRADES, case: 'never', except: GRADE_SPELLINGS.map(([from]) => from), ...listed },
      [
        '{n} {has} a grade that is no grade code.',
        'Codes are KG, 01 to 12, PK, TK and a few more (CEDS entry grade level).',
        'Only these values are allowed.',
      ],
    ),
    one(
      [62, 'case', 'error'],
      { is: 'not-in', values: GRADES, case: 'only', except: GRADE_SPELLINGS.map(([from]) => from), ...listed },
      [
        '{n} {has} a grade code in other capitals.',
        'Write KG, PK, UG and the others in capitals, and Other with one.',
        TO_THE_LETTER,
      ],
    ),
    ...(items ? [list] : []),
  );
};

export const date = one([55, 'form', 'error'], { is: 'not', shape: 'date' }, [
  '{n} {has} a {column} that is no day written like 2026-11-25.',
  'Give the date as year, month and day with hyphens; a spreadsheet writes 11/25/2026.',
  'Other forms are not read, or read as another day.',
]);

/** The end of something that begins in another column. */
export const after = (start: string): Made =>
  one([84, 'not-after', 'error'], { is: 'not-after', other: start }, [
    `{n} {has} a {column} that does not come after ${start}.`,
    FIX_VALUE,
    'It would end before it begins.',
    RECEIVERS,
  ]);

/** An id of a row of a file. */
export const refers = (file: string, items = false): Made =>
  one([74, 'unknown', 'error'], { is: 'refers-to', file, column: 'sourcedId', ...(items ? { items } : {}) }, [
    `{n} {has} a {column} that is no id in ${file}.csv.`,
    `Export both files at the same time, and see that ${file}.csv holds all it should.`,
    'Receivers leave out what refers to nothing.',
  ]);

/** In a delta, what is deleted must not be named by what stays. A blank status is told by itself. */
export const notDeleted = (file: string): Made =>
  one(
    [77, 'not-active', 'warning'],
    { is: 'target-not-in', file, column: 'sourcedId', of: 'status', in: ['', 'active'] },
    [
      `{n} {has} a {column} of a row whose status in ${file}.csv is not active.`,
      'Delete the one as well, or keep the other.',
      'After the sync it may refer to nothing.',
      HYGIENE,
    ],
    { mode: 'delta' },
  );

export const targetType = (cause: string, type: string, where: string): Made =>
  one(
    [cause === 'no-school' ? 81 : 82, cause, 'error'],
    { is: 'target-not-in', file: where, column: 'sourcedId', of: 'type', in: [type] },
    [
      `{n} {has} a {column} that is in ${where}.csv, but not of type ${type}.`,
      FIX_VALUE,
      `OneRoster wants a ${type} here.`,
    ],
  );

export const cycle = one([80, 'cycle', 'error'], { is: 'cycle', column: 'sourcedId' }, [
  '{n} {has} a {column} that leads back to the row itself.',
  FIX_VALUE,
  'Nothing can be above itself.',
  HYGIENE,
]);

/** The first three columns of every file. */
export const HEAD: Record<'sourcedId' | 'status' | 'dateLastModified', Made> = {
  sourcedId: ownId,
  status: all(
    one(
      [51, 'status-in-bulk', 'error'],
      { is: 'not-blank', unless: { column: 'status', in: [] } },
      [
        '{n} {has} a status, although the file is sent in bulk.',
        'Leave the label in and the values blank, or declare the file as delta in manifest.csv.',
        'In bulk, status must be blank: who is in the file is active.',
      ],
      { mode: 'bulk' },
    ),
    one(
      [52, 'no-status', 'error'],
      { is: 'blank' },
      ['{n} {has} no status, although the file is a delta.', FIX_VALUE, 'A delta says of each row what becomes of it.'],
      { mode: 'delta' },
    ),
    one([52, 'unknown', 'error'], { is: 'not-in', values: STATUSES, case: 'never', except: ['inactive'] }, [
      '{n} {has} a status that OneRoster does not know.',
      'It is active or tobedeleted.',
      'Only these two values are allowed.',
    ]),
    one([52, 'case', 'error'], { is: 'not-in', values: STATUSES, case: 'only' }, [
      '{n} {has} a status in other capitals.',
      'Write active or tobedeleted.',
      TO_THE_LETTER,
    ]),
    one([53, 'inactive', 'error'], { is: 'in', values: ['inactive'] }, [
      '{n} {has} the status inactive, which is OneRoster 1.0’s.',
      'Write tobedeleted, or leave the row out.',
      'OneRoster 1.1 has only active and tobedeleted.',
    ]),
  ),
  dateLastModified: all(
    one(
      [51, 'date-in-bulk', 'error'],
      { is: 'not-blank', unless: { column: 'dateLastModified', in: [] } },
      [
        '{n} {has} a dateLastModified, although the file is sent in bulk.',
        'Leave the label in and the values blank, or declare the file as delta in manifest.csv.',
        'In bulk, dateLastModified must be blank.',
      ],
      { mode: 'bulk' },
    ),
    one(
      [52, 'no-date', 'error'],
      { is: 'blank' },
      [
        '{n} {has} no dateLastModified, although the file is a delta.',
        FIX_VALUE,
        'A delta says of each row when it was changed.',
      ],
      { mode: 'delta' },
    ),
    one([54, 'form', 'error'], { is: 'not', shape: 'date-time' }, [
      '{n} {has} a dateLastModified that is no time written like 2026-11-25T18:00:00.000Z.',
      'Give the time in UTC, with T before it and Z after it.',
      'Other forms are not read, or read as another time.',
    ]),
  ),
};
