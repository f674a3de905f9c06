import { type Kysely, PostgresAdapter, type Transaction } from 'kysely';

/**
 * A database without tables. Each slice widens it to its own tables with
 * `$extendTables<ItsTables>()` inside its store, so that no slice can name another's
 * columns by accident and none needs to know which engine answers.
 */
export type NoTables = object;
export type Store = Kysely<NoTables>;
/** Exists only inside a running transaction: writing outside one is a type error. */
export type StoreTransaction = Transaction<NoTables>;

export type Engine = 'sqlite' | 'postgresql';

/** Which engine answers, for the little that differs: column types, triggers, full text. */
export function engineOf(store: Store): Engine {
  return store.getExecutor().adapter instanceof PostgresAdapter ? 'postgresql' : 'sqlite';
}

/** Column type for bytes. Comes back as a Uint8Array on both engines. */
export function binaryColumn(store: Store): 'blob' | 'bytea' {
  return engineOf(store) === 'postgresql' ? 'bytea' : 'blob';
}

/**
 * Column type for whole numbers beyond 2^31 - 1: places on the ledger, sizes in bytes. Comes back
 * as a number; a value beyond 2^53 - 1 is a fault, never rounded.
 */
export function wideIntegerColumn(store: Store): 'integer' | 'bigint' {
  return engineOf(store) === 'postgresql' ? 'bigint' : 'integer';
}
