import { clearTimeout, setTimeout } from 'node:timers';
import { Worker } from 'node:worker_threads';
import { type Extraction, type ItemReading, notReadable, type ReadItem } from '../intake/index.ts';
import { assert, InquestFault, type Sha256 } from '../kernel/index.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-message.ts';

/** Megabytes of heap one item may take before its thread is ended. */
const MEMORY_MB = 1536;
/** Milliseconds one item may take before its thread is ended. */
const TIME_LIMIT = 10 * 60 * 1000;

export interface ReadingPoolOptions {
  /** Threads, 1 or more. Each holds the language tables: several hundred megabytes once it has read. */
  readonly size: number;
  /** Where an object lies on this machine, as of the object store. */
  readonly locate: (sha256: Sha256) => string;
  readonly memoryMb?: number;
  readonly timeLimitMs?: number;
  /** The thread's program; tests pass one that fails. */
  readonly program?: URL;
}

/** Reads items off the main thread. */
export interface ReadingPool extends AsyncDisposable {
  readonly size: number;
  /**
   * Extraction and proposals of one item, of the newest reader. A thread that crashes, runs out of memory or out of time
   * fails this item alone, as a recorded outcome (`damaged` or `limit`), and is replaced; when the
   * text was there before, it is kept and only the proposals are missing, with a note. Faults:
   * INQ-NOT-FOUND, INQ-OBJECT-DAMAGED, INQ-NO-PERMISSION about the object itself.
   */
  readonly read: ReadItem;
  /** Ends the threads; items still being read come out as if their thread had crashed. */
  close(): Promise<void>;
}

interface Job {
  readonly request: ReadingRequest;
  readonly resolve: (reading: ItemReading) => void;
  readonly reject: (fault: InquestFault) => void;
}

/** Threads start when first needed and do not keep the process alive while idle. */
export function createReadingPool(options: ReadingPoolOptions): ReadingPool {
  assert(Number.isInteger(options.size) && options.size >= 1, 'a pool has at least one thread');
  const idle: ReadingThread[] = [];
  const threads = new Set<ReadingThread>();
  const waiting: Job[] = [];
  let closed = false;

  const next = (): void => {
    while (waiting.length > 0 && !closed) {
      const thread = idle.pop() ?? (threads.size < options.size ? start() : undefined);
      if (thread === undefined) return;
      const job = waiting.shift();
      if (job !== undefined) thread.read(job);
    }
  };
  const start = (): ReadingThread => {
    const thread = new ReadingThread(options, (state) => {
      if (state === 'idle') idle.push(thread);
      else {
        threads.delete(thread);
        const place = idle.indexOf(thread);
        if (place !== -1) idle.splice(place, 1);
      }
      next();
    });
    threads.add(thread);
    return thread;
  };
  const close = async (): Promise<void> => {
    closed = true;
    for (const { resolve } of waiting.splice(0)) resolve(failed('damaged', 'Reading was stopped before it began.'));
    await Promise.all([...threads].map((thread) => thread.end()));
  };
  return {
    size: options.size,
    read({ id, path, sha256 }) {
      assert(!closed, 'a closed pool reads nothing');
      const request = { item: id, path, sha256, file: options.locate(sha256) };
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** One thread and the item it reads. */
class ReadingThread {
  readonly #worker: Worker;
  readonly #tell: (state: 'idle' | 'gone') => void;
  readonly #timeLimit: number;
  #job: Job | null = null;
  #extraction: Extraction | null = null;
  #timer: NodeJS.Timeout | null = null;
  #end: { readonly reason: 'damaged' | 'limit'; readonly words: string } = {
    reason: 'damaged',
    words: 'Reading it ended in an error; the bytes are kept.',
  };

  constructor(options: ReadingPoolOptions, tell: (state: 'idle' | 'gone') => void) {
    this.#tell = tell;
    this.#timeLimit = options.timeLimitMs ?? TIME_LIMIT;
    this.#worker = new Worker(options.program ?? new URL('./reading-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? MEMORY_MB },
      // What a library prints is no result of ours and must not mix with it.
      stdout: true,
      stderr: true,
    });
    this.#worker.unref();
    this.#worker.on('message', (answer: ReadingAnswer) => {
      this.#hear(answer);
    });
    this.#worker.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        this.#end = { reason: 'limit', words: 'Reading it takes more memory than one item may have.' };
    });
    this.#worker.on('exit', () => {
      this.#gone();
    });
  }

  read(job: Job): void {
    this.#job = job;
    this.#extraction = null;
    this.#worker.ref();
    this.#timer = setTimeout(() => {
      this.#end = { reason: 'limit', words: 'Reading it takes longer than one item may take.' };
      void this.#worker.terminate();
    }, this.#timeLimit);
    this.#worker.postMessage(job.request);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(answer: ReadingAnswer): void {
    if (answer.kind === 'extraction') {
      this.#extraction = answer.extraction;
      return;
    }
    const job = this.#finish();
    if (answer.kind === 'fault') job?.reject(faultOf(answer.fault));
    else if (this.#extraction !== null) {
      const extraction = answer.truncated
        ? withNote(this.#extraction, 'Only the beginning of the text was read for proposals.')
        : this.#extraction;
      job?.resolve({ extraction, proposals: answer.proposals, proposalsVersion: answer.version });
    }
    this.#worker.unref();
    this.#tell('idle');
  }

  #gone(): void {
    const job = this.#finish();
    const { reason, words } = this.#end;
    if (this.#extraction === null) job?.resolve(failed(reason, words));
    else
      job?.resolve({
        extraction: withNote(this.#extraction, `The text was not read for proposals. ${words}`),
        proposals: [],
        proposalsVersion: '0',
      });
    this.#tell('gone');
  }

  #finish(): Job | null {
    const job = this.#job;
    this.#job = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return job;
  }
}

function withNote(extraction: Extraction, words: string): Extraction {
  return { ...extraction, notes: [...extraction.notes, { code: 'not-read-for-proposals', words }] };
}

function failed(reason: 'damaged' | 'limit', words: string): ItemReading {
  const extraction = { ...notReadable(reason, words), mediaType: 'application/octet-stream', reader: 'reading-thread', readerVersion: '1' };
  return { extraction, proposals: [], proposalsVersion: '0' };
}

function faultOf(fault: Extract<ReadingAnswer, { kind: 'fault' }>['fault']): InquestFault {
  const codes = {
    'object-missing': 'INQ-NOT-FOUND',
    'object-differs': 'INQ-OBJECT-DAMAGED',
    'no-permission': 'INQ-NO-PERMISSION',
  } as const;
  return new InquestFault(codes[fault], {
    what: 'An object of the inquiry could not be read.',
    why:
      fault === 'object-differs'
        ? 'Its bytes are not those its name stands for.'
        : fault === 'object-missing'
          ? 'Its file is not there.'
          : 'Its permissions do not allow it.',
    do: 'Run `inquest verify` to see all objects that are missing or differ.',
  });
}
