/** What docs/browsers.md says of the packages. */
import data, { type CompatStatement } from '@mdn/browser-compat-data/forLegacyNode';
import { expect, it } from 'vitest';
import { read } from '../sources.ts';
import { manifest, readPackage } from './output.ts';

const text = read('docs/browsers.md').text;
const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

/** What is needed of a browser: its name in browser-compat-data, and since when Chrome and Firefox have it. */
const needs = rows
  .filter(([, , id = '']) => /^`(?:api|css|javascript|webextensions)\./.test(id))
  .map(([, , id = '', chrome, firefox]) => ({ id: id.replaceAll('`', ''), chrome, firefox }));

/** `120`, or `no`. */
function since(id: string, browser: 'chrome' | 'edge' | 'firefox'): string {
  const parts = id.split('.');
  const found = parts.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], data);
  const compat = (found as { __compat?: CompatStatement } | undefined)?.__compat;
  if (!compat) throw new Error(`browser-compat-data has no ${id}.`);
  const support = compat.support[browser];
  const version = (Array.isArray(support) ? support[0] : support)?.version_added;
  return version === false ? 'no' : String(version);
}

it('says of everything that is needed since when browsers have it', () => {
  expect(needs.length).toBeGreaterThan(5);
  expect(needs.map(({ id }) => ({ id, chrome: since(id, 'chrome'), firefox: since(id, 'firefox') }))).toEqual(needs);
  expect(needs.map(({ id }) => since(id, 'edge'))).toEqual(needs.map(({ chrome }) => chrome));
});

it('asks for versions that have it all, and says so', () => {
  const newest = (column: 'chrome' | 'firefox') => Math.max(...needs.map((need) => Number(need[column]) || 0));
  const { minimum_chrome_version } = manifest(readPackage('chrome'));
  const { browser_specific_settings } = manifest(readPackage('firefox')) as {
    browser_specific_settings?: { gecko: { strict_min_version: string } };
  };
  const oldest = (browser: string) => rows.find(([, name]) => name === browser)?.[3];
  expect(minimum_chrome_version).toBe(String(newest('chrome')));
  expect([oldest('Chrome'), oldest('Edge')]).toEqual([minimum_chrome_version, minimum_chrome_version]);
  expect(browser_specific_settings?.gecko.strict_min_version).toBe(`${oldest('Firefox')}.0`);
  expect(Number(oldest('Firefox'))).toBeGreaterThanOrEqual(newest('firefox'));
});

it('gives Edge the package of Chrome, byte for byte', () => {
  const [edge, chrome] = [readPackage('edge'), readPackage('chrome')];
  expect([...edge.keys()].sort()).toEqual([...chrome.keys()].sort());
  expect([...edge].filter(([path, bytes]) => !chrome.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
});
