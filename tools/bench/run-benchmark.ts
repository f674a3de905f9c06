/** Runs the benchmark in the file named, in a process of its own, and tells the one that started it what came of it. */
import { pathToFileURL } from 'node:url';
import { type Benchmark, peakRow, type Row } from './benchmark.ts';
import { peakMemory } from './peak-memory.ts';

/** What this program sends. */
export interface Measured {
  readonly name: string;
  readonly rows: readonly Row[];
}

const file = process.argv[2] ?? '';
// Each file that ends in -bench.ts exports one; see benchmark.ts.
const { benchmark } = (await import(pathToFileURL(file).href)) as { benchmark: Benchmark };
const measured = await benchmark.run();
const isMeasured = measured.some(({ value }) => !Number.isNaN(value));
const rows =
  benchmark.elsewhere === true || !isMeasured ? measured : [...measured, peakRow('peak memory', peakMemory(), 'of the measuring process')];
process.send?.({ name: benchmark.name, rows } satisfies Measured);
