import { onMutation } from './wait.ts';

/** At least this long between two readings, in milliseconds; slow pages get longer pauses. */
const SHORTEST_PAUSE = 50;
/** A page's script may set a value without any event; looked at this often while the page is visible. */
const LOOK_AGAIN = 1000;

/**
 * Calls `look` whenever the page may have changed: at mutations, at what the administrator types and ticks, at changes
 * of the address, and once a second; and, where something was typed, before the page hears of a click. Calls are spaced
 * so that a page that redraws itself all the time, or a very large one, is not slowed down: reading takes at most a fifth
 * of the time.
 */
export function follow(document: Document, look: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let pause = SHORTEST_PAUSE;
  let isTyped = false;
  const run = (): void => {
    timer = null;
    isTyped = false;
    const start = performance.now();
    look();
    pause = Math.max(SHORTEST_PAUSE, (performance.now() - start) * 5);
  };
  const soon = (): void => {
    if (timer === null && !signal.aborted) timer = setTimeout(run, pause);
  };
  onMutation(document, soon, signal);
  // A click may lead to another step: what was typed is read before the page hears of it.
  const read = ({ type }: Event): void => {
    if (type !== 'click') isTyped = true;
    else if (isTyped && timer !== null) {
      clearTimeout(timer);
      run();
    }
    soon();
  };
  for (const kind of ['input', 'change', 'click']) document.addEventListener(kind, read, { capture: true, signal });
  for (const kind of ['hashchange', 'pageshow', 'popstate'])
    document.defaultView?.addEventListener(kind, soon, { signal });
  const again = setInterval(() => {
    if (document.visibilityState === 'visible') soon();
  }, LOOK_AGAIN);
  signal.addEventListener('abort', () => {
    clearInterval(again);
    if (timer !== null) clearTimeout(timer);
  });
}
