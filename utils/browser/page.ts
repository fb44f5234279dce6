import type { Observation } from '../checklist/progress.ts';
import type { PanelPlace, StoredChoices } from '../checklist/store.ts';
import type { StoreTrouble } from '../checklist/types.ts';
import { ask as askNative, isExtensionAlive, native } from './native.ts';
import type { Noted, PageState, ToBackground, ToPage, WhereAnswer } from './protocol.ts';

const ask = (message: ToBackground): Promise<unknown> => askNative(message);

/**
 * A page's content script talks to the background alone, which parses the store on every read; so zod need not be
 * loaded into every page.
 */
export const pageBridge = {
  isAlive: isExtensionAlive,
  /** What is known of this page's site, null for a page that has none. Rejects when the extension is gone. */
  state: async (): Promise<PageState | null> => ((await ask({ type: 'state' })) as PageState | undefined) ?? null,
  observed: (observations: Observation[], fileId: string | null): void =>
    send({ type: 'observed', observations, fileId }),
  choices: (choices: StoredChoices): void => send({ type: 'choices', choices }),
  intend: (fileId: string): Promise<unknown> => ask({ type: 'intend', fileId }),
  intentTaken: (): void => send({ type: 'intent-taken' }),
  /** Asks for the second script. */
  later: (): void => send({ type: 'later' }),
  panel: (panel: PanelPlace): void => send({ type: 'panel', panel }),
  /** The page takes the panel out each time. */
  takenOut: (): void => send({ type: 'taken-out' }),
  /** The administrator knows that what could not be read was set aside. */
  troubleKnown: (): void => send({ type: 'trouble-known' }),
};

let hear: (trouble: StoreTrouble | null) => void = () => undefined;

/** Calls back with why what was sent was not kept as it should be, null where it was. */
export function onTrouble(callback: typeof hear): void {
  hear = callback;
}

function send(message: ToBackground): void {
  if (!isExtensionAlive()) return;
  const heard = (noted: unknown) => noted && hear((noted as Noted).trouble);
  // Rejects when the extension was just updated; the panel then says so by itself.
  ask(message).then(heard, () => undefined);
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
