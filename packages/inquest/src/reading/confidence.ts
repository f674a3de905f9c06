import { z } from 'zod';
import measured from './data/confidence.json' with { type: 'json' };

const schema = z.record(z.string(), z.strictObject({ precision: z.number().min(0).max(1), n: z.int().positive(), measuredOn: z.string() }));
const PRECISION = schema.parse(measured);

/** For a rule nobody has measured: neither trusted nor distrusted. */
export const UNMEASURED = 0.5;

/**
 * How often a rule's next proposal may be expected to be right: Laplace's rule of succession over the
 * precision in data/confidence.json and the number of cases behind it, so that two right out of two is
 * 0.75 and not certainty. `UNMEASURED` for a rule without an entry.
 */
export function confidenceOf(rule: string): number {
  const entry = PRECISION[rule];
  if (entry === undefined) return UNMEASURED;
  return Math.round(((entry.precision * entry.n + 1) / (entry.n + 2)) * 1000) / 1000;
}
