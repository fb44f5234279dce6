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
