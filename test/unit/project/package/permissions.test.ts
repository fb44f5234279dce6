import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { includes } from '../../../../utils/sites/patterns.ts';
import { manifest, readPackage, TARGETS } from './output.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../../docs/permissions.md'), 'utf8');

/** The text under a heading, up to the next. */
function under(heading: string): string {
  const [, after] = DOCUMENT.split(`## ${heading}\n`);
  if (after === undefined) throw new Error(`docs/permissions.md has no ${heading}`);
  return after.split('\n## ')[0] ?? '';
}

/** What stands in code at the beginning of each row of the table. */
const listed = (heading: string) => [...under(heading).matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);

interface Permissions {
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  optional_host_permissions: string[];
}

/**
 * What the first version asked for. A browser disables an extension whose update requires more, until its person agrees;
 * and takes back what an update does not at least ask for optionally.
 */
const REQUIRED = ['storage', 'activeTab', 'scripting', 'https://*.powerschool.com/admin/datamgmt/*'];

describe.each(TARGETS)('docs/permissions.md and the manifest for %s', (target) => {
  const { permissions, host_permissions, optional_permissions, optional_host_permissions } = manifest(
    readPackage(target),
  ) as unknown as Permissions;

  it('name the same permissions from the installation on', () => {
    expect(listed('From the installation on')).toEqual([...permissions, ...host_permissions]);
  });

  it('name the same that are only asked for', () => {
    expect(listed('Only when asked for, one host at a time')).toEqual(optional_host_permissions);
    expect(optional_permissions).toBeUndefined();
  });

  it('ask for none of those that are never asked for', () => {
    const never = [...under('Never asked for').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    expect(never.length).toBeGreaterThan(10);
    const asked = [...permissions, ...host_permissions, ...optional_host_permissions];
    expect(never.filter((name) => asked.includes(name))).toEqual([]);
  });

  it('require no more than the first version did, so that an update asks nobody', () => {
    expect([...permissions, ...host_permissions].filter((one) => !REQUIRED.includes(one))).toEqual([]);
  });

  it.each(['https://sis.example.org/*', 'http://sis.example.org/*', 'https://district.powerschool.com/*'])(
    'still cover the grant %s, so that an update takes none away',
    (grant) => {
      const covering = [...host_permissions, ...optional_host_permissions].filter((one) => includes(one, grant));
      expect(covering).not.toEqual([]);
    },
  );
});
