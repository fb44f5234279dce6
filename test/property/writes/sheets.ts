import { DAYS, type DataSet, LIST_NAMES, type ListName, OPTIONS, type OptionMade, WORDS } from './catalog.ts';
import { type Lock, locked } from './columns.ts';
import { HIDDEN, means } from './form.ts';

/** How a control and its words are tied to one another. */
export type Tie = 'none' | 'for' | 'wrap' | 'wrong-for' | 'aria' | 'labelledby';
export type Shape = 'div' | 'tr' | 'dl' | 'row';

export interface LineSpec {
  tie: Tie;
  lock: Lock;
  words: 'english' | 'foreign' | 'colon' | 'spaced';
  /** Of a box: what stands in it at first. Of a list: which option is chosen. */
  start: 'other' | 'right' | 'blank';
  /** Of a list: which spelling of each option, and what is odd about them. */
  spelling: number;
  odd: 'none' | 'doubled' | 'contradicting' | 'disabled' | 'without';
}

export interface SummarySpec {
  kind: 'summary';
  dataSet: DataSet['id'];
  shape: Shape;
  lines: Record<string, LineSpec>;
  isShuffled: boolean;
  /** How the page tells which data set it is about. */
  names: 'heading' | 'text' | 'hidden-list' | 'nothing';
  decoys: ('hidden-copy' | 'same-words' | 'in-dialog' | 'notes' | 'other-lists')[];
}

/** The lines of step 3, in the page's order (screenshot of the export summary). */
export const SUMMARY_LINES = ['fileName', ...LIST_NAMES, 'includeHeaders', 'surroundInQuotes'] as const;
const WANTED_TICKS: Record<string, boolean> = { includeHeaders: true, surroundInQuotes: false };

export const isList = (name: string): name is ListName => name in OPTIONS;
export const isTick = (name: string) => name in WANTED_TICKS;
export const wantedTick = (name: string) => WANTED_TICKS[name] === true;

/** The options of a list in the page's order. */
export function optionsOf(name: ListName, { spelling, odd }: LineSpec): OptionMade[] {
  const { wanted, spellings } = OPTIONS[name];
  const all = Object.values(spellings as Record<string, readonly OptionMade[]>);
  const made = all.map((some, at) => some[(spelling + at) % some.length] as OptionMade);
  const others = made.filter(({ means: one }) => one !== wanted);
  const right = made.find(({ means: one }) => one === wanted) as OptionMade;
  switch (odd) {
    case 'without':
      return others;
    case 'doubled':
      return [...others, right, right];
    case 'contradicting':
      return [...others, { text: wanted, value: 'x', means: null }, { text: 'Z', value: wanted, means: null }];
    default:
      return spelling % 2 === 0 ? [right, ...others] : [...others, right];
  }
}

function listHtml(name: ListName, line: LineSpec, attributes: string): string {
  const options = optionsOf(name, line);
  const isRight = ({ means: one }: OptionMade) => one === OPTIONS[name].wanted;
  const chosen =
    line.start === 'right'
      ? options.findIndex(isRight)
      : options.findIndex((one) => one.means !== null && !isRight(one));
  const html = options.map((one, at) => {
    const value =
      one.value === null
        ? ''
        : ` value="${one.value.replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#9;')}"`;
    const off = line.odd === 'disabled' && isRight(one) ? ' disabled' : '';
    return `<option${value}${off}${at === chosen ? ' selected' : ''}>${one.text}</option>`;
  });
  // A box for another delimiter stands beside the list (screenshot), out of use.
  const beside = name === 'characterSet' ? '' : `<input type="text" disabled ${means(`beside ${name}`)} value="">`;
  return `${locked(line.lock, `<select ${attributes}>`)}${html.join('')}</select>${beside}`;
}

