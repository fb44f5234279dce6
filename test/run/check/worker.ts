/** The check's worker in Node: the same answers as in the browser, and files by their paths. */
import { closeSync, fstatSync, openAsBlob, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { Answering, type Question, type Reply } from '../../../utils/roster/engine/hands.ts';
import type { ByteSource } from '../../../utils/roster/engine/job.ts';
import type { Handle } from '../../../utils/roster/engine/jobs.ts';
import { makeScanner } from '../../../utils/roster/engine/scan.ts';

const paths = new Map<Blob, string>();
const answering = makeScanner().then((scanner) => new Answering({ scanner, open }));

function open(handle: Handle): ByteSource {
  return typeof handle === 'string' ? openPath(handle) : openBlob(handle);
}

function openPath(path: string): ByteSource {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  closeSync(file);
  let buffer = new Uint8Array(0);
  return {
    size,
    read(offset, length) {
      if (buffer.length < length) buffer = new Uint8Array(length);
      const opened = openSync(path, 'r');
      try {
        return buffer.subarray(0, readSync(opened, buffer, 0, length, offset));
      } finally {
        closeSync(opened);
      }
    },
  };
}

function openBlob(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

/** Paths become Blobs for the opening of the set, and what is no part of a ZIP becomes its path again. */
async function withBlobs(question: Question): Promise<Question> {
  if (question.do !== 'open') return question;
  const given = await Promise.all(
    question.given.map(async (file) => {
      const path: unknown = file.blob;
      if (typeof path !== 'string') return file;
      const blob = await openAsBlob(path);
      paths.set(blob, path);
      return { ...file, blob };
    }),
  );
  return { ...question, given };
}

function withPaths(reply: Reply): Reply {
  if (!('answer' in reply) || !reply.answer || !('modes' in reply.answer)) return reply;
  const { answer: opened } = reply;
  const files = opened.files.map((job) => {
    const path = job.handle instanceof Blob ? paths.get(job.handle) : undefined;
    return path === undefined ? job : { ...job, handle: path };
  });
  return { ...reply, answer: { ...opened, files } };
}

parentPort?.on('message', async (question: Question) => {
  const answers = await answering;
  await answers.answer(await withBlobs(question), (reply, handOver) =>
    parentPort?.postMessage(withPaths(reply), handOver),
  );
});
