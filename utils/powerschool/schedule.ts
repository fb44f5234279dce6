import { isCheckbox, isEditable, isTag, isTextBox } from './dom.ts';
import type { Finder, WritableControl } from './find.ts';
import { agree, all, isTrouble, labelsOf } from './locate/controls.ts';
import { chosenText } from './options.ts';
import { oneReading, remember } from './reading.ts';
import { readTemplateList } from './templates.ts';
import { plain, wording } from './text.ts';
import type {
  Day,
  DayReading,
  Reading,
  ScheduleControl,
  SchedulePage,
  TimePart,
  TimeReading,
  Trouble,
} from './types.ts';
import { isShown } from './visible.ts';

/** The dialog's words (screenshot DEM_Schedule.png), as `wording()` gives them; the others are guesses. */
const WORDS = {
  active: ['schedule active', 'active'],
  time: ['when to execute', 'time to execute'],
  sendTo: ['send output to', 'send to'],
  path: ['path'],
  email: ['email completion report to', 'e-mail completion report to'],
} as const;

/** `Set Schedule - BS 03-Semesters (copy)`: a name may hold dashes of its own. */
const TITLE = /^set schedule\s*[-\u2010-\u2015:]\s*(.*)$/i;
const TITLES = '.ui-dialog-title, h1, h2, h3, h4, legend, caption, [role="heading"]';

/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWING = 4;

const DAYS: readonly Day[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** A Monday, from which the browser makes the days' names in any language. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const ONE_DAY = 86_400_000;
/** PowerSchool's languages, besides the one that the page says it is in. */
const LANGUAGES = ['en', 'es', 'fr', 'ar', 'pt', 'zh', 'vi', 'ht'];

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** The dialog's controls, as found at one moment. */
interface Located {
  template: string;
  active: HTMLInputElement | Trouble;
  days: { box: HTMLInputElement; day: Day | null; name: string }[] | Trouble;
  time: { control: TimePart; box: HTMLInputElement | HTMLSelectElement }[] | Trouble;
  sendTo: HTMLSelectElement | Trouble;
  path: TextInput | Trouble;
  email: TextInput | Trouble;
}

/**
 * Reads the dialog "Set Schedule" as it stands; null where none is open. Never reads a password box, and of the
 * connections no more than the names that the list "Send Output To" shows.
 */
export function readSchedule(document: Document): SchedulePage | null {
  const found = locate(document);
  if (!found) return null;
  const { template, active, days, time, sendTo, path, email } = found;
  return {
    template,
    active: isTrouble(active) ? active : { value: active.checked, editable: isEditable(active) },
    days: isTrouble(days)
      ? days
      : days.map(({ box, day, name }, index): DayReading => {
          return { control: dayAt(day, index), day, name, value: box.checked, editable: isEditable(box) };
        }),
    time: isTrouble(time) ? time : readTime(time),
    sendTo: isTrouble(sendTo)
      ? sendTo
      : {
          value: chosenText(sendTo),
          editable: isEditable(sendTo),
          option: sendTo.value,
          options: [...sendTo.options].map(({ text }) => plain(text)).filter((text) => text !== ''),
        },
    path: textReading(path),
    email: textReading(email),
  };
}

function textReading(box: TextInput | Trouble): Reading<string> | Trouble {
  return isTrouble(box) ? box : { value: box.value, editable: isEditable(box) };
}

/** By its name, so that it stays the same when the page puts the days into another order; else by its place. */
const dayAt = (day: Day | null, index: number) => `day${(day ? DAYS.indexOf(day) : index) + 1}` as ScheduleControl;

/**
 * Finds the targets of kind `schedule`, and no others, in the dialog as it is now. Where another template's dialog is
 * open by now, its controls are `missing`.
 */
export function createScheduleFinder(document: Document): Finder {
  return {
    find(target): WritableControl | Trouble {
      // Anew each time: the page may build the dialog again after any write.
      const found = locate(document);
      if (target.kind !== 'schedule' || found?.template !== target.template) return 'missing';
      if (target.control === 'active') return found.active;
      const { days, time } = found;
      if (target.control.startsWith('day')) {
        return isTrouble(days)
          ? days
          : (days.find(({ day }, at) => dayAt(day, at) === target.control)?.box ?? 'missing');
      }
      return isTrouble(time) ? time : (time.find(({ control }) => control === target.control)?.box ?? 'missing');
    },
  };
}

function locate(document: Document): Located | null {
  return oneReading(() => remember('schedule', () => locateOnce(document)));
}

function locateOnce(document: Document): Located | null {
  const [titled = null, ...more] = byTitle(document);
  if (more.length > 0) return null;
  const controlled = titled && isScheduleForm(titled.box) ? null : byControls(document);
  const dialog = titled ?? controlled;
  // A title and a form that do not stand in one another are two dialogs.
  const isTorn = titled && controlled && !titled.box.contains(controlled.box) && !controlled.box.contains(titled.box);
  if (!dialog || isTorn) return null;
  const { box, title } = dialog;
  const ticks = all(box, 'input').filter(isCheckbox).filter(isShown);
  const days = locateDays(document, ticks);
  const dayBoxes = isTrouble(days) ? [] : days.map((day) => day.box);
  const time = locateTime(box);
  const timeBoxes = isTrouble(time) ? [] : time.map((part) => part.box);
  const selects = all<HTMLSelectElement>(box, 'select').filter(
    (select) => !select.multiple && isShown(select) && !timeBoxes.includes(select),
  );
  const texts = textBoxes(box).filter((text) => !timeBoxes.includes(text as HTMLInputElement));
  const others = ticks.filter((tick) => !dayBoxes.includes(tick));
  return {
    template: templateIn(title, document),
    // Without known words: the one tick box before the days (screenshot).
    active: byWords(others, WORDS.active, others.length === 1 ? others.filter((tick) => isBefore(tick, dayBoxes)) : []),
    days,
    time,
    sendTo: byWords(selects, WORDS.sendTo, selects.length === 1 ? selects : []),
    // In a language that is not understood: the two boxes in the screenshot's order. They are shown, never written.
    path: byWords(texts, WORDS.path, isPair(texts) ? texts.slice(0, 1) : []),
    email: byWords(texts, WORDS.email, isPair(texts) ? texts.slice(1) : []),
  };
}

const isBefore = (tick: Element, days: readonly Element[]) =>
  days[0] !== undefined && (tick.compareDocumentPosition(days[0]) & FOLLOWING) !== 0;

const isPair = (texts: TextInput[]) => texts.length === 2;

/** The controls with these words; `unnamed` are taken where the page names none so. */
function byWords<C extends HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
  controls: readonly C[],
  words: readonly string[],
  unnamed: readonly C[],
): C | Trouble {
  const named = controls.filter((control) => labelsOf(control).some((label) => words.includes(label)));
  return agree(named.length > 0 ? named : unnamed, []);
}

