import type {
  ClaimLine,
  ClaimPage,
  CustodyAnswer,
  DecisionAnswer,
  EventPage,
  FiguresLine,
  InquiryAnswer,
  ItemLine,
  ItemPage,
  ProposalPage,
  TextLine,
  UploadAnswer,
  VerificationAnswer,
} from '../../../packages/inquest/src/api-contract/index.ts';
import { type RouteName, routeTo } from '../../../packages/inquest/src/api-contract/routes.ts';
import { reportConnection } from './connection.ts';
import { NoAnswer, problemFrom } from './problem.ts';

/** What GET answers, by route. */
export interface Answers {
  readonly inquiry: InquiryAnswer;
  readonly items: ItemPage;
  readonly item: ItemLine;
  readonly text: TextLine;
  readonly custody: CustodyAnswer;
  readonly proposals: ProposalPage;
  readonly claims: ClaimPage;
  readonly claim: ClaimLine;
  readonly figures: FiguresLine;
  readonly events: EventPage;
  readonly verification: VerificationAnswer;
}
/** What a write answers, by route. */
export interface Written {
  readonly claims: DecisionAnswer;
  readonly claim: DecisionAnswer;
  readonly setAside: DecisionAnswer;
  readonly unsure: DecisionAnswer;
  readonly questionConfirm: DecisionAnswer;
  readonly questionSplit: DecisionAnswer;
  readonly derivations: DecisionAnswer;
  readonly undo: DecisionAnswer;
  readonly uploads: UploadAnswer;
  readonly checks: CustodyAnswer;
  readonly verification: VerificationAnswer;
}
export type ReadRoute = keyof Answers;
export type WriteRoute = keyof Written;

export interface Asking {
  /** Fills the `:name` places of the route. */
  readonly values?: Readonly<Record<string, string>>;
  /** Query parameters; undefined ones are left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly signal?: AbortSignal;
}
export interface Writing extends Asking {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is when a Blob. */
  readonly body?: object;
  /** The ETag the change was made against; a newer version answers 412 with both. */
  readonly ifMatch?: string;
  /** Makes a repeated POST the same POST. */
  readonly idempotencyKey?: string;
}
/** A body with the ETag to send back as `ifMatch`. */
export interface Versioned<T> {
  readonly body: T;
  readonly etag: string | null;
}

/** Asks for one route. Throws `HttpProblem` for a refusal, `NoAnswer` when the program is not there. */
export async function get<R extends ReadRoute>(route: R, asking: Asking = {}): Promise<Answers[R]> {
  return (await getVersioned(route, asking)).body;
}

/** As `get`, with the ETag for a later change. */
export async function getVersioned<R extends ReadRoute>(route: R, asking: Asking = {}): Promise<Versioned<Answers[R]>> {
  const answer = await exchange(addressOf(route, asking), { method: 'GET', signal: asking.signal ?? null });
  // The server answers each route in the shape of api-contract; its own tests hold it to that.
  const body = (await answer.json()) as Answers[R];
  return { body, etag: answer.headers.get('etag') };
}

/** Writes to one route. Throws as `get`. Nothing is retried here: a person, or a query, decides. */
export async function send<R extends WriteRoute>(route: R, writing: Writing): Promise<Written[R]> {
  const headers = new Headers({ accept: 'application/json' });
  const raw = writing.body instanceof Blob;
  if (writing.body) headers.set('content-type', raw ? 'application/octet-stream' : 'application/json');
  if (writing.ifMatch) headers.set('if-match', writing.ifMatch);
  if (writing.idempotencyKey) headers.set('idempotency-key', writing.idempotencyKey);
  const body = writing.body instanceof Blob ? writing.body : writing.body ? JSON.stringify(writing.body) : null;
  const answer = await exchange(addressOf(route, writing), { method: writing.method, headers, body, signal: writing.signal ?? null });
  // As above. A write without content answers 204, which only routes whose answer nobody reads do.
  return (answer.status === 204 ? null : await answer.json()) as Written[R];
}

/** The address of a route with its places and query filled in; also for links to original bytes. */
export function addressOf(route: RouteName, asking: Pick<Asking, 'values' | 'query'> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asking.query ?? {})) if (value !== undefined) query.set(name, String(value));
  const path = routeTo(route, asking.values);
  return query.size === 0 ? path : `${path}?${query}`;
}

async function exchange(address: string, request: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address, { credentials: 'same-origin', redirect: 'error', ...request });
  } catch (fault) {
    if (request.signal?.aborted) throw fault;
    reportConnection('stopped');
    throw new NoAnswer(fault);
  }
  reportConnection(answer.status === 401 ? 'signed-out' : 'up');
  if (!answer.ok) throw await problemFrom(answer);
  return answer;
}
