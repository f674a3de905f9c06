import { type Store, wideIntegerColumn } from '../kernel/index.ts';

/** When an item's objects were last read back, and what came of it. */
interface Check {
  /** Item id, or `*` for all objects of the inquiry. */
  item: string;
  compartment: string;
  event: string;
  /** RFC 3339. */
  checked_at: string;
  objects: number;
  bytes: number;
  problems: number;
}
export type CustodyTables = Record<'custody_check', Check>;

export async function createCustodyTables(store: Store): Promise<void> {
  await store.schema
    .createTable('custody_check')
    .addColumn('item', 'text', (column) => column.primaryKey())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('checked_at', 'text', (column) => column.notNull())
    .addColumn('objects', 'integer', (column) => column.notNull())
    .addColumn('bytes', wideIntegerColumn(store), (column) => column.notNull())
    .addColumn('problems', 'integer', (column) => column.notNull())
    .execute();
}
