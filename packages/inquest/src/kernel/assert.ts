/** States what must hold here; a failure is a bug of ours, never bad input. */
export function assert(condition: unknown, what: string): asserts condition {
  if (condition === false || condition === null || condition === undefined) {
    throw new Error(`invariant broken: ${what}`);
  }
}

/** Makes a missing case of a closed union a type error, and a bug if it is ever reached. */
export function assertNever(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}
