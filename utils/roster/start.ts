import { type Answers, type Ask, buffersIn, type Question, type Reply } from './engine/hands.ts';
import type { FileOutcome } from './engine/job.ts';
import type { FileJob, OpenedSet, Purpose } from './engine/jobs.ts';
import type { Related } from './engine/relations.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { GivenFile } from './package/open.ts';
import type { CheckSettings, Progress, Report } from './report.ts';

export type { Fingerprint, GivenFile };

/** A worker, of whatever kind: in the browser, in Node, or in the same thread. */
export interface Hand {
  send(question: Question, handOver: ArrayBuffer[]): void;
  /** Called once, before anything is sent. */
  listen(onReply: (reply: Reply) => void, onFailure: (error: Error) => void): void;
  stop(): void;
}

/** What the set is compared with; both may be left out. */
export interface Against {
  earlier?: GivenFile[];
  fingerprint?: { at: string; fingerprint: Fingerprint };
  /** False: nobody will want this set's fingerprint. It takes some time to make. */
  remember?: boolean;
}

export interface RunningCheck {
  /** Rejects with an `AbortError` when it was canceled, and with another error when a file could not be read. */
  report: Promise<Report>;
  /** Of the set that was checked, for next time; null where it has none. Never rejects. */
  fingerprint: Promise<Fingerprint | null>;
  cancel(): void;
}

export type StartCheck = (
  files: GivenFile[],
  settings: CheckSettings,
  against: Against,
  onProgress: (progress: Progress) => void,
) => RunningCheck;

/** Two files at a time: a third would wait for the disk, and the page needs a core, too. */
const HANDS = 2;

/** Makes the function that checks a set, given how to get workers. They are kept from one check to the next. */
export function checkWith(makeHand: () => Hand): StartCheck {
  const pool = new Pool(makeHand);
  return (files, settings, against, onProgress) => {
    const run = new Run(pool, settings, onProgress);
    const report = run.check(files, against);
    // Whoever only wants the report does not wait for it.
    const fingerprint = report.then(
      () => run.fingerprint(against.remember !== false),
      () => null,
    );
    return { report, fingerprint, cancel: () => run.cancel() };
  };
}

interface Waiting {
  resolve(answer: Answers[keyof Answers]): void;
  reject(error: Error): void;
  progress?: ((progress: { bytes: number; rows: number }) => void) | undefined;
}

/** A worker that is asked one thing after another. */
class Asked {
  readonly #hand: Hand;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #isAlive = true;

  constructor(hand: Hand) {
    this.#hand = hand;
    hand.listen(
      (reply) => this.#take(reply),
      (error) => this.#fail(error),
    );
  }

  ask<What extends keyof Answers>(
    ask: Extract<Ask, { do: What }>,
    handOver: ArrayBuffer[] = [],
    progress?: Waiting['progress'],
  ): Promise<Answers[What]> {
    this.#last += 1;
    const id = this.#last;
    return new Promise<Answers[What]>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, progress });
      this.#hand.send({ ...(ask as Ask), id }, handOver);
    });
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ('progress' in reply) {
      waiting.progress?.(reply.progress);
      return;
    }
    this.#waiting.delete(reply.id);
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(Object.assign(new Error(reply.error.message), { name: reply.error.name }));
  }

  #fail(error: Error): void {
    this.#isAlive = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** It can be asked again: it was not stopped, did not fail, and is not at work. */
  get isUsable(): boolean {
    return this.#isAlive && this.#waiting.size === 0;
  }

  stop(reason: Error): void {
    this.#hand.stop();
    this.#fail(reason);
  }
}

/** Workers that wait for the next check: a new one must first load and warm up. */
class Pool {
  readonly #makeHand: () => Hand;
  readonly #idle: Asked[] = [];

  constructor(makeHand: () => Hand) {
    this.#makeHand = makeHand;
  }

  /** The same one first each time: what it did before is what its code was compiled for. */
  take(): Asked {
    return this.#idle.shift() ?? new Asked(this.#makeHand());
  }

  giveBack(hand: Asked): void {
    if (hand.isUsable && this.#idle.length < HANDS) this.#idle.push(hand);
    else hand.stop(new Error('The check is over.'));
  }
}

class Run {
  readonly #pool: Pool;
  readonly #settings: CheckSettings;
  readonly #onProgress: (progress: Progress) => void;
  readonly #startedAt = Date.now();
  readonly #started = performance.now();
  readonly #hands: Asked[] = [];
  /** The one that has the whole set. */
  #first: Asked | null = null;
  #canceled: Error | null = null;
  /** Bytes and rows of each file so far. */
  readonly #done = new Map<FileJob, { bytes: number; rows: number }>();
  #totalBytes = 0;

