import { z } from 'zod';
import { type IntakeProgress, ROUTES, uploadAnswer } from '../../api-contract/index.ts';
import type { AddRoutes } from './route.ts';

const MAX_PATH = 4096;

export const addIntakeRoutes: AddRoutes = (server, { intake }) => {
  server.put(
    ROUTES.uploads,
    {
      schema: {
        summary: 'One file as the raw body; answers when its bytes are durable, reading goes on',
        querystring: z.object({ path: z.string().min(1).max(MAX_PATH) }),
        response: { 202: uploadAnswer },
      },
    },
    async (request, reply) => reply.code(202).send(await intake.receive({ path: request.query.path, bytes: request.raw })),
  );
  server.get(
    ROUTES.progress,
    { schema: { summary: 'Progress of intake as server-sent events, the present state first' } },
    (request, reply) => {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      const send = (progress: IntakeProgress): void => {
        raw.write(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`);
      };
      send(intake.progress());
      const stop = intake.watch(send);
      request.raw.on('close', stop);
    },
  );
};