function controlHtml(spec: SummarySpec, dataSet: DataSet, name: string, attributes: string): string {
  const line = spec.lines[name] as LineSpec;
  if (isList(name)) return listHtml(name, line, attributes);
  if (isTick(name)) {
    const isOn = (line.start === 'right') === wantedTick(name);
    return locked(line.lock, `<input type="checkbox" ${attributes}${isOn ? ' checked' : ''}>`);
  }
  const value = line.start === 'right' ? dataSet.fileName : line.start === 'blank' ? '' : 'export-%d.csv';
  return locked(line.lock, `<input type="text" ${attributes} value="${value}">`);
}

export function saying(
  name: string,
  { words }: Pick<LineSpec, 'words'>,
  table: Record<string, readonly [string, string]> = WORDS,
): string {
  const [english, foreign] = table[name] ?? [name, `${name}o`];
  if (words === 'foreign') return foreign;
  return words === 'spaced' ? `\u00a0${english} :` : words === 'colon' ? `${english}:` : english;
}

/** A control with its words, tied as the page ties them. `at` makes ids that nothing else has. */
export function lineHtml(
  words: string,
  tie: Tie,
  shape: Shape,
  at: string,
  next: string,
  control: (attributes: string) => string,
): string {
  const ids = tie === 'for' || tie === 'wrong-for' ? ` id="in-${at}"` : '';
  const aria =
    tie === 'aria'
      ? ` aria-label="${words.replaceAll('"', '&quot;')}"`
      : tie === 'labelledby'
        ? ` aria-labelledby="words-${at}"`
        : '';
  const made = control(`${ids}${aria}`);
  const target = tie === 'for' ? ` for="in-${at}"` : tie === 'wrong-for' ? ` for="in-${next}"` : '';
  const label = tie === 'aria' ? '' : `<label id="words-${at}"${target}>${words}</label>`;
  if (tie === 'wrap')
    return shape === 'tr'
      ? `<tr><td><label>${words} ${made}</label></td></tr>`
      : `<div><label>${words} ${made}</label></div>`;
  if (shape === 'tr') return `<tr><td>${label}</td><td>${made}</td></tr>`;
  if (shape === 'dl') return `<dl><dt>${label}</dt><dd>${made}</dd></dl>`;
  return shape === 'row'
    ? `<div class="row"><div>${label}</div><div>${made}</div></div>`
    : `<div>${label} ${made}</div>`;
}

const around = (shape: Shape, lines: readonly string[]) =>
  shape === 'tr'
    ? `<table><tbody data-lines>${lines.join('')}</tbody></table>`
    : `<fieldset data-lines>${lines.join('')}</fieldset>`;

export function summaryHtml(spec: SummarySpec, form: string, dataSet: DataSet): string {
  const names = spec.isShuffled ? [...SUMMARY_LINES].reverse() : [...SUMMARY_LINES];
  const lines = names.map((name, at) => {
    const line = spec.lines[name] as LineSpec;
    const next = names[(at + 1) % names.length] as string;
    return lineHtml(saying(name, line), line.tie, spec.shape, `${form}-${name}`, `${form}-${next}`, (attributes) =>
      controlHtml(spec, dataSet, name, `${attributes} ${means(`${form} ${name}`)}`),
    );
  });
  const told = `<p>Export From: <span>NQ - ${dataSet.query}</span></p>`;
  const hidden = `<div hidden><label>Export From</label><select ${means(`${form} hidden export from`)}><option selected>NQ - ${dataSet.query}</select></div>`;
  return `${spec.names === 'hidden-list' ? hidden : ''}<h2>Export Summary and Output Options</h2>
${spec.names === 'heading' ? `<h3>NQ - ${dataSet.query}</h3>` : spec.names === 'text' ? told : ''}
<div><label>Records to Export:</label> <input type="text" ${means(`${form} records`)} value="12"></div>${around(spec.shape, lines)}`;
}

/** A second one beside it, with the right words, would be the better one. */
const isPoor = (line: LineSpec | undefined) => line?.words === 'foreign' || line?.lock === 'hidden';

