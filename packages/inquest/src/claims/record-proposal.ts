import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../access/index.ts';
import { done, type Outcome, type ProposalId, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import { getProposal, type StoredProposal } from '../reading/index.ts';
import { type ContentRefusal, checkContent } from './check-content.ts';
import { decisionsOf, nextClaimNumber, type ProposalDecision } from './claim-store.ts';
import { type CitedText, contentOfProposal } from './content-of-proposal.ts';
import { alreadyDecided } from './open-proposal.ts';
import { type DecidedClaim, recordedEvent, type Written } from './record-claim.ts';
import { refuseClaim } from './refusals.ts';

export interface RecordProposalRequest {
  readonly proposal: ProposalId;
  /** The text the proposal was read from. */
  readonly cited: CitedText;
  /** A `ClaimContent` when the person edited first; otherwise the proposal is recorded as it stands. */
  readonly content?: unknown;
}

export type RecordProposalRefusal = ContentRefusal | 'not-found' | 'already-decided' | 'not-recordable-yet' | 'reading-incomplete';

/** What stands about the proposal before the decision. */
export interface RecordProposalState {
  readonly proposal: StoredProposal | null;
  readonly standing: ProposalDecision | null;
  readonly number: number;
}

/** Pure. A proposal marked unsure may be recorded; one recorded or set aside is undone first. */
export function decideRecordProposal(
  request: RecordProposalRequest,
  { proposal, standing, number }: RecordProposalState,
): Outcome<Decision<DecidedClaim>, RecordProposalRefusal> {
  if (proposal === null) return refuseClaim('not-found', request.proposal);
  if (standing !== null && standing.status !== 'unsure') return alreadyDecided(standing);
  const { compartment, ...read } = proposal;
  const cited = { ...request.cited, compartment };
  if (read.item !== cited.item) return refuseClaim('quote-differs', read.item);
  const asRead = contentOfProposal(read, cited);
  const content = request.content === undefined ? asRead : checkContent(request.content, cited);
  if (!content.ok) return content;
  const edited = request.content !== undefined && !(asRead.ok && isDeepStrictEqual(asRead.value, content.value));
  return done(recordedEvent(content.value, { cited, number, proposal: read, edited }));
}

/** What `recordProposal` would do, writing nothing. */
export async function planRecordProposal(
  store: Store,
  scope: Scope,
  request: RecordProposalRequest,
): Promise<Outcome<Decision<DecidedClaim>, RecordProposalRefusal>> {
  const proposal = await getProposal(store, scope, request.proposal);
  const standing = (await decisionsOf(store, scope, [request.proposal])).get(request.proposal) ?? null;
  return decideRecordProposal(request, { proposal, standing, number: await nextClaimNumber(store) });
}

/** Records a proposal as a claim, as it stands or as edited; the proposal goes onto the ledger whole, as it was read. */
export function recordProposal(
  ledger: Ledger,
  scope: Scope,
  request: RecordProposalRequest,
): Promise<Outcome<Written<DecidedClaim>, RecordProposalRefusal>> {
  return ledger.commit(scope, (tx) => planRecordProposal(tx, scope, request));
}
