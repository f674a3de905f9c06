import type { Store, StoreTransaction } from '../kernel/index.ts';
import type { AnyEvent } from './event.ts';

/**
 * Tables that follow from the ledger. `apply` is the only way their rows change: a command
 * appends events and the same `apply` runs live and in `rebuild`, so the two cannot differ.
 * `apply` must depend on nothing but the event and the projection's own (and earlier
 * projections') tables: no clock, no randomness, no objects.
 */
export interface Projection {
  readonly name: string;
  /** Counts up whenever tables or `apply` change: an inquiry written by an older one is rebuilt on opening. 1 if absent. */
  readonly version?: number;
  /** Every table it owns, for `rebuild` to drop and `rebuild --compare` to compare. Each has a primary key. */
  readonly tables: readonly string[];
  /**
   * Creates its tables and indexes; must work on SQLite and PostgreSQL 15. A table of machine
   * output, not named in `tables`, is created with `ifNotExists`: `rebuild` leaves it alone.
   */
  create(store: Store): Promise<void>;
  apply(tx: StoreTransaction, event: AnyEvent): Promise<void>;
}
