import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, link, mkdir, open, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectState, ObjectStore, PutFile, StoredObject } from '../custody/index.ts';
import { InquestFault, isSha256, type Sha256 } from '../kernel/index.ts';
import { fileFault, flush, flushFolder, isErrno, notDurable } from './durable-files.ts';
import { openSource, SourceTrouble, sourceChunks } from './file-source.ts';
import { chunksOf, makeHashing } from './hash-stream.ts';

export interface ObjectsOnDiskOptions {
  /** `write` makes the folder when it is missing and sweeps what an interrupted `put` left. */
  readonly mode: 'read' | 'write';
  /** Opens the temporary file; tests pass one that fails. */
  readonly openTemporary?: (path: string) => Promise<FileHandle>;
}

const TEMPORARY = '.tmp';
/** How often a file that changes while it is read is read again before it is refused. */
const RETRIES = 1;

/**
 * Objects as files `ab/<64 hex digits>` below one folder, mode 0400: `sha256sum` of any of them
 * prints its name. A new object goes to a temporary file, is flushed, gets its name by link(2),
 * which never replaces a file, and the folder is flushed: docs/formats/objects.md.
 */
export async function openObjectsOnDisk(folder: string, options: ObjectsOnDiskOptions): Promise<ObjectStore> {
  const temporary = join(folder, TEMPORARY);
  if (options.mode === 'write') {
    try {
      await mkdir(temporary, { recursive: true, mode: 0o700 });
      for (const name of await readdir(temporary)) await rm(join(temporary, name), { force: true });
    } catch (error) {
      throw fileFault(error);
    }
  }
  const create = options.openTemporary ?? ((path) => open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o400));
  return makeStore({ folder, temporary, create, flushed: new Set() });
}

interface Place {
  readonly folder: string;
  readonly temporary: string;
  readonly create: (path: string) => Promise<FileHandle>;
  /** Folders `ab` whose own name this process has made sure of. */
  readonly flushed: Set<string>;
}

function makeStore(place: Place): ObjectStore {
  const pathOf = (name: Sha256): string => join(place.folder, name.slice(0, 2), name);
  return {
    put: (bytes) => putStream(place, bytes instanceof Uint8Array ? [bytes] : bytes),
    putFile: (path) => putFile(place, path),
    async has(name) {
      try {
        await access(pathOf(name));
        return true;
      } catch (error) {
        if (isErrno(error, 'ENOENT')) return false;
        throw fileFault(error);
      }
    },
    get: (name) => readObject(pathOf(name), name),
    read: (name, limit) => readWhole(pathOf(name), name, limit),
    check: (name) => checkObject(pathOf(name), name),
    list: () => listObjects(place.folder),
    locate: pathOf,
  };
}

async function putFile(place: Place, path: string): Promise<PutFile> {
  for (let attempt = 0; attempt <= RETRIES; attempt++) {
    try {
      const taken = await putOnce(place, path);
      if (taken !== null) return { ok: true, value: taken };
    } catch (error) {
      if (error instanceof SourceTrouble) return { ok: false, code: error.reason };
      throw fileFault(error);
    }
  }
  return { ok: false, code: 'changed-while-reading' };
}

/** Null when the file changed while it was read. */
async function putOnce(place: Place, path: string): Promise<(StoredObject & { readonly modifiedAt: Date }) | null> {
  const file = await openSource(path);
  try {
    const before = await file.stat({ bigint: true });
    if (!before.isFile()) throw new SourceTrouble('not-a-file', undefined);
    const expected = Number(before.size);
    const received = await receive(place, sourceChunks(file, expected), expected);
    const after = await file.stat({ bigint: true });
    const same = before.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs;
    if (same && BigInt(received.bytes) === after.size) return { ...(await keep(place, received)), modifiedAt: after.mtime };
    await rm(received.path, { force: true });
    return null;
  } finally {
    await file.close();
  }
}

