/** Loaded before a measured program: when its process ends, leaves the most memory it held in the folder named for it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { peakMemory } from './peak-memory.ts';

const folder = process.env['INQUEST_BENCH_PEAKS'];

if (isMainThread && folder !== undefined) {
  process.on('exit', () => {
    writeFileSync(join(folder, String(process.pid)), String(peakMemory()));
  });
}
