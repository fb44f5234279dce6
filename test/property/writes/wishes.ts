import type { PageSpec } from './arbitraries.ts';
import { dataSetOf, OPTIONS } from './catalog.ts';
import {
  type ColumnsSpec,
  gridRows,
  labelAtFirst,
  labelMeaning,
  type Row,
  rightLabel,
  rowsOf,
  tickMeaning,
} from './columns.ts';
import type { Held } from './form.ts';
import type { LineSpec } from './lines.ts';
import type { NameSpec } from './name.ts';
import { type ScheduleSpec, timeTexts } from './schedule.ts';
import { isList, isTick, optionsOf, SUMMARY_LINES, type SummarySpec, wantedTick } from './summary.ts';

/** One control that the action is for, and what it shall hold in the end. */
export interface Wish {
  meaning: string;
  /** Of a list: `null` where nobody could tell which option is meant. */
  isRight(held: Held): boolean;
  /** It may be done, or be refused. */
  isOptional?: boolean;
}

/** What the action is for, as a person who knows ClassTag's guide would say it. */
export function wishesFor(page: PageSpec): Wish[] {
  switch (page.kind) {
    case 'columns':
      return page.action === 'labels' ? labelWishes(page) : tickWishes(page);
    case 'summary':
      return summaryWishes(page);
    case 'name':
      return nameWishes(page);
    case 'schedule':
      return scheduleWishes(page);
  }
}

const exactly = (wanted: Held) => (held: Held) => held === wanted;

function labelWishes(page: ColumnsSpec): Wish[] {
  const rows = gridRows(page, rowsOf(page));
  const shown = rows.filter(({ spec }) => spec.lock !== 'hidden');
  const free = shown.filter((row) => row.spec.lock === 'none');
  const typed = shown.filter(({ spec }) => spec.label === 'typed' || spec.label === 'taken');
  const labels = (some: readonly Row[]) => new Set(some.map((row) => labelAtFirst(page, row, rows).toLowerCase()));
  const [taken, surelyTaken] = [labels(typed), labels(typed.filter((row) => isWhole(page, row)))];
  return shown.flatMap((row): Wish[] => {
    const label = rightLabel(page, row);
    // What the administrator typed stays unless it is ticked, and no two labels may become equal.
    const isStaying = (one: Row) => typed.includes(one) && !page.tickTyped;
    const rivals = free.filter((other) => other !== row && !isStaying(other) && rightLabel(page, other) === label);
    const isTwice = rivals.some((other) => isWhole(page, other));
    const isTaken = taken.has(label.toLowerCase());
    // A typed label that is ticked may have to wait for another one, or not.
    const isUnsure = isTwice || surelyTaken.has(label.toLowerCase());
    const isDenied = isStaying(row) || (isUnsure && !typed.includes(row));
    const isOptional = isTaken || rivals.length > 0;
    return isDenied ? [] : [{ meaning: labelMeaning('f0', row.key), isRight: exactly(label), isOptional }];
  });
}

/** Nothing about the row contradicts itself, so that its label can be read. */
function isWhole(page: ColumnsSpec, { spec }: Row): boolean {
  const isTold = page.headings === 'english' || page.headings === 'odd' || spec.labelId !== 'none';
  return isTold && spec.labelId !== 'wrong' && spec.labelId !== 'doubled' && !page.decoys.includes('box-in-row');
}

function tickWishes(page: ColumnsSpec): Wish[] {
  const { fields, table } = dataSetOf(page.dataSet);
  return rowsOf(page).flatMap((row): Wish[] => {
    const isKnown = row.table === table && fields.some(([name]) => name === row.spec.name);
    const isOut = page.leaveOut && page.dataSet === 'users' && row.spec.name === 'dcid';
    return isKnown ? [{ meaning: tickMeaning('f0', row.key), isRight: exactly(!isOut) }] : [];
  });
}

function summaryWishes(page: SummarySpec): Wish[] {
  return SUMMARY_LINES.map((name): Wish => {
    const line = page.lines[name] as LineSpec;
    const meaning = `f0 ${name}`;
    if (isTick(name)) return { meaning, isRight: exactly(wantedTick(name)) };
    if (!isList(name)) return { meaning, isRight: exactly(dataSetOf(page.dataSet).fileName) };
    const options = optionsOf(name, line);
    const right = options.flatMap((option, at) =>
      option.means === OPTIONS[name].wanted ? [`${at} ${option.text.trim()}`] : [],
    );
    return { meaning, isRight: (held) => right.includes(String(held).trim()) };
  });
}

function nameWishes(page: NameSpec): Wish[] {
  const { template, description } = dataSetOf(page.dataSet);
  return [
    { meaning: 'f0 templateName', isRight: exactly(template) },
    // A description that was typed stays.
    ...(page.description.start === 'blank'
      ? [{ meaning: 'f0 templateDescription', isRight: exactly(description) }]
      : []),
  ];
}

function scheduleWishes(page: ScheduleSpec): Wish[] {
  const ticks = ['active', ...page.days.map((_, at) => `day${at + 1}`)].map((name) => ({
    meaning: `f0 ${name}`,
    isRight: exactly(true),
  }));
  const times = Object.entries(timeTexts(page, true)).map(([part, text]): Wish => {
    const isRight = (held: Held) => sameTime(String(held), text);
    return { meaning: `f0 ${part}`, isRight };
  });
  return [...ticks, ...times];
}

/** `06:10 pm` is `6:10PM`, and in a list `2 10` is `10`. */
function sameTime(held: string, wanted: string): boolean {
  const bare = (time: string) => time.replace(/\s/g, '').replace(/^0/, '').toUpperCase();
  const inList = /^\d+ (.*)$/.exec(held)?.[1];
  if (inList !== undefined && !/[:]/.test(held)) return bare(inList) === bare(wanted);
  const [, hours = '', minutes = '', half = ''] = /^(\d+):(\d+)(?::\d+)?\s*([AP]M)?$/i.exec(held) ?? [];
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  const [, wantedHours = '', wantedMinutes = '', wantedHalf = ''] = /^(\d+):(\d+)\s*([AP]M)?$/i.exec(wanted) ?? [];
  const wantedHour =
    wantedHalf === '' ? Number(wantedHours) : (Number(wantedHours) % 12) + (/p/i.test(wantedHalf) ? 12 : 0);
  return hours !== '' && hour === wantedHour && minutes === wantedMinutes;
}
