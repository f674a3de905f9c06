import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { argv, pid } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { InquestFault } from '../kernel/index.ts';
import { createPrivately, fileFault } from './durable-files.ts';

/** Held while one process may write to an inquiry. */
export interface WriterLock {
  release(): Promise<void>;
}

/** Who holds a lock, for the person who meets it. A note beside the lock, never the lock itself. */
interface Holder {
  readonly pid: number;
  readonly command: string;
  readonly since: string;
}

/**
 * Takes the one writer's lock of an inquiry or throws INQ-LOCKED naming who holds it. It is an
 * operating system lock on `path` (through SQLite's exclusive transaction, which exists on every
 * platform), so it is free the moment its process is gone, however it went. `since` is RFC 3339.
 */
export async function takeWriterLock(path: string, since: string): Promise<WriterLock> {
  const note = `${path}.json`;
  let database: DatabaseSync | undefined;
  try {
    createPrivately(path);
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec('begin exclusive');
  } catch (error) {
    database?.close();
    throw (await lockFault(error, note)) ?? fileFault(error);
  }
  const held = database;
  const holder: Holder = {
    pid,
    command: argv
      .slice(1, 3)
      .map((word) => basename(word))
      .join(' '),
    since,
  };
  try {
    await writeFile(note, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  } catch (error) {
    held.close();
    throw fileFault(error);
  }
  return {
    async release() {
      if (!held.isOpen) return;
      await rm(note, { force: true });
      held.close();
    },
  };
}

const SQLITE_BUSY = 5;
const SQLITE_CANTOPEN = 14;
const SQLITE_READONLY = 8;

async function lockFault(error: unknown, note: string): Promise<InquestFault | null> {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  if (error.errcode === SQLITE_BUSY) {
    const holder = await readHolder(note);
    return new InquestFault('INQ-LOCKED', {
      what: 'Another process is writing to this inquiry.',
      why: holder === null ? 'It does not say which.' : `Process ${String(holder.pid)} (${holder.command}) since ${holder.since}.`,
      do: 'Wait until it ends or close it, then try again.',
    });
  }
  if (error.errcode === SQLITE_CANTOPEN || error.errcode === SQLITE_READONLY) {
    return new InquestFault('INQ-NO-PERMISSION', {
      what: 'The inquiry cannot be opened for writing.',
      why: 'Its folder does not allow it.',
      do: 'Check who may write to the inquiry folder.',
      cause: error,
    });
  }
  return null;
}

async function readHolder(note: string): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(note, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { pid: holder, command, since } = value as Partial<Record<keyof Holder, unknown>>;
    if (typeof holder !== 'number' || typeof command !== 'string' || typeof since !== 'string') return null;
    return { pid: holder, command, since };
  } catch {
    return null;
  }
}
