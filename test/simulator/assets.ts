import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Reply } from './visit.ts';

const require = createRequire(import.meta.url);

/** Libraries as npm delivers them, by the path under which the pages load them. */
const LIBRARIES: Record<string, string> = {
  '/scripts/jquery.js': 'jquery/dist/jquery.min.js',
  '/scripts/jquery-ui.js': 'jquery-ui/dist/jquery-ui.min.js',
  '/scripts/angular.js': 'angular/angular.min.js',
  '/images/css/jquery-ui.css': 'jquery-ui/dist/themes/base/jquery-ui.css',
};

const TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/** A script or style sheet, undefined where the path is none. */
export async function asset(path: string): Promise<Reply | undefined> {
  const library = LIBRARIES[path];
  const own = /^\/(?:scripts\/client|images\/css)\/([a-z-]+\.(?:js|css))$/.exec(path)?.[1];
  const source = library ? require.resolve(library) : own && new URL(`./client/${own}`, import.meta.url);
  if (!source) return undefined;
  const body = await readFile(source).catch(() => undefined);
  if (!body) return undefined;
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'max-age=600' }, body };
}
