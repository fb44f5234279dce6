import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

interface Manifest {
  host_permissions: string[];
  content_scripts: { matches: string[] }[];
  optional_host_permissions: string[];
}

/** The manifest of a build with these sites of the district's own. */
async function manifestWith(sites: string): Promise<Manifest> {
  vi.stubEnv('ROSTER_SITES', sites);
  const { default: config } = await import('../../../wxt.config.ts');
  if (typeof config.manifest !== 'function') throw new Error('The manifest is made by a function.');
  const environment = { browser: 'chrome', command: 'build', manifestVersion: 3, mode: 'production' } as const;
  return (await config.manifest(environment)) as Manifest;
}

const HOSTED = 'https://*.powerschool.com/admin/datamgmt/*';

it.each([
  ['', [HOSTED]],
  ['https://sis.example.org', [HOSTED, 'https://sis.example.org/admin/datamgmt/*']],
  [
    'https://sis.example.org/admin/home.html,  http://old.example.org:8080',
    [HOSTED, 'https://sis.example.org/admin/datamgmt/*', 'http://old.example.org/admin/datamgmt/*'],
  ],
])('stand in the manifest beside hosted PowerSchool, for the same path', async (sites, pages) => {
  const { host_permissions, content_scripts } = await manifestWith(sites);
  expect(host_permissions).toEqual(pages);
  expect(content_scripts.map(({ matches }) => matches)).toEqual([pages]);
});

it.each(['sis.example.org', 'https://', 'file:///admin/', 'https://sis.example.org sis.example.org'])(
  'stop the build where one is no address: %s',
  async (sites) => {
    await expect(manifestWith(sites)).rejects.toThrow(/ROSTER_SITES has .+, which is no address such as/);
  },
);
