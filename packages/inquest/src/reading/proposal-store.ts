import { sql } from 'kysely';
import { type Scope, withinScope } from '../access/index.ts';
import { assert, type CompartmentId, type ItemId, type ProposalId, type Store, type StoreTransaction } from '../kernel/index.ts';
import { type Proposal, type ProposalKind, proposalBody } from '../model/index.ts';
import type { ProposalTables } from './proposal-tables.ts';

/** The most proposals one page holds. */
export const MAX_PROPOSAL_PAGE = 1000;
/** Rows written at once: engines limit the parameters of one statement. */
const BATCH = 200;

/** One reading of one item. */
export interface ProposalsOfItem {
  readonly item: ItemId;
  readonly compartment: CompartmentId;
  readonly readerVersion: string;
  /** In the order they are shown; of two with the same id the first is kept. */
  readonly proposals: readonly Proposal[];
}

/**
 * Replaces what is proposed for an item by this reading, whole. Decisions on proposals that are
 * made no more stay on the ledger with the proposal as it stood. Runs inside the caller's
 * transaction; the database refuses an id that another item already has.
 */
export async function storeProposals(tx: StoreTransaction, reading: ProposalsOfItem): Promise<void> {
  const db = tx.$extendTables<ProposalTables>();
  await db.deleteFrom('proposal').where('item', '=', reading.item).execute();
  const seen = new Set<string>();
  const unique = reading.proposals.filter(({ id }) => !seen.has(id) && seen.add(id));
  const rows = unique.map(({ id, item, body }, position) => {
    assert(item === reading.item, 'a reading proposes for its own item');
    const { kind, start, end, rule, confidence } = body;
    return {
      id,
      item,
      item_number: numberOfItem(item),
      reader_version: reading.readerVersion,
      compartment: reading.compartment,
      kind,
      start,
      end,
      rule,
      confidence,
      body: JSON.stringify(body),
      position,
    };
  });
  for (let from = 0; from < rows.length; from += BATCH) {
    await db
      .insertInto('proposal')
      .values(rows.slice(from, from + BATCH))
      .execute();
  }
}

function numberOfItem(item: ItemId): number {
  return Number(item.slice(2));
}

/** Which proposals to read. Lists of nothing select nothing. */
export interface ProposalQuery {
  readonly items?: readonly ItemId[];
  readonly kinds?: readonly ProposalKind[];
  /** Cursor of the page before. */
  readonly after?: string;
  /** 1 to `MAX_PROPOSAL_PAGE`. */
  readonly limit: number;
}

/** A proposal with the compartment of its item. */
export interface StoredProposal extends Proposal {
  readonly compartment: CompartmentId;
}

export interface ProposalList {
  readonly proposals: readonly StoredProposal[];
  /** Cursor for `after`, null at the end. */
  readonly next: string | null;
}

/** Proposals the scope may see, by item and then in the order of their reading. A cursor of another form starts from the beginning. */
export async function readProposals(store: Store, scope: Scope, query: ProposalQuery): Promise<ProposalList> {
  assert(query.limit >= 1 && query.limit <= MAX_PROPOSAL_PAGE, 'a page of proposals has 1 to 1000');
  if (query.items?.length === 0 || query.kinds?.length === 0) return { proposals: [], next: null };
  let rows = store
    .$extendTables<ProposalTables>()
    .selectFrom('proposal')
    .selectAll()
    .where(withinScope(scope, 'compartment'))
    .orderBy('item_number')
    .orderBy('position')
    .limit(query.limit + 1);
  if (query.items !== undefined) rows = rows.where('item', 'in', query.items);
  if (query.kinds !== undefined) rows = rows.where('kind', 'in', query.kinds);
  const after = /^([0-9]{1,10}):([0-9]{1,10})$/.exec(query.after ?? '');
  if (after !== null) {
    rows = rows.where(sql<boolean>`(item_number, position) > (${Number(after[1])}, ${Number(after[2])})`);
  }
  const found = await rows.execute();
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    proposals: page.map(proposalOfRow),
    next: found.length > query.limit && last !== undefined ? `${String(last.item_number)}:${String(last.position)}` : null,
  };
}

/** One proposal, or null when there is none the scope may see. */
export async function getProposal(store: Store, scope: Scope, id: ProposalId): Promise<StoredProposal | null> {
  const row = await store
    .$extendTables<ProposalTables>()
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', id)
    .where(withinScope(scope, 'compartment'))
    .executeTakeFirst();
  return row === undefined ? null : proposalOfRow(row);
}

/** How many proposals of each kind an item has, for a page of items, at most 1000; an item without any is absent. */
export async function countProposals(
  store: Store,
  scope: Scope,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Readonly<Partial<Record<ProposalKind, number>>>>> {
  assert(items.length <= MAX_PROPOSAL_PAGE, 'at most 1000 items are asked for at once');
  if (items.length === 0) return new Map();
  const db = store.$extendTables<ProposalTables>();
  const rows = await db
    .selectFrom('proposal')
    .select(['item', 'kind', db.fn.countAll().as('n')])
    .where('item', 'in', items)
    .where(withinScope(scope, 'compartment'))
    .groupBy(['item', 'kind'])
    .orderBy('kind')
    .execute();
  const counts = new Map<ItemId, Partial<Record<ProposalKind, number>>>();
  for (const { item, kind, n } of rows) {
    // The item as it was asked for.
    const id = item as ItemId;
    counts.set(id, { ...counts.get(id), [kind]: Number(n) });
  }
  return counts;
}

/** How many proposals the scope may see in all. */
export async function totalProposals(store: Store, scope: Scope): Promise<number> {
  const db = store.$extendTables<ProposalTables>();
  const row = await db.selectFrom('proposal').select(db.fn.countAll().as('n')).where(withinScope(scope, 'compartment')).executeTakeFirst();
  return Number(row?.n ?? 0);
}

function proposalOfRow(row: ProposalTables['proposal']): StoredProposal {
  return {
    // Ids were checked when the row was written, by `storeProposals` and nothing else.
    id: row.id as ProposalId,
    item: row.item as ItemId,
    readerVersion: row.reader_version,
    compartment: row.compartment as CompartmentId,
    body: proposalBody.parse(JSON.parse(row.body)),
  };
}
