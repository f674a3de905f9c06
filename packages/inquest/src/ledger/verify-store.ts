import { type Kysely, sql } from 'kysely';
import type { Store } from '../kernel/index.ts';
import type { CheckpointRow, EventRow, PayloadRow } from './ledger-store.ts';
import type { LedgerTables } from './ledger-tables.ts';

/** An event row and how long its payload is, so that payloads can be read in bounded portions. */
export interface EventOutline extends EventRow {
  /** Null when there is no payload. */
  readonly payload_bytes: number | null;
}

const tablesOf = (store: Store): Kysely<LedgerTables> => store.$extendTables<LedgerTables>();

/** At most `limit` events with `from` ≤ idx < `end`, in order. */
export async function outlinePage(
  store: Store,
  { from, end, limit }: { readonly from: number; readonly end: number; readonly limit: number },
): Promise<readonly EventOutline[]> {
  return tablesOf(store)
    .selectFrom('ledger_event')
    .leftJoin('ledger_payload', 'ledger_payload.idx', 'ledger_event.idx')
    .selectAll('ledger_event')
    .select(sql<number | null>`length(ledger_payload.payload)`.as('payload_bytes'))
    .where('ledger_event.idx', '>=', from)
    .where('ledger_event.idx', '<', end)
    .orderBy('ledger_event.idx')
    .limit(limit)
    .execute();
}

export async function payloadsBetween(store: Store, first: number, last: number): Promise<readonly PayloadRow[]> {
  return tablesOf(store).selectFrom('ledger_payload').selectAll().where('idx', '>=', first).where('idx', '<=', last).execute();
}

export async function touchesBetween(store: Store, first: number, last: number): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const rows = await tablesOf(store)
    .selectFrom('ledger_touch')
    .select(['idx', 'id'])
    .where('idx', '>=', first)
    .where('idx', '<=', last)
    .execute();
  const touches = new Map<number, Set<string>>();
  for (const { idx, id } of rows) {
    const ids = touches.get(idx) ?? new Set();
    ids.add(id);
    touches.set(idx, ids);
  }
  return touches;
}

/** Stored nodes of one level with `first` ≤ idx ≤ `last`. */
export async function nodesBetween(
  store: Store,
  level: number,
  range: { readonly first: number; readonly last: number },
): Promise<ReadonlyMap<number, Uint8Array>> {
  const rows = await tablesOf(store)
    .selectFrom('ledger_node')
    .select(['idx', 'hash'])
    .where('level', '=', level)
    .where('idx', '>=', range.first)
    .where('idx', '<=', range.last)
    .execute();
  return new Map(rows.map((row) => [row.idx, row.hash]));
}

/** Checkpoints with `from` ≤ size ≤ `to`, in order. */
export async function checkpointsBetween(store: Store, from: number, to: number): Promise<readonly CheckpointRow[]> {
  return tablesOf(store)
    .selectFrom('ledger_checkpoint')
    .selectAll()
    .where('size', '>=', from)
    .where('size', '<=', to)
    .orderBy('size')
    .execute();
}

/** Ids that stand for more than one event; only a database whose unique index was removed has any. */
export async function duplicatedEvents(store: Store, limit: number): Promise<readonly { readonly first: number; readonly last: number }[]> {
  return tablesOf(store)
    .selectFrom('ledger_event')
    .select(({ fn }) => [fn.min('idx').as('first'), fn.max('idx').as('last')])
    .groupBy('id')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .limit(limit)
    .execute();
}

/** Places of payloads that belong to no event. */
export async function payloadsWithoutEvent(store: Store, limit: number): Promise<readonly number[]> {
  const rows = await tablesOf(store)
    .selectFrom('ledger_payload')
    .select('idx')
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('ledger_event').select('ledger_event.idx').whereRef('ledger_event.idx', '=', 'ledger_payload.idx')),
      ),
    )
    .orderBy('idx')
    .limit(limit)
    .execute();
  return rows.map((row) => row.idx);
}

/** Places below the first; no commit ever makes one. */
export async function eventsBeforeStart(store: Store, limit: number): Promise<readonly number[]> {
  const rows = await tablesOf(store).selectFrom('ledger_event').select('idx').where('idx', '<', 0).orderBy('idx').limit(limit).execute();
  return rows.map((row) => row.idx);
}
