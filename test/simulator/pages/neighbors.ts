import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';
import { shell } from './shell.ts';

/** The Data Import Manager: a sibling that looks alike and is not the Data Export Manager (ids: spswarehouse). */
export function importPage(session: Session): Markup {
  return shell(session, {
    title: 'Data Import Manager',
    breadcrumbs: [
      ['Start Page', '/admin/home.html'],
      ['Page and Data Management', '/admin/datamgmt/home.html'],
      ['Data Import Manager', ''],
    ],
    content: html`<h1>Data Import Manager</h1>
<ul class="tabs"><li class="selected"><a href="#">Import</a></li><li><a href="#">My Templates</a></li></ul>
<div class="feedback-note">Some or all categories may not be visible if you do not have an assigned role.</div>
<div class="box-round step"><h2>Select Source and Target</h2>
<div class="box-round inner"><fieldset class="form">
<div class="alt"><label>Source</label> <span class="control"><input type="file" id="idFilename"></span></div>
<div><label>Import Into</label> <span class="control"><select id="moduleSelect"><option></option><option>Students</option><option>Additional Data Sets</option></select></span></div>
<div class="alt"><label>Field Delimiter</label> <span class="control"><select><option>Tab</option><option>Comma</option><option>Other</option></select><input type="text" class="adjacent" disabled></span></div>
<div><label>Character Set</label> <span class="control"><select><option>Unicode</option><option>Windows ANSI</option><option>Mac Roman</option><option>ISO 8859-1</option></select></span></div>
</fieldset></div>
<table class="grid"><thead><tr><th>Sort</th><th>Field</th><th>Column in the Import File</th><th>Remove</th></tr></thead>
<tbody><tr><td></td><td>STUDENTS.email</td><td><input type="text" value="STUDENTS.email"></td><td><button type="button">-</button></td></tr></tbody></table>
<div id="importResultsContent"></div>
<div class="button-row"><span class="left"></span><span class="right"><button type="button" class="next" id="nextButton0">Next</button></span></div>
</div>`,
  });
}

/** A page that only mentions the words of the Data Export Manager. */
export function helpPage(session: Session): Markup {
  return shell(session, {
    title: 'About exporting',
    breadcrumbs: [
      ['Start Page', '/admin/home.html'],
      ['Help', ''],
    ],
    content: html`<h1>About exporting</h1>
<div class="box-round"><h2>Using the Data Export Manager</h2>
<p>Open the Data Export Manager. In Select Columns to Export choose a Category such as Additional Data Sets, then
Export From, for example NQ - com.classtag.one_roster_users. Tick the columns; the table with the headings Sort, Field,
Labels Used on Export and Remove lists them. Press Next.</p>
<p>In Select/Edit Records from NQ - com.classtag.one_roster_users choose Export Filtered Rows or Export All Rows.</p>
<p>In Export Summary and Output Options set Export File Name, Line Delimiter, Field Delimiter, Character Set, Include
Column Headers and Surround "field values" in Quotes. Press Save Template, and in Save Export Template press Save as New.</p>
<form><label>Search the help <input type="text" name="search" value="Labels Used on Export"></label> <button type="button">Search</button></form>
</div>`,
  });
}
