import { Answering, type Question, type Reply } from '../../utils/roster/engine/hands.ts';
import type { Handle } from '../../utils/roster/engine/jobs.ts';
import { makeScanner } from '../../utils/roster/engine/scan.ts';

const answering = makeScanner().then((scanner) => new Answering({ scanner, open: openBlob }));

/** TypeScript's types of a page do not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Reads synchronously, which only a worker may, and which is faster than waiting for each part. */
function openBlob(handle: Handle) {
  if (!(handle instanceof Blob)) throw new TypeError('The browser reads Blobs only.');
  const reader = new FileReaderSync();
  return {
    size: handle.size,
    read: (offset: number, length: number) =>
      new Uint8Array(reader.readAsArrayBuffer(handle.slice(offset, offset + length))),
  };
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  await (await answering).answer(data, (reply: Reply, handOver) => postMessage(reply, { transfer: handOver }));
});
