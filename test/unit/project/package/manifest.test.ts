import { describe, expect, it } from 'vitest';
import { version } from '../../../../package.json' with { type: 'json' };
import { manifest, readPackage, TARGETS, type Target } from './output.ts';

/** What every store build asks of the browser, in full: a new permission is a change to this file. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  version,
  default_locale: 'en',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  permissions: ['storage', 'activeTab', 'scripting'],
  host_permissions: ['https://*.powerschool.com/admin/datamgmt/*'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  action: { default_title: 'Roster Export Assistant', default_popup: 'popup.html' },
  content_scripts: [
    { matches: ['https://*.powerschool.com/admin/datamgmt/*'], js: ['export-manager.js'], run_at: 'document_start' },
  ],
};

const CHROMIUM = { ...COMMON, background: { service_worker: 'background.js' }, minimum_chrome_version: '120' };

const EXPECTED: Record<Target, object> = {
  chrome: CHROMIUM,
  edge: CHROMIUM,
  firefox: {
    ...COMMON,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'roster-export-assistant@example.org',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

describe.each(TARGETS)('the manifest for %s', (target) => {
  const files = readPackage(target);

  it('is exactly what is written down here', () => {
    expect(manifest(files)).toEqual(EXPECTED[target]);
  });

  it('has every icon it names, a PNG of its size', () => {
    const icons = Object.entries(manifest(files).icons ?? {}) as [size: string, path: string][];
    expect(icons.map(([size, path]) => [size, pngSize(files.get(path))])).toEqual(
      icons.map(([size]) => [size, `${size}x${size}`]),
    );
    expect(icons.map(([size]) => size)).toEqual(expect.arrayContaining(['16', '32', '48', '128']));
  });
});

/** Width and height of a PNG, from its IHDR chunk; what is wrong otherwise. */
function pngSize(bytes: Buffer | undefined): string {
  if (!bytes) return 'missing';
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return 'no PNG';
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
