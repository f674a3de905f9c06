/** How fast objects are hashed: both digests in one pass over a file, beside what openssl needs for one. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Benchmark, type Row, seconds } from './benchmark.ts';

const MIB = 1024 * 1024;
const FILE_MIB = 1024;
const CHUNK_BYTES = MIB;

/** Bytes that do not repeat within a chunk; what they are does not change how fast they hash. */
function* chunks(): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (let place = 0; place < chunk.length; place += 1) chunk[place] = (place * 31 + (place >> 8)) % 256;
  for (let n = 0; n < FILE_MIB; n += 1) {
    chunk.writeUInt32LE(n);
    yield Buffer.from(chunk);
  }
}

async function digest(file: string, algorithms: readonly string[]): Promise<void> {
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    for (const hash of hashes) hash.update(chunk);
  }
  for (const hash of hashes) hash.digest();
}

function row(what: string, took: number, note: string): Row {
  return { what, value: FILE_MIB / took, unit: 'MiB/s', note };
}

async function opensslRow(file: string, size: string): Promise<Row> {
  const what = 'openssl dgst -sha256';
  if (spawnSync('openssl', ['version']).status !== 0) return { what, value: Number.NaN, unit: '', note: 'openssl is not here' };
  const took = await seconds(() => {
    spawnSync('openssl', ['dgst', '-sha256', file]);
    return Promise.resolve();
  });
  return row(what, took, `${size}; the comparison, in the same run`);
}

export const benchmark: Benchmark = {
  name: 'hashing',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'inquest-bench-'));
    try {
      const file = join(folder, 'object');
      await pipeline(Readable.from(chunks()), createWriteStream(file));
      const one = await seconds(() => digest(file, ['sha256']));
      const both = await seconds(() => digest(file, ['sha256', 'sha512']));
      const size = `one file of ${FILE_MIB} MiB, in the page cache`;
      return [
        await opensslRow(file, size),
        row('SHA-256', one, size),
        row('SHA-256 and SHA-512 in one pass', both, `${size}; what taking an object in computes`),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
