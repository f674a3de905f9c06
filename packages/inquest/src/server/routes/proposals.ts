import { z } from 'zod';
import { decisionAnswer, proposalPage, ROUTES, setAsideRequest, unsureRequest } from '../../api-contract/index.ts';
import { decideSetAside, decideUnsure, proposalLines } from '../../desk/index.ts';
import { answerDecision } from './decision.ts';
import { type AddRoutes, pageQuery } from './route.ts';

const list = z.string().max(4000).optional();
const proposalParams = z.object({ proposal: z.string().max(40) });

export const addProposalRoutes: AddRoutes = (server, { inquiry }) => {
  server.get(
    ROUTES.proposals,
    {
      schema: {
        summary: 'What reading proposes; `item`, `kind` and `status` take lists separated by commas',
        querystring: pageQuery.extend({ item: list, kind: list, status: list }),
        response: { 200: proposalPage },
      },
    },
    ({ query }) =>
      proposalLines(inquiry, {
        limit: query.limit,
        cursor: query.cursor,
        items: query.item?.split(','),
        kinds: query.kind?.split(','),
        statuses: query.status?.split(','),
      }),
  );
  server.post(
    ROUTES.setAside,
    {
      schema: {
        summary: 'Set a proposal aside, with a reason',
        params: proposalParams,
        body: setAsideRequest,
        response: { 200: decisionAnswer },
      },
    },
    async (request, reply) => answerDecision(reply, await decideSetAside(inquiry, request.params.proposal, request.body)),
  );
  server.post(
    ROUTES.unsure,
    { schema: { summary: 'Mark a proposal as unsure', params: proposalParams, body: unsureRequest, response: { 200: decisionAnswer } } },
    async (request, reply) => answerDecision(reply, await decideUnsure(inquiry, request.params.proposal, request.body)),
  );
};
