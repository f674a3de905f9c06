import type { Scope } from '../access/index.ts';
import { type ClaimId, done, type Outcome, type Store } from '../kernel/index.ts';
import type { AnyEvent, Decision, Ledger } from '../ledger/index.ts';
import type { ClaimContent, Proposal } from '../model/index.ts';
import { type ContentRefusal, checkContent } from './check-content.ts';
import { nextClaimNumber } from './claim-store.ts';
import type { CitedText } from './content-of-proposal.ts';

/** What a decision on a claim comes to: the claim as it stands after it. */
export interface DecidedClaim {
  readonly claim: ClaimId;
  readonly version: number;
  readonly content: ClaimContent;
}

/** What a decision hands back when it was written: its value and the events, in ledger order. */
export interface Written<T> {
  readonly value: T;
  readonly events: readonly AnyEvent[];
}

/** A claim a person makes from a selected passage, without a proposal. */
export interface RecordClaimRequest {
  readonly cited: CitedText;
  /** A `ClaimContent` as it came from outside; checked whole. */
  readonly content: unknown;
}

/** The event that records a claim under the next number. */
export function recordedEvent(
  content: ClaimContent,
  { cited, number, proposal, edited }: { cited: CitedText; number: number; proposal: Proposal | null; edited: boolean },
): Decision<DecidedClaim> {
  // The form of a claim's id, docs/vocabulary.
  const claim = `C-${String(number)}` as ClaimId;
  const touches = [claim, content.citation.item, ...(proposal === null ? [] : [proposal.id])];
  return {
    events: [{ type: 'claim.recorded', payload: { claim, content, proposal, edited }, touches, compartment: cited.compartment }],
    value: { claim, version: 1, content },
  };
}

/** Pure: the claim as sent, once it is whole and its citation stands in this text. */
export function decideRecordClaim(
  request: RecordClaimRequest,
  state: { readonly number: number },
): Outcome<Decision<DecidedClaim>, ContentRefusal> {
  const checked = checkContent(request.content, request.cited);
  if (!checked.ok) return checked;
  return done(recordedEvent(checked.value, { cited: request.cited, number: state.number, proposal: null, edited: false }));
}

/** What `recordClaim` would do, writing nothing. */
export async function planRecordClaim(
  store: Store,
  _scope: Scope,
  request: RecordClaimRequest,
): Promise<Outcome<Decision<DecidedClaim>, ContentRefusal>> {
  return decideRecordClaim(request, { number: await nextClaimNumber(store) });
}

/** Records a claim from a selection. Refuses unknown kinds, incomplete content and quotations that differ from the text. */
export function recordClaim(
  ledger: Ledger,
  scope: Scope,
  request: RecordClaimRequest,
): Promise<Outcome<Written<DecidedClaim>, ContentRefusal>> {
  return ledger.commit(scope, (tx) => planRecordClaim(tx, scope, request));
}