/** What stands after the summary and is none of it. */
export function summaryDecoys(spec: SummarySpec, pick: number): string {
  const twin = (name: string, at: number) =>
    `<div><label>${saying(name, { words: 'colon' })}</label> <input type="text" ${means(`decoy ${at}`)} value="old.csv"></div>`;
  const list = (at: number) => `<select ${means(`decoy ${at}`)}><option>LF<option>CR<option>Comma<option>Tab</select>`;
  const parts: Record<SummarySpec['decoys'][number], string> = {
    'hidden-copy': `<div ${HIDDEN[pick % HIDDEN.length]}>${twin('fileName', 1)}<div><label>Line Delimiter</label>${list(2)}</div></div>`,
    'same-words': isPoor(spec.lines.fileName) ? '' : twin('fileName', 3),
    'in-dialog': `<div class="ui-dialog"><span class="ui-dialog-title">Help</span><div><label>Line Delimiter</label>${list(4)}</div></div>`,
    notes: `<div><label>Notes</label><textarea ${means('decoy 5')}>n</textarea> <input type="radio" name="r" ${means('decoy 6')} checked></div>`,
    'other-lists': `<div><label>Language</label><select ${means('decoy 7')}><option>English<option>CR</select></div>`,
  };
  return spec.decoys.map((decoy) => parts[decoy]).join('');
}

export interface NameSpec {
  kind: 'name';
  dataSet: DataSet['id'];
  shape: Shape;
  title: 'english' | 'foreign';
  button: 'english' | 'foreign';
  name: LineSpec;
  description: LineSpec;
  decoys: ('hidden-dialog' | 'second-box' | 'other-dialog' | 'second-dialog')[];
}

const DIALOG_WORDS: Record<string, readonly [string, string]> = {
  name: ['Name', 'Nombre'],
  description: ['Description', 'Texto'],
};

export function nameDialogHtml(spec: NameSpec, form: string, dataSet: DataSet): string {
  const value = (line: LineSpec, right: string) =>
    line.start === 'right' ? right : line.start === 'blank' ? '' : 'mine';
  const name = lineHtml(
    saying('name', spec.name, DIALOG_WORDS),
    spec.name.tie,
    spec.shape,
    `${form}-name`,
    `${form}-description`,
    (attributes) =>
      locked(
        spec.name.lock,
        `<input type="text" ${attributes} ${means(`${form} templateName`)} value="${value(spec.name, dataSet.template)}">`,
      ),
  );
  const description = lineHtml(
    saying('description', spec.description, DIALOG_WORDS),
    spec.description.tie,
    spec.shape,
    `${form}-description`,
    `${form}-name`,
    (attributes) =>
      `${locked(spec.description.lock, `<textarea ${attributes} ${means(`${form} templateDescription`)}>`)}${value(spec.description, dataSet.description)}</textarea>`,
  );
  const second =
    spec.decoys.includes('second-box') && !isPoor(spec.name)
      ? `<div><label>Name</label> <input type="text" ${means('decoy second name')} value=""></div>`
      : '';
  return `<div class="ui-dialog"><div><span class="ui-dialog-title">${spec.title === 'english' ? 'Save Export Template' : 'Guardar plantilla'}</span></div>
<div class="psDialog">${around(spec.shape, [name, description])}${second}<div class="button-row"><button>${spec.button === 'english' ? 'Save as New' : 'Guardar'}</button><button>Cancel</button></div></div></div>`;
}

export function nameDecoys(spec: NameSpec, pick: number): string {
  const box = (at: string) => `<div><label>Name</label> <input type="text" ${means(`decoy ${at}`)} value=""></div>`;
  const parts: Record<NameSpec['decoys'][number], string> = {
    'hidden-dialog': `<div class="ui-dialog" ${HIDDEN[pick % HIDDEN.length]?.replace('class="hide"', 'hidden')}><span class="ui-dialog-title">Save Export Template</span>${box('hidden')}<button>Save as New</button></div>`,
    'second-box': '',
    'other-dialog': `<div class="ui-dialog"><span class="ui-dialog-title">New Filter</span>${box('other')}<button>Save</button></div>`,
    // The page's own dialog would be the odd one beside it, if its words were foreign.
    'second-dialog':
      spec.title === 'foreign' && spec.button === 'foreign'
        ? ''
        : `<div class="ui-dialog"><span class="ui-dialog-title">Save Export Template</span>${box('second')}<button>Save as New</button></div>`,
  };
  return spec.decoys.map((decoy) => parts[decoy]).join('');
}

