import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { NodePlace, TreeNode } from '../../../evidence-format/src/index.ts';
import { type Scope, withinScope } from '../access/index.ts';
import { type EventId, engineOf, type Store, type StoreTransaction } from '../kernel/index.ts';
import type { EventQuery } from './ledger.ts';
import { createLedgerTables, type LedgerTables } from './ledger-tables.ts';

export { createLedgerTables };

/** An event as its tables hold it, nothing checked. */
export interface EventRow {
  readonly idx: number;
  readonly id: string;
  readonly type: string;
  readonly compartment: string;
  readonly leaf: Uint8Array;
  readonly leaf_hash: Uint8Array;
}

export interface PayloadRow {
  readonly idx: number;
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
}

export interface StoredEvent extends EventRow {
  /** Null when the payload is not there. */
  readonly salt: Uint8Array | null;
  readonly payload: Uint8Array | null;
}

export interface CheckpointRow {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

export interface NewRows {
  readonly events: readonly EventRow[];
  readonly payloads: readonly PayloadRow[];
  readonly nodes: readonly TreeNode[];
  readonly touches: readonly { readonly idx: number; readonly id: string }[];
}

const tablesOf = (store: Store): Kysely<LedgerTables> => store.$extendTables<LedgerTables>();

export async function readMeta(store: Store): Promise<ReadonlyMap<string, string>> {
  const rows = await tablesOf(store).selectFrom('ledger_meta').select(['key', 'value']).execute();
  return new Map(rows.map((row) => [row.key, row.value]));
}

export async function writeMeta(store: Store, key: string, value: string): Promise<void> {
  await tablesOf(store)
    .insertInto('ledger_meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** Keeps other writers of the same ledger out until the transaction ends; readers go on. */
export async function lockForAppend(tx: StoreTransaction): Promise<void> {
  // On SQLite the transaction itself began IMMEDIATE and holds the one write lock.
  if (engineOf(tx) === 'postgresql') await sql`lock table ledger_checkpoint in exclusive mode`.execute(tx);
}

export async function lastCheckpoint(store: Store): Promise<CheckpointRow | null> {
  const row = await tablesOf(store).selectFrom('ledger_checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();
  return row ?? null;
}

/** One past the highest place used: the size of the ledger as its rows say, in one look with the newest checkpoint. */
export async function endOfEvents(store: Store): Promise<number> {
  const row = await tablesOf(store)
    .selectFrom('ledger_event')
    .select(({ fn }) => fn.max('idx').as('last'))
    .executeTakeFirst();
  // max() over no rows is null, which Kysely's types do not say.
  const last = row?.last as number | null | undefined;
  return last === null || last === undefined ? 0 : last + 1;
}

/** Hashes of complete subtrees; level 0 comes from the events. Missing ones are absent. */
export async function readNodes(store: Store, places: readonly NodePlace[]): Promise<readonly TreeNode[]> {
  const nodes: TreeNode[] = [];
  for (const { level, index } of places) {
    const row =
      level === 0
        ? await tablesOf(store).selectFrom('ledger_event').select('leaf_hash as hash').where('idx', '=', index).executeTakeFirst()
        : await tablesOf(store)
            .selectFrom('ledger_node')
            .select('hash')
            .where('level', '=', level)
            .where('idx', '=', index)
            .executeTakeFirst();
    if (row !== undefined) nodes.push({ level, index, hash: row.hash });
  }
  return nodes;
}

export async function insertRows(tx: StoreTransaction, rows: NewRows): Promise<void> {
  await insertMany(tx, { table: 'ledger_event', columns: ['idx', 'id', 'type', 'compartment', 'leaf', 'leaf_hash'] }, rows.events);
  await insertMany(tx, { table: 'ledger_payload', columns: ['idx', 'salt', 'payload'] }, rows.payloads);
  const nodes = rows.nodes.map((node) => ({ level: node.level, idx: node.index, hash: node.hash }));
  await insertMany(tx, { table: 'ledger_node', columns: ['level', 'idx', 'hash'] }, nodes);
  await insertMany(tx, { table: 'ledger_touch', columns: ['id', 'idx'] }, rows.touches);
}

export async function insertCheckpoint(tx: StoreTransaction, row: CheckpointRow): Promise<void> {
  await tablesOf(tx).insertInto('ledger_checkpoint').values(row).execute();
}

/** Events the scope may see, as stored. */
export async function selectEvents(store: Store, scope: Scope, query: EventQuery): Promise<readonly StoredEvent[]> {
  const direction = query.newestFirst === true ? 'desc' : 'asc';
  let select = withPayload(store)
    .where(withinScope(scope, 'ledger_event.compartment'))
    .orderBy('ledger_event.idx', direction)
    .limit(query.limit);
  if (query.after !== undefined) select = select.where('ledger_event.idx', direction === 'desc' ? '<' : '>', query.after);
  if (query.types !== undefined) select = select.where('ledger_event.type', 'in', [...query.types]);
  if (query.touching !== undefined) {
    const { touching } = query;
    select = select.where('ledger_event.idx', 'in', (from) =>
      from.selectFrom('ledger_touch').select('ledger_touch.idx').where('ledger_touch.id', '=', touching),
    );
  }
  return select.execute();
}

/** Events by id, in no order. At most 500 ids are looked up at once. */
export async function selectEventsById(store: Store, ids: readonly EventId[]): Promise<readonly StoredEvent[]> {
  const found: StoredEvent[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    found.push(
      ...(await withPayload(store)
        .where('ledger_event.id', 'in', ids.slice(at, at + 500))
        .execute()),
    );
  }
  return found;
}

const withPayload = (store: Store) =>
  tablesOf(store)
    .selectFrom('ledger_event')
    .leftJoin('ledger_payload', 'ledger_payload.idx', 'ledger_event.idx')
    .select([
      'ledger_event.idx',
      'ledger_event.id',
      'ledger_event.type',
      'ledger_event.compartment',
      'ledger_event.leaf',
      'ledger_event.leaf_hash',
      'ledger_payload.salt',
      'ledger_payload.payload',
    ]);

/**
 * Rows per statement. Statements of exactly this many rows, and of one, are all there are, so
 * that an engine can keep them prepared; building one through the query builder costs more than
 * running it.
 */
const ROWS_PER_INSERT = 50;

interface Columns<Row> {
  readonly table: keyof LedgerTables;
  readonly columns: readonly (keyof Row & string)[];
}

async function insertMany<Row extends object>(tx: StoreTransaction, into: Columns<Row>, rows: readonly Row[]): Promise<void> {
  let at = 0;
  while (at < rows.length) {
    const count = rows.length - at >= ROWS_PER_INSERT ? ROWS_PER_INSERT : 1;
    const values = rows.slice(at, at + count).flatMap((row) => into.columns.map((column) => row[column]));
    await tx.executeQuery(CompiledQuery.raw(insertStatement(tx, into, count), values));
    at += count;
  }
}

function insertStatement<Row>(tx: StoreTransaction, { table, columns }: Columns<Row>, count: number): string {
  const numbered = engineOf(tx) === 'postgresql';
  const rows = Array.from({ length: count }, (_, row) => {
    const holes = columns.map((_name, column) => (numbered ? `$${String(row * columns.length + column + 1)}` : '?'));
    return `(${holes.join(',')})`;
  });
  return `insert into ${table} (${columns.join(',')}) values ${rows.join(',')}`;
}
