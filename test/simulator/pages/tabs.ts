import { addressOf } from '../address.ts';
import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';

/** The link tabs above the wizard and the template lists. */
export function managerTabs(session: Session, selected: 'export' | 'templates'): Markup {
  const { words, variants } = session;
  const templates = '/admin/datamgmt/exporttemplates.html';
  const tabs: [text: string, path: string, current: boolean][] = [
    [words.tabExport, '/admin/datamgmt/exportmanager.action', selected === 'export'],
    [words.tabTemplates, `${templates}#export-template-content`, selected === 'templates'],
  ];
  if (variants.scheduledTab === 'present')
    tabs.push([words.tabScheduled, `${templates}#export-schedule-content`, false]);
  return html`<ul class="tabs">${tabs.map(
    ([text, path, current]) =>
      html`<li class="${current ? 'selected' : ''}"><a href="${addressOf(session, path)}">${text}</a></li>`,
  )}</ul>`;
}
