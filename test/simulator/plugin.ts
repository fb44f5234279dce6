import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { readPluginFiles } from './plugin/files.ts';
import { readQueryFile } from './plugin/queries.ts';
import { parseXml } from './plugin/xml.ts';
import type { DataSet, Plugin } from './types.ts';

export { PluginUnreadableError } from './plugin/error.ts';

/** Where the simulator's own ClassTag plugin lies, for {@link loadPlugin}. */
export const CLASSTAG_PLUGIN = fileURLToPath(new URL('./classtag-plugin', import.meta.url));

/**
 * Loads a PowerSchool plugin: a folder or a ZIP with plugin.xml and `queries_root/*.named_queries.xml`.
 * Permissions are not looked at: the simulator's administrator may see every data set.
 * @throws PluginUnreadableError with a plain sentence when something in it cannot be read
 */
export async function loadPlugin(path: string): Promise<Plugin> {
  const files = await readPluginFiles(path);
  const plugin = parseXml(files.pluginXml.name, files.pluginXml.bytes, 'plugin');
  const offered = new Map<string, DataSet>();
  const notOffered: Plugin['notOffered'] = [];
  for (const { name, bytes } of files.queries) {
    const file = readQueryFile(name, bytes);
    notOffered.push(...file.notOffered);
    for (const dataSet of file.offered) {
      if (offered.has(dataSet.id)) notOffered.push({ id: dataSet.id, reason: `${name} defines the query again.` });
      else offered.set(dataSet.id, dataSet);
    }
  }
  return {
    name: plugin.attribute('name') || files.source,
    version: plugin.attribute('version'),
    publisher: plugin.children('publisher')[0]?.attribute('name') ?? '',
    dataSets: [...offered.values()],
    notOffered,
  };
}

/** Packs a plugin's folder into the ZIP that PowerSchool's Plugin Management takes, its files at the root. */
export function zipPlugin(folder: string): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    entries[path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')] = readFileSync(path);
  }
  return zipSync(entries);
}
