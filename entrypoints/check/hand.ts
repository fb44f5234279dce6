import type { Question, Reply } from '../../utils/roster/engine/hands.ts';
import type { Hand } from '../../utils/roster/start.ts';
import { say } from '../../utils/words/say.ts';
import CheckWorker from './worker.ts?worker';

/** A worker of the page, as the check asks it. */
export function makeHand(): Hand {
  const worker = new CheckWorker();
  return {
    send: (question: Question, handOver) => worker.postMessage(question, handOver),
    listen(onReply, onFailure) {
      worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => onReply(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        onFailure(new Error(event.message || say('check_no_worker')));
      });
    },
    stop: () => worker.terminate(),
  };
}
