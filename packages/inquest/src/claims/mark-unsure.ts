import type { Scope } from '../access/index.ts';
import { done, type Outcome, type ProposalId, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import { type LeaveOutRefusal, type LeaveOutState, type LeftOut, openProposal, readLeaveOutState } from './open-proposal.ts';
import type { Written } from './record-claim.ts';

export interface MarkUnsureRequest {
  readonly proposal: ProposalId;
  /** What would decide it. */
  readonly words: string | null;
}

/** Pure. Only an undecided proposal is marked unsure; it stays open to be recorded or set aside. */
export function decideMarkUnsure(request: MarkUnsureRequest, state: LeaveOutState): Outcome<Decision<LeftOut>, LeaveOutRefusal> {
  const open = openProposal(request.proposal, state, { unsureToo: false, words: request.words });
  if (!open.ok) return open;
  const { compartment, ...proposal } = open.value;
  return done({
    events: [
      { type: 'proposal.marked-unsure', payload: { proposal, words: request.words }, touches: [proposal.id, proposal.item], compartment },
    ],
    value: { proposal: proposal.id },
  });
}

/** What `markUnsure` would do, writing nothing. */
export async function planMarkUnsure(
  store: Store,
  scope: Scope,
  request: MarkUnsureRequest,
): Promise<Outcome<Decision<LeftOut>, LeaveOutRefusal>> {
  return decideMarkUnsure(request, await readLeaveOutState(store, scope, request.proposal));
}

/** Says that a person looked at a proposal and could not tell. */
export function markUnsure(ledger: Ledger, scope: Scope, request: MarkUnsureRequest): Promise<Outcome<Written<LeftOut>, LeaveOutRefusal>> {
  return ledger.commit(scope, (tx) => planMarkUnsure(tx, scope, request));
}
