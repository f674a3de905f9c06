/** States what must hold here; a failure is a bug of ours, never bad input. */
export function assert(condition: unknown, what: string): asserts condition {
  if (condition === false || condition === null || condition === undefined) {
    throw new Error(`invariant broken: ${what}`);
  }
}
