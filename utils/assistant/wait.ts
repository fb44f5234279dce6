/** Waiting for the page itself: conditions and quiet, never a fixed delay. */

export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** Calls back on every change of the page's structure, texts or states, until the signal aborts. */
export function onMutation(document: Document, callback: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(callback);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly', 'open', 'aria-hidden', 'aria-expanded'],
  });
  signal.addEventListener('abort', () => observer.disconnect());
}

export interface WaitOptions {
  document: Document;
  signal: AbortSignal;
  /** How long to wait at the most, in milliseconds. */
  atMost: number;
}

/**
 * Resolves with true as soon as the condition holds, with false when the time is up. Looks after every mutation, and
 * every 100 ms because values change without one. Rejects with Cancelled when the signal aborts.
 */
export function until(condition: () => boolean, { document, signal, atMost }: WaitOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const finish = (act: () => void): void => {
      clearInterval(timer);
      clearTimeout(limit);
      signal.removeEventListener('abort', cancel);
      stop.abort();
      act();
    };
    const cancel = (): void => finish(() => reject(new Cancelled()));
    const look = (): void => {
      if (condition()) finish(() => resolve(true));
    };
    const timer = setInterval(look, 100);
    const limit = setTimeout(() => finish(() => resolve(condition())), atMost);
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel);
    onMutation(document, look, stop.signal);
    look();
  });
}

/** Resolves when the page has not changed for `still` milliseconds, or when the time is up. */
export function untilQuiet(still: number, options: WaitOptions): Promise<boolean> {
  let last = performance.now();
  const stop = new AbortController();
  onMutation(
    options.document,
    () => {
      last = performance.now();
    },
    stop.signal,
  );
  return until(() => performance.now() - last >= still, options).finally(() => stop.abort());
}

/** Lets the page's own handlers and timers of length 0 run. */
export function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 8));
}
