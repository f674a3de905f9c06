import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Inquiry } from '../../desk/index.ts';
import type { IntakeDesk } from '../intake-desk.ts';
import type { Verifier } from '../verifier.ts';

export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What every group of routes is given. */
export interface RouteContext {
  readonly inquiry: Inquiry;
  readonly intake: IntakeDesk;
  readonly verifier: Verifier;
}

export type AddRoutes = (server: Server, context: RouteContext) => void;

export const MAX_PAGE = 500;

/** `?limit=` and the opaque `?cursor=` of every list. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(100),
  cursor: z.string().max(200).optional(),
});
