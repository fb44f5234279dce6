/** The built packages as the package tests see them: every file of .output/<target>-mv3. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

export const TARGETS = ['chrome', 'edge', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** One build: its files by path, with `/` between the parts. */
export type Package = Map<string, Buffer>;

/** @throws when the target is not built yet. */
export function readPackage(target: Target): Package {
  const directory = join(import.meta.dirname, '../../../../.output', `${target}-mv3`);
  if (!existsSync(directory)) throw new Error(`${target} is not built. Run \`npm run build\` first.`);
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(directory, path).replaceAll('\\', '/'), readFileSync(path)]));
}

/** A file's text. @throws when the package has no such file. */
export function text(files: Package, path: string): string {
  const content = files.get(path);
  if (!content) throw new Error(`The package has no ${path}; it has ${[...files.keys()].join(', ')}.`);
  return content.toString('utf8');
}

/** The manifest, as plain JSON. */
export function manifest(files: Package): Record<string, unknown> {
  return JSON.parse(text(files, 'manifest.json')) as Record<string, unknown>;
}

/** The scripts that run in PowerSchool's pages. */
export function contentScripts(files: Package): string[] {
  const { content_scripts = [] } = manifest(files) as { content_scripts?: { js?: string[] }[] };
  const paths = content_scripts.flatMap(({ js = [] }) => js);
  if (paths.length === 0) throw new Error('The manifest names no content script.');
  return paths;
}

/** Every text file that is run, shown or read by the browser. */
export function code(files: Package): [path: string, text: string][] {
  return [...files]
    .filter(([path]) => /\.(js|html|css)$/.test(path))
    .map(([path, bytes]) => [path, bytes.toString('utf8')]);
}

/** A page's scripts and styles: those it names, and those its scripts import. */
export function loadedBy(files: Package, page: string): string[] {
  const named = [...text(files, page).matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+)"/g)];
  const found = new Set<string>();
  const queue = named.map(([, path = '']) => posix.join(posix.dirname(page), path.replace(/^\//, '')));
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (found.has(path)) continue;
    found.add(path);
    if (!path.endsWith('.js')) continue;
    const { module } = parseSync(path, text(files, path));
    const requests = [...module.staticImports, ...module.staticExports.flatMap((one) => one.entries)];
    const imported = requests.flatMap((one) => (one.moduleRequest ? [one.moduleRequest.value] : []));
    queue.push(...imported.map((request) => posix.join(posix.dirname(path as string), request)));
  }
  return [...found];
}

/** Size after gzip, of all the files together. */
export function zipped(files: Package, paths: string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(text(files, path), { level: 9 }).length, 0);
}
