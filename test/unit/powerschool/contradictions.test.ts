import { expect, it } from 'vitest';
import { readPage } from '../../../utils/powerschool/read.ts';
import { openPage } from './fixtures.ts';

/** What `npm test`'s made-up pages found with other seeds: parts of a page that claim one another's names. */

function read(body: string) {
  const { document, location } = openPage(`<!doctype html><body><div id="content-main">${body}</div></body>`);
  return readPage(document, location);
}

const list = (name: string, ...options: string[]) =>
  `<div><label>${name}:</label> <select>${options.map((text) => `<option>${text}</option>`).join('')}</select></div>`;

const summary = (headersFor: string) => `<h2>Export Summary and Output Options</h2>
  <h3>NQ - com.classtag.one_roster_users</h3><fieldset>
  <div><label>Export File Name:</label> <input type="text" value="users.csv"></div>
  ${list('Line Delimiter', 'CR', 'LF')} ${list('Field Delimiter', 'Comma', 'Tab')} ${list('Character Set', 'UTF-8')}
  <div><label for="${headersFor}">Include Column Headers</label> <input type="checkbox" id="headers"></div>
  <div><label for="quotes">Surround "field values" in Quotes</label> <input type="checkbox" id="quotes"></div>
  </fieldset>`;

it('a tick box that two labels call two things is neither', () => {
  expect(read(summary('headers')).summary).toMatchObject({
    includeHeaders: { value: false },
    surroundInQuotes: { value: false },
  });
  expect(read(summary('quotes')).summary).toMatchObject({ includeHeaders: 'ambiguous', surroundInQuotes: 'ambiguous' });
});

const row = (field: string, id: string, more = '') =>
  `<tr><td></td><td>${field}</td><td><input type="text" id="${id}" value="${field}">${more}</td><td></td></tr>`;

const columns = (rows: string, below: string) => `<h2>Select Columns to Export</h2>
  <div><label>Export From</label><select><option>NQ - com.classtag.one_roster_classes</option></select></div>
  <table><tr><td><input type="checkbox"> SECTIONS</td><td><table class="grid">${rows}</table></td></tr></table>
  <table class="grid">${below}</table>`;

it('where a table below has a label box of the same name, neither is taken for the grid', () => {
  const other = row('OTHER.email', 'label_cb_other_email');
  const alone = read(columns(row('SECTIONS.title', 'label_cb_sections_title'), ''));
  expect(alone.grid.map(({ key }) => key)).toEqual(['sections.title']);
  // The grid's own row is not believed: there is a second box in its cell.
  const real = row('SECTIONS.title', 'LABEL_CB_SECTIONS_TITLE', '<input type="text" value="x">');
  const page = read(columns(real, row('SECTIONS.title', 'label_cb_sections_title') + other));
  expect(page.grid).toEqual([]);
  expect(page.ambiguousRows).toEqual(['sections.title', 'other.email']);
});
