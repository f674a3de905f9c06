import type { Scope } from '../access/index.ts';
import type { Outcome, Store, StoreTransaction } from '../kernel/index.ts';
import type { EventType } from '../model/index.ts';
import type { AnyEvent, AnyNewEvent } from './event.ts';

/** What a decision comes to: events to append, and what to tell the caller. */
export interface Decision<T> {
  readonly events: readonly AnyNewEvent[];
  readonly value: T;
  /**
   * Machine output that follows from objects and not from a decision (proposals): written in
   * the same transaction, after the projections, and rebuilt by reading again.
   */
  readonly derived?: (tx: StoreTransaction) => Promise<void>;
}

export interface EventQuery {
  /** Exclusive; omit to start at the beginning (or the end, when newest first). */
  readonly after?: number;
  /** 1 to 1000. */
  readonly limit: number;
  readonly newestFirst?: boolean;
  readonly touching?: string;
  readonly types?: readonly EventType[];
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 64 hex digits. */
  readonly root: string;
  /** The signed note, C2SP tlog-checkpoint, exactly as stored. */
  readonly note: string;
}

/** The front door of writing. One change is one `commit`: one transaction, one acknowledgement. */
export interface Ledger {
  readonly store: Store;
  /** Verifier key of the inquiry's ledger, C2SP vkey form. */
  readonly verifierKey: string;
  /**
   * Runs `decide` inside a transaction, appends its events, applies every projection, signs a
   * checkpoint over the new size and commits. When it resolves, the events survive `kill -9`.
   * A refusal appends nothing. Commits are serialised; none waits for another's disk write twice.
   */
  commit<T, Code extends string>(
    scope: Scope,
    decide: (tx: StoreTransaction) => Promise<Outcome<Decision<T>, Code>>,
  ): Promise<Outcome<{ readonly value: T; readonly events: readonly AnyEvent[] }, Code>>;
  /** Events the scope may see, in ledger order; each re-checked against its commitment. */
  read(scope: Scope, query: EventQuery): Promise<readonly AnyEvent[]>;
  size(): Promise<number>;
  checkpoint(): Promise<Checkpoint>;
}
