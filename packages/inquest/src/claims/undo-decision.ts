import type { Scope } from '../access/index.ts';
import { type ClaimId, done, type EventId, type Outcome, type ProposalId, type QuestionId, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import { getClaim } from './claim-store.ts';
import { getDecision, listDecisions, type StoredDecision } from './decision-store.ts';
import { splitsOf } from './question-store.ts';
import type { Written } from './record-claim.ts';
import { refuseClaim } from './refusals.ts';

export interface UndoRequest {
  /** The event of the decision to take back. */
  readonly event: EventId;
}

export type UndoRefusal = 'not-undoable' | 'already-undone' | 'claim-undone' | 'decided-since';

/** What was taken back, and what it was about. */
export interface Undone {
  readonly event: EventId;
  readonly claim: ClaimId | null;
  readonly proposal: ProposalId | null;
  readonly question: QuestionId | null;
}

/** What stands around the decision to be taken back. */
export interface UndoState {
  readonly decision: StoredDecision | null;
  /** A later decision that stands on the same claim's content, the same proposal or a question split off this one. */
  readonly later: EventId | null;
  readonly claimUndone: boolean;
}

/**
 * Pure. Recording and questions are taken back whole; an edit, by making the content before it
 * the newest version. What a later standing decision rests on is not taken back before it. The
 * decision and its undoing both stay on the ledger.
 */
export function decideUndo(request: UndoRequest, { decision, later, claimUndone }: UndoState): Outcome<Decision<Undone>, UndoRefusal> {
  if (decision === null) return refuseClaim('not-undoable', request.event);
  if (decision.undoneBy !== null) return refuseClaim('already-undone', request.event, { by: decision.undoneBy });
  if (claimUndone && decision.type === 'claim.edited') return refuseClaim('claim-undone', decision.claim ?? request.event);
  if (later !== null) return refuseClaim('decided-since', request.event, { event: later });
  const { event, claim, proposal, question } = decision;
  const touches = [event, claim, proposal, question].filter((id) => id !== null);
  const payload = { event, claim, proposal, question };
  return done({ events: [{ type: 'decision.undone', payload, touches, compartment: decision.compartment }], value: payload });
}

/** What `undoDecision` would do, writing nothing. */
export async function planUndo(store: Store, scope: Scope, request: UndoRequest): Promise<Outcome<Decision<Undone>, UndoRefusal>> {
  const decision = await getDecision(store, scope, request.event);
  if (decision === null) return decideUndo(request, { decision, later: null, claimUndone: false });
  const claim = decision.claim === null ? null : await getClaim(store, scope, decision.claim);
  return decideUndo(request, { decision, later: await laterThan(store, scope, decision), claimUndone: claim?.status === 'undone' });
}

async function laterThan(store: Store, scope: Scope, decision: StoredDecision): Promise<EventId | null> {
  if (decision.question !== null) {
    const [split] = await splitsOf(store, scope, decision.question);
    return split?.event ?? null;
  }
  // Taking back a recording takes its edits with it; an edit waits for the edits after it.
  const { type, claim, proposal } = decision;
  const subject = type === 'claim.edited' && claim !== null ? { claim } : proposal === null ? null : { proposal };
  if (subject === null) return null;
  const { rows } = await listDecisions(store, scope, { ...subject, standing: true, limit: 1 });
  const [newest] = rows;
  return newest === undefined || newest.event === decision.event ? null : newest.event;
}

/** Takes one decision back. A second undoing of the same decision is refused. */
export function undoDecision(ledger: Ledger, scope: Scope, request: UndoRequest): Promise<Outcome<Written<Undone>, UndoRefusal>> {
  return ledger.commit(scope, (tx) => planUndo(tx, scope, request));
}
