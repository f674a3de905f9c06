/** A thread that reads one item at a time: extraction, then proposals. Started by reading-pool.ts. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { type Extraction, extractItem, MAX_SOURCE_BYTES } from '../intake/index.ts';
import { READER_VERSION, readableDocument, readDocument } from '../reading/index.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-message.ts';

parentPort?.on('message', (request: ReadingRequest) => {
  void answer(request);
});

/** Anything thrown here ends the thread; the pool records that for the item and starts another. */
async function answer(request: ReadingRequest): Promise<void> {
  const loaded = await load(request);
  if ('fault' in loaded) {
    post({ kind: 'fault', fault: loaded.fault });
    return;
  }
  const extraction = await extractItem(loaded.bytes, { path: request.path, totalBytes: loaded.totalBytes });
  post({ kind: 'extraction', extraction });
  post({ kind: 'proposals', ...proposalsOf(request, extraction) });
}

function proposalsOf(request: ReadingRequest, extraction: Extraction): Omit<Extract<ReadingAnswer, { kind: 'proposals' }>, 'kind'> {
  if (extraction.outcome === 'kept-not-readable') return { proposals: [], version: READER_VERSION, truncated: false };
  const { document, truncated } = readableDocument({ ...extraction, item: request.item, path: request.path });
  return { proposals: readDocument(document), version: READER_VERSION, truncated };
}

type Loaded = { readonly bytes: Uint8Array; readonly totalBytes: number } | Omit<Extract<ReadingAnswer, { kind: 'fault' }>, 'kind'>;

/** The object's bytes, or as many as a reader can use. Whole objects are compared with their name. */
async function load(request: ReadingRequest): Promise<Loaded> {
  try {
    await using file = await open(request.file, 'r');
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, MAX_SOURCE_BYTES));
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) return { fault: 'object-differs' };
      at += bytesRead;
    }
    if (bytes.length === size && createHash('sha256').update(bytes).digest('hex') !== request.sha256) return { fault: 'object-differs' };
    return { bytes, totalBytes: size };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { fault: 'object-missing' };
    if (code === 'EACCES' || code === 'EPERM') return { fault: 'no-permission' };
    throw error;
  }
}

function post(message: ReadingAnswer): void {
  parentPort?.postMessage(message);
}
