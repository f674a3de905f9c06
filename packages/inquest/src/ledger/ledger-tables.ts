import { sql } from 'kysely';
import { binaryColumn, engineOf, type Store, wideIntegerColumn } from '../kernel/index.ts';

/** Normative: docs/formats/ledger.md. */
export type LedgerTables = {
  ledger_meta: { key: string; value: string };
  ledger_event: {
    idx: number;
    id: string;
    type: string;
    compartment: string;
    leaf: Uint8Array;
    leaf_hash: Uint8Array;
  };
  ledger_payload: { idx: number; salt: Uint8Array; payload: Uint8Array };
  ledger_checkpoint: { size: number; root: Uint8Array; note: string };
  /** Complete subtrees of two leaves and more; leaves are in `ledger_event`. */
  ledger_node: { level: number; idx: number; hash: Uint8Array };
  ledger_touch: { id: string; idx: number };
};

/** Creates the ledger's tables, their indexes and the triggers that keep them append-only. */
export async function createLedgerTables(store: Store): Promise<void> {
  const bytes = binaryColumn(store);
  const wide = wideIntegerColumn(store);
  const { schema } = store;
  await schema
    .createTable('ledger_meta')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('ledger_event')
    .addColumn('idx', wide, (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('leaf', bytes, (column) => column.notNull())
    .addColumn('leaf_hash', bytes, (column) => column.notNull())
    .execute();
  await schema.createIndex('ledger_event_type').on('ledger_event').columns(['type', 'idx']).execute();
  await schema
    .createTable('ledger_payload')
    .addColumn('idx', wide, (column) => column.primaryKey())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('payload', bytes, (column) => column.notNull())
    .execute();
  await schema
    .createTable('ledger_checkpoint')
    .addColumn('size', wide, (column) => column.primaryKey())
    .addColumn('root', bytes, (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('ledger_node')
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('idx', wide, (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_node_pk', ['level', 'idx'])
    .execute();
  await schema
    .createTable('ledger_touch')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('idx', wide, (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_touch_pk', ['id', 'idx'])
    .execute();
  await schema.createIndex('ledger_touch_idx').on('ledger_touch').column('idx').execute();
  await (engineOf(store) === 'postgresql' ? guardOnPostgres(store) : guardOnSqlite(store));
}

/** A payload may be deleted, for erasure, and never changed; the rest is neither changed nor deleted. */
const APPEND_ONLY = ['ledger_event', 'ledger_checkpoint', 'ledger_node', 'ledger_touch'];

async function guardOnSqlite(store: Store): Promise<void> {
  const forbid = (name: string, when: string, table: string) =>
    sql.raw(`create trigger ${name} before ${when} on ${table} begin select raise(abort, '${table} is append-only'); end`).execute(store);
  for (const table of APPEND_ONLY) {
    await forbid(`${table}_no_update`, 'update', table);
    await forbid(`${table}_no_delete`, 'delete', table);
  }
  await forbid('ledger_payload_no_update', 'update', 'ledger_payload');
  // INSERT OR REPLACE deletes rows without firing delete triggers; events therefore only go to the end.
  await sql`
    create trigger ledger_event_at_end before insert on ledger_event
    when new.idx <> (select coalesce(max(idx) + 1, 0) from ledger_event) or exists (select 1 from ledger_event where id = new.id)
    begin select raise(abort, 'ledger_event is append-only'); end`.execute(store);
  await sql`
    create trigger ledger_checkpoint_at_end before insert on ledger_checkpoint
    when exists (select 1 from ledger_checkpoint where size >= new.size)
    begin select raise(abort, 'ledger_checkpoint is append-only'); end`.execute(store);
}

async function guardOnPostgres(store: Store): Promise<void> {
  await sql`
    create function ledger_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(store);
  const guard = (table: string, events: string, level: string) =>
    sql
      .raw(
        `create trigger ${table}_append_only_${level} before ${events} on ${table} for each ${level} execute function ledger_is_append_only()`,
      )
      .execute(store);
  for (const table of APPEND_ONLY) {
    await guard(table, 'update or delete', 'row');
    await guard(table, 'truncate', 'statement');
  }
  await guard('ledger_payload', 'update', 'row');
}
