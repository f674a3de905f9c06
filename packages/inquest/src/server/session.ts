import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Randomness } from '../kernel/index.ts';

const SECRET_BYTES = 32;
const MAX_SESSIONS = 64;

/**
 * Who may talk to this program: whoever opened the printed link, from this computer.
 *
 * The link's token works once; using it makes a session (a cookie the page's scripts cannot
 * read) and a fresh link for another browser. Programs send the session, or an unused token,
 * as `Authorization: Bearer`. Nothing is stored: ending the program ends every session.
 */
export class Sessions {
  readonly #random: Randomness;
  readonly #sessions = new Set<string>();
  readonly #cookie: string;
  #token: string;

  constructor(random: Randomness, port: number) {
    this.#random = random;
    this.#token = secret(random);
    /* Cookies ignore ports: two inquiries open at once must not overwrite each other's session. */
    this.#cookie = `inquest_${String(port)}`;
  }

  /** The token of the link that has not been used yet. */
  get token(): string {
    return this.#token;
  }

  /** Exchanges the unused token for a session; undefined when it is not the unused one. */
  open(token: string): string | undefined {
    if (!same(token, this.#token)) return undefined;
    this.#token = secret(this.#random);
    const session = secret(this.#random);
    const oldest = this.#sessions.values().next().value;
    if (this.#sessions.size >= MAX_SESSIONS && oldest !== undefined) this.#sessions.delete(oldest);
    this.#sessions.add(session);
    return session;
  }

  setCookie(reply: FastifyReply, session: string): void {
    reply.header('set-cookie', `${this.#cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`);
  }

  allows(request: FastifyRequest): boolean {
    const bearer = /^Bearer ([0-9a-f]+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.#sessions.has(bearer) || same(bearer, this.#token);
    const cookies = (request.headers.cookie ?? '').split(/; */);
    return cookies.some((cookie) => {
      const [name, value] = cookie.split('=', 2);
      return name === this.#cookie && value !== undefined && this.#sessions.has(value);
    });
  }
}

function secret(random: Randomness): string {
  return Buffer.from(random.bytes(SECRET_BYTES)).toString('hex');
}

/** Compares without leaving early, so that timing says nothing about the secret. */
function same(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % b.length);
  return difference === 0;
}

/**
 * True when the request names this computer and, for a change, comes from our own page. A page
 * on the open web that resolves its name to 127.0.0.1 fails the first test, one that posts a
 * form here the second.
 */
export function isLocal(request: FastifyRequest, hosts: ReadonlySet<string>): boolean {
  if (!hosts.has(request.headers.host ?? '')) return false;
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && hosts.has(new URL(origin).host);
}
