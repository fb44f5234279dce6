import { addressOf } from '../address.ts';
import { html, type Markup } from '../markup.ts';
import type { Schedule, Session } from '../sessions.ts';
import type { SavedTemplate } from '../types.ts';
import { shell } from './shell.ts';
import { managerTabs } from './tabs.ts';

/** My Templates and Scheduled System Templates: two lists, of which the address's hash chooses one. */
export function templatesPage(session: Session): Markup {
  const { words, variants, templates, schedules } = session;
  const scheduled = templates.filter(({ id }) => schedules.has(id));
  return shell(session, {
    title: words.title,
    breadcrumbs: [
      ['Start Page', '/admin/home.html'],
      ['Page and Data Management', '/admin/datamgmt/home.html'],
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
${templateTable(session, scheduled, [
  ['schedule', words.edit],
  ['run', words.runNow],
  ['unschedule', words.deleteTemplate],
])}</div>`
}`,
    scripts: ['templates'],
  });
}

/** The form in the dialog "Set Schedule - <name>" (DEM_Schedule.png). */
export function scheduleForm({ words }: Session, schedule: Schedule): Markup {
  const days = words.weekdays
    .split(',')
    .map(
      (day, index) =>
        html`<label><input type="checkbox" name="day" value="${index}"${schedule.days.includes(String(index)) ? html` checked` : ''}> ${day}</label>`,
    );
  const text = (name: 'path' | 'email') => html`<input type="text" name="${name}" value="${schedule[name]}">`;
  const rows: [string, Markup][] = [
    [words.scheduleActive, html`<input type="checkbox" name="active"${schedule.active ? html` checked` : ''}>`],
    [words.days, html`<span class="days">${days}</span>`],
    [words.when, html`<span class="time"><input type="text" name="time" value="${schedule.time}"></span>`],
    [
      words.sendTo,
      html`<select name="sendTo"><option value="folder">${words.folder}</option><option value="sftp1">Example SFTP</option></select>`,
    ],
    [words.path, text('path')],
    [words.email, text('email')],
  ];
  return html`<form class="schedule"><fieldset class="form">${rows.map(
    (
      [label, control],
      index,
    ) => html`<div class="${index % 2 === 0 ? 'alt' : ''}"><label>${label}</label> <span class="control">${control}</span></div>
`,
  )}</fieldset></form>`;
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
  const rows = session.exports.map(
    ({ fileName }, index) =>
      html`<tr><td>Data Export</td><td><a href="/admin/reportqueue/file.action?export=${index}">${fileName}</a></td></tr>
`,
  );
  return shell(session, {
    title: 'Report Queue',
    breadcrumbs: [
      ['Start Page', '/admin/home.html'],
      ['Report Queue', ''],
    ],
    content: html`<h1>Report Queue</h1>
<table class="grid"><thead><tr><th>Job Name</th><th>Status</th></tr></thead><tbody>${rows}</tbody></table>`,
  });
}

type Action = 'schedule' | 'copy' | 'delete' | 'run' | 'unschedule';

function templateTable(session: Session, templates: SavedTemplate[], actions: [Action, string][]): Markup {
  const { words, variants } = session;
  if (templates.length === 0) return html`<p>${words.noTemplates}</p>`;
  const dataSet = variants.templateColumn === 'data-set';
  const link = ({ id }: SavedTemplate) => addressOf(session, `/admin/datamgmt/exportmanager.action?templateId=${id}`);
  const rows = templates.map(
    (template) => html`<tr data-template="${template.id}"><td><a href="${link(template)}">${template.name}</a></td>
${dataSet ? html`<td>${dataSetText(session, template)}</td>` : ''}<td>${template.description}</td>
<td>${actions.map(([action, title]) => html`<button type="button" class="icon ${action}" title="${title}" aria-label="${title}"></button>`)}</td></tr>
`,
  );
  return html`<table class="grid"><thead><tr><th>${words.name}</th>${dataSet ? html`<th>${words.dataSet}</th>` : ''}<th>${words.descriptionField}</th><th>${words.actions}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function dataSetText(session: Session, { dataSetId }: SavedTemplate): string {
  return session.offers.find(({ dataSet }) => dataSet.id === dataSetId)?.text ?? dataSetId;
}
