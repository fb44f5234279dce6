import { describe, expect, it } from 'vitest';
import { emptyStore } from '../../../utils/checklist/empty.ts';
import { parseStore, STORE_VERSION, type Store, upgrade } from '../../../utils/checklist/store.ts';

const SITE = 'https://district.powerschool.com';
const at = '2026-01-01T00:00:00.000Z';

const full: Store = {
  version: 2,
  sites: {
    [SITE]: {
      progress: {
        users: {
          fields: true,
          labels: true,
          summary: false,
          savedAs: 'mine',
          savedAt: at,
          verifiedAt: at,
          drift: true,
          setUp: { columns: [{ field: 'USERS.email', label: 'email' }], options: { lineDelimiter: 'CR' } },
        },
      },
      choices: {
        profile: { swapPhoneAndSms: true },
        templateNames: { users: 'mine' },
        actAtOnce: true,
        syncAt: '19:30',
        district: 'Example Schools',
      },
      seenAt: at,
    },
  },
  lastSite: SITE,
  panel: { folded: true, position: { side: 'left', x: 10, y: 20 } },
  intents: { [SITE]: { fileId: 'users', at: 5 } },
};
/** The same as version 1 wrote it. */
const version1 = (): Record<string, unknown> => {
  const old = copy() as unknown as { version: number; sites: Record<string, { progress: object; choices: object }> };
  old.version = 1;
  const site = old.sites[SITE];
  if (!site) throw new Error(SITE);
  site.progress = { users: { fields: true, labels: true, summary: false, savedAs: 'mine', savedAt: at } };
  site.choices = { profile: { swapPhoneAndSms: true }, templateNames: { users: 'mine' }, actAtOnce: true };
  return old as unknown as Record<string, unknown>;
};
const copy = (): Record<string, unknown> => JSON.parse(JSON.stringify(full));

describe('reading the store', () => {
  it.each([undefined, null])('is empty where there is none: %s', (raw) => {
    expect(parseStore(raw)).toEqual({ store: emptyStore(), readable: true, newer: false });
  });

  it('gives back what was written', () => {
    expect(parseStore(copy())).toEqual({ store: full, readable: true, newer: false });
    expect(parseStore(emptyStore())).toEqual({ store: emptyStore(), readable: true, newer: false });
  });

  it('takes over what version 1 wrote, and adds nothing that was not known', () => {
    const { store, readable } = parseStore(version1());
    expect(readable).toBe(true);
    expect(store.sites[SITE]?.progress.users).toEqual({
      fields: true,
      labels: true,
      summary: false,
      savedAs: 'mine',
      savedAt: at,
      verifiedAt: null,
      drift: false,
      setUp: { columns: [], options: {} },
    });
    expect(store.sites[SITE]?.choices).toEqual({
      profile: { swapPhoneAndSms: true },
      templateNames: { users: 'mine' },
      actAtOnce: true,
      syncAt: null,
      district: '',
    });
    expect(store.panel).toEqual(full.panel);
    expect(parseStore({ ...emptyStore(), version: 1 })).toEqual({ store: emptyStore(), readable: true, newer: false });
  });

  it.each<[string, unknown]>([
    ['sites that are no record', { ...version1(), sites: [1] }],
    ['a site that is no record', { ...version1(), sites: { [SITE]: 7 } }],
    ['progress that is no record', { ...version1(), sites: { [SITE]: { progress: 'all' } } }],
  ])('is empty for a version 1 with %s', (_, raw) => {
    expect(parseStore(raw)).toEqual({ store: emptyStore(), readable: false, newer: false });
  });

  it('drops keys it does not know, at every depth', () => {
    const text = JSON.stringify(full)
      .replace('{', '{"extra":1,')
      .replace('"fields"', '"rows":[["555-0100"]],"fields"')
      .replace('"seenAt"', '"student":"Sam Example","seenAt"')
      .replace('"folded"', '"color":"red","folded"');
    const raw: unknown = JSON.parse(text);
    expect(parseStore(raw)).toEqual({ store: full, readable: true, newer: false });
    expect(JSON.stringify(parseStore(raw).store)).not.toMatch(/Sam|555/);
  });

  it.each<[string, unknown]>([
    ['a text', 'store'],
    ['a number', 7],
    ['a list', []],
    ['no version', { ...full, version: undefined }],
    ['an older version that never was', { ...full, version: 0 }],
    ['a version as text', { ...full, version: '1' }],
    ['a broken version', { ...full, version: 1.5 }],
    ['sites that are no record', { ...full, sites: [] }],
    ['a site without progress', { ...full, sites: { [SITE]: { seenAt: at } } }],
    ['a side that is neither', { ...full, panel: { folded: true, position: { side: 'up', x: 1, y: 1 } } }],
    [
      'a name without end',
      JSON.parse(JSON.stringify(full).replace('"savedAs":"mine"', `"savedAs":"${'x'.repeat(201)}"`)),
    ],
    ['an intent without time', { ...full, intents: { [SITE]: { fileId: 'users' } } }],
  ])('is empty, and says so, for %s', (_, raw) => {
    expect(parseStore(raw)).toEqual({ store: emptyStore(), readable: false, newer: false });
  });

  it('knows a newer version, which is not read', () => {
    const newer = { ...full, version: STORE_VERSION + 1 };
    expect(parseStore(newer)).toEqual({ store: emptyStore(), readable: false, newer: true });
  });

  it('throws for nothing', () => {
    const cyclic: Record<string, unknown> = { version: 1 };
    cyclic.sites = cyclic;
    expect(parseStore(cyclic).readable).toBe(false);
  });
});

describe('bringing an old record up to date', () => {
  const migrations = {
    1: (old: Record<string, unknown>) => ({ ...old, version: 2, panel: { folded: old.folded } }),
    2: (old: Record<string, unknown>) => ({ ...old, version: 3, renamed: old.name }),
  };

  it('takes one step after another', () => {
    expect(upgrade({ version: 1, folded: true, name: 'n' }, migrations, 3)).toEqual({
      version: 3,
      folded: true,
      name: 'n',
      panel: { folded: true },
      renamed: 'n',
    });
  });

  it('begins at the record’s own version', () => {
    expect(upgrade({ version: 2, name: 'n' }, migrations, 3)).toEqual({ version: 3, name: 'n', renamed: 'n' });
  });

  it.each<[string, unknown]>([
    ['up to date', { version: 3, name: 'n' }],
    ['newer', { version: 4, name: 'n' }],
    ['of a version without migration', { version: 0, name: 'n' }],
    ['without version', { name: 'n' }],
    ['no record', 'n'],
    ['nothing', null],
  ])('leaves a record that is %s', (_, record) => {
    expect(upgrade(record, migrations, 3)).toBe(record);
  });

  it('ends where a migration forgets to raise the version', () => {
    let runs = 0;
    const stuck = { 1: (old: Record<string, unknown>) => ({ ...old, runs: ++runs }) };
    expect(upgrade({ version: 1 }, stuck, 3)).toMatchObject({ version: 1 });
    expect(runs).toBeLessThanOrEqual(3);
  });

  it('leaves the record that was read', () => {
    const record = { version: 1, folded: true };
    upgrade(record, migrations, 3);
    expect(record).toEqual({ version: 1, folded: true });
  });
});
