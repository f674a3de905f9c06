import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * What every answer carries. The policy lets the page load only what this program serves and
 * talk only to it; no script inside preserved material can run, because none is ever rendered.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

export function addHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
    if (!request.url.startsWith('/api/')) return payload;
    if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' || typeof payload !== 'string' || reply.statusCode !== 200) return payload;
    /* A strong validator of exactly these bytes, unless the resource has a version of its own. */
    const etag = reply.getHeader('etag') ?? `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', etag);
    if (request.headers['if-none-match'] !== etag) return payload;
    reply.code(304);
    return '';
  });
}
