import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { patternOf } from './utils/sites/patterns.ts';
import { pagesOf } from './utils/sites/scripts.ts';
import { browserMessages, languages, messagesOf } from './utils/words/catalogs.ts';

/** Where the Data Export Manager lives on hosted PowerSchool; built packages match nothing else. */
const POWERSCHOOL_PAGES = 'https://*.powerschool.com/admin/datamgmt/*';

/** All pages of a build: a district's own build may have sites of its own built in (docs/deploying.md). */
const PAGES = [
  POWERSCHOOL_PAGES,
  ...(process.env.ROSTER_SITES ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(ownPages),
];

function ownPages(site: string): string {
  const pages = pagesOf(patternOf(site) ?? '', { matches: [POWERSCHOOL_PAGES], js: [] });
  if (pages === null) throw new Error(`ROSTER_SITES has ${site}, which is no address such as https://sis.example.org.`);
  return pages;
}

/** What the second content script takes from the first instead of bringing along (entrypoints/export-manager/frame.ts). */
const SHARED: Record<string, string[]> = {
  'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
  'preact/hooks': ['useEffect', 'useLayoutEffect', 'useRef', 'useState'],
  preact: ['Fragment'],
  'Button.tsx': ['Button'],
  'trusted.ts': ['trusted'],
  'controls.ts': ['OUR_TAG', 'agree', 'all', 'isTrouble', 'labelsOf'],
  'dialog.ts': ['BUTTONS', 'buttonWords', 'isSaveAsNew', 'locateSaveDialog', 'shownError'],
  'form.ts': ['locateText'],
  'grid.ts': ['locateGrid'],
  'reading.ts': ['oneReading', 'remember'],
  'tree.ts': ['locateExpanders', 'locateTree'],
  'say.ts': ['apart', 'count', 'inWords', 'isOne', 'list', 'locale', 'number', 'say', 'series', 'textOf'],
};

/** In the build of the second content script alone: one Preact, and one record of whom the buttons trust. */
function fromFirstScript(): Plugin {
  let isSecond = false;
  return {
    name: 'from-first-script',
    enforce: 'pre',
    configResolved({ build }) {
      isSecond = build.lib !== false && String(build.lib.entry).includes('later-steps');
    },
    resolveId: (source) => {
      const name = source.startsWith('.') ? source.slice(source.lastIndexOf('/') + 1) : source;
      return isSecond && name in SHARED ? `\0shared:${name}` : undefined;
    },
    load: (id) => {
      const names = id.startsWith('\0shared:') ? SHARED[id.slice('\0shared:'.length)] : undefined;
      return names && `export const { ${names.join(', ')} } = globalThis.rosterExportAssistant;`;
    },
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Every API is imported by name, so that the architecture test can see who uses the browser.
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'activeTab', 'scripting'],
    // For the second content script, which the background puts into the page. No warning beyond that of the first.
    host_permissions: PAGES,
    // For districts with a domain of their own. Never asked for as a whole: one host at a time, in a click
    // (docs/permissions.md); http because some districts' own servers have nothing else.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // An unlisted script, listed here: WXT's own frame around content scripts would bring the polyfill into every page.
    content_scripts: [{ matches: PAGES, js: ['export-manager.js'], run_at: 'document_start' }],
    // 'wasm-unsafe-eval': the check scans bytes in WebAssembly that the package brings along (docs/architecture.md).
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_extension_name__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'roster-export-assistant@example.org',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      for (const language of languages()) {
        files.push({
          relativeDest: `_locales/${language}/messages.json`,
          contents: browserMessages(messagesOf(language)),
        });
      }
    },
    'build:manifestGenerated': (wxt, manifest) => {
      // `npm run dev` also serves the simulator on localhost; no built package ever matches it.
      if (wxt.config.command !== 'serve') return;
      for (const script of manifest.content_scripts ?? []) {
        script.matches = [...(script.matches ?? []), 'http://localhost/admin/datamgmt/*'];
      }
      // The second content script is put into the page, which needs leave of its own.
      manifest.host_permissions = [...(manifest.host_permissions ?? []), 'http://localhost/admin/datamgmt/*'];
    },
  },
  zip: { excludeSources: ['test-results/**', 'playwright-report/**', 'demo-output/**'] },
  vite: ({ mode }) => ({
    plugins: [preact(), fromFirstScript()],
    build: {
      sourcemap: false,
      target: ['chrome120', 'firefox142'],
      // Vite's preload helper calls fetch; nothing here may.
      modulePreload: false,
      // Two per cent smaller than Vite's own minifier, and the content script's limit is tight.
      minify: 'terser',
      terserOptions: {
        ecma: 2022,
        compress: { passes: 4, unsafe_arrows: true, pure_getters: true },
        // One kind of quotation marks packs better.
        format: { comments: false, quote_style: 1 },
      },
    },
    // `build.minify` does not reach workers.
    worker: { rolldownOptions: { output: { minify: true } } },
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  }),
});
