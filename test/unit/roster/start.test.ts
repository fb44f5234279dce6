import { describe, expect, it } from 'vitest';
import { Answering, buffersIn, type Question, type Reply } from '../../../utils/roster/engine/hands.ts';
import type { Handle, Surroundings } from '../../../utils/roster/engine/jobs.ts';
import { PlainScanner } from '../../../utils/roster/engine/scan.ts';
import type { Progress } from '../../../utils/roster/report.ts';
import { defaultSettings } from '../../../utils/roster/settings.ts';
import { checkWith, type GivenFile, type Hand } from '../../../utils/roster/start.ts';

const FILES: Record<string, string> = {
  'users.csv': `sourcedId,orgSourcedIds,role,givenName,familyName,email\r${'1,0101,teacher,Sam,Rivera,a@example.org\r'.repeat(50)}`,
  'classes.csv': 'sourcedId,title,grades,schoolSourcedId\r0501,Art,05,0101\r',
  'enrollments.csv': `classSourcedId,schoolSourcedId,userSourcedId,role\r${'0501,0101,1,teacher\r'.repeat(9)}`,
};
const given = (files: Record<string, string> = FILES): GivenFile[] =>
  Object.entries(files).map(([name, text]) => ({ name, path: name, blob: new Blob([text]) }));
const bytesOf = (files: Record<string, string>) => Object.values(files).reduce((sum, { length }) => sum + length, 0);

const around = (): Surroundings => ({
  scanner: new PlainScanner(),
  open: (handle: Handle) => {
    const blob = handle as Blob;
    const read = async (offset: number, length: number) =>
      new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    return { size: blob.size, read };
  },
});

/** Hands in this thread; what goes to and fro is cloned, and handed over, as between threads. */
class Workshop {
  readonly hands: { asked: Question[]; isStopped: boolean; fail(error: Error): void }[] = [];
  /** Answers wait until they are let go; none wait where this is null. */
  held: (() => void)[] | null = null;
  /** So many were reading at the same time. */
  most = 0;
  #reading = 0;
  readonly #change: (reply: Reply, question: Question) => Reply | Error | null;

  /** @param change what becomes of a reply: null for none, an error for a worker that breaks */
  constructor(change: (reply: Reply, question: Question) => Reply | Error | null = (reply) => reply) {
    this.#change = change;
  }

