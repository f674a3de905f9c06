/**
 * How fast a large file becomes an object, beside what openssl needs to hash it once. Taking an
 * object in computes two digests, writes the bytes and waits for the disk; each part is measured alone as well.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openObjectsOnDisk } from '../../packages/inquest/src/adapters/index.ts';
import { aim, asFastAs, type Benchmark, median, type Row, seconds } from './benchmark.ts';
import { inFolder } from './measured-program.ts';

const MIB = 1024 * 1024;
const FILE_MIB = 1024;
const CHUNK_BYTES = MIB;
const ROUNDS = 3;
/** Percent of openssl's speed. */
const AIM = 80;

/** Bytes that do not repeat within a chunk; what they are does not change how fast they hash. */
function* chunks(): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (let place = 0; place < chunk.length; place += 1) chunk[place] = (place * 31 + (place >> 8)) % 256;
  for (let n = 0; n < FILE_MIB; n += 1) {
    chunk.writeUInt32LE(n);
    yield chunk;
  }
}

/** Writes the bytes and waits until the disk has them: all that taking an object in does but reading and hashing. */
async function writeFlushed(path: string): Promise<void> {
  await using file = await open(path, 'w');
  for (const chunk of chunks()) await file.writeFile(chunk);
  await file.sync();
}

async function digest(file: string, algorithm: string): Promise<void> {
  await using source = await open(file);
  const hash = createHash(algorithm);
  const chunk = new Uint8Array(CHUNK_BYTES);
  let bytesRead: number;
  do {
    ({ bytesRead } = await source.read(chunk));
    hash.update(chunk.subarray(0, bytesRead));
  } while (bytesRead > 0);
  hash.digest();
}

function openssl(file: string): Promise<void> {
  const { status } = spawnSync('openssl', ['dgst', '-sha256', file]);
  return status === 0 ? Promise.resolve() : Promise.reject(new Error('openssl did not hash the file'));
}

async function put(file: string, store: string): Promise<void> {
  const taken = await (await openObjectsOnDisk(store, { mode: 'write' })).putFile(file);
  if (!taken.ok) throw new Error(`the file was not taken in: ${taken.code}`);
}

async function checkAll(store: string): Promise<void> {
  const objects = await openObjectsOnDisk(store, { mode: 'read' });
  for await (const name of objects.list()) {
    const { state } = await objects.check(name);
    if (state !== 'sound') throw new Error(`the object is ${state}`);
  }
}

/** Seconds of each part, one for each round. */
interface Times {
  readonly openssl: number[];
  readonly sha256: number[];
  readonly sha512: number[];
  readonly written: number[];
  readonly put: number[];
  readonly checked: number[];
}

/** The parts take turns, so that a machine that is slower for a while is so for all of them. */
async function round(folder: string, hasOpenssl: boolean, times: Times): Promise<void> {
  const [file, copy, store] = [join(folder, 'offered'), join(folder, 'copy'), join(folder, 'objects')];
  if (hasOpenssl) times.openssl.push(await seconds(() => openssl(file)));
  times.sha256.push(await seconds(() => digest(file, 'sha256')));
  times.sha512.push(await seconds(() => digest(file, 'sha512')));
  times.written.push(await seconds(() => writeFlushed(copy)));
  await rm(copy);
  times.put.push(await seconds(() => put(file, store)));
  times.checked.push(await seconds(() => checkAll(store)));
  await rm(store, { recursive: true });
}

function rowsOf(times: Times): readonly Row[] {
  const speed = (part: readonly number[]): number => FILE_MIB / median(part);
  const other = speed(times.openssl);
  const row = (what: string, part: readonly number[], note: string): Row => {
    if (part.length === 0) return { what, value: Number.NaN, unit: '', note: 'openssl is not here' };
    return { what, value: speed(part), unit: 'MiB/s', note };
  };
  const beside = (part: readonly number[], aimed: boolean): string => {
    if (times.openssl.length === 0) return 'openssl is not here to compare with';
    const words = asFastAs(speed(part), other, 'openssl');
    return aimed ? `${words}; ${aim((speed(part) / other) * 100, { atLeast: AIM }, '%')}` : words;
  };
  const size = `one file of ${String(FILE_MIB)} MiB in the page cache, median of ${String(ROUNDS)}`;
  return [
    row('openssl dgst -sha256', times.openssl, `${size}; the comparison, taking turns with the others`),
    row('SHA-256 alone', times.sha256, `in the measuring process, one thread; ${beside(times.sha256, true)}`),
    row('SHA-512 alone', times.sha512, `the second digest of every object, in a thread beside the first; ${beside(times.sha512, false)}`),
    row('written and flushed', times.written, 'the same bytes to the same disk without reading or hashing'),
    row(
      'taken in as an object',
      times.put,
      `read, both digests, written, flushed, named; ${beside(times.put, true)}: openssl computes one digest, not two, and writes nothing; ${asFastAs(speed(times.put), speed(times.written), 'writing alone')}`,
    ),
    row(
      'read back and checked',
      times.checked,
      `SHA-256 through the object store, as \`inquest verify\` does; ${beside(times.checked, true)}`,
    ),
  ];
}

export const benchmark: Benchmark = {
  name: 'hashing',
  run: () =>
    inFolder(async (folder) => {
      await writeFlushed(join(folder, 'offered'));
      const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
      const times: Times = { openssl: [], sha256: [], sha512: [], written: [], put: [], checked: [] };
      for (let turn = 0; turn < ROUNDS; turn++) await round(folder, hasOpenssl, times);
      return rowsOf(times);
    }),
};
