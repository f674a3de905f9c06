import { ROUTES, verificationAnswer } from '../../api-contract/index.ts';
import type { AddRoutes } from './route.ts';

export const addVerificationRoutes: AddRoutes = (server, { verifier }) => {
  server.post(
    ROUTES.verification,
    { schema: { summary: 'Start checking every object, event, proof and signature', response: { 202: verificationAnswer } } },
    async (_request, reply) => reply.code(202).send(verifier.start()),
  );
  server.get(
    ROUTES.verification,
    { schema: { summary: 'How far the check is, and its report', response: { 200: verificationAnswer } } },
    () => verifier.state(),
  );
};
