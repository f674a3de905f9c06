/** What a check came to. A check that is not a test counts as one. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };
export const PASSED: Counts = { ...NOTHING, passed: 1 };
export const FAILED: Counts = { ...NOTHING, failed: 1 };
export const SKIPPED: Counts = { ...NOTHING, skipped: 1 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** `N passed, N failed`, and `, N skipped` when something was. */
export function inWords(counts: Counts): string {
  const skipped = counts.skipped === 0 ? '' : `, ${String(counts.skipped)} skipped`;
  return `${String(counts.passed)} passed, ${String(counts.failed)} failed${skipped}`;
}
