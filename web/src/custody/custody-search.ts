import { idParam, present, type RawSearch } from '../search-params.ts';

/** What the address of custody holds: the item whose chain is shown; none for the whole inquiry. */
export function custodySearch(raw: RawSearch) {
  return present({ item: idParam(raw, 'item', 'S') });
}
