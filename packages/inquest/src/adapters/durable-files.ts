import { closeSync, constants, openSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { platform } from 'node:process';
import { InquestFault } from '../kernel/index.ts';

/**
 * Flushes an open file. Any failure is the fault INQ-NOT-DURABLE and is never tried again: after
 * a failed fsync the kernel may have dropped the pages and would report success.
 */
export async function flush(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    throw notDurable(error);
  }
}

/**
 * Makes an empty file that only its owner may read, unless there is one. Opens no file that is
 * there: on POSIX, closing any descriptor of a file drops every lock this process has on it.
 */
export function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw fileFault(error);
  }
}

/** Flushes a folder, so that names made or removed in it survive loss of power. Windows has no such thing and needs none. */
export async function flushFolder(path: string): Promise<void> {
  if (platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await flush(folder);
  } finally {
    await folder.close();
  }
}

export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

/** The fault behind a file system error, or the error itself when it is none that a person could mend. */
export function fileFault(error: unknown): unknown {
  if (error instanceof InquestFault) return error;
  if (isErrno(error, 'ENOSPC', 'EDQUOT')) {
    return new InquestFault('INQ-DISK-FULL', {
      what: 'The disk is full: the file was not taken in.',
      why: 'There is no room for another copy of it in the inquiry.',
      do: 'Free some space and try again; everything acknowledged before is safe.',
      cause: error,
    });
  }
  if (isErrno(error, 'EACCES', 'EPERM', 'EROFS')) {
    return new InquestFault('INQ-NO-PERMISSION', {
      what: 'A file or folder cannot be used.',
      why: 'Its permissions do not allow it.',
      do: 'Check who may read the file and write to the inquiry folder.',
      cause: error,
    });
  }
  return error;
}

/** A write or flush that the disk did not confirm. */
export function notDurable(cause: unknown): InquestFault {
  return new InquestFault('INQ-NOT-DURABLE', {
    what: 'The disk did not confirm a write.',
    why: 'After a failed flush nobody can know what is on the disk.',
    do: 'Stop, check the disk, then run `inquest verify`.',
    cause,
  });
}
