import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { FileNotTaken } from '../custody/index.ts';
import { isErrno } from './durable-files.ts';
import { chunksOf } from './hash-stream.ts';

/** Something is wrong with the file that was to be taken in, not with the store. */
export class SourceTrouble extends Error {
  readonly reason: FileNotTaken;
  constructor(reason: FileNotTaken, cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Opens a file for reading. Throws SourceTrouble. */
export async function openSource(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw sourceTrouble(error);
  }
}

/** The file's bytes, as `chunksOf` gives them. Throws SourceTrouble. */
export async function* sourceChunks(file: FileHandle, expected: number): AsyncGenerator<Uint8Array> {
  const chunks = chunksOf(file, expected);
  for (;;) {
    const next = await chunks.next().catch((error: unknown) => {
      throw sourceTrouble(error);
    });
    if (next.done === true) return;
    yield next.value;
  }
}

function sourceTrouble(error: unknown): unknown {
  if (isErrno(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return new SourceTrouble('not-found', error);
  if (isErrno(error, 'EACCES', 'EPERM')) return new SourceTrouble('no-permission', error);
  if (isErrno(error, 'EISDIR', 'ENXIO', 'ENODEV')) return new SourceTrouble('not-a-file', error);
  if (isErrno(error, 'EIO')) return new SourceTrouble('damaged', error);
  return error;
}
