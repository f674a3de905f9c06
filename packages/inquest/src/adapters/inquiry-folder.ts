import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ObjectStore } from '../custody/index.ts';
import { type Effects, InquestFault, type Store } from '../kernel/index.ts';
import { createLedger, type Instrument, type Ledger, openLedger, openLedgerForReading, type Projection } from '../ledger/index.ts';
import { fileFault, flush, flushFolder, isErrno } from './durable-files.ts';
import { openObjectsOnDisk } from './objects-on-disk.ts';
import { createSigningKey, loadSigningKey } from './signing-key.ts';
import { openSqlite } from './sqlite.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

/** Version of the folder's layout, in `inquiry.json`. */
const FOLDER_FORMAT = 1;

export interface InquiryParts {
  readonly effects: Effects;
  readonly instrument: Instrument;
  readonly projections: readonly Projection[];
}

/** One inquiry, open. Close it: the writer's lock is held until then. */
export interface InquiryFolder extends AsyncDisposable {
  readonly folder: string;
  /** UUID of the inquiry. */
  readonly inquiry: string;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly objects: ObjectStore;
  close(): Promise<void>;
}

/**
 * Makes an inquiry in a folder that is missing or empty and opens it for writing: `inquiry.json`,
 * the signing key, the database with its ledger, the object store. It is an inquiry from the
 * moment `inquiry.json` is there, which is written last. Appends no event. Faults:
 * INQ-ALREADY-EXISTS, INQ-NO-PERMISSION, INQ-DISK-FULL.
 */
export async function createInquiryFolder(folder: string, inquiry: string, parts: InquiryParts): Promise<InquiryFolder> {
  const root = resolve(folder);
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
    if ((await readdir(root)).length > 0) throw alreadyExists();
  } catch (error) {
    throw isErrno(error, 'EEXIST', 'ENOTDIR') ? alreadyExists() : fileFault(error);
  }
  const lock = await takeWriterLock(join(root, 'writer.lock'), parts.effects.clock.now().toISOString());
  let store: Store | undefined;
  try {
    const signer = await createSigningKey(join(root, 'keys', 'ledger.pem'), originOf(inquiry));
    store = openSqlite(join(root, 'inquest.sqlite'), { mode: 'write' });
    const ledger = await createLedger({ store, signer, ...parts });
    const objects = await openObjectsOnDisk(join(root, 'objects'), { mode: 'write' });
    await writeDurably(join(root, 'inquiry.json'), `${JSON.stringify({ format: FOLDER_FORMAT, inquiry })}\n`);
    await flushFolder(dirname(root));
    return openedFolder({ folder: root, inquiry, store, ledger, objects, lock });
  } catch (error) {
    await store?.destroy();
    await lock.release();
    throw fileFault(error);
  }
}

/**
 * Opens an inquiry. For writing it takes the writer's lock; any number of processes may read
 * meanwhile. Faults: INQ-NOT-AN-INQUIRY, INQ-NEWER-VERSION, INQ-LOCKED, INQ-NO-PERMISSION. A
 * damaged ledger opens: reading works and `commit` throws INQ-LEDGER-DAMAGED.
 */
export async function openInquiryFolder(
  folder: string,
  options: { readonly mode: 'read' | 'write' },
  parts: InquiryParts,
): Promise<InquiryFolder> {
  const root = resolve(folder);
  const inquiry = await readInquiryFile(root);
  const lock = options.mode === 'write' ? await takeWriterLock(join(root, 'writer.lock'), parts.effects.clock.now().toISOString()) : null;
  let store: Store | undefined;
  try {
    const signer = options.mode === 'write' ? await loadSigningKey(join(root, 'keys', 'ledger.pem'), originOf(inquiry)) : null;
    store = openSqlite(join(root, 'inquest.sqlite'), options);
    const ledger = signer === null ? await openLedgerForReading(store) : await openLedger({ store, signer, ...parts });
    const objects = await openObjectsOnDisk(join(root, 'objects'), options);
    return openedFolder({ folder: root, inquiry, store, ledger, objects, lock });
  } catch (error) {
    await store?.destroy();
    await lock?.release();
    throw error;
  }
}

function openedFolder(opened: {
  readonly folder: string;
  readonly inquiry: string;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly objects: ObjectStore;
  readonly lock: WriterLock | null;
}): InquiryFolder {
  const { lock, ...inquiry } = opened;
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await opened.store.destroy();
    await lock?.release();
  };
  return {
    ...inquiry,
    close() {
      closing ??= close();
      return closing;
    },
    [Symbol.asyncDispose]() {
      return this.close();
    },
  };
}

/** Origin of an inquiry's ledger: names no organisation. */
function originOf(inquiry: string): string {
  return `inquest.invalid/${inquiry}`;
}

async function readInquiryFile(root: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(join(root, 'inquiry.json'), 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw notAnInquiry('The folder has no `inquiry.json`.');
    throw fileFault(error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notAnInquiry('Its `inquiry.json` is not readable.');
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || typeof value.format !== 'number') {
    throw notAnInquiry('Its `inquiry.json` names no format.');
  }
  if (value.format > FOLDER_FORMAT) {
    throw new InquestFault('INQ-NEWER-VERSION', {
      what: 'The inquiry was made by a newer version of Inquest.',
      why: `Its format is ${String(value.format)}; this version opens up to ${String(FOLDER_FORMAT)}.`,
      do: 'Open it with the newer version. Nothing was changed.',
    });
  }
  if (!('inquiry' in value) || typeof value.inquiry !== 'string' || !/^[0-9a-f-]{36}$/.test(value.inquiry)) {
    throw notAnInquiry('Its `inquiry.json` names no inquiry.');
  }
  return value.inquiry;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await file.writeFile(text);
    await flush(file);
  } finally {
    await file.close();
  }
  await flushFolder(dirname(path));
}

function notAnInquiry(why: string): InquestFault {
  return new InquestFault('INQ-NOT-AN-INQUIRY', {
    what: 'There is no inquiry in this folder.',
    why,
    do: 'Name the folder of an inquiry with --inquiry, or make one with `inquest init`.',
  });
}

function alreadyExists(): InquestFault {
  return new InquestFault('INQ-ALREADY-EXISTS', {
    what: 'The folder is not empty.',
    why: 'An inquiry is made only in an empty folder, so that nothing is overwritten.',
    do: 'Choose another folder, or open this one if it holds an inquiry.',
  });
}
