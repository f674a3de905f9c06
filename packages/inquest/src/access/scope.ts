import { type CompartmentId, OWNER, type PersonId } from '../kernel/index.ts';

/** Who asks, and what they may see. Every reader takes one; there is no reader without. */
export interface Scope {
  readonly person: PersonId;
  readonly compartments: 'all' | ReadonlySet<CompartmentId>;
}

export interface Compartmented {
  readonly compartment: CompartmentId;
}

/** The owner of the inquiry on this machine: one exists today and sees every compartment. */
export const OWNER_SCOPE: Scope = { person: OWNER, compartments: 'all' };

/**
 * The policy, whole: a record is visible when its compartment is among those the person may
 * see. The SQL predicate in scope-store.ts says the same; a property test holds them together.
 */
export function maySee(scope: Scope, record: Compartmented): boolean {
  return scope.compartments === 'all' || scope.compartments.has(record.compartment);
}
