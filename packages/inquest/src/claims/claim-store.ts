import { type Scope, withinScope } from '../access/index.ts';
import {
  assert,
  type ClaimId,
  type CompartmentId,
  type EventId,
  type ItemId,
  type PersonId,
  type ProposalId,
  type Store,
} from '../kernel/index.ts';
import {
  type Claim,
  type ClaimBodyKind,
  type ClaimContent,
  claimContent,
  type ReadingStatus,
  type SetAsideReason,
} from '../model/index.ts';
import type { ClaimTables } from './claim-tables.ts';

/** The most rows one page holds, and the most ids one question may name. */
export const MAX_CLAIM_PAGE = 1000;

/** A page of a list; `next` is the cursor for `after`, null at the end. */
export interface ClaimPage<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** A claim as stored, with what its reading knew beyond the claim's own content. */
export interface StoredClaim extends Claim {
  /** The figure was read as a part of another ("including 17 …") and is never compared with a whole. */
  readonly subset: boolean;
}

export interface ClaimQuery {
  readonly item?: ItemId;
  readonly status?: Claim['status'];
  readonly kinds?: readonly ClaimBodyKind[];
  /** Cursor of the page before. */
  readonly after?: string;
  /** 1 to `MAX_CLAIM_PAGE`. */
  readonly limit: number;
}

function checkLimit(limit: number): void {
  assert(Number.isInteger(limit) && limit >= 1 && limit <= MAX_CLAIM_PAGE, 'a page has 1 to 1000 rows');
}

/** A cursor that is a whole number; anything else starts from the beginning. */
function placeOf(cursor: string | undefined): number | null {
  return cursor !== undefined && /^[0-9]{1,15}$/.test(cursor) ? Number(cursor) : null;
}

/** The rows of a page out of one row more than it holds. */
function pageOf<Row, T>(
  found: readonly Row[],
  limit: number,
  as: { readonly row: (row: Row) => T; readonly cursor: (row: Row) => number },
): ClaimPage<T> {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { rows: page.map(as.row), next: found.length > limit && last !== undefined ? String(as.cursor(last)) : null };
}

/** Claims the scope may see at their newest version, in the order they were recorded. All statuses unless one is asked for. */
export async function listClaims(store: Store, scope: Scope, query: ClaimQuery): Promise<ClaimPage<StoredClaim>> {
  checkLimit(query.limit);
  if (query.kinds?.length === 0) return { rows: [], next: null };
  const after = placeOf(query.after);
  let rows = store
    .$extendTables<ClaimTables>()
    .selectFrom('claim')
    .selectAll()
    .where(withinScope(scope, 'compartment'))
    .orderBy('number')
    .limit(query.limit + 1);
  if (query.item !== undefined) rows = rows.where('item', '=', query.item);
  if (query.status !== undefined) rows = rows.where('status', '=', query.status);
  if (query.kinds !== undefined) rows = rows.where('kind', 'in', query.kinds);
  if (after !== null) rows = rows.where('number', '>', after);
  return pageOf(await rows.execute(), query.limit, { row: claimOfRow, cursor: (row) => row.number });
}

/** One claim at its newest version, or null when there is none the scope may see. */
export async function getClaim(store: Store, scope: Scope, id: ClaimId): Promise<StoredClaim | null> {
  const [claim] = await getClaims(store, scope, [id]);
  return claim ?? null;
}

/** The claims among `ids` that the scope may see, by number. At most `MAX_CLAIM_PAGE` ids. */
export async function getClaims(store: Store, scope: Scope, ids: readonly ClaimId[]): Promise<readonly StoredClaim[]> {
  assert(ids.length <= MAX_CLAIM_PAGE, 'at most 1000 claims are asked for at once');
  if (ids.length === 0) return [];
  const rows = await store
    .$extendTables<ClaimTables>()
    .selectFrom('claim')
    .selectAll()
    .where('id', 'in', ids)
    .where(withinScope(scope, 'compartment'))
    .orderBy('number')
    .execute();
  return rows.map(claimOfRow);
}

