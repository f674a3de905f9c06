/** The program people run, with the time it took and the memory it held. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inquest, type Run } from '../run-inquest.ts';
import { seconds } from './benchmark.ts';

export interface MeasuredRun extends Run {
  /** From the start of the process to its end, launcher included. */
  readonly seconds: number;
  /** Largest resident set of the launcher or the program, whichever was larger. Bytes. */
  readonly peakBytes: number;
}

const LEAVES_PEAK = new URL('./leave-peak-memory.ts', import.meta.url).href;

/** A folder for the time of `use`; removed afterwards whatever happens. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'inquest-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Surroundings in which every Node.js process leaves its peak memory in `folder`. */
export function peaksIn(folder: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${LEAVES_PEAK}`, INQUEST_BENCH_PEAKS: folder };
}

/** The largest of what processes left in `folder`. Bytes; 0 when none did. */
export async function largestPeak(folder: string): Promise<number> {
  const peaks = await Promise.all((await readdir(folder)).map(async (name) => Number(await readFile(join(folder, name), 'utf8'))));
  return Math.max(0, ...peaks);
}

/** Runs the program to its end. Throws when it exits with anything but 0. */
export function measuredInquest(args: readonly string[]): Promise<MeasuredRun> {
  return inFolder(async (peaks) => {
    let run: Run | undefined;
    const took = await seconds(async () => {
      run = await inquest(args, { env: peaksIn(peaks) });
    });
    if (run?.exit !== 0) throw new Error(`inquest ${args.join(' ')} ended with ${String(run?.exit)}: ${run?.stderr ?? ''}`);
    return { ...run, seconds: took, peakBytes: await largestPeak(peaks) };
  });
}
