import { z } from 'zod';
import measured from './data/confidence.json' with { type: 'json' };

const schema = z.record(z.string(), z.strictObject({ precision: z.number().min(0).max(1), n: z.int().positive(), measuredOn: z.string() }));
const PRECISION = schema.parse(measured);

/** For a rule nobody has measured: neither trusted nor distrusted. */
export const UNMEASURED = 0.5;

/** The precision measured for a rule (data/confidence.json says on what and over how many), or `UNMEASURED`. */
export function confidenceOf(rule: string): number {
  return PRECISION[rule]?.precision ?? UNMEASURED;
}