export interface ScheduleSpec {
  kind: 'schedule';
  dataSet: DataSet['id'];
  title: 'english' | 'foreign';
  active: boolean;
  days: boolean[];
  dayTie: 'wrap' | 'behind' | 'before' | 'for' | 'table' | 'foreign';
  isSundayFirst: boolean;
  time: 'text' | 'small' | 'input' | 'lists';
  timeNow: 'far' | 'right' | 'blank';
  lock: Lock;
  locks: 'none' | 'active' | 'day' | 'time';
  decoys: ('hidden-dialog' | 'tick-behind' | 'eighth-tick' | 'second-dialog')[];
}

/** When ClassTag's sync starts in every made-up district, and when each file shall go by the guide's rule. */
export const SYNC_AT = '19:00';
const TIMES: Record<DataSet['id'], readonly [hour: number, minute: number]> = {
  users: [18, 10],
  classes: [18, 20],
  enrollments: [18, 30],
};

/** How the time stands in each kind of control, at first or in the end. */
export function timeTexts(spec: Pick<ScheduleSpec, 'time' | 'dataSet'>, isRight: boolean): Record<string, string> {
  const [hour, minute] = isRight ? TIMES[spec.dataSet] : [1, 10];
  const half = hour < 12 ? 'AM' : 'PM';
  const two = (value: number) => String(value).padStart(2, '0');
  if (spec.time === 'input') return { time: `${two(hour)}:${two(minute)}` };
  if (spec.time === 'lists') return { hour: String(hour % 12), minute: two(minute), half };
  return {
    time:
      spec.time === 'small'
        ? `${hour % 12}:${two(minute)}${half.toLowerCase()}`
        : `${two(hour % 12)}:${two(minute)} ${half}`,
  };
}

function timeHtml(spec: ScheduleSpec, form: string): string {
  const isBlank = spec.timeNow === 'blank';
  const now = timeTexts(spec, spec.timeNow === 'right');
  const lock = spec.locks === 'time' ? spec.lock : 'none';
  const mark = (part: string) => means(`${form} ${part}`);
  if (spec.time !== 'lists') {
    const value = isBlank ? '' : now.time;
    return locked(lock, `<input type="${spec.time === 'input' ? 'time' : 'text'}" ${mark('time')} value="${value}">`);
  }
  const list = (part: string, options: string[]) =>
    `${locked(lock, `<select ${mark(part)}>`)}${options.map((text) => `<option${text === now[part] ? ' selected' : ''}>${text}</option>`).join('')}</select>`;
  const numbers = (from: number, to: number, by: number, pad: number) =>
    Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, at) => String(from + at * by).padStart(pad, '0'));
  return `${list('hour', numbers(1, 12, 1, 1))}:${list('minute', numbers(0, 55, 5, 2))} ${list('half', ['AM', 'PM'])}`;
}

