/**
 * Time and chance as arguments. Stages never read a clock or draw randomness;
 * adapters provide these two, tests provide fixed ones.
 */
export interface Clock {
  now(): Date;
}

export interface Randomness {
  /** `count` unpredictable bytes. */
  bytes(count: number): Uint8Array;
}

export interface Effects {
  readonly clock: Clock;
  readonly random: Randomness;
}
