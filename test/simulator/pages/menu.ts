import { addressOf } from '../address.ts';
import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';
import { shell } from './shell.ts';

interface Menu {
  heading: string;
  groups: [title: string, links: [text: string, path: string][]][];
}

/**
 * The guide's menu path: Setup > System, "Page and Data Management" in "Data Management", "Export Data" in
 * "Data Export"; beside it the path "Data and Reporting > Exports" of the newer guides.
 */
const MENUS: Record<string, Menu> = {
  '/admin/home.html': {
    heading: 'Start Page',
    groups: [
      [
        'Setup',
        [
          ['School', '/admin/school.html'],
          ['System', '/admin/sysadmin.html'],
        ],
      ],
      [
        'Data and Reporting',
        [
          ['Exports', '/admin/exports.html'],
          ['Reports', '/admin/reports.html'],
        ],
      ],
    ],
  },
  '/admin/sysadmin.html': {
    heading: 'System Administrator',
    groups: [
      [
        'Data Management',
        [
          ['Page and Data Management', '/admin/datamgmt/home.html'],
          ['Direct Database Access', '/admin/reports.html'],
        ],
      ],
      [
        'Server',
        [
          ['Plugin Management Configuration', '/admin/reports.html'],
          ['System Logs', '/admin/reports.html'],
        ],
      ],
    ],
  },
  '/admin/datamgmt/home.html': {
    heading: 'Page and Data Management',
    groups: [
      [
        'Data Export',
        [
          ['Export Data', '/admin/datamgmt/exportmanager.action'],
          ['Export Templates', '/admin/datamgmt/exporttemplates.html#export-template-content'],
        ],
      ],
      ['Data Import', [['Import Data', '/admin/datamgmt/importmanager.action']]],
      ['Help', [['About exporting', '/admin/datamgmt/help.html']]],
    ],
  },
  '/admin/exports.html': {
    heading: 'Exports',
    groups: [['Exports', [['Data Export Manager', '/admin/datamgmt/exportmanager.action']]]],
  },
  '/admin/reports.html': { heading: 'Reports', groups: [] },
  '/admin/school.html': { heading: 'School Setup', groups: [] },
};

/** A page of the menu, undefined where the path is none. */
export function menuPage(session: Session, path: string): Markup | undefined {
  const menu = MENUS[path];
  if (!menu) return undefined;
  const groups = menu.groups.map(
    ([title, links]) => html`<div class="box-round"><h2>${title}</h2><ul>
${links.map(
  ([text, target]) => html`<li><a href="${addressOf(session, target)}">${text}</a></li>
`,
)}</ul></div>
`,
  );
  return shell(session, {
    title: menu.heading,
    breadcrumbs: [
      ['Start Page', '/admin/home.html'],
      [menu.heading, path],
    ],
    content: html`<h1>${menu.heading}</h1>
${groups}`,
  });
}
