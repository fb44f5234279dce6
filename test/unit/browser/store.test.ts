import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWriter, readStore, type StorageArea } from '../../../utils/browser/store.ts';
import { emptyStore } from '../../../utils/checklist/empty.ts';
import { STORE_VERSION, type Store } from '../../../utils/checklist/store.ts';
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
    async get(key) {
      await new Promise((resolve) => setImmediate(resolve));
      return structuredClone({ [key]: this.items[key] });
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
    expect(Object.keys((await readStore(area)).intents)).toHaveLength(20);
  });

  it('resolves with the store as it is then', async () => {
    const write = createWriter(slowArea());
    const [first, second] = await Promise.all([write(wish('users')), write(wish('classes'))]);
    expect(first.intents['https://a.powerschool.com']?.fileId).toBe('users');
    expect(second.intents['https://a.powerschool.com']?.fileId).toBe('classes');
  });

  it('writes nothing where nothing changed', async () => {
    const area = slowArea();
    expect(await createWriter(area)((store) => store)).toEqual(emptyStore());
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
    expect((await next).intents['https://a.powerschool.com']?.fileId).toBe('users');
  });

  it('rejects when the browser cannot write', async () => {
    const area = slowArea();
    area.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    await expect(createWriter(area)(wish('users'))).rejects.toThrow('quota');
  });

  it.each<[string, unknown]>([
    ['broken', { version: 1, sites: 7 }],
    ['newer', { ...emptyStore(), version: 99 }],
  ])('keeps a %s record aside before it writes', async (_, raw) => {
    const area = slowArea({ store: raw });
    expect(await readStore(area)).toEqual(emptyStore());
    expect(area.items).toEqual({ store: raw });
    await createWriter(area)(wish('users'));
    expect(area.items['store.unreadable']).toEqual(raw);
    expect((await readStore(area)).intents['https://a.powerschool.com']?.fileId).toBe('users');
  });

  it('keeps nothing aside otherwise', async () => {
    const area = slowArea({ store: emptyStore() });
    await createWriter(area)(wish('users'));
    expect(Object.keys(area.items)).toEqual(['store']);
  });

  it("writes to the browser's local storage", async () => {
    await createWriter()(wish('users'));
    expect(current.browser.storage.local.items.store).toMatchObject({ version: STORE_VERSION });
    expect((await readStore()).intents).toHaveProperty(['https://a.powerschool.com', 'fileId'], 'users');
  });
});
