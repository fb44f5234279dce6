import type { Fingerprint } from '../fingerprint.ts';
import type { GivenFile } from '../package/open.ts';
import type { CheckSettings, Report } from '../report.ts';
import type { FileOutcome, Modes } from './job.ts';
import {
  type Combined,
  combine,
  type FileJob,
  type OpenedSet,
  openGiven,
  type Purpose,
  readOne,
  relateFiles,
  type Surroundings,
  type ToCombine,
} from './jobs.ts';
import type { Related } from './relations.ts';

/** What a worker can be asked. */
export type Ask =
  | { do: 'open'; given: GivenFile[]; settings: CheckSettings }
  | { do: 'read'; job: FileJob; settings: CheckSettings; modes: Modes; purpose: Purpose }
  /** The rules across some files, while others are being read. */
  | { do: 'relate'; outcomes: FileOutcome[]; settings: CheckSettings; modes: Modes }
  | ({ do: 'combine' } & ToCombine)
  /** Of the set that was combined last. */
  | { do: 'fingerprint' };

/** What it answers. */
export interface Answers {
  open: OpenedSet;
  read: FileOutcome;
  /** The outcomes are handed back. */
  relate: { outcomes: FileOutcome[]; related: Related };
  combine: Report;
  fingerprint: Fingerprint | null;
}

export type Question = Ask & { id: number };

/** An answer, word of how far a reading is, or what went wrong. */
export type Reply = { id: number } & (
  | { answer: Answers[keyof Answers] }
  | { progress: { bytes: number; rows: number } }
  | { error: { name: string; message: string } }
);

/** Word of the progress is sent no more often than this, in milliseconds. */
const TELL_EVERY = 80;

/** The whole of a worker: answers questions, one after another. */
export class Answering {
  readonly #around: Surroundings;
  /** Of the set that was combined last. */
  #fingerprint: Combined['fingerprint'] | null = null;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /**
   * Answers one question.
   * @param tell sends a reply; the buffers are handed over
   */
  async answer(question: Question, tell: (reply: Reply, handOver: ArrayBuffer[]) => void): Promise<void> {
    const { id } = question;
    try {
      const done = await this.#work(question, (progress) => tell({ id, progress }, []));
      tell({ id, answer: done }, buffersIn(done, this.#around.scanner.bytes.buffer));
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      tell({ id, error: { name, message } }, []);
    }
  }

  async #work(ask: Ask, tell: (progress: { bytes: number; rows: number }) => void): Promise<Answers[keyof Answers]> {
    const around = this.#around;
    switch (ask.do) {
      case 'open':
        return openGiven(ask.given, ask.settings, around);
      case 'read': {
        let told = 0;
        return readOne(ask.job, ask.settings, ask.modes, around, ask.purpose, (progress) => {
          const now = performance.now();
          if (now - told < TELL_EVERY) return;
          told = now;
          tell(progress);
        });
      }
      case 'relate': {
        const { outcomes, settings, modes } = ask;
        return { outcomes, related: relateFiles(outcomes, settings, modes) };
      }
      case 'combine': {
        const { report, fingerprint } = await combine(ask, around);
        this.#fingerprint = fingerprint;
        return report;
      }
      case 'fingerprint': {
        const made = this.#fingerprint?.() ?? null;
        this.#fingerprint = null;
        return made;
      }
    }
  }
}

/** The memory behind the arrays in some plain data, each once: it is handed over, not copied. */
export function buffersIn(data: unknown, but: ArrayBufferLike | null = null): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer && value.buffer !== but) found.add(value.buffer);
    } else if (Array.isArray(value)) value.forEach(look);
    else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      Object.values(value).forEach(look);
    }
  };
  look(data);
  return [...found];
}
