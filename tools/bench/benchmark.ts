/** One measured figure. */
export interface Row {
  readonly what: string;
  /** NaN when this machine lacks what it takes to measure; the note then says what. */
  readonly value: number;
  readonly unit: string;
  /** What it was measured on and what to compare it with. */
  readonly note: string;
}

/** A file in tools/bench that ends in `-bench.ts` exports one of these as `benchmark`. It asserts nothing. */
export interface Benchmark {
  readonly name: string;
  /** What is measured runs in processes of its own, and the rows tell their memory. Else that of the measuring process is told. */
  readonly elsewhere?: true;
  /** Rows in reading order; one row with a note when the machine lacks what it needs. */
  readonly run: () => Promise<readonly Row[]>;
}

const MIB = 1024 * 1024;

/** Seconds that `work` took, by the monotonic clock. */
export async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

/** The middle one; of an even number the lower of the two. NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** A ratio of two speeds as people say it: `58 % as fast as …`, `2.1 times as fast as …`. */
export function asFastAs(speed: number, other: number, name: string): string {
  const ratio = speed / other;
  return ratio < 1.5 ? `${(ratio * 100).toFixed(0)} % as fast as ${name}` : `${ratio.toFixed(1)} times as fast as ${name}`;
}

/** What was aimed at and whether this run reached it. `unit` stands behind both figures. */
export function aim(value: number, aimed: { readonly atLeast: number } | { readonly atMost: number }, unit: string): string {
  const [words, limit, met] =
    'atLeast' in aimed ? ['at least', aimed.atLeast, value >= aimed.atLeast] : ['at most', aimed.atMost, value <= aimed.atMost];
  return `aim: ${words} ${limit.toLocaleString('en')} ${unit}, ${met ? 'met' : 'not met'} in this run`;
}

/** A row of peak memory; `of` names the process. */
export function peakRow(what: string, bytes: number, of: string): Row {
  return { what, value: bytes / MIB, unit: 'MiB', note: `largest resident set ${of}` };
}
