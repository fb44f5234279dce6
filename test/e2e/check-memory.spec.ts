/** What checks leave behind in the workers of the page that checks files. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { writeSet } from '../data/roster-set.ts';
import { choose, openCheck, verdict } from './checking.ts';
import { expect, test } from './fixtures.ts';

const USERS = 200_000;
const CHECKS = 4;
/** A check without leaks adds a tenth of a megabyte; the files have 45, and the ids alone more than this. */
const MOST_GROWTH = 4e6;

type Asked = (method: string) => Promise<Record<string, number>>;

/** Talks to each worker of a page by the protocol of Chromium's developer tools. */
async function workersOf(context: BrowserContext, page: Page): Promise<Asked[]> {
  const session = await context.newCDPSession(page);
  const sessions: string[] = [];
  const waiting = new Map<number, (result: Record<string, number>) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') sessions.push(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  // It has attached to those that are there by the time it answers.
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let last = 0;
  return sessions.map((sessionId) => (method) => {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  });
}

/** Bytes that all workers hold once garbage is collected: objects, and the memory behind typed arrays. */
async function held(workers: Asked[]): Promise<number> {
  let sum = 0;
  for (const ask of workers) {
    await ask('HeapProfiler.collectGarbage');
    const { usedSize = 0, backingStorageSize = Number.NaN } = await ask('Runtime.getHeapUsage');
    sum += usedSize + backingStorageSize;
  }
  return sum;
}

test('checks leave nothing behind in the workers', async ({ context, page: _, extensionId }) => {
  const folder = await mkdtemp(join(tmpdir(), 'check-memory-'));
  try {
    const set = writeSet(folder, { users: USERS, seed: 4, form: 'cr-unquoted' });
    const page = await openCheck(context, extensionId);
    const after: number[] = [];
    let workers: Asked[] = [];
    for (let check = 0; check < CHECKS; check += 1) {
      if (check === 0) await choose(page, Object.values(set.files));
      else {
        await page.getByRole('button', { name: 'Check again' }).click();
        await expect(verdict(page)).toHaveCount(0);
      }
      // The fingerprint is the last that the workers make.
      await page.getByRole('button', { name: 'Remember these counts' }).waitFor();
      if (check === 0) workers = await workersOf(context, page);
      after.push(await held(workers));
    }
    expect(workers).toHaveLength(2);
    expect((after[3] ?? Number.NaN) - (after[1] ?? Number.NaN)).toBeLessThan(MOST_GROWTH);
    await page.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