function daysHtml(spec: ScheduleSpec, form: string): string {
  const order = spec.isSundayFirst ? [6, 0, 1, 2, 3, 4, 5] : [0, 1, 2, 3, 4, 5, 6];
  const boxes = order.map((day, at) => {
    const lock = spec.locks === 'day' && at === 2 ? spec.lock : 'none';
    const name = spec.dayTie === 'foreign' ? `Xday${day}` : (DAYS[day] ?? '');
    const id = spec.dayTie === 'for' ? ` id="${form}-day${day}"` : '';
    const box = locked(
      lock,
      `<input type="checkbox"${id} ${means(`${form} day${spec.dayTie === 'foreign' ? at + 1 : day + 1}`)}${spec.days[at] ? ' checked' : ''}>`,
    );
    return { name, box, id: `${form}-day${day}` };
  });
  switch (spec.dayTie) {
    case 'behind':
      return boxes.map(({ name, box }) => `${box} ${name}<br>`).join('');
    case 'before':
      return boxes.map(({ name, box }) => `${name} ${box}`).join(' ');
    case 'for':
      return boxes.map(({ name, box, id }) => `${box}<label for="${id}">${name}</label>`).join('');
    case 'table':
      return `<table><tr>${boxes.map(({ name }) => `<th>${name}</th>`).join('')}</tr><tr>${boxes.map(({ box }) => `<td>${box}</td>`).join('')}</tr></table>`;
    default:
      // Days without known names are told by their place: they stay there.
      return `<div${spec.dayTie === 'wrap' ? ' data-lines' : ''}>${boxes.map(({ name, box }) => `<label>${box} ${name}</label>`).join('')}</div>`;
  }
}

/** In the page's order (screenshot of the dialog). */
const SCHEDULE_WORDS = [
  ...['Schedule Active', 'Days to Execute', 'When to Execute', 'Send Output To', 'Path', 'Email Completion Report To'],
] as const;
const FOREIGN_SCHEDULE_WORDS = ['Activo', 'Días', 'Hora', 'Enviar a', 'Ruta', 'Avisar a'] as const;

export function scheduleHtml(spec: ScheduleSpec, form: string, dataSet: DataSet): string {
  const words = spec.title === 'english' ? SCHEDULE_WORDS : FOREIGN_SCHEDULE_WORDS;
  const title = spec.title === 'english' ? `Set Schedule - ${dataSet.template}` : `Programar - ${dataSet.template}`;
  const active = locked(
    spec.locks === 'active' ? spec.lock : 'none',
    `<input type="checkbox" ${means(`${form} active`)}${spec.active ? ' checked' : ''}>`,
  );
  const box = (at: number, value: string) =>
    `<div><label>${words[at]}</label> <input type="text" ${means(`${form} text ${at}`)} value="${value}"></div>`;
  const eighth = spec.decoys.includes('eighth-tick')
    ? `<div><input type="checkbox" ${means('decoy tick')}> Notify</div>`
    : '';
  return `<div class="ui-dialog"><div><span class="ui-dialog-title">${title}</span><button>x</button></div><div class="psDialog"><fieldset data-lines>
<div><label>${words[0]}</label> ${active}</div><div><label>${words[1]}</label><div>${daysHtml(spec, form)}</div></div>
<div><label>${words[2]}</label> ${timeHtml(spec, form)}</div>
<div><label>${words[3]}</label> <select ${means(`${form} send to`)}><option>PowerSchool Folder<option>SFTP 1</select></div>
${box(4, '')}${box(5, 'sam@example.org')}${eighth}</fieldset></div></div>`;
}

export function scheduleDecoys(spec: ScheduleSpec, pick: number): string {
  const ticks = Array.from(
    { length: 7 },
    (_, at) => `<label><input type="checkbox" ${means(`decoy day ${at}`)}> ${DAYS[at]}</label>`,
  ).join('');
  const twin = `<span class="ui-dialog-title">Set Schedule - classtag_users</span><div>${ticks}</div>`;
  const parts: Record<ScheduleSpec['decoys'][number], string> = {
    'hidden-dialog': `<div ${HIDDEN[pick % HIDDEN.length]}>${twin}</div>`,
    'tick-behind': `<table class="grid"><tr><th>Name</th><th>On</th></tr><tr><td><a href="#">classtag_users</a></td><td><input type="checkbox" ${means('decoy behind')}> Schedule Active</td></tr></table>`,
    'eighth-tick': '',
    // Beside foreign words it would be the better one.
    'second-dialog': spec.title === 'foreign' ? '' : `<div class="ui-dialog">${twin}</div>`,
  };
  return spec.decoys.map((decoy) => parts[decoy]).join('');
}
