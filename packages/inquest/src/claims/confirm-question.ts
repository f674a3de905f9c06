import type { Scope } from '../access/index.ts';
import { type ClaimId, type CompartmentId, done, type Outcome, type ProposalId, type QuestionId, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import type { Counted } from '../model/index.ts';
import { getProposal } from '../reading/index.ts';
import { isKeepable } from './check-content.ts';
import { getClaims } from './claim-store.ts';
import { nextQuestionNumber, questionsOf } from './question-store.ts';
import type { Written } from './record-claim.ts';
import { refuseClaim } from './refusals.ts';

/** The most figures one question holds: an event names them all in its envelope. */
export const MOST_MEMBERS = 500;
/** Longest question, in UTF-16 code units. */
export const LONGEST_ASKS = 500;

export interface ConfirmQuestionRequest {
  /** The question in words. */
  readonly asks: string;
  readonly counted: Omit<Counted, 'population'>;
  readonly claims: readonly ClaimId[];
  readonly proposals: readonly ProposalId[];
}

/** A figure a person wants under a question, as far as the scope sees it. */
export interface Member {
  readonly id: ClaimId | ProposalId;
  readonly compartment: CompartmentId;
  readonly isFigure: boolean;
  readonly question: QuestionId | null;
}

export type ConfirmQuestionRefusal =
  | 'empty-question'
  | 'not-found'
  | 'not-a-figure'
  | 'in-another-question'
  | 'mixed-compartments'
  | 'invalid-content';

export interface DecidedQuestion {
  readonly question: QuestionId;
}

export interface ConfirmQuestionState {
  /** Those of the request that exist for this scope. */
  readonly members: readonly Member[];
  readonly number: number;
}

/** Pure. Every figure must exist, be a quantity, answer no other question and share one compartment. */
export function decideConfirmQuestion(
  request: ConfirmQuestionRequest,
  { members, number }: ConfirmQuestionState,
): Outcome<Decision<DecidedQuestion>, ConfirmQuestionRefusal> {
  const asked = [...new Set<ClaimId | ProposalId>([...request.claims, ...request.proposals])];
  const known = new Map(members.map((member) => [member.id, member]));
  const [first] = members;
  if (asked.length === 0) return refuseClaim('empty-question', '');
  if (asked.length > MOST_MEMBERS) return refuseClaim('invalid-content', 'claims', { most: MOST_MEMBERS });
  const asks = request.asks.trim();
  if (asks === '' || !isKeepable(asks, LONGEST_ASKS)) return refuseClaim('invalid-content', 'asks');
  for (const id of asked) {
    const member = known.get(id);
    if (member === undefined) return refuseClaim('not-found', id);
    if (!member.isFigure) return refuseClaim('not-a-figure', id);
    if (member.question !== null) return refuseClaim('in-another-question', id, { question: member.question });
    if (member.compartment !== first?.compartment) return refuseClaim('mixed-compartments', id);
  }
  if (first === undefined) return refuseClaim('empty-question', '');
  // The form of a question's id, docs/vocabulary.
  const question = `Q-${String(number)}` as QuestionId;
  const { unit, act, event, place, period } = request.counted;
  const payload = {
    question,
    asks,
    counted: { unit, act, event, place, period },
    claims: [...new Set(request.claims)],
    proposals: [...new Set(request.proposals)],
  };
  return done({
    events: [{ type: 'question.confirmed', payload, touches: [question, ...asked], compartment: first.compartment }],
    value: { question },
  });
}

/** The figures among these ids, as the scope sees them. */
export async function readMembers(
  store: Store,
  scope: Scope,
  ids: Pick<ConfirmQuestionRequest, 'claims' | 'proposals'>,
): Promise<readonly Member[]> {
  const [claims, proposals] = [ids.claims.slice(0, MOST_MEMBERS), ids.proposals.slice(0, MOST_MEMBERS)];
  const questions = await questionsOf(store, scope, [...claims, ...proposals]);
  const members: Member[] = [];
  for (const claim of await getClaims(store, scope, claims)) {
    const isFigure = claim.content.body.kind === 'quantity' && claim.status === 'recorded';
    const question = questions.get(claim.id) ?? (claim.proposal === null ? undefined : questions.get(claim.proposal));
    members.push({ id: claim.id, compartment: claim.compartment, isFigure, question: question ?? null });
  }
  for (const id of proposals) {
    const proposal = await getProposal(store, scope, id);
    if (proposal === null) continue;
    members.push({
      id,
      compartment: proposal.compartment,
      isFigure: proposal.body.kind === 'quantity',
      question: questions.get(id) ?? null,
    });
  }
  return members;
}

/** What `confirmQuestion` would do, writing nothing. */
export async function planConfirmQuestion(
  store: Store,
  scope: Scope,
  request: ConfirmQuestionRequest,
): Promise<Outcome<Decision<DecidedQuestion>, ConfirmQuestionRefusal>> {
  return decideConfirmQuestion(request, { members: await readMembers(store, scope, request), number: await nextQuestionNumber(store) });
}

/** A person says that these figures answer one question. Nothing about the figures changes. */
export function confirmQuestion(
  ledger: Ledger,
  scope: Scope,
  request: ConfirmQuestionRequest,
): Promise<Outcome<Written<DecidedQuestion>, ConfirmQuestionRefusal>> {
  return ledger.commit(scope, (tx) => planConfirmQuestion(tx, scope, request));
}