  readonly makeHand = (): Hand => {
    let reply: (reply: Reply) => void = () => {};
    let fail: (error: Error) => void = () => {};
    const answering = new Answering(around());
    const hand = { asked: [] as Question[], isStopped: false, fail: (error: Error) => fail(error) };
    this.hands.push(hand);
    return {
      listen: (onReply, onFailure) => {
        reply = onReply;
        fail = onFailure;
      },
      stop: () => {
        hand.isStopped = true;
      },
      send: (question, handOver) => {
        if (hand.isStopped) throw new Error('A stopped hand was asked.');
        hand.asked.push(question);
        if (question.do === 'read') this.most = Math.max(this.most, ++this.#reading);
        const cloned = structuredClone(question, { transfer: handOver });
        const work = () =>
          answering.answer(cloned, (told, buffers) => {
            if (question.do === 'read' && !('progress' in told)) this.#reading -= 1;
            const changed = this.#change(told, question);
            if (hand.isStopped || changed === null) return;
            if (changed instanceof Error) fail(changed);
            else reply(structuredClone(changed, { transfer: buffers }));
          });
        if (this.held && question.do === 'read') this.held.push(work);
        else void work();
      },
    };
  };

  get areStopped(): boolean {
    return this.hands.length > 0 && this.hands.every(({ isStopped }) => isStopped);
  }
}

const start = (workshop: Workshop, files = given(), against = {}) => {
  const progress: Progress[] = [];
  const running = checkWith(workshop.makeHand)(files, defaultSettings, against, (one) => progress.push(one));
  return { ...running, progress };
};
/** Until what was asked is under way. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A check of which all files but the largest, users.csv, were read. */
async function startWithout(workshop: Workshop, files: GivenFile[]) {
  workshop.held = [];
  const started = start(workshop, files);
  // It is looked at when the test comes to it.
  started.report.catch(() => undefined);
  await settle();
  const [readUsers] = workshop.held.splice(0, 1);
  while (workshop.held.length > 0) {
    workshop.held.shift()?.();
    await settle();
  }
  return { ...started, readUsers };
}

describe('a check with workers', () => {
  it('gives the report and the fingerprint', async () => {
    const { report, fingerprint } = start(new Workshop());
    expect((await report).files.map(({ rows }) => rows)).toEqual([50, 1, 9]);
    const whole = (await fingerprint)?.files.filter(({ group }) => group === null);
    expect(whole?.map(({ file, rows }) => [file, rows])).toEqual([
      ['users', 50],
      ['classes', 1],
      ['enrollments', 9],
    ]);
  });

  it('keeps its workers for the next check', async () => {
    const workshop = new Workshop();
    const check = checkWith(workshop.makeHand);
    for (const users of [50, 50, 50]) {
      const { report, fingerprint } = check(given(), defaultSettings, {}, () => {});
      expect((await report).files[0]?.rows).toBe(users);
      await fingerprint;
    }
    expect(workshop.hands.map(({ isStopped }) => isStopped)).toEqual([false, false]);
  });

  it('does not ask a worker for the next check that is at work, or was stopped', async () => {
    const workshop = new Workshop();
    const check = checkWith(workshop.makeHand);
    const [one, other] = [given(), given()].map((files) => check(files, defaultSettings, {}, () => {}));
    one?.cancel();
    await expect(one?.report).rejects.toMatchObject({ name: 'AbortError' });
    expect((await other?.report)?.files.map(({ rows }) => rows)).toEqual([50, 1, 9]);
    await other?.fingerprint;
    const third = check(given(), defaultSettings, {}, () => {});
    expect((await third.report).files.map(({ rows }) => rows)).toEqual([50, 1, 9]);
  });

  it('reads two files at a time, the largest first', async () => {
    const workshop = new Workshop();
    workshop.held = [];
    const { report } = start(workshop);
    await settle();
    expect(workshop.held).toHaveLength(2);
    while (workshop.held.length > 0) {
      workshop.held.shift()?.();
      await settle();
    }
    await report;
    expect(workshop.most).toBe(2);
    expect(workshop.hands).toHaveLength(2);
    const read = workshop.hands.flatMap(({ asked }) => asked).filter((one) => one.do === 'read');
    expect(read.map((one) => (one.do === 'read' ? one.job.file : '')).toSorted()).toEqual([
      'classes',
      'enrollments',
      'users',
    ]);
    expect(workshop.hands[0]?.asked[1]).toMatchObject({ job: { file: 'users' } });
  });

  it('looks from file to file where the files are there, while the largest is still being read', async () => {
    const wrong = { ...FILES, 'enrollments.csv': `${FILES['enrollments.csv']}0502,0101,2,student\r` };
    const workshop = new Workshop();
    const { report, readUsers } = await startWithout(workshop, given(wrong));
    const early = workshop.hands[1]?.asked.at(-1);
    expect(early).toMatchObject({ do: 'relate', outcomes: [{ file: 'classes' }, { file: 'enrollments' }] });
    readUsers?.();
    const { findings } = await report;
    const combined = workshop.hands[0]?.asked.find((one) => one.do === 'combine');
    expect(combined).toMatchObject({ do: 'combine', related: { files: ['classes', 'enrollments'] } });
    const told = findings.map(({ code, cause, count }) => `${code} ${cause} ${count}`);
    expect(told).toEqual(expect.arrayContaining(['N1 unknown 1', 'N2 unknown 1']));
    expect(told.filter((one) => one.startsWith('N1 '))).toHaveLength(1);
  });

  it('rejects with what went wrong there', async () => {
    const workshop = new Workshop((reply, question) =>
      question.do === 'relate' ? new Error('Out of memory.') : reply,
    );
    const { report } = await startWithout(workshop, given());
    await expect(report).rejects.toThrow('Out of memory.');
    expect(workshop.areStopped).toBe(true);
  });

  it('has one worker for one file', async () => {
    const workshop = new Workshop();
    await start(workshop, given({ 'users.csv': FILES['users.csv'] ?? '' })).report;
    expect(workshop.hands).toHaveLength(1);
  });

  it('tells the progress of all files together', async () => {
    const { report, progress } = start(new Workshop());
    await report;
    const total = bytesOf(FILES);
    expect(new Set(progress.map(({ totalBytes }) => totalBytes))).toEqual(new Set([total]));
    for (const [at, { bytes, rows }] of progress.entries()) {
      expect(bytes).toBeGreaterThanOrEqual(progress[at - 1]?.bytes ?? 0);
      expect(rows).toBeGreaterThanOrEqual(progress[at - 1]?.rows ?? 0);
    }
    expect(progress.at(-1)).toMatchObject({ bytes: total, totalBytes: total, rows: 60 });
  });

  it('counts the bytes of the earlier set, too, and compares with it', async () => {
    const earlier = { 'users.csv': FILES['users.csv'] ?? '' };
    const { report, progress } = start(new Workshop(), given(), { earlier: given(earlier) });
    const whole = (await report).comparison?.files.filter(({ group }) => group === null);
    expect(whole).toMatchObject([{ file: 'users', before: 50, now: 50, changed: 0 }]);
    expect(progress.at(-1)?.totalBytes).toBe(bytesOf(FILES) + bytesOf(earlier));
  });

  it('can be canceled while files are read: rejects with an AbortError, and stops all workers', async () => {
    const workshop = new Workshop();
    workshop.held = [];
    const { report, fingerprint, cancel } = start(workshop);
    await settle();
    cancel();
    await expect(report).rejects.toMatchObject({ name: 'AbortError' });
    expect(await fingerprint).toBeNull();
    expect(workshop.areStopped).toBe(true);
    const asked = workshop.hands.flatMap((hand) => hand.asked).length;
    for (const work of workshop.held) work();
    await settle();
    expect(workshop.hands.flatMap((hand) => hand.asked)).toHaveLength(asked);
  });

  it('can be canceled at once, while the files are opened', async () => {
    const workshop = new Workshop();
    const { report, cancel } = start(workshop);
    cancel();
    await expect(report).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(workshop.areStopped).toBe(true);
  });

  it('can be canceled when it is over, and nothing comes of it', async () => {
    const { report, cancel } = start(new Workshop());
    const { verdict } = await report;
    cancel();
    expect((await report).verdict).toBe(verdict);
  });

  it.each(['open', 'read', 'combine'] as const)('rejects with the message of what went wrong at %s', async (step) => {
    const workshop = new Workshop((reply, question) =>
      question.do === step && 'answer' in reply
        ? { id: reply.id, error: { name: 'NotReadableError', message: 'The file is gone.' } }
        : reply,
    );
    const { report, fingerprint } = start(workshop);
    await expect(report).rejects.toMatchObject({ name: 'NotReadableError', message: 'The file is gone.' });
    expect(await fingerprint).toBeNull();
  });

  it('rejects when a worker breaks, and stops the others', async () => {
    const workshop = new Workshop((reply, question) => (question.do === 'read' ? new Error('Out of memory.') : reply));
    const { report } = start(workshop);
    await expect(report).rejects.toThrow('Out of memory.');
    expect(workshop.areStopped).toBe(true);
  });

  it('says so when there is nothing to read', async () => {
    const workshop = new Workshop();
    const { verdict } = await start(workshop, given({ 'notes.txt': 'Nothing.' })).report;
    expect(verdict.state).toBe('unreadable');
  });
});

describe('what one worker answers', () => {
  const ask = async (question: Question) => {
    const replies: Reply[] = [];
    await new Answering(around()).answer(question, (reply) => replies.push(reply));
    return replies;
  };

  it('is the error, with its name, where there is no such profile', async () => {
    const replies = await ask({ id: 7, do: 'open', given: given(), settings: { ...defaultSettings, profile: 'none' } });
    expect(replies).toMatchObject([{ id: 7, error: { name: 'RangeError' } }]);
  });
});

describe('the memory that is handed over', () => {
  it('is each buffer once, wherever it is in plain data, but one', () => {
    const [one, other] = [new Uint8Array(8), new Int32Array(4)];
    const data = { a: [one, { b: one.subarray(2) }], c: other, d: 'text', e: null };
    expect(buffersIn(data)).toEqual([one.buffer, other.buffer]);
    expect(buffersIn(data, one.buffer)).toEqual([other.buffer]);
  });

  it('leaves out what is no plain data', () => {
    expect(buffersIn(new Blob(['x']))).toEqual([]);
    expect(buffersIn({ shared: new Uint8Array(new SharedArrayBuffer(4)) })).toEqual([]);
  });
});
