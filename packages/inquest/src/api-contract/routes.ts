/**
 * Every address of the HTTP interface, in one place for the server, the page and the tests.
 *
 * Session: the printed URL carries a one-time token in its fragment-free query `?token=`; the
 * server exchanges it for a cookie (HttpOnly, SameSite=Strict) and drops it from the address.
 * Programs send `Authorization: Bearer <token>` instead. Writes need `Idempotency-Key` only
 * where said; edits need `If-Match` with the claim's ETag `"<version>"`.
 */
export const ROUTES = {
  openapi: '/api/openapi.json',
  inquiry: '/api/inquiry',
  items: '/api/items',
  item: '/api/items/:item',
  text: '/api/items/:item/text',
  original: '/api/items/:item/original',
  custody: '/api/items/:item/custody',
  /** POST: read the item's bytes back and compare; records a fixity event. */
  checks: '/api/items/:item/checks',
  proposals: '/api/proposals',
  setAside: '/api/proposals/:proposal/set-aside',
  unsure: '/api/proposals/:proposal/unsure',
  claims: '/api/claims',
  claim: '/api/claims/:claim',
  figures: '/api/figures',
  questionConfirm: '/api/questions/:question/confirm',
  questionSplit: '/api/questions/:question/split',
  derivations: '/api/derivations',
  events: '/api/events',
  undo: '/api/events/:event/undo',
  /** PUT one file as the raw body, its name percent-encoded in `?path=`; 202 as soon as its bytes are durable. */
  uploads: '/api/uploads',
  /** Server-sent events named `progress`, each data an IntakeProgress; starts with the present one. */
  progress: '/api/progress',
  /** POST starts a verification (202), GET says how far it is. */
  verification: '/api/verification',
} as const;
export type RouteName = keyof typeof ROUTES;

/** Fills `:name` places, percent-encoded. */
export function routeTo(name: RouteName, values: Readonly<Record<string, string>> = {}): string {
  return ROUTES[name].replace(/:([a-z]+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
}