interface Dialog {
  box: Element;
  title: string;
}

/** The smallest boxes that hold the title and a control: one for each dialog that is open. */
function byTitle(document: Document): Dialog[] {
  const found = all(document, TITLES).flatMap((heading): Dialog[] => {
    const title = plain(heading.textContent);
    const box = TITLE.test(title) && isShown(heading) ? climb(heading, hasControl) : null;
    return box ? [{ box, title }] : [];
  });
  return found.filter(({ box }, at) => found.findIndex((other) => other.box === box) === at);
}

/**
 * The same without words: the smallest box that holds seven tick boxes, or eight, with a time, a list and two text
 * boxes besides. Its title is the last one before its first control.
 */
function byControls(document: Document): Dialog | null {
  const boxes = new Set<Element>();
  for (const tick of all(document, 'input').filter(isCheckbox).filter(isShown)) {
    const isEnough = (box: Element) => shownTicks(box) > DAYS.length + 1 || isScheduleForm(box);
    const box = [...boxes].some((one) => one.contains(tick)) ? null : climb(tick, isEnough);
    if (box && isScheduleForm(box)) boxes.add(box);
  }
  const [box] = boxes;
  if (!box || boxes.size > 1) return null;
  const withTitle = box.querySelector(TITLES)
    ? box
    : (climb(box, (outer) => outer.querySelector(TITLES) !== null) ?? box);
  const first = box.querySelector('input, select');
  const titles = all(withTitle, TITLES).filter(
    (title) => isShown(title) && first && title.compareDocumentPosition(first) & FOLLOWING,
  );
  return { box, title: plain(titles.at(-1)?.textContent) };
}

function shownTicks(box: Element): number {
  return all(box, 'input').filter(isCheckbox).filter(isShown).length;
}

function isScheduleForm(box: Element): boolean {
  const ticks = shownTicks(box);
  if (ticks < DAYS.length || ticks > DAYS.length + 1 || isTrouble(locateTime(box))) return false;
  const isOther = (select: Element) => isShown(select) && timePartOf(select as HTMLSelectElement) === null;
  return all(box, 'select').some(isOther) && textBoxes(box).length >= 2;
}

function climb(from: Element, isIt: (box: Element) => boolean): Element | null {
  for (let box = from.parentElement; box && box !== box.ownerDocument.body; box = box.parentElement) {
    if (isIt(box)) return box;
  }
  return null;
}

