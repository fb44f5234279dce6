import { describe, expect, it } from 'vitest';
import { importsOf } from '../sources.ts';
import { code, readPackage, TARGETS, text } from './output.ts';

/** Ways to reach the network, or to run code that is not in the package. None may stand in it, called or not. */
const FORBIDDEN: [what: string, pattern: RegExp][] = [
  ['fetch', /(?<![\w$.])(?:(?:window|self|globalThis)\.)?fetch\s*\(/],
  ['XMLHttpRequest', /XMLHttpRequest/],
  ['WebSocket', /WebSocket/],
  ['sendBeacon', /sendBeacon/],
  ['EventSource', /EventSource/],
  ['WebRTC', /RTCPeerConnection/],
  ['importScripts', /importScripts/],
  ['eval', /(?<![\w$.])eval\s*\(/],
  ['new Function', /\bnew\s+Function\b|(?<![\w$.])Function\s*\(/],
  ['setTimeout with code', /\bset(?:Timeout|Interval)\s*\(\s*["'`]/],
  ['a script or style from elsewhere', /<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?:[a-z]+:)?\/\//],
  ['a style from elsewhere', /@import|url\(\s*["']?(?:https?:)?\/\//],
];

/** Names of XML namespaces, which nothing looks up, and the page the content script runs on. */
const KNOWN_ADDRESSES = /^http:\/\/www\.w3\.org\/|^https:\/\/\*\.powerschool\.com\/admin\/datamgmt\/\*$/;

describe.each(TARGETS)('the code for %s', (target) => {
  const files = readPackage(target);

  it.each(FORBIDDEN)('is free of %s', (_, pattern) => {
    expect(code(files).flatMap(([path, content]) => around(path, content, pattern))).toEqual([]);
  });

  it('imports nothing from elsewhere', () => {
    const scripts = code(files).filter(([path]) => path.endsWith('.js'));
    expect(scripts.flatMap(([path, script]) => importsFromElsewhere(path, script))).toEqual([]);
  });

  it('names no address but namespaces and the page it runs on', () => {
    const addresses = code(files).flatMap(([, content]) => content.match(/\b(?:https?|wss?):\/\/[^\s"'`)\\]+/g) ?? []);
    expect(addresses.filter((address) => !KNOWN_ADDRESSES.test(address))).toEqual([]);
  });

  it('is not built for the simulator', () => {
    const all = [text(files, 'manifest.json'), ...code(files).map(([, content]) => content)].join('\n');
    expect(all).not.toMatch(/localhost|127\.0\.0\.1|<all_urls>/);
  });

  it('has scripts in files only, as its content security policy demands', () => {
    const pages = code(files).filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(0);
    for (const [, html] of pages) {
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style\b|\son[a-z]+=|\sstyle=/);
    }
  });

  it('holds no source map and nothing but what the browser needs', () => {
    expect([...files.keys()].filter((path) => !/\.(js|html|css|json|png|svg)$/.test(path))).toEqual([]);
    expect(code(files).filter(([, content]) => content.includes('sourceMappingURL'))).toEqual([]);
  });
});

describe('the search for forbidden things', () => {
  it.each([
    ['fetch', 'await fetch("x")'],
    ['fetch', 'window.fetch(x)'],
    ['eval', ';eval("1")'],
    ['new Function', 'new Function("a")'],
    ['a script or style from elsewhere', '<script src="https://example.org/x.js"></script>'],
    ['a style from elsewhere', 'a{background:url(https://example.org/x.png)}'],
  ])('finds %s', (what, sample) => {
    expect(FORBIDDEN.find(([name]) => name === what)?.[1].test(sample)).toBe(true);
  });

  it('finds an import from elsewhere', () => {
    const elsewhere = 'import("https://example.org/x.js"); import(a); import "https://example.org/y.js"; import "zod";';
    expect(importsFromElsewhere('a.js', elsewhere)).toHaveLength(4);
    expect(importsFromElsewhere('a.js', 'import {a} from "./a.js"; export * from "../b.js"; import("./c.js")')).toEqual(
      [],
    );
  });

  it.each(['a.prefetch(1)', 'devtools.inspectedWindow.eval(x)', 'Function.call.bind(x)'])('lets %s pass', (sample) => {
    expect(FORBIDDEN.filter(([, pattern]) => pattern.test(sample))).toEqual([]);
  });
});

function importsFromElsewhere(path: string, script: string): string[] {
  const imports = importsOf({ path, text: script });
  return imports.filter(({ ours }) => !ours).map(({ from }) => `${path}: ${from}`);
}

/** Where a pattern stands, with enough around it to find the culprit in one minified line. */
function around(path: string, content: string, pattern: RegExp): string[] {
  return [...content.matchAll(new RegExp(pattern, 'g'))].map(
    ({ index }) => `${path}: …${content.slice(Math.max(0, index - 60), index + 60)}…`,
  );
}
