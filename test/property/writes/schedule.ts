import { DAYS, type DataSet } from './catalog.ts';
import { type Lock, locked } from './columns.ts';
import { HIDDEN, means } from './form.ts';

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