function hasControl(box: Element): boolean {
  return all(box, 'input:not([type="hidden" i]), select').some(isShown);
}

/** The template's name in the title; where the title's words are not known, by the names in the list behind it. */
function templateIn(title: string, document: Document): string {
  const own = TITLE.exec(title)?.[1];
  if (own !== undefined) return own;
  const listed = readTemplateList(document).rows.map(({ name }) => name);
  const [longest] = listed.filter((name) => endsWith(title, name)).sort((a, b) => b.length - a.length);
  return longest ?? /\s[-\u2010-\u2015]\s(.+)$/.exec(title)?.[1] ?? '';
}

/** Ends with the name as a word of its own, but for closing signs. */
function endsWith(title: string, name: string): boolean {
  const at = title.lastIndexOf(name);
  return (
    at >= 0 &&
    /(?:^|[^\p{L}\p{N}_])$/u.test(title.slice(0, at)) &&
    /^[\p{P}\p{S}\s]*$/u.test(title.slice(at + name.length))
  );
}

function textBoxes(box: Element): TextInput[] {
  const isText = (element: Element): element is TextInput =>
    isTag(element, 'textarea') || isTextBox(element) || (isTag(element, 'input') && element.type === 'email');
  return all(box, 'input, textarea').filter(isText).filter(isShown);
}

/**
 * The seven tick boxes of the days. Their words stand in a label, behind them, before them, or in the heading of their
 * column; whichever way gives seven different days of one language is right. In a language that is not known the seven
 * boxes that stand together count, without names.
 */
function locateDays(document: Document, ticks: HTMLInputElement[]): Located['days'] {
  const readers: ((box: HTMLInputElement) => string[])[] = [
    (box) => labelsOf(box),
    (box) => labelsOf(box, 'after'),
    (box) => [columnHeading(box)],
  ];
  let most = 0;
  for (const read of readers) {
    const words = ticks.map(read);
    for (const week of weeks(document)) {
      const days = ticks.flatMap((box, at) => {
        const named = week.find(({ spellings }) => words[at]?.some((text) => isDay(text, spellings)));
        return named ? [{ box, day: named.day, name: named.name }] : [];
      });
      const different = new Set(days.map(({ day }) => day)).size;
      if (different === DAYS.length) return days.length === DAYS.length ? days : 'ambiguous';
      most = Math.max(most, different);
    }
  }
  // A language that is understood, and a day that is not there: another box must not pass for it.
  if (most > DAYS.length / 2) return 'missing';
  const rest = ticks.filter((box) => !labelsOf(box).some((label) => WORDS.active.some((word) => word === label)));
  // One more may be the schedule's own, where the page's words did not tell it: the seven stand together without it.
  const seven = together(rest);
  if (seven.length !== DAYS.length) return 'missing';
  return seven.map((box) => ({ box, day: null, name: nameOf(box) }));
}

/** All but the one that stands apart; all of them where none does, or where it is not sure which. */
function together(boxes: HTMLInputElement[]): HTMLInputElement[] {
  const apart = boxes.filter((box) => {
    const others = boxes.filter((other) => other !== box);
    const shared = others[0] ? climb(others[0], (around) => others.every((other) => around.contains(other))) : null;
    return shared?.contains(box) === false;
  });
  return apart.length === 1 ? boxes.filter((box) => box !== apart[0]) : boxes;
}

/** What stands in its own label; words merely beside it might belong to the day before. */
function nameOf(box: HTMLInputElement): string {
  const [label, ...more] = box.labels ?? [];
  return label && more.length === 0 ? plain(label.textContent) : '';
}

/** The day alone, or behind other words: the row's own label may stand before the first day's. */
function isDay(text: string, spellings: readonly string[]): boolean {
  return spellings.some((spelling) => undotted(text) === spelling || undotted(text).endsWith(` ${spelling}`));
}

/** `Mon.` is `Mon`. */
const undotted = (word: string) => word.replace(/\.$/, '');

interface NamedDay {
  day: Day;
  name: string;
  /** Written out and shortened, as `wording()`. */
  spellings: string[];
}

/** The seven days in each language that the page may be in, its own first. */
function weeks({ documentElement }: Document): NamedDay[][] {
  const { lang } = documentElement;
  const known = weeksByLanguage.get(lang);
  if (known) return known;
  const languages = [lang, ...LANGUAGES].filter((language) => language !== '');
  const made = languages.map(weekIn).filter((week) => week !== null);
  weeksByLanguage.set(lang, made);
  return made;
}

