import { type Scope, withinScope } from '../access/index.ts';
import { assert, type CompartmentId, type EventId, type ItemId, type Sha256, type Store, type StoreTransaction } from '../kernel/index.ts';
import type { DocumentDate, ItemOutcome, ItemReason } from '../model/index.ts';
import type { IntakeTables } from './intake-tables.ts';

/** Items or refusals one page holds at most. */
export const MAX_ITEM_PAGE = 1000;

/** An item as lists show it: what was received, and the summary of its newest rendition. */
export interface Item {
  readonly id: ItemId;
  /** The number of `S-n`; the cursor of lists. */
  readonly number: number;
  readonly compartment: CompartmentId;
  readonly sha256: Sha256;
  readonly sha512: string;
  readonly bytes: number;
  readonly path: string;
  readonly mediaType: string;
  readonly modifiedAt: string | null;
  readonly parent: ItemId | null;
  readonly receivedAt: string;
  readonly receivedEvent: EventId;
  readonly outcome: Exclude<ItemOutcome, 'duplicate' | 'refused'>;
  readonly reason: ItemReason | null;
  readonly words: string | null;
  readonly reader: string | null;
  readonly readerVersion: string | null;
  /** Object of the rendition record and of its text; null when none was ever made. */
  readonly rendition: Sha256 | null;
  readonly text: Sha256 | null;
  readonly textLength: number | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly encoding: string | null;
  readonly languages: readonly string[];
  readonly dates: readonly DocumentDate[];
  readonly segments: number | null;
}

/** One path the bytes of an item came under. */
export interface ItemPath {
  readonly item: ItemId;
  readonly path: string;
  readonly event: EventId;
  readonly receivedAt: string;
}

/** Something that was offered and not taken in. */
export interface IntakeRefusal {
  /** The event's place on the ledger; the cursor of the list. */
  readonly place: number;
  readonly event: EventId;
  readonly path: string;
  readonly reason: ItemReason;
  readonly words: string;
  readonly refusedAt: string;
}

export interface ItemQuery {
  /** Number of the last item of the page before; omit for the first page. */
  readonly after?: number;
  /** 1 to `MAX_ITEM_PAGE`. */
  readonly limit: number;
  readonly outcome?: Item['outcome'];
  readonly newestFirst?: boolean;
}

/** Items the scope may see, in the order they came. The page is the last when it is shorter than `limit`. */
export async function listItems(store: Store, scope: Scope, query: ItemQuery): Promise<readonly Item[]> {
  assert(query.limit >= 1 && query.limit <= MAX_ITEM_PAGE, 'a page of items has 1 to 1000');
  const newestFirst = query.newestFirst === true;
  let rows = tables(store)
    .selectFrom('item')
    .selectAll()
    .where(withinScope(scope, 'compartment'))
    .orderBy('number', newestFirst ? 'desc' : 'asc')
    .limit(query.limit);
  if (query.after !== undefined) rows = rows.where('number', newestFirst ? '<' : '>', query.after);
  if (query.outcome !== undefined) rows = rows.where('outcome', '=', query.outcome);
  return (await rows.execute()).map(itemOfRow);
}

/** Received and not yet read: what an interrupted `add` left to do. */
export function itemsPending(store: Store, scope: Scope, query: Omit<ItemQuery, 'outcome'>): Promise<readonly Item[]> {
  return listItems(store, scope, { ...query, outcome: 'pending' });
}

/** One item, or null when there is none the scope may see. */
export async function getItem(store: Store, scope: Scope, id: ItemId): Promise<Item | null> {
  const [item] = await getItems(store, scope, [id]);
  return item ?? null;
}

/** The items of these ids that the scope may see, in order of number; at most 1000 are asked for at once. */
export async function getItems(store: Store, scope: Scope, ids: readonly ItemId[]): Promise<readonly Item[]> {
  assert(ids.length <= MAX_ITEM_PAGE, 'at most 1000 items are asked for at once');
  if (ids.length === 0) return [];
  const rows = tables(store)
    .selectFrom('item')
    .selectAll()
    .where('id', 'in', ids)
    .where(withinScope(scope, 'compartment'))
    .orderBy('number');
  return (await rows.execute()).map(itemOfRow);
}

/** Items that hold exactly these bytes, oldest first; at most one in each compartment. */
export async function findBySha256(store: Store, scope: Scope, sha256: Sha256): Promise<readonly Item[]> {
  const rows = tables(store)
    .selectFrom('item')
    .selectAll()
    .where('sha256', '=', sha256)
    .where(withinScope(scope, 'compartment'))
    .orderBy('number');
  return (await rows.execute()).map(itemOfRow);
}

/** Every path an item's bytes came under, oldest first, at most 1000. */
export async function listPaths(store: Store, scope: Scope, item: ItemId): Promise<readonly ItemPath[]> {
  const rows = await tables(store)
    .selectFrom('item_path')
    .innerJoin('item', 'item.number', 'item_path.item_number')
    .select(['item.id as item', 'item_path.path', 'item_path.event', 'item_path.received_at'])
    .where('item.id', '=', item)
    .where(withinScope(scope, 'item.compartment'))
    .orderBy('item_path.place')
    .limit(MAX_ITEM_PAGE)
    .execute();
  // Ids as the projection wrote them, from checked events.
  return rows.map((row) => ({ item, path: row.path, event: row.event as EventId, receivedAt: row.received_at }));
}

