import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';
import { inLanguage } from '../words.ts';
import { shell } from './shell.ts';

/**
 * The Data Import Manager: a sibling that looks alike and is not the Data Export Manager (ids: spswarehouse). In Spanish
 * and French it stays English: no more than its likeness matters.
 */
export function importPage(session: Session): Markup {
  const { words, variants } = session;
  const say = (text: string) => inLanguage(variants.language, text);
  return shell(session, {
    title: say('Data Import Manager'),
    breadcrumbs: [
      [words.startPage, '/admin/home.html'],
      [words.pageAndData, '/admin/datamgmt/home.html'],
      [say('Data Import Manager'), ''],
    ],
    content: html`<h1>${say('Data Import Manager')}</h1>
<ul class="tabs"><li class="selected"><a href="#">${say('Import')}</a></li><li><a href="#">${say('My Templates')}</a></li></ul>
<div class="feedback-note">${say('Some or all categories may not be visible if you do not have an assigned role.')}</div>
<div class="box-round step"><h2>${say('Select Source and Target')}</h2>
<div class="box-round inner"><fieldset class="form">
<div class="alt"><label>${say('Source')}</label> <span class="control"><input type="file" id="idFilename"></span></div>
<div><label>${say('Import Into')}</label> <span class="control"><select id="moduleSelect"><option></option><option>${say('Students')}</option><option>${say('Additional Data Sets')}</option></select></span></div>
<div class="alt"><label>${say('Field Delimiter')}</label> <span class="control"><select><option>${say('Tab')}</option><option>${say('Comma')}</option><option>${say('Other')}</option></select><input type="text" class="adjacent" disabled></span></div>
<div><label>${say('Character Set')}</label> <span class="control"><select><option>${say('Unicode')}</option><option>${say('Windows ANSI')}</option><option>${say('Mac Roman')}</option><option>${say('ISO 8859-1')}</option></select></span></div>
</fieldset></div>
<table class="grid"><thead><tr><th>${say('Sort')}</th><th>${say('Field')}</th><th>${say('Column in the Import File')}</th><th>${say('Remove')}</th></tr></thead>
<tbody><tr><td></td><td>STUDENTS.email</td><td><input type="text" value="STUDENTS.email"></td><td><button type="button">-</button></td></tr></tbody></table>
<div id="importResultsContent"></div>
<div class="button-row"><span class="left"></span><span class="right"><button type="button" class="next" id="nextButton0">${say('Next')}</button></span></div>
</div>`,
  });
}

/** A page that only mentions the words of the Data Export Manager. */
export function helpPage(session: Session): Markup {
  const { words, variants } = session;
  const say = (text: string) => inLanguage(variants.language, text);
  return shell(session, {
    title: words.aboutExporting,
    breadcrumbs: [
      [words.startPage, '/admin/home.html'],
      [words.help, ''],
    ],
    content: html`<h1>${words.aboutExporting}</h1>
<div class="box-round"><h2>${say('Using the Data Export Manager')}</h2>
<p>${say('Open the Data Export Manager. In Select Columns to Export choose a Category such as Additional Data Sets, then Export From, for example ')}NQ - com.classtag.one_roster_users${say('. Tick the columns; the table with the headings Sort, Field, Labels Used on Export and Remove lists them. Press Next.')}</p>
<p>${say('In Select/Edit Records from ')}NQ - com.classtag.one_roster_users${say(' choose Export Filtered Rows or Export All Rows.')}</p>
<p>${say('In Export Summary and Output Options set Export File Name, Line Delimiter, Field Delimiter, Character Set, Include Column Headers and Surround "field values" in Quotes. Press Save Template, and in Save Export Template press Save as New.')}</p>
<form><label>${say('Search the help')} <input type="text" name="search" value="${words.label}"></label> <button type="button">${say('Search')}</button></form>
</div>`,
  });
}
