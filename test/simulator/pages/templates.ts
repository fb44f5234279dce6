import { addressOf } from '../address.ts';
import { html, type Markup } from '../markup.ts';
import type { Schedule, Session } from '../sessions.ts';
import type { SavedTemplate } from '../types.ts';
import type { Variants } from '../variants.ts';
import { inLanguage, type Words } from '../words.ts';
import { type FormRow, formRows } from './form.ts';
import { shell } from './shell.ts';
import { managerTabs } from './tabs.ts';

/** My Templates and Scheduled System Templates: two lists, of which the address's hash chooses one. */
export function templatesPage(session: Session): Markup {
  const { words, variants, templates, schedules } = session;
  const scheduled = templates.filter(({ id }) => schedules.has(id));
  return shell(session, {
    title: words.title,
    breadcrumbs: [
      [words.startPage, '/admin/home.html'],
      [words.pageAndData, '/admin/datamgmt/home.html'],
      [words.title, ''],
    ],
    content: html`<h1>${words.title}</h1>
${managerTabs(session, 'templates')}
<div id="feedback-message" class="hide" role="alert"></div>
<div id="export-template-content" class="tab-content box-round"><h2>${words.tabTemplates}</h2>
${templateTable(session, templates, [
  ['schedule', words.scheduleTemplate],
  ['copy', words.copy],
  ['delete', words.deleteTemplate],
])}</div>
${
  variants.scheduledTab === 'absent'
    ? ''
    : html`<div id="export-schedule-content" class="tab-content box-round hide"><h2>${words.tabScheduled}</h2>
${templateTable(
  session,
  scheduled,
  [
    ['schedule', words.edit],
    ['run', words.runNow],
    ['unschedule', words.deleteTemplate],
  ],
  variants.scheduledColumn === 'schedule',
)}</div>`
}`,
    scripts: ['templates'],
  });
}

/** The form in the dialog "Set Schedule - <name>" (DEM_Schedule.png). */
export function scheduleForm({ words, variants }: Session, schedule: Schedule): Markup {
  const text = (name: 'path' | 'email', label: string): FormRow => ({
    label,
    id: `schedule_${name}`,
    control: (attributes) => html`<input type="text" name="${name}" value="${schedule[name]}"${attributes}>`,
  });
  const rows: FormRow[] = [
    {
      label: words.scheduleActive,
      id: 'schedule_active',
      control: (attributes) =>
        html`<input type="checkbox" name="active"${schedule.active ? html` checked` : ''}${attributes}>`,
    },
    { label: words.days, id: 'schedule_days', control: () => dayBoxes(words, variants, schedule), group: true },
    {
      label: words.when,
      id: 'schedule_time',
      control: (attributes) => timeControl(variants, schedule.time, attributes),
      group: variants.scheduleTime === 'selects',
    },
    {
      label: words.sendTo,
      id: 'schedule_to',
      control: (attributes) =>
        html`<select name="sendTo"${attributes}>${SEND_TO.map(
          (value) =>
            html`<option value="${value}"${value === schedule.sendTo ? html` selected` : ''}>${value === 'folder' ? words.folder : 'Example SFTP'}</option>`,
        )}</select>`,
    },
    text('path', words.path),
    text('email', words.email),
  ];
  const striped = rows.map((row, index) => ({ ...row, alt: index % 2 === 0 }));
  return html`<form class="schedule">${formRows(variants, striped)}</form>`;
}

const SEND_TO = ['folder', 'sftp1'];

/** The days from Monday, each with its number, as the week of the dialog has them. */
function weekOf(words: Words, variants: Variants): [string, string][] {
  const days = words.weekdays.split(',').map((day, index): [string, string] => [day, String(index)]);
  return variants.scheduleWeek === 'monday' ? days : [...days.slice(-1), ...days.slice(0, -1)];
}

function dayBoxes(words: Words, variants: Variants, schedule: Schedule): Markup {
  const days = weekOf(words, variants);
  const box = (value: string) =>
    html`<input type="checkbox" name="day" value="${value}"${schedule.days.includes(value) ? html` checked` : ''}>`;
  if (variants.scheduleDays === 'columns') {
    return html`<table class="days"><thead><tr>${days.map(([day]) => html`<th>${day}</th>`)}</tr></thead>
<tbody><tr>${days.map(([, value]) => html`<td>${box(value)}</td>`)}</tr></tbody></table>`;
  }
  return html`<span class="days">${days.map(([day, value]) => html`<label>${box(value)} ${day}</label>`)}</span>`;
}

