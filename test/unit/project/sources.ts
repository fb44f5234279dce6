/** The repository's own files, and what each imports. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

const root = join(import.meta.dirname, '../../..');

export interface Source {
  /** From the repository's root, with `/`. */
  path: string;
  text: string;
}

export interface Import {
  /** A path from the root for our own files, a package's name as written otherwise. */
  from: string;
  ours: boolean;
  /** Gone after compilation. */
  typesOnly: boolean;
}

/** Every file that git has or would take, so that a file is checked before it is committed. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const paths = listed.toString('utf8').split('\0');
  return paths.filter((path) => path !== '' && existsSync(join(root, path)));
}

export function read(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** All TypeScript under the given folders. */
export function sourcesUnder(...folders: string[]): Source[] {
  const wanted = (path: string) => /\.(tsx?|mjs)$/.test(path) && folders.some((folder) => path.startsWith(folder));
  return repositoryFiles().filter(wanted).map(read);
}

/** What a file imports, re-exports, or names in `import('…')`, of types too. */
export function importsOf(source: Source): Import[] {
  const { module, program, errors } = parseSync(source.path, source.text);
  if (errors[0]) throw new Error(`${source.path} cannot be parsed: ${errors[0].message}`);
  const imports: Import[] = [];
  const add = (request: string, typesOnly: boolean) => imports.push({ ...resolve(source.path, request), typesOnly });
  for (const one of module.staticImports) {
    add(one.moduleRequest.value, one.entries.length > 0 && one.entries.every((entry) => entry.isType));
  }
  for (const entry of module.staticExports.flatMap((one) => one.entries)) {
    if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType);
  }
  new Visitor({
    ImportExpression({ source: request }) {
      add(request.type === 'Literal' ? String(request.value) : '(computed)', false);
    },
    TSImportType({ source: request }) {
      add(request.value, true);
    },
  }).visit(program);
  return imports;
}

function resolve(from: string, request: string): { from: string; ours: boolean } {
  const path = request.replace(/\?.*$/, '');
  if (!path.startsWith('.')) return { from: request, ours: false };
  return { from: posix.join(posix.dirname(from), path), ours: true };
}

/** Uses of the browser API as a global: `chrome.x`, `browser.x`, `globalThis.chrome`. */
export function browserGlobals(source: Source): string[] {
  const found: string[] = [];
  new Visitor({
    MemberExpression({ object, property }) {
      if (object.type !== 'Identifier') return;
      if (object.name === 'chrome' || object.name === 'browser') found.push(`${source.path}: ${object.name}.…`);
      const ofWindow = ['window', 'self', 'globalThis'].includes(object.name) && property.type === 'Identifier';
      if (ofWindow && ['chrome', 'browser'].includes(property.name)) found.push(`${source.path}: ….${property.name}`);
    },
  }).visit(parseSync(source.path, source.text).program);
  return found;
}

/** The text with every comment blanked out, line breaks kept. */
export function withoutComments(source: Source): string {
  const { comments } = parseSync(source.path, source.text);
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return comments.reduce(
    (text, { start, end }) => text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end),
    source.text,
  );
}
