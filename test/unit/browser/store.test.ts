import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWriter, readStore, type StorageArea } from '../../../utils/browser/store.ts';
import { emptyStore } from '../../../utils/checklist/empty.ts';
import { parseStore, STORE_VERSION, type Store } from '../../../utils/checklist/store.ts';
import { withIntent } from '../../../utils/checklist/updates.ts';
import { current, FakeBrowser } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

beforeEach(() => {
  current.browser = new FakeBrowser();
});

const wish = (fileId: string) => (store: Store) => withIntent(store, 'https://a.powerschool.com', fileId, 1);

/** An area whose reads and writes are slow, so that two updates would overlap if they could. */
function slowArea(
  items: Record<string, unknown> = {},
): StorageArea & { items: Record<string, unknown>; writes: number } {
  return {
    items,
    writes: 0,
    async get(keys) {
      await new Promise((resolve) => setImmediate(resolve));
      return structuredClone(Object.fromEntries([keys].flat().map((key) => [key, this.items[key]])));
    },
    async set(changed) {
      await new Promise((resolve) => setImmediate(resolve));
      this.writes += 1;
      Object.assign(this.items, structuredClone(changed));
    },
  };
}

describe('the writer', () => {
  it('carries out updates one after another', async () => {
    const area = slowArea();
    const write = createWriter(area);
    const add = (n: number) => (store: Store) => ({
      ...store,
      intents: { ...store.intents, [`https://${n}.powerschool.com`]: { fileId: 'users', at: n } },
    });
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(add(n))));
    expect(Object.keys((await readStore(area)).store.intents)).toHaveLength(20);
  });

  it('resolves with the store as it is then', async () => {
    const write = createWriter(slowArea());
    const [first, second] = await Promise.all([write(wish('users')), write(wish('classes'))]);
    expect(first.store.intents['https://a.powerschool.com']?.fileId).toBe('users');
    expect(second.store.intents['https://a.powerschool.com']?.fileId).toBe('classes');
  });

  it('writes nothing where nothing changed', async () => {
    const area = slowArea();
    expect(await createWriter(area)((store) => store)).toEqual({ store: emptyStore(), trouble: null });
    expect(area.writes).toBe(0);
  });

  it('goes on after an update that failed, and says so to its caller alone', async () => {
    const area = slowArea();
    const write = createWriter(area);
    const failed = write(() => {
      throw new Error('no');
    });
    const next = write(wish('users'));
    await expect(failed).rejects.toThrow('no');
    expect((await next).store.intents['https://a.powerschool.com']?.fileId).toBe('users');
  });

  it('says that the browser cannot write, and goes on when it can', async () => {
    const area = slowArea();
    const { set } = area;
    area.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    const write = createWriter(area);
    expect(await write(wish('users'))).toEqual({ store: emptyStore(), trouble: 'not-kept' });
    area.set = set;
    expect(await write(wish('users'))).toMatchObject({ trouble: null });
  });

  it('writes nothing blindly where the browser cannot read', async () => {
    const area = slowArea({ store: withIntent(emptyStore(), 'https://a.powerschool.com', 'classes', 1) });
    area.get = () => Promise.reject(new Error('Corruption: block checksum mismatch'));
    expect(await createWriter(area)(wish('users'))).toMatchObject({ trouble: 'not-kept' });
    expect(area.writes).toBe(0);
    expect(await readStore(area)).toEqual({ store: emptyStore(), trouble: 'not-kept' });
  });

  it('writes nothing that it would not read again', async () => {
    const area = slowArea();
    const spoil = (store: Store): Store => ({ ...store, lastSite: 'x'.repeat(1_000) });
    await expect(createWriter(area)(spoil)).rejects.toThrow('would not be read again');
    expect(area.writes).toBe(0);
  });

  it('keeps a broken record aside before it writes', async () => {
    const raw = { version: 1, sites: 7 };
    const area = slowArea({ store: raw });
    expect(await readStore(area)).toEqual({ store: emptyStore(), trouble: 'set-aside' });
    expect(area.items).toEqual({ store: raw });
    expect(await createWriter(area)(wish('users'))).toMatchObject({ trouble: 'set-aside' });
    expect(area.items['store.unreadable']).toEqual(raw);
    const after = await readStore(area);
    expect(after.store.intents['https://a.powerschool.com']?.fileId).toBe('users');
    expect(after.trouble).toBe('set-aside');
  });

  it('leaves what a newer version wrote as it is', async () => {
    const raw = { ...emptyStore(), version: STORE_VERSION + 1, more: ['than', 'we', 'know'] };
    const area = slowArea({ store: raw });
    const write = createWriter(area);
    for (const fileId of ['users', 'classes']) expect(await write(wish(fileId))).toMatchObject({ trouble: 'newer' });
    expect(await readStore(area)).toEqual({ store: emptyStore(), trouble: 'newer' });
    expect(area.items).toEqual({ store: raw });
    expect(area.writes).toBe(0);
  });

  it('loses nothing, whatever stands there: it is read, set aside, or left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ version: fc.integer({ min: -2, max: 9 }), sites: fc.jsonValue(), panel: fc.jsonValue() }),
          fc.jsonValue().map((junk) => ({ ...emptyStore(), sites: { 'https://a.powerschool.com': junk } })),
        ),
        async (raw) => {
          const area = slowArea({ store: raw });
          const { trouble } = await createWriter(area)(wish('users'));
          const { store, 'store.unreadable': aside } = area.items;
          if (trouble === 'newer') expect(store).toEqual(raw);
          else expect(parseStore(store)).toMatchObject({ readable: true });
          if (trouble === 'set-aside') expect(aside).toEqual(raw);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps nothing aside otherwise', async () => {
    const area = slowArea({ store: emptyStore() });
    await createWriter(area)(wish('users'));
    expect(Object.keys(area.items)).toEqual(['store']);
  });

  it("writes to the browser's local storage", async () => {
    await createWriter()(wish('users'));
    expect(current.browser.storage.local.items.store).toMatchObject({ version: STORE_VERSION });
    expect((await readStore()).store.intents).toHaveProperty(['https://a.powerschool.com', 'fileId'], 'users');
  });
});