/** The lists offer every fifth minute. */
const MINUTE_STEP = 5;

function timeControl({ scheduleTime, language }: Variants, time: string, attributes: Markup): Markup {
  if (scheduleTime === 'text') {
    return html`<span class="time"><input type="text" name="time" value="${time}"${attributes}></span>`;
  }
  const { hour, minute } = readTime(time);
  const two = (value: number) => String(value).padStart(2, '0');
  if (scheduleTime === 'time-input') {
    return html`<input type="time" name="time" value="${two(hour)}:${two(minute)}"${attributes}>`;
  }
  const list = (name: string, values: string[], chosen: string) =>
    html`<select name="${name}">${values.map((value) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${inLanguage(language, value)}</option>`)}</select>`;
  const hours = Array.from({ length: 12 }, (_, index) => two(index + 1));
  const minutes = Array.from({ length: 60 / MINUTE_STEP }, (_, index) => two(index * MINUTE_STEP));
  return html`<span class="time">${list('hour', hours, two(hour % 12 || 12))} : ${list('minute', minutes, two(minute - (minute % MINUTE_STEP)))} ${list('half', ['AM', 'PM'], hour < 12 ? 'AM' : 'PM')}</span>`;
}

/** `01:10 AM` or `13:10`, as the dialog's variants post it. */
function readTime(time: string): { hour: number; minute: number } {
  const [, hours = '0', minutes = '0', half = ''] = /^(\d+):(\d+) ?([AP]?)/i.exec(time) ?? [];
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return { hour, minute: Number(minutes) };
}

/** A schedule as the dialog first offers it. */
export function newSchedule(): Schedule {
  return {
    active: true,
    days: ['0', '1', '2', '3', '4', '5', '6'],
    time: '01:10 AM',
    sendTo: 'folder',
    path: '',
    email: '',
  };
}

/** The page through which the file comes in the variant `fileDelivery=report-queue`. */
export function reportQueuePage(session: Session): Markup {
  const { words } = session;
  const rows = session.exports.map(
    ({ fileName }, index) =>
      html`<tr><td>${words.dataExportJob}</td><td><a href="/admin/reportqueue/file.action?export=${index}">${fileName}</a></td></tr>
`,
  );
  return shell(session, {
    title: words.reportQueue,
    breadcrumbs: [
      [words.startPage, '/admin/home.html'],
      [words.reportQueue, ''],
    ],
    content: html`<h1>${words.reportQueue}</h1>
<table class="grid"><thead><tr><th>${words.jobName}</th><th>${words.status}</th></tr></thead><tbody>${rows}</tbody></table>`,
  });
}

type Action = 'schedule' | 'copy' | 'delete' | 'run' | 'unschedule';

function templateTable(
  session: Session,
  templates: SavedTemplate[],
  actions: [Action, string][],
  withSchedule = false,
): Markup {
  const { words, variants } = session;
  if (templates.length === 0) return html`<p>${words.noTemplates}</p>`;
  const dataSet = variants.templateColumn === 'data-set';
  const link = ({ id }: SavedTemplate) => addressOf(session, `/admin/datamgmt/exportmanager.action?templateId=${id}`);
  const rows = templates.map(
    (template) => html`<tr data-template="${template.id}"><td><a href="${link(template)}">${template.name}</a></td>
${dataSet ? html`<td>${dataSetText(session, template)}</td>` : ''}<td>${template.description}</td>
${withSchedule ? html`<td>${scheduleText(session, template)}</td>` : ''}<td>${actions.map(([action, title]) => html`<button type="button" class="icon ${action}" title="${title}" aria-label="${title}"></button>`)}</td></tr>
`,
  );
  return html`<table class="grid"><thead><tr><th>${words.name}</th>${dataSet ? html`<th>${words.dataSet}</th>` : ''}<th>${words.descriptionField}</th>${withSchedule ? html`<th>${words.schedule}</th>` : ''}<th>${words.actions}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function dataSetText(session: Session, { dataSetId }: SavedTemplate): string {
  return session.offers.find(({ dataSet }) => dataSet.id === dataSetId)?.text ?? dataSetId;
}

/** `Monday, Friday 06:20 PM`. */
function scheduleText({ schedules, words, variants }: Session, { id }: SavedTemplate): string {
  const schedule = schedules.get(id);
  if (!schedule?.active) return words.inactive;
  const days = weekOf(words, variants).flatMap(([day, value]) => (schedule.days.includes(value) ? [day] : []));
  return `${days.join(', ')} ${schedule.time}`;
}
