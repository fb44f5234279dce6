import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runBackground } from '../../../utils/browser/background.ts';
import { laterBridge } from '../../../utils/browser/later.ts';
import { pageBridge } from '../../../utils/browser/page.ts';
import type { PageState } from '../../../utils/browser/protocol.ts';
import type { Observation } from '../../../utils/checklist/progress.ts';
import { current, FakeBrowser, OWN_ID } from './fake-browser.ts';

/**
 * The browser may stop the background whenever it likes: between two messages, and before or after each act on the
 * disk. What a page told is kept all the same, and what it asks is answered.
 */

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

const PAGE = {
  id: OWN_ID,
  url: 'https://a.powerschool.com/admin/datamgmt/exportmanager.action',
  origin: 'https://a.powerschool.com',
  tab: { id: 1 },
};

/** A browser whose background stops at the given acts on the disk, counted from 0, and starts again when asked. */
class Machine {
  readonly #stops: Set<number>;
  #acts = 0;
  #stop: (reason: Error) => void = () => undefined;

  constructor(stops: readonly number[]) {
    this.#stops = new Set(stops);
    current.browser = new FakeBrowser();
    this.#start();
  }

  get acts(): number {
    return this.#acts;
  }

  #start(): void {
    const { storage } = current.browser;
    current.browser = new FakeBrowser();
    for (const area of ['local', 'session'] as const) {
      current.browser.storage[area].items = storage[area].items;
      current.browser.storage[area].pause = () => this.#pause();
    }
    runBackground(['users', 'classes', 'enrollments']);
  }

  async #pause(): Promise<void> {
    const act = this.#acts;
    this.#acts += 1;
    if (!this.#stops.has(act)) return;
    this.#start();
    this.#stop(new Error('The message port closed before a response was received.'));
    await new Promise(() => undefined);
  }

  /** The page's side, as the browser gives it. */
  readonly runtime = {
    id: OWN_ID,
    sendMessage: (message: unknown): Promise<unknown> => {
      const stopped = new Promise((_, reject) => {
        this.#stop = reject;
      });
      const [answer] = current.browser.runtime.onMessage.fire(structuredClone(message), PAGE);
      return Promise.race([answer, stopped]);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Deed = (told: number) => unknown;

const observed =
  (...seen: Observation[]): Deed =>
  () =>
    pageBridge.observed(seen, seen[0]?.fileId ?? null);

const columns = [{ field: 'USERS.email', label: 'email' }];

/** What a page says while one file is set up from beginning to end. */
const SET_UP: Deed[] = [
  () => pageBridge.intentTaken(),
  observed({ fileId: 'users', fields: false, labels: false, columns: [] }),
  () => laterBridge.keep('{"course":{"fileId":"users"},"loadAt":null}'),
  observed({ fileId: 'users', fields: true, labels: false, columns: [{ field: 'USERS.email', label: 'USERS.email' }] }),
  () => pageBridge.panel({ folded: false, position: { side: 'left', x: 10, y: 20 } }),
  observed({ fileId: 'users', fields: true, labels: true, columns }),
  () => laterBridge.keep('{"course":{"fileId":"users","columnsRight":true},"loadAt":1}'),
  observed({ fileId: 'users', summary: true, options: { lineDelimiter: 'CR' } }),
  observed({ fileId: 'users', columns, saved: { name: 'classtag_users', at: '2026-01-02T00:00:00.000Z' } }),
  () => laterBridge.keep('{"course":null,"loadAt":null}'),
  () => pageBridge.intend('classes'),
];

/** What is on the disk and what a page learns after some deeds, with the background stopped at some acts. */
async function after(deeds: readonly Deed[], stops: readonly number[]): Promise<{ kept: unknown; acts: number }> {
  const machine = new Machine(stops);
  vi.stubGlobal('browser', machine);
  deeds.forEach((deed, told) => {
    // What it resolves with is the page's business; a deed that fails shows in what is kept.
    void Promise.resolve(deed(told)).catch(() => undefined);
  });
  const [state, memory] = [pageBridge.state(), laterBridge.memory()];
  await vi.runAllTimersAsync();
  const { site, panel, lastFile, intent } = (await state) as PageState;
  const told = { site: { ...site, seenAt: '' }, panel, lastFile, intent, memory: await memory };
  return { kept: told, acts: machine.acts };
}

it('keeps what a whole set-up tells, wherever the background is stopped', async () => {
  const { kept, acts } = await after(SET_UP, []);
  expect(kept).toMatchObject({
    site: { progress: { users: { fields: true, labels: true, summary: true, savedAs: 'classtag_users' } } },
    panel: { position: { side: 'left' } },
    lastFile: 'users',
    intent: 'classes',
    memory: '{"course":null,"loadAt":null}',
  });
  expect(acts).toBeGreaterThan(40);
  for (let stop = 0; stop < acts; stop += 1) expect((await after(SET_UP, [stop])).kept).toEqual(kept);
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .record({
      fileId: fc.constantFrom('users', 'classes', 'enrollments'),
      fields: fc.boolean(),
      labels: fc.boolean(),
      summary: fc.boolean(),
    })
    .map((seen) => observed(seen)),
  fc
    .constantFrom('users', 'classes')
    .map((fileId) => observed({ fileId, saved: { name: `classtag_${fileId}`, at: '2026-01-02T00:00:00.000Z' } })),
  fc.string({ maxLength: 20 }).map((memory) => () => laterBridge.keep(memory)),
  fc.constantFrom('users', 'enrollments').map((fileId) => () => pageBridge.intend(fileId)),
  fc.constant(() => pageBridge.intentTaken()),
  fc
    .integer({ min: 0, max: 500 })
    .map((x) => () => pageBridge.panel({ folded: x > 250, position: { side: 'left', x, y: x } })),
  fc
    .boolean()
    .map(
      (actAtOnce) => () =>
        pageBridge.choices({ profile: { swap: actAtOnce }, templateNames: {}, actAtOnce, syncAt: null, district: '' }),
    ),
);

it('keeps the same after any deeds, with the background stopped again and again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 1, maxLength: 12 }),
      // Far enough apart for a message to be answered at the second or third time.
      fc.array(fc.integer({ min: 6, max: 20 }), { minLength: 1, maxLength: 20 }),
      async (deeds, gaps) => {
        let last = -6;
        const stops = gaps.map((gap) => {
          last += gap;
          return last;
        });
        expect((await after(deeds, stops)).kept).toEqual((await after(deeds, [])).kept);
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);
