/**
 * A clock that stands still until it is told to go on: waiting costs nothing, and what happens in which order is the
 * same in every run.
 */
export class Clock {
  #now = 0;
  #next = 1;
  readonly #timers = new Map<number, { due: number; every: number; call: () => void }>();

  /** Puts itself in the place of the window's own timers. */
  install(window: Window & typeof globalThis): void {
    const start = (every: boolean) => (call: () => void, after?: number) => this.in(after ?? 0, call, every);
    const stop = (id: number) => this.#timers.delete(id);
    const mine = { setTimeout: start(false), setInterval: start(true), clearTimeout: stop, clearInterval: stop };
    Object.assign(window, mine);
    window.performance.now = () => this.#now;
  }

  in(after: number, call: () => void, again = false): number {
    const id = this.#next++;
    this.#timers.set(id, { due: this.#now + after, every: again ? after : 0, call });
    return id;
  }

  /** Forgets whatever is still to come. */
  clear(): void {
    this.#timers.clear();
  }

  /** Goes on from timer to timer until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    work.then(end, end);
    for (let steps = 0; ; steps += 1) {
      await microtasks();
      if (isOver) return work;
      if (steps > MOST_STEPS || !this.#advance()) throw new Error('The work waits for something that never comes.');
    }
  }

  /** Lets so much time pass. */
  async pass(time: number): Promise<void> {
    const until = this.#now + time;
    while (this.#advance(until)) await microtasks();
    this.#now = until;
  }

  #advance(until = Number.POSITIVE_INFINITY): boolean {
    let first: number | null = null;
    for (const [id, { due }] of this.#timers) {
      if (due <= until && (first === null || due < (this.#timers.get(first)?.due ?? 0))) first = id;
    }
    const timer = first === null ? undefined : this.#timers.get(first);
    if (first === null || !timer) return false;
    this.#now = Math.max(this.#now, timer.due);
    if (timer.every > 0) timer.due = this.#now + timer.every;
    else this.#timers.delete(first);
    timer.call();
    return true;
  }
}

const MOST_STEPS = 5_000;
/** More turns than the longest chain of promises between two timers. */
const TURNS = 24;

async function microtasks(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await undefined;
}
