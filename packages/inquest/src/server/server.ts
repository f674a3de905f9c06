import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import fastify from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { ROUTES } from '../api-contract/index.ts';
import type { Inquiry } from '../desk/index.ts';
import { InquestFault } from '../kernel/index.ts';
import { addHeaders } from './headers.ts';
import { addIdempotency } from './idempotency.ts';
import type { IntakeDesk } from './intake-desk.ts';
import { problemOf, problemOfError, sendProblem } from './problems.ts';
import { addClaimRoutes } from './routes/claims.ts';
import { addEventRoutes } from './routes/events.ts';
import { addFigureRoutes } from './routes/figures.ts';
import { addInquiryRoutes } from './routes/inquiry.ts';
import { addIntakeRoutes } from './routes/intake.ts';
import { addItemRoutes } from './routes/items.ts';
import { addProposalRoutes } from './routes/proposals.ts';
import type { RouteContext, Server } from './routes/route.ts';
import { addVerificationRoutes } from './routes/verification.ts';
import { isLocal, Sessions } from './session.ts';
import type { Verifier } from './verifier.ts';

export interface ServerOptions {
  readonly inquiry: Inquiry;
  readonly intake: IntakeDesk;
  readonly verifier: Verifier;
  /** Folder of the built page. */
  readonly page: string;
  readonly port: number;
  readonly version: string;
  /** Told the fresh link whenever one was used. */
  readonly onLink: (link: string) => void;
  /** Told of every fault that a person gets as "inside the program". */
  readonly onFault: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  /** True when the port asked for was taken and the next free one was used. */
  readonly moved: boolean;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 20;
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Serves the page and the API on loopback until closed. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  for (let port = options.port; port < options.port + PORTS_TO_TRY; port += 1) {
    const sessions = new Sessions(options.inquiry.effects.random, port);
    const server = await createServer(options, sessions, port);
    try {
      await server.listen({ host: HOST, port });
      options.onLink(linkFor(port, sessions));
      return { port, moved: port !== options.port, close: () => server.close() };
    } catch (error) {
      await server.close();
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  throw new InquestFault('INQ-INTERNAL', {
    what: 'No free port was found.',
    why: `Ports ${String(options.port)} to ${String(options.port + PORTS_TO_TRY - 1)} on this computer are taken.`,
    do: 'Choose another with --port.',
  });
}

function linkFor(port: number, sessions: Sessions): string {
  return `http://${HOST}:${String(port)}/?token=${sessions.token}`;
}

async function createServer(options: ServerOptions, sessions: Sessions, port: number): Promise<Server> {
  const server = fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  /* Uploads are read as a stream by their route; nothing buffers them. */
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
    done(null, payload);
  });
  addHeaders(server);
  addGuard(server, sessions, { port, onLink: options.onLink });
  addIdempotency(server);
  server.setErrorHandler((error, _request, reply) => {
    const problem = problemOfError(error);
    if (problem.status >= 500) options.onFault(error);
    return sendProblem(reply, problem);
  });
  server.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/')
      ? sendProblem(
          reply,
          problemOf('INQ-NOT-FOUND', 404, {
            what: 'There is nothing at this address.',
            why: request.url.split('?')[0] ?? '',
            do: 'See /api/openapi.json.',
          }),
        )
      : reply.type('text/html').sendFile('index.html'),
  );
  await server.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Inquest', version: options.version, description: 'The interface the page itself uses. Loopback only.' },
    },
    transform: jsonSchemaTransform,
  });
  server.after(() => {
    addRoutes(server, options);
  });
  await addPage(server, options.page);
  await server.ready();
  return server;
}

function addRoutes(server: Server, context: RouteContext): void {
  const groups = [
    addInquiryRoutes,
    addItemRoutes,
    addProposalRoutes,
    addClaimRoutes,
    addFigureRoutes,
    addEventRoutes,
    addIntakeRoutes,
    addVerificationRoutes,
  ];
  for (const add of groups) add(server, context);
  server.get(ROUTES.openapi, { schema: { hide: true } }, () => server.swagger());
}

/** Lets in only this computer's own page and programs, and turns the printed link into a session. */
function addGuard(server: Server, sessions: Sessions, link: { port: number; onLink: (link: string) => void }): void {
  const hosts = new Set([HOST, 'localhost', '[::1]'].map((name) => `${name}:${String(link.port)}`));
  server.addHook('onRequest', async (request, reply) => {
    if (!isLocal(request, hosts)) {
      await sendProblem(
        reply,
        problemOf('INQ-NOT-LOCAL', 403, {
          what: 'The request does not come from this computer’s own page.',
          why: 'Its Host or Origin is another.',
          do: 'Use the printed link.',
        }),
      );
      return;
    }
    const { searchParams } = new URL(request.url, 'http://local');
    const token = searchParams.get('token');
    if (token !== null && request.method === 'GET' && !request.url.startsWith('/api/')) {
      const session = sessions.open(token);
      if (session !== undefined) {
        sessions.setCookie(reply, session);
        link.onLink(linkFor(link.port, sessions));
      }
      await reply.code(303).header('location', '/').send();
      return;
    }
    if (request.url.startsWith('/api/') && !sessions.allows(request)) {
      await sendProblem(
        reply,
        problemOf('INQ-NO-SESSION', 401, {
          what: 'This browser is not signed in.',
          why: 'The link was used by another browser, or the program was started again.',
          do: 'Open the newest link printed in the terminal.',
        }),
      );
    }
  });
}

async function addPage(server: Server, page: string): Promise<void> {
  if (!existsSync(page)) {
    throw new InquestFault('INQ-NOT-FOUND', {
      what: 'The page has not been built.',
      why: 'Its files are missing.',
      do: 'Run `npm start` in the project’s folder, which builds it.',
    });
  }
  await server.register(fastifyStatic, {
    root: page,
    /* Built file names carry a digest of their content. */
    immutable: true,
    maxAge: '30d',
    setHeaders: (reply, path) => {
      if (path.endsWith('.html')) reply.header('cache-control', 'no-store');
    },
  });
}
