import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runBackground } from '../../../utils/browser/background.ts';
import { emptyStore } from '../../../utils/checklist/empty.ts';
import { parseStore, type Store } from '../../../utils/checklist/store.ts';
import { current, FakeBrowser, OWN_ID, OWN_PAGES } from './fake-browser.ts';

/** Who may say what to the background, and what comes of it. */

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

const A = 'https://a.powerschool.com';
const B = 'https://b.powerschool.com';
const FILES = ['users', 'classes', 'enrollments'];

interface From {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id: number };
}
const pageOf = (site: string, id = 1): From => ({
  id: OWN_ID,
  url: `${site}/admin/datamgmt/exportmanager.action`,
  origin: site,
  tab: { id },
});

beforeEach(() => {
  current.browser = new FakeBrowser();
  runBackground(FILES);
});

async function send(message: unknown, from: From): Promise<unknown> {
  const [answer] = current.browser.runtime.onMessage.fire(message, from);
  return answer;
}

const stored = () => current.browser.storage.local.items.store as Store | undefined;
const observed = (fileId: string, fields = true) => ({
  type: 'observed',
  fileId,
  observations: [{ fileId, fields }],
});

describe('a sender', () => {
  it.each<[string, From]>([
    ['without an address', { id: OWN_ID, tab: { id: 1 } }],
    ['with no address at all that could be read', { ...pageOf(A), url: 'nowhere' }],
    ['in a sandboxed frame, which has no origin', { ...pageOf(A), origin: 'null' }],
    ['from another site, without an origin', { id: OWN_ID, url: `${B}/admin/`, tab: { id: 1 } }],
    ['whose origin is another site’s', { ...pageOf(A), origin: B }],
    ['in a file', { ...pageOf(A), url: 'file:///users.csv', origin: 'null' }],
    ['in another extension’s page', { id: OWN_ID, url: 'chrome-extension://another/popup.html' }],
    [
      'whose address only begins like ours',
      { id: OWN_ID, url: 'https://example.org/chrome-extension://own-extension/' },
    ],
    ['that says it is ours, from a web page', { id: OWN_ID, url: `${OWN_PAGES}popup.html`, origin: A, tab: { id: 1 } }],
  ])('%s learns nothing of another site and changes nothing of it', async (_, from) => {
    await send(observed('users'), pageOf(A));
    const before = structuredClone(stored()?.sites[A]);
    const answer = JSON.stringify([
      await send({ type: 'overview', site: A }, from),
      await send({ type: 'overview', site: null }, from),
      await send({ type: 'state' }, from),
      await send({ type: 'memory' }, from),
    ]);
    expect(answer).not.toContain('true');
    await send({ type: 'start-over', site: A }, from);
    await send(observed('classes'), from);
    expect(stored()?.sites[A]).toEqual(before);
  });

  it('outside any tab is still a web page, and no page of ours', async () => {
    await send(observed('users'), pageOf(B));
    const { tab: _, ...elsewhere } = pageOf(A);
    expect(await send({ type: 'overview', site: B }, elsewhere)).toBeUndefined();
    await send({ type: 'start-over', site: B }, elsewhere);
    expect(stored()?.sites[B]?.progress.users?.fields).toBe(true);
  });

  it('in a frame of another site is that site, not the tab’s', async () => {
    const frame = { ...pageOf(B, 1), frameId: 7 };
    await send(observed('users'), pageOf(A, 1));
    await send({ type: 'keep', memory: 'of A' }, pageOf(A, 1));
    expect(await send({ type: 'state' }, frame)).toMatchObject({ site: { progress: {} }, lastFile: null });
    expect(await send({ type: 'memory' }, frame)).toBe('');
    await send(observed('classes'), frame);
    expect(Object.keys(stored()?.sites[A]?.progress ?? {})).toEqual(['users']);
  });
});

