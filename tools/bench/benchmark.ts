/** One measured figure. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it was measured on and what to compare it with. */
  readonly note: string;
}

/** A file in tools/bench that ends in `-bench.ts` exports one of these as `benchmark`. It asserts nothing. */
export interface Benchmark {
  readonly name: string;
  /** Rows in reading order; one row with a note when the machine lacks what it needs. */
  readonly run: () => Promise<readonly Row[]>;
}

/** Seconds that `work` took, by the monotonic clock. */
export async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
