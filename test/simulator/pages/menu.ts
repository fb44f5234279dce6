import { addressOf } from '../address.ts';
import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';
import type { Words } from '../words.ts';
import { shell } from './shell.ts';

interface Menu {
  heading: string;
  groups: [title: string, links: [text: string, path: string][]][];
}

/**
 * The guide's menu path: Setup > System, "Page and Data Management" in "Data Management", "Export Data" in
 * "Data Export"; beside it the path "Data and Reporting > Exports" of the newer guides.
 */
function menusIn(words: Words): Record<string, Menu> {
  return {
    '/admin/home.html': {
      heading: words.startPage,
      groups: [
        [
          words.setup,
          [
            [words.school, '/admin/school.html'],
            [words.system, '/admin/sysadmin.html'],
          ],
        ],
        [
          words.dataAndReporting,
          [
            [words.exports, '/admin/exports.html'],
            [words.reports, '/admin/reports.html'],
          ],
        ],
      ],
    },
    '/admin/sysadmin.html': {
      heading: words.systemAdministrator,
      groups: [
        [
          words.dataManagement,
          [
            [words.pageAndData, '/admin/datamgmt/home.html'],
            [words.database, '/admin/reports.html'],
          ],
        ],
        [
          words.server,
          [
            [words.plugins, '/admin/reports.html'],
            [words.logs, '/admin/reports.html'],
          ],
        ],
      ],
    },
    '/admin/datamgmt/home.html': {
      heading: words.pageAndData,
      groups: [
        [
          words.dataExport,
          [
            [words.exportData, '/admin/datamgmt/exportmanager.action'],
            [words.exportTemplates, '/admin/datamgmt/exporttemplates.html#export-template-content'],
          ],
        ],
        [words.dataImport, [[words.importData, '/admin/datamgmt/importmanager.action']]],
        [words.help, [[words.aboutExporting, '/admin/datamgmt/help.html']]],
      ],
    },
    '/admin/exports.html': {
      heading: words.exports,
      groups: [[words.exports, [[words.title, '/admin/datamgmt/exportmanager.action']]]],
    },
    '/admin/reports.html': { heading: words.reports, groups: [] },
    '/admin/school.html': { heading: words.schoolSetup, groups: [] },
  };
}

/** A page of the menu, undefined where the path is none. */
export function menuPage(session: Session, path: string): Markup | undefined {
  const menu = menusIn(session.words)[path];
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
      [session.words.startPage, '/admin/home.html'],
      [menu.heading, path],
    ],
    content: html`<h1>${menu.heading}</h1>
${groups}`,
  });
}
