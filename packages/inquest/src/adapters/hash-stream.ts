import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Sha256 } from '../kernel/index.ts';

/** Bytes read at once. Larger chunks gain nothing measurable. */
export const CHUNK_BYTES = 1024 * 1024;

export interface Digests {
  readonly sha256: Sha256;
  readonly sha512: string;
}

/** SHA-256 and SHA-512 of one stream, in one pass. */
export interface Hashing {
  /** The chunk must not change until this resolves. */
  update(chunk: Uint8Array): Promise<void>;
  finish(): Promise<Digests>;
}

export function makeHashing(): Hashing {
  const sha256 = createHash('sha256');
  const sha512 = createHash('sha512');
  return {
    update(chunk) {
      sha256.update(chunk);
      sha512.update(chunk);
      return Promise.resolve();
    },
    finish() {
      // 64 lower-case hex digits are what Sha256 means.
      return Promise.resolve({ sha256: sha256.digest('hex') as Sha256, sha512: sha512.digest('hex') });
    },
  };
}

/**
 * A file from its start, in chunks; the next is being read while the caller works on one. A chunk
 * is valid until the one after it is asked for: copy what must be kept.
 */
export async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  let current = Buffer.allocUnsafe(CHUNK_BYTES);
  let other = Buffer.allocUnsafe(CHUNK_BYTES);
  let position = 0;
  let { bytesRead } = await file.read(current, 0, CHUNK_BYTES, position);
  while (bytesRead > 0) {
    position += bytesRead;
    const next = file.read(other, 0, CHUNK_BYTES, position);
    yield current.subarray(0, bytesRead);
    ({ bytesRead } = await next);
    [current, other] = [other, current];
  }
}
