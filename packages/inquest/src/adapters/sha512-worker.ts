/** A thread that computes one SHA-512 beside the SHA-256 of the thread that reads: hash-stream.ts. */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { Sha512Request } from './hash-stream.ts';

const hash = createHash('sha512');

parentPort?.on('message', (request: Sha512Request) => {
  if (request.kind === 'finish') {
    parentPort?.postMessage(hash.digest('hex'));
    return;
  }
  hash.update(new Uint8Array(request.buffer, request.offset, request.length));
  parentPort?.postMessage(null);
});
