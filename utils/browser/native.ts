/**
 * The four browser functions that a page's content script needs, by their native names. The polyfill's tables of every
 * API would be a tenth of the content script, which every visit to the Data Export Manager loads; Chrome, Edge and
 * Firefox return promises here in Manifest V3 anyway. Everything else goes through webextension-polyfill.
 */
interface Native {
  runtime: {
    /** Undefined once the extension was updated or removed under the page. */
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: Listeners<(message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => void>;
  };
  storage: { local: { onChanged: Listeners<() => void> } };
}

interface Listeners<L> {
  addListener(listener: L): void;
  removeListener(listener: L): void;
}

const scope = globalThis as unknown as { browser?: Native; chrome?: Native };

/** Firefox has `browser` beside a `chrome` with callbacks, so `browser` comes first. */
export function native(): Native {
  const found = scope.browser ?? scope.chrome;
  if (!found) throw new Error('Not in an extension.');
  return found;
}

/** False once the extension was updated or removed under a page that is still open. */
export function isExtensionAlive(): boolean {
  try {
    return native().runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** The browser may stop the background before it answers: what it was told or asked is said again, this often. */
const TRIES = 6;
/** In milliseconds, after the first time; then twice as much, and so on. */
const PAUSE = 100;
/** An answer that is not there by then will not come, in milliseconds. */
const ANSWERS_WITHIN = 2_500;

let last: Promise<unknown> = Promise.resolve();

/**
 * Says one thing after another to the background, so that nothing said again comes after what was said later. All of it
 * may be said twice. Rejects when the extension is gone, or the background never answers.
 */
export function ask(message: unknown, send = (said: unknown) => native().runtime.sendMessage(said)): Promise<unknown> {
  const said = last.then(() => sayUntilAnswered(() => send(message)));
  last = said.catch(() => undefined);
  return said;
}

async function sayUntilAnswered(say: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    let limit: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((_, reject) => {
      limit = setTimeout(() => reject(new Error('No answer.')), ANSWERS_WITHIN);
    });
    try {
      return await Promise.race([say(), late]);
    } catch (error) {
      if (tries === TRIES || !isExtensionAlive()) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** (tries - 1)));
    } finally {
      clearTimeout(limit);
    }
  }
}
