import { randomBytes } from 'node:crypto';
import type { Effects } from '../kernel/index.ts';

/** The machine's clock and its cryptographic randomness. */
export const systemEffects: Effects = {
  clock: { now: () => new Date() },
  random: { bytes: (count) => randomBytes(count) },
};
