import type { Scope } from '../access/index.ts';
import { done, type Outcome, type ProposalId, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import { setAsideReason } from '../model/index.ts';
import { type LeaveOutRefusal, type LeaveOutState, type LeftOut, openProposal, readLeaveOutState } from './open-proposal.ts';
import type { Written } from './record-claim.ts';
import { refuseClaim } from './refusals.ts';

export interface SetAsideRequest {
  readonly proposal: ProposalId;
  /** One of `setAsideReason`; checked, because it comes from outside. */
  readonly reason: string;
  /** The reason in the person's own words. */
  readonly words: string | null;
}

/** Pure. A proposal marked unsure may be set aside; one recorded or set aside is undone first. */
export function decideSetAside(request: SetAsideRequest, state: LeaveOutState): Outcome<Decision<LeftOut>, LeaveOutRefusal> {
  const reason = setAsideReason.safeParse(request.reason);
  if (!reason.success) return refuseClaim('invalid-content', 'reason', { known: setAsideReason.options });
  const open = openProposal(request.proposal, state, { unsureToo: true, words: request.words });
  if (!open.ok) return open;
  const { compartment, ...proposal } = open.value;
  const payload = { proposal, reason: reason.data, words: request.words };
  return done({
    events: [{ type: 'proposal.set-aside', payload, touches: [proposal.id, proposal.item], compartment }],
    value: { proposal: proposal.id },
  });
}

/** What `setAsideProposal` would do, writing nothing. */
export async function planSetAside(
  store: Store,
  scope: Scope,
  request: SetAsideRequest,
): Promise<Outcome<Decision<LeftOut>, LeaveOutRefusal>> {
  return decideSetAside(request, await readLeaveOutState(store, scope, request.proposal));
}

/** Sets a proposal aside, with a reason. Nothing is deleted; the proposal goes onto the ledger whole. */
export function setAsideProposal(
  ledger: Ledger,
  scope: Scope,
  request: SetAsideRequest,
): Promise<Outcome<Written<LeftOut>, LeaveOutRefusal>> {
  return ledger.commit(scope, (tx) => planSetAside(tx, scope, request));
}
