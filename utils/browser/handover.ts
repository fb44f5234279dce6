import type { GivenFile } from '../roster/start.ts';

/**
 * Files dropped on the popup go to the check page by a channel between the extension's own pages. A database could
 * hold them too, but then students' data would lie on the disk until somebody reads it: here only the browser's
 * references to the files pass, and nothing is written. The popup must stay open until the page has them.
 */
const CHANNEL = 'check files';
/** A page that is not up by then, in milliseconds, will not come. */
const PATIENCE = 10_000;

interface Given {
  files: GivenFile[];
  /** How many files or folders were dropped with them and are not looked at. */
  leftOut: number;
}

/** Only the extension's own pages can send on the channel, so its shape is all that is asked. */
interface Message extends Given {
  type: 'waiting' | 'files' | 'taken';
  /** Of the page that was opened for it. */
  id: string;
}

/** Listens until `heard` says it is enough, or for so many milliseconds. */
function listen(patience: number, heard: (message: Message, say: (message: Message) => void) => boolean) {
  const channel = new BroadcastChannel(CHANNEL);
  const say = (message: Message) => channel.postMessage(message);
  const done = new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      channel.close();
      resolve();
    };
    const timer = setTimeout(end, patience);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (heard(data, say)) end();
    };
  });
  return { say, done };
}

/**
 * The popup's side, to be called before the page is opened: gives it the files when it asks.
 * @param id what the page is opened with.
 * @returns whether the page has taken them.
 */
export async function handOver(id: string, { files, leftOut }: Given, patience = PATIENCE): Promise<boolean> {
  let isTaken = false;
  await listen(patience, (message, say) => {
    if (message.id !== id) return false;
    if (message.type === 'waiting') say({ type: 'files', id, files, leftOut });
    isTaken = message.type === 'taken';
    return isTaken;
  }).done;
  return isTaken;
}

/** The page's side: asks for the files it was opened for. Empty when nobody gives them. */
export async function takeOver(id: string, patience = PATIENCE): Promise<Given> {
  let given: Given = { files: [], leftOut: 0 };
  const { say, done } = listen(patience, (message, answer) => {
    if (message.id !== id || message.type !== 'files') return false;
    given = { files: message.files, leftOut: message.leftOut };
    answer({ type: 'taken', id, files: [], leftOut: 0 });
    return true;
  });
  say({ type: 'waiting', id, files: [], leftOut: 0 });
  await done;
  return given;
}
