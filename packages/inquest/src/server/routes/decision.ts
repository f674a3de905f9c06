import type { FastifyReply } from 'fastify';
import type { DecisionAnswer } from '../../api-contract/index.ts';
import type { Outcome } from '../../kernel/index.ts';
import { problemOfRefusal, sendProblem } from '../problems.ts';

/** A decision's answer, or the refusal as a problem with its own status. */
export function answerDecision(reply: FastifyReply, outcome: Outcome<DecisionAnswer>): FastifyReply {
  if (!outcome.ok) return sendProblem(reply, problemOfRefusal(outcome));
  if (outcome.value.claim !== null) reply.header('etag', `"${String(outcome.value.claim.version)}"`);
  return reply.send(outcome.value);
}