async function putStream(place: Place, source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<StoredObject> {
  try {
    return await keep(place, await receive(place, source, 0));
  } catch (error) {
    throw fileFault(error);
  }
}

interface Received {
  readonly path: string;
  readonly sha256: Sha256;
  readonly sha512: string;
  readonly bytes: number;
}

/** Writes to a flushed temporary file and hashes on the way; leaves none behind when it fails. */
async function receive(place: Place, source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, expected: number): Promise<Received> {
  const path = join(place.temporary, randomUUID());
  const file = await place.create(path);
  try {
    await using hashing = makeHashing(expected);
    let bytes = 0;
    for await (const chunk of source) {
      const writing = writeAll(file, chunk, bytes);
      const hashed = hashing.update(chunk);
      await Promise.all([writing, hashed]);
      bytes += chunk.length;
    }
    const digests = await hashing.finish();
    await flush(file);
    await file.close();
    return { path, bytes, ...digests };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let done = 0;
  try {
    while (done < chunk.length) {
      const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done);
      done += bytesWritten;
    }
  } catch (error) {
    throw isErrno(error, 'EIO') ? notDurable(error) : error;
  }
}

/** Gives a flushed temporary file its name for ever. */
async function keep(place: Place, received: Received): Promise<StoredObject> {
  const { path, ...digests } = received;
  const shelf = join(place.folder, received.sha256.slice(0, 2));
  const final = join(shelf, received.sha256);
  let existed = false;
  try {
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    await link(path, final).catch(async (error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error;
      existed = true;
      if (!(await sameContent(path, final))) throw objectDamaged(received.sha256);
    });
  } finally {
    await unlink(path);
  }
  // Also when the object was there: whoever linked it may have died before the folder was flushed.
  await flushFolder(shelf);
  if (!place.flushed.has(shelf)) {
    await flushFolder(place.folder);
    place.flushed.add(shelf);
  }
  return { ...digests, existed };
}

async function sameContent(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([open(a, constants.O_RDONLY), open(b, constants.O_RDONLY)]);
  try {
    const { size } = await left.stat();
    if ((await right.stat()).size !== size) return false;
    const others = chunksOf(right, size)[Symbol.asyncIterator]();
    for await (const chunk of chunksOf(left, size)) {
      const other = await others.next();
      if (other.done === true || Buffer.compare(chunk, other.value) !== 0) return false;
    }
    return (await others.next()).done === true;
  } finally {
    await left.close();
    await right.close();
  }
}

async function* readObject(path: string, name: Sha256): AsyncGenerator<Uint8Array> {
  const file = await openObject(path, name);
  try {
    // Chunks are read into two buffers in turn; the caller gets copies it may keep.
    for await (const chunk of chunksOf(file, (await file.stat()).size)) yield chunk.slice();
  } finally {
    await file.close();
  }
}

async function readWhole(path: string, name: Sha256, limit: number): Promise<Uint8Array> {
  const file = await openObject(path, name);
  try {
    const { size } = await file.stat();
    if (size > limit) {
      throw new InquestFault('INQ-LIMIT', {
        what: 'The object is too long to be read at once.',
        why: `It has ${String(size)} bytes; ${String(limit)} are allowed here.`,
        do: 'Open the file itself.',
      });
    }
    const bytes = await file.readFile();
    if (createHash('sha256').update(bytes).digest('hex') !== name) throw objectDamaged(name);
    return bytes;
  } catch (error) {
    throw fileFault(error);
  } finally {
    await file.close();
  }
}

async function checkObject(path: string, name: Sha256): Promise<ObjectState> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return { state: 'missing' };
    return { state: 'unreadable', why: codeOf(error) };
  }
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of chunksOf(file, (await file.stat()).size)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return hash.digest('hex') === name ? { state: 'sound', bytes } : { state: 'differs', bytes };
  } catch (error) {
    return { state: 'unreadable', why: codeOf(error) };
  } finally {
    await file.close();
  }
}

async function* listObjects(folder: string): AsyncGenerator<Sha256> {
  const shelves = (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
  for (const shelf of shelves) {
    for (const name of (await readdir(join(folder, shelf))).sort()) {
      if (isSha256(name) && name.startsWith(shelf)) yield name;
    }
  }
}

async function openObject(path: string, name: Sha256): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw fileFault(error);
    throw new InquestFault('INQ-NOT-FOUND', {
      what: `There is no object ${name}.`,
      why: 'It was never taken in, or its file was removed.',
      do: 'Run `inquest verify` to see everything that is missing.',
      cause: error,
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function objectDamaged(name: Sha256): InquestFault {
  return new InquestFault('INQ-OBJECT-DAMAGED', {
    what: `The object ${name} is damaged.`,
    why: 'Its bytes are not those its name stands for.',
    do: 'Restore the file from a copy; `inquest verify` lists all that differ.',
  });
}
