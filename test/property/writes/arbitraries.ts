import fc from 'fast-check';
import { DATA_SETS, type DataSet, UNKNOWN_FIELDS } from './catalog.ts';
import type { ColumnsSpec, FieldSpec, IdState, LabelState, Lock } from './columns.ts';
import type { LineSpec } from './lines.ts';
import type { NameSpec } from './name.ts';
import type { ScheduleSpec } from './schedule.ts';
import { SUMMARY_LINES, type SummarySpec } from './summary.ts';

export type PageSpec = ColumnsSpec | SummarySpec | NameSpec | ScheduleSpec;

/** What the page does by itself while the extension works. */
export interface Deed {
  /** `planned`: after the page was read and the plan was made; the events are those of the extension's writes. */
  when: 'planned' | 'input' | 'change' | 'blur' | 'microtask' | 'timer';
  /** At which of the extension's writes. */
  nth: number;
  /** In milliseconds, for a timer. */
  after: number;
  what: DeedKind;
  /** 0: the control that is being written; otherwise one of the others. */
  spot: number;
}

export const DEED_KINDS = [
  ...['replace-keep', 'replace-old', 'rebuild-keep', 'rebuild-old', 'reverse', 'trade', 'throw', 'hidden-decoy'],
  ...[
    'put-back',
    'alter',
    'type',
    'relabel',
    'remove',
    'duplicate',
    'decoy',
    'exchange',
    'disable',
    'readonly',
    'hide',
  ],
] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

export interface Case {
  page: PageSpec;
  deeds: Deed[];
  /** Chooses among ways of hiding. */
  pick: number;
}

/** The first value mostly, the others now and then. */
const mostly = <T>(weight: number, usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: others.length, arbitrary: fc.constantFrom(...others) });

const rarely = (weight: number) => mostly(weight, false, true);

const lock = mostly<Lock>(40, 'none', 'readonly', 'disabled', 'aria', 'fieldset', 'hidden');

const decoys = <T extends string>(...kinds: T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 2 }) },
  );

const dataSet = fc.constantFrom(...DATA_SETS);

/** Id states that a whole page has, or only one of its boxes. */
const pageIds = mostly<IdState>(6, 'right', 'none', 'none', 'upper', 'prefixed');
const oddId = mostly<IdState | null>(40, null, 'none', 'doubled', 'wrong', 'upper');

interface Look {
  labelIds: IdState;
  tickIds: IdState;
  tie: FieldSpec['tie'];
}

function field(name: string, right: string, look: Look, action: ColumnsSpec['action']): fc.Arbitrary<FieldSpec> {
  return fc
    .record({
      label: mostly<LabelState>(6, 'default', 'lower', 'blank', 'spaced', 'right', 'typed', 'taken'),
      isTicked: action === 'labels' ? mostly(9, true, false) : mostly(1, true, false),
      lock,
      labelId: oddId,
      tickId: oddId,
      wrongTie: rarely(40),
    })
    .map(({ label, isTicked, lock: held, labelId, tickId, wrongTie }) => ({
      ...{ name, right, label, isTicked, lock: held },
      labelId: labelId ?? look.labelIds,
      tickId: tickId ?? look.tickIds,
      tie: wrongTie ? 'wrong-for' : look.tie,
    }));
}

/** At least one field without which the page would not be the file's. */
function names({ fields, required }: DataSet): fc.Arbitrary<string[]> {
  const others = [...fields.map(([name]) => name), ...UNKNOWN_FIELDS];
  return fc
    .tuple(fc.constantFrom(...required), fc.uniqueArray(fc.constantFrom(...others), { minLength: 1, maxLength: 4 }))
    .chain(([first, more]) => fc.shuffledSubarray([...new Set([first, ...more])], { minLength: 1 }))
    .map((some) => (some.some((name) => required.includes(name)) ? some : [...some, required[0] as string]));
}

const columns: fc.Arbitrary<ColumnsSpec> = fc
  .record({
    set: dataSet,
    action: fc.constantFrom<ColumnsSpec['action']>('labels', 'labels', 'fields'),
    look: fc.record({
      labelIds: pageIds,
      tickIds: pageIds,
      tie: fc.constantFrom<FieldSpec['tie']>('none', 'none', 'for', 'wrap', 'aria'),
    }),
  })
  .chain(({ set, action, look }) =>
    fc.record({
      kind: fc.constant('columns' as const),
      action: fc.constant(action),
      dataSet: fc.constant(set.id),
      fields: names(set).chain((some) =>
        fc.tuple(
          ...some.map((name) => field(name, set.fields.find(([own]) => own === name)?.[1] ?? name, look, action)),
        ),
      ),
      others: fc.oneof(
        { weight: 3, arbitrary: fc.constant<FieldSpec[]>([]) },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom('zip', 'homeroom')
            .chain((name) => field(name, name, look, action))
            .map((one) => [one]),
        },
      ),
      spelling: mostly<ColumnsSpec['spelling']>(8, 'plain', 'upper'),
      prefix: mostly<ColumnsSpec['prefix']>(6, 'none', 'letters', 'digits'),
      containers: mostly<ColumnsSpec['containers']>(8, 'right', 'none', 'none', 'upper', 'doubled'),
      headings: mostly<ColumnsSpec['headings']>(8, 'english', 'odd', 'foreign', 'none'),
      grid: mostly<ColumnsSpec['grid']>(4, 'one', 'per-table', 'apart', 'nested'),
      tree: fc.constantFrom<ColumnsSpec['tree']>('divs', 'list'),
      option: mostly<ColumnsSpec['option']>(4, 'text', 'value', 'summary'),
      decoys: decoys<ColumnsSpec['decoys'][number]>(
        ...([
          'description-table',
          'description-labels',
          'description-same-labels',
          'description-tick',
          'description-ids',
        ] as const),
        ...(['hidden-grid', 'hidden-tree', 'hidden-step', 'grid-after', 'grid-in-dialog', 'box-in-row'] as const),
      ),
      swap: fc.boolean(),
      leaveOut: fc.boolean(),
      tickTyped: rarely(3),
      isShuffled: fc.boolean(),
    }),
  );

