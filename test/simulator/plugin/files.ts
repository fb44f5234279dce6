import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { PluginUnreadableError } from './error.ts';

/** The files the loader looks at; those of web_root, user_schema_root and permissions_root are left alone. */
const PLUGIN_XML = /(?:^|\/)plugin\.xml$/i;
const NAMED_QUERIES = /(?:^|\/)queries_root\/(?:.*[./])?named_queries\.xml$/i;
/** What macOS puts into a ZIP beside the files: `__MACOSX/…`, `._plugin.xml`. */
const MAC_JUNK = /(?:^|\/)(?:__MACOSX\/|\._)/;
const DEEPEST_FOLDER = 6;

/** A plugin's own files by their path from its root (`queries_root/…`), sorted by path. */
export interface PluginFiles {
  /** The ZIP's or folder's own name, for sentences. */
  source: string;
  pluginXml: { name: string; bytes: Uint8Array };
  queries: { name: string; bytes: Uint8Array }[];
}

/**
 * Finds a plugin's files in a folder or a ZIP, at its root or inside enclosing folders.
 * @throws PluginUnreadableError when there is nothing to read, no plugin.xml, or more than one plugin
 */
export async function readPluginFiles(path: string): Promise<PluginFiles> {
  const source = basename(path);
  const kind = await stat(path).catch(() => undefined);
  if (!kind) throw new PluginUnreadableError(path, 'there is no such file or folder');
  const files = kind.isDirectory() ? await readFolder(path) : unpack(source, await readFile(path));

  const roots = [...files.keys()]
    .filter((name) => PLUGIN_XML.test(name))
    .map((name) => name.slice(0, -'plugin.xml'.length))
    .sort((a, b) => depth(a) - depth(b) || compare(a, b));
  const [root, other] = roots;
  if (root === undefined) throw new PluginUnreadableError(source, 'there is no plugin.xml in it');
  if (other !== undefined && depth(other) === depth(root)) {
    throw new PluginUnreadableError(source, `it holds more than one plugin (${root} and ${other}); choose one`);
  }

  const own = [...files]
    .filter(([name]) => name.startsWith(root))
    .map(([name, bytes]) => ({ name: name.slice(root.length), bytes }))
    .sort((a, b) => compare(a.name, b.name));
  const pluginXml = own.find(({ name }) => /^plugin\.xml$/i.test(name));
  if (!pluginXml) throw new PluginUnreadableError(source, 'there is no plugin.xml in it');
  return { source, pluginXml, queries: own.filter(({ name }) => /^queries_root\//i.test(name)) };
}

function isWanted(name: string): boolean {
  return !MAC_JUNK.test(name) && (PLUGIN_XML.test(name) || NAMED_QUERIES.test(name));
}

/** Windows tools of old wrote backslashes into ZIPs. */
function withSlashes(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\.\//, '');
}

function unpack(source: string, bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new PluginUnreadableError(source, 'not a ZIP file');
  }
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name }) => isWanted(withSlashes(name)),
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new PluginUnreadableError(source, `the ZIP is damaged, encrypted or cut short (${detail})`);
  }
  return new Map(Object.entries(entries).map(([name, content]) => [withSlashes(name), content]));
}

async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const visit = async (inside: string, level: number): Promise<void> => {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const name = inside + entry.name;
      if (entry.isDirectory()) {
        // A plugin is often checked out as a repository.
        const isForeign = entry.name.startsWith('.') || entry.name === 'node_modules';
        if (!isForeign && level < DEEPEST_FOLDER) await visit(`${name}/`, level + 1);
      } else if (isWanted(name)) {
        found.set(name, await readFile(join(folder, name)));
      }
    }
  };
  await visit('', 0);
  return found;
}

function depth(path: string): number {
  return path.split('/').length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
