import { present, type RawSearch, textParam } from '../search-params.ts';

/** What the address of the claims holds: the filter. */
export function claimsSearch(raw: RawSearch) {
  return present({ q: textParam(raw, 'q') });
}