const oddLine: fc.Arbitrary<LineSpec> = fc.record({
  tie: mostly<LineSpec['tie']>(12, 'none', 'for', 'for', 'wrap', 'aria', 'labelledby', 'wrong-for'),
  lock,
  words: mostly<LineSpec['words']>(12, 'english', 'colon', 'colon', 'spaced', 'foreign'),
  start: mostly<LineSpec['start']>(4, 'other', 'right', 'blank'),
  spelling: fc.nat(11),
  odd: mostly<LineSpec['odd']>(60, 'none', 'doubled', 'contradicting', 'disabled', 'without'),
});

const wholeLine: fc.Arbitrary<LineSpec> = fc.record({
  tie: fc.constantFrom<LineSpec['tie']>('none', 'for', 'wrap', 'aria', 'labelledby'),
  lock: fc.constant('none'),
  words: fc.constantFrom<LineSpec['words']>('english', 'colon', 'spaced'),
  start: mostly<LineSpec['start']>(4, 'other', 'right', 'blank'),
  spelling: fc.nat(11),
  odd: fc.constant('none'),
});

const lines = (count: number): fc.Arbitrary<LineSpec[]> =>
  fc.boolean().chain((isWhole) => fc.tuple(...Array.from({ length: count }, () => (isWhole ? wholeLine : oddLine))));

const summary: fc.Arbitrary<SummarySpec> = fc.record({
  kind: fc.constant('summary' as const),
  dataSet: dataSet.map(({ id }) => id),
  shape: fc.constantFrom<SummarySpec['shape']>('div', 'tr', 'dl', 'row'),
  lines: lines(SUMMARY_LINES.length).map((made) =>
    Object.fromEntries(SUMMARY_LINES.map((name, at) => [name, made[at] as LineSpec])),
  ),
  isShuffled: fc.boolean(),
  names: fc.constantFrom<SummarySpec['names']>('heading', 'text', 'hidden-list', 'nothing'),
  decoys: decoys<SummarySpec['decoys'][number]>('hidden-copy', 'same-words', 'in-dialog', 'notes', 'other-lists'),
});

const name: fc.Arbitrary<NameSpec> = lines(2).chain(([first, second]) =>
  fc.record({
    kind: fc.constant('name' as const),
    dataSet: dataSet.map(({ id }) => id),
    shape: fc.constantFrom<NameSpec['shape']>('div', 'tr', 'dl', 'row'),
    title: mostly<NameSpec['title']>(4, 'english', 'foreign'),
    button: mostly<NameSpec['button']>(4, 'english', 'foreign'),
    name: fc.constant(first as LineSpec),
    description: fc.constant(second as LineSpec),
    decoys: decoys<NameSpec['decoys'][number]>('hidden-dialog', 'second-box', 'other-dialog', 'second-dialog'),
  }),
);

const schedule: fc.Arbitrary<ScheduleSpec> = fc.record({
  kind: fc.constant('schedule' as const),
  dataSet: dataSet.map(({ id }) => id),
  title: mostly<ScheduleSpec['title']>(4, 'english', 'foreign'),
  active: fc.boolean(),
  days: fc.tuple(...Array.from({ length: 7 }, () => fc.boolean())),
  dayTie: fc.constantFrom<ScheduleSpec['dayTie']>('wrap', 'behind', 'before', 'for', 'table', 'foreign'),
  isSundayFirst: fc.boolean(),
  time: fc.constantFrom<ScheduleSpec['time']>('text', 'small', 'input', 'lists'),
  timeNow: mostly<ScheduleSpec['timeNow']>(3, 'far', 'right', 'blank'),
  lock,
  locks: mostly<ScheduleSpec['locks']>(6, 'none', 'active', 'day', 'time'),
  decoys: decoys<ScheduleSpec['decoys'][number]>('hidden-dialog', 'tick-behind', 'eighth-tick', 'second-dialog'),
});

const deed: fc.Arbitrary<Deed> = fc.record({
  when: fc.constantFrom<Deed['when']>('planned', 'input', 'change', 'blur', 'microtask', 'timer'),
  nth: fc.integer({ min: 1, max: 3 }),
  after: fc.constantFrom(0, 4, 20, 120, 240, 600),
  what: fc.constantFrom(...DEED_KINDS),
  spot: fc.nat(3),
});

export const anyCase: fc.Arbitrary<Case> = fc.record({
  page: fc.oneof(
    { weight: 6, arbitrary: columns },
    { weight: 2, arbitrary: summary },
    { weight: 1, arbitrary: name },
    { weight: 2, arbitrary: schedule },
  ) as fc.Arbitrary<PageSpec>,
  deeds: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Deed[]>([]) },
    { weight: 3, arbitrary: fc.array(deed, { minLength: 1, maxLength: 2 }) },
  ),
  pick: fc.nat(4),
});
