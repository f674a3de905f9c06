import { z } from 'zod';
import { decisionAnswer, eventPage, ROUTES } from '../../api-contract/index.ts';
import { decideUndo, eventLines } from '../../desk/index.ts';
import { answerDecision } from './decision.ts';
import { type AddRoutes, pageQuery } from './route.ts';

export const addEventRoutes: AddRoutes = (server, { inquiry }) => {
  server.get(
    ROUTES.events,
    {
      schema: {
        summary: 'The ledger, newest first, as sentences and payloads',
        querystring: pageQuery.extend({ touching: z.string().max(60).optional() }),
        response: { 200: eventPage },
      },
    },
    ({ query }) => eventLines(inquiry, { ...query, newestFirst: true }),
  );
  server.post(
    ROUTES.undo,
    {
      schema: {
        summary: 'Take back one decision; it stays on the ledger',
        params: z.object({ event: z.string().max(40) }),
        response: { 200: decisionAnswer },
      },
    },
    async (request, reply) => answerDecision(reply, await decideUndo(inquiry, request.params.event)),
  );
};
