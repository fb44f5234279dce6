import { describe, expect, it } from 'vitest';
import { looksOf, type PageLook } from '../../../utils/powerschool/looks.ts';
import { openFixture, openPage } from './fixtures.ts';

const look = (html: string, address: string): PageLook => {
  const { document, location } = openPage(html, address);
  return looksOf(document, location);
};

/** As published code has it (reference section 1): the sign-in page's form, the classic shell, the new one. */
const SIGN_IN = '<form id="LoginForm"><input id="fieldUsername"><input id="fieldPassword" type="password"></form>';
const CLASSIC =
  '<div id="container"><div id="nav-main"></div><div id="content-main"><h1>Página de inicio</h1></div></div>';
const NEW_SHELL =
  '<button id="school_picker_adminSchoolPicker_toggle_btn"></button><main id="content-main"><div class="box-round"></div></main>';
/** Other people's administration. */
const OTHER = '<main><h1>Data Export Manager</h1><form id="login"><input id="username"></form><table></table></main>';
const OTHER_WITH_ONE = '<main id="content-main"><h1>Site administration</h1></main>';

describe('a page on any host', () => {
  it.each<[string, string, string, PageLook]>([
    ['the sign-in page', SIGN_IN, '/admin/pw.html', 'inside'],
    ['the start page, classic', CLASSIC, '/admin/home.html', 'inside'],
    ['the start page, new shell, capitals', NEW_SHELL, '/Admin/Home.html', 'inside'],
    ['the manager’s address in the new shell', NEW_SHELL, '/admin/datamgmt/exportmanager.action', 'manager'],
    [
      'the manager’s address with a session id',
      OTHER_WITH_ONE,
      '/admin/datamgmt/EXPORTMANAGER.action;jsessionid=1',
      'manager',
    ],
    ['My Templates', CLASSIC, '/admin/datamgmt/exporttemplates.html', 'manager'],
    ['the import manager', CLASSIC, '/admin/datamgmt/importmanager.action', 'inside'],
    ['a parent’s page', CLASSIC, '/guardian/home.html', 'no'],
    ['a teacher’s page', CLASSIC, '/teachers/index.html', 'no'],
    ['another product’s administration', OTHER, '/admin/', 'no'],
    ['another product that shares one sign', OTHER_WITH_ONE, '/admin/index.php', 'no'],
    ['the right path without a sign', OTHER, '/admin/datamgmt/exportmanager.action', 'no'],
    ['the right words at another path', `${OTHER}${CLASSIC}`, '/export', 'no'],
  ])('%s', (_, html, address, expected) => expect(look(html, address)).toBe(expected));

  /** Smallest of their kind, in foreign words, without ids and in the new shell; a stored page takes its time here. */
  it.each<[string, PageLook]>([
    ['columns/empty--language-pseudo', 'manager'],
    ['columns/chosen--ids-absent', 'manager'],
    ['columns/hand-screenshot', 'manager'],
    ['summary/summary--shell-enhanced', 'manager'],
    ['templates/empty', 'manager'],
    ['none/import-manager', 'inside'],
    ['none/hand-log-in', 'inside'],
    ['none/system', 'inside'],
  ])('the stored page %s: %s', (name, expected) => {
    const { document, location } = openFixture(name);
    expect(looksOf(document, location)).toBe(expected);
  });

  it('changes nothing on the page', () => {
    const { document, location } = openFixture('columns/empty');
    const before = document.documentElement.outerHTML;
    looksOf(document, location);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
