import type { FastifyInstance } from 'fastify';

const MAX_REMEMBERED = 1000;
const MAX_KEY_LENGTH = 200;

/**
 * A POST repeated with the same `Idempotency-Key` gets the first answer again and decides
 * nothing twice. Remembered while the program runs, for the last thousand keys; the ledger's
 * own refusals ("already decided") hold beyond that.
 */
export function addIdempotency(server: FastifyInstance): void {
  const answers = new Map<string, { status: number; type: string; body: string }>();
  const keyOf = (request: { method: string; url: string; headers: Record<string, unknown> }): string | undefined => {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || key.length > MAX_KEY_LENGTH) return undefined;
    return `${request.url} ${key}`;
  };
  server.addHook('preHandler', async (request, reply) => {
    const known = answers.get(keyOf(request) ?? '');
    if (known !== undefined) await reply.code(known.status).type(known.type).header('idempotency-replayed', 'true').send(known.body);
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const key = keyOf(request);
    if (key !== undefined && typeof payload === 'string' && reply.statusCode < 500) {
      const type = reply.getHeader('content-type');
      answers.set(key, { status: reply.statusCode, type: typeof type === 'string' ? type : 'application/json', body: payload });
      const oldest = answers.keys().next().value;
      if (answers.size > MAX_REMEMBERED && oldest !== undefined) answers.delete(oldest);
    }
    return payload;
  });
}
