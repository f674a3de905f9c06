import { type Scope, withinScope } from '../access/index.ts';
import {
  assert,
  type ClaimId,
  type CompartmentId,
  type EventId,
  type ItemId,
  type PersonId,
  type ProposalId,
  type QuestionId,
  type Store,
} from '../kernel/index.ts';
import type { ClaimPage } from './claim-store.ts';
import type { ClaimTables, DecisionType } from './claim-tables.ts';

/** One decision a person took, and what took it back. */
export interface StoredDecision {
  readonly event: EventId;
  /** Place on the ledger. */
  readonly position: number;
  readonly type: DecisionType;
  readonly compartment: CompartmentId;
  readonly claim: ClaimId | null;
  /** The version an edit made. */
  readonly version: number | null;
  readonly proposal: ProposalId | null;
  readonly question: QuestionId | null;
  readonly actor: PersonId;
  readonly recordedAt: string;
  readonly undoneBy: EventId | null;
}

/* Ids below were checked when the event was recorded; the tables hold nothing else. */
function decisionOfRow(row: ClaimTables['decision']): StoredDecision {
  return {
    event: row.event as EventId,
    position: row.position,
    type: row.type,
    compartment: row.compartment as CompartmentId,
    claim: row.claim as ClaimId | null,
    version: row.version,
    proposal: row.proposal as ProposalId | null,
    question: row.question as QuestionId | null,
    actor: row.actor as PersonId,
    recordedAt: row.recorded_at,
    undoneBy: row.undone_by as EventId | null,
  };
}

/** Which decisions to list: all, or those on one record. */
export interface DecisionQuery {
  readonly claim?: ClaimId;
  readonly proposal?: ProposalId;
  readonly question?: QuestionId;
  /** Only those that stand. */
  readonly standing?: boolean;
  readonly after?: string;
  /** 1 to 1000. */
  readonly limit: number;
}

/** Decisions the scope may see, newest first. */
export async function listDecisions(store: Store, scope: Scope, query: DecisionQuery): Promise<ClaimPage<StoredDecision>> {
  assert(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= 1000, 'a page has 1 to 1000 rows');
  let rows = store
    .$extendTables<ClaimTables>()
    .selectFrom('decision')
    .selectAll()
    .where(withinScope(scope, 'compartment'))
    .orderBy('position', 'desc')
    .limit(query.limit + 1);
  if (query.claim !== undefined) rows = rows.where('claim', '=', query.claim);
  if (query.proposal !== undefined) rows = rows.where('proposal', '=', query.proposal);
  if (query.question !== undefined) rows = rows.where('question', '=', query.question);
  if (query.standing === true) rows = rows.where('undone_by', 'is', null);
  if (query.after !== undefined && /^[0-9]{1,15}$/.test(query.after)) rows = rows.where('position', '<', Number(query.after));
  const found = await rows.execute();
  const page = found.slice(0, query.limit).map(decisionOfRow);
  const last = page.at(-1);
  return { rows: page, next: found.length > query.limit && last !== undefined ? String(last.position) : null };
}

/** One decision by its event, or null when there is none the scope may see. */
export async function getDecision(store: Store, scope: Scope, event: EventId): Promise<StoredDecision | null> {
  const row = await store
    .$extendTables<ClaimTables>()
    .selectFrom('decision')
    .selectAll()
    .where('event', '=', event)
    .where(withinScope(scope, 'compartment'))
    .executeTakeFirst();
  return row === undefined ? null : decisionOfRow(row);
}

/** What stands in the whole inquiry, as far as the scope sees. */
export interface ClaimCounts {
  readonly claims: number;
  readonly setAside: number;
  readonly unsure: number;
  readonly questions: number;
}

export async function claimCounts(store: Store, scope: Scope): Promise<ClaimCounts> {
  const db = store.$extendTables<ClaimTables>();
  const seen = withinScope(scope, 'compartment');
  const { countAll } = db.fn;
  const statuses = await db
    .selectFrom('proposal_decision')
    .select(['status', countAll().as('n')])
    .where(seen)
    .groupBy('status')
    .execute();
  const claims = await db.selectFrom('claim').select(countAll().as('n')).where(seen).where('status', '=', 'recorded').executeTakeFirst();
  const questions = await db
    .selectFrom('question')
    .select(countAll().as('n'))
    .where(seen)
    .where('status', '=', 'confirmed')
    .executeTakeFirst();
  const having = (status: string): number => Number(statuses.find((row) => row.status === status)?.n ?? 0);
  return { claims: Number(claims?.n ?? 0), setAside: having('set-aside'), unsure: having('unsure'), questions: Number(questions?.n ?? 0) };
}

/** What has been decided about one item. */
export interface DecidedInItem {
  /** Claims that stand. */
  readonly recorded: number;
  /** Proposals with a decision, whatever it is. */
  readonly decided: number;
}

/** Counts for a page of items, at most 1000; an item nothing was decided about is absent. */
export async function decidedInItems(store: Store, scope: Scope, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, DecidedInItem>> {
  assert(items.length <= 1000, 'at most 1000 items are asked for at once');
  if (items.length === 0) return new Map();
  const db = store.$extendTables<ClaimTables>();
  const seen = withinScope(scope, 'compartment');
  const { countAll } = db.fn;
  const claims = await db
    .selectFrom('claim')
    .select(['item', countAll().as('n')])
    .where('item', 'in', items)
    .where('status', '=', 'recorded')
    .where(seen)
    .groupBy('item')
    .execute();
  const decided = await db
    .selectFrom('proposal_decision')
    .select(['item', countAll().as('n')])
    .where('item', 'in', items)
    .where(seen)
    .groupBy('item')
    .execute();
  const of = (rows: readonly { item: string; n: unknown }[], item: ItemId): number => Number(rows.find((row) => row.item === item)?.n ?? 0);
  return new Map(
    items
      .map((item) => [item, { recorded: of(claims, item), decided: of(decided, item) }] as const)
      .filter(([, { recorded, decided: n }]) => recorded + n > 0),
  );
}
