import { sql } from 'kysely';
import type { Store } from '../kernel/index.ts';

export async function dropTable(store: Store, table: string): Promise<void> {
  await store.schema.dropTable(table).ifExists().execute();
}

export async function countRows(store: Store, table: string): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(store);
  return result.rows[0]?.count ?? 0;
}
