/** What a browser must download before the first screen shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Benchmark, Row } from './benchmark.ts';
import { firstFiles, havePage, PAGE } from './first-files.ts';

const KIB = 1024;

function sizeRow(what: string, extension: string): Row {
  const files = firstFiles(extension);
  const bytes = files.map((path) => gzipSync(readFileSync(join(PAGE, path))).length).reduce((sum, size) => sum + size, 0);
  return {
    what,
    value: bytes / KIB,
    unit: 'KiB gzip',
    note: `${files.length} files before the first screen; later screens load their own`,
  };
}

export const benchmark: Benchmark = {
  name: 'first screen',
  elsewhere: true,
  run() {
    havePage();
    return Promise.resolve([sizeRow('JavaScript', '.js'), sizeRow('CSS', '.css')]);
  },
};