/* Ids and enumerations below were checked when the event was recorded; the tables hold nothing else. */
function claimOfRow(row: ClaimTables['claim']): StoredClaim {
  return {
    id: row.id as ClaimId,
    version: row.version,
    item: row.item as ItemId,
    compartment: row.compartment as CompartmentId,
    status: row.status,
    proposal: row.proposal as ProposalId | null,
    subset: row.subset === 1,
    content: claimContent.parse(JSON.parse(row.content)),
    recordedBy: row.recorded_by as PersonId,
    recordedAt: row.recorded_at,
    event: row.event as EventId,
  };
}

/** A version of a claim as it once was, and the event that made it. */
export interface ClaimVersion {
  readonly claim: ClaimId;
  readonly version: number;
  readonly content: ClaimContent;
  readonly reason: string | null;
  readonly recordedBy: PersonId;
  readonly recordedAt: string;
  readonly event: EventId;
}

/** Every version of a claim, oldest first. */
export async function claimHistory(
  store: Store,
  scope: Scope,
  query: { readonly claim: ClaimId; readonly after?: string; readonly limit: number },
): Promise<ClaimPage<ClaimVersion>> {
  checkLimit(query.limit);
  const found = await store
    .$extendTables<ClaimTables>()
    .selectFrom('claim_version')
    .selectAll()
    .where('claim', '=', query.claim)
    .where('version', '>', placeOf(query.after) ?? 0)
    .where(withinScope(scope, 'compartment'))
    .orderBy('version')
    .limit(query.limit + 1)
    .execute();
  return pageOf(found, query.limit, {
    cursor: (row) => row.version,
    row: (row): ClaimVersion => ({
      claim: row.claim as ClaimId,
      version: row.version,
      content: claimContent.parse(JSON.parse(row.content)),
      reason: row.reason,
      recordedBy: row.recorded_by as PersonId,
      recordedAt: row.recorded_at,
      event: row.event as EventId,
    }),
  });
}

/** How a proposal stands after its newest decision. */
export interface ProposalDecision {
  readonly proposal: ProposalId;
  readonly item: ItemId;
  readonly status: Exclude<ReadingStatus, 'proposed'>;
  /** What to undo to decide again. */
  readonly event: EventId;
  readonly claim: ClaimId | null;
  readonly reason: SetAsideReason | null;
  readonly words: string | null;
}

/** The decisions on these proposals; undecided ones are absent. At most `MAX_CLAIM_PAGE` proposals. */
export async function decisionsOf(
  store: Store,
  scope: Scope,
  proposals: readonly ProposalId[],
): Promise<ReadonlyMap<ProposalId, ProposalDecision>> {
  assert(proposals.length <= MAX_CLAIM_PAGE, 'at most 1000 proposals are asked for at once');
  if (proposals.length === 0) return new Map();
  const rows = await store
    .$extendTables<ClaimTables>()
    .selectFrom('proposal_decision')
    .selectAll()
    .where('proposal', 'in', proposals)
    .where(withinScope(scope, 'compartment'))
    .execute();
  return new Map(rows.map(proposalDecision).map((decision) => [decision.proposal, decision]));
}

function proposalDecision(row: ClaimTables['proposal_decision']): ProposalDecision {
  return {
    proposal: row.proposal as ProposalId,
    item: row.item as ItemId,
    status: row.status,
    event: row.event as EventId,
    claim: row.claim as ClaimId | null,
    reason: row.reason,
    words: row.words,
  };
}

/** The number the next recorded claim gets: ids are never used twice. Inside a commit only, where no other can take it. */
export async function nextClaimNumber(store: Store): Promise<number> {
  const { max } = store.$extendTables<ClaimTables>().fn;
  const row = await store.$extendTables<ClaimTables>().selectFrom('claim').select(max('number').as('last')).executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
