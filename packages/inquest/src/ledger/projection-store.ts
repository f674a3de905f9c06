import { type RawBuilder, sql } from 'kysely';
import { assert, engineOf, type Store } from '../kernel/index.ts';

/** Columns that identify a row of a table, in order. */
export type Key = readonly string[];
export type Row = Readonly<Record<string, unknown>>;

/** Rows read at once while comparing. */
const PAGE = 1000;

export async function dropTable(store: Store, table: string): Promise<void> {
  await store.schema.dropTable(table).ifExists().execute();
}

export async function countRows(store: Store, table: string): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(store);
  return result.rows[0]?.count ?? 0;
}

/** Columns of the primary key; `rowid` for a table of SQLite without one (full text). */
export async function primaryKeyOf(store: Store, table: string): Promise<Key> {
  if (engineOf(store) === 'sqlite') {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(store);
    return rows.length > 0 ? rows.map((row) => row.name) : ['rowid'];
  }
  const { rows } = await sql<{ name: string }>`
    select a.attname as name
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = to_regclass(${table}) and i.indisprimary
    order by array_position(i.indkey::int2[], a.attnum)`.execute(store);
  assert(rows.length > 0, `projection table ${table} has a primary key`);
  return rows.map((row) => row.name);
}

/** All rows by ascending key, a page at a time. Text sorts by code points on both engines. */
export async function* rowsInOrder(store: Store, table: string, key: Key): AsyncGenerator<Row, undefined> {
  const types = engineOf(store) === 'postgresql' ? await textColumns(store, table) : new Set<string>();
  const ordered = key.map((column) => (types.has(column) ? sql`${sql.ref(column)} collate "C"` : sql.ref(column)));
  const columns = key.length === 1 && key[0] === 'rowid' ? sql`rowid, *` : sql`*`;
  let last: Row | undefined;
  for (;;) {
    const after: RawBuilder<unknown> =
      last === undefined ? sql`` : sql`where (${sql.join(ordered)}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const page: readonly Row[] = (
      await sql<Row>`select ${columns} from ${sql.table(table)} ${after} order by ${sql.join(ordered)} limit ${PAGE}`.execute(store)
    ).rows;
    yield* page;
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

async function textColumns(store: Store, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped and attcollation <> 0`.execute(store);
  return new Set(rows.map((row) => row.name));
}