/** How many items have each outcome, how often bytes came that were held already under another path, and how many offers were refused. */
export async function countOutcomes(
  store: Store,
  scope: Scope,
): Promise<Readonly<Record<Item['outcome'] | 'duplicate' | 'refused', number>>> {
  const db = tables(store);
  const items = await db
    .selectFrom('item')
    .select(['outcome', db.fn.countAll().as('n')])
    .where(withinScope(scope, 'compartment'))
    .groupBy('outcome')
    .execute();
  const refusals = await db
    .selectFrom('intake_refusal')
    .select(db.fn.countAll().as('n'))
    .where(withinScope(scope, 'compartment'))
    .executeTakeFirst();
  const paths = await db
    .selectFrom('item_path')
    .innerJoin('item', 'item.number', 'item_path.item_number')
    .select(db.fn.countAll().as('n'))
    .where(withinScope(scope, 'item.compartment'))
    .executeTakeFirst();
  const held = items.reduce((sum, row) => sum + Number(row.n), 0);
  const of = (outcome: Item['outcome']): number => Number(items.find((row) => row.outcome === outcome)?.n ?? 0);
  return {
    pending: of('pending'),
    extracted: of('extracted'),
    partly: of('partly'),
    'kept-not-readable': of('kept-not-readable'),
    // Every item came under one path; each further one is the same bytes come again.
    duplicate: Number(paths?.n ?? 0) - held,
    refused: Number(refusals?.n ?? 0),
  };
}

/** Refusals the scope may see, oldest first. `after`: place of the last one of the page before. */
export async function listRefusals(
  store: Store,
  scope: Scope,
  query: { readonly after?: number; readonly limit: number },
): Promise<readonly IntakeRefusal[]> {
  assert(query.limit >= 1 && query.limit <= MAX_ITEM_PAGE, 'a page of refusals has 1 to 1000');
  let rows = tables(store)
    .selectFrom('intake_refusal')
    .selectAll()
    .where(withinScope(scope, 'compartment'))
    .orderBy('place')
    .limit(query.limit);
  if (query.after !== undefined) rows = rows.where('place', '>', query.after);
  return (await rows.execute()).map((row) => ({
    // Written by the projection from an event whose payload was checked.
    place: row.place,
    event: row.event as EventId,
    path: row.path,
    reason: row.reason as ItemReason,
    words: row.words,
    refusedAt: row.refused_at,
  }));
}

/** Whether this path was refused for this reason before, by an event the scope may see. */
export async function wasRefused(
  tx: StoreTransaction,
  scope: Scope,
  refused: { readonly path: string; readonly reason: string },
): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('intake_refusal')
    .select('event')
    .where('path', '=', refused.path)
    .where('reason', '=', refused.reason)
    .where(withinScope(scope, 'compartment'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether an item's bytes came under this path before. */
export async function cameUnder(tx: StoreTransaction, item: ItemId, path: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('item_path')
    .select('path')
    .where('item_number', '=', numberOf(item))
    .where('path', '=', path)
    .executeTakeFirst();
  return row !== undefined;
}

/** The number the next item gets. Only meaningful inside the transaction that uses it. */
export async function nextItemNumber(tx: StoreTransaction): Promise<number> {
  const db = tables(tx);
  const row = await db.selectFrom('item').select(db.fn.max('number').as('last')).executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function insertItem(tx: StoreTransaction, row: IntakeTables['item']): Promise<void> {
  await tables(tx).insertInto('item').values(row).execute();
}

export async function updateItem(tx: StoreTransaction, item: ItemId, columns: Partial<IntakeTables['item']>): Promise<void> {
  await tables(tx).updateTable('item').set(columns).where('number', '=', numberOf(item)).execute();
}

export async function insertPath(tx: StoreTransaction, item: ItemId, row: Omit<IntakeTables['item_path'], 'item_number'>): Promise<void> {
  await tables(tx)
    .insertInto('item_path')
    .values({ ...row, item_number: numberOf(item) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertRefusal(tx: StoreTransaction, row: IntakeTables['intake_refusal']): Promise<void> {
  await tables(tx).insertInto('intake_refusal').values(row).execute();
}

function tables(store: Store) {
  return store.$extendTables<IntakeTables>();
}

function numberOf(item: ItemId): number {
  return Number(item.slice(2));
}

function itemOfRow(row: IntakeTables['item']): Item {
  return {
    // Written by the projection from events whose payloads were checked; brands and unions hold.
    id: row.id as ItemId,
    number: row.number,
    compartment: row.compartment as CompartmentId,
    sha256: row.sha256 as Sha256,
    sha512: row.sha512,
    bytes: row.bytes,
    path: row.path,
    mediaType: row.media_type,
    modifiedAt: row.modified_at,
    parent: row.parent as ItemId | null,
    receivedAt: row.received_at,
    receivedEvent: row.received_event as EventId,
    outcome: row.outcome as Item['outcome'],
    reason: row.reason as ItemReason | null,
    words: row.words,
    reader: row.reader,
    readerVersion: row.reader_version,
    rendition: row.rendition as Sha256 | null,
    text: row.text as Sha256 | null,
    textLength: row.text_length,
    title: row.title,
    publisher: row.publisher,
    author: row.author,
    url: row.url,
    encoding: row.encoding,
    languages: JSON.parse(row.languages) as readonly string[],
    dates: JSON.parse(row.dates) as readonly DocumentDate[],
    segments: row.segments,
  };
}
