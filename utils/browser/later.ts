import { ask as askNative, native } from './native.ts';
import type { ToBackground } from './protocol.ts';

const ask = (message: ToBackground): Promise<unknown> => askNative(message);
/** Not said again: it would open a second page. */
async function open(message: ToBackground): Promise<void> {
  try {
    await native().runtime.sendMessage(message);
  } catch {
    // The extension is gone; the panel says so by itself.
  }
}

/** The second content script's side of the messages. */
export const laterBridge = {
  /** What this tab keeps over page loads, '' for nothing. */
  memory: async (): Promise<string> => String((await ask({ type: 'memory' })) ?? ''),
  /** Kept by the browser until it is closed; resolves when it is kept, also when the extension is gone. */
  keep: (memory: string): Promise<unknown> => ask({ type: 'keep', memory }).catch(() => undefined),
  /** Opens the page with the letter and the summary. */
  finish: (): void => void open({ type: 'finish' }),
  /** Opens the page that checks exported files. */
  checkFiles: (): void => void open({ type: 'check' }),
  /** Opens the page with the picture of this one. */
  takePicture: (): void => void open({ type: 'picture' }),
};