/** Mostly what would be kept, so that what must not be kept has company. */
const name = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('users', 'classes', 'a', 'b', '<img src=x onerror=alert(1)>') },
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '') },
  { weight: 1, arbitrary: fc.integer({ min: 190, max: 400 }).map((length) => 'x'.repeat(length)) },
);
const key = fc.oneof(
  { weight: 60, arbitrary: fc.integer({ max: 99, min: 0 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor') },
);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const observation = fc.record({
  fileId: name,
  fields: perhaps(fc.boolean()),
  labels: perhaps(fc.boolean()),
  summary: perhaps(fc.boolean()),
  drift: perhaps(fc.constant(true)),
  found: perhaps(name),
  saved: perhaps(fc.record({ name, at: name })),
  verified: perhaps(fc.record({ name, at: name })),
  columns: perhaps(fc.array(fc.record({ field: name, label: name }), { maxLength: 3 })),
  options: perhaps(fc.dictionary(key, fc.constant('CR'), { maxKeys: 60, size: 'max' })),
});
const message = fc.oneof(
  fc.record({
    type: fc.constant('observed'),
    fileId: fc.option(name),
    observations: fc.array(observation, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('choices'),
    site: perhaps(fc.constantFrom(A, B, '__proto__')),
    choices: fc.record({
      profile: fc.dictionary(key, fc.boolean(), { maxKeys: 60, size: 'max' }),
      templateNames: fc.dictionary(key, name, { maxKeys: 60 }),
      actAtOnce: fc.boolean(),
      syncAt: fc.option(fc.constantFrom('19:30', '99:99')),
      district: name,
    }),
  }),
  fc.record({ type: fc.constant('intend'), fileId: name }),
  fc.record({ type: fc.constant('intent-taken') }),
  fc.record({ type: fc.constant('start-over'), site: fc.constantFrom(A, B, '__proto__') }),
  fc.record({ type: fc.constant('keep'), memory: name }),
  fc.anything(),
);
const sender = fc.constantFrom(pageOf(A, 1), pageOf(A, 2), pageOf(B, 3), { ...pageOf(B, 1), frameId: 4 });
const said = fc.array(fc.tuple(message, sender), { maxLength: 12 });

/** Sends all and gives back the disk, without the times. */
async function kept(all: readonly (readonly [unknown, From])[]): Promise<Store> {
  current.browser = new FakeBrowser();
  runBackground(FILES);
  for (const [what, from] of all) await send(what, from).catch(() => undefined);
  const raw = current.browser.storage.local.items.store;
  expect(parseStore(raw).readable).toBe(true);
  const untimed = JSON.stringify(raw ?? emptyStore()).replace(/"seenAt":"[^"]*"/g, '"seenAt":""');
  return JSON.parse(untimed.replace(/"at":\d+/g, '"at":0'), (key, value: unknown) =>
    // As an own property, which it would be in the browser.
    key === '__proto__' ? undefined : value,
  ) as Store;
}

describe('whatever is said, with whatever in it,', () => {
  it('what is kept can be read again, is bounded, and names no file but the profile’s', async () => {
    await fc.assert(
      fc.asyncProperty(said, async (all) => {
        const store = await kept(all);
        for (const site of Object.values(store.sites)) {
          expect(FILES).toEqual(expect.arrayContaining(Object.keys(site.progress)));
          expect(JSON.stringify(site).length).toBeLessThan(200_000);
          for (const { setUp } of Object.values(site.progress))
            expect(Object.keys(setUp.options).length).toBeLessThanOrEqual(50);
        }
        expect([A, B]).toEqual(expect.arrayContaining(Object.keys(store.sites)));
      }),
      { numRuns: 200 },
    );
  }, 20_000);

  it('progress and choices of two sites never mix', async () => {
    await fc.assert(
      fc.asyncProperty(said, async (all) => {
        const together = await kept(all);
        for (const site of [A, B]) {
          const alone = await kept(all.filter(([, from]) => from.origin === site));
          expect(together.sites[site]).toEqual(alone.sites[site]);
          expect(together.intents[site]).toEqual(alone.intents[site]);
        }
      }),
      { numRuns: 120 },
    );
  }, 20_000);
});
