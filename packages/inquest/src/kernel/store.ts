import type { Kysely, Transaction } from 'kysely';

/**
 * A database without tables. Each slice widens it to its own tables with
 * `withTables<ItsTables>()` inside its store, so that no slice can name another's
 * columns by accident and none needs to know which engine answers.
 */
export type NoTables = object;
export type Store = Kysely<NoTables>;
/** Exists only inside a running transaction: writing outside one is a type error. */
export type StoreTransaction = Transaction<NoTables>;