const weeksByLanguage = new Map<string, NamedDay[][]>();

/** Null for a language of which the browser knows nothing. */
function weekIn(language: string): NamedDay[] | null {
  try {
    const [long, short] = (['long', 'short'] as const).map(
      (weekday) => new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }),
    );
    return DAYS.map((day, at): NamedDay => {
      const names = [long, short].map((format) => format?.format(A_MONDAY + at * ONE_DAY) ?? '');
      return { day, name: names[0] ?? '', spellings: names.map((name) => undotted(wording(name))) };
    });
  } catch {
    return null;
  }
}

/** The words of the cell in the first row of the table, above the box's own. */
function columnHeading(box: HTMLInputElement): string {
  const cell = box.closest('td, th');
  const table = cell?.closest('table');
  if (!isTag(cell, 'td') && !isTag(cell, 'th')) return '';
  const heading = table?.rows[0]?.cells[cell.cellIndex];
  return heading === cell ? '' : wording(heading?.textContent);
}

/** The time's box, or its lists. A box is told by its words and by a time in it. */
function locateTime(box: Element): Located['time'] {
  const boxes = all(box, 'input')
    .filter((input): input is HTMLInputElement => isTextBox(input) || isTimeInput(input))
    .filter(isShown);
  const found = agree(
    boxes.filter((input) => labelsOf(input).some((label) => WORDS.time.some((word) => word === label))),
    boxes.filter((input) => isTimeInput(input) || parseTime(input.value) !== null),
  );
  if (found !== 'missing') return isTrouble(found) ? found : [{ control: 'time', box: found }];
  const parts = all<HTMLSelectElement>(box, 'select')
    .filter(isShown)
    .flatMap((select) => {
      const control = timePartOf(select);
      return control ? [{ control, box: select }] : [];
    });
  const kinds = new Set(parts.map(({ control }) => control));
  if (!kinds.has('hour') || !kinds.has('minute')) return 'missing';
  return kinds.size === parts.length ? parts : 'ambiguous';
}

function isTimeInput(element: Element): boolean {
  return isTag(element, 'input') && element.type === 'time';
}

const HALVES = /^([ap])\s*\.?\s*m\s*\.?$/;

/** Which part of a time a list's options are: hours up to 12 or 23, minutes up to 45 or more, AM and PM. */
function timePartOf(select: HTMLSelectElement): TimePart | null {
  const texts = [...select.options].map(({ text }) => wording(text)).filter((text) => /\d|\p{L}/u.test(text));
  if (texts.length === 2 && texts.every((text) => HALVES.test(text))) return 'half';
  if (texts.length < 2 || !texts.every((text) => /^:?\d{1,2}$/.test(text))) return null;
  const numbers = texts.map((text) => Number(text.replace(':', '')));
  const highest = Math.max(...numbers);
  if (numbers.length >= 12 && (highest === 12 || highest === 23)) return 'hour';
  return numbers[0] === 0 && highest >= 30 && highest < 60 ? 'minute' : null;
}

function readTime(parts: { control: TimePart; box: HTMLInputElement | HTMLSelectElement }[]): TimeReading {
  const texts = parts.map(({ control, box }) =>
    'options' in box
      ? { control, text: chosenText(box), options: [...box.options].map(({ text }) => plain(text)) }
      : { control, text: box.value, options: null },
  );
  const text = (control: TimePart) => texts.find((part) => part.control === control)?.text ?? '';
  const joined = texts.some(({ control }) => control === 'time')
    ? text('time')
    : `${text('hour')}:${text('minute').replace(':', '').padStart(2, '0')} ${text('half')}`;
  const value = parseTime(joined);
  const isWhole = parts.some(({ box }) => isTimeInput(box));
  return {
    value,
    hours24: isWhole || (value !== null && !/\p{L}\W*$/u.test(joined)),
    editable: parts.every(({ box }) => isEditable(box)),
    parts: texts,
  };
}

/** `01:10 AM`, `1:10 a. m.` or `13:10` as `HH:MM` of 24 hours; null for anything else. */
function parseTime(text: string): string | null {
  const found = /^(\d{1,2})\s*[:.h]\s*(\d{2})(?::\d{2})?\s*(?:([ap])\s*\.?\s*m?\s*\.?)?$/i.exec(plain(text));
  if (!found) return null;
  const [, hours = '', minutes = '', half = ''] = found;
  const hour = Number(hours);
  if (Number(minutes) > 59 || hour > 23 || (half !== '' && (hour < 1 || hour > 12))) return null;
  const whole = half === '' ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(whole).padStart(2, '0')}:${minutes}`;
}
