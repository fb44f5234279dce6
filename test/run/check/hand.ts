import { Worker } from 'node:worker_threads';
import type { Reply } from '../../../utils/roster/engine/hands.ts';
import type { GivenFile } from '../../../utils/roster/package/open.ts';
import type { Hand } from '../../../utils/roster/start.ts';

/**
 * Makes workers in Node.
 * @param script the worker's script: worker.ts beside this file, or what a bundler made of it
 * @param execArgv how Node starts it: TypeScript needs a loader
 */
export function nodeHands(script: URL, execArgv: string[]): () => Hand {
  return () => {
    const worker = new Worker(script, { execArgv });
    return {
      send: (question, handOver) => worker.postMessage(question, handOver),
      listen(onReply, onFailure) {
        worker.on('message', (reply: Reply) => onReply(reply));
        worker.on('error', onFailure);
      },
      stop: () => void worker.terminate(),
    };
  };
}

/** A file by its path; the worker opens it. */
export function fileAt(path: string, shown: string): GivenFile {
  // The worker takes the path for the Blob: what a thread opened, another one cannot use.
  return { name: shown.slice(shown.lastIndexOf('/') + 1), path: shown, blob: path as unknown as Blob };
}
