import type { PageSpec } from './arbitraries.ts';
import { DATA_SETS, type DataSet, dataSetOf } from './catalog.ts';
import { columnsHtml, rowsOf } from './columns.ts';
import { decoysHtml } from './decoys.ts';
import { means } from './form.ts';
import { nameDecoys, nameDialogHtml } from './name.ts';
import { scheduleDecoys, scheduleHtml } from './schedule.ts';
import { summaryDecoys, summaryHtml } from './summary.ts';

/** The part of a page that the action is about, as the server sends it. */
export function sheetHtml(page: PageSpec, form: string, dataSet: DataSet): string {
  switch (page.kind) {
    case 'columns':
      // Another data set over the same table, with the same fields, is the worst there is.
      return columnsHtml(page, form, dataSet, rowsOf(page));
    case 'summary':
      return summaryHtml(page, form, dataSet);
    case 'name':
      return nameDialogHtml(page, form, dataSet);
    case 'schedule':
      return scheduleHtml(page, form, dataSet);
  }
}

/** The page around the sheet, with all that is not meant. */
export function pageHtml(page: PageSpec, pick: number): string {
  const { query } = dataSetOf(page.dataSet);
  const sheet = `<div data-host>${sheetHtml(page, 'f0', dataSetOf(page.dataSet))}</div>`;
  const host = (after: string) => `<div id="content-main"><h1>Data Export Manager</h1>${sheet}${after}</div>`;
  switch (page.kind) {
    case 'columns':
      return host(decoysHtml(page, rowsOf(page), pick));
    case 'summary':
      return host(summaryDecoys(page, pick));
    case 'name':
      return `<div id="behind">${behindDialog(query)}</div>${sheet}${nameDecoys(page, pick)}`;
    case 'schedule':
      return `${templateList()}${sheet}${scheduleDecoys(page, pick)}`;
  }
}

/** Step 3, as far as it tells where the dialog was opened. */
function behindDialog(query: string): string {
  const list = (name: string, option: string) =>
    `<div><label>${name}</label><select ${means(`behind ${name}`)}><option>${option}</select></div>`;
  const lists = [list('Line Delimiter', 'CR'), list('Field Delimiter', 'Comma')];
  return `<h2>Export Summary and Output Options</h2><h3>NQ - ${query}</h3>${lists.join('')}`;
}

function templateList(): string {
  const rows = DATA_SETS.map(
    ({ template }) => `<tr><td><a href="#">${template}</a></td><td><img alt="Schedule Template"></td></tr>`,
  );
  return `<table class="grid"><tr><th>Name</th><th>Actions</th></tr>${rows.join('')}</table>`;
}
