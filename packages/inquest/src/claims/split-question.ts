import type { Scope } from '../access/index.ts';
import { type ClaimId, done, isPartialDate, type Outcome, type ProposalId, type QuestionId, type Store } from '../kernel/index.ts';
import type { Decision, Ledger } from '../ledger/index.ts';
import { isKeepable } from './check-content.ts';
import { type DecidedQuestion, LONGEST_ASKS } from './confirm-question.ts';
import { LONGEST_WORDS } from './open-proposal.ts';
import { getQuestion, nextQuestionNumber, type StoredQuestion } from './question-store.ts';
import type { Written } from './record-claim.ts';
import { refuseClaim } from './refusals.ts';

export interface SplitQuestionRequest {
  readonly from: QuestionId;
  /** The new question in words. */
  readonly asks: string;
  /** Members of the old question that answer the new one instead. */
  readonly claims: readonly ClaimId[];
  readonly proposals: readonly ProposalId[];
  readonly why: string | null;
  /** The period the new question asks about, as EDTF, when that is the difference. */
  readonly period: string | null;
}

export type SplitQuestionRefusal = 'not-found' | 'not-confirmed' | 'not-in-question' | 'empty-question' | 'invalid-content';

/** Pure. Only members of a question that stands are split off, and some stay behind. */
export function decideSplitQuestion(
  request: SplitQuestionRequest,
  { question, number }: { readonly question: StoredQuestion | null; readonly number: number },
): Outcome<Decision<DecidedQuestion>, SplitQuestionRefusal> {
  if (question === null) return refuseClaim(request.from.startsWith('q-') ? 'not-confirmed' : 'not-found', request.from);
  if (question.status === 'undone') return refuseClaim('not-confirmed', question.id);
  const members = new Set<string>([...question.claims, ...question.proposals]);
  const moved = new Set<string>([...request.claims, ...request.proposals]);
  const stranger = [...moved].find((id) => !members.has(id));
  if (stranger !== undefined) return refuseClaim('not-in-question', stranger);
  if (moved.size === 0 || moved.size === members.size) return refuseClaim('empty-question', question.id);
  const asks = request.asks.trim();
  if (asks === '' || !isKeepable(asks, LONGEST_ASKS)) return refuseClaim('invalid-content', 'asks');
  if (!isKeepable(request.why, LONGEST_WORDS)) return refuseClaim('invalid-content', 'why');
  if (request.period !== null && !isPartialDate(request.period)) return refuseClaim('invalid-content', 'period');
  // The form of a question's id, docs/vocabulary.
  const id = `Q-${String(number)}` as QuestionId;
  const payload = {
    question: id,
    from: question.id,
    asks,
    claims: [...new Set(request.claims)],
    proposals: [...new Set(request.proposals)],
    why: request.why,
    period: request.period,
  };
  return done({
    events: [{ type: 'question.split', payload, touches: [id, question.id, ...moved], compartment: question.compartment }],
    value: { question: id },
  });
}

/** What `splitQuestion` would do, writing nothing. */
export async function planSplitQuestion(
  store: Store,
  scope: Scope,
  request: SplitQuestionRequest,
): Promise<Outcome<Decision<DecidedQuestion>, SplitQuestionRefusal>> {
  return decideSplitQuestion(request, { question: await getQuestion(store, scope, request.from), number: await nextQuestionNumber(store) });
}

/** A person says that some figures answer another question than the one they were put under. */
export function splitQuestion(
  ledger: Ledger,
  scope: Scope,
  request: SplitQuestionRequest,
): Promise<Outcome<Written<DecidedQuestion>, SplitQuestionRefusal>> {
  return ledger.commit(scope, (tx) => planSplitQuestion(tx, scope, request));
}
