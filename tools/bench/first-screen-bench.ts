/** What a browser must download before the first screen shows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWebPage, isWebPageStale } from '../web-page.ts';
import type { Benchmark, Row } from './benchmark.ts';

const page = join(import.meta.dirname, '../../dist/web');
const KIB = 1024;

/** The page's own script and style files, and the scripts those import before anything runs. */
function firstFiles(extension: string): string[] {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/?([^"]+)"/g)].map((match) => match[1] ?? '').filter((path) => path.endsWith(extension));
  const found = new Set<string>();
  for (const path of linked) addWithImports(path, found);
  return [...found];
}

function addWithImports(path: string, found: Set<string>): void {
  if (found.has(path) || !existsSync(join(page, path))) return;
  found.add(path);
  if (!path.endsWith('.js')) return;
  const folder = path.replace(/[^/]*$/, '');
  for (const match of readFileSync(join(page, path), 'utf8').matchAll(/\b(?:from|import)\s*"\.\/([^"]+)"/g)) {
    addWithImports(folder + (match[1] ?? ''), found);
  }
}

function sizeRow(what: string, extension: string): Row {
  const files = firstFiles(extension);
  const bytes = files.map((path) => gzipSync(readFileSync(join(page, path))).length).reduce((sum, size) => sum + size, 0);
  return {
    what,
    value: bytes / KIB,
    unit: 'KiB gzip',
    note: `${files.length} files before the first screen; later screens load their own`,
  };
}

export const benchmark: Benchmark = {
  name: 'first screen',
  run() {
    if (isWebPageStale() && buildWebPage() !== 0) throw new Error('the page does not build');
    return Promise.resolve([sizeRow('JavaScript', '.js'), sizeRow('CSS', '.css')]);
  },
};
