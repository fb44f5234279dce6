import type { Observation } from '../checklist/progress.ts';
import type { PanelPlace, StoredChoices } from '../checklist/store.ts';
import { native } from './native.ts';
import type { PageState, ToBackground, ToPage, WhereAnswer } from './protocol.ts';

const ask = (message: ToBackground): Promise<unknown> => native().runtime.sendMessage(message);

/**
 * A page's content script talks to the background alone, which parses the store on every read; so zod need not be
 * loaded into every page.
 */
export const pageBridge = {
  isAlive: isExtensionAlive,
  /** What is known of this page's site. Rejects when the extension is gone. */
  state: (): Promise<PageState> => ask({ type: 'state' }) as Promise<PageState>,
  observed: (observations: Observation[], fileId: string | null): void =>
    send({ type: 'observed', observations, fileId }),
  choices: (choices: StoredChoices): void => send({ type: 'choices', choices }),
  intend: (fileId: string): Promise<unknown> => ask({ type: 'intend', fileId }),
  intentTaken: (): void => send({ type: 'intent-taken' }),
  /** Asks for the second script. */
  later: (): void => send({ type: 'later' }),
  panel: (panel: PanelPlace): void => send({ type: 'panel', panel }),
};

function send(message: ToBackground): void {
  // Rejects when the extension was just updated; the panel then says so by itself.
  if (isExtensionAlive()) ask(message).catch(() => undefined);
}

/** False once the extension was updated or removed under a page that is still open. */
function isExtensionAlive(): boolean {
  try {
    return native().runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** Calls back when anything in the store changed: in the popup, in another tab, or by this page's own messages. */
export function onStoreChange(callback: () => void, signal: AbortSignal): void {
  const { onChanged } = native().storage.local;
  onChanged.addListener(callback);
  signal.addEventListener('abort', () => onChanged.removeListener(callback));
}

/** Answers popup and background; anything but the known questions is ignored. */
export function onMessageToPage(handle: (message: ToPage) => WhereAnswer | undefined, signal: AbortSignal): void {
  const { id, onMessage } = native().runtime;
  const listener = (raw: unknown, from: { id?: string }, respond: (answer: unknown) => void): void => {
    if (from.id === id && isToPage(raw)) respond(handle(raw));
  };
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => onMessage.removeListener(listener));
}

function isToPage(raw: unknown): raw is ToPage {
  const { type, fileId } = (raw ?? {}) as { type?: unknown; fileId?: unknown };
  return type === 'where' || type === 'leave' || (type === 'choose' && typeof fileId === 'string');
}
