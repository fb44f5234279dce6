import { describe, expect, it } from 'vitest';
import { covers, includes, patternOf } from '../../../utils/sites/patterns.ts';
import { type BuiltIn, pagesOf, scriptsFor } from '../../../utils/sites/scripts.ts';

const MANIFEST: BuiltIn = {
  matches: ['https://*.powerschool.com/admin/datamgmt/*'],
  js: ['export-manager.js'],
};

describe('the pattern for an address', () => {
  it.each([
    ['https://sis.example.org/admin/home.html?x#y', 'https://sis.example.org/*'],
    ['https://sis.example.org:8443/', 'https://sis.example.org/*'],
    ['http://sis.example.org:8080/', 'http://sis.example.org/*'],
    ['https://person:secret@sis.example.org/', 'https://sis.example.org/*'],
    ['http://10.0.0.7/admin/', 'http://10.0.0.7/*'],
    ['chrome://extensions/', null],
    ['about:blank', null],
    ['file:///admin/datamgmt/exportmanager.action', null],
    ['sis.example.org', null],
    ['', null],
  ])('%s: %s', (address, pattern) => expect(patternOf(address)).toBe(pattern));
});

describe('a pattern', () => {
  it.each([
    ['https://sis.example.org/*', 'https://sis.example.org/admin/', true],
    ['https://sis.example.org/*', 'https://sis.example.org:8443/admin/', true],
    ['https://sis.example.org/*', 'https://sis.example.org', true],
    ['https://sis.example.org/*', 'http://sis.example.org/', false],
    ['https://sis.example.org/*', 'https://other.example.org/', false],
    ['https://sis.example.org/*', 'https://a.sis.example.org/', false],
    ['https://*.example.org/*', 'https://sis.example.org/', true],
    ['https://*.example.org/*', 'https://example.org/', true],
    ['https://*.example.org/*', 'https://badexample.org/', false],
    ['https://*.example.org/*', 'https://example.org.evil.example/', false],
    ['*://*/*', 'http://sis.example.org/', true],
    ['<all_urls>', 'https://sis.example.org/', true],
    ['https://*/*', 'http://sis.example.org/', false],
    ['*://*/*', 'about:blank', false],
    ['file:///*', 'https://sis.example.org/', false],
    ['nonsense', 'https://sis.example.org/', false],
  ])('%s covers %s: %s', (pattern, address, expected) => expect(covers(pattern, address)).toBe(expected));

  it.each([
    ['https://*.example.org/*', 'https://*.a.example.org/*', true],
    ['https://*.example.org/*', '*://a.example.org/*', false],
    ['https://a.example.org/*', 'https://*.example.org/*', false],
    ['*://*/*', '<all_urls>', true],
    ['https://*/*', '<all_urls>', false],
  ])('%s includes %s: %s', (outer, inner, expected) => expect(includes(outer, inner)).toBe(expected));
});

describe('the scripts for grants', () => {
  it.each<[string, string[], string[]]>([
    ['none beside the manifest', ['https://*.powerschool.com/*', 'https://*.powerschool.com/admin/datamgmt/*'], []],
    ['one of its hosts, given back alone', ['https://a.powerschool.com/*'], []],
    [
      'one of its hosts without encryption',
      ['http://a.powerschool.com/*'],
      ['http://a.powerschool.com/admin/datamgmt/*'],
    ],
    ['a host', ['https://sis.example.org/*'], ['https://sis.example.org/admin/datamgmt/*']],
    [
      'a host twice',
      ['https://sis.example.org/*', 'https://sis.example.org/a/*'],
      ['https://sis.example.org/admin/datamgmt/*'],
    ],
    [
      'every host: the path all the same',
      ['*://*/*', 'https://*/*'],
      ['*://*/admin/datamgmt/*', 'https://*/admin/datamgmt/*'],
    ],
    ['all addresses', ['<all_urls>'], ['*://*/admin/datamgmt/*']],
    ['no pages of the web', ['file:///*', 'chrome://favicon/*', 'x'], []],
  ])('%s', (_, granted, ids) => {
    const scripts = scriptsFor(granted, MANIFEST);
    expect(scripts.map(({ id }) => id)).toEqual(ids);
    for (const script of scripts) {
      expect(script).toEqual({
        id: script.id,
        matches: [script.id],
        excludeMatches: MANIFEST.matches,
        js: MANIFEST.js,
        runAt: 'document_start',
        persistAcrossSessions: true,
      });
    }
  });

  it('reach the path of the manifest alone', () => {
    expect(pagesOf('<all_urls>', MANIFEST)).toBe('*://*/admin/datamgmt/*');
    expect(pagesOf('ftp://sis.example.org/*', MANIFEST)).toBeNull();
  });
});