  constructor(pool: Pool, settings: CheckSettings, onProgress: (progress: Progress) => void) {
    this.#pool = pool;
    this.#settings = settings;
    this.#onProgress = onProgress;
  }

  async check(given: GivenFile[], { earlier, fingerprint }: Against): Promise<Report> {
    try {
      const settings = this.#settings;
      const first = this.#hand();
      this.#first = first;
      const opened = await first.ask({ do: 'open', given, settings });
      const before = earlier ? await first.ask({ do: 'open', given: earlier, settings }) : null;
      const purpose: Purpose = before ? 'check-and-compare' : 'check';
      const jobs = [...jobsOf(opened, purpose), ...(before ? jobsOf(before, 'earlier') : [])];
      this.#totalBytes = jobs.reduce((sum, { job }) => sum + job.size, 0);
      const { outcomes, related } = await this.#readAll(first, jobs);
      const of = ({ files }: OpenedSet) => files.flatMap((job) => outcomes.get(job) ?? []);
      const combining = {
        do: 'combine' as const,
        settings,
        opened,
        outcomes: of(opened),
        related,
        earlier: before && of(before),
        earlierFaults: before?.faults ?? [],
        fingerprint: fingerprint?.fingerprint ?? null,
        startedAt: this.#startedAt,
      };
      return await first.ask(combining, buffersIn([combining.outcomes, combining.earlier]));
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  /** Of the set that was checked; null where that is not to be had any more. */
  async fingerprint(isWanted: boolean): Promise<Fingerprint | null> {
    try {
      if (!isWanted) return null;
      return (await this.#first?.ask({ do: 'fingerprint' })) ?? null;
    } catch {
      return null;
    } finally {
      this.#end();
    }
  }

  #hand(): Asked {
    if (this.#canceled) throw this.#canceled;
    const hand = this.#pool.take();
    this.#hands.push(hand);
    return hand;
  }

  /** The largest file first, each by whoever is free; who has nothing left to read looks at what was read. */
  async #readAll(first: Asked, jobs: Reading[]): Promise<{ outcomes: Outcomes; related: Related | null }> {
    const outcomes: Outcomes = new Map();
    const queue = [...jobs].sort((a, b) => b.job.size - a.job.size);
    let related: Related | null = null;
    const takeTurns = async (hand: Asked): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { job, purpose, modes } = next;
        const asked = { do: 'read' as const, job, settings: this.#settings, modes, purpose };
        const outcome = await hand.ask(asked, [], (progress) => this.#tell(job, progress));
        this.#tell(job, { bytes: job.size, rows: outcome.syntax.rows });
        outcomes.set(job, outcome);
      }
      if (outcomes.size < jobs.length) related = await this.#relate(hand, jobs, outcomes);
    };
    const others = Array.from({ length: Math.min(HANDS, queue.length) - 1 }, () => this.#hand());
    await Promise.all([first, ...others].map(takeTurns));
    return { outcomes, related };
  }

  /** The rules across the files that were read, while the others are being read. */
  async #relate(hand: Asked, jobs: readonly Reading[], outcomes: Outcomes): Promise<Related | null> {
    const read = jobs.filter(({ job, purpose }) => purpose !== 'earlier' && outcomes.has(job));
    const [{ modes } = {}] = read;
    if (!modes || read.length < 2) return null;
    const asked = read.flatMap(({ job }) => outcomes.get(job) ?? []);
    const ask = { do: 'relate' as const, outcomes: asked, settings: this.#settings, modes };
    const answer = await hand.ask(ask, buffersIn(asked));
    for (const [at, { job }] of read.entries()) outcomes.set(job, answer.outcomes[at] as FileOutcome);
    return answer.related;
  }

  #tell(job: FileJob, progress: { bytes: number; rows: number }): void {
    this.#done.set(job, progress);
    let [bytes, rows] = [0, 0];
    for (const done of this.#done.values()) {
      bytes += done.bytes;
      rows += done.rows;
    }
    const elapsed = performance.now() - this.#started;
    this.#onProgress({ file: job.name, bytes, totalBytes: this.#totalBytes, rows, elapsed });
  }

  cancel(): void {
    this.#canceled = new DOMException('The check was canceled.', 'AbortError');
    for (const hand of this.#hands) hand.stop(this.#canceled);
    this.#end();
  }

  #end(): void {
    for (const hand of this.#hands.splice(0)) this.#pool.giveBack(hand);
  }
}

type Outcomes = Map<FileJob, FileOutcome>;

interface Reading {
  job: FileJob;
  purpose: Purpose;
  modes: OpenedSet['modes'];
}

function jobsOf({ files, modes }: OpenedSet, purpose: Purpose): Reading[] {
  return files.map((job) => ({ job, purpose, modes }));
}
