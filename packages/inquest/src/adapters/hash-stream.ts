import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Sha256 } from '../kernel/index.ts';

/** Bytes read at once. Larger chunks gain nothing measurable. */
const CHUNK_BYTES = 1024 * 1024;
/** From this length on, a second thread is worth starting. Bytes. */
const WORTH_A_THREAD = 64 * 1024 * 1024;

export interface Digests {
  readonly sha256: Sha256;
  /** 128 hex digits. */
  readonly sha512: string;
}

/** SHA-256 and SHA-512 of one stream, in one pass. Dispose of it when done, finished or not. */
export interface Hashing extends AsyncDisposable {
  /** The chunk must not change until this resolves. */
  update(chunk: Uint8Array): Promise<void>;
  finish(): Promise<Digests>;
}

export type Sha512Request =
  | { readonly kind: 'update'; readonly buffer: SharedArrayBuffer; readonly offset: number; readonly length: number }
  | { readonly kind: 'finish' };

/**
 * `expected` is the length that is known beforehand, or 0: for a long stream the slower digest
 * is computed in a thread of its own, over the same memory.
 */
export function makeHashing(expected: number): Hashing {
  const sha256 = createHash('sha256');
  const sha512 = expected >= WORTH_A_THREAD ? sha512InThread() : sha512Here();
  return {
    async update(chunk) {
      const done = sha512.update(chunk);
      sha256.update(chunk);
      await done;
    },
    async finish() {
      // 64 lower-case hex digits are what Sha256 means.
      return { sha256: sha256.digest('hex') as Sha256, sha512: await sha512.finish() };
    },
    [Symbol.asyncDispose]: () => sha512.close(),
  };
}

interface Sha512 {
  update(chunk: Uint8Array): Promise<void>;
  finish(): Promise<string>;
  close(): Promise<void>;
}

function sha512Here(): Sha512 {
  const hash = createHash('sha512');
  return {
    update(chunk) {
      hash.update(chunk);
      return Promise.resolve();
    },
    finish: () => Promise.resolve(hash.digest('hex')),
    close: () => Promise.resolve(),
  };
}

function sha512InThread(): Sha512 {
  const worker = new Worker(new URL('./sha512-worker.ts', import.meta.url));
  const ask = (request: Sha512Request): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (answer) => {
        worker.off('error', reject);
        resolve(answer);
      });
      worker.postMessage(request);
    });
  return {
    async update(chunk) {
      const { buffer, byteOffset, byteLength } = inSharedMemory(chunk);
      await ask({ kind: 'update', buffer, offset: byteOffset, length: byteLength });
    },
    async finish() {
      return String(await ask({ kind: 'finish' }));
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** The chunk itself when it is in memory that threads share, as those of `chunksOf` are; else a copy. */
function inSharedMemory(chunk: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const { buffer } = chunk;
  if (buffer instanceof SharedArrayBuffer) return new Uint8Array(buffer, chunk.byteOffset, chunk.byteLength);
  const copy = new Uint8Array(new SharedArrayBuffer(chunk.length));
  copy.set(chunk);
  return copy;
}

/**
 * A file from its start, in chunks; the next is being read while the caller works on one. A chunk
 * is valid until the one after it is asked for: copy what must be kept. Reads whatever is there,
 * also beyond the `expected` length, which only sizes the buffers.
 */
export async function* chunksOf(file: FileHandle, expected: number): AsyncGenerator<Uint8Array> {
  const length = Math.min(CHUNK_BYTES, expected + 1);
  let current = new Uint8Array(new SharedArrayBuffer(length));
  let other = new Uint8Array(new SharedArrayBuffer(length));
  let position = 0;
  let { bytesRead } = await file.read(current, 0, length, position);
  while (bytesRead > 0) {
    position += bytesRead;
    const next = file.read(other, 0, length, position);
    // Should the caller stop here, nobody waits for this read any more.
    next.catch(() => undefined);
    yield current.subarray(0, bytesRead);
    ({ bytesRead } = await next);
    [current, other] = [other, current];
  }
}
