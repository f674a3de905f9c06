import { z } from 'zod';
import {
  claimLine,
  claimPage,
  decisionAnswer,
  editRequest,
  linkDerivationRequest,
  ROUTES,
  recordRequest,
} from '../../api-contract/index.ts';
import { claimLineOf, claimLines, decideEdit, decideLinkDerivation, decideRecord } from '../../desk/index.ts';
import { problemOf, sendProblem } from '../problems.ts';
import { answerDecision } from './decision.ts';
import { type AddRoutes, pageQuery } from './route.ts';

const claimParams = z.object({ claim: z.string().max(20) });

export const addClaimRoutes: AddRoutes = (server, { inquiry }) => {
  server.get(
    ROUTES.claims,
    {
      schema: {
        summary: 'The claim ledger: recorded claims, newest versions',
        querystring: pageQuery.extend({ item: z.string().max(20).optional() }),
        response: { 200: claimPage },
      },
    },
    ({ query }) => claimLines(inquiry, query),
  );
  server.get(
    ROUTES.claim,
    { schema: { summary: 'One claim; its ETag is its version', params: claimParams, response: { 200: claimLine } } },
    async (request, reply) => {
      const line = await claimLineOf(inquiry, request.params.claim);
      return reply.header('etag', `"${String(line.version)}"`).send(line);
    },
  );
  server.post(
    ROUTES.claims,
    {
      schema: {
        summary: 'Record a proposal as it is or edited, or a claim from a passage',
        body: recordRequest,
        response: { 200: decisionAnswer },
      },
    },
    async (request, reply) => answerDecision(reply, await decideRecord(inquiry, request.body)),
  );
  server.put(
    ROUTES.claim,
    {
      schema: {
        summary: 'Edit a claim; needs If-Match with the version that was read, 412 shows both versions',
        params: claimParams,
        body: editRequest,
        response: { 200: decisionAnswer },
      },
    },
    async (request, reply) => {
      const version = /^"([0-9]{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1];
      if (version === undefined) {
        return sendProblem(
          reply,
          problemOf('INQ-PRECONDITION-REQUIRED', 428, {
            what: 'The edit does not say which version it changes.',
            why: 'Without If-Match an edit could overwrite what somebody else has just recorded.',
            do: 'Read the claim and send its ETag as If-Match.',
          }),
        );
      }
      return answerDecision(reply, await decideEdit(inquiry, request.params.claim, { ...request.body, expectedVersion: Number(version) }));
    },
  );
  server.post(
    ROUTES.derivations,
    { schema: { summary: 'Record that one item rests on another', body: linkDerivationRequest, response: { 200: decisionAnswer } } },
    async (request, reply) => answerDecision(reply, await decideLinkDerivation(inquiry, request.body)),
  );
};
