import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { doColumns, doSummary, type FileId, fileDone, panelButton, panelOf, type Walk } from '../walk.ts';
import { GUESSES, type Look, REFUSED } from './look.ts';
import { runWizard, type Told } from './wizard.ts';

/**
 * PowerSchool's page as somebody guessed it who had read the evidence and neither the simulator nor the extension: a
 * third reading. Each page differs from the others in as many ways as the evidence leaves open.
 */

const SITE = 'https://blind.powerschool.com';
const NONCE = 'c2VjcmV0';
const STRICT = `default-src 'self'; script-src 'nonce-${NONCE}'; style-src 'self'; base-uri 'none'`;
const STYLE = `.hide, .off-class { display: none } .off-height { height: 0; overflow: hidden }
  .off-visibility { visibility: hidden; position: absolute } #content-main { height: 850px; overflow: auto }
  .ui-widget-overlay { position: fixed; inset: 0; z-index: 1001; background: #8888 }
  .ui-dialog { position: fixed; top: 120px; left: 300px; z-index: 99000; background: #fff; border: 1px solid }`;
/** What Prototype.js and its like do to the page's own built-in objects. */
const PROTOTYPE = `Array.from = function (list) { var made = []; for (var i = 0; i < list.length; i++) made.push(list[i]); return made };
  Array.prototype.each = function (call) { for (var i = 0; i < this.length; i++) call(this[i], i) };
  Object.prototype.clone = function () { return this };
  Element.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this); return this };
  Element.prototype.attachShadow = function () { throw new Error('not here') };`;

function html(look: Look): string {
  const script = (text: string) => `<script nonce="${NONCE}">${text}</script>`;
  return `${look.quirks ? '' : '<!doctype html>'}<html lang="en"><head><meta charset="utf-8"><title>Data Export Manager</title>
    <link rel="stylesheet" href="/style.css">${look.prototype ? script(PROTOTYPE) : ''}</head>
    <body><div id="header"><form><input type="text" class="foreign" value="Search"></form></div>
    <div id="content-main"><h1>Data Export Manager</h1>
    <ul class="tabs"><li class="selected"><a href="#">Export</a></li><li><a href="#">My Templates</a></li></ul>
    ${look.copy ? '<div id="copy" class="hide"></div>' : ''}<div id="wizard"></div></div><div id="loading"></div>
    ${script(`(${runWizard})(${JSON.stringify(look)})`)}</body></html>`;
}

async function open(page: Page, look: Look): Promise<void> {
  await page.route(`${SITE}/**`, (route) => route.fulfill({ status: 404, body: '' }));
  await page.route(`${SITE}/style.css`, (route) => route.fulfill({ contentType: 'text/css', body: STYLE }));
  await page.route(`${SITE}/admin/datamgmt/exporttemplates.html**`, (route) => {
    const name = new URL(route.request().url()).searchParams.get('name');
    const body = `<!doctype html><h1>Data Export Manager</h1><table><tr><th>Name</th></tr><tr><td><a href="#">${name}</a></td></tr></table>`;
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.route(`${SITE}/admin/datamgmt/exportmanager.action`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: look.strictPolicy ? { 'content-security-policy': STRICT } : {},
      body: html(look),
    }),
  );
  await page.goto(`${SITE}/admin/datamgmt/exportmanager.action`);
}

const told = (page: Page): Promise<Told> =>
  page.evaluate(() => {
    const kept = sessionStorage.getItem('told');
    return kept === null ? window.tell() : JSON.parse(kept);
  });

/** What a column of the plugin must be called in the end; unknown ones keep their name. */
function wanted(field: string, look: Look): string {
  if (look.extraColumns.some((extra) => field.endsWith(extra))) return field;
  const plain = field.replace(/^(?:[a-z]|\d+)_/, '');
  const names = ['agentSourcedIds', 'familyName', 'givenName', 'orgSourcedIds', 'sourcedId'];
  const name = names.find((known) => known.toLowerCase() === plain) ?? plain;
  return name === 'languages' ? 'language' : name;
}

const COUNT: Record<FileId, number> = { users: 12, classes: 7, enrollments: 5 };

for (const { name, file, look } of GUESSES) {
  test(`${file}.csv on ${name}`, async ({ page }) => {
    const walk: Walk = { page, effort: { clicks: 0, typed: 0 } };
    const next = page.locator('#wizard .step.shown .next');
    await open(page, look);
    await panelButton(page, new RegExp(`^${file}\\.csv`)).click();
    if (look.ticked) {
      await panelButton(page, 'Auto-label').click();
      await panelButton(page, /^Change \d+ labels?$/).click();
      await panelOf(page).getByText('Press Next on the page').waitFor();
    } else await doColumns(walk);
    await next.click();
    await panelOf(page).getByText('step 2 of 3').first().waitFor();
    await next.click();
    await doSummary(walk);
    await page.locator('#wizard .step.shown .save').click();
    await expect(page.locator('.templateName')).toHaveValue(`classtag_${file}`);
    await page.locator('.as-new').click();
    await fileDone(page, file).waitFor();
    const { labels, output, ...rest } = await told(page);
    expect(rest).toEqual({ dataSet: file, template: `classtag_${file}`, unwanted: [] });
    expect(Object.keys(labels)).toHaveLength(COUNT[file] + look.extraColumns.length);
    expect(labels).toEqual(Object.fromEntries(Object.keys(labels).map((field) => [field, wanted(field, look)])));
    expect(output).toEqual({
      fileName: `${file}.csv`,
      line: 'CR',
      field: 'Comma',
      characterSet: expect.stringMatching(/^(?:UTF-?8|Unicode \(UTF-8\))$/),
      headers: true,
      quotes: false,
    });
  });
}

for (const [name, look, says] of REFUSED) {
  test(`where Export From offers ${name}, nothing is chosen and the panel says why`, async ({ page }) => {
    await open(page, look);
    await panelButton(page, /^users\.csv/).click();
    await expect(panelOf(page).getByText(says)).toBeVisible();
    await expect(page.locator('select.from')).toHaveValue('');
    expect((await told(page)).unwanted).toEqual([]);
  });
}
